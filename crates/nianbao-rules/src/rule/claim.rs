//! What texts say of the tables, and which figures a number beside those words may legitimately be.
//!
//! “收到申请 N 件” may mean what was newly received, or that and what was carried over, or what was answered.
//! A number is wrong only if it fits none of its readings; whatever makes the words doubtful makes the finding milder.

use super::Passage;
use super::sum::Sum;
use crate::prose::{self, KEYS, Measure, Segment, Word, Words};

/// Words beside a number, and the readings of the number.
#[derive(Debug)]
pub struct Claim {
    /// What is counted.
    pub subject: Words,
    /// What must be said of it.
    pub said: Words,
    /// What may be said as well.
    pub beside: Words,
    /// What else the words beside the number must say, which tells no figure by itself: 新收 rather than 收到.
    pub with: Words,
    /// What must be told apart in the same sentence, one of these at least; nothing if empty.
    pub when: Words,
    /// What one other number of the same sentence must tell, all of it; nothing if empty.
    pub alongside: Words,
    /// Words that make the whole sentence tell something else.
    pub unless: Words,
    /// What is counted in.
    pub counts: Counts,
    /// Whether the words beside the number must name what is counted.
    pub is_named: bool,
    /// Whether a sentence that denies it states a 0.
    pub is_deniable: bool,
    /// Whether its words may mean a part, so that a wrong number is told more mildly.
    pub is_mild: bool,
    /// What the number may be; the first is what a text denies that says there was none.
    pub readings: &'static [Sum],
}

/// What a claim is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// 件 and its like alone: 行政许可事项120项 are no decisions.
    Cases,
    /// Any word for countable things; 条 and 次 make it doubtful.
    Things,
    /// 元
    Yuan,
}

impl Claim {
    /// A claim counted in cases, with nothing beside its words.
    pub const fn new(subject: &[Word], said: &[Word], readings: &'static [Sum]) -> Claim {
        Claim {
            subject: Words::of(subject),
            said: Words::of(said),
            beside: Words::of(&[]),
            with: Words::of(&[]),
            when: Words::of(&[]),
            alongside: Words::of(&[]),
            unless: Words::of(&[]),
            counts: Counts::Things,
            is_named: false,
            is_deniable: false,
            is_mild: false,
            readings,
        }
    }

    /// The same claim where more may be said.
    pub const fn beside(self, words: &[Word]) -> Claim {
        Claim {
            beside: Words::of(words),
            ..self
        }
    }

    /// The same claim, unless the sentence tells something else.
    pub const fn unless(self, words: &[Word]) -> Claim {
        Claim {
            unless: Words::of(words),
            ..self
        }
    }

    /// The same claim, counted in something else.
    pub const fn in_units(self, counts: Counts) -> Claim {
        Claim { counts, ..self }
    }

    /// The same claim where the words beside the number say this as well.
    pub const fn with(self, words: &[Word]) -> Claim {
        Claim {
            with: Words::of(words),
            ..self
        }
    }

    /// The same claim where the sentence tells one of these apart.
    pub const fn when(self, words: &[Word]) -> Claim {
        Claim {
            when: Words::of(words),
            ..self
        }
    }

    /// The same claim where another number of the sentence tells all of this.
    pub const fn alongside(self, words: &[Word]) -> Claim {
        Claim {
            alongside: Words::of(words),
            ..self
        }
    }

    /// The same claim where the words beside the number name what is counted.
    pub const fn named(self) -> Claim {
        Claim {
            is_named: true,
            ..self
        }
    }

    /// The same claim, which a sentence may deny.
    pub const fn deniable(self) -> Claim {
        Claim {
            is_deniable: true,
            ..self
        }
    }

    /// The same claim, told more mildly.
    pub const fn mild(self) -> Claim {
        Claim {
            is_mild: true,
            ..self
        }
    }

    /// Whether a segment makes this claim.
    fn is_made_by(&self, segment: &Segment, passage: &Passage) -> bool {
        let keys = segment.said.and(KEYS);
        segment.subject == self.subject
            && keys.has_all(self.said)
            && keys.without(self.said.or(self.beside)).is_empty()
            && segment.said.has_all(self.with)
            && (!self.is_named || segment.said.has_all(self.subject))
            && (self.when.is_empty() || passage.tells_apart(self.when, segment))
            && (self.alongside.is_empty() || passage.tells_at_once(self.alongside, segment))
            && !passage.said.has_any(self.unless)
    }

    /// The number that a segment states, in the unit of the figures.
    pub(super) fn number(&self, segment: &Segment) -> Option<prose::Number> {
        let Some(quantity) = segment.quantity else {
            return prose::Number::of(0).filter(|_| self.is_denied_by(segment));
        };
        let fits = match (self.counts, quantity.measure) {
            (Counts::Yuan, Measure::Yuan) => true,
            (Counts::Cases, Measure::Cases | Measure::Bare) => true,
            (
                Counts::Things,
                Measure::Cases | Measure::Things | Measure::Pieces("条") | Measure::Bare,
            ) => true,
            (Counts::Yuan | Counts::Cases | Counts::Things, _) => false,
        };
        (fits && quantity.is_exact && !segment.said.has(Word::Not)).then_some(quantity.number)
    }

    /// Whether a segment says that there was none: 未收到, but not 未办结 nor 未按时.
    fn is_denied_by(&self, segment: &Segment) -> bool {
        const UNFINISHED: Words = Words::of(&[
            Word::Conclude,
            Word::Handle,
            Word::OnTime,
            Word::InForce,
            Word::Among,
            Word::All,
        ]);
        self.is_deniable && segment.said.has(Word::Not) && !segment.said.has_any(UNFINISHED)
    }
}

/// Words that make a number something else than a figure of a table.
const OTHERWISE: Words = Words::of(&[
    Word::Up,
    Word::Down,
    Word::Compared,
    Word::Respectively,
    Word::OnTime,
    Word::Amend,
    Word::Rate,
]);

/// Whether a number is one of the lines of the number before: 其他处理34件，其中逾期不补正7件.
fn is_line_of_parent(segment: &Segment) -> bool {
    const LINES: Words = Words::of(&[Word::NotCorrected, Word::FeeUnpaid]);
    segment.said.has_any(LINES) && segment.parent == Words::of(&[Word::OtherOutcome])
}

/// Quantities that others are parts of and that are the whole, not a part themselves.
const WHOLES: Words = Words::of(&[Word::Receive, Word::Handle, Word::Conclude]);

impl Passage<'_> {
    /// Whether organs are told one by one, this one among them: 市政府出台规范性文件3件，部门出台5件.
    fn is_one_of_several(&self, segment: &Segment) -> bool {
        let counts = |it: &&Segment| it.quantity.is_some();
        let mut behind = self.behind(segment).filter(counts);
        segment.names_self
            && behind.next().is_some_and(|next| {
                next.names_others
                    && !next.said.has(Word::Among)
                    && (next.depth, next.subject) == (segment.depth, segment.subject)
                    && next.said.and(KEYS) == segment.said.and(KEYS)
            })
    }

    /// The claim that a segment makes; none where it is about something else.
    pub(crate) fn claim<'c>(&self, segment: &Segment, claims: &'c [Claim]) -> Option<&'c Claim> {
        // What is not understood may say which ones are meant, or that something else is.
        let is_unclear = segment.is_narrowed
            || !segment.unknown.is_empty()
                && (!segment.is_subject_near || segment.quantity.is_none());
        if segment.is_elsewhere
            || is_unclear
            || segment.said.has_any(OTHERWISE)
            || !segment.parent.without(WHOLES).is_empty() && !is_line_of_parent(segment)
            || self.is_one_of_several(segment)
        {
            return None;
        }
        let mut made = claims
            .iter()
            .filter(|claim| claim.is_made_by(segment, self));
        made.next().filter(|claim| claim.number(segment).is_some())
    }
}
