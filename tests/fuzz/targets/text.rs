#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = nianbao_read::read_text(&String::from_utf8_lossy(data));
});
