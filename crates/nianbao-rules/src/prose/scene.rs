//! What holds until the end of a sentence, and in part for the next one.

use super::words::{DISPUTES, FAMILIES, FLOW, KEYS, REQUESTERS, SUBJECTS, Word, Words};

/// What holds until the end of a sentence, and in part for the next one.
#[derive(Clone, Debug, Default)]
pub(super) struct Scene {
    pub(super) is_subject_near: bool,
    pub(super) is_disclosure_near: bool,
    /// Another year, a part of the year, one matter alone.
    pub(super) is_elsewhere: bool,
    pub(super) is_other_organ: bool,
    /// Whether the year reported on is named.
    pub(super) names_year: bool,
    /// What the last quantity tells, and whether it is elsewhere.
    last: (Words, bool),
    /// What the quantity tells that the next is a part of.
    pub(super) parent: Words,
    is_parent_elsewhere: bool,
    /// What all quantities of this part tell, those in brackets left out.
    told: Words,
    /// What all quantities of the sentence count, those in brackets left out.
    subjects: Words,
    /// Who made the requests of which outcomes may follow.
    pub(super) requester: Words,
    /// For each open bracket, what was about it outside.
    outside: Vec<Outside>,
}

#[derive(Clone, Copy, Debug)]
struct Outside {
    subject: Words,
    parent: Words,
    is_parent_elsewhere: bool,
    last: (Words, bool),
}

impl Scene {
    /// What it leaves to the next sentence: 其中 goes back to the last number, a heading names the subject.
    pub(super) fn next(&self) -> Scene {
        // 收到317件，上年结转3件。其中，予以公开184件 is about all.
        const WHOLE: Words = Words::of(&[Word::Receive, Word::Handle, Word::Conclude]);
        const APART: Words = Words::of(&[Word::Over, Word::Forward, Word::Carry]);
        let (what, is_elsewhere) = self.last;
        let is_apart = what.has_any(APART) && what.without(APART).is_empty();
        let what = match is_apart && self.told.has_any(WHOLE) {
            true => self.told.and(WHOLE),
            false => what,
        };
        Scene {
            is_subject_near: self.is_subject_near,
            is_disclosure_near: self.is_disclosure_near,
            last: (what, is_elsewhere),
            ..Scene::default()
        }
    }

    /// A sentence is over; unless it was a heading, the next one has to name its subject.
    pub(super) fn end(&mut self, is_heading: bool, is_of_disputes: bool) {
        self.is_subject_near &= is_heading;
        self.is_disclosure_near &= is_heading && is_of_disputes;
    }

    /// Whether what it tells of is not this organ's whole year.
    pub(super) fn is_outside(&self) -> bool {
        self.is_elsewhere || self.is_other_organ || self.is_parent_elsewhere
    }

    pub(super) fn depth(&self) -> usize {
        self.outside.len()
    }

    /// A bracket opens: what stands in it is a part of the last quantity.
    pub(super) fn open(&mut self, subject: Words) {
        self.outside.push(Outside {
            subject,
            parent: self.parent,
            is_parent_elsewhere: self.is_parent_elsewhere,
            last: self.last,
        });
        (self.parent, self.is_parent_elsewhere) = self.last;
    }

    /// A bracket closes; what the text is about is again what it was.
    pub(super) fn close(&mut self, subject: Words) -> Words {
        let Some(outside) = self.outside.pop() else {
            return subject;
        };
        self.parent = outside.parent;
        self.is_parent_elsewhere = outside.is_parent_elsewhere;
        self.last = outside.last;
        outside.subject
    }

    /// A semicolon: what follows stands beside what was told.
    pub(super) fn part(&mut self) {
        self.is_elsewhere = false;
        self.is_other_organ = false;
        self.requester = Words::default();
        self.told = Words::default();
        (self.parent, self.is_parent_elsewhere) = match self.outside.last() {
            Some(outside) => outside.last,
            None => (Words::default(), false),
        };
    }

    /// Whether a sum follows what came in: 收到132件，上年结转2件，共计134件.
    pub(super) fn adds_up(&self, said: Words, subject: Words) -> bool {
        const IN: Words = Words::of(&[Word::Receive, Word::Handle, Word::Over, Word::Carry]);
        said.has(Word::Sum)
            && said.and(KEYS).is_empty()
            && subject == Words::of(&[Word::Request])
            && self.told.has_any(IN)
            && self.told.without(IN).is_empty()
            && self.depth() == 0
    }

    /// Whether a sum follows disputes of both kinds and nothing else: 行政复议12件、行政诉讼8件，共计20件.
    pub(super) fn adds_disputes_up(&self, said: Words) -> bool {
        said.has(Word::Sum)
            && said.and(KEYS.or(SUBJECTS)).is_empty()
            && self.subjects == DISPUTES
            && self.depth() == 0
    }

    /// Finds out what the next quantity is a part of.
    pub(super) fn enter(&mut self, said: Words) {
        let keys = said.and(KEYS);
        if said.has(Word::Among) {
            (self.parent, self.is_parent_elsewhere) = self.last;
        } else if FAMILIES
            .iter()
            .any(|&family| keys.has_any(family) && self.parent.has_any(family))
            || keys.has_any(FLOW)
        {
            // What is no part of the last quantity stands beside it.
            (self.parent, self.is_parent_elsewhere) = (Words::default(), false);
        }
        if keys.has_any(FLOW) {
            self.requester = Words::default();
        }
    }

    /// Remembers a quantity.
    pub(super) fn leave(&mut self, said: Words, subject: Words, is_elsewhere: bool) {
        let keys = said.and(KEYS);
        let what = if keys.is_empty() { self.parent } else { keys };
        self.last = (what, is_elsewhere);
        if self.outside.is_empty() {
            self.told = self.told.or(keys);
            self.subjects = self.subjects.or(subject);
        }
        if keys.has_any(REQUESTERS) {
            self.requester = keys.and(REQUESTERS);
        }
    }
}
