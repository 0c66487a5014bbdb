//! What registers are checked by: one declaration each, as all other rules.

use std::collections::BTreeMap;

use jiff::civil::date;
use nianbao_core::calendar::Calendar;
use nianbao_core::date::Date;
use nianbao_core::form::keys::{IN_FORCE, NORMATIVE_DOCUMENTS, RULES as GOVERNMENT_RULES};
use nianbao_core::judgement::Severity;
use nianbao_core::law::{self, Citation};
use nianbao_core::report::Report;

use super::{Counted, End, Item, Kind, Register, State};

/// What a rule tells: the document that it is about, if one is, and the sentence.
pub type Told = (Option<u32>, String);

/// A counted register with what it is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    /// The register.
    pub register: &'a Register,
    /// Its year, counted.
    pub counted: &'a Counted,
    /// The day of checking.
    pub today: Option<Date>,
    /// The report whose table two is compared.
    pub report: Option<&'a Report>,
    /// Last year's report of the same organ.
    pub previous: Option<&'a Report>,
}

/// A condition that the documents of a register meet.
#[derive(Debug)]
pub struct RegisterRule {
    /// Its name for ever, in kebab-case.
    pub id: &'static str,
    /// What is wrong, seen from the register.
    pub title: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// On what it rests.
    pub source: &'static [&'static Citation],
    /// The condition as people read it.
    pub formula: &'static str,
    /// Why it matters, and what to do; the last sentence begins with 请.
    pub explanation: &'static str,
    /// Looks at a register: documents, where it is about one, and statements.
    pub find: fn(&Book) -> Vec<Told>,
    /// For each document of an example its changes to a sound one, and the statements; none for a look-alike.
    pub examples: &'static [Example],
}

/// A small register, and what a rule must say of it.
#[derive(Debug)]
pub struct Example {
    /// For each row its changes to the sound one: head and content.
    pub rows: &'static [&'static [(&'static str, &'static str)]],
    /// The statements of this rule, in order.
    pub finds: &'static [&'static str],
}

/// One place where a condition is not met.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static RegisterRule,
    /// The document it is about; none where it is about a figure.
    pub item: Option<u32>,
    /// What was found.
    pub statement: String,
}

impl Finding {
    /// Whether it says that something is wrong, or that report and register differ.
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error || self.rule.id == "typed-differs-from-register"
    }
}

impl Book<'_> {
    /// Documents that are in force at the end of the year, and those that ended in it, each in the order of the register.
    pub fn catalogs(&self) -> (Vec<u32>, Vec<u32>) {
        let last = date(self.counted.year, 12, 31);
        let of = |wanted: &dyn Fn(&Item) -> bool| {
            let items = (0..).zip(&self.register.items);
            let listed = items.filter(|(_, item)| {
                matches!(item.kind, Kind::Rules | Kind::NormativeDocument) && wanted(item)
            });
            listed.map(|(idx, _)| idx).collect()
        };
        let ended_now =
            |item: &Item| matches!(item.end(), End::On(day) if day.year() == self.counted.year);
        (
            of(&|item| item.is_in_force(last) == Some(true)),
            of(&ended_now),
        )
    }

    fn items(&self) -> impl Iterator<Item = (u32, &Item)> {
        (0..).zip(&self.register.items)
    }
}

/// What a rule says of each document.
fn each(book: &Book, say: impl Fn(&Item) -> Option<String>) -> Vec<(Option<u32>, String)> {
    book.items()
        .filter_map(|(idx, item)| Some((Some(idx), say(item)?)))
        .collect()
}

/// All rules, in the order findings are shown.
#[rustfmt::skip]
pub static RULES: &[RegisterRule] = &[
    RegisterRule {
        id: "document-state-contradicted", title: "效力状态与日期矛盾", severity: Severity::Error,
        source: &[&law::FORM_TABLE_2],
        formula: "写有废止、失效日期的，效力状态不是现行有效；废止、失效日期在今天以后的，效力状态不是废止、失效",
        explanation: "现行有效件数和废止件数都从这里数出。请核对效力状态和日期，改正写错的一个。",
        find: |book| each(book, |item| match (item.state, item.ended.on(), book.today) {
            (State::InForce, Some(ended), Some(today)) if ended <= today => Some(format!("{ended} 废止或失效，却写“{}”", item.state_text)),
            (State::Ended, Some(ended), Some(today)) if ended > today => Some(format!("{ended} 才废止或失效，却已写“{}”", item.state_text)),
            _ => None,
        }),
        examples: &[
            Example { rows: &[&[("废止日期", "2025-06-01")]], finds: &["2025-06-01 废止或失效，却写“现行有效”"] },
            Example { rows: &[&[("废止日期", "2025-06-01"), ("效力状态", "废止")]], finds: &[] },
        ],
    },
    RegisterRule {
        id: "document-number-twice", title: "文号重复", severity: Severity::Error,
        source: &[&law::DOCUMENT_NUMBER],
        formula: "一个文号只有一件",
        explanation: "重复登记会多算一件。请核对文号，删去重复的一件。",
        find: |book| twice(book, |item| &item.doc_no, "文号"),
        examples: &[
            Example { rows: &[&[("文号", "示政发〔2025〕9号")], &[("文号", "示政发〔2025〕9号"), ("文件名称", "另一件")]], finds: &["文号“示政发〔2025〕9号”有 2 件", "文号“示政发〔2025〕9号”有 2 件"] },
            Example { rows: &[&[], &[]], finds: &[] },
        ],
    },
    RegisterRule {
        id: "in-force-before-signed", title: "施行早于成文", severity: Severity::Error,
        source: &[&law::PRACTICE],
        formula: "施行日期不早于成文日期",
        explanation: "文件不能在作成以前施行。请核对两个日期。",
        find: |book| each(book, |item| {
            let (signed, from) = (item.signed.on()?, item.in_force_from.on()?);
            (from < signed).then(|| format!("施行 {from} 早于成文 {signed}"))
        }),
        examples: &[
            Example { rows: &[&[("施行日期", "2025-03-01")]], finds: &["施行 2025-03-01 早于成文 2025-03-03"] },
            Example { rows: &[&[("施行日期", "2025-04-01")]], finds: &[] },
        ],
    },
    RegisterRule {
        id: "typed-differs-from-register", title: "表二与文件目录不一致", severity: Severity::Warning,
        source: &[&law::FORM_TABLE_2],
        formula: "表二第（一）项每一格 = 目录中属于这一格的件数；有待归类的，在确定的件数和全部归入的件数之间",
        explanation: "表二应当与目录和备案、清理的统计一致。请对照所列的文件更正。",
        find: typed_differs,
        examples: &[],
    },
    RegisterRule {
        id: "stock-chain-broken", title: "目录推算的上年存量与上年年报不一致", severity: Severity::Warning,
        source: &[&law::FORM_TABLE_2],
        formula: "目录中上年 12 月 31 日现行有效的件数 = 上年年报的现行有效件数",
        explanation: "上年的现行有效加本年制发减本年废止，等于本年的现行有效。请核对目录是否漏登、上年年报是否统计口径不同。",
        find: stock_chain,
        examples: &[],
    },
    RegisterRule {
        id: "expired-not-cleaned", title: "有效期已过，效力状态没有更新", severity: Severity::Warning,
        source: &[&law::FORM_TABLE_2],
        formula: "有效期届满的文件，写有废止、失效日期或者效力状态",
        explanation: "有效期届满自动失效，按届满之日计入废止；延长有效期的要写明。请更新目录。",
        find: |book| each(book, |item| {
            let until = item.valid_until.on().filter(|until| Some(*until) < book.today)?;
            (item.ended.on().is_none() && item.state != State::Ended).then(|| format!("有效期至 {until}"))
        }),
        examples: &[
            Example { rows: &[&[("有效期至", "2025-06-30")]], finds: &["有效期至 2025-06-30"] },
            Example { rows: &[&[("有效期至", "2030-06-30")]], finds: &[] },
        ],
    },
    RegisterRule {
        id: "document-number-year", title: "文号的年份与成文日期不同", severity: Severity::Warning,
        source: &[&law::DOCUMENT_NUMBER],
        formula: "文号〔〕中的年份 = 成文日期的年份",
        explanation: "制发件数按成文日期统计。请核对文号和成文日期。",
        find: |book| each(book, |item| {
            let (year, signed) = (year_of(&item.doc_no)?, item.signed.on()?);
            (year != signed.year()).then(|| format!("文号“{}”，成文 {signed}", item.doc_no))
        }),
        examples: &[
            Example { rows: &[&[("文号", "示政发〔2024〕9号")]], finds: &["文号“示政发〔2024〕9号”，成文 2025-03-03"] },
            Example { rows: &[&[("文号", "示政发〔2025〕9号")]], finds: &[] },
        ],
    },
    RegisterRule {
        id: "title-twice", title: "同名文件", severity: Severity::Warning,
        source: &[&law::PRACTICE],
        formula: "没有两件名称和文号都相同或者都没有文号的同名文件",
        explanation: "同一份文件在几个渠道公开只计一件。请核对是否重复登记。",
        find: |book| twice(book, |item| if item.doc_no.is_empty() { &*item.title } else { "" }, "名称"),
        examples: &[
            Example { rows: &[&[("文号", ""), ("文件名称", "同名")], &[("文号", ""), ("文件名称", "同名")]], finds: &["名称“同名”有 2 件", "名称“同名”有 2 件"] },
            Example { rows: &[&[("文件名称", "同名")], &[("文件名称", "同名")]], finds: &[] },
        ],
    },
    RegisterRule {
        id: "published-late", title: "公开晚于 20 个工作日", severity: Severity::Warning,
        source: &[&law::ARTICLE_26],
        formula: "发布日期在成文次日起 20 个工作日以内（没有发布日期的不判断）",
        explanation: "应当主动公开的信息，自形成或者变更之日起 20 个工作日内公开。请核对发布日期。",
        find: |book| each(book, |item| {
            let (signed, published) = (item.signed.on()?, item.published.on()?);
            let n_days = Calendar::default().working_days(signed, published);
            (n_days > 20).then(|| format!("成文 {signed}，第 {n_days} 个工作日（{published}）发布"))
        }),
        examples: &[
            Example { rows: &[&[("发布日期", "2025-04-01")]], finds: &["成文 2025-03-03，第 21 个工作日（2025-04-01）发布"] },
            Example { rows: &[&[("发布日期", "2025-03-31")]], finds: &[] },
        ],
    },
    RegisterRule {
        id: "normative-document-withheld", title: "规范性文件没有主动公开", severity: Severity::Warning,
        source: &[&law::NORMATIVE_DOCUMENTS],
        formula: "规章、行政规范性文件的公开属性是主动公开",
        explanation: "行政规范性文件要向社会公开发布，不公开的不能作为管理依据。请核对公开属性，或者核对它是不是行政规范性文件。",
        find: |book| each(book, |item| {
            let is_listed = matches!(item.kind, Kind::Rules | Kind::NormativeDocument);
            (is_listed && item.is_withheld()).then(|| format!("公开属性写“{}”", item.openness))
        }),
        examples: &[
            Example { rows: &[&[("公开属性", "依申请公开")]], finds: &["公开属性写“依申请公开”"] },
            Example { rows: &[&[("公开属性", "依申请公开"), ("文件类型", "其他文件")]], finds: &[] },
        ],
    },
    RegisterRule {
        id: "document-kind-open", title: "文件类型待归类", severity: Severity::Warning,
        source: &[&law::NORMATIVE_DOCUMENTS],
        formula: "文件类型写明是规章、行政规范性文件还是其他文件",
        explanation: "是不是行政规范性文件要按标准由人判断，程序不猜，有关各格另列待归类的件数。请在目录中写明文件类型。",
        find: |book| each(book, |item| (item.kind == Kind::Open).then(|| format!("文件类型写“{}”", item.kind_text))),
        examples: &[
            Example { rows: &[&[("文件类型", "政策文件")]], finds: &["文件类型写“政策文件”"] },
            Example { rows: &[&[("文件类型", "其他文件")]], finds: &[] },
        ],
    },
];

/// Judges a register by all rules, in the order of the registry.
pub fn check(book: &Book) -> Vec<Finding> {
    let found = RULES.iter().flat_map(|rule| {
        (rule.find)(book)
            .into_iter()
            .map(move |(item, statement)| Finding {
                rule,
                item,
                statement,
            })
    });
    found.collect()
}

fn twice<'a>(
    book: &Book<'a>,
    of: impl Fn(&'a Item) -> &'a str,
    what: &str,
) -> Vec<(Option<u32>, String)> {
    let mut by_text: BTreeMap<&str, usize> = BTreeMap::new();
    for item in &book.register.items {
        *by_text.entry(of(item)).or_default() += 1;
    }
    let items = (0..).zip(&book.register.items);
    let found = items.filter_map(|(idx, item)| {
        let text = of(item);
        let n = by_text
            .get(text)
            .copied()
            .filter(|n| *n > 1 && !text.is_empty())?;
        Some((Some(idx), format!("{what}“{text}”有 {n} 件")))
    });
    found.collect()
}

/// The year in the brackets of a document's number.
fn year_of(doc_no: &str) -> Option<i16> {
    let (_, rest) = doc_no.split_once(['〔', '[', '（', '(', '【'])?;
    let (year, _) = rest.split_once(['〕', ']', '）', ')', '】'])?;
    year.trim()
        .parse()
        .ok()
        .filter(|year| (1900..2200).contains(year))
}

fn typed_differs(book: &Book) -> Vec<(Option<u32>, String)> {
    let Some(report) = book
        .report
        .filter(|report| report.year.map(i32::from) == Some(i32::from(book.counted.year)))
    else {
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
        let (certain, open) = book.counted.behind(cell)?;
        let [certain, open] =
            [certain, open].map(|items| i64::try_from(items.len()).unwrap_or(i64::MAX));
        let is_wrong = !(certain..=certain + open).contains(&typed);
        is_wrong.then(|| {
            (
                None,
                format!("{}：年报 {typed}，目录 {certain}", form.name(cell)),
            )
        })
    });
    found.collect()
}

fn stock_chain(book: &Book) -> Vec<(Option<u32>, String)> {
    let Some(previous) = book.previous.filter(|previous| {
        previous.year.map(|year| i32::from(year) + 1) == Some(i32::from(book.counted.year))
    }) else {
        return Vec::new();
    };
    let last = date(book.counted.year - 1, 12, 31);
    let found = [
        (GOVERNMENT_RULES, Kind::Rules, "规章"),
        (
            NORMATIVE_DOCUMENTS,
            Kind::NormativeDocument,
            "行政规范性文件",
        ),
    ];
    let found = found.into_iter().filter_map(|(row, kind, name)| {
        let cell = previous
            .form
            .cell(nianbao_core::form::keys::DOCUMENTS, row, IN_FORCE)?;
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

/// All rules of registers as Markdown, in the order of the registry.
pub fn page() -> String {
    let rules = RULES.iter().map(|rule| {
        let mut entry = format!(
            "\n## {}\n\n`{}`　{}\n\n**条件**　{}\n\n**说明**　{}\n\n**依据**\n\n",
            rule.title,
            rule.id,
            rule.severity.name(),
            rule.formula,
            rule.explanation,
        );
        for source in rule.source {
            entry += &format!("- {}：{}\n", source.name, source.clause);
        }
        let mut found: Vec<_> = rule
            .examples
            .iter()
            .flat_map(|example| example.finds)
            .collect();
        found.dedup();
        if !found.is_empty() {
            entry += "\n**例**\n\n";
        }
        entry
            + &found
                .iter()
                .map(|statement| format!("- {statement}\n"))
                .collect::<String>()
    });
    format!(
        "\n# 文件目录的核对规则\n\n`nianbao register` 按这些规则核对规章和行政规范性文件的目录。\n{}",
        rules.collect::<String>()
    )
}
