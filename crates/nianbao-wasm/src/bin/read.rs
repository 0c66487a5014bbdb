//! The program that reads the common containers.

fn main() {
    nianbao_wasm::serve::answer_all(nianbao_wasm::read::work);
}
