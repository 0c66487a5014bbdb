//! A segment while it is read.

use std::ops::Range;

use super::quantity::{Measure, Quantity};
use super::words::{KEYS, OUTCOMES, SUBJECTS, Word, Words};

/// A segment while it is read; places are counted from the start of the sentence.
pub(super) struct Draft {
    pub(super) start: usize,
    pub(super) mark: char,
    pub(super) said: Words,
    /// What was said up to the quantity.
    said_before: Words,
    pub(super) quantity: Option<Quantity>,
    /// Where the quantity ends.
    end: usize,
    pub(super) unknown: Range<usize>,
    pub(super) is_narrowed: bool,
    /// Whether it names the organ itself.
    pub(super) names_self: bool,
    /// The years it names, counted from the year reported on.
    pub(super) years: Vec<i64>,
}

impl Draft {
    pub(super) fn new(start: usize, mark: char) -> Draft {
        Draft {
            start,
            mark,
            said: Words::default(),
            said_before: Words::default(),
            quantity: None,
            end: start,
            unknown: start..start,
            is_narrowed: false,
            names_self: false,
            years: Vec::new(),
        }
    }

    /// Takes in a word; what is not understood right before a noun says which ones: 危旧房改造申请.
    pub(super) fn say(&mut self, says: Words, at: usize) {
        const NOUNS: Words = SUBJECTS.or(Words::of(&[Word::Apply]));
        const OTHER: Words = OUTCOMES.or(Words::of(&[Word::OtherThing]));
        // 制发行政规范性文件5件并同步解读; 现行有效规范性文件9件全部公开
        let is_named = self.quantity.is_some()
            && self.said_before.has_any(SUBJECTS)
            && !self.said_before.has(Word::Request);
        if is_named {
            self.said = self.said.or(says.without(OTHER));
            return;
        }
        let follows_unknown = !self.unknown.is_empty() && self.unknown.end == at;
        self.is_narrowed |= follows_unknown && says.has_any(NOUNS);
        self.said = self.said.or(says);
    }

    /// Notes a stretch that was not understood; the first one grows as long as it goes on.
    pub(super) fn skip(&mut self, from: usize, to: usize) {
        const ONE_HAN: usize = '一'.len_utf8();
        if self.unknown.is_empty() {
            self.unknown = from..to;
        } else if from - self.unknown.end <= ONE_HAN && self.quantity.is_none() {
            // A small word within a name: 市住房和城乡建设局.
            self.unknown.end = to;
        } else if self.unknown.end == from {
            self.unknown.end = to;
        }
        let is_behind_number = self.quantity.is_some() && self.end == from;
        let is_behind_word = self.quantity.is_none() && self.said.has_any(SUBJECTS.or(KEYS));
        self.is_narrowed |= is_behind_number || is_behind_word;
    }

    pub(super) fn set_quantity(&mut self, quantity: Quantity, end: usize) {
        self.quantity = Some(quantity);
        self.end = end;
        self.said_before = self.said;
    }

    /// Whether it holds a quantity that is no length of time.
    pub(super) fn counts(&self) -> bool {
        self.quantity
            .is_some_and(|quantity| quantity.measure != Measure::Time)
    }

    /// Says what the years mean: 2024年结转 is 上年结转; any other year than the one reported on is elsewhere.
    pub(super) fn of_another_year(&self, said: &mut Words) -> bool {
        let mut is_another = false;
        for years in &self.years {
            match (years, said.has(Word::Carry)) {
                (0, _) => {}
                // 2024年结转, 结转2026年
                (-1, true) => said.insert(Word::Over),
                (1, true) => said.insert(Word::Forward),
                _ => {
                    said.insert(Word::Period);
                    is_another = true;
                }
            }
        }
        if said.has_any(Words::of(&[Word::Over, Word::Forward])) {
            *said = said.without(Words::of(&[Word::Carry]));
        }
        is_another
    }

    /// Parts from this segment what stands behind its quantity: it belongs to the next quantity.
    pub(super) fn split(&mut self) -> Draft {
        let mut second = Draft::new(self.end, ' ');
        second.said = self.said.without(self.said_before);
        // 15个工作日内办结8件 tells of those alone.
        if !self.counts() {
            second.said.insert(Word::Scope);
        }
        self.said = self.said_before;
        if self.unknown.start >= self.end {
            second.unknown = std::mem::replace(&mut self.unknown, self.end..self.end);
            second.is_narrowed = std::mem::take(&mut self.is_narrowed);
        }
        second
    }
}
