//! Builds a report of an invented organ and writes it as a document: `cargo run -p nianbao --example build -- OUT.docx`.

use std::error::Error;

use nianbao::{Form, Format, Report};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a file to write")?;
    let mut report = Report::new(Form::for_year(2025), 2025);
    report.organ.name = "示例市信访局".to_owned();
    report.preamble = report.standard_preamble();
    for cell in report
        .form
        .cells()
        .filter(|&cell| !report.form.is_total(cell))
    {
        report.type_figure(cell, "0");
    }
    std::fs::write(path, nianbao::write(&report, Format::Docx))?;
    Ok(())
}
