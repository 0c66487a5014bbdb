//! Which row of the form a row of a table is, by its texts.

use crate::recognize::grid::{Entry, Grid, Kind};
use crate::recognize::labels::{Labels, RowAt};
use crate::recognize::wording::{Likeness, bare};

/// The row of the form whose label stands in a row: the last of the texts before its first figure.
pub(super) fn label_of<'a, 'g>(
    grid: &'a Grid<'g>,
    row: usize,
    labels: &Labels,
    after: Option<RowAt>,
) -> Option<(RowAt, Likeness, &'a Entry<'g>)> {
    let mut texts: Vec<&Entry> = Vec::new();
    for entry in grid.row(row) {
        match entry.kind {
            Kind::Text => texts.push(entry),
            Kind::Value if !texts.is_empty() => break,
            Kind::Value | Kind::Blank => {}
        }
    }
    texts.retain(|entry| entry.end < grid.width);
    let single = texts.iter().rev().find_map(|entry| {
        let (at, likeness) = labels.row(entry.text, &entry.bare, after)?;
        // 其他 beside （三）不予公开 is not the one of （六）.
        let groups = texts.iter().map(|text| text.bare.as_ref());
        let is_other = labels.is_above(&entry.bare) && labels.is_in_other_group(groups, at);
        (!is_other).then_some((at, likeness, *entry))
    });
    // An ordinal may have a cell of its own, and a label may be broken over two cells.
    single.or_else(|| {
        texts.windows(2).rev().find_map(|pair| {
            let joined = [pair[0].text, pair[1].text].concat();
            let (at, likeness) = labels.row_of(&bare(&joined))?;
            Some((at, likeness, pair[1]))
        })
    })
}
