//! The 2019 trial edition (国办公开办函〔2019〕60号), for reports on 2019 and 2020.
//!
//! Wording as seen in reports published on it; the notice itself was not at hand.
//! What it shares with the 2021 edition is named there.

use super::e2021::{
    DISPUTE_RESULTS, GRANTED, NOT_PROCESSED, PARTIAL, REQUESTERS, REQUESTS_BALANCE, UNAVAILABLE,
    WITHHELD,
};
use super::keys::*;
use super::{Content, Edition, Heading, Section, Table, Unit, counted, entry, group, total};

/// The 2019 trial edition.
#[rustfmt::skip]
pub static EDITION: Edition = Edition {
    year: 2019,
    notice: "《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）",
    reports_on: (2019, Some(2020)),
    sections: &[
        Section {
            key: OVERVIEW, title: "一、总体情况", short: "总体情况", seen_as: &[],
            content: Content::Prose { prompt: "本年度政府信息公开工作的总体情况。", topics: &[] },
        },
        Section {
            key: "proactive-disclosure", title: "二、主动公开政府信息情况", short: "主动公开", seen_as: &[],
            content: Content::Tables(&[
                Table {
                    key: DOCUMENTS, banner: "第二十条第（一）项", corner: "信息内容",
                    columns: &[
                        entry("made",       "本年新制作数量"),
                        entry("disclosed",  "本年新公开数量"),
                        entry("all-public", "对外公开总数量"),
                    ],
                    rows: &[entry(RULES, "规章"), entry(NORMATIVE_DOCUMENTS, "规范性文件")],
                    balances: &[],
                },
                Table {
                    key: LICENSES, banner: "第二十条第（五）项", corner: "信息内容", columns: ITEMS_AND_DECISIONS,
                    rows: &[entry(LICENSE, "行政许可"), entry("other-services", "其他对外管理服务事项")],
                    balances: &[],
                },
                Table {
                    key: PENALTIES, banner: "第二十条第（六）项", corner: "信息内容", columns: ITEMS_AND_DECISIONS,
                    rows: &[entry(PENALTY, "行政处罚"), entry(COMPULSION, "行政强制")],
                    balances: &[],
                },
                Table {
                    key: FEES, banner: "第二十条第（八）项", corner: "信息内容", columns: ITEMS,
                    rows: &[entry(ADMINISTRATIVE_FEES, "行政事业性收费")],
                    balances: &[],
                },
                Table {
                    key: "procurement", banner: "第二十条第（九）项", corner: "信息内容",
                    columns: &[
                        entry("projects", "采购项目数量"),
                        counted(AMOUNT, "采购总金额", Unit::TenThousandYuan),
                    ],
                    rows: &[entry("central-procurement", "政府集中采购")],
                    balances: &[],
                },
            ]),
        },
        Section {
            key: REQUESTS, title: "三、收到和处理政府信息公开申请情况", short: "申请办理", seen_as: &[],
            content: Content::Tables(&[Table {
                key: REQUESTS, banner: "",
                corner: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                columns: REQUESTERS,
                rows: &[
                    entry(NEWLY_RECEIVED, "一、本年新收政府信息公开申请数量"),
                    entry(CARRIED_OVER,   "二、上年结转政府信息公开申请数量"),
                    group(HANDLED,        "三、本年度办理结果", &[
                        GRANTED, PARTIAL, WITHHELD, UNAVAILABLE, NOT_PROCESSED,
                        entry("other", "（六）其他处理"),
                        total("（七）总计").seen_as(&["（七）合计"]),
                    ]),
                    entry(CARRIED_FORWARD, "四、结转下年度继续办理"),
                ],
                balances: REQUESTS_BALANCE,
            }]),
        },
        Section {
            key: DISPUTES, title: "四、政府信息公开行政复议、行政诉讼情况", short: "复议诉讼", seen_as: &[],
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
            key: PROBLEMS, title: "五、存在的主要问题及改进情况", short: "问题改进", seen_as: &[],
            content: Content::Prose { prompt: "存在的主要问题和改进情况。", topics: &[] },
        },
        Section {
            key: OTHER_MATTERS, title: "六、其他需要报告的事项", short: "其他事项", seen_as: &[],
            content: Content::Prose { prompt: "其他需要报告的事项。", topics: &[] },
        },
    ],
};

#[rustfmt::skip]
const ITEMS: &[Heading] = &[
    entry("items-before", "上一年项目数量"),
    counted("change", "本年增/减", Unit::Change),
];

#[rustfmt::skip]
const ITEMS_AND_DECISIONS: &[Heading] = &[
    entry("items-before", "上一年项目数量"),
    counted("change", "本年增/减", Unit::Change),
    entry(DECIDED, "处理决定数量"),
];
