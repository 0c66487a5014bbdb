#![no_main]

use libfuzzer_sys::fuzz_target;
use nianbao_ledger::requests::answers::Answers;
use nianbao_ledger::requests::{Ledger, count, import};

fuzz_target!(|data: &[u8]| {
    if let Ok(sheets) = nianbao_read::sheets("fuzzed.csv", data) {
        let mut ledger = Ledger::default();
        import::read(&mut ledger, "fuzzed.csv", &sheets, &[]);
        count::count(&ledger, 2025, &Answers::default());
    }
});
