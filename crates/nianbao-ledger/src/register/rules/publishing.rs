//! Whether documents were published, and in time.

use nianbao_core::calendar::Calendar;
use nianbao_core::judgement::Severity;
use nianbao_core::law;

use super::RegisterRule;
use super::documents::each;
use super::examples::Example;
use crate::register::heads::Field;

/// Working days within which information is published (第二十六条).
const TO_PUBLISH: u32 = 20;

/// What was made is published in time.
pub(super) static PUBLISHED_LATE: RegisterRule = RegisterRule {
    id: "published-late",
    title: "公开晚于 20 个工作日",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::ARTICLE_26],
    formula: "发布日期在成文次日起 20 个工作日以内（没有发布日期的不判断）",
    explanation: "应当主动公开的信息，自形成或者变更之日起 20 个工作日内公开。请核对发布日期。",
    find: |book| {
        each(book, |item| {
            let (signed, published) = (item.signed.on()?, item.published.on()?);
            let n_days = Calendar::default().working_days(signed, published);
            (n_days > TO_PUBLISH)
                .then(|| format!("成文 {signed}，第 {n_days} 个工作日（{published}）发布"))
        })
    },
    examples: &[
        Example::new(
            &[&[("发布日期", "2025-04-01")]],
            &["成文 2025-03-03，第 21 个工作日（2025-04-01）发布"],
        ),
        Example::new(&[&[("发布日期", "2025-03-31")]], &[]),
    ],
};

/// Normative documents are published.
pub(super) static NORMATIVE_DOCUMENT_WITHHELD: RegisterRule = RegisterRule {
    id: "normative-document-withheld",
    title: "规范性文件没有主动公开",
    severity: Severity::Warning,
    is_missing: false,
    is_on_request: false,
    source: &[&law::NORMATIVE_DOCUMENTS],
    formula: "规章、行政规范性文件的公开属性是主动公开",
    explanation: "行政规范性文件要向社会公开发布，不公开的不能作为管理依据。请核对公开属性，或者核对它是不是行政规范性文件。",
    find: |book| {
        each(book, |item| {
            (item.is_listed() && item.is_withheld())
                .then(|| format!("公开属性写“{}”", item.openness))
        })
    },
    examples: &[
        Example::new(
            &[&[("公开属性", "依申请公开")]],
            &["公开属性写“依申请公开”"],
        ),
        Example::new(
            &[&[("公开属性", "依申请公开"), ("文件类型", "其他文件")]],
            &[],
        ),
    ],
};

/// What should be published is.
pub(super) static NOT_PUBLISHED: RegisterRule = RegisterRule {
    id: "not-published",
    title: "没有发布日期",
    severity: Severity::Warning,
    is_missing: true,
    is_on_request: false,
    source: &[&law::ARTICLE_26],
    formula: "成文满 20 个工作日的规章、行政规范性文件有发布日期（目录没有这一列的，不判断）",
    explanation: "应当主动公开的信息，自形成或者变更之日起 20 个工作日内公开。请补上发布日期；还没有公开的，尽快公开。",
    find: |book| {
        each(book, |item| {
            let signed = item.signed.on()?;
            let n_days = Calendar::default().working_days(signed, book.today?);
            let is_wanted = item.is_listed() && !item.is_withheld() && book.has(Field::Published);
            (is_wanted && item.published.is_blank() && n_days > TO_PUBLISH)
                .then(|| format!("成文 {signed}，没有发布日期"))
        })
    },
    examples: &[
        Example::new(&[&[("发布日期", "")]], &["成文 2025-03-03，没有发布日期"]),
        Example::new(&[&[("发布日期", ""), ("成文日期", "2025-12-30")]], &[]),
        Example::new(&[&[("发布日期", ""), ("公开属性", "依申请公开")]], &[]),
    ],
};
