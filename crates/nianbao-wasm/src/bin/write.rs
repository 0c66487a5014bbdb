//! The program that writes documents.

fn main() {
    nianbao_wasm::serve::answer_all(nianbao_wasm::write::work);
}
