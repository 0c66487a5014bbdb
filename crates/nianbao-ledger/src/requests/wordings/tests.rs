//! What wordings of ledgers mean, example by example.

use nianbao_core::form::keys::{
    ENTERPRISE, EXCESSIVE, LEGAL_SERVICES, NATURAL_PERSON, NOT_PROCESSED, PUBLIC_INTEREST,
    REQUESTS, RESEARCH, STATE_SECRET, TOTAL, UNAVAILABLE,
};
use nianbao_core::form::{Form, Line};

use super::*;

const BARRED: &str = "handled/withheld/barred-by-law";
const CONFIRMATION: &str = "handled/not-processed/confirmation";
const CORRECTED: &str = "corrected";
const ENFORCEMENT: &str = "handled/withheld/enforcement-file";
const INQUIRY: &str = "handled/withheld/administrative-inquiry";
const INTERNAL: &str = "handled/withheld/internal-affairs";
const MUST_BE_CREATED: &str = "handled/unavailable/must-be-created";
const NOT_HELD: &str = "handled/unavailable/not-held";
const OTHER_OUTCOME: &str = "other";
const OTHER_REQUESTER: &str = "requester/organization/other";
const PETITION: &str = "handled/not-processed/petition";
const PROCESS: &str = "handled/withheld/process-information";
const PUBLICATION: &str = "handled/not-processed/publication";
const REPEATED: &str = "handled/not-processed/repeated";
const SECURITY: &str = "handled/withheld/endangers-security";
const THIRD_PARTY: &str = "handled/withheld/third-party-rights";
const UPHELD: &str = "upheld";
const STILL_OPEN: &str = CARRIED_FORWARD;

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

#[test]
fn every_list_names_lines_of_the_form_and_every_result_has_words() {
    let form = Form::for_year(u16::MAX);
    let table = form.table(REQUESTS).expect("table three");
    let has = |lines: &[Line], path: &str| {
        let group = format!("{path}/");
        path.is_empty()
            || lines
                .iter()
                .any(|line| line.path == path || line.path.starts_with(&group))
    };
    for (wordings, lines) in [(&*KINDS, &table.columns), (&RESULTS.wordings, &table.rows)] {
        for path in wordings.meanings.iter().flat_map(|(paths, _)| paths) {
            assert!(has(lines, path), "{path}");
        }
    }
    let known = [
        "partially",
        "grants",
        "grants-alone",
        "grant-fillers",
        "negations",
        "in-progress",
        "steps",
        "fillers",
    ];
    for list in RESULTS
        .wordings
        .lists
        .iter()
        .chain(&KINDS.lists)
        .chain(&OUTCOMES.lists)
    {
        let class = list.name.strip_prefix("class ");
        assert!(
            known.contains(&list.name) || class.is_some_and(|path| has(&table.rows, path)),
            "{}",
            list.name
        );
    }
    // These two are told by more than a word.
    let told_otherwise = [GRANTED, PARTIAL, STILL_UNCLEAR];
    for row in table.rows.iter().map(|line| line.path.as_str()) {
        let is_result = row.starts_with(HANDLED) && !row.ends_with(TOTAL);
        let has_words = RESULTS
            .wordings
            .meanings
            .iter()
            .any(|(paths, _)| paths[..] == [row]);
        assert!(
            !is_result || has_words || told_otherwise.contains(&row),
            "{row}"
        );
    }
}
