//! What the words of a ledger mean: kinds of requesters, results, outcomes of disputes, as paths of the form.
//!
//! A wording that fits one line of the form is clear; one that fits several is open and stays so until a person answers.

use nianbao_core::form::keys::{
    ENTERPRISE, EXCESSIVE, FEE_UNPAID, GRANTED, HANDLED, LEGAL_SERVICES, NATURAL_PERSON,
    NOT_PROCESSED, ORGANIZATION, OTHER_OUTCOMES, OTHERWISE_CONCLUDED, PARTIAL, PUBLIC_INTEREST,
    RESEARCH, STATE_SECRET, UNAVAILABLE, WITHHELD,
};

use crate::day::is_blank;
use crate::fold::folded;

/// What a wording means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Nothing is written.
    Blank,
    /// The request is still being handled (办理中).
    InProgress,
    /// One of these lines of the form, by path; a group stands for all its lines. One line alone is clear.
    OneOf(Vec<&'static str>),
}

/// “No request at all”, for what was only a question (咨询).
pub(crate) const NOT_A_REQUEST: &str = "";
/// Still open, for a wording that may mean that it is not concluded.
const STILL_OPEN: &str = nianbao_core::form::keys::CARRIED_FORWARD;
const OTHER_REQUESTER: &str = "requester/organization/other";
const EVERYBODY: &str = "requester";

const BARRED: &str = "handled/withheld/barred-by-law";
const SECURITY: &str = "handled/withheld/endangers-security";
const THIRD_PARTY: &str = "handled/withheld/third-party-rights";
const INTERNAL: &str = "handled/withheld/internal-affairs";
const PROCESS: &str = "handled/withheld/process-information";
const ENFORCEMENT: &str = "handled/withheld/enforcement-file";
const INQUIRY: &str = "handled/withheld/administrative-inquiry";
const NOT_HELD: &str = "handled/unavailable/not-held";
const MUST_BE_CREATED: &str = "handled/unavailable/must-be-created";
const STILL_UNCLEAR: &str = "handled/unavailable/still-unclear";
const PETITION: &str = "handled/not-processed/petition";
const REPEATED: &str = "handled/not-processed/repeated";
const PUBLICATION: &str = "handled/not-processed/publication";
const CONFIRMATION: &str = "handled/not-processed/confirmation";
const NOT_CORRECTED: &str = "handled/other/not-corrected";

type Wordings = &'static [(&'static [&'static str], &'static [&'static str])];

/// Kinds of requesters. 
#[rustfmt::skip]
const KINDS: Wordings = &[
    (&[NATURAL_PERSON], &["自然人", "公民", "个人", "居民", "村民", "本人"]),
    (&[ENTERPRISE], &["商业企业", "企业法人", "企业单位", "企业", "公司", "商业组织", "个人独资企业"]),
    (&[RESEARCH], &["科研机构", "科研院所", "研究院所", "研究院", "研究所", "研究机构", "科研单位"]),
    (&[PUBLIC_INTEREST], &["社会公益组织", "公益组织", "基金会", "慈善会", "慈善组织", "环保组织", "公益机构", "社会公益机构"]),
    (&[LEGAL_SERVICES], &["法律服务机构", "律师事务所", "律所", "法律服务所", "法律服务组织"]),
    (&[OTHER_REQUESTER], &["其他组织", "其他机构", "其他", "其它组织", "其它", "村委会", "居委会", "村居委会", "村民委员会", "居民委员会", "业委会", "业主委员会",
        "事业单位", "党政机关", "国家机关", "行政机关", "机关单位", "机关", "媒体", "新闻媒体", "学校", "医院", "村集体"]),
    (&[ORGANIZATION], &["法人或其他组织", "法人和其他组织", "法人及其他组织", "法人或者其他组织", "法人组织", "法人", "单位", "组织", "机构", "非自然人", "团体"]),
    (&[NATURAL_PERSON, ENTERPRISE], &["个体工商户", "个体户", "个体"]),
    (&[NATURAL_PERSON, LEGAL_SERVICES], &["律师"]),
    (&[RESEARCH, OTHER_REQUESTER], &["高等院校", "高等学校", "高校", "大学", "学院", "院校"]),
    (&[PUBLIC_INTEREST, OTHER_REQUESTER], &["协会", "商会", "学会", "社会团体", "社团", "社会组织", "行业协会", "非营利组织", "民办非企业单位", "民间组织"]),
    (&[ENTERPRISE, OTHER_REQUESTER], &["合作社", "农民专业合作社"]),
];

/// Words that tell nothing about the kind.
const KIND_FILLERS: &[&str] = &[
    "申请人",
    "性质",
    "类别",
    "类型",
    "有限责任",
    "股份",
    "有限",
    "民营",
    "私营",
    "国有",
    "外资",
    "合资",
    "工商",
    "类",
];

/// What a wording of the requester's kind means.
pub(crate) fn kind(text: &str) -> Said {
    if is_blank(text) {
        return Said::Blank;
    }
    let mut rest = folded(text);
    // “法人或其他组织（商业企业）” says more than its group alone.
    let mut found: Vec<&'static [&'static str]> = Vec::new();
    let mut wordings: Vec<_> = KINDS
        .iter()
        .flat_map(|(paths, words)| words.iter().map(move |word| (*word, *paths)))
        .collect();
    wordings.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    for (word, paths) in wordings {
        if rest.contains(word) {
            rest = rest.replace(word, "|");
            found.push(paths);
        }
    }
    for filler in KIND_FILLERS {
        rest = rest.replace(filler, "");
    }
    let is_understood = rest.chars().all(|c| c == '|' || c.is_ascii_digit());
    let is_group = |paths: &&[&str]| **paths == [ORGANIZATION];
    if found
        .iter()
        .any(|paths| paths.len() == 1 && !is_group(paths))
    {
        found.retain(|paths| !is_group(paths));
    }
    if found.is_empty() || !is_understood {
        return Said::OneOf(vec![EVERYBODY]);
    }
    Said::OneOf(united(found.concat()))
}

/// Words that a request which is not concluded is marked with.
const IN_PROGRESS: &[&str] = &[
    "办理中",
    "在办",
    "待答复",
    "补正中",
    "征求意见中",
    "征询中",
    "征询意见中",
    "征求第三方意见中",
    "已延期",
    "延期中",
    "处理中",
    "未答复",
    "未办结",
    "待补正",
    "正在办理",
    "尚未答复",
    "尚未办结",
    "待办",
    "待处理",
    "结转下年",
    "流转中",
    "审核中",
    "等待补正",
    "待反馈",
    "未办理",
    "拟稿中",
    "会签中",
    "结转",
];

/// Steps on the way, where nothing else is said.
const STEPS: &[&str] = &[
    "补正",
    "要求补正",
    "已告知补正",
    "延期",
    "延期答复",
    "征求意见",
    "征求第三方意见",
    "征询意见",
    "征询第三方意见",
    "受理",
    "已受理",
    "登记",
    "已登记",
];

/// Words for results, each with the lines it may mean.
#[rustfmt::skip]
const RESULTS: Wordings = &[
    (&[STATE_SECRET], &["国家秘密", "涉密", "密件"]),
    (&[BARRED], &["禁止公开"]),
    (&[SECURITY], &["三安全一稳定", "国家安全", "公共安全", "经济安全", "社会稳定"]),
    (&[THIRD_PARTY], &["第三方", "商业秘密", "隐私"]),
    (&[INTERNAL], &["内部事务", "人事", "人事管理", "后勤", "内部工作流程", "内部流程", "内部管理"]),
    (&[PROCESS], &["过程性", "讨论记录", "过程稿", "磋商信函", "请示", "会议纪要"]),
    (&[ENFORCEMENT], &["执法案卷"]),
    (&[INQUIRY], &["行政查询", "查询事项", "登记资料", "告知查询途径", "按有关规定办理", "依照有关法律", "按照有关法律", "工商登记", "不动产登记"]),
    (&[NOT_HELD], &["不掌握", "信息不存在", "不存在", "未制作", "未获取", "检索没有", "未检索到", "检索不到", "检索无", "非本机关", "不属于本机关", "不属本机关", "非本部门",
        "不属于本部门", "不属本部门", "非本单位", "不属于本单位", "不属本单位", "不属于我", "非我", "告知向", "未保存", "不由本机关"]),
    (&[MUST_BE_CREATED], &["现成信息", "另行制作", "重新制作", "需要制作", "加工", "汇总", "分析"]),
    (&[PETITION], &["信访", "投诉", "举报"]),
    (&[REPEATED], &["重复申请", "重复提出", "重复提交"]),
    (&[PUBLICATION], &["公开出版物", "政府公报", "报刊", "书籍"]),
    (&[EXCESSIVE], &["大量反复", "反复申请", "反复大量", "大量申请"]),
    (&[REPEATED, EXCESSIVE], &["大量重复"]),
    (&[CONFIRMATION], &["要求确认", "重新出具", "确认或重新", "确认或者重新", "要求行政机关确认"]),
    (&[NOT_CORRECTED], &["不补正", "未补正", "未按期补正", "未按时补正", "未按要求补正", "逾期补正", "未在规定期限内补正"]),
    (&[FEE_UNPAID], &["未缴费", "未缴纳", "不缴费", "不缴纳", "未交费", "未交纳", "逾期未缴", "未按收费通知", "未按通知缴", "逾期不缴"]),
    (&[OTHERWISE_CONCLUDED], &["撤回", "撤销申请", "申请人放弃", "主动放弃", "自愿放弃", "合并办理", "合并处理", "并案", "其他渠道", "重复登记"]),
    (&[NOT_HELD, OTHERWISE_CONCLUDED], &["非政府信息", "不属于政府信息", "不属政府信息", "不是政府信息"]),
    (&[STILL_UNCLEAR, STILL_OPEN], &["内容不明确", "申请不明确", "内容不清", "描述不明确"]),
    (&[NOT_A_REQUEST, PETITION, OTHERWISE_CONCLUDED], &["咨询"]),
];

/// Words for the groups of results, which say no more than that.
const CLASSES: &[(&str, &[&str])] = &[
    (
        WITHHELD,
        &[
            "不予公开",
            "不同意公开",
            "不予以公开",
            "不公开",
            "不宜公开",
            "不准予公开",
        ],
    ),
    (UNAVAILABLE, &["无法提供", "无法公开", "不能提供"]),
    (
        NOT_PROCESSED,
        &[
            "不予处理",
            "不予重复处理",
            "不予受理",
            "不作为政府信息公开申请处理",
        ],
    ),
    (OTHER_OUTCOMES, &["其他处理", "其它处理"]),
];

/// Words for a part that is disclosed: whatever the reason for the rest, it is counted here alone.
const PARTIALLY: &[&str] = &[
    "部分公开",
    "部分予以公开",
    "区分处理",
    "部分不予公开",
    "部分提供",
    "区分公开",
    "部分同意公开",
];

/// Words for disclosure; alone they are clear, beside others they are not.
const GRANTS: &[&str] = &[
    "全部予以公开",
    "已主动公开",
    "属于主动公开",
    "主动公开",
    "予以公开",
    "同意公开",
    "全部公开",
    "全文公开",
    "准予公开",
    "依法公开",
    "给予公开",
    "已公开",
    "予以提供",
    "同意提供",
    "全部提供",
    "已提供",
    "依申请公开",
    "已予公开",
];
const GRANTED_ALONE: &[&str] = &["公开", "提供"];
const GRANT_FILLERS: &[&str] = &[
    "告知",
    "获取",
    "途径",
    "方式",
    "渠道",
    "申请人",
    "相关",
    "政府信息",
    "信息",
    "依法",
    "属于",
    "范围",
    "和",
    "的",
    "已",
    "并",
    "该",
    "其",
];

/// Words that turn what follows into its opposite.
const NEGATIONS: &[&str] = &[
    "不属于",
    "不属",
    "不涉及",
    "未涉及",
    "不危及",
    "不存在",
    "并非",
    "不是",
    "没有",
    "不含",
    "非",
    "无",
];

/// What a result and the reason beside it mean.
pub(crate) fn result(result: &str, reason: &str) -> Said {
    let parts = [result, reason].map(|text| {
        if is_blank(text) {
            String::new()
        } else {
            folded(text)
        }
    });
    let mut text = parts.concat();
    if text.is_empty() {
        return Said::Blank;
    }
    if IN_PROGRESS.iter().any(|word| text.contains(word)) || STEPS.contains(&text.as_str()) {
        return Said::InProgress;
    }
    if text.contains("补正")
        && ["不明确", "仍不清", "不清楚"]
            .iter()
            .any(|word| text.contains(word))
    {
        return Said::OneOf(vec![STILL_UNCLEAR]);
    }
    if PARTIALLY.iter().any(|word| text.contains(word)) {
        return Said::OneOf(vec![PARTIAL]);
    }
    let classes: Vec<_> = CLASSES
        .iter()
        .filter(|(_, words)| words.iter().any(|word| text.contains(word)))
        .map(|(path, _)| *path)
        .collect();
    for word in CLASSES.iter().flat_map(|(_, words)| *words) {
        text = text.replace(word, "");
    }
    let (found, is_negated) = specific(&mut text, &classes, &parts[1]);
    if is_negated {
        return Said::OneOf(vec![HANDLED]);
    }
    let grant =
        GRANTS.iter().any(|word| text.contains(word)) || GRANTED_ALONE.contains(&text.as_str());
    Said::OneOf(united(
        match (grant, found.is_empty(), classes.is_empty()) {
            (true, true, true) if is_grant_alone(&text) => vec![GRANTED],
            (true, true, true) => vec![HANDLED],
            (true, ..) => [&[GRANTED, PARTIAL][..], &found, &classes].concat(),
            (false, false, _) => {
                let is_within = |path: &&str| classes.iter().any(|class| path.starts_with(class));
                match classes.is_empty() || found.iter().all(is_within) {
                    true => found,
                    false => [found, classes].concat(),
                }
            }
            (false, true, false) => classes,
            (false, true, true) => vec![HANDLED],
        },
    ))
}

/// The lines that particular words point to, and whether a word was turned into its opposite.
fn specific(text: &mut String, classes: &[&str], reason: &str) -> (Vec<&'static str>, bool) {
    let mut found = Vec::new();
    let mut is_negated = false;
    if reason == "其他" && matches!(classes, [] | [OTHER_OUTCOMES])
        || text == "其他" && classes.is_empty()
    {
        return (vec![OTHERWISE_CONCLUDED], false);
    }
    let gives_up = text.contains("视为放弃") || text.contains("视同放弃");
    *text = text.replace("视为放弃", "").replace("视同放弃", "");
    for (paths, words) in RESULTS {
        let Some((place, _)) = words
            .iter()
            .filter_map(|word| Some((text.find(word)?, word)))
            .min()
        else {
            continue;
        };
        // What the words of a line say themselves, such as 信息不存在, is no negation of another.
        is_negated |= paths[0].starts_with(WITHHELD)
            && NEGATIONS
                .iter()
                .any(|negation| text[..place].ends_with(negation));
        found.extend(*paths);
    }
    if gives_up && !found.contains(&FEE_UNPAID) {
        found.push(NOT_CORRECTED);
    }
    (united(found), is_negated)
}

fn is_grant_alone(text: &str) -> bool {
    let mut rest = text.to_owned();
    for word in GRANTS.iter().chain(GRANT_FILLERS).chain(GRANTED_ALONE) {
        rest = rest.replace(word, "");
    }
    rest.is_empty()
}

const UPHELD: &str = "upheld";
const CORRECTED: &str = "corrected";
const OTHER_OUTCOME: &str = "other";
const PENDING: &str = "pending";

/// Words for what became of a dispute; the last steps of the columns of table four.
#[rustfmt::skip]
const OUTCOMES: Wordings = &[
    (&[OTHER_OUTCOME], &["驳回起诉", "终止", "不予受理", "不予立案", "撤回", "撤诉", "调解", "和解", "移送", "其他"]),
    (&[UPHELD, OTHER_OUTCOME], &["驳回", "胜诉"]),
    (&[UPHELD], &["维持"]),
    (&[CORRECTED], &["撤销", "变更", "确认违法", "责令", "确认无效", "纠正", "败诉", "重新答复", "重新作出", "限期履行"]),
    (&[PENDING], &["未审结", "审理中", "中止", "未判决", "未裁决", "在审", "一审中", "二审中", "审查中", "待审", "受理中", "办理中", "已受理", "待判决", "未结", "未决", "待开庭"]),
];

/// What an outcome of a reconsideration or a suit means; nothing written means nothing here.
pub(crate) fn outcome(text: &str) -> Said {
    if is_blank(text) {
        return Said::Blank;
    }
    let mut rest = folded(text);
    let mut found = Vec::new();
    for (paths, words) in OUTCOMES {
        for word in *words {
            if rest.contains(word) {
                found.extend(*paths);
                rest = rest.replace(word, "");
            }
        }
    }
    match found.is_empty() {
        true => Said::OneOf(vec![UPHELD, CORRECTED, OTHER_OUTCOME, PENDING]),
        false => Said::OneOf(united(found)),
    }
}

/// Blocks of table four that suits are counted in.
pub(crate) const SUITS: [&str; 2] = [
    nianbao_core::form::keys::DIRECT,
    nianbao_core::form::keys::AFTER_RECONSIDERATION,
];

/// Which block of table four a suit of this kind is counted in.
pub(crate) fn suit(text: &str) -> Said {
    if is_blank(text) {
        return Said::Blank;
    }
    let text = folded(text);
    let [direct, after] = SUITS;
    if text.contains("直接") || text.contains("未经复议") || text.contains("未复议") {
        return Said::OneOf(vec![direct]);
    }
    match text.contains("复议") {
        true => Said::OneOf(vec![after]),
        false => Said::OneOf(vec![direct, after]),
    }
}

/// The same without repetitions, in the same order.
fn united(paths: Vec<&'static str>) -> Vec<&'static str> {
    let mut united: Vec<&str> = Vec::new();
    for path in paths {
        if !united.contains(&path) {
            united.push(path);
        }
    }
    united
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_understood_or_open() {
        for (text, reason, expected) in [
            ("予以公开", "", &[GRANTED][..]),
            ("公开", "", &[GRANTED]),
            ("已主动公开，告知获取途径", "", &[GRANTED]),
            ("已提供", "", &[GRANTED]),
            ("部分公开（涉及个人隐私部分不予公开）", "", &[PARTIAL]),
            ("部分公开", "个人隐私", &[PARTIAL]),
            ("区分处理，部分公开", "", &[PARTIAL]),
            ("不予公开", "属于国家秘密", &[STATE_SECRET]),
            ("不予公开-法律、行政法规禁止公开", "", &[BARRED]),
            ("不予公开：危及社会稳定", "", &[SECURITY]),
            ("不予公开", "危及“三安全一稳定”", &[SECURITY]),
            (
                "不予公开（第三方不同意，涉及第三方合法权益）",
                "",
                &[THIRD_PARTY],
            ),
            ("不予公开", "三类内部事务信息", &[INTERNAL]),
            ("不予公开-会议纪要等过程性信息", "", &[PROCESS]),
            ("不予公开（行政执法案卷信息）", "", &[ENFORCEMENT]),
            ("不予公开", "行政查询事项", &[INQUIRY]),
            ("属行政查询事项，告知按有关规定办理", "", &[INQUIRY]),
            ("非本机关负责公开", "", &[NOT_HELD]),
            ("不属于本机关公开职责，告知向有关单位申请", "", &[NOT_HELD]),
            ("经检索没有所申请公开信息", "", &[NOT_HELD]),
            ("无法提供", "信息不存在", &[NOT_HELD]),
            ("无法提供", "没有现成信息需要另行制作", &[MUST_BE_CREATED]),
            ("补正后仍不明确", "", &[STILL_UNCLEAR]),
            ("无法提供", "补正后申请内容仍不明确", &[STILL_UNCLEAR]),
            ("信访事项，不作为政府信息公开申请处理", "", &[PETITION]),
            ("属投诉举报，不予处理", "", &[PETITION]),
            ("重复申请，不予重复处理", "", &[REPEATED]),
            ("公开出版物，告知获取途径", "", &[PUBLICATION]),
            ("无正当理由大量反复申请，不予处理", "", &[EXCESSIVE]),
            ("要求确认信息，不予处理", "", &[CONFIRMATION]),
            ("不予处理", "要求确认或重新出具已获取信息", &[CONFIRMATION]),
            ("逾期不补正", "", &[NOT_CORRECTED]),
            ("逾期未补正，视为放弃申请", "", &[NOT_CORRECTED]),
            ("其他处理", "逾期未缴费", &[FEE_UNPAID]),
            ("其他处理", "申请人撤回", &[OTHERWISE_CONCLUDED]),
            ("其他处理", "其他", &[OTHERWISE_CONCLUDED]),
            ("不予公开", "", &[WITHHELD]),
            ("无法提供", "", &[UNAVAILABLE]),
            ("不予处理", "", &[NOT_PROCESSED]),
            ("其他处理", "", &[OTHER_OUTCOMES]),
            ("非政府信息", "", &[NOT_HELD, OTHERWISE_CONCLUDED]),
            ("申请内容不明确", "", &[STILL_UNCLEAR, STILL_OPEN]),
            ("咨询", "", &[NOT_A_REQUEST, PETITION, OTHERWISE_CONCLUDED]),
            ("已办结", "", &[HANDLED]),
            ("见备注", "", &[HANDLED]),
            (
                "予以公开（涉及个人隐私的已遮挡）",
                "",
                &[GRANTED, PARTIAL, THIRD_PARTY],
            ),
            ("不涉及第三方，公开", "", &[HANDLED]),
            ("不属于国家秘密，予以公开", "", &[HANDLED]),
            ("不予公开", "信息不存在", &[NOT_HELD, WITHHELD]),
            ("信息不存在；其余属信访事项", "", &[NOT_HELD, PETITION]),
        ] {
            assert_eq!(
                super::result(text, reason),
                Said::OneOf(expected.to_vec()),
                "{text} {reason}"
            );
        }
        for text in [
            "办理中",
            "待答复",
            "补正中",
            "已延期，正在办理",
            "征求意见中",
            "征求第三方意见",
            "补正",
        ] {
            assert_eq!(super::result(text, ""), Said::InProgress, "{text}");
        }
        assert_eq!(super::result("/", "无"), Said::Blank);
    }

    #[test]
    fn kinds_are_understood_or_open() {
        for (text, expected) in [
            ("公民", &[NATURAL_PERSON][..]),
            ("企业", &[ENTERPRISE]),
            ("民营企业", &[ENTERPRISE]),
            ("法人或其他组织（商业企业）", &[ENTERPRISE]),
            ("法人-科研机构", &[RESEARCH]),
            ("律师事务所", &[LEGAL_SERVICES]),
            ("其他组织", &[OTHER_REQUESTER]),
            ("事业单位", &[OTHER_REQUESTER]),
            ("法人或其他组织", &[ORGANIZATION]),
            ("单位", &[ORGANIZATION]),
            ("个体工商户", &[NATURAL_PERSON, ENTERPRISE]),
            ("律师", &[NATURAL_PERSON, LEGAL_SERVICES]),
            ("大学", &[RESEARCH, OTHER_REQUESTER]),
            ("行业协会", &[PUBLIC_INTEREST, OTHER_REQUESTER]),
            ("企业职工", &[EVERYBODY]),
            ("外国人", &[EVERYBODY]),
        ] {
            assert_eq!(kind(text), Said::OneOf(expected.to_vec()), "{text}");
        }
        assert_eq!(kind(" "), Said::Blank);
    }

    #[test]
    fn outcomes_of_disputes_are_understood_or_open() {
        for (text, expected) in [
            ("维持", &[UPHELD][..]),
            ("判决维持", &[UPHELD]),
            ("撤销并责令重新答复", &[CORRECTED]),
            ("确认违法", &[CORRECTED]),
            ("终止", &[OTHER_OUTCOME]),
            ("裁定驳回起诉", &[OTHER_OUTCOME]),
            ("撤诉", &[OTHER_OUTCOME]),
            ("尚未审结", &[PENDING]),
            ("审理中", &[PENDING]),
            ("驳回诉讼请求", &[UPHELD, OTHER_OUTCOME]),
            ("是", &[UPHELD, CORRECTED, OTHER_OUTCOME, PENDING]),
            ("一审维持，二审审理中", &[UPHELD, PENDING]),
        ] {
            assert_eq!(outcome(text), Said::OneOf(expected.to_vec()), "{text}");
        }
        assert_eq!(outcome("无"), Said::Blank);
        assert_eq!(suit("未经复议直接起诉"), Said::OneOf(vec![SUITS[0]]));
        assert_eq!(suit("复议后起诉"), Said::OneOf(vec![SUITS[1]]));
        assert_eq!(suit("行政诉讼"), Said::OneOf(SUITS.to_vec()));
    }
}
