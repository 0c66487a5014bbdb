//! The outlines as data: the sentences for each place, and the numbers they are filled with.
//!
//! A sentence holds numbers of the tables or gaps for the clerk, never both: filling a gap would cut its link.
//! Where only the organ knows the answer, there is a question to complete and no phrase that would do for everybody.

use super::Home::{Preamble, Text};
use super::{Aid, Home, Saying, When};
use crate::rule::{At, Sum};
use nianbao_core::form::keys::*;
use nianbao_core::report::STANDARD_PREAMBLE;

const fn aid(id: &'static str, place: Home, sayings: &'static [Saying]) -> Aid {
    Aid {
        id,
        place,
        begins: false,
        sayings,
    }
}

const fn paragraph(id: &'static str, place: Home, sayings: &'static [Saying]) -> Aid {
    Aid {
        id,
        place,
        begins: true,
        sayings,
    }
}

const fn always(text: &'static str) -> Saying {
    Saying { when: &[], text }
}

const fn when(when: &'static [When], text: &'static str) -> Saying {
    Saying { when, text }
}

const PROACTIVE: Home = Text("overview/proactive");
const ON_REQUEST: Home = Text("overview/on-request");
const MANAGEMENT: Home = Text("overview/management");
const PLATFORMS: Home = Text("overview/platforms");

/// All sentences, in printed order.
#[rustfmt::skip]
pub(super) static AIDS: &[Aid] = &[
    aid("preamble/basis", Preamble, &[always(STANDARD_PREAMBLE[0])]),
    aid("preamble/period", Preamble, &[always(STANDARD_PREAMBLE[1])]),
    aid("preamble/contact", Preamble, &[always("本报告的电子版可在＿＿下载。如有疑问，请与＿＿联系（地址：＿＿，电话：＿＿）。")]),

    aid("proactive/channels", PROACTIVE, &[
        always("全年主动公开政府信息＿＿条，其中通过网站公开＿＿条、通过政务新媒体公开＿＿条、通过公告栏和查阅点公开＿＿条。"),
    ]),
    aid("proactive/responses", PROACTIVE, &[always("发布政策解读＿＿篇，回应社会关切＿＿次。")]),
    aid("proactive/decisions", PROACTIVE, &[
        when(&[When::Zero(&["许可", "处罚", "强制"])], "全年没有作出行政许可、行政处罚、行政强制决定。"),
        always("全年作出行政许可决定{许可}件、行政处罚决定{处罚}件、行政强制决定{强制}件。"),
    ]),
    aid("proactive/fees", PROACTIVE, &[
        when(&[When::Zero(&["收费"])], "全年没有收取行政事业性收费。"),
        always("全年收取行政事业性收费{收费}万元。"),
    ]),
    aid("proactive/fields", PROACTIVE, &[always("重点领域中，＿＿方面公开了＿＿，＿＿方面公开了＿＿。")]),

    aid("on-request/received", ON_REQUEST, &[
        when(&[When::Zero(&["新收"])], "{年}年未收到政府信息公开申请。"),
        always("{年}年新收政府信息公开申请{新收}件，其中自然人申请{自然人}件、法人或其他组织申请{组织}件。"),
    ]),
    aid("on-request/carried", ON_REQUEST, &[
        when(&[When::Zero(&["结转", "下转"])], "没有上年结转和结转下年度的政府信息公开申请。"),
        always("上年结转政府信息公开申请{结转}件，结转下年度继续办理{下转}件。"),
    ]),
    aid("on-request/outcomes", ON_REQUEST, &[
        when(&[When::Zero(&["办结"])], "全年没有办结的政府信息公开申请。"),
        always("全年办结政府信息公开申请{办结}件，其中予以公开{予以}件、部分公开{部分}件、不予公开{不予公开}件、无法提供{无法}件、不予处理{不予处理}件、其他处理{其他}件。"),
    ]),
    aid("on-request/reconsiderations", ON_REQUEST, &[
        when(&[When::Zero(&["复议"])], "没有因政府信息公开工作被申请行政复议。"),
        always("因政府信息公开工作被申请行政复议{复议}件，其中结果维持{复议维持}件、结果纠正{复议纠正}件、其他结果{复议其他}件、尚未审结{复议未结}件。"),
    ]),
    aid("on-request/suits", ON_REQUEST, &[
        when(&[When::Zero(&["诉讼"])], "没有因政府信息公开工作被提起行政诉讼。"),
        always("因政府信息公开工作被提起行政诉讼{诉讼}件，其中结果维持{诉讼维持}件、结果纠正{诉讼纠正}件、其他结果{诉讼其他}件、尚未审结{诉讼未结}件。"),
    ]),

    aid("management/documents", MANAGEMENT, &[
        when(&[When::Zero(&["文件制发", "文件废止", "文件有效"])], "没有现行有效的行政规范性文件，全年没有制发和废止。"),
        always("全年制发行政规范性文件{文件制发}件，废止行政规范性文件{文件废止}件，现行有效行政规范性文件{文件有效}件。"),
    ]),
    aid("management/rules", MANAGEMENT, &[
        when(&[When::Positive(&["规章制发", "规章废止", "规章有效"])], "全年制发规章{规章制发}件，废止规章{规章废止}件，现行有效规章{规章有效}件。"),
    ]),
    aid("management/review", MANAGEMENT, &[always("信息公开前由＿＿审查，今年审查＿＿件；已公开信息由＿＿定期核对，今年更正或更新＿＿条。")]),

    aid("platforms/count", PLATFORMS, &[always("现有政府网站＿＿个、政务新媒体＿＿个、政务公开专区＿＿个。")]),
    aid("platforms/work", PLATFORMS, &[always("今年在平台上新增或改版了＿＿，解决了＿＿。")]),

    aid("oversight/training", Text(OVERSIGHT), &[always("组织政府信息公开培训＿＿次，＿＿人次参加；开展监督检查＿＿次，发现问题＿＿个，已整改＿＿个。")]),
    aid("oversight/results", Text(OVERSIGHT), &[
        when(&[When::Government], "工作考核结果：＿＿。社会评议结果：＿＿。责任追究结果：＿＿。"),
    ]),

    paragraph("problems/measures-before", Text(PROBLEMS), &[always("上年提出的改进措施是＿＿，今年落实到＿＿。")]),
    paragraph("problems/found", Text(PROBLEMS), &[always("存在的主要问题：一是＿＿，具体表现是＿＿；二是＿＿，具体表现是＿＿。")]),
    paragraph("problems/corrected", Text(PROBLEMS), &[
        when(&[When::Positive(&["复议纠正", "诉讼纠正"])], "政府信息公开行政复议结果纠正{复议纠正}件，政府信息公开行政诉讼结果纠正{诉讼纠正}件。"),
    ]),
    aid("problems/causes", Text(PROBLEMS), &[
        when(&[When::Positive(&["复议纠正", "诉讼纠正"])], "被纠正的原因是＿＿，已经＿＿。"),
    ]),
    paragraph("problems/measures", Text(PROBLEMS), &[always("改进措施：针对第一个问题，由＿＿在＿＿前＿＿；针对第二个问题，由＿＿在＿＿前＿＿。")]),

    aid("other-matters/no-fees", Text(OTHER_MATTERS), &[always("{年}年未收取信息处理费。")]),
    aid("other-matters/fees", Text(OTHER_MATTERS), &[always("本年度收取信息处理费＿＿件，共＿＿元。")]),
    aid("other-matters/none", Text(OTHER_MATTERS), &[always("没有其他需要报告的事项。")]),
];

/// The numbers that sentences are filled with, by the names they have there.
#[rustfmt::skip]
pub(super) static NUMBERS: &[(&str, Sum)] = &[
    ("许可", Sum::of(&[At(LICENSES, LICENSE, DECIDED)])),
    ("处罚", Sum::of(&[At(PENALTIES, PENALTY, DECIDED)])),
    ("强制", Sum::of(&[At(PENALTIES, COMPULSION, DECIDED)])),
    ("收费", Sum::of(&[At(FEES, ADMINISTRATIVE_FEES, AMOUNT)])),
    ("新收", Sum::of(&[At(REQUESTS, NEWLY_RECEIVED, ALL_REQUESTERS)])),
    ("自然人", Sum::of(&[At(REQUESTS, NEWLY_RECEIVED, NATURAL_PERSON)])),
    ("组织", Sum::of(&[At(REQUESTS, NEWLY_RECEIVED, ORGANIZATION)])),
    ("结转", Sum::of(&[At(REQUESTS, CARRIED_OVER, ALL_REQUESTERS)])),
    ("下转", Sum::of(&[At(REQUESTS, CARRIED_FORWARD, ALL_REQUESTERS)])),
    ("办结", Sum::of(&[At(REQUESTS, HANDLED_TOTAL, ALL_REQUESTERS)])),
    ("予以", Sum::of(&[At(REQUESTS, GRANTED, ALL_REQUESTERS)])),
    ("部分", Sum::of(&[At(REQUESTS, PARTIAL, ALL_REQUESTERS)])),
    ("不予公开", Sum::of(&[At(REQUESTS, WITHHELD, ALL_REQUESTERS)])),
    ("无法", Sum::of(&[At(REQUESTS, UNAVAILABLE, ALL_REQUESTERS)])),
    ("不予处理", Sum::of(&[At(REQUESTS, NOT_PROCESSED, ALL_REQUESTERS)])),
    ("其他", Sum::of(&[At(REQUESTS, OTHER_OUTCOMES, ALL_REQUESTERS)])),
    ("复议", Sum::of(&[At(DISPUTES, CASES, RECONSIDERATIONS)])),
    ("复议维持", Sum::of(&[At(DISPUTES, CASES, "reconsideration/upheld")])),
    ("复议纠正", Sum::of(&[At(DISPUTES, CASES, "reconsideration/corrected")])),
    ("复议其他", Sum::of(&[At(DISPUTES, CASES, "reconsideration/other")])),
    ("复议未结", Sum::of(&[At(DISPUTES, CASES, PENDING_RECONSIDERATIONS)])),
    ("诉讼", Sum::of(&[At(DISPUTES, CASES, DIRECT_SUITS), At(DISPUTES, CASES, LATER_SUITS)])),
    ("诉讼维持", Sum::of(&[At(DISPUTES, CASES, "litigation/direct/upheld"), At(DISPUTES, CASES, "litigation/after-reconsideration/upheld")])),
    ("诉讼纠正", Sum::of(&[At(DISPUTES, CASES, "litigation/direct/corrected"), At(DISPUTES, CASES, "litigation/after-reconsideration/corrected")])),
    ("诉讼其他", Sum::of(&[At(DISPUTES, CASES, "litigation/direct/other"), At(DISPUTES, CASES, "litigation/after-reconsideration/other")])),
    ("诉讼未结", Sum::of(&[At(DISPUTES, CASES, PENDING_DIRECT_SUITS), At(DISPUTES, CASES, PENDING_LATER_SUITS)])),
    ("规章制发", Sum::of(&[At(DOCUMENTS, RULES, ISSUED)])),
    ("规章废止", Sum::of(&[At(DOCUMENTS, RULES, REPEALED)])),
    ("规章有效", Sum::of(&[At(DOCUMENTS, RULES, IN_FORCE)])),
    ("文件制发", Sum::of(&[At(DOCUMENTS, NORMATIVE_DOCUMENTS, ISSUED)])),
    ("文件废止", Sum::of(&[At(DOCUMENTS, NORMATIVE_DOCUMENTS, REPEALED)])),
    ("文件有效", Sum::of(&[At(DOCUMENTS, NORMATIVE_DOCUMENTS, IN_FORCE)])),
];
