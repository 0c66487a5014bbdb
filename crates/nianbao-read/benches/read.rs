//! Reads whole published reports, bytes to figures, from each container; benches/peers/read.py sets peers beside it.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use nianbao_read::read;

/// Fixtures with all 200 figures, by container.
const SOURCES: &[(&str, &str)] = &[
    ("html", "saved-page-in-gbk/source.html"),
    ("html-of-word", "clipboard-of-word/source.html"),
    ("docx", "document-saved-by-writer/source.docx"),
    ("text", "cells-after-tabs/source.txt"),
    ("pdf", "pdf-of-writer/source.pdf"),
];

fn read_one_report(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Elements(1));
    for (name, path) in SOURCES {
        let path = Path::new(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../tests/data/readings"
        ))
        .join(path);
        let bytes = fs::read(&path).expect("the fixture can be read");
        group.bench_function(*name, |bencher| {
            bencher.iter(|| read("", black_box(&bytes)).expect("a report"));
        });
    }
    group.finish();
}

criterion_group!(benches, read_one_report);
criterion_main!(benches);
