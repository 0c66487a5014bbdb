//! What every reader makes of its container: paragraphs and tables of text cells, in reading order.

/// A document as text with geometry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Paragraphs and tables in reading order.
    pub blocks: Vec<Block>,
    /// What our own documents carry beside what they print (`unprinted.rs`).
    pub unprinted: Option<String>,
    /// Whole Chinese sentences about what the container does not tell.
    pub remarks: Vec<String>,
}

/// One paragraph or one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; line ends in it are line breaks of the source.
    Paragraph(String),
    /// A table: cells by the row they begin in, left to right.
    Table(Vec<Vec<PageCell>>),
    /// Cells of one row whose columns are not known, as in pasted text.
    Cells(Vec<LooseCell>),
    /// What the source has at this place and a reader does not see as part of the text around it.
    Aside(Aside),
}

/// One cell of a row without columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LooseCell {
    /// The text: "" continues a merged cell, U+00A0 is a blank cell.
    pub text: String,
    /// What else is to be known of it.
    pub asides: Vec<Aside>,
}

impl From<String> for LooseCell {
    fn from(text: String) -> LooseCell {
        LooseCell {
            text,
            asides: Vec::new(),
        }
    }
}

/// The texts of loose cells in one line.
pub(crate) fn joined(cells: &[LooseCell], gap: &str) -> String {
    let texts: Vec<_> = cells.iter().map(|cell| cell.text.as_str()).collect();
    texts.join(gap)
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
    /// What else is to be known of it.
    pub asides: Vec<Aside>,
}

/// Text that is no plain text.
///
/// Small raised digits are none: readers write them as the characters for them, `31¹`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// What is the matter with it.
    pub look: Look,
    /// What was left out of the text; empty where nothing was.
    pub text: String,
}

/// Why some text is no plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A line is drawn through it; it is left out.
    Struck,
    /// A tracked change has taken it away; it is left out.
    Deleted,
    /// It is not shown; it is left out.
    Hidden,
    /// It stands outside the text: a header or footer, a note, a button; it is left out.
    Beside,
    /// It is shown in white, or in no color at all.
    Faint,
    /// A style of the page may strike or hide it.
    Perhaps,
    /// It stands in a field of a form.
    Field,
    /// It is a formula whose value was not stored.
    Uncomputed,
    /// It is shown otherwise than it is stored.
    Reshaped,
    /// Its row has other cells than the source says that it has.
    Misfit,
}

impl Look {
    /// Whether such text is no part of what is read.
    pub fn is_left_out(self) -> bool {
        matches!(
            self,
            Look::Struck | Look::Deleted | Look::Hidden | Look::Beside
        )
    }
}
