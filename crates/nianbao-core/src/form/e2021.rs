//! The 2021 edition (国办公开办函〔2021〕30号), used for reports on 2021 and later.
//!
//! Wording and geometry follow the annex of the notice; `seen_as` holds what published reports print instead.

use super::keys::*;
use super::{
    Balance, Content, Edition, Heading, Section, Table, Topic, Unit, counted, entry, group, total,
};

/// The 2021 edition.
#[rustfmt::skip]
pub static EDITION: Edition = Edition {
    year: 2021,
    notice: "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
    reports_on: (2021, None),
    sections: &[
        Section {
            key: OVERVIEW, title: "一、总体情况", short: "总体情况",
            seen_as: &["一、总体概况", "一、概述"],
            content: Content::Prose { prompt: OVERVIEW_PROMPT, topics: TOPICS },
        },
        Section {
            key: "proactive-disclosure", title: "二、主动公开政府信息情况", short: "主动公开",
            seen_as: &["二、主动公开情况"],
            content: Content::Tables(&[
                Table {
                    key: DOCUMENTS, banner: "第二十条第（一）项", corner: "信息内容",
                    columns: &[
                        entry(ISSUED,   "本年制发件数"),
                        entry(REPEALED, "本年废止件数"),
                        entry(IN_FORCE, "现行有效件数"),
                    ],
                    rows: &[
                        entry(RULES,               "规章"),
                        entry(NORMATIVE_DOCUMENTS, "行政规范性文件").seen_as(&["规范性文件"]),
                    ],
                    balances: &[],
                },
                Table {
                    key: LICENSES, banner: "第二十条第（五）项", corner: "信息内容",
                    columns: &[entry(DECIDED, "本年处理决定数量")],
                    rows:    &[entry(LICENSE, "行政许可")],
                    balances: &[],
                },
                Table {
                    key: PENALTIES, banner: "第二十条第（六）项", corner: "信息内容",
                    columns: &[entry(DECIDED, "本年处理决定数量")],
                    rows:    &[entry(PENALTY, "行政处罚"), entry(COMPULSION, "行政强制")],
                    balances: &[],
                },
                Table {
                    key: FEES, banner: "第二十条第（八）项", corner: "信息内容",
                    columns: &[counted(AMOUNT, "本年收费金额（单位：万元）", Unit::TenThousandYuan)
                        .seen_as(&["本年收费金额"])],
                    rows:    &[entry(ADMINISTRATIVE_FEES, "行政事业性收费")],
                    balances: &[],
                },
            ]),
        },
        Section {
            key: REQUESTS, title: "三、收到和处理政府信息公开申请情况", short: "申请办理",
            seen_as: &["三、依申请公开政府信息情况"],
            content: Content::Tables(&[Table {
                key: REQUESTS, banner: "",
                corner: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                columns: REQUESTERS,
                rows: &[
                    entry(NEWLY_RECEIVED, "一、本年新收政府信息公开申请数量").seen_as(&["一、收到申请"]),
                    entry(CARRIED_OVER,   "二、上年结转政府信息公开申请数量"),
                    group(HANDLED,        "三、本年度办理结果", OUTCOMES),
                    entry(CARRIED_FORWARD, "四、结转下年度继续办理"),
                ],
                balances: REQUESTS_BALANCE,
            }]),
        },
        Section {
            key: DISPUTES, title: "四、政府信息公开行政复议、行政诉讼情况", short: "复议诉讼",
            seen_as: &["四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
            content: Content::Tables(&[Table {
                key: DISPUTES, banner: "", corner: "",
                columns: &[
                    group("reconsideration", "行政复议", DISPUTE_RESULTS),
                    group("litigation", "行政诉讼", &[
                        group("direct",                "未经复议直接起诉", DISPUTE_RESULTS),
                        group("after-reconsideration", "复议后起诉",       DISPUTE_RESULTS),
                    ]),
                ],
                rows: &[entry(CASES, "")],
                balances: &[],
            }]),
        },
        Section {
            key: PROBLEMS, title: "五、存在的主要问题及改进情况", short: "问题改进",
            seen_as: &["五、存在问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况"],
            content: Content::Prose {
                prompt: "先写存在的主要问题，再写改进情况：上年提出的措施落实得怎样，今年发现了什么问题，下一步怎么改。",
                topics: &[],
            },
        },
        Section {
            key: OTHER_MATTERS, title: "六、其他需要报告的事项", short: "其他事项",
            seen_as: &["六、需要报告的其他事项"],
            content: Content::Prose {
                prompt: "收取信息处理费的情况在此处报告：收了几件、多少元；没有收取也要写明。其他需要报告的事项一并写在这里。",
                topics: &[],
            },
        },
    ],
};

/// 本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和
pub(super) const REQUESTS_BALANCE: &[Balance] = &[Balance {
    left: &[NEWLY_RECEIVED, CARRIED_OVER],
    right: &[HANDLED_TOTAL, CARRIED_FORWARD],
}];

const OVERVIEW_PROMPT: &str =
    "可先写一段综述：本机关本年度怎样贯彻落实《条例》。没有可以不写，直接写以下五个方面。";

/// The five topics the notice names for section one.
#[rustfmt::skip]
pub(super) const TOPICS: &[Topic] = &[
    Topic {
        key: "proactive", title: "（一）主动公开", words: &["主动公开", "公开信息", "公开政府信息", "公开各类", "发布信息", "发布各类", "信息公开力度"],
        prompt: "全年主动公开了多少条信息，通过哪些渠道；政策解读、回应关切各多少；重点领域公开了什么。",
    },
    Topic {
        key: "on-request", title: "（二）依申请公开", words: &["依申请", "申请"],
        prompt: "新收、上年结转、办结、结转下年度各多少件，应与第三部分的表一致；有无行政复议、行政诉讼。",
    },
    Topic {
        key: "management", title: "（三）政府信息管理", words: &["信息管理", "规范性文件", "审查", "审核", "三审", "公开属性"],
        prompt: "规章、行政规范性文件的制发、废止和现行有效件数，应与第二部分的表一致；审查、发布、更新制度。",
    },
    Topic {
        key: "platforms", title: "（四）政府信息公开平台建设", words: &["平台", "网站", "专栏", "栏目", "新媒体", "公众号", "微博", "公报", "公开栏", "查阅点", "专区", "载体", "门户"],
        prompt: "网站、政务新媒体、公报、公开专区等平台各有多少，今年做了什么。",
    },
    Topic {
        key: "oversight", title: "（五）监督保障", words: &["监督", "保障", "考核", "评议", "培训", "组织领导", "责任追究"],
        prompt: "组织领导、培训、监督检查；各级人民政府应写明工作考核、社会评议和责任追究结果情况。",
    },
];

#[rustfmt::skip]
pub(super) const REQUESTERS: &[Heading] = &[group("requester", "申请人情况", &[
    entry("natural-person", "自然人"),
    group("organization", "法人或其他组织", &[
        entry("enterprise",      "商业企业"),
        entry("research",        "科研机构"),
        entry("public-interest", "社会公益组织"),
        entry("legal-services",  "法律服务机构"),
        entry("other",           "其他"),
    ]),
    total("总计").seen_as(&["合计"]),
])];

#[rustfmt::skip]
const OUTCOMES: &[Heading] = &[
    GRANTED, PARTIAL, WITHHELD, UNAVAILABLE, NOT_PROCESSED,
    group("other", "（六）其他处理", &[
        entry("not-corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        entry("fee-unpaid",    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        entry("other",         "3.其他"),
    ]),
    total("（七）总计").seen_as(&["（七）合计"]),
];

pub(super) const GRANTED: Heading = entry("granted", "（一）予以公开");
pub(super) const PARTIAL: Heading = entry(
    "partial",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
)
.seen_as(&["（二）部分公开"]);

#[rustfmt::skip]
pub(super) const WITHHELD: Heading = group("withheld", "（三）不予公开", &[
    entry("state-secret",           "1.属于国家秘密"),
    entry("barred-by-law",          "2.其他法律行政法规禁止公开"),
    entry("endangers-security",     "3.危及“三安全一稳定”"),
    entry("third-party-rights",     "4.保护第三方合法权益"),
    entry("internal-affairs",       "5.属于三类内部事务信息"),
    entry("process-information",    "6.属于四类过程性信息"),
    entry("enforcement-file",       "7.属于行政执法案卷"),
    entry("administrative-inquiry", "8.属于行政查询事项"),
]);

#[rustfmt::skip]
pub(super) const UNAVAILABLE: Heading = group("unavailable", "（四）无法提供", &[
    entry("not-held",        "1.本机关不掌握相关政府信息"),
    entry("must-be-created", "2.没有现成信息需要另行制作"),
    entry("still-unclear",   "3.补正后申请内容仍不明确"),
]);

#[rustfmt::skip]
pub(super) const NOT_PROCESSED: Heading = group("not-processed", "（五）不予处理", &[
    entry("petition",     "1.信访举报投诉类申请"),
    entry("repeated",     "2.重复申请"),
    entry("publication",  "3.要求提供公开出版物"),
    entry("excessive",    "4.无正当理由大量反复申请"),
    entry("confirmation", "5.要求行政机关确认或重新出具已获取信息").seen_as(&["5.要求行政机关确认或重新出具"]),
]);

#[rustfmt::skip]
pub(super) const DISPUTE_RESULTS: &[Heading] = &[
    entry("upheld",    "结果维持"),
    entry("corrected", "结果纠正"),
    entry("other",     "其他结果"),
    entry("pending",   "尚未审结"),
    total("总计").seen_as(&["合计"]),
];
