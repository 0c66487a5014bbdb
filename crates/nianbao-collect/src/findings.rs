//! What the collecting office has to know: one declaration for each rule, and what it found.

use nianbao_core::form::Cell;
use nianbao_core::judgement::Severity;

use crate::collection::Collection;
use crate::sums::UnitSum;

mod figures;
mod files;

/// A condition that a collection should meet.
#[derive(Debug)]
pub struct CollectRule {
    /// Its name for ever, in kebab-case.
    pub id: &'static str,
    /// What is wrong, as a Chinese phrase.
    pub title: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The condition as people read it.
    pub formula: &'static str,
    /// Why it matters, and what to do; the last sentence begins with 请.
    pub explanation: &'static str,
    find: fn(&Collection, &[UnitSum]) -> Vec<Found>,
}

/// What a rule found in a collection.
#[derive(Debug)]
pub struct CollectFinding {
    /// The rule.
    pub rule: &'static CollectRule,
    /// How grave it is here.
    pub severity: Severity,
    /// The units that it is about, by their places in the list.
    pub units: Vec<usize>,
    /// The file that it is about, where no unit is.
    pub file: Option<String>,
    /// The cells that it is about, on the collection's form.
    pub cells: Vec<Cell>,
    /// What was found, as a Chinese sentence.
    pub statement: String,
}

/// What one rule says of one place.
#[derive(Default)]
struct Found {
    severity: Option<Severity>,
    units: Vec<usize>,
    file: Option<String>,
    cells: Vec<Cell>,
    statement: String,
}

impl Found {
    fn of_unit(unit: usize, statement: String) -> Found {
        Found {
            units: vec![unit],
            statement,
            ..Found::default()
        }
    }

    fn of_file(file: &str, statement: String) -> Found {
        Found {
            file: Some(file.to_owned()),
            statement,
            ..Found::default()
        }
    }
}

/// All rules, in the order findings are shown.
pub static RULES: &[CollectRule] = &[
    CollectRule {
        id: "not-handed-in",
        title: "没有交",
        severity: Severity::Error,
        formula: "名单上的每个单位都有一份能读的、本年度的年报",
        explanation: "名单上的单位没有年报，汇总不全。请催报；确实不用交的，写明理由不计入。",
        find: files::not_handed_in,
    },
    CollectRule {
        id: "handed-in-twice",
        title: "交了两次",
        severity: Severity::Error,
        formula: "同一单位同一年度只有一份数",
        explanation: "同一单位有几份文件，只计最后一份。数不相同的，请向单位核实以哪一份为准。",
        find: files::handed_in_twice,
    },
    CollectRule {
        id: "other-year",
        title: "不是这一年度的年报",
        severity: Severity::Error,
        formula: "年报的年度 = 汇总的年度",
        explanation: "别的年度的数不计入。请单位补交本年度的年报。",
        find: files::other_year,
    },
    CollectRule {
        id: "not-on-roster",
        title: "名单上没有这个单位",
        severity: Severity::Warning,
        formula: "每份年报的机关都在名单上，而且只能是其中一个",
        explanation: "认不准是哪个单位的年报不计入。请核对名单，或者在名单上补写别名。",
        find: files::not_on_roster,
    },
    CollectRule {
        id: "not-readable",
        title: "文件读不出年报",
        severity: Severity::Error,
        formula: "每个文件都能读出一份年报",
        explanation: "这个文件没有计入。请单位换一种格式重交。",
        find: files::not_readable,
    },
    CollectRule {
        id: "unit-has-errors",
        title: "单位年报有错误",
        severity: Severity::Warning,
        formula: "单位年报没有未说明的错误",
        explanation: "错误的数会带进汇总。请把问题反馈给单位，改好后重交。",
        find: figures::unit_has_errors,
    },
    CollectRule {
        id: "sum-incomplete",
        title: "有空白，汇总不全",
        severity: Severity::Warning,
        formula: "每个单位的每一格都是数",
        explanation: "空白和“/”不当作 0，汇总里没有这些格。请单位补填。",
        find: figures::sum_incomplete,
    },
    CollectRule {
        id: "parent-differs",
        title: "本级年报与各单位之和不相等",
        severity: Severity::Error,
        formula: "本级年报的每一格 = 各单位该格之和",
        explanation: "本级年报应当是各单位之和。请按列出的可能原因核对。",
        find: figures::parent_differs,
    },
    CollectRule {
        id: "unit-outlier",
        title: "一个单位的数过大或与上年悬殊",
        severity: Severity::Warning,
        formula: "收费金额不是上年的一千倍以上；件数在上年的十分之一到十倍之间",
        explanation: "相差悬殊多半是单位弄错（元当作万元）或填错行。请向单位核实。",
        find: figures::unit_outlier,
    },
    CollectRule {
        id: "alike-between-units",
        title: "两个单位的文字雷同",
        severity: Severity::Warning,
        formula: "两份年报独有的句子中，相同的不到三成",
        explanation: "文字雷同说明没有写本单位的情况；过半单位都有的句子算范文，不计。请提醒单位改写。",
        find: figures::alike_between_units,
    },
    CollectRule {
        id: "carried-over-differs",
        title: "上年结转与上年的结转下年度不相等",
        severity: Severity::Warning,
        formula: "各单位上年结转 = 该单位上年年报的结转下年度",
        explanation: "两年之间接不上。请单位对照上年年报核对。",
        find: figures::carried_over_differs,
    },
];

impl Collection {
    /// What all rules find, in their order.
    pub fn findings(&self, sums: &[UnitSum]) -> Vec<CollectFinding> {
        let of_rule = |rule: &'static CollectRule| {
            let found = (rule.find)(self, sums).into_iter();
            found.map(move |found| CollectFinding {
                rule,
                severity: found.severity.unwrap_or(rule.severity),
                units: found.units,
                file: found.file,
                cells: found.cells,
                statement: found.statement,
            })
        };
        RULES.iter().flat_map(of_rule).collect()
    }
}
