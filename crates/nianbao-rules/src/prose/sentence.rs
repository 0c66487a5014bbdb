//! Sentences taken apart into segments, each with at most one quantity and what is said of it.

use super::draft::Draft;
use super::lexicon::take_word;
use super::organ::names;
use super::quantity::{Quantity, take_quantity};
use super::scene::Scene;
use super::words::{DISPUTES, SUBJECTS, Word, Words};
use nianbao_core::text::{is_digit, is_numeral, take_number};

/// A sentence of so many characters or fewer without a number is a heading: （二）依申请公开情况.
const LONGEST_HEADING: usize = 18;

/// A sentence and its segments, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence<'a> {
    /// The sentence without its final mark; semicolons stand within it.
    pub text: &'a str,
    /// Its segments.
    pub segments: Vec<Segment<'a>>,
}

impl<'a> Sentence<'a> {
    /// The part between two semicolons in which a segment stands.
    pub fn part_with(&self, segment: &Segment) -> &'a str {
        let mut parts = self.text.split(['；', ';']);
        let part = parts.find(|part| part.contains(segment.text));
        part.unwrap_or(self.text).trim()
    }
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
    /// Whether the sentence itself, or the heading right above it, names the subject.
    pub is_subject_near: bool,
    /// The quantity.
    pub quantity: Option<Quantity>,
    /// What the quantity tells of which this one is a part: 不予公开 of （其中涉及国家秘密1件）.
    pub parent: Words,
    /// Of whose requests it may tell the outcome: those named right before, 自然人 in 自然人5件，予以公开3件.
    pub of: Words,
    /// How many brackets it stands in.
    pub depth: u8,
    /// The mark before it; a space at the start of a sentence and where there is none.
    pub mark: char,
    /// The first stretch that was not understood; empty if all was.
    pub unknown: &'a str,
    /// Whether that stretch may say of which ones alone this is told: 收到危旧房改造申请5件.
    pub is_narrowed: bool,
    /// Whether it names the organ that reports.
    pub names_self: bool,
    /// Whether it names other organs, or only some of those reported on.
    pub names_others: bool,
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
    year: Option<i64>,
    /// What the text is about at the moment.
    pub(super) subject: Words,
    /// Whether the text is about disclosure of government information at all.
    pub(super) is_about_disclosure: bool,
    /// What the sentence before leaves to the next one.
    before: Scene,
}

impl Reader {
    /// A reader of what this organ writes on this year, if it is known.
    pub fn new(organ: &str, year: impl Into<Option<u16>>) -> Reader {
        Reader {
            names: names(organ.trim())
                .into_iter()
                .filter_map(|name| Some((name.chars().next()?, name)))
                .collect(),
            year: year.into().map(i64::from),
            subject: Words::default(),
            is_about_disclosure: false,
            before: Scene::default(),
        }
    }

    /// Forgets what the text before was about; the heading of the next one says what it is about.
    pub fn start(&mut self, heading: &str) {
        self.subject = Words::default();
        self.is_about_disclosure = false;
        self.before = Scene::default();
        self.read(heading);
    }

    /// Takes a sentence apart.
    pub fn read<'a>(&mut self, text: &'a str) -> Sentence<'a> {
        let mut sentence = Sentence {
            text,
            segments: Vec::new(),
        };
        let mut scene = self.before.next();
        let mut draft = Draft::new(0, ' ');
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let next = at + c.len_utf8();
            match c {
                // Without a quantity, 、 joins: 行政复议、行政诉讼均为0件.
                '、' if draft.quantity.is_none() => at = next,
                '，' | ',' | '；' | ';' | '：' | ':' | '（' | '(' | '）' | ')' | '、' => {
                    self.finish(&mut sentence, &mut scene, &draft, at);
                    match c {
                        '（' | '(' => scene.open(self.subject),
                        '）' | ')' => self.subject = scene.close(self.subject),
                        '；' | ';' => scene.part(),
                        _ => {}
                    }
                    draft = Draft::new(next, c);
                    at = next;
                }
                '《' => at = behind(text, at, '》'),
                '〔' => at = behind(text, at, '〕'),
                '“' | '”' | '‘' | '’' => at = next,
                c if c.is_whitespace() => at = next,
                _ => at = self.take(&mut sentence, &mut scene, &mut draft, at, c),
            }
        }
        self.finish(&mut sentence, &mut scene, &draft, text.len());
        let segments = &sentence.segments;
        scene.end(
            text.chars().count() <= LONGEST_HEADING
                && segments.iter().all(|segment| !segment.tells()),
            segments
                .iter()
                .any(|segment| segment.subject.has_any(DISPUTES)),
        );
        self.before = scene;
        sentence
    }

    /// Takes what begins here into the draft: a name, a word, a time, a quantity, or a stretch that is not understood.
    ///
    /// Answers the place behind it.
    fn take<'a>(
        &mut self,
        sentence: &mut Sentence<'a>,
        scene: &mut Scene,
        draft: &mut Draft,
        at: usize,
        c: char,
    ) -> usize {
        let text = sentence.text;
        let (before, rest) = text.split_at(at);
        let place_before = |after: &str| text.len() - after.len();
        let is_name = |(first, name): &&(char, String)| *first == c && rest.starts_with(name);
        if let Some((_, name)) = self.names.iter().find(is_name) {
            draft.names_self = true;
            return at + name.len();
        }
        if c == '通'
            && let Some(after) = take_channels(rest)
        {
            draft.said.insert(Word::Channels);
            return place_before(after);
        }
        if let Some((says, after)) = take_word(rest) {
            draft.say(says, at);
            return place_before(after);
        }
        if !is_numeral(c) && c != '两' {
            draft.skip(at, at + c.len_utf8());
            return at + c.len_utf8();
        }
        // 1.收到申请12件
        if at == draft.start
            && let Some(after) = rest.trim_start_matches(is_digit).strip_prefix(['.', '．'])
            && !after.starts_with(is_digit)
        {
            return place_before(after);
        }
        if let Some(after) = self.take_time(before, rest, draft) {
            return place_before(after);
        }
        if let Some((quantity, after)) = take_quantity(before, rest) {
            if draft.quantity.is_some() {
                let second = draft.split();
                self.finish(sentence, scene, draft, second.start);
                *draft = second;
            }
            draft.set_quantity(quantity, place_before(after));
            return place_before(after);
        }
        // No part of a longer number is a number of its own.
        let n_numerals = rest.len() - rest.trim_start_matches(is_numeral).len();
        let end = at + n_numerals.max(c.len_utf8());
        draft.skip(at, end);
        end
    }

    /// A year, month or day at the start of a text, and what follows it.
    fn take_time<'a>(&self, before: &str, text: &'a str, draft: &mut Draft) -> Option<&'a str> {
        let (first, rest) = take_number(text)?;
        let rest = rest.trim_start();
        if let Some(rest) = rest.strip_prefix('年') {
            let is_compared = before.trim_end().ends_with(['比', '较', '同', '与']);
            match self.year {
                // 比2022年（31起）下降29%
                Some(year) if is_compared && first == year - 1 => {
                    draft.said.insert(Word::Compared);
                }
                Some(year) if first >= 1000 => draft.years.push(first - year),
                // 近三年; or nobody knows whether it is the year reported on.
                _ => draft.said.insert(Word::Period),
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
        let is_limit = ["截至", "截止", "至", "自", "从", "年", "到"]
            .iter()
            .any(|word| before.ends_with(word));
        let is_of_the_year = match (first, last, day) {
            (1, 12, None) | (1, 1, Some(1)) | (12, 12, Some(31)) => true,
            (12, 12, None) => is_limit,
            _ => false,
        };
        if !is_of_the_year {
            draft.said.insert(Word::Period);
        }
        Some(rest)
    }

    /// What a segment is about: what it names, else what the one before was about.
    pub(super) fn subject_of(&self, said: Words, is_narrowed: bool, scene: &mut Scene) -> Words {
        let mut named = said.and(SUBJECTS);
        if named.has_any(DISPUTES) {
            named = named.without(Words::of(&[Word::Request]));
        }
        if named.is_empty() && said.has(Word::Apply) {
            let is_request =
                said.has(Word::Disclosure) || self.subject.has(Word::Request) && !is_narrowed;
            named.insert(if is_request {
                Word::Request
            } else {
                Word::OtherThing
            });
        }
        if named.is_empty() && said.has(Word::File) {
            const KEPT: Words = Words::of(&[Word::Repeal, Word::InForce, Word::Kept]);
            let is_document = self.subject.has(Word::Documents) && said.has_any(KEPT);
            named.insert(match is_document {
                true => Word::Documents,
                false => Word::OtherThing,
            });
        }
        if named.is_empty() {
            // 行政复议2件，未经复议直接起诉1件
            const SUITS: Words = Words::of(&[Word::Direct, Word::AfterReconsideration]);
            return match self.subject.has(Word::Reconsideration) && said.has_any(SUITS) {
                true => Words::of(&[Word::Litigation]),
                false => self.subject,
            };
        }
        scene.is_subject_near = true;
        named
    }
}

/// 通过网络、信函等渠道 at the start of a text, and what follows it.
fn take_channels(text: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    const NOUNS: [&str; 8] = [
        "渠道",
        "途径",
        "方式",
        "形式",
        "多种",
        "多渠道",
        "各种",
        "平台",
    ];
    let rest = text.strip_prefix("通过")?;
    let is_end = |c: char| is_numeral(c) || "，,；;：:。（(".contains(c);
    for (at, c) in rest.char_indices().take(LONGEST) {
        if is_end(c) {
            return None;
        }
        let Some(after) = rest[at..].strip_prefix('等') else {
            continue;
        };
        let noun = NOUNS.iter().find(|noun| after.starts_with(**noun))?;
        let after = &after[noun.len()..];
        let again = NOUNS[..4].iter().find(|noun| after.starts_with(**noun));
        return Some(again.map_or(after, |noun| &after[noun.len()..]));
    }
    None
}

/// Titles are no longer, in characters: a mark that nothing closes is not looked for to the end again and again.
const LONGEST_TITLE: usize = 100;

/// The place behind a closing mark; without one near, behind the opening mark.
fn behind(text: &str, open: usize, close: char) -> usize {
    let mut near = text[open..].char_indices().take(LONGEST_TITLE);
    let length = near
        .find(|(_, c)| *c == close)
        .map(|(at, c)| at + c.len_utf8());
    open + length.unwrap_or_else(|| text[open..].chars().next().map_or(0, char::len_utf8))
}
