#![no_main]

mod parts;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let parts = [
        "mimetype",
        "content.xml",
        "styles.xml",
    ];
    let _ = nianbao_read::read("fuzzed.odt", &parts::archive(data, &parts));
});
