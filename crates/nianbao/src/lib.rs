//! Reads, checks and writes the annual report on open government information
//! (政府信息公开工作年度报告) that every administrative organ in China publishes each January.
//!
//! The uniform format (国办公开办函〔2021〕30号) has six sections; three are prose, three are tables with 200 figures.
//! A [`Form`] is that format as data, a [`Report`] is one organ's year on it, a [`Reading`] is a report as it was found in
//! a file, with a source for every figure, and a [`Judgement`] is what the rules say of it.
//!
//! Blank, 0 and “/” are three different figures ([`Figure`]). Content is never an error: a torn report still opens, and
//! what was not understood is a remark. The library is pure: it reads no file, clock or network, and the same input gives
//! the same output.
//!
//! # Cookbook
//!
//! Read a document and print its findings (`cargo run --example findings -- REPORT.docx`):
//!
//! ```
//! # fn main() -> Result<(), nianbao::ReadError> {
//! # let sound = nianbao::example::sound_report();
//! # let bytes = nianbao::write(&sound, nianbao::Format::Docx);
//! let reading = nianbao::read("report.docx", &bytes)?;
//! let judgement = nianbao::check(&reading.report, &nianbao::Context::default());
//! for finding in &judgement.findings {
//!     println!("{}：{}（{}）", finding.severity.name(), finding.rule.title, finding.statement);
//! }
//! for source in reading.doubtful() {
//!     println!("{}：{}", reading.report.form.name(source.cell), source.confidence.reason());
//! }
//! # assert_eq!(reading.report.figure(sound.form.cell("requests", "newly-received", "requester/natural-person").unwrap()).number(), Some(2));
//! # Ok(())
//! # }
//! ```
//!
//! Check a report against last year's (`--example against_last_year`): what was carried forward then is carried over now.
//!
//! ```
//! # let report = nianbao::example::sound_report();
//! # let mut previous = report.clone();
//! # previous.year = previous.year.map(|year| year - 1);
//! # let cell = previous.form.cell("requests", "carried-forward", "requester/natural-person").unwrap();
//! # previous.type_figure(cell, "4");
//! let context = nianbao::Context { previous: Some(&previous), ..Default::default() };
//! let judgement = nianbao::check(&report, &context);
//! assert!(judgement.findings.iter().any(|finding| finding.rule.id == "carried-over-matches"));
//! ```
//!
//! Build a report and write it as a document (`--example build`):
//!
//! ```
//! use nianbao::{Form, Format, Report};
//!
//! let mut report = Report::new(Form::for_year(2025), 2025);
//! report.organ.name = "示例市信访局".to_owned();
//! let cell = report.form.cell("requests", "newly-received", "requester/natural-person").unwrap();
//! report.type_figure(cell, "3");
//! let docx = nianbao::write(&report, Format::Docx);
//! assert!(docx.starts_with(b"PK"));
//! ```
//!
//! Add up ten reports (`--example add_up`): a blank stays unknown, and says so.
//!
//! ```
//! # use nianbao::{Cell, Report};
//! # let reports = vec![nianbao::example::sound_report(); 10];
//! fn sum(reports: &[Report], cell: Cell) -> Option<i64> {
//!     reports.iter().map(|report| report.number(cell)).sum()
//! }
//! let cell = reports[0].form.cell("requests", "newly-received", "requester/total").unwrap();
//! assert_eq!(sum(&reports, cell), Some(20));
//! ```
//!
//! # Where to look
//!
//! | what | where |
//! |---|---|
//! | the form, its tables, totals and 勾稽关系 | [`form`], the names of its lines [`form::keys`], how each is counted [`form::notes`] |
//! | what was typed into a cell | [`Figure`], [`Report::type_figure`], [`Report::figure`] |
//! | all rules with their ground in law | [`rules::RULES`], what one is [`rule::Rule`], why an equation may not hold [`diagnosis`] |
//! | what may be written and read | [`Format`], [`READABLE`] |
//! | the JSON that a user keeps | [`saved`] |
//! | the year's requests and documents, counted into the tables | [`ledger::requests`], [`ledger::register`] |
//! | many reports: who is missing, sums with the units behind them, what differs | [`collect::Collection`] |

pub use nianbao_collect as collect;
pub use nianbao_core::date::Date;
pub use nianbao_core::figure::Figure;
pub use nianbao_core::form::{Cell, Form, TextId};
pub use nianbao_core::judgement::{Finding, Judgement, Severity};
pub use nianbao_core::report::Report;
pub use nianbao_core::spot::{Field, Spot};
pub use nianbao_core::{date, example, figure, form, judgement, law, report, saved, spot};
pub use nianbao_ledger as ledger;
pub use nianbao_read::{
    Confidence, READABLE, ReadError, Reading, Source, read, read_clipboard_html, read_text,
};
pub use nianbao_rules::rule::Context;
pub use nianbao_rules::{diagnosis, judge as check, rule, rules};
pub use nianbao_write::{Format, Paper, write};
