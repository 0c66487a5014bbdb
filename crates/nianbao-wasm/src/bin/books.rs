//! The program that counts the books of the year.

fn main() {
    nianbao_wasm::serve::answer_all(nianbao_wasm::books::work);
}
