//! The program that reads and writes files.

fn main() {
    nianbao_wasm::serve::answer_all(nianbao_wasm::files::work);
}
