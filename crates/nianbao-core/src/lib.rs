//! The law of the annual report (政府信息公开工作年度报告): form, report, sums and rules.
//!
//! A form (国办公开办函〔2021〕30号) has six sections; three of them are prose, three are tables with 200 figures.
//! Each table is two trees of headings with a figure where two leaves cross, and each 总计 adds up its neighbours.
//! An organ fills in a [`report::Report`]; [`judgement::Judgement::of`] judges it.
//!
//! This crate is pure: it knows no file, clock, browser, random number or floating point.
//! The day of checking is an argument, and the same input gives the same output, in the order of the printed form.
//!
//! ```
//! use nianbao_core::{form::Form, report::Report, rule::Context, judgement::Judgement};
//!
//! let mut report = Report::new(Form::for_year(2025), 2025);
//! let cell = report.form.cell("requests", "newly-received", "requester/natural-person").unwrap();
//! report.type_figure(cell, "３");
//! assert_eq!(report.figure(cell).number(), Some(3));
//! let judgement = Judgement::of(&report, &Context::default());
//! assert!(judgement.findings.iter().any(|finding| finding.rule.id == "blank-figure"));
//! ```
#![deny(clippy::float_arithmetic)]

pub mod aid;
pub mod calendar;
pub mod date;
pub mod diagnosis;
pub mod example;
pub mod figure;
pub mod form;
pub mod grid;
pub mod history;
pub mod json;
pub mod judgement;
pub mod law;
pub mod local;
pub mod note;
pub mod previous;
pub mod progress;
pub mod prose;
pub mod report;
pub mod rule;
pub mod rules;
pub mod saved;
pub mod sheet;
