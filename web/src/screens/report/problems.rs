//! The way through what is wrong: which findings are shown, and the keys that lead from one to the next.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use nianbao_core::judgement::Finding;
use nianbao_core::judgement::Severity;
use nianbao_core::progress::Part;
use nianbao_core::spot::Spot;

use crate::desk::judging::Problem;
use crate::desk::{Desk, desk};
use crate::places::{anchor, focus, select, spot_of};
use crate::screens::Screen;

/// The id of the button of the finding that the clerk is at.
pub const CURRENT: &str = "current-problem";

impl Desk {
    /// Goes to the next problem in printed order, or to the one before it; from the end to the beginning.
    pub fn go_to_problem(self, is_forward: bool) {
        if let Some(finding) = self.turn_to_problem(is_forward) {
            self.go_to_finding(&finding);
        }
    }

    /// Goes on after a problem was settled: a text gets the focus, a figure does not, for the next key would overwrite it.
    pub fn go_on(self) {
        let Some(finding) = self.turn_to_problem(true) else {
            return;
        };
        match finding.spots.first() {
            Some(&spot @ Spot::Cell(_)) => {
                let part = Part::of(self.draft.form(), spot);
                self.shown.screen.set(Screen::Part(part));
                // A part that is drawn anew takes the focus first.
                request_animation_frame(|| request_animation_frame(|| focus(CURRENT)));
            }
            _ => self.go_to_finding(&finding),
        }
    }

    /// Goes to the place of a finding, and marks the words that it quotes.
    pub fn go_to_finding(self, finding: &Finding) {
        let Some(&spot) = finding.spots.first() else {
            return;
        };
        self.go_to(spot);
        let text = self
            .draft
            .report
            .with_untracked(|report| report.place_content(spot));
        let quoted = finding.statement.split('“').skip(1);
        let mut words = quoted.filter_map(|rest| Some(rest.split_once('”')?.0));
        let found = words.find_map(|words| Some((text.find(words)?, words.to_owned())));
        if let Some((at, words)) = found.filter(|_| !matches!(spot, Spot::Cell(_))) {
            let [from, length] = [&text[..at], &words[..]].map(|it| it.encode_utf16().count());
            let id = anchor(self.draft.form(), spot);
            request_animation_frame(move || select(&id, from, from + length));
        }
    }

    /// Makes the next problem the one that the clerk is at; it follows that one, or the place of the focus where they are not there any more.
    fn turn_to_problem(self, is_forward: bool) -> Option<Finding> {
        let form = self.draft.form();
        let walk = untrack(|| self.judging.walk(form));
        let Some(last) = walk.len().checked_sub(1) else {
            // What was just done may be taken back: that is not talked over.
            if self.news.undo.with_untracked(Option::is_none) {
                self.news.tell("没有列出的问题。");
            }
            return None;
        };
        let focused = self.focused_spot();
        let place = |finding: &Finding| {
            let spot = finding.spots[0];
            (Part::of(form, spot), Some(spot))
        };
        let here = match self.shown.screen.get_untracked() {
            Screen::Part(part) => Some((part, focused)),
            _ => None,
        };
        let is_there = |(problem, finding): &(Problem, Finding)| {
            let (part, spot) = place(finding);
            self.judging
                .current
                .with_untracked(|it| it.as_ref() == Some(problem))
                && here.is_some_and(|(open, focused)| {
                    open == part && (focused.is_none() || focused == spot)
                })
        };
        let to = match (walk.iter().position(is_there), is_forward) {
            (Some(at), true) if at == last => 0,
            (Some(at), true) => at + 1,
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
            (None, true) => walk
                .iter()
                .position(|(_, finding)| Some(place(finding)) > here)
                .unwrap_or(0),
            (None, false) => walk
                .iter()
                .rposition(|(_, finding)| Some(place(finding)) < here)
                .unwrap_or(last),
        };
        let (problem, finding) = walk.into_iter().nth(to)?;
        self.judging.current.set(Some(problem));
        Some(finding)
    }

    fn focused_spot(self) -> Option<Spot> {
        spot_of(self.draft.form(), &document().active_element()?.id())
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
    let chips = [Severity::Error, Severity::Warning, Severity::Hint].map(chip);
    let told = move || {
        let walk = desk.judging.walk(desk.draft.form());
        let is_current = |(problem, _): &(Problem, Finding)| {
            desk.judging.current.with(|it| it.as_ref() == Some(problem))
        };
        match (walk.iter().position(is_current), walk.len()) {
            (_, 0) => String::new(),
            (Some(at), n_problems) => format!("{}/{n_problems}", at + 1),
            (None, n_problems) => format!("{n_problems} 处"),
        }
    };
    view! {
        <p class="walk">
            <button type="button" title="Shift+F8" on:click=move |_| desk.go_to_problem(false)>"上一处"</button>
            <span class="nth" role="status">{told}</span>
            <button type="button" title="F8" on:click=move |_| desk.go_to_problem(true)>"下一处"</button>
            <select aria-label="只看哪一部分的问题" on:change=choose_part>
                <option value="">"全部"</option>
                {options}
            </select>
        </p>
        <p class="walk chips">{chips}</p>
    }
}

/// How many problems there are of a severity; pressed, only those are shown.
fn chip(severity: Severity) -> AnyView {
    let desk = desk();
    let count = Memo::new(move |_| {
        let count = desk
            .judging
            .judged(|judgement| judgement.wrong(severity).count());
        count.unwrap_or_default()
    });
    let is_chosen = move || {
        desk.judging
            .filter
            .with(|filter| filter.severity == Some(severity))
    };
    let choose = move |_| {
        let chosen = Some(severity).filter(|_| !untrack(is_chosen));
        desk.judging
            .filter
            .update(|filter| filter.severity = chosen);
    };
    view! {
        <button type="button" class=severity.key() hidden=move || count.get() == 0 && !is_chosen()
            aria-pressed=move || is_chosen().to_string() on:click=choose>
            {severity.name()} " " {count}
        </button>
    }
    .into_any()
}
