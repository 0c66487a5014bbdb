//! Every sentence of the corpus: silent where its numbers are right, found where one is wrong; docs/phrasings.md says how many.

use std::fmt::Write as _;

use super::cities::{A_CITY, last_year};
use super::corpus::{Kind, Phrasing};
use super::*;

/// A city with numbers of its own, so that each changed number stands out.
const ANOTHER: Numbers = Numbers {
    overdue: 7,
    ..A_CITY
};
/// A city whose requests are counted in thousands.
const LARGE: Numbers = Numbers {
    outcomes: [
        [7_103, 1_207],
        [1_309, 1_411],
        [2_203, 1_609],
        [1_707, 1_811],
        [3_109, 1_103],
        [1_201, 1_507],
    ],
    overdue: 211,
    over: [313, 217],
    forward: [1_117, 1_213],
    results: [
        [1_103, 211, 307, 401],
        [509, 601, 701, 809],
        [907, 101, 211, 307],
    ],
    ..A_CITY
};
const MORE: i64 = 5_003;

/// What is found about the numbers of a city's text; statements on changes are judged beside last year's report.
fn rules_found(kind: &Kind, numbers: &Numbers, text: &str) -> BTreeSet<String> {
    let previous = (kind.rule == "change-recomputes").then(last_year);
    let context = Context {
        today: None,
        previous: previous.as_ref(),
    };
    let found = found(&writing(numbers, text), &context).into_iter();
    let about_numbers = found.filter(|(rule, ..)| ABOUT_NUMBERS.contains(&rule.as_str()));
    about_numbers.map(|(rule, ..)| rule).collect()
}

/// A number of a city's year, or of its change since last year, as a text prints it.
fn number(numbers: &Numbers, name: &str) -> String {
    let before = 240;
    let new = numbers.received();
    match name {
        "before" => before.to_string(),
        "more" => (new - before).abs().to_string(),
        "percent" => {
            let tenths = ((new - before).abs() * 2_000 / before + 1) / 2;
            format!("{}.{}", tenths / 10, tenths % 10)
        }
        _ => numbers
            .named(name)
            .unwrap_or_else(|| panic!("{name}"))
            .to_string(),
    }
}

/// What became of one kind of statement.
#[derive(Default)]
struct Tally {
    n_numbers: usize,
    n_found: usize,
    /// Sentences of which a wrong number is not found, as known and as new ones.
    known: BTreeSet<String>,
    /// What should not be: a right sentence blamed, or a wrong number missed that should be read.
    faults: Vec<String>,
}

/// Reads every sentence of a kind with right numbers, and with each of them changed in turn.
fn tally(kind: &Kind) -> Tally {
    let mut tally = Tally::default();
    for (idx, phrasing) in kind.phrasings.iter().enumerate() {
        try_sentence(kind, phrasing, &ANOTHER, &mut tally);
        // Of the large city there is no report of last year; a few sentences of each kind will do.
        if idx % 5 == 0 && kind.rule != "change-recomputes" || phrasing.template.contains("/万") {
            try_sentence(kind, phrasing, &LARGE, &mut tally);
        }
    }
    tally
}

fn try_sentence(kind: &Kind, phrasing: &Phrasing, city: &Numbers, tally: &mut Tally) {
    let of_city = |name: &str| number(city, name);
    let right = phrasing.sentence(of_city, None);
    let is_denial = phrasing.names().is_empty();
    if !is_denial {
        let blamed = rules_found(kind, city, &right);
        if !blamed.is_empty() {
            tally.faults.push(format!("blamed by {blamed:?}: {right}"));
        }
    }
    let n_changes = phrasing.names().len().max(usize::from(is_denial));
    for idx in 0..n_changes {
        let wrong = phrasing.sentence(of_city, Some((idx, MORE)));
        let found = rules_found(kind, city, &wrong);
        // A wrong number may be told by another rule as well, a wrong denial by its own alone.
        let is_found = match is_denial {
            true => found.contains(&kind.rule),
            false => !found.is_empty(),
        };
        tally.n_numbers += 1;
        tally.n_found += usize::from(is_found);
        match (is_found, phrasing.is_read) {
            (true, _) => {}
            (false, false) => {
                tally.known.insert(phrasing.line.clone());
            }
            (false, true) => tally.faults.push(format!(
                "missed {}: {wrong}",
                phrasing.names().get(idx).unwrap_or(&"")
            )),
        }
    }
}

#[test]
fn every_sentence_is_read_and_what_is_not_is_known() {
    // Some thousand reports are judged; the kinds know nothing of each other.
    let tallies: Vec<_> = std::thread::scope(|scope| {
        let all = CORPUS
            .iter()
            .map(|kind| (kind, scope.spawn(|| tally(kind))));
        let all: Vec<_> = all.collect();
        let done = |thread: std::thread::ScopedJoinHandle<Tally>| thread.join().expect("a tally");
        all.into_iter()
            .map(|(kind, thread)| (kind, done(thread)))
            .collect()
    });
    let faults: Vec<_> = tallies
        .iter()
        .flat_map(|(kind, tally)| {
            tally
                .faults
                .iter()
                .map(|fault| format!("{} {fault}", kind.file))
        })
        .collect();
    assert!(
        faults.is_empty(),
        "{}:\n{}",
        faults.len(),
        faults.join("\n")
    );
    for (kind, tally) in &tallies {
        assert!(
            tally.n_found * 100 >= tally.n_numbers * 95,
            "{}: {} of {}",
            kind.file,
            tally.n_found,
            tally.n_numbers
        );
    }
    crate::support::golden("docs/phrasings.md", &page(&tallies));
}

#[test]
fn the_corpus_is_as_large_as_it_should_be() {
    let n_sentences: usize = CORPUS.iter().map(|kind| kind.phrasings.len()).sum();
    assert!(n_sentences >= 400, "{n_sentences}");
    for kind in CORPUS.iter() {
        let lines: BTreeSet<_> = kind
            .phrasings
            .iter()
            .map(|phrasing| &phrasing.line)
            .collect();
        assert!(lines.len() >= 20, "{}: {}", kind.file, lines.len());
        assert!(kind.look_alikes.len() >= 10, "{}", kind.file);
    }
}

#[test]
fn look_alikes_state_nothing() {
    let mut blamed = Vec::new();
    for kind in CORPUS.iter() {
        for sentence in &kind.look_alikes {
            // Beside a sentence on requests, whose subject could be carried on, and alone.
            for before in ["", "全年收到政府信息公开申请{new}件。"] {
                let before = before.replace("{new}", &number(&ANOTHER, "new"));
                let found = rules_found(kind, &ANOTHER, &format!("{before}{sentence}"));
                if !found.is_empty() {
                    blamed.push(format!("{} {found:?}: {before}{sentence}", kind.file));
                }
            }
        }
    }
    assert!(
        blamed.is_empty(),
        "{}:\n{}",
        blamed.len(),
        blamed.join("\n")
    );
}

#[test]
fn denials_are_right_where_there_was_nothing() {
    for name in ["no-requests.txt", "no-disputes.txt", "rates.txt"] {
        let kind = CORPUS
            .iter()
            .find(|kind| kind.file == name)
            .expect("a kind");
        for phrasing in &kind.phrasings {
            let mut quiet = quiet_report();
            write(&mut quiet, "overview/on-request", phrasing.template.clone());
            assert_eq!(
                found(&quiet, &Context::default()),
                [],
                "{}",
                phrasing.template
            );
        }
    }
}

/// What docs/phrasings.md says.
fn page(tallies: &[(&Kind, Tally)]) -> String {
    let mut page = "\
# Phrasings

How reports state their numbers, and how much of it is read. The sentences stand in `tests/data/phrasings`, one kind a file, and were written for the project in the shapes of published ones.
Each is judged with right numbers, where nothing may be found, and with each of its numbers changed in turn, where something must be; each look-alike must be left alone.
This page is printed by the test that does so (`tests/it/consistent/phrasings.rs`); `UPDATE_EXPECT=1 cargo test -p tests phrasings` rewrites it.
How words are spelled stands in `prose/wordings.txt`: a spelling added there with an example is read at once.

| kind | file | rule | sentences | numbers changed | found | look-alikes, all silent |
|---|---|---|---:|---:|---:|---:|
"
    .to_owned();
    let (mut n_sentences, mut n_numbers, mut n_found, mut n_alike) = (0, 0, 0, 0);
    for (kind, tally) in tallies {
        let sentences = kind.phrasings.len();
        writeln!(
            page,
            "| {} | {} | {} | {sentences} | {} | {} | {} |",
            kind.title,
            kind.file,
            kind.rule,
            tally.n_numbers,
            tally.n_found,
            kind.look_alikes.len()
        )
        .expect("a string takes all");
        n_sentences += sentences;
        n_numbers += tally.n_numbers;
        n_found += tally.n_found;
        n_alike += kind.look_alikes.len();
    }
    let permille = n_found * 1000 / n_numbers.max(1);
    writeln!(
        page,
        "| all | | | {n_sentences} | {n_numbers} | {n_found} ({}.{} %) | {n_alike} |",
        permille / 10,
        permille % 10
    )
    .expect("a string takes all");
    page += "\nA line with @ counts once for each thing it is told of. Numbers are changed in a middling city, for some sentences in a large one as well.\n\n## Knowingly not read\n\n";
    page += "A wrong number in these is not found; nothing false is said of them either.\n\n";
    for (kind, tally) in tallies {
        for line in &tally.known {
            writeln!(page, "- {}：{line}", kind.title).expect("a string takes all");
        }
    }
    page
}
