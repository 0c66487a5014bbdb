//! Files that are made to be endless: each ends in a sentence, within 500 MB.

use std::io::Write;
use std::process::Command;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{Run, hostile, report, run, source, temporary};

/// What the program may take, its own code and stacks included, in KB.
const MEMORY: usize = 500 << 10;

/// Reads a file with so much memory and no more: whoever asks for more ends without a sentence.
fn read_within(path: &str) -> Run {
    let mut shell = Command::new("sh");
    let limited = format!("ulimit -v {MEMORY}; exec \"$0\" read --format csv \"$1\"");
    shell
        .args(["-c", &limited, env!("CARGO_BIN_EXE_nianbao"), path])
        .env("RAYON_NUM_THREADS", "1")
        .env("MALLOC_ARENA_MAX", "1");
    run(&mut shell)
}

#[track_caller]
fn is_refused(path: &str, sentence: &str) {
    let Run { status, out, err } = read_within(path);
    assert_eq!((status, &*out), (2, ""), "{path}: {err}");
    assert!(err.contains(sentence), "{path}: {err}");
}

/// A file of this content, which is too large to be kept.
fn made(name: &str, bytes: &[u8]) -> String {
    let path = temporary(name);
    std::fs::write(&path, bytes).expect("the folder for tests can be written");
    path
}

/// A PDF of one page with this list of contents, and more objects behind its first stream.
fn pdf(contents: &str, stream: &[u8], more: &[u8]) -> Vec<u8> {
    let page = format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
         2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents[{contents}]\
         /Resources<</XObject<</X 4 0 R>>/Font<</F 6 0 R>>>>>>\nendobj\n\
         4 0 obj\n<</Subtype/Form/Length {}>>\nstream\n",
        stream.len()
    );
    let end = b"\nendstream\nendobj\n";
    let trailer = b"\ntrailer\n<</Root 1 0 R/Size 9>>\n";
    [page.as_bytes(), stream, end, more, trailer].concat()
}

/// A stream with this dictionary.
fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("8 0 obj\n<<{dict}/Length {}>>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream\nendobj\n"].concat()
}

/// A GB of zeros, deflated: a block of fixed codes with a zero, and then this one 258 times more, again and again.
fn deflated_zeros() -> Vec<u8> {
    let mut bits: u32 = 0b011;
    bits |= 0b0000_1100 << 3;
    let mut n_bits = 11;
    let mut packed = Vec::new();
    for _ in 0..(1 << 30) / 258 {
        // The code of the length, its highest bit first, and five zeros for the distance of one.
        bits |= 0b1010_0011 << n_bits;
        n_bits += 13;
        while n_bits >= 8 {
            packed.push(bits.to_le_bytes()[0]);
            bits >>= 8;
            n_bits -= 8;
        }
    }
    // The end of the block.
    packed.extend(bits.to_le_bytes());
    packed
}

fn zlib(packed: &[u8]) -> Vec<u8> {
    [b"\x78\x9C", packed, &[0; 4]].concat()
}

fn twice(packed: &[u8]) -> Vec<u8> {
    let mut twice = ZlibEncoder::new(Vec::new(), Compression::fast());
    twice.write_all(packed).expect("memory suffices");
    twice.finish().expect("memory suffices")
}

#[test]
fn layers_of_packing_are_refused() {
    for name in ["filters1000.pdf", "filters200-20mb.pdf", "flate2.pdf"] {
        is_refused(&hostile(name), "文件太大");
    }
}

#[test]
fn a_bomb_is_refused_however_its_packing_is_spelled() {
    let raw = deflated_zeros();
    let zlib = zlib(&raw);
    let layers = twice(&zlib);
    let list = b"7 0 obj [/FlateDecode/FlateDecode] endobj\n";
    for (name, dict, data) in [
        ("plain", "/Filter/FlateDecode", &zlib),
        ("raw", "/Filter/FlateDecode", &raw),
        ("listed", "/Filter[/FlateDecode /Fl]", &layers),
        ("referred", "/Filter 7 0 R", &layers),
        ("escaped", "/F#69lter[/Fl#61teDecode/Fl]", &layers),
        ("short", "/F[/Fl/Fl]", &layers),
        ("said-in-a-text", "/X(stream)/Filter[/Fl/Fl]", &layers),
    ] {
        for kind in ["", "/Type/ObjStm/N 9/First 40"] {
            let bytes = pdf(
                "8 0 R",
                b" ",
                &[&list[..], &stream(&format!("{kind}{dict}"), data)].concat(),
            );
            let run = read_within(&made(&format!("bomb-{name}.pdf"), &bytes));
            assert_eq!((run.status, &*run.out), (2, ""), "{name}: {}", run.err);
            let is_told = run.err.contains("文件太大") || run.err.contains("没有文字");
            assert!(is_told, "{name}: {}", run.err);
        }
    }
}

#[test]
fn what_is_named_again_and_again_is_refused() {
    let padding = vec![b' '; 7_000];
    for (name, contents, stream) in [
        ("contents", "4 0 R ".repeat(1_000_000), padding.clone()),
        ("drawings", "4 0 R".to_owned(), b"/X Do ".repeat(400_000)),
        ("itself", "4 0 R".to_owned(), b"/X Do /X Do /X Do ".to_vec()),
        ("fonts", "4 0 R".to_owned(), b"/F 9 Tf ".repeat(300_000)),
    ] {
        let font = b"6 0 obj\n<</Type/Font/Subtype/Type1>>\nendobj\n";
        let path = made(&format!("again-{name}.pdf"), &pdf(&contents, &stream, font));
        let run = read_within(&path);
        assert_eq!((run.status, &*run.out), (2, ""), "{name}: {}", run.err);
        let is_told = run.err.contains("文件太大") || run.err.contains("没有文字");
        assert!(is_told, "{name}: {}", run.err);
    }
}

#[test]
fn objects_that_never_end_are_refused() {
    for (name, object) in [
        ("texts", "9 0 obj (\n"),
        ("dictionaries", "<< /A (\n"),
        ("lists", "9 0 obj [\n"),
        ("streams", "9 0 obj<<>>stream\n"),
    ] {
        let bytes = pdf("4 0 R", b" ", &object.repeat(200_000).into_bytes());
        is_refused(&made(&format!("endless-{name}.pdf"), &bytes), "文件太大");
    }
    let pages = pdf("4 0 R", b" ", b"");
    let pages = String::from_utf8(pages).expect("it is ASCII");
    let pages = pages.replace("Kids[", &format!("Kids[{}", "<<>>".repeat(400_000)));
    is_refused(&made("endless-pages.pdf", pages.as_bytes()), "文件太大");
}

const TITLE: &str = "示例市2025年政府信息公开工作年度报告";

#[test]
fn web_pages_and_texts_without_end_end() {
    let page = |body: &str| format!("<html><body><h1>{TITLE}</h1>{body}");
    let attributes: String = (0..400_000).map(|n| format!("a{n}=1 ")).collect();
    for (name, text) in [
        ("spans.html", page(&"<span>".repeat(1_000_000))),
        ("divs.html", page(&"<div>".repeat(1_000_000))),
        ("tables.html", page(&"<table><tr><td>".repeat(200_000))),
        ("attributes.html", page(&format!("<p {attributes}>0"))),
        ("lines.html", page(&"0<br>".repeat(1_000_000))),
        ("brackets.html", page(&"<".repeat(1_000_000))),
        ("comments.html", page(&"<!--".repeat(500_000))),
        (
            "lines.txt",
            format!("{TITLE}\n{}", "一\n".repeat(1_000_000)),
        ),
        ("quotes.txt", format!("{TITLE}\n{}", "《".repeat(300_000))),
    ] {
        let run = read_within(&made(name, text.as_bytes()));
        assert_eq!((run.status, &*run.out), (2, ""), "{name}: {}", run.err);
        let is_told = run.err.contains("文件太大") || run.err.contains("没有在里面找到");
        assert!(is_told, "{name}: {}", run.err);
    }
}

/// The figures of a page, each with its place, its number and whether it is sure.
fn figures(path: &str) -> Vec<(String, String, bool)> {
    let run = read_within(path);
    assert_eq!(run.status, 0, "{path}: {}", run.err);
    let lines = run.out.lines().filter(|line| line.starts_with("2021,"));
    let figures = lines.map(|line| {
        let fields: Vec<_> = line.split(',').collect();
        let [_, table, row, _, column, _, number, _, confidence, ..] = fields[..] else {
            panic!("{line}");
        };
        let place = [table, row, column].join(" ");
        (place, number.to_owned(), confidence == "read")
    });
    figures.collect()
}

#[test]
fn geometry_that_does_not_fit_the_form_is_doubt() {
    let short = source("heading-spans-too-little/source.html");
    let extra = source("row-with-a-cell-too-many/source.html");
    let page = std::fs::read_to_string(&short).expect("the fixture is there");
    let sound = page.replace("colspan=\"3\">法人", "colspan=\"5\">法人");
    assert_ne!(sound, page);
    let sound = figures(&made("sound.html", sound.as_bytes()));
    assert!(sound.iter().all(|(.., is_sure)| *is_sure));
    for name in [short, extra] {
        let read = figures(&name);
        assert_eq!(read.len(), sound.len());
        let changed: Vec<_> = read
            .iter()
            .zip(&sound)
            .filter(|(a, b)| a.1 != b.1)
            .collect();
        assert!(changed.len() >= 10, "{name}: {}", changed.len());
        let sure: Vec<_> = changed.iter().filter(|(read, _)| read.2).collect();
        assert!(sure.is_empty(), "{name}: {sure:?}");
    }
}

/// An archive of these parts.
fn zipped(name: &str, parts: &[(&str, &str)]) -> String {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (part, text) in parts {
        zip.start_file(*part, SimpleFileOptions::default())
            .and_then(|()| Ok(zip.write_all(text.as_bytes())?))
            .expect("memory suffices");
    }
    made(name, zip.finish().expect("memory suffices").get_ref())
}

#[test]
fn office_files_without_end_are_refused() {
    let document = |body: &str| format!("<w:document><w:body>{body}</w:body></w:document>");
    let links = |link: &str, n| format!("<R>{}</R>", link.repeat(n));
    let custom = r#"<R Id="a" Type="x/customXml" Target="c.xml"/>"#;
    for (name, body, link) in [
        ("long", document(&"0".repeat(41 << 20)), ""),
        ("deep", document(&"<w:p>".repeat(500_000)), ""),
        (
            "paragraphs",
            document(&"<w:p><w:t>0</w:t></w:p>".repeat(250_000)),
            "",
        ),
        ("links", document(""), custom),
    ] {
        let links = links(link, 300_000);
        let path = zipped(
            &format!("{name}.docx"),
            &[
                ("word/document.xml", &body),
                ("word/_rels/document.xml.rels", &links),
                ("word/c.xml", "<a/>"),
            ],
        );
        is_refused(&path, "文件太大");
    }
    let sheet = |rows: &str, merged: &str| {
        format!("<w><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></w>")
    };
    let far = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>
        <row r="2"><c r="A2"><v>1</v></c></row>"#;
    let bridge = r#"<mergeCell ref="A1:B1048576"/>"#;
    let cell = r#"<row><c t="s"><v>0</v></c></row>"#;
    let long = "长".repeat(1 << 20);
    for (name, sheet, text) in [
        ("sparse", sheet(far, bridge), "0"),
        ("merged", sheet(far, &bridge.repeat(250_000)), "0"),
        ("shared", sheet(&cell.repeat(1_000), ""), &*long),
        ("cells", sheet(&cell.repeat(250_000), ""), "0"),
    ] {
        let link =
            |id, kind, target| format!(r#"<R Id="{id}" Type="x/{kind}" Target="{target}"/>"#);
        let links = [
            link("a", "worksheet", "s.xml"),
            link("b", "sharedStrings", "t.xml"),
        ]
        .concat();
        let path = zipped(
            &format!("{name}.xlsx"),
            &[
                ("xl/workbook.xml", r#"<w><sheet id="a"/></w>"#),
                ("xl/_rels/workbook.xml.rels", &format!("<R>{links}</R>")),
                ("xl/t.xml", &format!("<sst><si><t>{text}</t></si></sst>")),
                ("xl/s.xml", &sheet),
            ],
        );
        is_refused(&path, "文件太大");
    }
}

/// A sound draft, to be spoiled.
fn draft() -> Value {
    let json = std::fs::read_to_string(report("busy-department")).expect("the report is there");
    serde_json::from_str(&json).expect("JSON")
}

#[test]
fn of_a_draft_with_endless_unknown_items_some_are_told_and_the_others_counted() {
    for (name, place) in [
        ("top", ""),
        ("narratives", "/narratives"),
        ("figures", "/figures/requests"),
    ] {
        let mut draft = draft();
        let object = draft.pointer_mut(place).and_then(Value::as_object_mut);
        let unknown = (0..400_000).map(|n| {
            let value = if name == "figures" {
                json!({"a": 1})
            } else {
                json!("a")
            };
            (format!("unknown{n}"), value)
        });
        object.expect("an object").extend(unknown);
        let path = made(
            &format!("unknown-{name}.json"),
            draft.to_string().as_bytes(),
        );
        let Run { status, out, err } = read_within(&path);
        assert_eq!((status, &*err), (0, ""), "{name}");
        assert_eq!(out.matches("# remark").count(), 101, "{name}");
        assert!(out.contains("另有 399900 项也不认识"), "{name}");
    }
}

#[test]
fn a_draft_of_fifty_megabytes_is_refused() {
    let mut draft = draft();
    draft["preamble"] = "字".repeat(50 << 18).into();
    is_refused(&made("long.json", draft.to_string().as_bytes()), "文件太大");
}
