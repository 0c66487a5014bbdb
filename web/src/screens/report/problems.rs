//! The way through what is wrong: which findings are shown, and the keys that lead from one to the next.

use std::collections::BTreeSet;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use nianbao_core::judgement::Finding;
use nianbao_core::judgement::Severity;
use nianbao_core::progress::Part;
use nianbao_core::spot::Spot;

use crate::desk::{Desk, desk};
use crate::places::spot_of;
use crate::screens::Screen;

impl Desk {
    /// Goes to the next place with a problem after the focused one in printed order, or to the one before it; from the end to the beginning.
    ///
    /// What is wrong comes before what is missing: a form that is half filled in has too many gaps to walk through.
    pub fn go_to_problem(self, is_forward: bool) {
        let form = self.draft.report.with_untracked(|report| report.form);
        let filter = self.judging.filter.get_untracked();
        let first_spots = |findings: &mut dyn Iterator<Item = &Finding>| -> BTreeSet<(Part, Spot)> {
            let shown = findings.filter(|finding| filter.takes(form, finding));
            let spots = shown.filter_map(|finding| finding.spots.first());
            spots.map(|&spot| (Part::of(form, spot), spot)).collect()
        };
        let problems = untrack(|| {
            self.judging.judged(|judgement| {
                let spots = first_spots(&mut judgement.problems());
                match spots.is_empty() {
                    true => first_spots(&mut judgement.missing()),
                    false => spots,
                }
            })
        });
        let problems = problems.unwrap_or_default();
        let here = match self.shown.screen.get_untracked() {
            Screen::Part(part) => Some((part, self.focused_spot())),
            _ => None,
        };
        let is_after = |&&(part, spot): &&(Part, Spot)| Some((part, Some(spot))) > here;
        let is_before = |&&(part, spot): &&(Part, Spot)| Some((part, Some(spot))) < here;
        let to = match is_forward {
            true => problems.iter().find(is_after).or(problems.first()),
            false => problems.iter().rev().find(is_before).or(problems.last()),
        };
        match to {
            Some(&(_, spot)) => self.go_to(spot),
            // What was just done may be taken back: that is not talked over.
            None if self.news.undo.with_untracked(Option::is_none) => {
                self.news.tell("没有列出的问题。");
            }
            None => {}
        }
    }

    fn focused_spot(self) -> Option<Spot> {
        let form = self.draft.report.with_untracked(|report| report.form);
        spot_of(form, &document().active_element()?.id())
    }

    /// Leads from problem to problem by F8, back by Shift and F8.
    pub fn walk_by_keys(self) {
        let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            let is_open = self.shown.is_open.get_untracked();
            if event.key() == "F8" && is_open {
                event.prevent_default();
                self.go_to_problem(!event.shift_key());
            }
        });
        // The page lives as long as this does.
        std::mem::forget(listener);
    }
}

/// What to show, and the way to the next problem for those who use a mouse.
#[component]
pub fn Walk() -> impl IntoView {
    let desk = desk();
    let form = desk.draft.report.with_untracked(|report| report.form);
    let parts: Vec<_> = Part::all(form).collect();
    let names = parts.iter().map(|part| part.short(form));
    let options = names
        .enumerate()
        .map(|(idx, name)| view! { <option value=idx.to_string()>{name}</option> });
    let options = options.collect_view();
    let choose_part = move |event| {
        let chosen = event_target_value(&event).parse::<usize>();
        let part = chosen.ok().and_then(|idx| parts.get(idx).copied());
        desk.judging.filter.update(|filter| filter.part = part);
    };
    let severities = [Severity::Error, Severity::Warning, Severity::Hint];
    let choices = severities
        .map(|severity| view! { <option value=severity.key()>{severity.name()}</option> });
    let choose_severity = move |event| {
        let key = event_target_value(&event);
        let severity = severities
            .into_iter()
            .find(|severity| severity.key() == key);
        desk.judging
            .filter
            .update(|filter| filter.severity = severity);
    };
    view! {
        <p class="walk">
            <button type="button" title="F8" on:click=move |_| desk.go_to_problem(true)>"下一处"</button>
            <button type="button" title="Shift+F8" on:click=move |_| desk.go_to_problem(false)>"上一处"</button>
            <select aria-label="只看哪一部分的问题" on:change=choose_part>
                <option value="">"全部"</option>
                {options}
            </select>
            <select aria-label="只看哪一级的问题" on:change=choose_severity>
                <option value="">"各级"</option>
                {choices.collect_view()}
            </select>
        </p>
    }
}
