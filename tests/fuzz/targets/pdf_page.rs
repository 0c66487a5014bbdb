#![no_main]

use libfuzzer_sys::fuzz_target;

// A page whose content and font table are the two pieces of the data, not packed: streams that are packed
// hardly ever unpack once they were changed.
fuzz_target!(|data: &[u8]| {
    let mut pieces = data.splitn(2, |byte| *byte == 0);
    let (content, table) = (pieces.next().unwrap_or_default(), pieces.next().unwrap_or_default());
    let mut pdf = b"%PDF-1.4\n\
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n\
        5 0 obj<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>endobj\n\
        6 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/F/DW 1000>>endobj\n"
        .to_vec();
    for (number, stream) in [(4, content), (7, table)] {
        pdf.extend(format!("{number} 0 obj<</Length {}>>stream\n", stream.len()).bytes());
        pdf.extend(stream);
        pdf.extend(b"\nendstream endobj\n");
    }
    pdf.extend(b"trailer<</Root 1 0 R>>\n%%EOF\n");
    let _ = nianbao_read::read("fuzzed.pdf", &pdf);
});
