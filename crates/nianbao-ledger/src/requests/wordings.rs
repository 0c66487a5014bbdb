//! What the words of a ledger mean: kinds of requesters, results, outcomes of disputes, as paths of the form.
//!
//! A wording that fits one line of the form is clear; one that fits several is open and stays so until a person answers.
//! The words stand in wordings/*.txt.

use std::sync::LazyLock;

use nianbao_core::form::keys::{
    AFTER_RECONSIDERATION, CARRIED_FORWARD, DIRECT, FEE_UNPAID, GRANTED, HANDLED, ORGANIZATION,
    OTHER_OUTCOMES, OTHERWISE_CONCLUDED, PARTIAL, WITHHELD,
};

use crate::day::is_blank;
use crate::fold::folded;
use crate::lists::{List, lists, words};

/// What a wording means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Nothing is written.
    Blank,
    /// The request is still being handled (办理中).
    InProgress,
    /// One of these lines of the form, by path; a group stands for all its lines. One line alone is clear.
    OneOf(Vec<&'static str>),
}

/// “No request at all”, for what was only a question (咨询).
pub(crate) const NOT_A_REQUEST: &str = "";
const EVERYBODY: &str = "requester";
const STILL_UNCLEAR: &str = "handled/unavailable/still-unclear";
const NOT_CORRECTED: &str = "handled/other/not-corrected";

/// Words, each list with the lines it may mean.
struct Wordings {
    meanings: Vec<(Vec<&'static str>, Vec<&'static str>)>,
    lists: Vec<List>,
}

impl Wordings {
    /// Takes the lists whose names are paths of lines that the form has, and keeps the others by name.
    fn read(text: &'static str, is_line: fn(&str) -> bool) -> Wordings {
        let paths = |name: &'static str| -> Option<Vec<&'static str>> {
            let path = |path: &'static str| match path {
                crate::requests::answers::NOT_A_REQUEST => Some(NOT_A_REQUEST),
                path => is_line(path).then_some(path),
            };
            name.split(' ').map(path).collect()
        };
        let mut wordings = Wordings {
            meanings: Vec::new(),
            lists: Vec::new(),
        };
        for list in lists(text) {
            match paths(list.name) {
                Some(paths) => wordings.meanings.push((paths, list.words)),
                None => wordings.lists.push(list),
            }
        }
        wordings
    }

    fn words(&self, name: &str) -> Vec<&'static str> {
        words(&self.lists, name)
    }
}

static KINDS: LazyLock<Wordings> = LazyLock::new(|| {
    Wordings::read(include_str!("wordings/kinds.txt"), |path| {
        path.starts_with(EVERYBODY)
    })
});

/// What a wording of the requester's kind means.
pub(crate) fn kind(text: &str) -> Said {
    if is_blank(text) {
        return Said::Blank;
    }
    let mut rest = folded(text);
    let mut found: Vec<&[&str]> = Vec::new();
    let mut wordings: Vec<(&str, &[&str])> = (KINDS.meanings.iter())
        .flat_map(|(paths, words)| words.iter().map(move |word| (*word, &paths[..])))
        .collect();
    wordings.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    for (word, paths) in wordings {
        if rest.contains(word) {
            rest = rest.replace(word, "|");
            found.push(paths);
        }
    }
    for filler in KINDS.words("fillers") {
        rest = rest.replace(filler, "");
    }
    let is_understood = rest.chars().all(|c| c == '|' || c.is_ascii_digit());
    // “法人或其他组织（商业企业）” says more than its group alone.
    let is_group = |paths: &&[&str]| **paths == [ORGANIZATION];
    if found
        .iter()
        .any(|paths| paths.len() == 1 && !is_group(paths))
    {
        found.retain(|paths| !is_group(paths));
    }
    if found.is_empty() || !is_understood {
        return Said::OneOf(vec![EVERYBODY]);
    }
    Said::OneOf(united(found.concat()))
}

/// The words of results with what they say beside the lines that they mean.
struct Results {
    wordings: Wordings,
    /// Groups of lines with the words that say no more than that.
    classes: Vec<(&'static str, Vec<&'static str>)>,
    partially: Vec<&'static str>,
    grants: Vec<&'static str>,
    grants_alone: Vec<&'static str>,
    grant_fillers: Vec<&'static str>,
    negations: Vec<&'static str>,
    in_progress: Vec<&'static str>,
    steps: Vec<&'static str>,
}

static RESULTS: LazyLock<Results> = LazyLock::new(|| {
    let wordings = Wordings::read(include_str!("wordings/results.txt"), |path| {
        path.starts_with(HANDLED) || path == CARRIED_FORWARD
    });
    let classes = wordings.lists.iter().filter_map(|list| {
        let path = list.name.strip_prefix("class ")?;
        Some((path, list.words.clone()))
    });
    Results {
        classes: classes.collect(),
        partially: wordings.words("partially"),
        grants: wordings.words("grants"),
        grants_alone: wordings.words("grants-alone"),
        grant_fillers: wordings.words("grant-fillers"),
        negations: wordings.words("negations"),
        in_progress: wordings.words("in-progress"),
        steps: wordings.words("steps"),
        wordings,
    }
});

/// What a result and the reason beside it mean.
pub(crate) fn result(result: &str, reason: &str) -> Said {
    let parts = [result, reason].map(|text| {
        if is_blank(text) {
            String::new()
        } else {
            folded(text)
        }
    });
    let words = &*RESULTS;
    let mut text = parts.concat();
    if text.is_empty() {
        return Said::Blank;
    }
    if has_any(&text, &words.in_progress) || words.steps.contains(&text.as_str()) {
        return Said::InProgress;
    }
    if text.contains("补正") && has_any(&text, &["不明确", "仍不清", "不清楚"]) {
        return Said::OneOf(vec![STILL_UNCLEAR]);
    }
    if has_any(&text, &words.partially) {
        return Said::OneOf(vec![PARTIAL]);
    }
    let classes: Vec<_> = words
        .classes
        .iter()
        .filter(|(_, words)| has_any(&text, words))
        .map(|(path, _)| *path)
        .collect();
    for word in words.classes.iter().flat_map(|(_, words)| words) {
        text = text.replace(word, "");
    }
    let (found, is_negated) = specific(&mut text, &classes, &parts[1]);
    if is_negated {
        return Said::OneOf(vec![HANDLED]);
    }
    let grant = has_any(&text, &words.grants) || words.grants_alone.contains(&text.as_str());
    Said::OneOf(united(
        match (grant, found.is_empty(), classes.is_empty()) {
            (true, true, true) if is_grant_alone(&text) => vec![GRANTED],
            (true, true, true) => vec![HANDLED],
            (true, ..) => [&[GRANTED, PARTIAL][..], &found, &classes].concat(),
            (false, false, _) => {
                let is_within = |path: &&str| classes.iter().any(|class| path.starts_with(class));
                match classes.is_empty() || found.iter().all(is_within) {
                    true => found,
                    false => [found, classes].concat(),
                }
            }
            (false, true, false) => classes,
            (false, true, true) => vec![HANDLED],
        },
    ))
}

fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The lines that particular words point to, and whether a word was turned into its opposite.
fn specific(text: &mut String, classes: &[&str], reason: &str) -> (Vec<&'static str>, bool) {
    let mut found = Vec::new();
    let mut is_negated = false;
    if reason == "其他" && matches!(classes, [] | [OTHER_OUTCOMES])
        || text == "其他" && classes.is_empty()
    {
        return (vec![OTHERWISE_CONCLUDED], false);
    }
    let gives_up = has_any(text, &["视为放弃", "视同放弃"]);
    *text = text.replace("视为放弃", "").replace("视同放弃", "");
    for (paths, words) in &RESULTS.wordings.meanings {
        let first = words.iter().filter_map(|word| text.find(word)).min();
        let Some(place) = first else {
            continue;
        };
        // What the words of a line say themselves, such as 信息不存在, is no negation of another.
        is_negated |= paths[0].starts_with(WITHHELD)
            && RESULTS
                .negations
                .iter()
                .any(|negation| text[..place].ends_with(negation));
        found.extend(paths);
    }
    if gives_up && !found.contains(&FEE_UNPAID) {
        found.push(NOT_CORRECTED);
    }
    (united(found), is_negated)
}

fn is_grant_alone(text: &str) -> bool {
    let words = [
        &RESULTS.grants,
        &RESULTS.grant_fillers,
        &RESULTS.grants_alone,
    ];
    let mut rest = text.to_owned();
    for word in words.into_iter().flatten() {
        rest = rest.replace(word, "");
    }
    rest.is_empty()
}

/// The last steps of the columns of table four.
const OUTCOMES_OF_DISPUTES: [&str; 4] = ["upheld", "corrected", "other", PENDING];

/// A dispute without an outcome yet.
pub(crate) const PENDING: &str = "pending";

static OUTCOMES: LazyLock<Wordings> = LazyLock::new(|| {
    Wordings::read(include_str!("wordings/outcomes.txt"), |path| {
        OUTCOMES_OF_DISPUTES.contains(&path)
    })
});

/// What an outcome of a reconsideration or a suit means; nothing written means nothing here.
pub(crate) fn outcome(text: &str) -> Said {
    if is_blank(text) {
        return Said::Blank;
    }
    let mut rest = folded(text);
    let mut found = Vec::new();
    for (paths, words) in &OUTCOMES.meanings {
        for word in words {
            if rest.contains(word) {
                found.extend(paths);
                rest = rest.replace(word, "");
            }
        }
    }
    match found.is_empty() {
        true => Said::OneOf(OUTCOMES_OF_DISPUTES.to_vec()),
        false => Said::OneOf(united(found)),
    }
}

/// Blocks of table four that suits are counted in.
pub(crate) const SUITS: [&str; 2] = [DIRECT, AFTER_RECONSIDERATION];

/// Which block of table four a suit of this kind is counted in.
pub(crate) fn suit(text: &str) -> Said {
    if is_blank(text) {
        return Said::Blank;
    }
    let text = folded(text);
    let [direct, after] = SUITS;
    if has_any(&text, &["直接", "未经复议", "未复议"]) {
        return Said::OneOf(vec![direct]);
    }
    match text.contains("复议") {
        true => Said::OneOf(vec![after]),
        false => Said::OneOf(vec![direct, after]),
    }
}

/// The same without repetitions, in the same order.
fn united(paths: Vec<&'static str>) -> Vec<&'static str> {
    let mut united: Vec<&str> = Vec::new();
    for path in paths {
        if !united.contains(&path) {
            united.push(path);
        }
    }
    united
}

#[cfg(test)]
mod tests;
