use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::*;
use crate::budget::{PIECES, STEPS};
use crate::drawn::drawn;

fn read_pdf(bytes: &[u8]) -> Result<Page, ReadError> {
    read(bytes, &mut Budget::default())
}

/// A document of these page contents, each A4, without a table of its objects. Fonts: F1 is UTF-16, F2 is GBK,
/// F3 has its own codes, F4 is simple.
fn pdf(contents: &[String]) -> Vec<u8> {
    let kids: String = (0..contents.len())
        .map(|page| format!("{} 0 R ", 100 + page))
        .collect();
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange \
        2 beginbfchar <0001> <89C4> <0002> <2F4C> endbfchar 1 beginbfrange <0010> <0019> <0030> endbfrange endcmap";
    let descendant = "/Type/Font/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1[500 500] 814 939 500]";
    let mut objects = vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned()),
        (2, format!("<</Type/Pages/Count {}/Kids[{kids}]>>", contents.len())),
        (3, "<</Font<</F1 4 0 R/F2 5 0 R/F3 6 0 R/F4 7 0 R>>/XObject<</X1 10 0 R>>>>".to_owned()),
        (4, "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UTF16-H/DescendantFonts[8 0 R]>>".to_owned()),
        (5, "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/GBK-EUC-H/DescendantFonts[8 0 R]>>".to_owned()),
        (6, "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/ToUnicode 9 0 R/DescendantFonts[8 0 R]>>".to_owned()),
        (7, "<</Type/Font/Subtype/TrueType/BaseFont/Arial/FirstChar 48/Widths[500 500 500]/Encoding<</Differences[49/zero/uni4E8C]>>>>".to_owned()),
        (8, format!("<<{descendant}/Subtype/CIDFontType2/BaseFont/Song>>")),
        (9, format!("<</Length {}>>\nstream\n{map}\nendstream", map.len())),
    ];
    let form = text("F1", 12.0, 72.0, 700.0, "框");
    objects.push((10, format!("<</Type/XObject/Subtype/Form/Matrix[1 0 0 1 0 50]/Length {}>>\nstream\n{form}\nendstream", form.len())));
    for (page, content) in contents.iter().enumerate() {
        let stream = 1000 + page;
        objects.push((
            100 + page,
            format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 3 0 R/Contents {stream} 0 R>>"),
        ));
        objects.push((
            stream,
            format!(
                "<</Length {}>>\nstream\n{content}\nendstream",
                content.len()
            ),
        ));
    }
    let objects: String = (objects.iter())
        .map(|(number, object)| format!("{number} 0 obj\n{object}\nendobj\n"))
        .collect();
    format!("%PDF-1.7\n{objects}trailer\n<</Root 1 0 R/Size 2000>>\n").into_bytes()
}

fn shown(font: &str, size: f64, x: f64, y: f64, hex: &str) -> String {
    format!("BT /{font} {size} Tf {x} {y} Td <{hex}> Tj ET\n")
}

/// Text in UTF-16.
fn text(font: &str, size: f64, x: f64, y: f64, text: &str) -> String {
    let hex: String = text
        .encode_utf16()
        .map(|unit| format!("{unit:04X}"))
        .collect();
    shown(font, size, x, y, &hex)
}

fn song(x: f64, y: f64, words: &str) -> String {
    text("F1", 12.0, x, y, words)
}

/// Lines from point to point.
fn rules(lines: &[[f64; 4]]) -> String {
    let line = |[x0, y0, x1, y1]: &[f64; 4]| format!("{x0} {y0} m {x1} {y1} l S\n");
    lines.iter().map(line).collect()
}

#[track_caller]
fn reads(contents: &[String], expected: &str) {
    let page = read_pdf(&pdf(contents)).expect("it is a PDF with text");
    assert_eq!(drawn(&page), expected);
}

#[test]
fn fonts_say_which_characters_their_codes_are() {
    let content = [
        song(72.0, 800.0, "规章1"),
        shown("F2", 12.0, 72.0, 750.0, "B9E6D5C231"),
        shown("F3", 12.0, 72.0, 700.0, "0001000200110099"),
        shown("F4", 12.0, 72.0, 650.0, "303132"),
    ]
    .concat();
    reads(&[content], "规章1\n规章1\n规止1\u{FFFD}\n00二");
}

#[test]
fn text_is_read_where_it_stands() {
    let content = [
        "q 2 0 0 2 0 0 cm ".to_owned(),
        song(72.0, 300.0, "下"),
        "Q ".to_owned(),
        "BT /F1 12 Tf 1 0 0 1 72 700 Tm 40 TL [<4E0A> -4000 <4E2D>] TJ T* <5DE6> Tj ET ".to_owned(),
        "/X1 Do ".to_owned(),
        song(72.0, 630.0, "重"),
        song(72.3, 630.0, "重"),
    ]
    .concat();
    reads(&[content], "框\n上 中\n左\n重\n下");
}

#[test]
fn a_space_between_figures_parts_them_and_one_that_takes_no_room_does_not() {
    let content = [
        song(72.0, 700.0, "1 2"),
        // The same without a space, with one that is drawn back over, and side by side.
        "BT /F1 12 Tf 72 680 Td [<0031> -500 <0032>] TJ ET ".to_owned(),
        "BT /F1 12 Tf 72 660 Td [<00310020> 500 <0032>] TJ ET ".to_owned(),
        song(72.0, 640.0, "12"),
        song(72.0, 620.0, "第1 条，2025 年"),
    ];
    reads(&[content.concat()], "1 2\n1 2\n12\n12\n第1条，2025年");
}

#[test]
fn lines_are_joined_to_paragraphs() {
    let full = "一二三四五六七八九十一二三四五六七八九十";
    let first = [
        song(200.0, 820.0, "标题"),
        song(96.0, 780.0, &full[..54]),
        song(72.0, 760.0, full),
        song(72.0, 740.0, "末行。"),
        song(96.0, 720.0, &full[..54]),
        text("F1", 9.0, 280.0, 40.0, "- 1 -"),
    ];
    let second = [
        song(72.0, 780.0, "续。"),
        song(96.0, 760.0, "二、"),
        text("F1", 9.0, 280.0, 40.0, "- 2 -"),
    ];
    reads(
        &[first.concat(), second.concat()],
        &format!(
            "标题\n{0}{full}末行。\n{0}续。\n二、\n[Beside - 1 -  - 2 -]",
            &full[..54]
        ),
    );
}

#[test]
fn a_missing_border_merges_cells_and_lines_drawn_twice_are_one() {
    let content = [
        rules(&[
            [72.0, 700.0, 372.0, 700.0],
            [72.0, 701.5, 372.0, 701.5],
            [172.0, 680.0, 372.0, 680.0],
            [72.0, 660.0, 372.0, 660.0],
            [72.0, 660.0, 72.0, 700.0],
            [172.0, 660.0, 172.0, 700.0],
            [272.0, 660.0, 272.0, 680.0],
            [372.0, 660.0, 372.0, 700.0],
        ]),
        "0 0 1 RG 72 640 m 300 640 l S 1 G ".to_owned(),
        rules(&[[322.0, 660.0, 322.0, 700.0]]),
        song(80.0, 675.0, "内容"),
        song(180.0, 685.0, "件数"),
        song(180.0, 665.0, "1"),
        song(280.0, 665.0, "0"),
        song(80.0, 640.0, "下划线"),
    ];
    reads(
        &[content.concat()],
        "=| 内容 1x2 | 件数 2x1 |\n | 1: 1 | 0 |\n下划线",
    );
}

#[test]
fn a_page_break_neither_loses_a_row_nor_ends_the_table() {
    let columns = |top: f64, bottom: f64| rules(&[72.0, 172.0, 272.0].map(|x| [x, bottom, x, top]));
    let rows = |ys: &[f64]| rules(&ys.iter().map(|y| [72.0, *y, 272.0, *y]).collect::<Vec<_>>());
    let first = [
        columns(120.0, 60.0),
        rows(&[120.0, 100.0, 80.0]),
        song(80.0, 105.0, "甲"),
        song(180.0, 105.0, "1"),
        song(80.0, 85.0, "乙"),
        song(180.0, 85.0, "2"),
        song(80.0, 65.0, "丙"),
        song(180.0, 65.0, "3"),
        text("F1", 9.0, 280.0, 40.0, "2/9"),
    ];
    // The piece on the next page has no line between the columns of its last row.
    let second = [
        rules(&[
            [72.0, 760.0, 72.0, 800.0],
            [172.0, 780.0, 172.0, 800.0],
            [272.0, 760.0, 272.0, 800.0],
        ]),
        rows(&[780.0, 760.0]),
        song(80.0, 785.0, "丁"),
        song(180.0, 785.0, "4"),
        song(80.0, 765.0, "合计"),
        song(80.0, 700.0, "四、"),
    ];
    reads(
        &[first.concat(), second.concat()],
        "=| 甲 | 1 |\n | 乙 | 2 |\n | 丙 | 3 |\n | 丁 | 4 |\n | 合计 2x1 |\n四、\n[Beside 2/9]",
    );
}

#[test]
fn a_pdf_without_text_is_scanned() {
    assert_eq!(
        read_pdf(&pdf(&["0 0 100 100 re f".to_owned()])),
        Err(ReadError::Scanned)
    );
}

#[test]
fn what_is_no_pdf_or_broken_is_refused() {
    assert!(matches!(
        read_pdf(b"%PDF-1.7"),
        Err(ReadError::Damaged { .. })
    ));
    let mut torn = pdf(&[song(72.0, 700.0, "正文")]);
    torn.truncate(200);
    assert!(read_pdf(&torn).is_err());
    torn.extend_from_slice(b"1 0 obj <</Subtype/Image>> stream");
    assert!(read_pdf(&torn).is_err());
}

#[test]
fn a_stream_that_unpacks_without_end_is_refused() {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    let zeros = vec![0; 1 << 20];
    for _ in 0..41 {
        packed.write_all(&zeros).expect("memory suffices");
    }
    let packed = packed.finish().expect("memory suffices");
    let mut bytes = pdf(&[]);
    bytes.extend_from_slice(b"9 0 obj <</Type/ObjStm/Filter/FlateDecode>>\nstream\n");
    bytes.extend_from_slice(&packed);
    assert_eq!(read_pdf(&bytes), Err(ReadError::TooLarge));
}

#[test]
fn pages_glyphs_and_steps_without_end_are_refused() {
    let pages = vec![String::new(); PIECES / PAGE_BLOCKS];
    let glyphs = song(72.0, 700.0, &"字".repeat(PIECES + 1));
    let steps = "q Q\n".repeat(STEPS / 2 + 1);
    for contents in [pages, vec![glyphs], vec![steps]] {
        assert_eq!(read_pdf(&pdf(&contents)), Err(ReadError::TooLarge));
    }
}

#[test]
fn raised_struck_and_invisible_characters_are_told_from_the_rest() {
    let content = [
        rules(&[
            [72.0, 700.0, 272.0, 700.0],
            [72.0, 670.0, 272.0, 670.0],
            [72.0, 640.0, 272.0, 640.0],
            [72.0, 640.0, 72.0, 700.0],
            [272.0, 640.0, 272.0, 700.0],
            [80.0, 684.3, 92.0, 684.3],
        ]),
        song(80.0, 680.0, "9"),
        song(100.0, 680.0, "31"),
        text("F1", 7.0, 118.0, 685.0, "1"),
        "3 Tr ".to_owned(),
        song(80.0, 650.0, "5"),
    ];
    reads(&[content.concat()], "=| 31¹ [Struck 9] |\n | 5 [Faint ] |");
}
