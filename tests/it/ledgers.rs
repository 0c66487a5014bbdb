//! Request ledgers with the truth beside them, counted by hand: figures, the cases behind each, open questions, due days, findings.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jiff::civil::{Date, date};
use nianbao_core::form::keys::{DISPUTES, REQUESTS};
use nianbao_ledger::Book;
use nianbao_ledger::requests::{Answers, Counted, Ledger, count, read};
use nianbao_ledger::rules::{Finding, check};
use nianbao_read::sheets;

use crate::support::{file, root};

/// A ledger, its truth, and what it is counted for. Names of cases in text files are numbers of records.
struct Sample {
    file: &'static str,
    truth: &'static str,
    year: i16,
    today: Date,
    /// What the names of cases begin with in the truth, and in the file.
    names: (&'static str, &'static str),
}

const SAMPLES: [Sample; 5] = [
    sample("ledger-60.xlsx", "ledger-60", ("", "")),
    sample("ledger-60.csv", "ledger-60", ("2024年!", "")),
    sample("ledger-60.txt", "ledger-60", ("2024年!", "")),
    sample("ledger-400.csv", "ledger-400", ("", "")),
    sample("ledger-400.xlsx", "ledger-400", ("", "2025年!")),
];

const fn sample(
    file: &'static str,
    truth: &'static str,
    names: (&'static str, &'static str),
) -> Sample {
    let is_small = truth.len() == "ledger-60".len();
    Sample {
        file,
        truth,
        year: if is_small { 2024 } else { 2025 },
        today: if is_small {
            date(2025, 1, 15)
        } else {
            date(2026, 1, 12)
        },
        names,
    }
}

impl Sample {
    fn ledger(&self) -> Ledger {
        let path = root().join("tests/data/ledgers").join(self.file);
        let bytes = fs::read(path).expect("a sample");
        let mut ledger = Ledger::default();
        read(
            &mut ledger,
            self.file,
            &sheets(self.file, &bytes).expect("sheets"),
            &[],
        );
        ledger
    }

    /// The lines of a part of the truth without its head, split at commas.
    fn truth(&self, part: &str) -> Vec<Vec<String>> {
        let text = file(&format!("tests/data/ledgers/{}.{part}.csv", self.truth));
        let lines = text.lines().skip(1);
        lines
            .map(|line| line.split(',').map(str::to_owned).collect())
            .collect()
    }

    /// The name in the file of a case of the truth.
    fn name(&self, case: &str) -> String {
        let (theirs, ours) = self.names;
        format!(
            "{ours}{}",
            case.strip_prefix(theirs).expect("the name of a case")
        )
    }

    fn names(&self, cases: &str) -> Vec<String> {
        cases
            .split_whitespace()
            .map(|case| self.name(case))
            .collect()
    }
}

/// What is asked of each sample.
fn each(ask: impl Fn(&Sample, &Ledger, &Counted, &Book, &[Finding])) {
    for sample in &SAMPLES {
        let ledger = sample.ledger();
        let answers = Answers::default();
        let counted = count::count(&ledger, sample.year, &answers);
        let book = Book::new(&ledger, &counted, &answers, Some(sample.today));
        let findings = check(&book);
        ask(sample, &ledger, &counted, &book, &findings);
    }
}

/// A figure's place from names such as r13 and c1.
fn place(name: &str) -> usize {
    name[1..].parse::<usize>().expect("a number") - 1
}

#[test]
fn every_figure_of_table_three_is_the_true_one() {
    each(|sample, _, counted, _, _| {
        let table = counted.form.table(REQUESTS).expect("table three");
        for (row, line) in sample.truth("table-three").iter().enumerate() {
            let figures = (0..table.columns.len()).map(|column| {
                counted
                    .behind(table.cell(row, column))
                    .expect("counted")
                    .certain
                    .to_string()
            });
            assert_eq!(
                figures.collect::<Vec<_>>(),
                line[2..],
                "{} {}",
                sample.file,
                line[0]
            );
        }
    });
}

#[test]
fn behind_every_figure_stand_the_true_cases() {
    each(|sample, _, counted, book, _| {
        let table = counted.form.table(REQUESTS).expect("table three");
        let truth = sample.truth("behind");
        let truth: BTreeMap<_, _> = truth
            .iter()
            .map(|line| ((place(&line[0]), place(&line[1])), sample.names(&line[2])))
            .collect();
        for row in 0..table.rows.len() {
            for column in 0..table.columns.len() {
                let (certain, _) = counted.requests_behind(table.cell(row, column));
                let names: Vec<_> = certain
                    .into_iter()
                    .map(|request| book.name(request))
                    .collect();
                let expected = truth.get(&(row, column)).cloned().unwrap_or_default();
                assert_eq!(names, expected, "{} row {row} column {column}", sample.file);
            }
        }
    });
}

#[test]
fn table_four_is_the_true_one() {
    each(|sample, _, counted, _, _| {
        let table = counted.form.table(DISPUTES).expect("table four");
        let figures = table
            .cells()
            .map(|cell| counted.behind(cell).expect("counted").certain.to_string());
        let truth = sample.truth("table-four");
        let truth = truth.iter().flat_map(|line| line[1..].to_vec());
        assert_eq!(
            figures.collect::<Vec<_>>(),
            truth.collect::<Vec<_>>(),
            "{}",
            sample.file
        );
    });
}

#[test]
fn open_questions_are_asked_for_the_doubtful_cases_and_no_others() {
    each(|sample, ledger, counted, book, _| {
        let questions = counted.questions(ledger, &Answers::default());
        let asked: BTreeSet<_> = questions
            .iter()
            .flat_map(|question| &question.requests)
            .map(|request| book.name(*request))
            .collect();
        let truth = sample.truth("doubts");
        let doubtful: BTreeSet<_> = truth.iter().map(|line| sample.name(&line[0])).collect();
        assert_eq!(asked, doubtful, "{}", sample.file);
    });
}

#[test]
fn every_case_has_its_true_days_places_and_findings() {
    each(|sample, ledger, counted, book, findings| {
        let rows = &counted.form.table(REQUESTS).expect("table three").rows;
        let truth = sample.truth("cases");
        assert_eq!(ledger.requests.len(), truth.len(), "{}", sample.file);
        // Rules that the truth knows nothing of are not compared.
        let known: BTreeSet<_> = truth
            .iter()
            .flat_map(|line| line[7].split_whitespace())
            .map(|key| key.split(':').next().unwrap_or(key))
            .collect();
        for (idx, line) in (0..).zip(&truth) {
            let request = &ledger.requests[idx as usize];
            let case = format!("{} {}", sample.file, line[0]);
            assert_eq!(book.name(idx), sample.name(&line[0]), "{case}");
            let shown = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
            assert_eq!(shown(request.receipt()), line[2], "{case}: received");
            let due = book.dues[idx as usize].as_ref().and_then(|due| due.on);
            assert_eq!(shown(due), line[6], "{case}: due");
            if !line[2].is_empty() {
                let places = counted.places(idx).unwrap_or_default();
                let named = |paths: &[&str]| {
                    let places = paths
                        .iter()
                        .filter_map(|path| rows.iter().position(|row| row.path == *path));
                    places
                        .map(|place| format!("r{:02}", place + 1))
                        .collect::<Vec<_>>()
                        .join("/")
                };
                assert_eq!(named(&places.intake), line[3], "{case}: by receipt");
                let any = (3..=23)
                    .map(|row| format!("r{row:02}"))
                    .collect::<Vec<_>>()
                    .join("/");
                assert_eq!(
                    named(&places.end),
                    line[4].replace('?', &any),
                    "{case}: at the end of the year"
                );
            }
            let mut found: Vec<_> = findings
                .iter()
                .filter(|finding| finding.request == Some(idx) && known.contains(finding.rule.id))
                .map(Finding::key)
                .collect();
            found.sort();
            let mut expected: Vec<_> = line[7].split_whitespace().map(str::to_owned).collect();
            expected.sort();
            assert_eq!(found, expected, "{case}: findings");
        }
    });
}

#[test]
fn what_was_not_read_as_a_case_is_listed() {
    each(|sample, ledger, _, _, _| {
        let path = root().join("tests/data/ledgers").join(sample.file);
        let all = sheets(sample.file, &fs::read(path).expect("a sample")).expect("sheets");
        for (idx, (sheet, read)) in (0..).zip(all.iter().zip(&ledger.sheets)) {
            let n_requests = ledger
                .requests
                .iter()
                .filter(|request| request.at.sheet == idx)
                .count();
            let n_blank = (0..sheet.n_rows())
                .rev()
                .take_while(|row| sheet.row(*row).next().is_none())
                .count();
            assert_eq!(
                n_requests + read.unread.len() + n_blank,
                sheet.n_rows(),
                "{}",
                sample.file
            );
        }
    });
}

#[test]
fn an_answer_is_given_once_for_all_alike_and_can_be_kept() {
    let sample = &SAMPLES[3];
    let json = r#"{"kinds": {"单位": "c2", "个体工商户": "requester/natural-person"}, "results": {"不予处理": "r16"},
        "days": {"8月20日": "2025-08-20"}, "cases": {"136": {"replied": "2025-05-19"}}}"#;
    let answers: Answers = serde_json::from_str(json).expect("answers");
    let kept = serde_json::to_string(&answers).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Answers>(&kept).expect("answers"),
        answers
    );
    let mut ledger = sample.ledger();
    answers.put_days(&mut ledger);
    let counted = count::count(&ledger, sample.year, &answers);
    let table = counted.form.table(REQUESTS).expect("table three");
    let figure = |row: &str, column| {
        counted
            .behind(table.cell(place(row), place(column)))
            .expect("counted")
            .certain
    };
    // Three of 不予处理, one more 信息不存在 answered in the year, two of 单位, the two 个体工商户, one received in August.
    assert_eq!(figure("r16", "c7"), 15 + 3);
    assert_eq!(figure("r13", "c1"), 64 + 1 + 1 + 1);
    assert_eq!(figure("r01", "c2"), 37 + 2);
    assert_eq!(figure("r01", "c1"), 292 + 2 + 1);
    let questions = counted.questions(&ledger, &answers);
    assert!(questions.iter().all(|question| {
        !["单位", "个体工商户", "不予处理", "8月20日"].contains(&&*question.wording)
    }));
}
