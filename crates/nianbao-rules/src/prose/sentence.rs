//! Sentences taken apart into segments, each with at most one quantity and what is said of it.

use std::ops::Range;

use super::lexicon::take_word;
use super::organ::{is_organ, names};
use super::quantity::{Measure, Quantity, take_quantity};
use super::words::{FAMILIES, FLOW, KEYS, SUBJECTS, Word, Words};
use nianbao_core::text::{is_digit, is_numeral, take_number};

/// A sentence and its segments, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence<'a> {
    /// The sentence without its final mark.
    pub text: &'a str,
    /// Its segments.
    pub segments: Vec<Segment<'a>>,
}

/// A stretch of a sentence around one quantity, or a clause without any.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Segment<'a> {
    /// The words as written.
    pub text: &'a str,
    /// What is understood of them.
    pub said: Words,
    /// What is counted: named here, or carried on from before.
    pub subject: Words,
    /// Whether the sentence itself names the subject.
    pub is_subject_near: bool,
    /// The quantity.
    pub quantity: Option<Quantity>,
    /// What the quantity tells of which this one is a part: 不予公开 of （其中涉及国家秘密1件）.
    pub parent: Words,
    /// How many brackets it stands in.
    pub depth: u8,
    /// The mark before it; a space at the start of a sentence and where there is none.
    pub mark: char,
    /// The first stretch that was not understood; empty if all was.
    pub unknown: &'a str,
    /// Whether it is about another year, or about a part of the whole alone.
    pub is_elsewhere: bool,
}

impl Segment<'_> {
    /// Whether it holds a number, or says that there is none or that it is all.
    pub fn tells(&self) -> bool {
        self.quantity.is_some() || self.said.has_any(Words::of(&[Word::Not, Word::All]))
    }

    /// Whether all its words are understood, and its own sentence names what they are about.
    pub fn is_certain(&self) -> bool {
        self.unknown.is_empty() && self.is_subject_near
    }
}

/// Reads sentence after sentence of one text, and remembers what they are about.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Names by which the organ calls itself, with their first characters.
    names: Vec<(char, String)>,
    year: i64,
    /// What the text is about at the moment.
    subject: Words,
    /// Whether the text is about disclosure of government information at all.
    is_about_disclosure: bool,
}

/// Subjects that are something else where the text is not about disclosure.
const DISPUTES: Words = Words::of(&[Word::Reconsideration, Word::Litigation]);
const ABOUT_DISCLOSURE: Words = Words::of(&[Word::Request, Word::Disclosure, Word::Published]);
const TELLING: Words = SUBJECTS.or(KEYS);

/// A lead of so many characters or fewer sets the scene for the whole sentence: 上半年，…; 市本级：….
const LONGEST_LEAD: usize = 8;

impl Reader {
    /// A reader of what this organ writes on this year.
    pub fn new(organ: &str, year: u16) -> Reader {
        Reader {
            names: names(organ.trim())
                .into_iter()
                .filter_map(|name| Some((name.chars().next()?, name)))
                .collect(),
            year: i64::from(year),
            subject: Words::default(),
            is_about_disclosure: false,
        }
    }

    /// Forgets what the text before was about; the heading of the next one says what it is about.
    pub fn start(&mut self, heading: &str) {
        self.subject = Words::default();
        self.is_about_disclosure = false;
        self.read(heading);
    }

    /// Takes a sentence apart.
    pub fn read<'a>(&mut self, text: &'a str) -> Sentence<'a> {
        let mut sentence = Sentence {
            text,
            segments: Vec::new(),
        };
        let mut scene = Scene::default();
        let mut outside: Vec<(Words, Words)> = Vec::new();
        let mut draft = Draft::new(0, ' ');
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let next = at + c.len_utf8();
            match c {
                // Without a quantity, 、 joins: 行政复议、行政诉讼均为0件.
                '、' if draft.quantity.is_none() => at = next,
                '，' | ',' | '；' | ';' | '：' | ':' | '（' | '(' | '）' | ')' | '、' => {
                    self.finish(&mut sentence, &mut scene, &draft, at, outside.len());
                    match c {
                        '（' | '(' => {
                            outside.push((self.subject, scene.parent));
                            scene.parent = scene.last;
                        }
                        '）' | ')' => {
                            (self.subject, scene.parent) =
                                outside.pop().unwrap_or((self.subject, scene.parent));
                        }
                        '；' | ';' => scene.parent = Words::default(),
                        _ => {}
                    }
                    draft = Draft::new(next, c);
                    at = next;
                }
                '《' => at = behind(text, at, '》'),
                '〔' => at = behind(text, at, '〕'),
                '“' | '”' | '‘' | '’' => at = next,
                c if c.is_whitespace() => at = next,
                _ => {
                    let is_name =
                        |(first, name): &&(char, String)| *first == c && rest.starts_with(name);
                    if let Some((_, name)) = self.names.iter().find(is_name) {
                        at += name.len();
                    } else if let Some((word, after)) = take_word(rest) {
                        draft.said.insert(word);
                        at = text.len() - after.len();
                    } else if !is_numeral(c) && c != '两' {
                        draft.skip(at, next);
                        at = next;
                    } else if let Some(after) = self.take_time(&text[..at], rest, &mut draft) {
                        at = text.len() - after.len();
                    } else if let Some((quantity, after)) = take_quantity(&text[..at], rest) {
                        if draft.quantity.is_some() {
                            let second = draft.split();
                            self.finish(
                                &mut sentence,
                                &mut scene,
                                &draft,
                                second.start,
                                outside.len(),
                            );
                            draft = second;
                        }
                        at = text.len() - after.len();
                        draft.set_quantity(quantity, at);
                    } else {
                        // No part of a longer number is a number of its own.
                        let n_numerals = rest.len() - rest.trim_start_matches(is_numeral).len();
                        let end = at + n_numerals.max(c.len_utf8());
                        draft.skip(at, end);
                        at = end;
                    }
                }
            }
        }
        self.finish(&mut sentence, &mut scene, &draft, text.len(), outside.len());
        sentence
    }

    /// A year, month or day at the start of a text, and what follows it.
    fn take_time<'a>(&self, before: &str, text: &'a str, draft: &mut Draft) -> Option<&'a str> {
        let (first, rest) = take_number(text)?;
        let rest = rest.trim_start();
        if let Some(rest) = rest.strip_prefix('年') {
            match first {
                1000.. => draft.years.push(first - self.year),
                // 近三年
                _ => draft.said.insert(Word::Scope),
            }
            return Some(rest.strip_prefix('度').unwrap_or(rest));
        }
        // 1—12月
        let (last, rest) = match rest.strip_prefix(['—', '-', '－', '～', '~', '至']) {
            Some(after) => take_number(after)?,
            None => (first, rest),
        };
        let rest = rest.trim_start().strip_prefix('月')?;
        let (day, rest) = match take_number(rest) {
            Some((day, rest)) => (Some(day), rest),
            None => (None, rest),
        };
        let rest = rest.trim_start();
        let rest = rest.strip_prefix(['日', '底', '末', '份']).unwrap_or(rest);
        let is_limit = ["截至", "截止", "至", "自", "从", "年"]
            .iter()
            .any(|word| before.ends_with(word));
        let is_of_the_year = match (first, last, day) {
            (1, 12, None) | (1, 1, Some(1)) | (12, 12, Some(31)) => true,
            (12, 12, None) => is_limit,
            _ => false,
        };
        if !is_of_the_year {
            draft.said.insert(Word::Scope);
        }
        Some(rest)
    }

    /// Adds what was drafted to the sentence, with what it is about.
    fn finish<'a>(
        &mut self,
        sentence: &mut Sentence<'a>,
        scene: &mut Scene,
        draft: &Draft,
        end: usize,
        depth: usize,
    ) {
        let text = sentence.text[draft.start..end].trim();
        if text.is_empty() {
            return;
        }
        let is_lead = draft.quantity.is_none() && text.chars().count() <= LONGEST_LEAD;
        let mut said = draft.said;
        for years in &draft.years {
            match (years, said.has(Word::Carry)) {
                (0, _) => {}
                // 2024年结转, 结转2026年
                (-1, true) => said.insert(Word::Over),
                (1, true) => said.insert(Word::Forward),
                _ => {
                    said.insert(Word::Scope);
                    scene.is_elsewhere |=
                        draft.quantity.is_none() && (is_lead || text.starts_with(is_digit));
                }
            }
        }
        if said.has_any(Words::of(&[Word::Over, Word::Forward])) {
            said = said.without(Words::of(&[Word::Carry]));
        }
        let mut unknown = &sentence.text[draft.unknown.clone()];
        // 收到政府信息公开申请，共计128件; 收到政府信息公开申请（含上年结转）128件
        let is_outside = |last: &&Segment| usize::from(last.depth) <= depth;
        if draft.counts()
            && !said.has_any(TELLING)
            && let Some(last) = sentence.segments.iter().rfind(is_outside)
            && last.quantity.is_none()
        {
            said = said.or(last.said);
            unknown = if unknown.is_empty() {
                last.unknown
            } else {
                unknown
            };
        }
        let is_other_organ = is_organ(unknown);
        scene.is_elsewhere |= is_lead && said.has(Word::Scope)
            || draft.quantity.is_none() && is_other_organ && text.starts_with(unknown);
        let keys = said.and(KEYS);
        if said.has(Word::Among) {
            scene.parent = scene.last;
        } else if FAMILIES
            .iter()
            .any(|&family| keys.has_any(family) && scene.parent.has_any(family))
            || keys.has_any(FLOW)
        {
            // What is no part of the last quantity stands beside it.
            scene.parent = Words::default();
        }
        if draft.counts() {
            scene.last = if keys.is_empty() { scene.parent } else { keys };
        }
        self.subject = self.subject_of(said, scene);
        self.is_about_disclosure |= said.has_any(ABOUT_DISCLOSURE);
        scene.is_disclosure_near |= said.has_any(ABOUT_DISCLOSURE);
        let is_dispute = self.subject.has_any(DISPUTES);
        let subject = match is_dispute && !self.is_about_disclosure {
            true => Words::of(&[Word::OtherThing]),
            false => self.subject,
        };
        sentence.segments.push(Segment {
            text,
            said,
            subject,
            is_subject_near: scene.is_subject_near && (!is_dispute || scene.is_disclosure_near),
            quantity: draft.quantity,
            parent: scene.parent,
            depth: u8::try_from(depth).unwrap_or(u8::MAX),
            mark: draft.mark,
            unknown,
            is_elsewhere: said.has(Word::Scope) || scene.is_elsewhere || is_other_organ,
        });
    }

    /// What a segment is about: what it names, else what the one before was about.
    fn subject_of(&self, said: Words, scene: &mut Scene) -> Words {
        let mut named = said.and(SUBJECTS);
        if named.has_any(DISPUTES) {
            named = named.without(Words::of(&[Word::Request]));
        }
        if named.is_empty() && said.has(Word::Apply) {
            let is_request = said.has(Word::Disclosure) || self.subject.has(Word::Request);
            named.insert(if is_request {
                Word::Request
            } else {
                Word::OtherThing
            });
        }
        if named.is_empty() {
            return self.subject;
        }
        scene.is_subject_near = true;
        named
    }
}

/// What holds until the end of a sentence.
#[derive(Default)]
struct Scene {
    is_subject_near: bool,
    is_disclosure_near: bool,
    /// Another year, a part of the year, another organ.
    is_elsewhere: bool,
    /// What the last quantity tells, and the one that the next is a part of.
    last: Words,
    parent: Words,
}

/// A segment while it is read; places are counted from the start of the sentence.
struct Draft {
    start: usize,
    mark: char,
    said: Words,
    /// What was said up to the quantity.
    said_before: Words,
    quantity: Option<Quantity>,
    /// Where the quantity ends.
    end: usize,
    unknown: Range<usize>,
    years: Vec<i64>,
}

impl Draft {
    fn new(start: usize, mark: char) -> Draft {
        Draft {
            start,
            mark,
            said: Words::default(),
            said_before: Words::default(),
            quantity: None,
            end: start,
            unknown: start..start,
            years: Vec::new(),
        }
    }

    /// Notes a stretch that was not understood; the first one grows as long as it goes on.
    fn skip(&mut self, from: usize, to: usize) {
        if self.unknown.is_empty() {
            self.unknown = from..to;
        } else if self.unknown.end == from {
            self.unknown.end = to;
        }
    }

    fn set_quantity(&mut self, quantity: Quantity, end: usize) {
        self.quantity = Some(quantity);
        self.end = end;
        self.said_before = self.said;
    }

    /// Whether it holds a quantity that is no length of time.
    fn counts(&self) -> bool {
        self.quantity
            .is_some_and(|quantity| quantity.measure != Measure::Time)
    }

    /// Parts from this segment what stands behind its quantity: it belongs to the next quantity.
    fn split(&mut self) -> Draft {
        let mut second = Draft::new(self.end, ' ');
        second.said = self.said.without(self.said_before);
        // 15个工作日内办结8件 tells of those alone.
        if !self.counts() {
            second.said.insert(Word::Scope);
        }
        self.said = self.said_before;
        if self.unknown.start >= self.end {
            second.unknown = std::mem::replace(&mut self.unknown, self.end..self.end);
        }
        second
    }
}

/// The place behind a closing mark; without one, behind the opening mark.
fn behind(text: &str, open: usize, close: char) -> usize {
    let length = text[open..]
        .find(close)
        .map(|length| length + close.len_utf8());
    open + length.unwrap_or_else(|| text[open..].chars().next().map_or(0, char::len_utf8))
}
