//! Figures and texts of a report beside what a register counts.

use jiff::civil::date;
use nianbao_core::form::keys::{DOCUMENTS, IN_FORCE, ISSUED, NORMATIVE_DOCUMENTS, RULES};
use nianbao_core::judgement::Severity;
use nianbao_core::law;
use nianbao_core::text::take_number;

use super::examples::Example;
use super::{Book, RegisterRule, Told};
use crate::register::Kind;

/// Table two has what the register counts.
pub(super) static TYPED_DIFFERS_FROM_REGISTER: RegisterRule = RegisterRule {
    id: "typed-differs-from-register",
    title: "表二与文件目录不一致",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::FORM_TABLE_2],
    formula: "表二第（一）项每一格 = 目录中属于这一格的件数；有待归类的，在确定的件数和全部归入的件数之间",
    explanation: "表二应当与目录和备案、清理的统计一致。请对照所列的文件更正。",
    find: typed_differs,
    examples: &[
        Example {
            rows: &[&[]],
            report: &[
                (NORMATIVE_DOCUMENTS, ISSUED, "2"),
                (NORMATIVE_DOCUMENTS, IN_FORCE, "1"),
            ],
            previous: &[],
            finds: &["行政规范性文件，本年制发件数：年报 2，目录 1（2）"],
        },
        Example {
            rows: &[&[], &[("文件类型", "政策文件")]],
            report: &[
                (NORMATIVE_DOCUMENTS, ISSUED, "2"),
                (NORMATIVE_DOCUMENTS, IN_FORCE, "1"),
            ],
            previous: &[],
            finds: &[],
        },
    ],
};

/// The stock of last year is the one that last year's report had.
pub(super) static STOCK_CHAIN_BROKEN: RegisterRule = RegisterRule {
    id: "stock-chain-broken",
    title: "目录推算的上年存量与上年年报不一致",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::FORM_TABLE_2],
    formula: "目录中上年 12 月 31 日现行有效的件数 = 上年年报的现行有效件数",
    explanation: "上年的现行有效加本年制发减本年废止，等于本年的现行有效。请核对目录是否漏登、上年年报是否统计口径不同。",
    find: stock_chain,
    examples: &[
        Example {
            rows: &[&[("成文日期", "2023-03-03"), ("文号", "示政规〔2023〕1号")]],
            report: &[],
            previous: &[(NORMATIVE_DOCUMENTS, IN_FORCE, "3")],
            finds: &["行政规范性文件：上年年报现行有效 3，目录 1"],
        },
        Example {
            rows: &[
                &[("成文日期", "2023-03-03"), ("文号", "示政规〔2023〕1号")],
                &[],
            ],
            report: &[],
            previous: &[(NORMATIVE_DOCUMENTS, IN_FORCE, "1")],
            finds: &[],
        },
    ],
};

/// What the text says was made and published is what the register has.
pub(super) static STATED_DIFFERS: RegisterRule = RegisterRule {
    id: "stated-differs-from-register",
    title: "正文写的件数与文件目录不一致",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::FORM_OVERVIEW],
    formula: "正文写制发规范性文件 N 件、主动公开信息 N 条的，N 是目录中的件数；条数也可以是其中一个渠道、一个类别或者有解读的件数（目录只登记规章和规范性文件的，不核对条数）",
    explanation: "正文和表格的数应当出自同一份目录，不同渠道公开相同信息计 1 条。请对照目录更正，目录漏登的补登。",
    find: stated_differs,
    examples: &[
        Example {
            rows: &[&[], &[("文件类型", "其他文件")]],
            report: &[(
                "overview/proactive",
                "",
                "全年制发规范性文件3件，主动公开政府信息35条。",
            )],
            previous: &[],
            finds: &[
                "正文写“制发规范性文件3件”，目录 1",
                "正文写“主动公开政府信息35条”，目录 2",
            ],
        },
        Example {
            rows: &[&[], &[]],
            report: &[(
                "overview/proactive",
                "",
                "全年制发规范性文件两件，通过网站主动公开政府信息2条。",
            )],
            previous: &[],
            finds: &[],
        },
        // A list of documents alone says nothing of all other information.
        Example {
            rows: &[&[], &[]],
            report: &[("overview/proactive", "", "全年主动公开政府信息35条。")],
            previous: &[],
            finds: &[],
        },
        Example {
            rows: &[&[], &[("文件类型", "其他文件")]],
            report: &[("overview/proactive", "", "上年主动公开政府信息35条。")],
            previous: &[],
            finds: &[],
        },
    ],
};

/// A text that is followed by a number, and the words between which it stands.
struct Claim {
    starts: &'static [&'static str],
    /// What may stand between the start and the number.
    between: &'static [&'static str],
    unit: &'static [&'static str],
}

const MADE: Claim = Claim {
    starts: &[
        "制发规范性文件",
        "制定规范性文件",
        "印发规范性文件",
        "制发行政规范性文件",
        "制定行政规范性文件",
        "出台规范性文件",
        "出台行政规范性文件",
    ],
    between: &["共", "共计", "了"],
    unit: &["件", "份", "个"],
};

const PUBLISHED: Claim = Claim {
    starts: &[
        "主动公开信息",
        "主动公开政府信息",
        "主动公开各类信息",
        "主动公开各类政府信息",
    ],
    between: &["共", "共计", "了", "总数", "合计", "累计"],
    unit: &["条", "件", "条次"],
};

fn stated_differs(book: &Book) -> Vec<Told> {
    let Some(report) = book.report_of_the_year() else {
        return Vec::new();
    };
    let counted = book.counted;
    // A list of documents alone says nothing of all other information.
    let lists_all = book.items().any(|(_, item)| item.kind == Kind::Other);
    let texts = report.form.text_ids().map(|text| report.text(text));
    let sentences = texts.flat_map(|text| text.split(['。', '；', '\n']));
    let mut found = Vec::new();
    for sentence in sentences {
        // Another year, or a share of it, is not what is counted here.
        if ["上年", "去年", "往年", "比上", "其中", "月"]
            .iter()
            .any(|word| sentence.contains(word))
        {
            continue;
        }
        for (words, n) in MADE.in_sentence(sentence) {
            let made = counted.certain_and_open(NORMATIVE_DOCUMENTS, ISSUED);
            if made.is_some_and(|(certain, open)| !(certain..=certain + open).contains(&n)) {
                let certain = made.map_or(0, |(certain, _)| certain);
                found.push((None, format!("正文写“{words}”，目录 {certain}")));
            }
        }
        let published = PUBLISHED.in_sentence(sentence).into_iter();
        for (words, n) in published.filter(|_| lists_all) {
            let parts = counted.by_channel.values().chain(counted.by_topic.values());
            let mut fits = parts
                .map(Vec::len)
                .chain([counted.published.len(), counted.interpreted.len()]);
            if !fits.any(|count| count == n) {
                found.push((
                    None,
                    format!("正文写“{words}”，目录 {}", counted.published.len()),
                ));
            }
        }
    }
    found
}

impl Claim {
    /// What a sentence claims: its words with the number, and the number.
    fn in_sentence<'a>(&self, sentence: &'a str) -> Vec<(&'a str, usize)> {
        let claim = |start: &&str| {
            let at = sentence.find(start)?;
            let mut rest = &sentence[at + start.len()..];
            while let Some(shorter) = self.between.iter().find_map(|word| rest.strip_prefix(word)) {
                rest = shorter;
            }
            let (number, rest) = take_number(rest)?;
            let unit = self.unit.iter().find(|unit| rest.starts_with(**unit))?;
            let end = sentence.len() - rest.len() + unit.len();
            Some((&sentence[at..end], usize::try_from(number).ok()?))
        };
        self.starts.iter().filter_map(claim).collect()
    }
}

fn typed_differs(book: &Book) -> Vec<Told> {
    let Some(report) = book.report_of_the_year() else {
        return Vec::new();
    };
    let form = book.counted.form;
    let found = book.counted.cells().filter_map(|cell| {
        let place = form.place(cell);
        let table = &form.tables[place.table];
        let (row, column) = (
            &table.rows[place.row].path,
            &table.columns[place.column].path,
        );
        let typed = report
            .form
            .cell(table.table.key, row, column)
            .and_then(|cell| report.number(cell))?;
        let (items, open) = book.counted.behind(cell)?;
        let [certain, open] =
            [items, open].map(|items| i64::try_from(items.len()).unwrap_or(i64::MAX));
        let is_wrong = !(certain..=certain + open).contains(&typed);
        is_wrong.then(|| {
            let (name, items) = (form.name(cell), book.names(items));
            (None, format!("{name}：年报 {typed}，目录 {certain}{items}"))
        })
    });
    found.collect()
}

fn stock_chain(book: &Book) -> Vec<Told> {
    let Some(previous) = book.previous.filter(|previous| {
        previous.year.map(|year| i32::from(year) + 1) == Some(i32::from(book.counted.year))
    }) else {
        return Vec::new();
    };
    let last = date(book.counted.year - 1, 12, 31);
    let found = [
        (RULES, Kind::Rules, "规章"),
        (
            NORMATIVE_DOCUMENTS,
            Kind::NormativeDocument,
            "行政规范性文件",
        ),
    ];
    let found = found.into_iter().filter_map(|(row, kind, name)| {
        let cell = previous.form.cell(DOCUMENTS, row, IN_FORCE)?;
        let typed = previous.number(cell)?;
        let stock: Vec<_> = book
            .register
            .items
            .iter()
            .filter(|item| item.kind == kind)
            .map(|item| item.is_in_force(last))
            .collect();
        // A register with documents whose end is not known says nothing certain.
        let n = i64::try_from(stock.iter().filter(|is| **is == Some(true)).count()).ok()?;
        (!stock.contains(&None) && n != typed)
            .then(|| (None, format!("{name}：上年年报现行有效 {typed}，目录 {n}")))
    });
    found.collect()
}
