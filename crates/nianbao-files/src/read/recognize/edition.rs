//! Tells on which edition a report is written.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use nianbao_core::form::{FORMS, Form};

use super::labels::wordings;
use super::wording::bare_without_brackets;

/// The wordings of each edition's column headings that no other edition has: they tell which one a report is written on.
static TELLING: LazyLock<Vec<(&'static Form, BTreeSet<String>)>> = LazyLock::new(|| {
    let own = |form: &Form| -> BTreeSet<String> {
        let leaves = form.tables.iter().flat_map(|table| &table.columns);
        leaves
            .filter_map(|line| line.headings.last())
            .flat_map(|heading| wordings(heading))
            .map(|(wording, _)| wording)
            .collect()
    };
    let telling = |form: &'static Form| {
        let others: BTreeSet<_> = FORMS
            .iter()
            .filter(|other| *other != form)
            .flat_map(own)
            .collect();
        (form, own(form).difference(&others).cloned().collect())
    };
    FORMS.iter().map(telling).collect()
});

/// The edition whose own column headings occur most often among these texts, each given as found and bare.
pub(super) fn of_texts<'a>(
    texts: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<&'static Form> {
    let mut counts = vec![0; TELLING.len()];
    for (text, bare) in texts {
        let outside = bare_without_brackets(text);
        for (count, (_, own)) in counts.iter_mut().zip(TELLING.iter()) {
            if own.contains(bare) || outside.as_ref().is_some_and(|text| own.contains(text)) {
                *count += 1;
            }
        }
    }
    let forms = TELLING.iter().map(|(form, _)| *form);
    let (count, form) = counts
        .into_iter()
        .zip(forms)
        .max_by_key(|(count, _)| *count)?;
    (count > 0).then_some(form)
}
