//! The heads of a request ledger (表头): which column is what, by wordings met in ledgers.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::fold::folded;

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
        NAMES
            .iter()
            .find(|(field, _)| *field == self)
            .map_or("", |(_, name)| name)
    }
}

use Field::{
    Channel, Confirmed, Corrected, CorrectionAsked, CorrectionUntil, DirectSuit, DueTyped,
    Extended, ExtendedUntil, FeeNotice, Kind, LaterSuit, Note, Number, OpinionReceived,
    OpinionSent, Other, Personal, PostponedTo, Reason, Received, Reconsideration,
    ReconsiderationFiled, Replied, Result, Sequence, Served, Submitted, SuitFiled, SuitKind,
    SuitOutcome, Unit, What, Who,
};

const NAMES: &[(Field, &str)] = &[
    (Number, "编号"),
    (Sequence, "序号"),
    (Received, "收到日期"),
    (Confirmed, "确认日期"),
    (Submitted, "申请日期"),
    (Channel, "申请方式"),
    (Who, "申请人"),
    (Kind, "申请人类别"),
    (What, "申请内容"),
    (Unit, "承办单位"),
    (CorrectionAsked, "补正告知日期"),
    (Corrected, "收到补正日期"),
    (CorrectionUntil, "补正期限"),
    (OpinionSent, "征求意见发出日期"),
    (OpinionReceived, "收到意见日期"),
    (Extended, "延期告知日期"),
    (ExtendedUntil, "延期至"),
    (PostponedTo, "延迟答复至"),
    (DueTyped, "答复期限（台账所写）"),
    (Replied, "答复日期"),
    (Served, "送达日期"),
    (Result, "办理结果"),
    (Reason, "具体情形"),
    (FeeNotice, "收费通知日期"),
    (Reconsideration, "复议结果"),
    (ReconsiderationFiled, "复议立案日期"),
    (SuitKind, "诉讼类型"),
    (SuitFiled, "诉讼立案日期"),
    (SuitOutcome, "诉讼结果"),
    (DirectSuit, "未经复议直接起诉"),
    (LaterSuit, "复议后起诉"),
    (Note, "备注"),
    (Personal, "个人信息，不读"),
    (Other, "不用于统计"),
];

/// Wordings of heads; within a field the better one first. Dates are also met without 日期 and 时间.
#[rustfmt::skip]
const ALIASES: &[(Field, &[&str])] = &[
    (Number, &["登记编号", "受理编号", "编号", "受理号", "收件编号", "流水号", "查询编号", "申请编号", "登记号", "收文编号", "收文号", "收件号",
        "案件编号", "申请书编号", "业务编号", "办件编号", "申请件编号", "受理单号", "回执编号", "件号", "案号"]),
    (Sequence, &["序号", "顺序号", "序", "no"]),
    (Received, &["收到申请日期", "收到申请", "收到日期", "收到时间", "收件日期", "收件时间", "收件", "收到", "接收日期", "接收时间", "接收", "来件日期",
        "来件", "签收日期", "签收", "收文日期", "收悉日期", "收到申请书", "登记日期", "登记时间", "登记"]),
    (Confirmed, &["确认日期", "确认时间", "确认", "确认收到", "双方确认", "受理日期", "受理时间", "受理"]),
    (Submitted, &["申请日期", "申请时间", "提交日期", "提交时间", "提交", "创建时间", "创建", "来信日期", "申请书日期", "填表日期"]),
    (Channel, &["申请方式", "申请渠道", "接收渠道", "来件渠道", "受理方式", "收件方式", "受理渠道", "提交方式", "接收方式", "来件方式", "申请途径",
        "递交方式", "收到方式", "渠道"]),
    (Who, &["申请人", "申请人姓名", "申请人名称", "申请人姓名名称", "申请人单位名称", "姓名名称", "姓名", "名称", "姓名或名称", "申请人姓名或名称", "申请单位",
        "申请者", "申请人姓名单位名称"]),
    (Kind, &["申请人类别", "申请人类型", "申请人性质", "申请人身份", "申请主体", "申请主体类型", "申请主体类别", "主体类型", "主体类别", "申请人分类",
        "申请人属性", "申请人种类", "类别", "类型", "性质", "身份", "申请者类别", "申请者类型", "人员类别"]),
    (What, &["申请内容", "所需信息内容描述", "申请事项", "信息名称", "申请公开的内容", "申请公开内容", "所需信息", "所需信息内容", "申请信息", "申请信息内容",
        "内容描述", "申请公开的信息", "申请公开信息", "所需政府信息", "申请公开事项", "申请标题", "信息内容", "内容", "申请公开的政府信息"]),
    (Unit, &["承办单位", "承办科室", "承办股室", "承办处室", "承办部门", "承办人", "承办", "主办单位", "主办科室", "主办股室", "主办处室", "主办部门", "主办",
        "经办单位", "经办科室", "经办股室", "经办部门", "经办人", "经办", "责任单位", "责任科室", "责任股室", "责任处室", "责任部门", "责任人", "责任",
        "牵头单位", "牵头科室", "办理单位", "办理科室", "办理部门", "办理人", "协办单位", "协办科室"]),
    (CorrectionAsked, &["补正告知日期", "补正告知", "补正通知", "要求补正", "告知补正", "补正发出", "补正告知书", "补正通知书", "通知补正", "补正告知书发出",
        "补正通知书发出", "一次性补正告知", "补正通知发出", "发出补正通知", "补正告知发出", "要求补正通知", "补正"]),
    (Corrected, &["收到补正", "补正收到", "补正材料收到", "收到补正材料", "补正日", "补正日期", "补正时间", "补正回复", "补正完成", "补正提交", "补正材料提交",
        "申请人补正", "补正材料", "补正收", "补正反馈", "补正收件", "补正接收"]),
    (CorrectionUntil, &["补正期限", "补正截止", "补正期限至", "要求补正期限", "补正限期", "补正截至"]),
    (OpinionReceived, &["收到意见", "收到反馈", "收到第三方意见", "第三方反馈", "第三方答复", "第三方回复", "意见反馈", "反馈意见收到", "收到反馈意见"]),
    (Extended, &["延期告知", "延期答复告知", "延长答复期限告知", "延长答复告知", "延期通知", "延期告知书", "延长期限告知", "延期答复通知", "延长告知", "告知延期",
        "延期答复", "延长答复期限", "延长答复", "延期办理", "延长期限", "延期", "延期告知书发出", "延期答复告知书"]),
    (ExtendedUntil, &["延期至", "延长至", "延期答复至", "延长答复至", "延期后期限", "延期后答复期限", "延期截止", "延长后期限", "延期到期", "延期届满",
        "延长期限至", "延期期限"]),
    (PostponedTo, &["延迟答复至", "延迟答复", "延迟至", "延迟答复日期", "告知延迟答复至"]),
    (DueTyped, &["法定答复期限", "答复期限", "办理期限", "截止日期", "法定期限", "应答复日期", "应答复", "答复截止", "办结期限", "到期日期", "到期日", "期限",
        "应办结", "法定答复截止", "法定办理期限", "最迟答复", "答复到期", "限办日期", "法定到期", "应答复期限", "法定答复", "办理时限", "答复时限", "法定时限"]),
    (Replied, &["答复日期", "答复时间", "办结日期", "办结时间", "答复办结日期", "办结答复日期", "答复", "办结", "回复日期", "回复时间", "回复", "实际答复",
        "答复书日期", "答复作出", "作出答复", "答复发出", "出具答复", "答复告知", "实际办结", "答复书出具", "答复书落款"]),
    (Served, &["送达日期", "送达时间", "送达", "寄出日期", "寄出", "寄送日期", "寄送", "答复送达", "答复寄出", "邮寄日期", "送出日期"]),
    (Result, &["答复类型", "办理结果", "处理情况", "答复结果", "办理情况", "处理结果", "答复情况", "答复形式", "办结类型", "办理结果类型", "答复分类", "办结方式",
        "答复类别", "办结结果", "办理类型", "处理方式", "处理类型", "公开情况", "公开类型", "答复意见", "结果", "答复内容", "办结情况", "办理状态", "状态"]),
    (Reason, &["具体情形", "不予公开理由", "不予公开原因", "不予公开情形", "不公开理由", "不公开原因", "具体理由", "具体类型", "具体原因", "具体分类", "结果细分",
        "细分", "小类", "情形", "理由", "原因", "子类", "答复细类", "二级分类"]),
    (FeeNotice, &["收费通知日", "收费通知", "缴费通知", "收费告知", "收费通知书"]),
    (Reconsideration, &["行政复议结果", "复议结果", "行政复议", "复议", "复议情况", "行政复议情况", "复议决定", "行政复议决定", "复议审理结果", "复议结论"]),
    (ReconsiderationFiled, &["复议立案", "复议受理", "复议申请", "复议收到", "行政复议立案", "行政复议受理", "行政复议申请", "复议申请受理", "行政复议收到"]),
    (SuitKind, &["诉讼类型", "诉讼类别", "行政诉讼类型", "行政诉讼类别", "起诉方式", "起诉类型", "诉讼方式", "诉讼种类"]),
    (SuitFiled, &["诉讼立案", "立案日期", "立案时间", "立案", "起诉日期", "起诉时间", "起诉", "行政诉讼立案", "诉讼受理", "收到应诉通知", "应诉通知", "诉讼起诉"]),
    (SuitOutcome, &["诉讼结果", "判决结果", "裁判结果", "行政诉讼结果", "诉讼判决", "诉讼情况", "行政诉讼", "行政诉讼情况", "诉讼", "应诉", "应诉情况", "审理结果",
        "裁判", "诉讼裁判结果", "判决", "诉讼结论"]),
    (DirectSuit, &["未经复议直接起诉", "直接起诉", "未经复议起诉"]),
    (LaterSuit, &["复议后起诉", "经复议后起诉", "经复议起诉", "复议后诉讼"]),
    (Note, &["备注", "说明", "其他说明", "备考"]),
    (Personal, &["联系方式", "联系电话", "电话", "手机", "手机号码", "手机号", "电话号码", "地址", "通信地址", "通讯地址", "邮寄地址", "联系地址", "住址", "邮箱",
        "电子邮箱", "电子邮件", "邮编", "邮政编码", "证件号码", "证件号", "证件类型", "证件名称", "身份证号", "身份证号码", "身份证", "统一社会信用代码", "信用代码",
        "社会信用代码", "组织机构代码", "证件", "有效证件号码", "微信", "微信号", "qq", "法定代表人", "法人代表", "联系人", "代理人", "家庭住址", "工作单位"]),
    (Other, &["用途", "信息用途", "所需信息用途", "获取方式", "提供方式", "信息提供方式", "获取信息方式", "获取信息的方式", "载体形式", "送达方式", "答复方式",
        "答复文号", "答复书编号", "答复书文号", "文号", "答复编号", "答复书", "告知书文号", "依据条款", "法律依据", "依据", "收费", "收费元", "收费金额", "信息处理费", "金额",
        "缴费日", "缴费", "件数", "页数", "天数", "自然日", "剩余天数", "是否公开", "查询码", "延长天数", "延期天数", "快递单号", "邮寄单号", "审核人", "签发人", "填报人",
        "年度", "月份", "满意度", "介质", "份数", "操作", "是否延期", "是否补正", "是否逾期", "是否按时", "是否收费", "是否复议", "是否诉讼", "所属单位",
        "受理人", "登记人", "接收人", "收件人"]),
];

/// Beginnings and ends of heads for consultations, which are met in every combination.
const CONSULTATIONS: &[&str] = &[
    "征求第三方意见",
    "征求第三方",
    "征询第三方意见",
    "征询第三方",
    "征求意见",
    "征询意见",
    "意见征询",
    "意见征求",
    "第三方征询",
    "第三方意见征询",
    "第三方意见征求",
    "征求其他机关意见",
    "征求有关机关意见",
    "征询",
    "征求",
    "协办",
    "会商",
    "第三方",
    "征求意见书",
    "征求意见函",
    "第三方意见征询函",
    "征求第三方意见函",
    "征求第三方意见书",
];
const SENT: &[&str] = &[
    "",
    "发",
    "发出",
    "开始",
    "发函",
    "函发出",
    "书发出",
    "告知",
    "送出",
    "起",
    "寄出",
    "发送",
    "去函",
    "通知",
];
const ANSWERED: &[&str] = &[
    "收",
    "收到",
    "反馈",
    "结束",
    "答复",
    "回复",
    "收到意见",
    "收回",
    "反馈意见",
    "止",
    "回函",
    "收到反馈",
    "意见收到",
    "返回",
    "收到答复",
    "反馈收到",
    "收到回复",
];

/// Heads that hold an answer to a question or an amount of days, whatever else they name.
const NOT_A_DAY: &[&str] = &["是否", "剩余", "超期", "逾期", "天数", "用时", "工作日数"];

/// Fields by folded wording, with the place of the wording in its field.
static BY_WORDING: LazyLock<HashMap<String, (Field, usize)>> = LazyLock::new(|| {
    let mut by_wording = HashMap::new();
    for (field, wordings) in ALIASES {
        for (rank, wording) in wordings.iter().enumerate() {
            by_wording.entry(folded(wording)).or_insert((*field, rank));
        }
    }
    for consultation in CONSULTATIONS {
        for (field, ends) in [(OpinionSent, SENT), (OpinionReceived, ANSWERED)] {
            for (rank, end) in ends.iter().enumerate() {
                let wording = format!("{consultation}{end}");
                // “第三方意见” alone holds what the third party says.
                by_wording.entry(wording).or_insert((field, rank));
            }
        }
    }
    by_wording.remove("第三方");
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
        for (field, _) in ALIASES {
            assert_ne!(field.name(), "", "{field:?}");
        }
    }
}
