//! Automatic numbering, which a document does not hold as text: 一、（一）1. are counted again.

use std::collections::{BTreeMap, BTreeSet};

use crate::ReadError;
use crate::archive::{Archive, Relationship};
use crate::budget::Budget;
use crate::written;
use crate::xml::{Node, Xml};

/// Levels that a list has in Word.
pub(crate) const N_LEVELS: usize = 9;

/// Styles based on each other; Word refuses more.
const MAX_STYLE_DEPTH: usize = 11;

/// Styles and lists of one document; real ones have some hundreds.
pub(crate) const MAX_STYLES: usize = 20_000;

/// The definition of a list weighs as much as so many paragraphs.
const LIST_BLOCKS: usize = 10;

/// The longest text of a level, so that a hostile one does not multiply.
const MAX_LEVEL_TEXT: usize = 64;

/// The lists of a document and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    styles: BTreeMap<String, Style>,
    /// The styles of lines of a table of contents, which repeat the headings.
    contents_styles: BTreeSet<String>,
    lists: BTreeMap<String, List>,
    /// Levels by the definition that lists share, with what they have counted to.
    definitions: BTreeMap<String, Definition>,
}

#[derive(Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    run: written::Style,
}

#[derive(Default)]
struct List {
    definition: String,
    /// Where its levels begin, if elsewhere than the definition says; used once.
    starts: [Option<u32>; N_LEVELS],
}

#[derive(Default)]
pub(crate) struct Definition {
    pub(crate) levels: [Level; N_LEVELS],
    counted: [Option<u32>; N_LEVELS],
}

#[derive(Default)]
pub(crate) struct Level {
    start: Option<u32>,
    format: String,
    text: String,
    style: String,
    is_legal: bool,
}

impl Numbering {
    /// Reads the parts that the document links to.
    pub(super) fn read(
        archive: &mut Archive,
        links: &[Relationship],
    ) -> Result<Numbering, ReadError> {
        let mut numbering = Numbering::default();
        for link in links {
            let read: fn(&mut Numbering, &mut Xml, &mut Budget) -> Result<(), ReadError> =
                match link.kind.as_str() {
                    "styles" => Numbering::read_styles,
                    "numbering" => Numbering::read_lists,
                    _ => continue,
                };
            if let Some(text) = archive.text(&link.target)? {
                let xml = &mut Xml::new(&link.target, &text);
                read(&mut numbering, xml, archive.budget)?;
            }
        }
        Ok(numbering)
    }

    fn read_styles(&mut self, xml: &mut Xml, budget: &mut Budget) -> Result<(), ReadError> {
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else { continue };
            if element.name() != "style" {
                continue;
            }
            budget.take_blocks(1)?;
            let mut style = Style::default();
            xml.properties(|property| match property.name() {
                "name" => style.name = property.val().to_lowercase(),
                "basedOn" => style.based_on = Some(property.val()),
                "numId" => style.list = Some(property.val()),
                "ilvl" => style.level = property.val().parse().ok(),
                _ => style.run.set(property),
            })?;
            let id = element.attribute("styleId").unwrap_or_default();
            self.styles.insert(id, style);
        }
        let of_contents = |(_, style): &(_, &Style)| style.name.starts_with("toc ");
        let contents_styles = self.styles.iter().filter(of_contents);
        self.contents_styles = contents_styles.map(|(id, _)| id.clone()).collect();
        Ok(())
    }

    fn read_lists(&mut self, xml: &mut Xml, budget: &mut Budget) -> Result<(), ReadError> {
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else { continue };
            match element.name() {
                "abstractNum" => {
                    budget.take_blocks(LIST_BLOCKS)?;
                    let mut definition = Definition::default();
                    let mut level_idx = 0;
                    xml.properties(|property| {
                        if property.name() == "lvl" {
                            level_idx = level_number(property.attribute("ilvl"));
                        }
                        definition.levels[level_idx].set(property.name(), || property.val());
                    })?;
                    let id = element.attribute("abstractNumId").unwrap_or_default();
                    self.definitions.insert(id, definition);
                }
                "num" => {
                    budget.take_blocks(1)?;
                    let mut list = List::default();
                    let mut level_idx = 0;
                    xml.properties(|property| match property.name() {
                        "abstractNumId" => list.definition = property.val(),
                        "lvlOverride" => level_idx = level_number(property.attribute("ilvl")),
                        "startOverride" => list.starts[level_idx] = property.val().parse().ok(),
                        _ => {}
                    })?;
                    let id = element.attribute("numId").unwrap_or_default();
                    self.lists.insert(id, list);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Counts a paragraph on and gives what is printed before it; nothing where it is in no list.
    pub(super) fn next(
        &mut self,
        style: Option<&str>,
        list: Option<String>,
        level: Option<usize>,
    ) -> String {
        // Most documents write their numbers as text, and need no look at the styles.
        if self.lists.is_empty() {
            return String::new();
        }
        let styled = style.and_then(|style| self.list_of_style(style));
        let Some(list_id) = list.or_else(|| styled.map(|style| style.list.clone().expect("found")))
        else {
            return String::new();
        };
        let styled_level = styled.and_then(|style| style.level);
        let Some(list) = self.lists.get_mut(&list_id) else {
            return String::new();
        };
        let Some(definition) = self.definitions.get_mut(&list.definition) else {
            return String::new();
        };
        let level_idx = level
            .or(styled_level)
            .or_else(|| definition.level_of_style(style?))
            .unwrap_or(0)
            .min(N_LEVELS - 1);
        definition.count(level_idx, &mut list.starts);
        definition.printed(level_idx)
    }

    /// Whether paragraphs of this style are lines of a table of contents.
    pub(super) fn is_contents(&self, style: &str) -> bool {
        self.contents_styles.contains(style)
    }

    /// How a style of characters makes them look.
    pub(super) fn run_of(&self, style: &str) -> written::Style {
        self.styles
            .get(style)
            .map_or(written::Style::default(), |style| style.run)
    }

    /// The style itself or the nearest that it is based on which is in a list.
    fn list_of_style(&self, style: &str) -> Option<&Style> {
        let mut style = self.styles.get(style)?;
        for _ in 0..MAX_STYLE_DEPTH {
            if style.list.is_some() {
                return Some(style);
            }
            style = self.styles.get(style.based_on.as_deref()?)?;
        }
        None
    }
}

impl Definition {
    fn level_of_style(&self, style: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.style == style)
    }

    pub(crate) fn count(&mut self, level_idx: usize, starts: &mut [Option<u32>; N_LEVELS]) {
        let start = self.levels[level_idx].start.unwrap_or(1);
        let next = match (starts[level_idx].take(), self.counted[level_idx]) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => start,
        };
        self.counted[level_idx] = Some(next);
        self.counted[level_idx + 1..].fill(None);
    }

    /// The level's text with the numbers in it: `第%1章` with two counted is 第二章.
    pub(crate) fn printed(&self, level_idx: usize) -> String {
        let level = &self.levels[level_idx];
        if matches!(level.format.as_str(), "bullet" | "none") {
            return String::new();
        }
        let mut printed = String::new();
        let mut chars = level.text.chars().peekable();
        while let Some(c) = chars.next() {
            let referred = chars.peek().and_then(|digit| digit.to_digit(10));
            match (c, referred) {
                ('%', Some(place @ 1..)) => {
                    chars.next();
                    let referred = place as usize - 1;
                    let number = self.counted[referred].or(self.levels[referred].start);
                    let format = match level.is_legal {
                        true => "decimal",
                        false => &self.levels[referred].format,
                    };
                    printed += &formatted(number.unwrap_or(1), format);
                }
                _ => printed.push(c),
            }
        }
        printed
    }
}

impl Level {
    /// A level by what its definition says; `text` has `%1` for the count of the first level.
    pub(crate) fn new(start: u32, format: &str, text: &str, is_legal: bool) -> Level {
        Level {
            start: Some(start),
            format: format.to_owned(),
            text: text.chars().take(MAX_LEVEL_TEXT).collect(),
            style: String::new(),
            is_legal,
        }
    }

    fn set(&mut self, property: &str, val: impl FnOnce() -> String) {
        match property {
            "start" => self.start = val().parse().ok(),
            "numFmt" => self.format = val(),
            "lvlText" => self.text = val().chars().take(MAX_LEVEL_TEXT).collect(),
            "pStyle" => self.style = val(),
            "isLgl" => self.is_legal = true,
            _ => {}
        }
    }
}

fn level_number(ilvl: Option<String>) -> usize {
    let level = ilvl.and_then(|ilvl| ilvl.parse().ok()).unwrap_or(0);
    level.min(N_LEVELS - 1)
}

/// A number in one of Word's formats; in digits where the format is none of ours.
fn formatted(number: u32, format: &str) -> String {
    let place = number as usize;
    let circled = |first: char| char::from_u32(u32::from(first) + number - 1).map(String::from);
    let special = match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => chinese(number),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            Some(digits(number, &DIGITS))
        }
        "decimalFullWidth" | "decimalFullWidth2" => Some(digits(number, &FULL_WIDTH_DIGITS)),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            circled('①')
        }
        "decimalEnclosedParen" if (1..=20).contains(&number) => circled('⑴'),
        "decimalEnclosedFullstop" if (1..=20).contains(&number) => circled('⒈'),
        "ideographTraditional" if (1..=10).contains(&number) => "甲乙丙丁戊己庚辛壬癸"
            .chars()
            .nth(place - 1)
            .map(String::from),
        "decimalZero" => Some(format!("{number:02}")),
        "upperLetter" if (1..=26).contains(&number) => circled('A'),
        "lowerLetter" if (1..=26).contains(&number) => circled('a'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|roman| roman.to_lowercase()),
        _ => None,
    };
    special.unwrap_or_else(|| number.to_string())
}

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const FULL_WIDTH_DIGITS: [char; 10] = ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'];

fn digits(number: u32, digits: &[char; 10]) -> String {
    let plain = number.to_string();
    plain
        .bytes()
        .map(|digit| digits[usize::from(digit - b'0')])
        .collect()
}

/// 十二, 一百零五: as one counts aloud, below ten thousand.
fn chinese(number: u32) -> Option<String> {
    if !(1..10_000).contains(&number) {
        return None;
    }
    let mut counted = String::new();
    let mut skipped_zero = false;
    for (value, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / value % 10;
        if digit == 0 {
            skipped_zero = !counted.is_empty();
            continue;
        }
        if skipped_zero {
            counted.push('零');
            skipped_zero = false;
        }
        if !(value == 10 && digit == 1 && counted.is_empty()) {
            counted.push(DIGITS[digit as usize]);
        }
        counted += unit;
    }
    Some(counted)
}

fn roman(number: u32) -> Option<String> {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut roman = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            rest -= value;
            roman += letters;
        }
    }
    Some(roman)
}
