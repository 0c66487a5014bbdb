//! How long a large ledger takes: reading 100,000 rows of cells, counting 1,000,000 requests.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use nianbao_core::sheet::Sheet;
use nianbao_ledger::requests::{Answers, Ledger, count, read};

const HEADS: [&str; 6] = [
    "登记编号",
    "收到日期",
    "申请人类别",
    "答复日期",
    "办理结果",
    "具体情形",
];
const KINDS: [&str; 5] = ["自然人", "公民", "企业", "律师事务所", "单位"];
const RESULTS: [(&str, &str); 5] = [
    ("予以公开", ""),
    ("部分公开", "个人隐私"),
    ("不予公开", "过程性信息"),
    ("无法提供", "信息不存在"),
    ("不予处理", ""),
];

/// Rows of the year 2025 and some of the year before.
fn sheet(n_rows: usize) -> Sheet {
    let mut sheet = Sheet::new("台账");
    sheet.push_row(HEADS.into_iter().enumerate());
    for row in 0..n_rows {
        let received = format!(
            "{}-{:02}-{:02}",
            if row % 29 == 0 { 2024 } else { 2025 },
            row % 12 + 1,
            row % 28 + 1
        );
        let replied = format!("2025年{}月{}日", row % 12 + 1, 28);
        let (result, reason) = RESULTS[row % RESULTS.len()];
        let number = format!("申{row}");
        sheet.push_row(
            [
                number.as_str(),
                &received,
                KINDS[row % KINDS.len()],
                &replied,
                result,
                reason,
            ]
            .into_iter()
            .enumerate(),
        );
    }
    sheet
}

fn ledger(n_rows: usize) -> Ledger {
    let mut ledger = Ledger::default();
    read(&mut ledger, "台账.csv", &[sheet(n_rows)], &[]);
    ledger
}

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("ledger");
    group.sample_size(10);
    let rows = [sheet(100_000)];
    group.bench_function("read 100,000 rows of cells", |bencher| {
        bencher.iter(|| {
            let mut ledger = Ledger::default();
            read(&mut ledger, "台账.csv", black_box(&rows), &[]);
            ledger.requests.len()
        });
    });
    let ledger = ledger(1_000_000);
    group.bench_function("count 1,000,000 requests", |bencher| {
        bencher.iter(|| {
            count::count(black_box(&ledger), 2025, &Answers::default())
                .uncounted
                .len()
        });
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
