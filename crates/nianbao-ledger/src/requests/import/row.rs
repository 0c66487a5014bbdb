//! One row of a ledger as a request.

use nianbao_core::sheet::Sheet;

use crate::day::{Day, is_blank};
use crate::fold::one_line;
use crate::mapping::{Mapping, Spread};
use crate::requests::heads::Field;
use crate::requests::{Channel, Disputes, Request, receipt};

use super::interner::Interner;

/// What tells requests apart.
const IDENTIFYING: [Field; 6] = [
    Field::Number,
    Field::Received,
    Field::Confirmed,
    Field::Submitted,
    Field::Who,
    Field::Kind,
];

/// What else only requests have; the first three are what parts of a form have of their own.
const TELLING: [Field; 6] = [
    Field::Result,
    Field::Reason,
    Field::Replied,
    Field::What,
    Field::CorrectionAsked,
    Field::Channel,
];

/// One row of a ledger.
pub(super) struct Row<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) mapping: &'a Mapping<Field>,
    pub(super) spread: &'a Spread,
    pub(super) row: usize,
}

impl Row<'_> {
    fn text(&self, field: Field) -> &str {
        let Some(column) = self.mapping.column(field) else {
            return "";
        };
        match self.sheet.cell(self.row, column) {
            "" if !self.spread.merged.is_empty() => {
                self.sheet.cell(self.spread.row(self.row, column), column)
            }
            text => text,
        }
    }

    fn own_text(&self, field: Field) -> &str {
        let column = self.mapping.column(field);
        column.map_or("", |column| self.sheet.cell(self.row, column))
    }

    fn day(&self, field: Field) -> Day {
        Day::read(self.text(field))
    }

    /// The request of this row, if there is enough in it; its form begins above where only its own result stands here.
    pub(super) fn request(
        &self,
        previous: Option<&Request>,
        interner: &mut Interner,
    ) -> Option<Request> {
        let previous = previous.filter(|_| self.is_part());
        if previous.is_none() && !self.is_request() {
            return None;
        }
        let kind = self.text(Field::Kind);
        let mut request = self.said(interner);
        if let Some(first) = previous {
            // Marked as a part here; which one comes first is known to the caller.
            request.part_of = Some(0);
            request.inherit(first);
        }
        request.kind = match previous {
            Some(first) if kind.is_empty() => interner.kinds.again(first.kind),
            _ => interner.kinds.take(kind, ""),
        };
        Some(request)
    }

    /// Whether two things that requests have stand here.
    fn is_request(&self) -> bool {
        let known = IDENTIFYING.iter().chain(&TELLING);
        known.filter(|field| !is_blank(self.text(**field))).count() >= 2
    }

    /// Whether only a result of its own stands here, as with the second part of a form that was split.
    fn is_part(&self) -> bool {
        let has_own = |field: &Field| !is_blank(self.own_text(*field));
        !IDENTIFYING.iter().any(has_own) && TELLING[..3].iter().any(has_own)
    }

    /// What the cells of the row say, all but the kind.
    fn said(&self, interner: &mut Interner) -> Request {
        Request {
            number: one_line(self.number()),
            channel: receipt::channel(self.text(Field::Channel)),
            received: self.day(Field::Received),
            confirmed: self.day(Field::Confirmed),
            submitted: self.day(Field::Submitted),
            result: interner
                .results
                .take(self.text(Field::Result), self.text(Field::Reason)),
            correction_asked: self.day(Field::CorrectionAsked),
            corrected: self.day(Field::Corrected),
            correction_until: self.day(Field::CorrectionUntil),
            opinion_sent: self.day(Field::OpinionSent),
            opinion_received: self.day(Field::OpinionReceived),
            extended: self.day(Field::Extended),
            extended_until: self.day(Field::ExtendedUntil),
            postponed_to: self.day(Field::PostponedTo),
            due_typed: self.day(Field::DueTyped),
            replied: self.day(Field::Replied),
            served: self.day(Field::Served),
            fee_notice: self.day(Field::FeeNotice),
            reason_asked: !is_blank(self.text(Field::ReasonAsked)),
            disputes: self.disputes(),
            who: one_line(self.text(Field::Who)),
            what: one_line(self.text(Field::What)),
            has_personal_data: [Field::What, Field::Note]
                .iter()
                .any(|field| has_personal_data(self.own_text(*field))),
            ..Request::default()
        }
    }

    fn number(&self) -> &str {
        match self.text(Field::Number) {
            "" => self.text(Field::Sequence),
            number => number,
        }
    }

    fn disputes(&self) -> Option<Box<Disputes>> {
        let text = |field| match self.own_text(field) {
            text if is_blank(text) => Box::default(),
            text => one_line(text),
        };
        let disputes = Disputes {
            reconsideration: text(Field::Reconsideration),
            reconsideration_filed: Day::read(self.own_text(Field::ReconsiderationFiled)),
            suit_kind: text(Field::SuitKind),
            suit_filed: Day::read(self.own_text(Field::SuitFiled)),
            suit_outcome: text(Field::SuitOutcome),
            direct: text(Field::DirectSuit),
            later: text(Field::LaterSuit),
        };
        (disputes != Disputes::default()).then(|| Box::new(disputes))
    }
}

impl Request {
    /// Takes from the first part of a form what stands there once for all parts.
    fn inherit(&mut self, first: &Request) {
        if self.number.is_empty() {
            self.number.clone_from(&first.number);
        }
        let [confirmed, received, submitted] =
            [&first.confirmed, &first.received, &first.submitted];
        for (own, theirs) in [
            (&mut self.confirmed, confirmed),
            (&mut self.received, received),
            (&mut self.submitted, submitted),
        ] {
            if own.is_blank() {
                own.clone_from(theirs);
            }
        }
        if self.channel == Channel::Unknown {
            self.channel = first.channel;
        }
        if self.who.is_empty() {
            self.who.clone_from(&first.who);
        }
    }
}

/// Whether a text holds a number of an identity card (18 digits, the last maybe an X) or of a mobile phone (11 digits from 1).
fn has_personal_data(text: &str) -> bool {
    let runs = text.split(|c: char| !c.is_ascii_alphanumeric());
    runs.into_iter().any(|run| {
        let n_digits = run.bytes().take_while(u8::is_ascii_digit).count();
        let is_phone = run.len() == 11
            && n_digits == 11
            && run.starts_with(['1'])
            && !run.starts_with("10")
            && !run.starts_with("12");
        let is_card = run.len() == 18 && n_digits >= 17;
        is_phone || is_card
    })
}
