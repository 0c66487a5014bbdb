//! What is asked of each document of a register by itself.

use std::collections::BTreeMap;

use nianbao_core::judgement::Severity;
use nianbao_core::law;
use nianbao_core::organ::Organ;

use super::examples::Example;
use super::{Book, RegisterRule, Told};
use crate::register::{Item, Kind, State};

/// What a rule says of each document.
pub(super) fn each(book: &Book, say: impl Fn(&Item) -> Option<String>) -> Vec<Told> {
    let items = book.items();
    items
        .filter_map(|(idx, item)| Some((Some(idx), say(item)?)))
        .collect()
}

/// State and days agree.
pub(super) static DOCUMENT_STATE_CONTRADICTED: RegisterRule = RegisterRule {
    id: "document-state-contradicted",
    title: "效力状态与日期矛盾",
    severity: Severity::Error,
    is_missing: false,
    is_on_request: false,
    source: &[&law::FORM_TABLE_2],
    formula: "写有废止、失效日期的，效力状态不是现行有效；废止、失效日期在今天以后的，效力状态不是废止、失效",
    explanation: "现行有效件数和废止件数都从这里数出。请核对效力状态和日期，改正写错的一个。",
    find: |book| {
        each(book, |item| {
            match (item.state, item.ended.on(), book.today) {
                (State::InForce, Some(ended), Some(today)) if ended <= today => {
                    Some(format!("{ended} 废止或失效，却写“{}”", item.state_text))
                }
                (State::Ended, Some(ended), Some(today)) if ended > today => {
                    Some(format!("{ended} 才废止或失效，却已写“{}”", item.state_text))
                }
                _ => None,
            }
        })
    },
    examples: &[
        Example::new(
            &[&[("废止日期", "2025-06-01")]],
            &["2025-06-01 废止或失效，却写“现行有效”"],
        ),
        Example::new(&[&[("废止日期", "2025-06-01"), ("效力状态", "废止")]], &[]),
    ],
};

/// A number is one document.
pub(super) static DOCUMENT_NUMBER_TWICE: RegisterRule = RegisterRule {
    id: "document-number-twice",
    title: "文号重复",
    severity: Severity::Error,
    is_missing: false,
    is_on_request: false,
    source: &[&law::DOCUMENT_NUMBER],
    formula: "一个文号只有一件",
    explanation: "重复登记会多算一件。请核对文号，删去重复的一件。",
    find: |book| twice(book, |item| &item.doc_no, "文号"),
    examples: &[
        Example::new(
            &[
                &[("文号", "示政发〔2025〕9号")],
                &[("文号", "示政发〔2025〕9号"), ("文件名称", "另一件")],
            ],
            &[
                "文号“示政发〔2025〕9号”有 2 件",
                "文号“示政发〔2025〕9号”有 2 件",
            ],
        ),
        Example::new(&[&[], &[]], &[]),
    ],
};

/// A document is in force after it was made.
pub(super) static IN_FORCE_BEFORE_SIGNED: RegisterRule = RegisterRule {
    id: "in-force-before-signed",
    title: "施行早于成文",
    severity: Severity::Error,
    is_missing: false,
    is_on_request: false,
    source: &[&law::PRACTICE],
    formula: "施行日期不早于成文日期",
    explanation: "文件不能在作成以前施行。请核对两个日期。",
    find: |book| {
        each(book, |item| {
            let (signed, from) = (item.signed.on()?, item.in_force_from.on()?);
            (from < signed).then(|| format!("施行 {from} 早于成文 {signed}"))
        })
    },
    examples: &[
        Example::new(
            &[&[("施行日期", "2025-03-01")]],
            &["施行 2025-03-01 早于成文 2025-03-03"],
        ),
        Example::new(&[&[("施行日期", "2025-04-01")]], &[]),
    ],
};

/// What lapsed is marked so.
pub(super) static EXPIRED_NOT_CLEANED: RegisterRule = RegisterRule {
    id: "expired-not-cleaned",
    title: "有效期已过，效力状态没有更新",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::FORM_TABLE_2],
    formula: "有效期届满的文件，写有废止、失效日期或者效力状态",
    explanation: "有效期届满自动失效，按届满之日计入废止；延长有效期的要写明。请更新目录。",
    find: |book| {
        each(book, |item| {
            let until = item
                .valid_until
                .on()
                .filter(|until| Some(*until) < book.today)?;
            (item.ended.on().is_none() && item.state != State::Ended)
                .then(|| format!("有效期至 {until}"))
        })
    },
    examples: &[
        Example::new(&[&[("有效期至", "2025-06-30")]], &["有效期至 2025-06-30"]),
        Example::new(&[&[("有效期至", "2030-06-30")]], &[]),
    ],
};

/// The number has the year in which the document was made.
pub(super) static DOCUMENT_NUMBER_YEAR: RegisterRule = RegisterRule {
    id: "document-number-year",
    title: "文号的年份与成文日期不同",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::DOCUMENT_NUMBER],
    formula: "文号〔〕中的年份 = 成文日期的年份",
    explanation: "制发件数按成文日期统计。请核对文号和成文日期。",
    find: |book| {
        each(book, |item| {
            let (year, signed) = (year_of(&item.doc_no)?, item.signed.on()?);
            (year != signed.year()).then(|| format!("文号“{}”，成文 {signed}", item.doc_no))
        })
    },
    examples: &[
        Example::new(
            &[&[("文号", "示政发〔2024〕9号")]],
            &["文号“示政发〔2024〕9号”，成文 2025-03-03"],
        ),
        Example::new(&[&[("文号", "示政发〔2025〕9号")]], &[]),
    ],
};

/// A title stands once.
pub(super) static TITLE_TWICE: RegisterRule = RegisterRule {
    id: "title-twice",
    title: "同名文件",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::PRACTICE],
    formula: "没有两件名称和文号都相同或者都没有文号的同名文件",
    explanation: "同一份文件在几个渠道公开只计一件。请核对是否重复登记。",
    find: |book| {
        twice(
            book,
            |item| {
                if item.doc_no.is_empty() {
                    &*item.title
                } else {
                    ""
                }
            },
            "名称",
        )
    },
    examples: &[
        Example::new(
            &[
                &[("文号", ""), ("文件名称", "同名")],
                &[("文号", ""), ("文件名称", "同名")],
            ],
            &["名称“同名”有 2 件", "名称“同名”有 2 件"],
        ),
        Example::new(&[&[("文件名称", "同名")], &[("文件名称", "同名")]], &[]),
    ],
};

/// The kind of every document is told.
pub(super) static DOCUMENT_KIND_OPEN: RegisterRule = RegisterRule {
    id: "document-kind-open",
    title: "文件类型待归类",
    severity: Severity::Warning,
    is_missing: true,
    is_on_request: false,
    source: &[&law::NORMATIVE_DOCUMENTS],
    formula: "文件类型写明是规章、行政规范性文件还是其他文件",
    explanation: "是不是行政规范性文件要按标准由人判断，程序不猜，有关各格另列待归类的件数。请在目录中写明文件类型。",
    find: |book| {
        each(book, |item| {
            (item.kind == Kind::Open).then(|| format!("文件类型写“{}”", item.kind_text))
        })
    },
    examples: &[
        Example::new(&[&[("文件类型", "政策文件")]], &["文件类型写“政策文件”"]),
        Example::new(&[&[("文件类型", "其他文件")]], &[]),
    ],
};

/// Government rules are made by few organs.
pub(super) static RULES_WITHOUT_POWER: RegisterRule = RegisterRule {
    id: "rules-without-power",
    title: "没有规章制定权的机关制发规章",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::LEGISLATION],
    formula: "文件类型写规章的，制定机关是国务院部门，或者省、设区的市、自治州的人民政府（制定机关的级别看不出来的不判断）",
    explanation: "其他机关制发的一般是行政规范性文件，计入表二的另一行。请核对文件类型和制定机关。",
    find: |book| {
        each(book, |item| {
            let organ = Organ {
                name: item.organ.to_string(),
                ..Organ::default()
            };
            let is_wrong = item.kind == Kind::Rules && organ.may_make_rules() == Ok(false);
            is_wrong.then(|| format!("制定机关“{}”，文件类型“{}”", item.organ, item.kind_text))
        })
    },
    examples: &[
        Example::new(
            &[&[("文件类型", "政府规章"), ("制定机关", "示例县人民政府")]],
            &["制定机关“示例县人民政府”，文件类型“政府规章”"],
        ),
        Example::new(
            &[&[("文件类型", "政府规章"), ("制定机关", "示例省人民政府")]],
            &[],
        ),
        Example::new(&[&[("制定机关", "示例县人民政府")]], &[]),
    ],
};

/// Some places ask for a validity of at most five years.
pub(super) static VALIDITY_TOO_LONG: RegisterRule = RegisterRule {
    id: "validity-too-long",
    title: "没有有效期，或者有效期超过 5 年",
    severity: Severity::Hint,
    is_missing: false,
    is_on_request: true,
    source: &[&law::PRACTICE],
    formula: "现行有效的行政规范性文件写有有效期，从施行（没有写的，从成文）之日起不超过 5 年",
    explanation: "一些地方规定规范性文件要写明有效期，一般不超过 5 年，全国没有统一规定，所以只在要求时核对。请对照本地的规定。",
    find: |book| {
        each(book, |item| {
            if item.kind != Kind::NormativeDocument || item.state == State::Ended {
                return None;
            }
            let from = item.in_force_from.on().or(item.issued());
            match (item.valid_until.on(), from) {
                (None, _) if item.valid_until.is_blank() => Some("没有写有效期".to_owned()),
                (Some(until), Some(from)) => {
                    let limit = from.checked_add(jiff::Span::new().years(5)).ok()?;
                    (until > limit).then(|| format!("{from} 起，有效期至 {until}"))
                }
                _ => None,
            }
        })
    },
    examples: &[
        Example::new(
            &[&[], &[("有效期至", "2035-03-02")]],
            &["没有写有效期", "2025-03-03 起，有效期至 2035-03-02"],
        ),
        Example::new(&[&[("有效期至", "2030-03-02")]], &[]),
        Example::new(&[&[("文件类型", "其他文件")]], &[]),
    ],
};

/// What was repealed was in force at the end of the year before.
pub(super) static REPEALED_NOT_IN_STOCK: RegisterRule = RegisterRule {
    id: "repealed-not-in-stock",
    title: "本年废止的文件，上年末不在现行有效之列",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::FORM_TABLE_2],
    formula: "本年废止、失效的规章和行政规范性文件，成文在上年 12 月 31 日以前",
    explanation: "当年制发当年又废止的很少见，多半是成文日期或者废止日期写错；没有成文日期的，也算不出上年存量。请核对两个日期。",
    find: |book| {
        each(book, |item| {
            let ended = item
                .ended_in(book.counted.year)
                .filter(|_| item.is_listed())?;
            match item.issued() {
                Some(issued) if issued.year() < book.counted.year => None,
                Some(issued) => Some(format!("成文 {issued}，{ended} 废止或失效")),
                None => Some(format!("没有成文日期，{ended} 废止或失效")),
            }
        })
    },
    examples: &[
        Example::new(
            &[&[("废止日期", "2025-06-01"), ("效力状态", "废止")]],
            &["成文 2025-03-03，2025-06-01 废止或失效"],
        ),
        Example::new(
            &[&[
                ("成文日期", "2023-03-03"),
                ("文号", "示政规〔2023〕1号"),
                ("废止日期", "2025-06-01"),
                ("效力状态", "废止"),
            ]],
            &[],
        ),
    ],
};

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
