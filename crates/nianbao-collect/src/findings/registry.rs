//! The rules of collections, one declaration each.

use nianbao_core::judgement::Severity;
use nianbao_core::law;

use super::examples::{Example, Given};
use super::{CollectRule, figures, files};

const CIVIL_AFFAIRS: &str = "示例县民政局";
const WATER: &str = "示例县水利局";
const TOWNSHIP: &str = "南山镇人民政府";
const GOVERNMENT: &str = "示例县人民政府";
const RECEIVED: &str = "newly-received";
const GRANTED: &str = "handled/granted";
const PERSON: &str = "requester/natural-person";

/// All rules, in the order findings are shown.
#[rustfmt::skip]
pub static RULES: &[CollectRule] = &[
    CollectRule {
        id: "not-handed-in", title: "没有交", severity: Severity::Error, source: &[&law::ARTICLE_49],
        formula: "名单上的每个单位都有一份能读的、本年度的年报",
        explanation: "名单上的单位没有年报，汇总不全。请催报；确实不用交的，写明理由不计入。",
        find: files::not_handed_in,
        examples: &[
            Example { given: &[Given::Missing(WATER)], finds: &["示例县水利局没有交"] },
            Example { given: &[Given::Missing(WATER), Given::LeftOut(WATER)], finds: &[] },
        ],
    },
    CollectRule {
        id: "handed-in-twice", title: "交了两次", severity: Severity::Error, source: &[&law::FORM_RESPONSIBILITY],
        formula: "同一单位同一年度只有一份数",
        explanation: "同一单位有几份文件，只计最后一份。数不相同的，请向单位核实以哪一份为准。",
        find: files::handed_in_twice,
        examples: &[
            Example { given: &[Given::Again(WATER, RECEIVED, PERSON, "9")],
                finds: &["示例县水利局交了“示例县水利局.docx”和“示例县水利局-2.docx”，有 2 格的数不相同，如“一、本年新收政府信息公开申请数量，自然人”；计的是后一份"] },
            Example { given: &[Given::Again(WATER, RECEIVED, PERSON, "4")],
                finds: &["示例县水利局交了“示例县水利局.docx”和“示例县水利局-2.docx”，数都相同；计的是后一份"] },
            Example { given: &[], finds: &[] },
        ],
    },
    CollectRule {
        id: "other-year", title: "不是这一年度的年报", severity: Severity::Error, source: &[&law::ARTICLE_49],
        formula: "年报的年度 = 汇总的年度",
        explanation: "别的年度的数不计入。请单位补交本年度的年报。",
        find: files::other_year,
        examples: &[
            Example { given: &[Given::Year(WATER, 2024)], finds: &["“示例县水利局.docx”是 2024 年度的，汇总的是 2025 年度，没有计入"] },
            Example { given: &[], finds: &[] },
        ],
    },
    CollectRule {
        id: "not-on-roster", title: "名单上没有这个单位", severity: Severity::Warning, source: &[&law::PRACTICE],
        formula: "每份年报的机关都在名单上，而且只能是其中一个",
        explanation: "认不准是哪个单位的年报不计入。请核对名单，或者在名单上补写别名。",
        find: files::not_on_roster,
        examples: &[
            Example { given: &[Given::Stranger("远方市统计局")], finds: &["“来件.docx”的机关“远方市统计局”不在名单上，没有计入"] },
            Example { given: &[Given::Stranger("示例县水务利用局")], finds: &["“来件.docx”的机关“示例县水务利用局”可能是“示例县水利局”，认不准，没有计入"] },
            Example { given: &[], finds: &[] },
        ],
    },
    CollectRule {
        id: "not-readable", title: "文件读不出年报", severity: Severity::Error, source: &[&law::FORM],
        formula: "每个文件都能读出一份年报",
        explanation: "这个文件没有计入。请单位换一种格式重交。",
        find: files::not_readable,
        examples: &[
            Example { given: &[Given::Unreadable(WATER, "文件已损坏。")], finds: &["“示例县水利局.docx”：文件已损坏。"] },
            Example { given: &[], finds: &[] },
        ],
    },
    CollectRule {
        id: "late", title: "晚于报送期限", severity: Severity::Warning, source: &[&law::ARTICLE_49],
        formula: "年报的成文日期不晚于名单的报送期限（没有期限、成文日期读不出来的不判断）",
        explanation: "每年 1 月 31 日前各机关要向主管部门提交并公布年报，本地的期限往往更早。请核对成文日期，晚交的记入通报。",
        find: files::late,
        examples: &[
            Example { given: &[Given::Deadline(2026, 1, 20), Given::Date(WATER, "2026年1月23日")], finds: &["示例县水利局：成文日期 2026-01-23，晚于期限 2026-01-20"] },
            Example { given: &[Given::Deadline(2026, 1, 20), Given::Date(WATER, "2026年1月20日")], finds: &[] },
        ],
    },
    CollectRule {
        id: "unit-has-errors", title: "单位年报有错误", severity: Severity::Warning, source: &[&law::FORM_RESPONSIBILITY],
        formula: "单位年报没有未说明的错误",
        explanation: "错误的数会带进汇总。请把问题反馈给单位，改好后重交。",
        find: figures::unit_has_errors,
        examples: &[
            Example { given: &[Given::Found(WATER, "requests-balance", Severity::Error, "自然人：3 ≠ 4")], finds: &["示例县水利局：1 处错误，如“requests-balance”：自然人：3 ≠ 4"] },
            Example { given: &[Given::Found(WATER, "five-topics", Severity::Warning, "没有写监督保障")], finds: &[] },
        ],
    },
    CollectRule {
        id: "sum-incomplete", title: "有空白，汇总不全", severity: Severity::Warning, source: &[&law::FORM],
        formula: "每个单位的每一格都是数",
        explanation: "空白和“/”不当作 0，汇总里没有这些格。请单位补填。",
        find: figures::sum_incomplete,
        examples: &[
            Example { given: &[Given::Figure(WATER, RECEIVED, PERSON, "/")], finds: &["示例县水利局有 1 格没有数，如“一、本年新收政府信息公开申请数量，自然人”"] },
            Example { given: &[Given::Figure(WATER, RECEIVED, PERSON, "0")], finds: &[] },
        ],
    },
    CollectRule {
        id: "parent-differs", title: "本级年报与各单位之和不相等", severity: Severity::Error, source: &[&law::FORM_RESPONSIBILITY],
        formula: "本级年报的每一格 = 各单位该格之和",
        explanation: "本级年报应当是各单位之和。请按列出的可能原因核对。",
        find: figures::parent_differs,
        examples: &[
            Example { given: &[Given::Parent(RECEIVED, PERSON, "8"), Given::Parent(GRANTED, PERSON, "8")], finds: &["本级年报没有计入这个单位：示例县水利局"] },
            Example { given: &[Given::Figure(CIVIL_AFFAIRS, RECEIVED, PERSON, "4"), Given::Figure(CIVIL_AFFAIRS, GRANTED, PERSON, "4"), Given::Parent(RECEIVED, PERSON, "9"), Given::Parent(GRANTED, PERSON, "9")],
                finds: &["本级年报没有计入其中一个单位：示例县民政局、示例县水利局"] },
            Example { given: &[Given::Parent(RECEIVED, PERSON, "12"), Given::Parent(GRANTED, PERSON, "12")], finds: &[] },
        ],
    },
    CollectRule {
        id: "text-of-parent", title: "本级年报正文的数与表格和各单位之和都不一致", severity: Severity::Warning, source: &[&law::FORM_RESPONSIBILITY],
        formula: "本级年报正文写的数，是本级表格中的数，或者各单位之和",
        explanation: "正文往往在汇总改过以后忘了改。请对照表格更正。",
        find: figures::text_of_parent,
        examples: &[
            Example { given: &[Given::ParentText(true, "“新收申请13件”，表三 12")], finds: &["本级年报正文：“新收申请13件”，表三 12"] },
            Example { given: &[Given::ParentText(false, "“新收申请13件”，表三 12")], finds: &[] },
        ],
    },
    CollectRule {
        id: "unit-outlier", title: "一个单位的数与上年悬殊", severity: Severity::Warning, source: &[&law::PRACTICE],
        formula: "收费金额不是上年的一千倍以上；件数（有一年满 20 的）在上年的十分之一到十倍之间",
        explanation: "相差悬殊多半是单位弄错（元当作万元）或填错行。请向单位核实。",
        find: figures::unit_outlier,
        examples: &[
            Example { given: &[Given::LastYear(WATER, RECEIVED, PERSON, "300")], finds: &["示例县水利局：一、本年新收政府信息公开申请数量，自然人本年 4，上年 300"] },
            Example { given: &[Given::LastYear(WATER, RECEIVED, PERSON, "19")], finds: &[] },
        ],
    },
    CollectRule {
        id: "one-unit-dominates", title: "一个单位占了全部申请的八成以上", severity: Severity::Hint, source: &[&law::PRACTICE],
        formula: "计入的单位不少于 5 个、申请不少于 50 件时，没有一个单位的新收申请超过全部的八成",
        explanation: "可能属实，也可能是这个单位把别处的申请也计了进来。请看一眼这个单位的数。",
        find: figures::one_unit_dominates,
        examples: &[
            Example { given: &[Given::Figure(WATER, RECEIVED, PERSON, "400")], finds: &["示例县水利局：一、本年新收政府信息公开申请数量，总计400，占全部 408 的八成以上"] },
            Example { given: &[Given::Figure(WATER, RECEIVED, PERSON, "30")], finds: &[] },
        ],
    },
    CollectRule {
        id: "alike-between-units", title: "两个单位的文字雷同", severity: Severity::Warning, source: &[&law::FORM_RESPONSIBILITY],
        formula: "两份年报独有的句子中，相同的不到三成（三成到五成为提示）；过半单位都有的句子、说没有发生的句子不计",
        explanation: "文字雷同说明没有写本单位的情况；过半单位都有的句子算范文，不计。请提醒单位改写。",
        find: figures::alike_between_units,
        examples: &[
            Example { given: &[Given::Copied(CIVIL_AFFAIRS, WATER)], finds: &["示例县民政局与示例县水利局有 3 句相同，占较短一份的 100%，如“今年把办事指南全部改成了问答的样子”"] },
            Example { given: &[], finds: &[] },
        ],
    },
    CollectRule {
        id: "copied-from-last-year", title: "文字与本单位上年的年报雷同", severity: Severity::Warning, source: &[&law::FORM_RESPONSIBILITY],
        formula: "同 copied-prose：第一、第五部分与上年相同的句子不超过三成",
        explanation: "照抄上年的年报，没有写本年度的情况。请单位改写。",
        find: figures::copied_from_last_year,
        examples: &[
            Example { given: &[Given::Found(WATER, "copied-prose", Severity::Warning, "60% 与上年相同")], finds: &["示例县水利局：60% 与上年相同"] },
            Example { given: &[], finds: &[] },
        ],
    },
    CollectRule {
        id: "carried-over-differs-from-last-year", title: "上年结转与上年的结转下年度不相等", severity: Severity::Warning, source: &[&law::FORM_TABLE_3],
        formula: "各单位上年结转 = 该单位上年年报的结转下年度",
        explanation: "两年之间接不上。请单位对照上年年报核对。",
        find: figures::carried_over_differs,
        examples: &[
            Example { given: &[Given::LastYear(WATER, "carried-forward", PERSON, "1")], finds: &["示例县水利局：上年结转与上年的结转下年度不相等，0 ≠ 1"] },
            Example { given: &[Given::LastYear(WATER, "carried-forward", PERSON, "0")], finds: &[] },
        ],
    },
    CollectRule {
        id: "reviewed-by-two", title: "单位和复议机关可能计了同一起诉讼", severity: Severity::Hint, source: &[&law::FORM_TABLE_4],
        formula: "单位的复议后起诉与复议机关（本级政府、司法局）的复议后起诉，件数和结果不都相同（5 件以内的才比较）",
        explanation: "复议机关作共同被告的案件由原行政行为的机关统计，复议机关不再统计。请核对是不是同一案件。",
        find: figures::reviewed_by_two,
        examples: &[
            Example { given: &[Given::Suits(WATER, "1"), Given::Suits(GOVERNMENT, "1")], finds: &["示例县水利局和示例县人民政府都有复议后起诉 1 件，结果也相同，可能是同一案件"] },
            Example { given: &[Given::Suits(WATER, "1"), Given::Suits(GOVERNMENT, "2")], finds: &[] },
            Example { given: &[Given::Suits(WATER, "1"), Given::Suits(TOWNSHIP, "1")], finds: &[] },
        ],
    },
];
