//! The last sheet: every equation of the form with both sides, computed anew whenever a figure changes.

use nianbao_core::report::Report;

use super::equation::{self, Equation};
use super::places::{Places, reference};
use super::sheet::{Sheet, TABLE_SIZE, Value, n_lines, row_height, style};
use nianbao_core::unprinted;

/// Words for what became of an equation.
const UNTOLD: &str = "待填";
const HOLDS: &str = "相等";
const WRONG: &str = "不等";

const HEADINGS: [&str; 5] = ["核对事项", "等号左边", "等号右边", "相差", "结果"];
const WIDTHS: [usize; 5] = [76, 12, 12, 10, 8];

pub(super) fn sheet(report: &Report, equations: &[Equation], places: &Places) -> Sheet {
    let mut sheet = Sheet::new(unprinted::CHECKS_SHEET);
    sheet.line(style::TITLE, "勾稽核对");
    sheet.line(style::CLOSING, "随各表的数字自动重算，不等的变红");
    for row in 0..2 {
        sheet.merge((row, 0), (row, WIDTHS.len() - 1));
    }
    sheet.set_widths(WIDTHS.to_vec());
    let heading = |text: &str| (style::LABEL, Value::Text(text.to_owned()));
    sheet.row(row_height(1, TABLE_SIZE), HEADINGS.map(heading));
    sheet.repeat_head();
    for equation in equations {
        let row = sheet.n_rows();
        let [left, right, difference, result] = [1, 2, 3, 4].map(|column| reference(row, column));
        let (left_sum, right_sum) = (
            equation::value(report, &equation.left),
            equation::value(report, &equation.right),
        );
        let sum = |cells| {
            let formula = equation::sum(&places.elsewhere(cells), cells.len(), "\"\"");
            Value::Formula(formula, digits(equation::value(report, cells)))
        };
        let difference_now = left_sum.zip(right_sum).map(|(left, right)| left - right);
        let result_now = match difference_now {
            None => UNTOLD,
            Some(0) => HOLDS,
            Some(_) => WRONG,
        };
        let n_lines = n_lines(&equation.name, WIDTHS[0]);
        sheet.row(
            row_height(n_lines, TABLE_SIZE),
            [
                (style::LEFT_LABEL, Value::Text(equation.name.clone())),
                (style::FIGURE, sum(&equation.left)),
                (style::FIGURE, sum(&equation.right)),
                (
                    style::FIGURE,
                    Value::Formula(
                        format!("IF(COUNT({left},{right})=2,{left}-{right},\"\")"),
                        digits(difference_now),
                    ),
                ),
                (
                    style::FIGURE,
                    Value::TextFormula(
                        format!(
                            "IF({difference}=\"\",\"{UNTOLD}\",IF({difference}=0,\"{HOLDS}\",\"{WRONG}\"))"
                        ),
                        result_now,
                    ),
                ),
            ],
        );
        sheet.warn(&result, &format!("{result}=\"{WRONG}\""));
    }
    sheet
}

/// A number as a workbook keeps it.
fn digits(number: Option<i64>) -> Option<String> {
    number.map(|number| number.to_string())
}
