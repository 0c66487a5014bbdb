//! What programs read: one JSON object for each file.

use nianbao_core::judgement::json::{describe, spot};
use nianbao_core::report::{Level, OrganKind};
use nianbao_core::spot::Spot;
use nianbao_read::Source;
use serde_json::{Value, json};

use super::Checked;

/// The description shown by `nianbao check --help`.
pub(super) const HELP: &str = r#"退出状态：0 没有错误；1 查出错误；2 有文件不能读取。

--format json 输出一个 JSON 数组，每个文件是其中一个对象，各占一行；jsonl 只是各行，没有括号和逗号：
  file         文件名，同命令中所写
  error        不能读取时的原因；此时没有以下各项
  organ, kind, level, year, title, edition
               机关名称、类别、级别、年度（不明的为 null）、标题、所用格式的年份
  remarks      读取时没有读懂的内容，每条一句话
  doubtful     读得没有把握或者没有读到的格，每格 {"table", "row", "column", "confidence", "reason", "snippet"}
  findings     查出的问题，最严重的在前，每个问题：
    rule         规则的编号，见 nianbao rules
    severity     error 错误、warning 提醒、hint 提示
    statement    具体情况，写明数字
    spots        涉及的位置，每个位置是以下之一：
                 {"table", "row", "column"} 一格数字，{"text"} 一段文字，{"field"} 其他项目；
                 名称与草稿文件中的一致
    note         已经说明、搁置的理由；没有搁置的不写
  rules        上面提到的规则，按编号：
    title        问题的名称
    concerns     missing 还没有填、wrong 填的不对
    explanation  道理和建议
    formula      条件
    grounds      依据，每条 {"name", "clause"}：出处和原文
  explanations 哪一种差错可以解释等式为什么不成立，只供参考：
    id           差错的编号
    statement    具体情况
    changes      改了就能相符的格，每格 {"table", "row", "column", "number"}
  ledger       与台账不一致的地方，每处 {"rule", "severity", "statement", "cases"}；没有附台账的不写
  nothing_stated
               文字中没有发现可核对的数，因而没有核对的内容
  not_known    没有写明、从名称也看不出，因而有条件没有核对的：kind 机关类别、level 机关级别、year 年度
  outcomes     {"holds", "fails", "cannot_tell"}：成立、不成立、无法判断的条件各有几项"#;

/// What was found in one report, or why it could not be read.
pub(super) fn object(file: &str, checked: &Result<Checked, anyhow::Error>) -> Value {
    let checked = match checked {
        Ok(checked) => checked,
        Err(error) => return json!({"file": file, "error": error.root_cause().to_string()}),
    };
    let report = &checked.reading.report;
    let doubtful = |source: &Source| {
        let mut doubtful = json!(spot(report.form, Spot::Cell(source.cell)));
        doubtful["confidence"] = json!(source.confidence.key());
        doubtful["reason"] = json!(source.confidence.reason());
        doubtful["snippet"] = json!(source.snippet);
        doubtful
    };
    let mut object = json!({
        "file": file,
        "organ": report.organ.name,
        "kind": report.organ.known_kind().map(OrganKind::key),
        "level": report.organ.known_level().map(Level::key),
        "year": report.year,
        "title": report.printed_title(),
        "edition": report.form.edition.year,
        "remarks": checked.reading.remarks,
        "doubtful": checked.reading.doubtful().map(doubtful).collect::<Vec<_>>(),
    });
    let judgement = json!(describe(&checked.judgement, report.form));
    if let (Value::Object(object), Value::Object(judgement)) = (&mut object, judgement) {
        object.extend(judgement);
    }
    if let Some(differences) = &checked.differences {
        let differences = differences.iter().map(|difference| {
            json!({
                "rule": difference.rule.id,
                "severity": difference.rule.severity.key(),
                "statement": difference.statement,
                "cases": difference.cases,
            })
        });
        object["ledger"] = differences.collect();
    }
    object
}
