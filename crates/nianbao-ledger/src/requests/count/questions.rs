//! Open questions (待归类): what has to be answered before all figures are certain.

use std::collections::HashMap;

use nianbao_core::form::keys::{CARRIED_FORWARD, DISPUTES, RECONSIDERATION, REQUESTS};
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::requests::answers::Answers;
use crate::requests::{Ledger, Request, receipt};

use super::{Counted, Places, disputes};

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// 申请人类别
    Kind,
    /// 办理结果
    Result,
    /// 收到日期
    Received,
    /// 答复日期: whether the request is concluded
    Replied,
    /// 复议、诉讼结果
    Outcome,
    /// 诉讼类型
    Suit,
}

impl About {
    /// What is shown to people.
    pub fn name(self) -> &'static str {
        match self {
            About::Kind => "申请人类别",
            About::Result => "办理结果",
            About::Received => "收到日期",
            About::Replied => "答复日期",
            About::Outcome => "复议、诉讼结果",
            About::Suit => "诉讼类型",
        }
    }
}

/// An open question (待归类): one for each wording, answered once for all requests alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What it is about.
    pub about: About,
    /// The wording as the ledger has it.
    pub wording: String,
    /// Paths of the lines that are possible.
    pub candidates: Vec<String>,
    /// Indices of the requests it is asked for.
    pub requests: Vec<u32>,
}

impl Counted {
    /// Open questions in the order of what they are about and of the ledger.
    pub fn questions(&self, ledger: &Ledger, answers: &Answers) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        let mut place: HashMap<(About, String), usize> = HashMap::new();
        let mut ask = |about: About, wording: String, candidates: Vec<&str>, request: u32| {
            let idx = *place.entry((about, wording.clone())).or_insert_with(|| {
                let candidates = candidates.into_iter().map(str::to_owned).collect();
                questions.push(Question {
                    about,
                    wording,
                    candidates,
                    requests: Vec::new(),
                });
                questions.len() - 1
            });
            questions[idx].requests.push(request);
        };
        for (idx, request) in (0..).zip(&ledger.requests) {
            if let Some(places) = self.places(idx) {
                self.ask_for(
                    ledger,
                    request,
                    &places,
                    &mut |about, wording, candidates| ask(about, wording, candidates, idx),
                );
            }
            for (about, wording, candidates) in request
                .disputes
                .as_deref()
                .map(|_| disputes::open(request, answers))
                .unwrap_or_default()
            {
                ask(about, wording, candidates, idx);
            }
        }
        questions.sort_by_key(|question| question.about);
        questions
    }

    fn ask_for<'a>(
        &self,
        ledger: &Ledger,
        request: &Request,
        places: &Places,
        ask: &mut dyn FnMut(About, String, Vec<&'a str>),
    ) {
        let received = receipt::day(request);
        if received.on().is_none() {
            ask(About::Received, shown(received), Vec::new());
        }
        if places.columns.len() > 1 {
            ask(
                About::Kind,
                ledger.kinds[request.kind as usize].shown(),
                places.columns.clone(),
            );
        }
        if places.end.len() > 1 || places.may_be_outside && received.on().is_some() {
            let is_day_wanted = places.end.contains(&CARRIED_FORWARD)
                && request
                    .replied
                    .on()
                    .is_none_or(|replied| Some(replied) < received.on());
            if is_day_wanted {
                ask(About::Replied, shown(&request.replied), places.end.clone());
            }
            if !is_day_wanted || places.end.len() > 2 {
                ask(
                    About::Result,
                    ledger.results[request.result as usize].shown(),
                    places.end.clone(),
                );
            }
        }
    }

    /// The official wording of a line that a question offers.
    pub fn label(&self, about: About, path: &str) -> String {
        let table = |key, is_row| {
            let table = self.form.table(key)?;
            let lines = if is_row { &table.rows } else { &table.columns };
            lines
                .iter()
                .find(|line| line.path == path)
                .map(|line| line.name.clone())
        };
        let name = match about {
            About::Kind => table(REQUESTS, false),
            About::Result | About::Replied | About::Received => table(REQUESTS, true),
            About::Outcome => self.outcome_label(path),
            About::Suit => self.group_label(path),
        };
        name.unwrap_or_else(|| path.to_owned())
    }

    fn outcome_label(&self, path: &str) -> Option<String> {
        let table = self.form.table(DISPUTES)?;
        let line = table
            .columns
            .iter()
            .find(|line| line.path == format!("{RECONSIDERATION}/{path}"))?;
        Some(line.label().to_owned())
    }

    fn group_label(&self, path: &str) -> Option<String> {
        let table = self.form.table(DISPUTES)?;
        let line = table
            .columns
            .iter()
            .find(|line| line.path == format!("{path}/total"))?;
        Some(
            line.name
                .rsplit_once(' ')
                .map_or(line.name.as_str(), |(group, _)| group)
                .to_owned(),
        )
    }

    /// Answers that name no line of the form, as sentences.
    pub fn unusable(&self, answers: &Answers) -> Vec<String> {
        let kinds = answers
            .kinds
            .iter()
            .filter(|(_, line)| self.columns.answered(line).is_none());
        let results = answers
            .results
            .iter()
            .filter(|(_, line)| self.rows.answered(line).is_none());
        kinds
            .chain(results)
            .map(|(wording, line)| {
                format!("“{wording}”答作“{line}”，表三没有这一行或者列，没有采用。")
            })
            .collect()
    }
}

fn shown(day: &Day) -> String {
    match day {
        Day::Blank => "（空白）".to_owned(),
        Day::On(date) => date.to_string(),
        Day::Unreadable(unreadable) => unreadable.text.to_string(),
    }
}
