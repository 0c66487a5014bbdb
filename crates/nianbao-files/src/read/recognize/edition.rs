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

/// The edition whose own column headings occur most often among these texts, each given as found and bare.
pub(super) fn of_texts<'a>(
    texts: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<&'static Form> {
    let mut counts = vec![0; FORMS.len()];
    for (text, bare) in texts {
        let outside = || TELLING.get(&bare_without_brackets(text)?);
        if let Some(&form) = TELLING.get(bare).or_else(outside) {
            counts[form] += 1;
        }
    }
    let (count, form) = counts
        .into_iter()
        .zip(FORMS.iter())
        .max_by_key(|(count, _)| *count)?;
    (count > 0).then_some(form)
}
