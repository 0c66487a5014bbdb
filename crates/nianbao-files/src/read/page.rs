//! What every reader makes of its container: paragraphs and tables of text cells, in reading order.

/// A document as text with geometry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Paragraphs and tables in reading order.
    pub blocks: Vec<Block>,
    /// What our own documents carry beside what they print (`unprinted.rs`).
    pub unprinted: Option<String>,
}

/// One paragraph or one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; line ends in it are line breaks of the source.
    Paragraph(String),
    /// A table: cells by the row they begin in, left to right.
    Table(Vec<Vec<PageCell>>),
    /// Cells of one row whose columns are not known, as in pasted text; "" continues a merged cell, U+00A0 is a blank cell.
    Cells(Vec<String>),
}

/// One merged cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageCell {
    /// First grid column covered, from 0.
    pub column: usize,
    /// Grid columns covered (colspan), at least 1.
    pub width: usize,
    /// Grid rows covered (rowspan), at least 1.
    pub height: usize,
    /// The text, with line ends where the source has paragraphs or line breaks; a lone U+00A0 is kept.
    pub text: String,
}
