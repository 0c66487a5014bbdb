//! Adds up table three of many reports: `cargo run -p nianbao --example add_up -- REPORTS...`.

#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use std::error::Error;

use nianbao::{Form, Report};

fn main() -> Result<(), Box<dyn Error>> {
    let mut reports: Vec<Report> = Vec::new();
    for path in std::env::args().skip(1) {
        reports.push(nianbao::read(&path, &std::fs::read(&path)?)?.report);
    }
    let form = Form::for_year(2025);
    let table = form.table("requests").ok_or("the form has a table three")?;
    for cell in table.cells() {
        // A report on an older edition may lack the line; a blank is not 0.
        let number = |report: &Report| report.number(form.same_cell(cell, report.form)?);
        let sum: Option<i64> = reports.iter().map(number).sum();
        let sum = sum.map_or("有空白".to_owned(), |sum| sum.to_string());
        println!("{}：{sum}", form.name(cell));
    }
    Ok(())
}
