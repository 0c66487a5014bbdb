//! Tells on which edition a report is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use nianbao_core::form::{FORMS, Form};

use super::labels::wordings;
use super::wording::bare_without_brackets;

/// The wordings of column headings that only one edition has, by its place in [`FORMS`]: they tell which one a report is written on.
static TELLING: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let mut editions: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (form_idx, form) in FORMS.iter().enumerate() {
        let leaves = form.tables.iter().flat_map(|table| &table.columns);
        let headings = leaves.filter_map(|line| line.headings.last());
        for (wording, _) in headings.flat_map(|heading| wordings(heading)) {
            editions.entry(wording).or_default().insert(form_idx);
        }
    }
    let only = |(wording, forms): (String, BTreeSet<usize>)| match forms.len() {
        1 => Some((wording, forms.first().copied()?)),
        _ => None,
    };
    editions.into_iter().filter_map(only).collect()
});

/// How many column headings of its own each edition has among the texts seen, by its place in [`FORMS`].
pub(super) struct Seen(Vec<usize>);

impl Seen {
    pub(super) fn nothing() -> Seen {
        Seen(vec![0; FORMS.len()])
    }

    /// Counts a text, given as found and bare.
    pub(super) fn see(&mut self, text: &str, bare: &str) {
        if bare.is_empty() {
            return;
        }
        let outside = || TELLING.get(&bare_without_brackets(text)?);
        if let Some(&form) = TELLING.get(bare).or_else(outside) {
            self.0[form] += 1;
        }
    }

    /// The edition whose own headings occur most often.
    pub(super) fn edition(&self) -> Option<&'static Form> {
        let counts = self.0.iter().zip(FORMS.iter());
        let (count, form) = counts.max_by_key(|(count, _)| **count)?;
        (*count > 0).then_some(form)
    }
}
