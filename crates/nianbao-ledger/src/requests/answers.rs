//! What a person answered to open questions, kept beside the ledger as data.

use std::collections::BTreeMap;

use nianbao_core::calendar::Calendar;
use nianbao_core::date::Date;
use serde::{Deserialize, Serialize};

use crate::day::Day;

use super::heads::Field;
use super::{HeadAnswer, Ledger, Request};

/// The answer for a wording that is no request at all.
pub const NOT_A_REQUEST: &str = "not-a-request";

/// Answers, each given once for all requests alike. Lines of the form are named by their path, or as r13 and c2 by their place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// What the columns under unusual heads hold; read before anything else ([`read`](super::read)).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<HeadAnswer<Field>>,
    /// Wordings of the requester's kind → columns of table three.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub kinds: BTreeMap<String, String>,
    /// Wordings of results, as questions show them → rows of table three.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub results: BTreeMap<String, String>,
    /// Wordings of what became of a dispute → `upheld`, `corrected`, `other`, `pending`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub outcomes: BTreeMap<String, String>,
    /// Wordings of the kind of suit → `litigation/direct` or `litigation/after-reconsideration`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub suits: BTreeMap<String, String>,
    /// Texts that are no day → the day that is meant.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub days: BTreeMap<String, Date>,
    /// Cases by name → what is true of them alone.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub cases: BTreeMap<String, CaseAnswer>,
    /// Arrangements of holidays that are not published in this program.
    pub calendar: Calendar,
}

/// What is true of one case alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CaseAnswer {
    /// Column of table three.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Row of table three.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// Day of receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<Date>,
    /// Day of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replied: Option<Date>,
}

impl Answers {
    /// Puts the days that were answered in the place of texts that are none.
    pub fn put_days(&self, ledger: &mut Ledger) {
        let cases = self.by_request(ledger);
        for (idx, request) in ledger.requests.iter_mut().enumerate() {
            if !self.days.is_empty() {
                for day in days(request) {
                    let answer = day.unreadable().and_then(|(text, _)| self.days.get(text));
                    if let Some(answer) = answer.copied() {
                        *day = Day::On(answer);
                    }
                }
            }
            let case = u32::try_from(idx).ok().and_then(|idx| cases.get(&idx));
            if let Some(received) = case.and_then(|case| case.received) {
                (request.received, request.confirmed) = (Day::On(received), Day::Blank);
            }
            if let Some(replied) = case.and_then(|case| case.replied) {
                request.replied = Day::On(replied);
            }
        }
    }

    /// Answers about single cases, by index of the request.
    pub(super) fn by_request<'a>(&'a self, ledger: &Ledger) -> BTreeMap<u32, &'a CaseAnswer> {
        if self.cases.is_empty() {
            return BTreeMap::new();
        }
        let named =
            |(request, idx): (&Request, u32)| Some((idx, self.cases.get(&ledger.case(request))?));
        ledger.requests.iter().zip(0..).filter_map(named).collect()
    }
}

fn days(request: &mut Request) -> [&mut Day; 13] {
    [
        &mut request.received,
        &mut request.confirmed,
        &mut request.submitted,
        &mut request.correction_asked,
        &mut request.corrected,
        &mut request.correction_until,
        &mut request.opinion_sent,
        &mut request.opinion_received,
        &mut request.extended,
        &mut request.extended_until,
        &mut request.postponed_to,
        &mut request.replied,
        &mut request.served,
    ]
}
