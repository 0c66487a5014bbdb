//! Checks a report against last year's: `cargo run -p nianbao --example against_last_year -- THIS.docx LAST.docx`.

#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use std::error::Error;

use nianbao::{Context, Report};

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args().skip(1);
    let mut open = || -> Result<Report, Box<dyn Error>> {
        let path = paths.next().ok_or("name two documents")?;
        Ok(nianbao::read(&path, &std::fs::read(&path)?)?.report)
    };
    let (report, previous) = (open()?, open()?);
    let context = Context {
        previous: Some(&previous),
        ..Context::default()
    };
    for finding in nianbao::check(&report, &context).findings {
        println!("{}：{}", finding.rule.title, finding.statement);
    }
    Ok(())
}
