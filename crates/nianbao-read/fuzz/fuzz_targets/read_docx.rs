#![no_main]

mod archive;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let parts = [
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
    ];
    let _ = nianbao_read::read("fuzzed.docx", &archive::around(data, &parts));
});
