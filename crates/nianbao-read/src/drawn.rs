//! Test support: pages as text and archives from strings, so that readers' stories can be read.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::page::{Aside, Block, LooseCell, Page};

/// A page as text: a line for each paragraph and each row, cells with `column:` after gaps and `wxh` when merged.
pub(crate) fn drawn(page: &Page) -> String {
    let mut lines = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Paragraph(text) => lines.push(marked(text)),
            Block::Cells(cells) => {
                let told = |cell: &LooseCell| {
                    let asides: String = cell
                        .asides
                        .iter()
                        .map(|aside| format!(" {}", told(aside)))
                        .collect();
                    marked(&cell.text) + &asides
                };
                lines.push(cells.iter().map(told).collect::<Vec<_>>().join(" / "));
            }
            Block::Aside(aside) => lines.push(told(aside)),
            Block::Table(rows) => {
                for (row_idx, row) in rows.iter().enumerate() {
                    let mut line = String::from(if row_idx == 0 { "=|" } else { " |" });
                    let mut next = 0;
                    for cell in row {
                        if cell.column != next {
                            line += &format!(" {}:", cell.column);
                        }
                        next = cell.column + cell.width;
                        line += &format!(" {}", marked(&cell.text));
                        for aside in &cell.asides {
                            line += &format!(" {}", told(aside));
                        }
                        if (cell.width, cell.height) != (1, 1) {
                            line += &format!(" {}x{}", cell.width, cell.height);
                        }
                        line += " |";
                    }
                    lines.push(line);
                }
            }
        }
    }
    lines.join("\n")
}

fn told(aside: &Aside) -> String {
    format!("[{:?} {}]", aside.look, marked(&aside.text))
}

fn marked(text: &str) -> String {
    text.replace('\n', "⏎").replace('\t', "⇥")
}

/// An archive of these parts, not compressed, which takes long without optimization.
pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        zip.start_file(*name, options).expect("memory suffices");
        zip.write_all(text.as_bytes()).expect("memory suffices");
    }
    zip.finish().expect("memory suffices").into_inner()
}
