//! Prints what the rules say of a document: `cargo run -p nianbao --example findings -- REPORT.docx`.

#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a document")?;
    let reading = nianbao::read(&path, &std::fs::read(&path)?)?;
    let judgement = nianbao::check(&reading.report, &nianbao::Context::default());
    for finding in &judgement.findings {
        let severity = finding.severity.name();
        println!(
            "{severity}：{}（{}）",
            finding.rule.title, finding.statement
        );
    }
    for source in reading.doubtful() {
        let name = reading.report.form.name(source.cell);
        println!("请核对：{name}，{}", source.confidence.reason());
    }
    Ok(())
}
