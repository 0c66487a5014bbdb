#![no_main]

mod parts;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let parts = [
        "OFD.xml",
        "Doc_0/Document.xml",
        "Doc_0/PublicRes.xml",
        "Doc_0/Pages/Page_0/Content.xml",
        "Doc_0/Tpls/Tpl_0/Content.xml",
    ];
    let _ = nianbao_read::read("fuzzed.ofd", &parts::archive(data, &parts));
});
