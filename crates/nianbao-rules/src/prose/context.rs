//! What a segment is about and whether it tells of the whole, given what was read before it.

use super::draft::Draft;
use super::organ::is_organ;
use super::scene::Scene;
use super::sentence::{Reader, Segment, Sentence};
use super::words::{DISPUTES, KEYS, REQUESTERS, SUBJECTS, Word, Words};
use nianbao_core::text::is_digit;

const ABOUT_DISCLOSURE: Words = Words::of(&[Word::Request, Word::Disclosure, Word::Published]);
const DOCUMENTS: Words = Words::of(&[Word::Rules, Word::Documents]);
const REQUEST: Words = Words::of(&[Word::Request]);
const OTHER_THING: Words = Words::of(&[Word::OtherThing]);

/// Words that tell of a part of the whole, or of something else.
const PARTS: Words = Words::of(&[Word::Scope, Word::Period, Word::Organs]);
/// Words by which disputes of all kinds are told, where disclosure is not named.
const GENERAL: [&str; 3] = ["各类", "案件", "应诉"];

/// A lead of so many characters or fewer sets the scene for the whole sentence: 上半年，…; 市本级：….
const LONGEST_LEAD: usize = 8;

/// What a segment says, with what it takes over from the clause before it.
struct Told<'a> {
    text: &'a str,
    said: Words,
    unknown: &'a str,
    is_narrowed: bool,
    /// Whether what is unknown names an organ.
    names_organ: bool,
}

impl Reader {
    /// Adds what was drafted to the sentence, with what it is about.
    pub(super) fn finish<'a>(
        &mut self,
        sentence: &mut Sentence<'a>,
        scene: &mut Scene,
        draft: &Draft,
        end: usize,
    ) {
        let text = sentence.text[draft.start..end].trim();
        if text.is_empty() {
            return;
        }
        let mut told = Told {
            text,
            said: draft.said,
            unknown: &sentence.text[draft.unknown.clone()],
            is_narrowed: draft.is_narrowed,
            names_organ: false,
        };
        told.take_over(draft, sentence, scene);
        told.names_organ = is_organ(told.unknown);
        self.subject = self.subject_of(told.said, told.is_narrowed, scene);
        told.set_scene(draft, scene, self.subject);
        let subject = self.about(&mut told, scene, draft);
        scene.enter(told.said);
        let is_dispute = self.subject.has_any(DISPUTES);
        let is_elsewhere = scene.is_outside() || told.is_partial(subject, scene.names_year);
        sentence.segments.push(Segment {
            text,
            said: told.said,
            subject,
            is_subject_near: scene.is_subject_near && (!is_dispute || scene.is_disclosure_near),
            quantity: draft.quantity,
            parent: scene.parent,
            of: match told.said.has_any(REQUESTERS) {
                true => Words::default(),
                false => scene.requester,
            },
            depth: u8::try_from(scene.depth()).unwrap_or(u8::MAX),
            mark: draft.mark,
            unknown: told.unknown,
            is_narrowed: told.is_narrowed,
            names_self: draft.names_self,
            names_others: told.said.has(Word::Organs) || told.names_organ,
            is_elsewhere,
        });
        if draft.counts() {
            scene.leave(told.said, subject, is_elsewhere);
        }
    }

    /// What the segment is about: disputes only where the text is about disclosure and they are not told of in general.
    fn about(&mut self, told: &mut Told, scene: &mut Scene, draft: &Draft) -> Words {
        let said = told.said;
        // 因征地被申请行政复议5件
        let is_general = said.has(Word::Handle)
            || GENERAL.iter().any(|it| told.text.contains(it))
            || !told.unknown.is_empty() && said.has_any(DISPUTES);
        if self.subject.has_any(DISPUTES)
            && !scene.is_disclosure_near
            && !said.has_any(ABOUT_DISCLOSURE)
            && is_general
        {
            self.subject = OTHER_THING;
        }
        if draft.counts() && scene.adds_up(said, self.subject) {
            told.said.insert(Word::Handle);
        }
        if draft.counts() && scene.adds_disputes_up(said) {
            told.said = said.or(DISPUTES);
            self.subject = DISPUTES;
        }
        let is_dispute = self.subject.has_any(DISPUTES);
        if said.has(Word::Open) && is_dispute {
            told.said = said.without(Words::of(&[Word::Open]));
            told.said.insert(Word::Pending);
        }
        self.is_about_disclosure |= said.has_any(ABOUT_DISCLOSURE);
        scene.is_disclosure_near |= said.has_any(ABOUT_DISCLOSURE);
        match is_dispute && !self.is_about_disclosure {
            true => OTHER_THING,
            false => self.subject,
        }
    }
}

impl<'a> Told<'a> {
    /// Takes over what the clause before says of this number.
    fn take_over(&mut self, draft: &Draft, sentence: &Sentence<'a>, scene: &mut Scene) {
        let names_year = self.said.has(Word::ThisYear) || draft.years.contains(&0);
        scene.names_year |= names_year;
        scene.is_elsewhere &= !names_year;
        scene.is_other_organ &= !draft.names_self;
        if draft.of_another_year(&mut self.said) {
            scene.is_elsewhere |=
                self.is_lead(draft) || draft.quantity.is_none() && self.text.starts_with(is_digit);
        }
        if !draft.counts() {
            return;
        }
        // 收到政府信息公开申请，共计128件; 收到政府信息公开申请（含上年结转）128件
        let is_outside = |last: &&Segment| usize::from(last.depth) <= scene.depth();
        let says_nothing = !self.said.has_any(SUBJECTS.or(KEYS));
        if (says_nothing || draft.mark == '）' && !self.said.has_any(KEYS))
            && let Some(last) = sentence.segments.iter().rfind(is_outside)
            && last.quantity.is_none()
        {
            self.said = self.said.or(last.said);
            self.is_narrowed |= last.is_narrowed;
            if self.unknown.is_empty() {
                self.unknown = last.unknown;
            }
        }
        // 制定规章6部，行政规范性文件181件
        if self.said.has_any(DOCUMENTS)
            && !self.said.has_any(KEYS)
            && let Some(last) = sentence.segments.last()
            && last.subject.has_any(DOCUMENTS)
            && matches!(draft.mark, '，' | ',' | '、' | ' ')
        {
            self.said = self.said.or(last.said.and(KEYS.or(PARTS)));
        }
    }

    /// Finds out whether this, and what follows in the sentence, tells of another organ, time or matter.
    fn set_scene(&self, draft: &Draft, scene: &mut Scene, subject: Words) {
        scene.is_other_organ |=
            self.names_organ && (draft.quantity.is_some() || self.text.starts_with(self.unknown));
        scene.is_elsewhere |= self.is_lead(draft) && self.said.has_any(PARTS);
        scene.is_elsewhere |= match draft.quantity {
            // 上半年收到9件，办结8件; 收到征地方面的申请9件，办结8件
            Some(_) => {
                self.said.has_any(Words::of(&[Word::Period, Word::Organs])) && draft.counts()
                    || self.is_narrowed && subject == REQUEST
            }
            // 涉及拆迁的政府信息公开申请中，自然人9件
            None => {
                self.text.ends_with('中')
                    && (self.is_narrowed || self.said.has(Word::Scope))
                    && subject == REQUEST
            }
        };
    }

    fn is_lead(&self, draft: &Draft) -> bool {
        draft.quantity.is_none() && self.text.chars().count() <= LONGEST_LEAD
    }

    /// Whether its words tell of a part of the whole alone, or of more than it.
    fn is_partial(&self, subject: Words, names_year: bool) -> bool {
        const LEFT_OVER: Words = Words::of(&[Word::Over, Word::Forward, Word::Carry, Word::Open]);
        const SHOWN_WHOLE: Words = Words::of(&[
            Word::Issue,
            Word::Repeal,
            Word::InForce,
            Word::Kept,
            Word::Published,
        ]);
        let said = self.said;
        said.has_any(PARTS)
            || self.names_organ
            || said.has(Word::Shown) && !said.has_any(SHOWN_WHOLE)
            || said.has(Word::Cumulative) && !names_year
            || said.has(Word::Besides) && !said.has_any(LEFT_OVER)
            || said.has(Word::Channels) && subject.has(Word::Published)
    }
}
