//! What the page is told of a counted ledger.

use std::collections::BTreeMap;

use nianbao_core::date::Date;
use nianbao_core::form::keys::REQUESTS;
use nianbao_core::spot::Spot;
use nianbao_ledger::Book as Judged;
use nianbao_ledger::requests::count::About;
use nianbao_ledger::requests::{Answers, Counted, Ledger, Question, Request, SheetRead};
use nianbao_ledger::rules::Finding;

use crate::job::{
    Answered, Asking, Case, CaseState, CaseTold, CountedFigure, LedgerCounted, LedgerFinding,
    SheetTold,
};

/// What questions are about, each with its key.
const ABOUTS: [(About, &str); 6] = [
    (About::Kind, "kind"),
    (About::Result, "result"),
    (About::Received, "received"),
    (About::Replied, "replied"),
    (About::Outcome, "outcome"),
    (About::Suit, "suit"),
];

/// What this key stands for.
pub(super) fn about(key: &str) -> Option<About> {
    ABOUTS
        .iter()
        .find(|(_, own)| *own == key)
        .map(|(about, _)| *about)
}

fn key(about: About) -> &'static str {
    ABOUTS
        .iter()
        .find(|(own, _)| *own == about)
        .map_or("", |(_, key)| key)
}

fn places(requests: &[u32]) -> Vec<usize> {
    requests.iter().map(|request| *request as usize).collect()
}

/// Everything but the book itself and what was answered.
pub(super) fn told(book: &Judged, findings: &[Finding]) -> LedgerCounted {
    let counted = book.counted;
    let questions = counted.questions(book.ledger, book.answers);
    LedgerCounted {
        year: counted.year,
        years: book.ledger.years(),
        sheets: sheets(book.ledger),
        cases: cases(book, &questions),
        questions: questions
            .into_iter()
            .map(|question| asking(counted, question))
            .collect(),
        figures: figures(counted),
        findings: findings.iter().map(finding).collect(),
        ..LedgerCounted::default()
    }
}

fn sheets(ledger: &Ledger) -> Vec<SheetTold> {
    let mut n_cases: BTreeMap<u32, usize> = BTreeMap::new();
    for request in &ledger.requests {
        *n_cases.entry(request.at.sheet).or_default() += 1;
    }
    let told = |(sheet, idx): (&SheetRead, u32)| {
        let mut unread: BTreeMap<_, usize> = BTreeMap::new();
        for (_, why) in &sheet.unread {
            *unread.entry(*why).or_default() += 1;
        }
        let name = match sheet.sheet.as_str() {
            "" => sheet.file.clone(),
            name => format!("{} {name}", sheet.file),
        };
        let columns = sheet.columns.iter().map(|column| {
            let field = column.field.map_or("", |field| field.name());
            (column.head.clone(), field.to_owned())
        });
        SheetTold {
            name,
            n_cases: n_cases.get(&idx).copied().unwrap_or(0),
            columns: columns.collect(),
            unread: unread
                .into_iter()
                .map(|(why, n)| (why.name().to_owned(), n))
                .collect(),
            remarks: sheet.remarks.clone(),
        }
    };
    ledger.sheets.iter().zip(0..).map(told).collect()
}

fn asking(counted: &Counted, question: Question) -> Asking {
    let label = |path: &String| (path.clone(), counted.label(question.about, path));
    // A day is typed and not chosen.
    let is_day = matches!(question.about, About::Received | About::Replied);
    let choices = question.candidates.iter().filter(|_| !is_day);
    Asking {
        about: key(question.about).to_owned(),
        what: question.about.name().to_owned(),
        choices: choices.map(label).collect(),
        cases: places(&question.requests),
        wording: question.wording,
    }
}

/// What was answered, for people.
pub(super) fn answered(counted: &Counted, answers: &Answers) -> Vec<Answered> {
    let lines = [
        (About::Kind, &answers.kinds),
        (About::Result, &answers.results),
        (About::Outcome, &answers.outcomes),
        (About::Suit, &answers.suits),
    ];
    let told = |about: About, wording: &String, answer: String| Answered {
        about: key(about).to_owned(),
        what: about.name().to_owned(),
        wording: wording.clone(),
        answer,
    };
    let lines = lines.into_iter().flat_map(|(about, given)| {
        given
            .iter()
            .map(move |(wording, line)| told(about, wording, counted.label(about, line)))
    });
    let days = answers.days.iter();
    let days = days.map(|(wording, day)| told(About::Received, wording, day.to_string()));
    lines.chain(days).collect()
}

fn cases(book: &Judged, questions: &[Question]) -> Vec<Case> {
    let mut asked = vec![false; book.ledger.requests.len()];
    for request in questions.iter().flat_map(|question| &question.requests) {
        asked[*request as usize] = true;
    }
    let shown = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
    let uncounted: BTreeMap<_, _> = book.counted.uncounted.iter().copied().collect();
    let case = |(idx, request): (u32, &Request)| {
        let due = book.dues[idx as usize].as_ref();
        let on = due.and_then(|due| due.on);
        let last = due.and_then(|due| due.latest.max(due.on));
        let (received, replied) = (request.receipt(), request.replied.on());
        let is_open = book.is_open(request);
        let is_over = |day: Option<Date>| day.zip(last).is_some_and(|(day, last)| day > last);
        let state = match is_open {
            _ if uncounted.contains_key(&idx) => CaseState::Outside,
            true if is_over(book.today) => CaseState::Overdue,
            true => CaseState::Open,
            false if is_over(replied) => CaseState::Late,
            false => CaseState::Concluded,
        };
        Case {
            name: book.name(idx),
            number: request.number.to_string(),
            received: shown(received),
            month: received.map_or(0, |day| day.month().unsigned_abs()),
            due: shown(on),
            replied: shown(replied),
            kind: book.ledger.kinds[request.kind as usize].shown(),
            result: book.ledger.results[request.result as usize].shown(),
            left: on.zip(book.today).filter(|_| is_open).map(|(on, today)| {
                let calendar = book.calendar();
                match on >= today {
                    true => i64::from(calendar.working_days(today, on)),
                    false => -i64::from(calendar.working_days(on, today)),
                }
            }),
            state,
            is_asked: asked[idx as usize],
        }
    };
    (0..).zip(&book.ledger.requests).map(case).collect()
}

fn figures(counted: &Counted) -> Vec<CountedFigure> {
    let figures = counted.cells().map(|cell| {
        let (certain, open) = counted.requests_behind(cell);
        CountedFigure {
            place: Spot::Cell(cell),
            certain: places(&certain),
            open: places(&open),
        }
    });
    figures
        .filter(|figure| !figure.certain.is_empty() || !figure.open.is_empty())
        .collect()
}

fn finding(finding: &Finding) -> LedgerFinding {
    let cases = finding.request.iter().chain(&finding.also);
    LedgerFinding {
        severity: finding.severity.key().to_owned(),
        gravity: finding.severity.name().to_owned(),
        title: finding.rule.title.to_owned(),
        statement: finding.statement.clone(),
        explanation: finding.rule.explanation.to_owned(),
        cases: cases.map(|case| *case as usize).collect(),
    }
}

/// A case by itself: its days, how the due day was counted, and where it is counted.
pub(super) fn case(book: &Judged, idx: usize, request: &Request) -> CaseTold {
    let days = Ledger::days(request).into_iter().filter_map(|(name, day)| {
        let shown = match (day.on(), day.unreadable()) {
            (Some(day), _) => day.to_string(),
            (None, Some((text, why))) => format!("“{text}”（{}）", why.words()),
            (None, None) => return None,
        };
        Some((shown, name.to_owned()))
    });
    let mut days: Vec<_> = days.collect();
    let due = book.dues.get(idx).and_then(Option::as_ref);
    if let Some(on) = due.and_then(|due| due.on) {
        days.push((on.to_string(), "期限".to_owned()));
    }
    days.sort();
    let lines = || -> Option<Vec<String>> {
        let places = book.counted.places(u32::try_from(idx).ok()?)?;
        let table = book.counted.form.table(REQUESTS)?;
        let rows = places.intake.iter().chain(&places.end);
        let rows = rows.map(|path| (path, &table.rows));
        let columns = places.columns.iter().map(|path| (path, &table.columns));
        let named = rows.chain(columns).filter_map(|(path, lines)| {
            let line = lines.iter().find(|line| line.path == **path)?;
            Some(line.name.clone())
        });
        Some(named.collect())
    };
    CaseTold {
        days,
        count: due.map(|due| due.explanation()).unwrap_or_default(),
        lines: lines().unwrap_or_default(),
    }
}
