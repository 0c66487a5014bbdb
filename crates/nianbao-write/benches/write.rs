//! Writes the busiest report on file in every format and prints what each takes; `benches/peers/write.py` sets others beside it.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::time::{Duration, Instant};

use nianbao_core::saved;
use nianbao_write::document::{Block, cell_text, outline};
use nianbao_write::{Format, write};
use serde_json::{Value, json};

const N_RUNS: usize = 200;

fn main() {
    let json = include_str!("../../../tests/data/reports/busy-department.json");
    let report = saved::read(json).expect("a report on file").report;
    if std::env::args().any(|argument| argument == "--outline") {
        let blocks: Vec<Value> = outline(&report)
            .iter()
            .map(|block| match block {
                Block::Title(text) => json!({"style": "Title", "text": text}),
                Block::SectionHeading(text) => json!({"style": "Heading 1", "text": text}),
                Block::TopicHeading(text) => json!({"style": "Heading 2", "text": text}),
                Block::Paragraph(text) | Block::Signature(text) | Block::Date(text) => {
                    json!({"style": "Normal", "text": text})
                }
                Block::Table(grid) => {
                    let cells = grid.rows.iter().map(|row| {
                        let cell = |cell: &nianbao_core::grid::GridCell| {
                            let text = cell_text(&report, cell.content);
                            json!([cell.column, cell.width, cell.height, text])
                        };
                        row.iter().map(cell).collect::<Vec<_>>()
                    });
                    json!({"columns": grid.n_columns, "rows": cells.collect::<Vec<_>>()})
                }
            })
            .collect();
        println!("{}", Value::from(blocks));
        return;
    }
    for format in Format::ALL {
        let mut least = Duration::MAX;
        let mut n_bytes = 0;
        for _ in 0..N_RUNS {
            let start = Instant::now();
            n_bytes = write(&report, format).len();
            least = least.min(start.elapsed());
        }
        let milliseconds = least.as_secs_f64() * 1000.0;
        println!(
            "nianbao .{}: {milliseconds:.3} ms, {n_bytes} bytes",
            format.extension()
        );
    }
}
