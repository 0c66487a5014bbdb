#![no_main]

mod parts;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let parts = [
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
        "word/header1.xml",
    ];
    let _ = nianbao_read::read("fuzzed.docx", &parts::archive(data, &parts));
});
