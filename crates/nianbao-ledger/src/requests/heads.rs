//! The heads of a request ledger (表头): which column is what, by wordings met in ledgers.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::fold::folded;
use crate::lists::{Heads, words};

/// What a column of a ledger holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// 登记编号
    Number,
    /// 序号, a number only where there is no better one
    Sequence,
    /// 收到日期
    Received,
    /// 确认、受理日期: the receipt of what came online or by fax
    Confirmed,
    /// 申请、提交日期: a receipt only where there is no better one
    Submitted,
    /// 申请方式
    Channel,
    /// 申请人
    Who,
    /// 申请人类别
    Kind,
    /// 申请内容
    What,
    /// 承办单位
    Unit,
    /// 补正告知
    CorrectionAsked,
    /// 收到补正
    Corrected,
    /// 补正期限
    CorrectionUntil,
    /// 征求意见发出
    OpinionSent,
    /// 收到意见
    OpinionReceived,
    /// 延期告知
    Extended,
    /// 延期至
    ExtendedUntil,
    /// 延迟答复至
    PostponedTo,
    /// 答复期限 as typed
    DueTyped,
    /// 答复日期
    Replied,
    /// 送达日期
    Served,
    /// 办理结果
    Result,
    /// 具体情形
    Reason,
    /// 要求说明理由, asked of whoever has many requests
    ReasonAsked,
    /// 收费通知
    FeeNotice,
    /// 复议结果
    Reconsideration,
    /// 复议立案
    ReconsiderationFiled,
    /// 诉讼类型
    SuitKind,
    /// 诉讼立案
    SuitFiled,
    /// 诉讼结果
    SuitOutcome,
    /// 未经复议直接起诉, with the outcome in the column
    DirectSuit,
    /// 复议后起诉, with the outcome in the column
    LaterSuit,
    /// 备注
    Note,
    /// Numbers of identity cards and phones, addresses: recognized and not read
    Personal,
    /// Known and of no use for counting
    Other,
}

impl Field {
    /// What is shown to people.
    pub fn name(self) -> &'static str {
        HEADS.name(self)
    }

    /// All columns that can be told apart, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Field> {
        HEADS.names.iter().map(|(field, _)| *field)
    }
}

use Field::{
    Confirmed, OpinionReceived, OpinionSent, Other, Personal, Received, Sequence, Submitted,
};

/// The wordings of heads.txt.
static HEADS: LazyLock<Heads<Field>> = LazyLock::new(|| Heads::read(include_str!("heads.txt")));

/// Heads that hold an answer to a question or a number of days, whatever else they name.
static NOT_A_DAY: LazyLock<Vec<&str>> = LazyLock::new(|| words(&HEADS.others, "not-a-day"));

/// Fields by folded wording, with the place of the wording in its field.
static BY_WORDING: LazyLock<HashMap<String, (Field, usize)>> = LazyLock::new(|| {
    let mut by_wording = HashMap::new();
    for (field, wordings) in &HEADS.wordings {
        for (rank, wording) in wordings.iter().enumerate() {
            by_wording.entry(folded(wording)).or_insert((*field, rank));
        }
    }
    let list = |name| words(&HEADS.others, name);
    for consultation in list("consultations") {
        // “第三方” alone holds what the third party says.
        if consultation != "第三方" {
            by_wording
                .entry(consultation.to_owned())
                .or_insert((OpinionSent, 0));
        }
        for (field, ends) in [
            (OpinionSent, list("consultations-sent")),
            (OpinionReceived, list("consultations-answered")),
        ] {
            for (rank, end) in ends.iter().enumerate() {
                let wording = format!("{consultation}{end}");
                by_wording.entry(wording).or_insert((field, rank + 1));
            }
        }
    }
    by_wording
});

/// Wordings that are looked for within longer heads, longest first.
static WITHIN: LazyLock<Vec<(&'static str, Field, usize)>> = LazyLock::new(|| {
    let mut within: Vec<_> = (BY_WORDING.iter())
        .filter(|(wording, _)| wording.chars().count() >= 3)
        .map(|(wording, (field, rank))| (wording.as_str(), *field, *rank))
        .collect();
    within.sort_by_key(|(wording, ..)| (std::cmp::Reverse(wording.chars().count()), *wording));
    within
});

/// What a head says that its column holds; `parent` is the head above it, or empty. The number tells better wordings from worse.
pub fn field(parent: &str, child: &str) -> Option<(Field, usize)> {
    let (parent, child) = (folded(parent), folded(child));
    if child.is_empty() || child.chars().count() > 30 {
        return None;
    }
    let child_lower = child.to_lowercase();
    let whole = format!("{parent}{child_lower}");
    let bare = format!("{}{}", without_kind(&parent), without_kind(&child_lower));
    let exact = [&whole, &bare, &child_lower, &without_kind(&child_lower)]
        .into_iter()
        .find_map(|wording| BY_WORDING.get(wording).copied());
    if let Some(found) = exact {
        return Some(found);
    }
    if NOT_A_DAY.iter().any(|word| child.contains(word)) {
        return Some((Other, 0));
    }
    const WORSE: usize = 100;
    [&child_lower, &whole].into_iter().find_map(|head| {
        let found = WITHIN.iter().find(|(wording, ..)| head.contains(wording));
        found.map(|(_, field, rank)| (*field, rank + WORSE))
    })
}

impl crate::mapping::Field for Field {
    fn of(parent: &str, child: &str) -> Option<(Field, usize)> {
        field(parent, child)
    }

    fn is_telling(self) -> bool {
        !matches!(self, Other | Personal | Sequence)
    }

    fn is_shared(self) -> bool {
        matches!(self, Other | Personal)
    }

    fn needed() -> &'static [Field] {
        &[Received, Confirmed, Submitted]
    }
}

/// A head without the words that only say that it is a day.
fn without_kind(head: &str) -> String {
    ["日期", "时间", "情况", "的"]
        .iter()
        .fold(head.to_owned(), |head, word| head.replace(word, ""))
}

#[cfg(test)]
mod tests {
    use super::Field::*;
    use super::*;

    #[test]
    fn heads_are_known_by_their_wording() {
        for (parent, child, expected) in [
            ("", "收到申请\n日期", Received),
            ("", "收件时间", Received),
            ("", "申请日期", Submitted),
            ("申请人信息", "姓名/名称", Who),
            ("申请人信息", "类别", Kind),
            ("申请人信息", "联系电话", Personal),
            ("", "证件号码", Personal),
            ("补正", "告知日期", CorrectionAsked),
            ("补正", "收到补正日期", Corrected),
            ("补正", "收到日期", Corrected),
            ("征求意见", "发出日期", OpinionSent),
            ("征求意见", "收到意见日期", OpinionReceived),
            ("", "征询第三方（发）", OpinionSent),
            ("", "征询第三方（收）", OpinionReceived),
            ("", "延期答复\n告知日期", Extended),
            ("", "延期告知时间", Extended),
            ("", "法定答复\n期限", DueTyped),
            ("答复情况", "答复日期", Replied),
            ("", "答复（办结）日期", Replied),
            ("答复情况", "答复类型", Result),
            ("", "答复情况", Result),
            ("", "处理情况", Result),
            ("", "具体情形", Reason),
            ("答复情况", "送达方式", Other),
            ("", "收费\n（元）", Other),
            ("复议、诉讼情况", "行政复议结果", Reconsideration),
            ("复议、诉讼情况", "诉讼类型", SuitKind),
            ("行政诉讼", "结果", SuitOutcome),
            ("行政复议", "申请日期", ReconsiderationFiled),
            ("", "诉讼立案时间", SuitFiled),
            ("复议、诉讼情况", "备注", Note),
            ("", "是否延期", Other),
            ("", "补正材料收到时间", Corrected),
            ("", "申请人（单位）名称", Who),
            ("", "延迟答复至", PostponedTo),
            ("", "所需信息内容描述", What),
        ] {
            assert_eq!(
                field(parent, child).map(|(field, _)| field),
                Some(expected),
                "{parent}/{child}"
            );
        }
        assert_eq!(
            field(
                "",
                "示例县住房和城乡建设局2024年政府信息依申请公开登记台账（含转办件、补正件）"
            ),
            None
        );
        assert_eq!(field("", "2024-01-05"), None);
    }

    #[test]
    fn every_field_has_a_name() {
        for (field, name) in &HEADS.names {
            assert_ne!(*name, "", "{field:?}");
        }
        let others: Vec<_> = HEADS.others.iter().map(|list| list.name).collect();
        assert_eq!(
            others,
            [
                "consultations",
                "consultations-sent",
                "consultations-answered",
                "not-a-day"
            ],
            "a key that is no field"
        );
        assert_eq!(
            HEADS.names.len(),
            Other as usize + 1,
            "a field without wordings"
        );
    }
}
