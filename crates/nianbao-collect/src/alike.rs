//! Which reports share sentences (雷同): names and numbers folded, sentences of a common model counted apart.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::report::Report;
use nianbao_core::text::is_digit;

use crate::collection::Collection;

/// Characters from which on a sentence says something of its own.
const SENTENCE: usize = 12;

/// Two reports that share fewer sentences are not compared.
const MIN_SHARED: usize = 3;

/// Two reports that share sentences which few others have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The two units.
    pub units: (usize, usize),
    /// The sentences as the first one has them.
    pub sentences: Vec<String>,
    /// How much of the shorter text that is, in hundredths.
    pub percent: usize,
}

/// All pairs of reports that share sentences, the most alike first.
///
/// A sentence that at least half of the units have, and no fewer than three, is taken from a model (范文) and not counted.
pub fn alike(collection: &Collection) -> Vec<Alike> {
    let texts: Vec<_> = collection
        .counted()
        .map(|(unit, report)| (unit, sentences(report)))
        .collect();
    let mut units_with: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (at, (_, sentences)) in texts.iter().enumerate() {
        for folded in sentences.keys() {
            units_with.entry(folded).or_default().insert(at);
        }
    }
    let is_model = |units: &BTreeSet<usize>| units.len() >= 3 && units.len() * 2 >= texts.len();
    units_with.retain(|_, units| !is_model(units));
    let mut shared: BTreeMap<(usize, usize), Vec<&str>> = BTreeMap::new();
    for (folded, units) in &units_with {
        for &one in units {
            for &other in units.range(one + 1..) {
                shared.entry((one, other)).or_default().push(folded);
            }
        }
    }
    let own = |at: usize| {
        let sentences = texts[at].1.keys();
        sentences
            .filter(|folded| units_with.contains_key(folded.as_str()))
            .count()
    };
    let pair = |((one, other), folded): ((usize, usize), Vec<&str>)| {
        let shorter = own(one).min(own(other)).max(1);
        (folded.len() >= MIN_SHARED).then(|| Alike {
            units: (texts[one].0, texts[other].0),
            sentences: folded
                .iter()
                .map(|folded| texts[one].1[*folded].clone())
                .collect(),
            percent: folded.len() * 100 / shorter,
        })
    };
    let mut pairs: Vec<_> = shared.into_iter().filter_map(pair).collect();
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.percent), pair.units));
    pairs
}

/// The sentences of a report by what is left of them without names and numbers.
fn sentences(report: &Report) -> BTreeMap<String, String> {
    let texts = report.form.text_ids().map(|text| report.text(text));
    let sentences = texts.flat_map(|text| text.split(['。', '；', '\n', '！', '？']));
    let folded = |sentence: &str| {
        let sentence = sentence.replace(report.organ.name.as_str(), "");
        sentence
            .chars()
            .filter(|&c| !c.is_whitespace() && !is_digit(c))
            .collect::<String>()
    };
    sentences
        .map(|sentence| (folded(sentence), sentence.trim().to_owned()))
        .filter(|(folded, _)| folded.chars().count() >= SENTENCE)
        .collect()
}
