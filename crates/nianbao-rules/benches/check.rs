//! Judges one report by all rules: a small sound one, a large city's, and a rich one whose figures contradict each other.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use nianbao_core::date;
use nianbao_core::example::sound_report;
use nianbao_core::report::{Level, OrganKind, Report};
use nianbao_core::saved;
use nianbao_rules::judge;
use nianbao_rules::rule::Context;

fn check_one_report(criterion: &mut Criterion) {
    let context = Context {
        today: date::read("2026-01-09"),
        previous: None,
    };
    let sound = sound_report();
    criterion.bench_function("check/sound", |bencher| {
        bencher.iter(|| judge(black_box(&sound), &context));
    });
    let city = saved::read(include_str!("../../../tests/data/reports/large-city.json"));
    let city = city.expect("the report on file can be opened").report;
    criterion.bench_function("check/city", |bencher| {
        bencher.iter(|| judge(black_box(&city), &context));
    });
    for (name, report) in [
        ("check/city-after-itself", city),
        ("check/rich", rich_report()),
    ] {
        let mut previous = report.clone();
        previous.year = previous.year.map(|year| year - 1);
        let context = Context {
            previous: Some(&previous),
            ..context
        };
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| judge(black_box(&report), &context));
        });
    }
}

/// A city's report of some four thousand characters, whose figures contradict each other now and then.
fn rich_report() -> Report {
    let mut report = sound_report();
    let form = report.form;
    report.organ.name = "示例市人民政府".to_owned();
    report.organ.kind = Some(OrganKind::Government);
    report.organ.level = Some(Level::City);
    for cell in form.cells().filter(|&cell| !form.is_total(cell)) {
        report.type_figure(cell, &(cell.index() * 7 % 23).to_string());
    }
    for text in form.text_ids() {
        let content = report.text(text).repeat(10);
        report.set_text(text, content);
    }
    report.headings = form
        .edition
        .sections
        .iter()
        .map(|section| section.title.to_owned())
        .collect();
    report
}

criterion_group!(benches, check_one_report);
criterion_main!(benches);
