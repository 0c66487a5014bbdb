//! What a rule of its own may ask of a report.

use std::cell::OnceCell;

use nianbao_core::spot::{Field, Spot};

use super::{Context, Outcome};
use crate::prose::{self, Reader, Segment, Sentence, Word, Words};
use nianbao_core::form::keys::{ALL_REQUESTERS, REQUESTS};
use nianbao_core::form::{Cell, Form};
use nianbao_core::report::Report;

/// A report with its context, as a custom rule sees it.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The report that is judged.
    pub report: &'a Report,
    /// What it is judged by.
    pub context: &'a Context<'a>,
    known: &'a Known<'a>,
}

/// What many rules ask for, worked out when the first one does.
#[derive(Debug, Default)]
pub(super) struct Known<'a> {
    sentences: OnceCell<Vec<(Spot, &'a str)>>,
    passages: OnceCell<Vec<Passage<'a>>>,
    signs: OnceCell<Vec<Signs<'a>>>,
    numbers: OnceCell<Vec<Option<i64>>>,
    numbers_before: OnceCell<Vec<Option<i64>>>,
}

/// A sentence of a report, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage<'a> {
    /// The jump to the text it stands in.
    pub spot: Spot,
    /// The sentence.
    pub sentence: Sentence<'a>,
    /// What all its segments say.
    pub said: Words,
    /// What its quantities tell that are no parts of others: outside brackets, and within one as well.
    apart: [Words; 2],
}

impl<'a> Passage<'a> {
    fn new(spot: Spot, sentence: Sentence<'a>) -> Passage<'a> {
        let (mut said, mut apart) = (Words::default(), [Words::default(); 2]);
        for segment in &sentence.segments {
            said = said.or(segment.said);
            if segment.quantity.is_none() || segment.said.has(Word::Among) {
                continue;
            }
            for words in apart.iter_mut().skip(usize::from(segment.depth)) {
                *words = words.or(segment.said);
            }
        }
        Passage {
            spot,
            sentence,
            said,
            apart,
        }
    }

    /// Whether one of these is told in a quantity beside a segment, rather than as a part of it.
    pub(super) fn tells_apart(&self, words: Words, segment: &Segment) -> bool {
        self.apart[usize::from(segment.depth.min(1))].has_any(words)
    }

    /// Whether one other quantity tells all of these.
    pub(super) fn tells_at_once(&self, words: Words, segment: &Segment) -> bool {
        let mut others = self.sentence.segments.iter();
        others
            .any(|it| it.quantity.is_some() && it.said.has_all(words) && !std::ptr::eq(it, segment))
    }

    /// The segments behind one of them.
    pub(super) fn behind(&self, segment: &Segment) -> impl Iterator<Item = &Segment<'a>> {
        let segments = self.sentence.segments.iter();
        segments
            .skip_while(|it| !std::ptr::eq(*it, segment))
            .skip(1)
    }
}

impl<'a> Case<'a> {
    /// A report, with a place for what is worked out about it.
    pub(super) fn new(
        report: &'a Report,
        context: &'a Context<'a>,
        known: &'a Known<'a>,
    ) -> Case<'a> {
        Case {
            report,
            context,
            known,
        }
    }

    /// The sentences of the report that can hold a number or say that there is none, in printed order.
    pub fn passages(&self) -> &'a [Passage<'a>] {
        let passages = || passages(self.report);
        self.known.passages.get_or_init(passages)
    }

    /// The sentences of the report, in printed order.
    pub fn sentences(&self) -> &'a [(Spot, &'a str)] {
        self.known.sentences.get_or_init(|| {
            let of_text = |(spot, text)| prose::sentences(text).map(move |it| (spot, it));
            writing(self.report).flat_map(of_text).collect()
        })
    }

    /// The signs in everything that is written, in printed order.
    pub fn signs(&self) -> &'a [Signs<'a>] {
        self.known.signs.get_or_init(|| {
            let writing = writing(self.report);
            writing.map(|(spot, text)| Signs::of(spot, text)).collect()
        })
    }

    /// Last year's report: the one at hand, if it is on the year before.
    pub fn previous(&self) -> Option<&'a Report> {
        let previous = self.context.previous?;
        self.report.is_year_after(previous).then_some(previous)
    }

    /// The printed number of a cell, if it holds one.
    pub fn number_at(&self, cell: Cell) -> Option<i64> {
        self.known.numbers.get_or_init(|| self.report.numbers())[cell.index()]
    }

    /// The printed number that last year's report has in the same cell.
    pub fn number_before(&self, cell: Cell) -> Option<i64> {
        let previous = self.previous()?;
        let cell = self.report.form.same_cell(cell, previous.form)?;
        self.known.numbers_before.get_or_init(|| previous.numbers())[cell.index()]
    }
}

impl Case<'_> {
    /// The cell with these keys, if the report's edition has it.
    pub fn cell(&self, table: &str, row: &str, column: &str) -> Option<Cell> {
        self.report.form.cell(table, row, column)
    }

    /// The printed number of a cell, if the edition has the cell and it holds a number.
    pub fn number(&self, table: &str, row: &str, column: &str) -> Option<i64> {
        self.number_at(self.cell(table, row, column)?)
    }

    /// The number of requests of all requesters in a row of table three.
    pub fn requests(&self, row: &str) -> Option<i64> {
        self.number(REQUESTS, row, ALL_REQUESTERS)
    }

    /// The jump to the text with this key.
    pub fn text_spot(&self, key: &str) -> Option<Spot> {
        self.report.form.text(key).map(Spot::Text)
    }

    /// What was found in the prose; where nothing of this could be compared, just that.
    pub fn or_nothing_stated(&self, what: &'static str, outcomes: Vec<Outcome>) -> Vec<Outcome> {
        match outcomes.is_empty() && self.is_written() {
            true => vec![Outcome::NothingStated(what)],
            false => outcomes,
        }
    }

    /// What was found in the writing; where that is nothing, the condition is met.
    pub fn or_holds(&self, outcomes: Vec<Outcome>) -> Vec<Outcome> {
        match outcomes.is_empty() && self.is_written() {
            true => vec![Outcome::Holds],
            false => outcomes,
        }
    }

    fn is_written(&self) -> bool {
        self.writing().any(|(_, text)| !text.trim().is_empty())
    }

    /// What is written in a section of prose; none while nothing is.
    pub fn written(&self, section: &str) -> Option<Written> {
        let form = self.report.form;
        let section_idx = form.section(section)?;
        let prose = self.report.prose(section_idx);
        (!prose.is_empty()).then_some(Written {
            title: form.edition.sections[section_idx].title,
            spot: self.text_spot(section)?,
            prose,
        })
    }

    /// Everything that is written in sentences, in printed order, with the place to jump to.
    pub fn writing(&self) -> impl Iterator<Item = (Spot, &str)> {
        writing(self.report)
    }

    /// Whether any of these words is written anywhere in the report.
    pub fn mentions(&self, words: &[&str]) -> bool {
        self.writing().any(|(_, text)| prose::mentions(text, words))
    }
}

fn writing(report: &Report) -> impl Iterator<Item = (Spot, &str)> {
    let preamble = (Spot::Field(Field::Preamble), report.preamble.as_str());
    let texts = report.form.text_ids();
    std::iter::once(preamble).chain(texts.map(|text| (Spot::Text(text), report.text(text))))
}

/// The characters of a text that are no Han characters: digits, letters, punctuation and white space, which are few.
#[derive(Clone, Debug)]
pub struct Signs<'a> {
    /// The jump to the text.
    pub spot: Spot,
    /// The text.
    pub text: &'a str,
    /// The signs with their places.
    pub signs: Vec<(usize, char)>,
}

impl<'a> Signs<'a> {
    fn of(spot: Spot, text: &'a str) -> Signs<'a> {
        let is_sign = |(_, c): &(usize, char)| !prose::is_han(*c);
        // Of some five characters one is a sign; the others have three bytes.
        let mut signs = Vec::with_capacity(text.len() / 12);
        signs.extend(text.char_indices().filter(is_sign));
        Signs { spot, text, signs }
    }

    /// The longest stretches of nothing but certain signs.
    pub fn words(&self, is_part: fn(char) -> bool) -> impl Iterator<Item = &'a str> {
        let mut end = 0;
        let text = self.text;
        self.signs.iter().filter_map(move |&(at, c)| {
            if at < end || !is_part(c) {
                return None;
            }
            let rest = &text[at..];
            end = at + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            Some(&text[at..end])
        })
    }
}

/// Takes the sentences of a report apart.
fn passages(report: &Report) -> Vec<Passage<'_>> {
    let mut reader = Reader::new(&report.organ.name, report.year);
    let mut passages = Vec::new();
    for (spot, text) in writing(report) {
        reader.start(heading(report.form, spot));
        for sentence in prose::whole_sentences(text) {
            let sentence = reader.read(sentence);
            if sentence.segments.iter().any(Segment::tells) {
                passages.push(Passage::new(spot, sentence));
            }
        }
    }
    passages
}

/// What stands above a text; nothing above the opening.
fn heading(form: &Form, spot: Spot) -> &'static str {
    let Spot::Text(text) = spot else {
        return "";
    };
    let text = &form.texts[text.index()];
    let section = form.edition.sections[text.section].title;
    text.topic.map_or(section, |topic| topic.title)
}

/// A section of prose, as a custom rule reads it.
#[derive(Clone, Debug)]
pub struct Written {
    /// Official heading of the section.
    pub title: &'static str,
    /// The jump to it.
    pub spot: Spot,
    /// All its texts with their sub-headings.
    pub prose: String,
}
