//! Reports whose tables and prose are made from one set of numbers: nothing may be found in them,
//! and each number that is changed in the prose alone must be.

use nianbao_core::example::sound_report;
use nianbao_core::form::keys::*;
use nianbao_core::judgement::{Finding, Judgement};
use nianbao_core::report::{Level, OrganKind, Report};
use nianbao_core::rule::{Context, Severity};
use nianbao_core::rules::rule;
use proptest::prelude::*;
use proptest::sample::Index;

/// The numbers of one year.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// Requests granted, partly granted, withheld, unavailable, not processed, otherwise concluded: of persons, of enterprises.
    outcomes: [[i64; 2]; 6],
    /// Carried over and forward: of persons, of enterprises.
    over: [i64; 2],
    forward: [i64; 2],
    /// Upheld, corrected, other, pending: reconsideration, direct suits, later suits.
    results: [[i64; 4]; 3],
    /// Normative documents in force last year, issued, repealed.
    documents: [i64; 3],
    /// Licenses, penalties, compulsion.
    decisions: [i64; 3],
    /// Fees in units of 100 yuan.
    fees: i64,
}

const OUTCOMES: [(&str, &str); 6] = [
    ("予以公开", "handled/granted"),
    ("部分公开", "handled/partial"),
    ("不予公开", "handled/withheld/internal-affairs"),
    ("无法提供", "handled/unavailable/not-held"),
    ("不予处理", "handled/not-processed/petition"),
    ("其他处理", "handled/other/other"),
];
const RESULTS: [(&str, &str); 4] = [
    ("维持", "upheld"),
    ("纠正", "corrected"),
    ("其他结果", "other"),
    ("尚未审结", "pending"),
];

impl Numbers {
    fn outcome(&self, idx: usize) -> i64 {
        self.outcomes[idx].iter().sum()
    }

    fn done_by(&self, who: usize) -> i64 {
        self.outcomes.iter().map(|outcome| outcome[who]).sum()
    }

    /// What came in new; what was carried over can be no more than all there was.
    fn received_by(&self, who: usize) -> i64 {
        self.done_by(who) + self.forward[who] - self.over[who]
    }

    fn received(&self) -> i64 {
        self.received_by(0) + self.received_by(1)
    }

    fn done(&self) -> i64 {
        self.done_by(0) + self.done_by(1)
    }

    fn disputes(&self, kind: usize) -> i64 {
        self.results[kind].iter().sum()
    }

    fn suits(&self, result: usize) -> i64 {
        self.results[1][result] + self.results[2][result]
    }
}

pub(crate) fn numbers() -> impl Strategy<Value = Numbers> {
    let small = 1..400_i64;
    (
        prop::array::uniform6(prop::array::uniform2(10..400_i64)),
        prop::array::uniform2(1..9_i64),
        prop::array::uniform2(10..30_i64),
        prop::array::uniform3(prop::array::uniform4(1..30_i64)),
        (10..90_i64, small.clone(), 1..9_i64),
        prop::array::uniform3(small),
        1..9_000_000_i64,
    )
        .prop_map(
            |(outcomes, over, forward, results, (before, issued, repealed), decisions, fees)| {
                Numbers {
                    outcomes,
                    over,
                    forward,
                    results,
                    documents: [before, issued, repealed],
                    decisions,
                    fees,
                }
            },
        )
}

/// Sentences that state the same number in many ways: every lead before every core.
struct Statement {
    leads: &'static [&'static str],
    /// With # for the number.
    cores: &'static [&'static str],
    number: fn(&Numbers) -> i64,
    rule: &'static str,
    severity: Severity,
}

const YEAR: &[&str] = &[
    "",
    "全年",
    "2025年，我市",
    "本年度，",
    "一年来，全市各级行政机关",
];

const STATEMENTS: &[Statement] = &[
    Statement {
        leads: YEAR,
        cores: &[
            "共收到政府信息公开申请#件",
            "新收依申请公开申请#件",
            "受理政府信息公开申请共计#宗",
            "收到#件政府信息公开申请",
            "收到的政府信息公开申请总数为#件",
        ],
        number: Numbers::received,
        rule: "received-stated",
        severity: Severity::Warning,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "收到和上年结转的政府信息公开申请共#件",
            "新收政府信息公开申请加上上年结转，共计#件",
            "办理政府信息公开申请#件",
            "收办依申请公开案件#件",
        ],
        number: |numbers| numbers.received() + numbers.over[0] + numbers.over[1],
        rule: "received-stated",
        severity: Severity::Warning,
    },
    Statement {
        leads: &[
            "",
            "政府信息公开申请中，",
            "依申请公开方面：",
            "政府信息公开申请",
        ],
        cores: &[
            "上年结转政府信息公开申请#件",
            "2024年结转的政府信息公开申请#件",
            "上年度结转依申请公开申请共#件",
            "#件政府信息公开申请为上年结转",
            "依申请公开件结转自上年度#件",
        ],
        number: |numbers| numbers.over[0] + numbers.over[1],
        rule: "carried-stated",
        severity: Severity::Error,
    },
    Statement {
        leads: &["", "截至2025年12月31日，", "年底，", "截至年底，"],
        cores: &[
            "政府信息公开申请结转下年度继续办理#件",
            "#件政府信息公开申请结转至下年度",
            "有#件依申请公开申请结转2026年办理",
            "政府信息公开申请转下年度办理#件",
            "结转下一年度的政府信息公开申请#件",
        ],
        number: |numbers| numbers.forward[0] + numbers.forward[1],
        rule: "carried-stated",
        severity: Severity::Error,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "办结政府信息公开申请#件",
            "政府信息公开申请共答复#件",
            "已办结依申请公开申请#宗",
            "政府信息公开申请办理完毕#件",
        ],
        number: Numbers::done,
        rule: "concluded-stated",
        severity: Severity::Warning,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "办结政府信息公开申请，其中不予公开#件",
            "对政府信息公开申请决定不予公开#件",
            "政府信息公开申请不予公开的#件",
            "政府信息公开申请中，#件不予公开",
        ],
        number: |numbers| numbers.outcome(2),
        rule: "outcomes-stated",
        severity: Severity::Error,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "收到政府信息公开申请，其中自然人申请#件",
            "政府信息公开申请由自然人提出的#件",
            "自然人提出政府信息公开申请#件",
            "收到自然人政府信息公开申请#件",
        ],
        number: |numbers| numbers.received_by(0),
        rule: "requesters-stated",
        severity: Severity::Error,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "因政府信息公开工作被申请行政复议#件",
            "因政府信息公开引发行政复议案件#件",
            "政府信息公开行政复议共#件",
            "发生政府信息公开行政复议#起",
        ],
        number: |numbers| numbers.disputes(0),
        rule: "disputes-stated",
        severity: Severity::Warning,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "因政府信息公开工作被提起行政诉讼#件",
            "因政府信息公开引发的行政诉讼案件#件",
            "政府信息公开行政诉讼合计#宗",
            "因政府信息公开被提起诉讼#起",
        ],
        number: |numbers| numbers.disputes(1) + numbers.disputes(2),
        rule: "disputes-stated",
        severity: Severity::Warning,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "因政府信息公开被申请行政复议，其中结果维持#件",
            "政府信息公开行政复议维持#件",
            "政府信息公开行政复议中，#件维持",
            "政府信息公开行政复议案件予以维持的#件",
        ],
        number: |numbers| numbers.results[0][0],
        rule: "dispute-results-stated",
        severity: Severity::Error,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "因政府信息公开被提起行政诉讼，其中结果纠正#件",
            "政府信息公开行政诉讼纠正#件",
            "政府信息公开行政诉讼中，#件被纠正",
            "政府信息公开行政诉讼案件予以纠正的#件",
        ],
        number: |numbers| numbers.suits(1),
        rule: "dispute-results-stated",
        severity: Severity::Error,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "制发行政规范性文件#件",
            "新制定规范性文件#份",
            "出台行政规范性文件共#个",
            "印发行政规范性文件#件",
        ],
        number: |numbers| numbers.documents[1],
        rule: "documents-stated",
        severity: Severity::Warning,
    },
    Statement {
        leads: &[
            "",
            "截至2025年底，",
            "截至2025年12月31日，我市",
            "目前，",
            "年末",
        ],
        cores: &[
            "现行有效行政规范性文件#件",
            "行政规范性文件继续有效#件",
            "现行有效的规范性文件共#份",
            "保留行政规范性文件#件",
        ],
        number: |numbers| numbers.documents[0] + numbers.documents[1] - numbers.documents[2],
        rule: "documents-stated",
        severity: Severity::Warning,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "作出行政处罚决定#件",
            "实施行政处罚#宗",
            "办理行政处罚案件共#件",
            "行政处罚#起",
        ],
        number: |numbers| numbers.decisions[1],
        rule: "decisions-stated",
        severity: Severity::Warning,
    },
    Statement {
        leads: YEAR,
        cores: &[
            "行政事业性收费共计#00元",
            "收取行政事业性收费#00元",
            "行政事业性收费收入为#00元",
            "行政事业性收费金额#00元",
        ],
        number: |numbers| numbers.fees,
        rule: "fees-stated",
        severity: Severity::Warning,
    },
];

/// A city's report with these numbers in its tables.
pub(crate) fn report(numbers: &Numbers) -> Report {
    let mut report = sound_report();
    report.organ.kind = OrganKind::Government;
    report.organ.level = Level::City;
    report.organ.name = "示例市人民政府".to_owned();
    report.signature = report.organ.name.clone();
    report.date = "2026年3月9日".to_owned();
    report.preamble = report.standard_preamble();
    let mut fill = |table: &str, row: &str, column: &str, number: String| {
        let cell = report.form.cell(table, row, column).expect("in the form");
        report.type_figure(cell, &number);
    };
    for (who, column) in [NATURAL_PERSON, ENTERPRISE].into_iter().enumerate() {
        for (idx, (_, row)) in OUTCOMES.into_iter().enumerate() {
            fill(
                REQUESTS,
                row,
                column,
                numbers.outcomes[idx][who].to_string(),
            );
        }
        fill(
            REQUESTS,
            NEWLY_RECEIVED,
            column,
            numbers.received_by(who).to_string(),
        );
        fill(
            REQUESTS,
            CARRIED_OVER,
            column,
            numbers.over[who].to_string(),
        );
        fill(
            REQUESTS,
            CARRIED_FORWARD,
            column,
            numbers.forward[who].to_string(),
        );
    }
    for (kind, group) in [RECONSIDERATION, DIRECT, AFTER_RECONSIDERATION]
        .into_iter()
        .enumerate()
    {
        for (result, (_, column)) in RESULTS.into_iter().enumerate() {
            let number = numbers.results[kind][result].to_string();
            fill(DISPUTES, CASES, &format!("{group}/{column}"), number);
        }
    }
    let [before, issued, repealed] = numbers.documents;
    for (column, number) in [
        (ISSUED, issued),
        (REPEALED, repealed),
        (IN_FORCE, before + issued - repealed),
    ] {
        fill(DOCUMENTS, NORMATIVE_DOCUMENTS, column, number.to_string());
    }
    fill(LICENSES, LICENSE, DECIDED, numbers.decisions[0].to_string());
    fill(
        PENALTIES,
        PENALTY,
        DECIDED,
        numbers.decisions[1].to_string(),
    );
    fill(
        PENALTIES,
        COMPULSION,
        DECIDED,
        numbers.decisions[2].to_string(),
    );
    let fees = format!("{}.{:02}", numbers.fees / 100, numbers.fees % 100);
    fill(FEES, ADMINISTRATIVE_FEES, AMOUNT, fees);
    write(
        &mut report,
        "overview/management",
        "先审查后公开。".to_owned(),
    );
    report
}

/// Puts sentences under a topic of section one.
fn write(report: &mut Report, key: &str, text: String) {
    let id = report.form.text(key).expect("in the form");
    report.set_text(id, text);
}

/// The id of the rule that found something.
fn id(finding: &Finding) -> &'static str {
    rule(&finding.rule.id).expect("a rule").id
}

/// Errors and warnings, each as rule and statement.
fn grave(report: &Report) -> Vec<(&'static str, Severity, String)> {
    let found = Judgement::of(report, &Context::default())
        .findings
        .into_iter();
    let grave = found.filter(|finding| finding.severity < Severity::Hint);
    grave
        .map(|finding| (id(&finding), finding.severity, finding.statement))
        .collect()
}

/// The lists that cities like, from the same numbers.
fn lists(numbers: &Numbers, style: usize) -> String {
    let listed = |names: &[(&str, &str)], values: &[i64], mark: &str| {
        let items = names
            .iter()
            .zip(values)
            .map(|((name, _), value)| format!("{name}{value}件"));
        items.collect::<Vec<_>>().join(mark)
    };
    let outcomes: Vec<_> = (0..6).map(|idx| numbers.outcome(idx)).collect();
    let suits: Vec<_> = (0..4).map(|result| numbers.suits(result)).collect();
    let (received, done) = (numbers.received(), numbers.done());
    let (over, forward): (i64, i64) = (numbers.over.iter().sum(), numbers.forward.iter().sum());
    let (persons, enterprises) = (numbers.received_by(0), numbers.received_by(1));
    let (open, close, mark) = [
        ("，其中", "", "，"),
        ("（", "）", "、"),
        ("：", "", "；"),
        ("（其中：", "）", "，"),
    ][style % 4];
    let first = [
        format!("全年共收到政府信息公开申请{received}件{open}自然人{persons}件{mark}法人或其他组织{enterprises}件{close}。上年结转政府信息公开申请{over}件。"),
        format!("新收政府信息公开申请{received}件，上年结转{over}件，办结{done}件，结转下年度{forward}件。政府信息公开申请中自然人申请{persons}件、商业企业申请{enterprises}件。"),
        format!("收到政府信息公开申请{received}件，较上年有所增加；加上上年结转{over}件，共办理{}件，办结{done}件，结转下年度继续办理{forward}件。", received + over),
    ][style % 3].clone();
    format!(
        "{first}\n政府信息公开申请办结{done}件{open}{}{close}。\n因政府信息公开工作被申请行政复议{}件{open}{}{close}。因政府信息公开工作被提起行政诉讼{}件{open}{}{close}。",
        listed(&OUTCOMES, &outcomes, mark),
        numbers.disputes(0),
        listed(&RESULTS, &numbers.results[0], mark),
        numbers.disputes(1) + numbers.disputes(2),
        listed(&RESULTS, &suits, mark),
    )
}

/// The number as texts print it.
fn spelled(number: i64, spelling: usize) -> String {
    let plain = number.to_string();
    match spelling % 3 {
        0 => plain,
        1 => plain
            .chars()
            .map(|c| char::from_u32(u32::from(c) - 0x30 + 0xFF10).expect("a digit"))
            .collect(),
        _ => {
            let split = plain.len().saturating_sub(3);
            match number {
                1000..=999_999 => format!("{},{}", &plain[..split], &plain[split..]),
                _ => plain,
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_consistent_report_has_no_error_and_no_warning(
        numbers in numbers(),
        style in 0..12_usize,
        chosen in prop::collection::vec(any::<(Index, Index, usize)>(), STATEMENTS.len()),
    ) {
        let mut report = report(&numbers);
        let mut text = lists(&numbers, style);
        for (statement, (lead, core, spelling)) in STATEMENTS.iter().zip(chosen) {
            let number = spelled((statement.number)(&numbers), spelling);
            text += &format!("{}{}。", lead.get(statement.leads), core.get(statement.cores).replace('#', &number));
        }
        write(&mut report, "overview/on-request", text);
        prop_assert_eq!(grave(&report), Vec::new(), "{}", report.text(report.form.text("overview/on-request").unwrap()));
    }

    #[test]
    fn each_wrong_number_is_found(numbers in numbers(), which in any::<Index>(), lead in any::<Index>(), core in any::<Index>()) {
        let statement = which.get(STATEMENTS);
        let wrong = (statement.number)(&numbers) + 5_000;
        let mut report = report(&numbers);
        let text = format!("{}{}。", lead.get(statement.leads), core.get(statement.cores).replace('#', &wrong.to_string()));
        write(&mut report, "overview/on-request", text.clone());
        let found: Vec<_> = grave(&report).into_iter().map(|(rule, severity, _)| (rule, severity)).collect();
        prop_assert_eq!(found, [(statement.rule, statement.severity)], "{}", text);
    }

    #[test]
    fn each_wrong_part_of_a_list_is_found(numbers in numbers(), style in 0..12_usize, idx in 0..6_usize) {
        let mut report = report(&numbers);
        let mut wrong = numbers.clone();
        wrong.outcomes[idx][0] += 5_000;
        let right = format!("{}{}件", OUTCOMES[idx].0, numbers.outcome(idx));
        let text = lists(&numbers, style).replace(&right, &format!("{}{}件", OUTCOMES[idx].0, wrong.outcome(idx)));
        write(&mut report, "overview/on-request", text.clone());
        let found: Vec<_> = grave(&report).into_iter().map(|(rule, ..)| rule).collect();
        prop_assert!(found.contains(&"outcomes-stated"), "{:?} {}", found, text);
    }
}

#[test]
fn every_statement_has_at_least_twenty_phrasings() {
    for statement in STATEMENTS {
        assert!(
            statement.leads.len() * statement.cores.len() >= 20,
            "{}",
            statement.cores[0]
        );
    }
}

/// Every phrasing, with a right number and with a wrong one.
#[test]
fn every_phrasing_is_understood() {
    let numbers = A_CITY;
    let mut missed = Vec::new();
    for statement in STATEMENTS {
        for (lead, core) in statement
            .leads
            .iter()
            .flat_map(|lead| statement.cores.iter().map(move |core| (lead, core)))
        {
            let right = (statement.number)(&numbers);
            for number in [right, right + 5_000] {
                let mut report = report(&numbers);
                let text = format!("{lead}{}。", core.replace('#', &number.to_string()));
                write(&mut report, "overview/on-request", text.clone());
                let found: Vec<_> = grave(&report)
                    .into_iter()
                    .map(|(rule, severity, _)| (rule, severity))
                    .collect();
                let expected = if number == right {
                    vec![]
                } else {
                    vec![(statement.rule, statement.severity)]
                };
                if found != expected {
                    missed.push(format!("{text} {found:?}"));
                }
            }
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

/// What the cities in tests/data/cities have in their tables.
const A_CITY: Numbers = Numbers {
    outcomes: [[71, 12], [13, 14], [22, 16], [17, 18], [31, 11], [12, 15]],
    over: [3, 2],
    forward: [11, 12],
    results: [[11, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3]],
    documents: [40, 17, 3],
    decisions: [123, 234, 345],
    fees: 123_456,
};

/// Last year the city had 240 requests and concluded as many.
fn last_year() -> Report {
    let mut numbers = A_CITY;
    numbers.outcomes = [[70, 12], [13, 14], [22, 16], [17, 18], [31, 11], [12, 4]];
    (numbers.over, numbers.forward) = ([2, 3], [3, 2]);
    (numbers.documents, numbers.decisions, numbers.fees) = ([27, 16, 3], [110, 250, 300], 120_000);
    let mut report = report(&numbers);
    report.year = 2024;
    for text in report.form.text_ids() {
        report.set_text(text, "上一年另有写法。");
    }
    report
}

#[test]
fn no_city_rich_in_numbers_is_blamed() {
    let folder = crate::support::root().join("tests/data/cities");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("there are cities")
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    names.sort();
    assert!(names.len() >= 3);
    let previous = last_year();
    let context = Context {
        today: None,
        previous: Some(&previous),
    };
    for name in names {
        let mut report = report(&A_CITY);
        let texts = crate::support::file(&format!("tests/data/cities/{name}"));
        for text in texts.split("# ").skip(1) {
            let (key, text) = text.split_once('\n').expect("a key on a line of its own");
            write(&mut report, key, text.trim().to_owned());
        }
        let found = Judgement::of(&report, &context).findings.into_iter();
        let grave = found.filter(|finding| finding.severity < Severity::Hint);
        let found: Vec<_> = grave
            .map(|finding| (id(&finding), finding.statement))
            .collect();
        assert_eq!(found, [], "{name}");
    }
}
