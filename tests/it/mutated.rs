//! Sources whose tags are damaged and whose text is not: no figure may change and still be sure.

use std::fs;
use std::io::{Cursor, Read, Write};

use nianbao_core::figure::Figure;
use nianbao_read::{Confidence, Reading, read};
use nianbao_write::{Format, write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::support::{report, root};

/// Damages tried on each source, each at another tag.
const N_DAMAGES: usize = 16;

/// What a damage puts in the place of a tag; `@` is the tag itself.
const HTML_DAMAGES: &[&str] = &[
    "",
    "@@",
    "<td></td>@",
    "@<td></td>",
    "@<tr>",
    "</tr>@",
    "</table>@",
    "</table><table>@",
    "<td colspan=2>",
    "<td colspan=3>",
    "<td colspan=4>",
    "<td rowspan=2>",
    "<td rowspan=3>",
    "<th rowspan=21>",
    "<td>",
    "<th>",
    "<tr>",
    "<div>",
    "<tbody>",
    "@<table>",
];

const DOCX_DAMAGES: &[&str] = &[
    r#"<w:gridSpan w:val="1"/>"#,
    r#"<w:gridSpan w:val="2"/>"#,
    r#"<w:gridSpan w:val="4"/>"#,
    "<w:vMerge/>",
    r#"<w:vMerge w:val="restart"/>"#,
    "<w:x/>",
];

const XLSX_DAMAGES: &[&str] = &[
    "<x/>",
    r#"<mergeCell ref="A1:B1"/>"#,
    r#"<mergeCell ref="E4:F4"/>"#,
];

#[test]
fn no_figure_of_a_damaged_page_is_changed_and_sure() {
    let mut faults = Vec::new();
    for (name, html) in pages() {
        let sound = read("报告.html", html.as_bytes()).expect("a sound source");
        let tags = tags(&html, |name| {
            matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead")
        });
        for (place, damage) in damages(&name, tags.len(), HTML_DAMAGES) {
            let (start, end) = tags[place];
            let tag = &html[start..end];
            let damaged = [&html[..start], &damage.replace('@', tag), &html[end..]].concat();
            let Ok(reading) = read("报告.html", damaged.as_bytes()) else {
                continue;
            };
            let changed = changed(&sound, &reading);
            if !changed.is_empty() && rows(&damaged) == rows(&html) {
                faults.push(format!(
                    "{name}: {tag} at {start} for {damage}: {changed:?}"
                ));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn no_figure_of_a_damaged_document_is_changed_and_sure() {
    let reports = ["large-city", "half-filled-county"].map(report);
    let mut faults = Vec::new();
    for report in reports {
        for (format, part, names, tried) in [
            (
                Format::Docx,
                "word/document.xml",
                &["w:gridSpan", "w:vMerge"][..],
                DOCX_DAMAGES,
            ),
            (
                Format::Xlsx,
                "xl/worksheets/sheet2.xml",
                &["mergeCell"][..],
                XLSX_DAMAGES,
            ),
            (
                Format::Xlsx,
                "xl/worksheets/sheet1.xml",
                &["mergeCell"][..],
                XLSX_DAMAGES,
            ),
        ] {
            let bytes = write(&report, format);
            let sound = read("", &bytes).expect("our own document");
            let Some(text) = part_of(&bytes, part) else {
                continue;
            };
            let tags = tags(&text, |name| names.contains(&name));
            for (place, damage) in damages(part, tags.len(), tried) {
                let (start, end) = tags[place];
                let damaged = [&text[..start], damage, &text[end..]].concat();
                let Ok(reading) = read("", &with_part(&bytes, part, &damaged)) else {
                    continue;
                };
                let changed = changed(&sound, &reading);
                if !changed.is_empty() {
                    faults.push(format!(
                        "{part} {} for {damage}: {changed:?}",
                        &text[start..end]
                    ));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// What says how cells are merged, by the ending of a source and the part that it stands in: its beginning, its end,
/// and what it may say instead.
const MERGES: &[(&str, &str, &str, &str, &[&str])] = &[
    (
        "docx",
        "word/document.xml",
        "<w:gridSpan w:val=\"",
        "\"",
        &["1", "2", "4"],
    ),
    (
        "odt",
        "content.xml",
        "table:number-columns-spanned=\"",
        "\"",
        &["1", "2", "3"],
    ),
    (
        "odt",
        "content.xml",
        "table:number-rows-spanned=\"",
        "\"",
        &["1", "2", "21"],
    ),
    (
        "ods",
        "content.xml",
        "table:number-columns-spanned=\"",
        "\"",
        &["1", "2", "3"],
    ),
    (
        "xlsx",
        "xl/worksheets/sheet1.xml",
        "<mergeCell ref=\"",
        "\"",
        &["A1:B1", "C5:D5", "B3:B9"],
    ),
    ("rtf", "", "\\clvm", "\\", &["gf", "rg"]),
];

#[test]
fn no_figure_of_a_source_with_damaged_merges_is_changed_and_sure() {
    let folder = root().join("tests/data/readings");
    let mut faults = Vec::new();
    let mut n_tried = 0;
    for case in fs::read_dir(folder).expect("there are readings") {
        let case = case.expect("a folder").path();
        let name = case.file_name().expect("a name").to_string_lossy();
        for (ending, part, begin, end, instead) in MERGES {
            let Ok(bytes) = fs::read(case.join(format!("source.{ending}"))) else {
                continue;
            };
            let text = match part.is_empty() {
                true => String::from_utf8(bytes.clone()).ok(),
                false => part_of(&bytes, part),
            };
            let (Some(text), Ok(sound)) = (text, read("", &bytes)) else {
                continue;
            };
            let places: Vec<_> = text
                .match_indices(begin)
                .map(|(at, _)| at + begin.len())
                .collect();
            for (place, value) in damages(&name, places.len(), instead) {
                let start = places[place];
                let Some(length) = text[start..].find(end) else {
                    continue;
                };
                let damaged = [&text[..start], value, &text[start + length..]].concat();
                let damaged = match part.is_empty() {
                    true => damaged.into_bytes(),
                    false => with_part(&bytes, part, &damaged),
                };
                n_tried += 1;
                let Ok(reading) = read("", &damaged) else {
                    continue;
                };
                let changed = changed(&sound, &reading);
                if !changed.is_empty() {
                    faults.push(format!(
                        "{name}: {value} at {start} of {begin}: {changed:?}"
                    ));
                }
            }
        }
    }
    assert!(n_tried > 100, "only {n_tried} damages were tried");
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// The web pages among the readings, as text.
fn pages() -> Vec<(String, String)> {
    let folder = root().join("tests/data/readings");
    let mut pages: Vec<_> = fs::read_dir(folder)
        .expect("there are readings")
        .map(|entry| entry.expect("a folder").path())
        .filter_map(|folder| {
            let html = String::from_utf8(fs::read(folder.join("source.html")).ok()?).ok()?;
            read("报告.html", html.as_bytes()).ok()?;
            Some((folder.file_name()?.to_str()?.to_owned(), html))
        })
        .collect();
    pages.sort();
    pages
}

/// Begin and end of the tags of some names.
fn tags(text: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<(usize, usize)> {
    let begins = text.match_indices('<').map(|(start, _)| start);
    let tags = begins.filter_map(|start| {
        let tag = &text[start + 1..];
        let name = tag.trim_start_matches('/');
        let name = &name[..name.find([' ', '>', '/', '\n'])?];
        is_wanted(&name.to_lowercase()).then_some((start, start + 1 + tag.find('>')? + 1))
    });
    tags.collect()
}

/// Which tag meets which damage: always the same, and all over the source.
fn damages<'d>(name: &str, n_tags: usize, damages: &[&'d str]) -> Vec<(usize, &'d str)> {
    let mut state = name.bytes().fold(17_u64, |state, byte| {
        state * 31 % 1_000_003 + u64::from(byte)
    });
    let mut next = move |n: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % n as u64).expect("less than n")
    };
    if n_tags == 0 {
        return Vec::new();
    }
    (0..N_DAMAGES)
        .map(|_| (next(n_tags), damages[next(damages.len())]))
        .collect()
}

/// What a reader of the page sees of its tables: rows of texts.
fn rows(html: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        let last = rows.last_mut().and_then(|row| row.last_mut());
        last.expect("a cell").extend(text.split_whitespace());
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        let tag = tag.to_lowercase();
        let name = tag.split([' ', '\n', '/']).next().unwrap_or_default();
        match name {
            "tr" | "table" => rows.push(vec![String::new()]),
            "td" | "th" => rows.last_mut().expect("a row").push(String::new()),
            _ if tag.starts_with("/table") || tag.starts_with("/tr") => {
                rows.push(vec![String::new()]);
            }
            _ => {}
        }
    }
    // Blank cells and rows are not seen.
    for row in &mut rows {
        row.retain(|cell| !cell.is_empty());
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// The figures that are others than before and sure, by name.
fn changed(sound: &Reading, damaged: &Reading) -> Vec<(String, Figure, Figure)> {
    let is_sure = |cell| {
        let mut sources = damaged.sources.iter();
        sources.any(|source| source.cell == cell && source.confidence == Confidence::Read)
    };
    let form = damaged.report.form;
    if form != sound.report.form {
        return Vec::new();
    }
    let changed = form
        .cells()
        .filter(|&cell| is_sure(cell))
        .filter_map(|cell| {
            let (before, after) = (sound.report.figure(cell), damaged.report.figure(cell));
            (before != after).then(|| (form.name(cell).to_string(), before.clone(), after.clone()))
        });
    changed.take(3).collect()
}

fn part_of(archive: &[u8], name: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).expect("a zip archive");
    let mut text = String::new();
    archive
        .by_name(name)
        .ok()?
        .read_to_string(&mut text)
        .expect("the part is UTF-8");
    Some(text)
}

/// An archive with another text in one of its parts.
fn with_part(archive: &[u8], name: &str, text: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).expect("a zip archive");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a sound part");
        let part_name = part.name().expect("a plain name").into_owned();
        if part_name == name {
            bytes = text.as_bytes().to_owned();
        }
        zip.start_file(part_name, options).expect("memory suffices");
        zip.write_all(&bytes).expect("memory suffices");
    }
    zip.finish().expect("memory suffices").into_inner()
}
