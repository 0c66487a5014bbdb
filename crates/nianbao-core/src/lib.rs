//! The law of the annual report (政府信息公开工作年度报告) as data: form, report, sums, and what is said of a report.
//!
//! A form (国办公开办函〔2021〕30号) has six sections; three of them are prose, three are tables with 200 figures.
//! Each table is two trees of headings with a figure where two leaves cross, and each 总计 adds up its neighbours.
//! An organ fills in a [`report::Report`]; `nianbao-rules` judges it, and a [`judgement::Judgement`] is what it said.
//!
//! This crate is pure: it knows no file, clock, browser, random number or floating point.
//! The same input gives the same output, in the order of the printed form.
//!
//! ```
//! use nianbao_core::{form::Form, report::Report};
//!
//! let mut report = Report::new(Form::for_year(2025), 2025);
//! let cell = report.form.cell("requests", "newly-received", "requester/natural-person").unwrap();
//! report.type_figure(cell, "３");
//! assert_eq!(report.figure(cell).number(), Some(3));
//! ```
#![deny(clippy::float_arithmetic)]

pub mod aid;
pub mod calendar;
pub mod comparison;
pub mod date;
pub mod deadline;
pub mod example;
pub mod figure;
pub mod form;
pub mod grid;
pub mod history;
pub mod json;
pub mod judgement;
pub mod law;
pub mod lists;
pub mod local;
pub mod organ;
pub mod previous;
pub mod progress;
pub mod report;
pub mod row;
pub mod rule_entry;
pub mod saved;
pub mod sheet;
pub mod spot;
pub mod text;
pub mod unprinted;
