//! The Legislation Law lets few organs make government rules (规章); the others mean normative documents.
//! Silent where name and user leave level or kind open.

use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::form::keys::{DOCUMENTS, IN_FORCE, ISSUED, NORMATIVE_DOCUMENTS, RULES};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;
use nianbao_core::report::{Level, OrganKind};

use super::cells;

/// Government rules (规章) are made by few organs; the others mean normative documents.
pub(super) static RULE: Rule = Rule {
    id: "rules-by-authorized-organs",
    title: "没有规章制定权的机关填有规章件数",
    severity: Severity::Warning,
    concerns: Concern::Wrong,
    source: &[&law::LEGISLATION],
    check: Check::Custom {
        formula: "国务院部门，省级、市级人民政府以外的机关，规章各格为 0",
        find,
    },
    explanation: "规章只能由国务院部门和省、设区的市、自治州的人民政府制定，其他机关制发的一般是行政规范性文件。请核对是否填错行；机关类别或级别选错的，更正类别或级别。",
    examples: &[
        Example {
            given: &[
                Given::Figure(DOCUMENTS, RULES, ISSUED, "2"),
                Given::Figure(DOCUMENTS, RULES, IN_FORCE, "2"),
            ],
            finds: &[
                "第二十条第（一）项：规章，本年制发件数 等 2 格大于 0，而本机关为县级政府部门",
            ],
        },
        Example {
            given: &[
                Given::Organ("示例县人民政府", OrganKind::Government, Level::County),
                Given::Figure(DOCUMENTS, RULES, IN_FORCE, "1"),
            ],
            finds: &["第二十条第（一）项：规章，现行有效件数 大于 0，而本机关为县级人民政府"],
        },
        Example {
            given: &[
                Given::Organ("示例市人民政府", OrganKind::Government, Level::City),
                Given::Figure(DOCUMENTS, RULES, ISSUED, "2"),
            ],
            finds: &[],
        },
        Example {
            given: &[Given::Figure(DOCUMENTS, NORMATIVE_DOCUMENTS, ISSUED, "2")],
            finds: &[],
        },
        Example {
            given: &[
                Given::Named("示例市教育局"),
                Given::Figure(DOCUMENTS, RULES, ISSUED, "2"),
            ],
            finds: &["第二十条第（一）项：规章，本年制发件数 大于 0，而本机关为政府部门"],
        },
        Example {
            given: &[
                Given::Named("示例省人民政府"),
                Given::Figure(DOCUMENTS, RULES, ISSUED, "2"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Named("示例市人民政府"),
                Given::Figure(DOCUMENTS, RULES, ISSUED, "2"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Named("示例自治区人民政府办公厅"),
                Given::Figure(DOCUMENTS, RULES, ISSUED, "2"),
            ],
            finds: &[],
        },
        Example {
            given: &[
                Given::Named("交通运输部"),
                Given::Figure(DOCUMENTS, RULES, ISSUED, "2"),
            ],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let report = case.report;
    let table = report.form.table(DOCUMENTS);
    let Some((table, row)) = table.and_then(|table| Some((table, table.row(RULES)?))) else {
        return Vec::new();
    };
    let row: Vec<_> = (0..table.columns.len())
        .map(|column| table.cell(row, column))
        .collect();
    let is_positive = |&cell: &_| case.number_at(cell).is_some_and(|number| number > 0);
    let wrong: Vec<_> = row.iter().copied().filter(is_positive).collect();
    let organ = &report.organ;
    match organ.may_make_rules() {
        Ok(true) => Vec::new(),
        _ if wrong.is_empty() => vec![cells::cannot_tell(report, row).unwrap_or(Outcome::Holds)],
        Err(unknown) => vec![Outcome::NotKnown(unknown)],
        Ok(false) => {
            let level = organ.known_level().map_or("", Level::name);
            let kind = organ.known_kind().map_or("机关", OrganKind::name);
            let cells = cells::named(report.form, &wrong);
            let statement = format!("{cells}大于 0，而本机关为{level}{kind}");
            vec![Failure::new(statement, cells::spots(&wrong)).into()]
        }
    }
}
