//! Nothing on the page is lost: every character of an opened source is in the report, in a remark or in the unread text.

use std::fs;

use nianbao_core::form::{Content, FORMS, Heading, HeadingKind};
use nianbao_core::saved;
use nianbao_read::{Reading, read};
use proptest::prelude::*;

use crate::support::root;

pub(crate) mod made;
mod shown;

/// A piece may be told in parts, as a heading and what follows it are; shorter parts may stand anywhere by chance.
const MIN_PART: usize = 4;

#[test]
fn of_every_fixture_all_is_told() {
    let folder = root().join("tests/data/readings");
    let mut faults = Vec::new();
    let mut n_pieces = 0;
    for case in fs::read_dir(folder).expect("there are readings") {
        let case = case.expect("a folder").path();
        let files = fs::read_dir(&case).expect("a case is a folder");
        let mut files = files.map(|entry| entry.expect("a file").path());
        let source = files.find(|path| path.file_stem().is_some_and(|stem| stem == "source"));
        let source = source.expect("a case has a source");
        let bytes = fs::read(&source).expect("the source can be read");
        let ending = source.extension().and_then(|ending| ending.to_str());
        let (Some(shown), Ok(reading)) = (
            shown::pieces(ending.unwrap_or_default(), &bytes),
            read(&source.to_string_lossy(), &bytes),
        ) else {
            continue;
        };
        let told = Told::of(&reading);
        n_pieces += shown.len();
        let lost = shown.iter().filter(|piece| !told.holds(piece));
        let name = case.file_name().expect("a name").to_string_lossy();
        faults.extend(lost.map(|piece| format!("{name}: {piece}")));
    }
    assert!(n_pieces > 1_000, "only {n_pieces} pieces were compared");
    assert!(faults.is_empty(), "lost:\n{}", faults.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn of_every_container_all_is_told(texts in prop::collection::vec(text(), made::N_TEXTS)) {
        for made in made::sources(&texts) {
            let reading = read(made.name, &made.bytes);
            let reading = reading.map_err(|error| TestCaseError::fail(format!("{}: {error}", made.name)))?;
            let told = Told::of(&reading);
            for text in &made.texts {
                prop_assert!(told.holds(text), "{}: {}\n{:?}", made.name, text, reading.unread);
            }
        }
    }
}

/// What a person may write anywhere: a sentence, a word, a number.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[一-龥]{8,20}[。；]?",
        2 => "[一-龥]{4,8}",
        1 => "[1-9][0-9]{4,6}",
        1 => "[A-Z][a-z]{4,9}",
    ]
}

/// All that is told of a source, as it is compared.
struct Told(String);

impl Told {
    fn of(reading: &Reading) -> Told {
        let report = &reading.report;
        let mut told = saved::write(report);
        let mut add = |text: &str| {
            told.push('\n');
            told += text;
        };
        add(&report.printed_title());
        reading.remarks.iter().for_each(|remark| add(remark));
        reading.unread.iter().for_each(|unread| add(unread));
        reading
            .sections
            .iter()
            .flatten()
            .for_each(|title| add(title));
        for source in &reading.sources {
            add(&source.snippet);
            add(&source.place);
            add(source.confidence.reason());
        }
        form_words(&mut add);
        Told(compared(&told))
    }

    /// Whether a piece of a source is told, in one or in several parts, or is the label of figures that were read.
    fn holds(&self, piece: &str) -> bool {
        let piece: Vec<char> = compared(piece).chars().collect();
        is_label(&piece) || self.holds_parts(&piece)
    }

    fn holds_parts(&self, piece: &[char]) -> bool {
        let is_part = |start: usize, end: usize| {
            self.0
                .contains(&piece[start..end].iter().collect::<String>())
        };
        let mut start = 0;
        while start < piece.len() {
            let least = piece.len().min(start + MIN_PART);
            // The end of a piece may be shorter.
            let Some(mut end) = (least..=piece.len()).find(|&end| is_part(start, end)) else {
                // The number of a heading is in its place among the others.
                if start == 0 && "一二三四五六七八九十0123456789第部分".contains(piece[0])
                {
                    start += 1;
                    continue;
                }
                return false;
            };
            while end < piece.len() && is_part(start, end + 1) {
                end += 1;
            }
            start = end;
        }
        true
    }
}

/// Whether this is a heading of the form in other words: nearly all of its characters are in one.
fn is_label(piece: &[char]) -> bool {
    let words: Vec<_> = piece.iter().filter(|c| !c.is_ascii_digit()).collect();
    let mut is_one = false;
    form_words(&mut |label| {
        let n_in = words.iter().filter(|c| label.contains(***c)).count();
        is_one |= words.len() > 3
            && words.len() <= 40
            && n_in * 5 >= words.len() * 4
            && label.chars().count() < 60;
    });
    is_one
}

/// A text without white space, punctuation and the differences of width.
fn compared(text: &str) -> String {
    let plain = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '①'..='⑨' => char::from_u32(u32::from(c) - 0x2460 + 0x31).unwrap_or(c),
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_u32(u32::from(c) - 0x2070 + 0x30).unwrap_or(c),
        c => c,
    };
    let is_kept = |c: &char| c.is_alphanumeric();
    text.chars().map(plain).filter(is_kept).collect()
}

/// The words of the forms, which a report does not repeat.
fn form_words(add: &mut dyn FnMut(&str)) {
    fn walk(headings: &[Heading], above: &str, add: &mut dyn FnMut(&str)) {
        for heading in headings {
            add(heading.label);
            add(&format!("{above}{}", heading.label));
            heading.seen_as.iter().for_each(|wording| add(wording));
            if let HeadingKind::Group(children) = heading.kind {
                walk(children, heading.label, add);
            }
        }
    }
    for section in FORMS.iter().flat_map(|form| form.edition.sections) {
        add(section.title);
        section.seen_as.iter().for_each(|wording| add(wording));
        match &section.content {
            Content::Prose { topics, .. } => {
                for ending in ["", "情况", "方面", "工作"] {
                    topics
                        .iter()
                        .for_each(|topic| add(&format!("{}{ending}", topic.title)));
                }
            }
            Content::Tables(tables) => {
                for table in *tables {
                    add(table.banner);
                    add(table.corner);
                    walk(table.rows, "", add);
                    walk(table.columns, "", add);
                }
            }
        }
    }
}
