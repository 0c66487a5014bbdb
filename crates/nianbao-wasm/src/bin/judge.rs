//! The program that judges.

fn main() {
    nianbao_wasm::serve::answer_all(nianbao_wasm::judge::work);
}
