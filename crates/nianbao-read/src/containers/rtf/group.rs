//! Groups of an RTF document: what their words are for, and how their text looks.

use super::fonts::Chosen;
use crate::page::Look;
use crate::written::Style;

/// Groups that print nothing.
pub(super) const SKIPPED: &[&str] = &[
    "atnid",
    "author",
    "bkmkend",
    "bkmkstart",
    "filetbl",
    "fldinst",
    "info",
    "listoverridetable",
    "listtable",
    "nonesttables",
    "nonshppict",
    "objdata",
    "pict",
    "private",
    "revtbl",
    "rxe",
    "shprslt",
    "tc",
    "xe",
];

/// Groups whose text stands beside the text.
pub(super) const BESIDE: &[&str] = &[
    "annotation",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "footnote",
    "header",
    "headerf",
    "headerl",
    "headerr",
];

/// Groups that are marked as such that may be skipped, and are not.
pub(super) const KEPT: &[&str] = &[
    "do",
    "dptxbxtext",
    "listtext",
    "nesttableprops",
    "pntext",
    "shpinst",
    "shptxt",
];

/// Type this small is not seen, in half points.
const SMALLEST: i32 = 4;

/// What the text of a group is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Place {
    #[default]
    Printed,
    Skipped,
    FontTable,
    ColorTable,
    Styles,
    /// A drawing, in which only what its text box holds is text.
    Drawing,
}

/// What a group keeps to itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Group {
    pub(super) place: Place,
    pub(super) fonts: Chosen,
    /// Whether the next font named is that of Chinese letters.
    pub(super) is_wide_next: bool,
    /// How many characters stand in for one that is given by its number.
    pub(super) n_stand_ins: Option<usize>,
    pub(super) look: Looks,
    pub(super) is_numbering: bool,
    pub(super) is_of_inner_row: bool,
    /// The text of the paragraph before this group, if it is its number.
    pub(super) number_from: usize,
}

/// How text looks.
#[derive(Clone, Copy, Default)]
pub(super) struct Looks {
    is_deleted: bool,
    is_hidden: bool,
    is_tiny: bool,
    is_struck: bool,
    is_white: bool,
    is_shaded: bool,
    is_raised: bool,
}

impl Looks {
    pub(super) fn style(self) -> Style {
        Style {
            look: match () {
                () if self.is_deleted => Some(Look::Deleted),
                () if self.is_hidden || self.is_tiny => Some(Look::Hidden),
                () if self.is_struck => Some(Look::Struck),
                () if self.is_white && !self.is_shaded => Some(Look::Faint),
                () => None,
            },
            is_raised: self.is_raised,
        }
    }

    /// Takes a word that may change it; `white` says of each color whether it is white.
    pub(super) fn set(&mut self, word: &str, number: Option<i32>, white: &[bool]) {
        let is_on = number != Some(0);
        match word {
            "v" => self.is_hidden = is_on,
            "deleted" => self.is_deleted = is_on,
            "strike" | "striked" => self.is_struck = is_on,
            "super" | "sub" => self.is_raised = is_on,
            "nosupersub" => self.is_raised = false,
            "up" => self.is_raised = number.is_none_or(|by| by > 3),
            "fs" => self.is_tiny = number.is_some_and(|size| size < SMALLEST),
            "cf" => {
                let color = number.and_then(|color| usize::try_from(color).ok());
                let is_white = color.and_then(|color| white.get(color)).copied();
                self.is_white = is_white.unwrap_or(false);
            }
            "highlight" | "chcbpat" | "cb" => {
                self.is_shaded = number.is_some_and(|color| color > 0);
            }
            _ => {}
        }
    }
}

/// Whether a word ends or defines cells and rows.
pub(super) fn is_of_table(word: &str) -> bool {
    matches!(
        word,
        "cell"
            | "nestcell"
            | "row"
            | "nestrow"
            | "trowd"
            | "cellx"
            | "trleft"
            | "clvmgf"
            | "clvmrg"
            | "clmrg"
    )
}
