//! The program that reads the rarer containers.

fn main() {
    nianbao_wasm::serve::answer_all(nianbao_wasm::read::work_on_rarer);
}
