//! Judges a report: what does not add up, what is missing, what the prose says otherwise, and on what ground in law.
//!
//! A [`rule::Rule`] is one declaration; [`judge`] puts what all of them say of a report into one
//! [`Judgement`](nianbao_core::judgement::Judgement). Findings advise: they name the numbers and never block anything.
//!
//! Pure like `nianbao-core`: the day of checking is an argument.
//!
//! ```
//! use nianbao_core::{form::Form, report::Report};
//! use nianbao_rules::{judge, rule::Context};
//!
//! let mut report = Report::new(Form::for_year(2025), 2025);
//! let cell = report.form.cell("requests", "newly-received", "requester/natural-person").unwrap();
//! report.type_figure(cell, "３");
//! assert_eq!(report.figure(cell).number(), Some(3));
//! let judgement = judge(&report, &Context::default());
//! assert!(judgement.findings.iter().any(|finding| finding.rule.id == "blank-figure"));
//! ```
#![deny(clippy::float_arithmetic)]

pub mod aids;
pub mod diagnosis;
mod judge;
pub mod prose;
pub mod rule;
pub mod rules;

pub use judge::{judge, judgement_of};
