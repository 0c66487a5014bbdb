//! What is found at a place that is no figure, beside the control that it is typed into.

use leptos::prelude::*;
use nianbao_core::spot::Spot;

use crate::desk::desk;

/// The gravest thing wrong with a place that is not a cell, for marking it.
pub fn mark_of(spot: Spot) -> Memo<Option<&'static str>> {
    let desk = desk();
    Memo::new(move |_| {
        desk.judging
            .judged(|judgement| {
                judgement
                    .problems()
                    .find(|finding| finding.spots.contains(&spot))
                    .map(|finding| finding.severity.key())
            })
            .flatten()
    })
}

/// The same in words.
#[component]
pub fn Found(spot: Spot) -> impl IntoView {
    let desk = desk();
    let found = Memo::new(move |_| desk.judging.about(spot));
    move || {
        found.get().map(
            |(severity, told)| view! { <p class=format!("found {}", severity.key())>{told}</p> },
        )
    }
}
