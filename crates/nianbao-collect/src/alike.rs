//! Which reports share sentences (雷同): names and numbers do not count, and sentences of a common model are told apart.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::report::Report;
use nianbao_rules::prose::{self, Folded, SHORTEST};

use crate::collection::Collection;

/// Two reports that share fewer sentences are not compared.
const MIN_SHARED: usize = 3;

/// From this share on, in hundredths, two texts are alike.
pub(crate) const SOME: usize = 30;

/// From this share on they are copies.
pub(crate) const MUCH: usize = 50;

/// What the reports of a collection have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    /// All pairs of reports that are alike, the most alike first.
    pub pairs: Vec<Alike>,
    /// Units of which each is like another one of them, the largest group first.
    pub clusters: Vec<Vec<usize>>,
    /// Sentences that at least half of the units have (范文), with how many have them; they count in no pair.
    pub model: Vec<(String, usize)>,
}

/// Two reports that share sentences which few others have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The two units, in the order of the list.
    pub units: (usize, usize),
    /// The sentences as each of the two has them.
    pub sentences: Vec<[String; 2]>,
    /// How much of the shorter text that is, in hundredths.
    pub percent: usize,
}

/// The sentences of one report by what counts of them, each with the text as it stands.
struct Text {
    unit: usize,
    sentences: BTreeMap<Folded, String>,
    /// How many of them are of no model.
    n_own: usize,
}

/// Looks for sentences that reports share.
///
/// A sentence that at least half of the units have, and no fewer than three, is taken from a model and not counted.
pub fn alike(collection: &Collection) -> Likeness {
    let counted = collection.counted();
    let mut texts: Vec<_> = counted
        .map(|(unit, report)| Text::of(unit, report))
        .collect();
    let mut with: BTreeMap<Folded, Vec<usize>> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        for folded in text.sentences.keys() {
            with.entry(*folded).or_default().push(at);
        }
    }
    let is_model = |having: &Vec<usize>| having.len() >= 3 && having.len() * 2 >= texts.len();
    let model = with.iter().filter(|(_, having)| is_model(having));
    let mut model: Vec<_> = model
        .map(|(folded, having)| (texts[having[0]].sentences[folded].clone(), having.len()))
        .collect();
    model.sort_by(|(one, n), (other, m)| m.cmp(n).then_with(|| one.cmp(other)));
    with.retain(|_, having| !is_model(having));
    for text in &mut texts {
        let own = text.sentences.keys();
        text.n_own = own.filter(|folded| with.contains_key(*folded)).count();
    }
    let mut pairs: Vec<_> = (0..texts.len())
        .flat_map(|one| pairs_of(one, &texts, &with))
        .collect();
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.percent), pair.units));
    Likeness {
        clusters: clusters(&pairs),
        pairs,
        model,
    }
}

/// The reports after one that are like it.
fn pairs_of(one: usize, texts: &[Text], with: &BTreeMap<Folded, Vec<usize>>) -> Vec<Alike> {
    // Counted in one row of numbers, since a county's worth of reports makes millions of meetings.
    let mut n_shared = vec![0_usize; texts.len()];
    for folded in texts[one].sentences.keys() {
        for other in with.get(folded).into_iter().flatten() {
            n_shared[*other] += 1;
        }
    }
    let others = (one + 1..texts.len()).filter_map(|other| {
        let shorter = texts[one].n_own.min(texts[other].n_own).max(1);
        let percent = n_shared[other] * 100 / shorter;
        (n_shared[other] >= MIN_SHARED && percent >= SOME).then(|| Alike {
            units: (texts[one].unit, texts[other].unit),
            sentences: shared(&texts[one], &texts[other], with),
            percent,
        })
    });
    others.collect()
}

fn shared(one: &Text, other: &Text, with: &BTreeMap<Folded, Vec<usize>>) -> Vec<[String; 2]> {
    let both = one.sentences.iter().filter_map(|(folded, sentence)| {
        let theirs = other
            .sentences
            .get(folded)
            .filter(|_| with.contains_key(folded))?;
        Some([sentence.clone(), theirs.clone()])
    });
    both.collect()
}

/// Units that hang together by pairs.
fn clusters(pairs: &[Alike]) -> Vec<Vec<usize>> {
    let mut clusters: Vec<BTreeSet<usize>> = Vec::new();
    for pair in pairs {
        let mut joined = BTreeSet::from([pair.units.0, pair.units.1]);
        let (own, rest): (Vec<_>, Vec<_>) = clusters
            .into_iter()
            .partition(|cluster| !cluster.is_disjoint(&joined));
        joined.extend(own.into_iter().flatten());
        clusters = rest;
        clusters.push(joined);
    }
    clusters.sort_by_key(|cluster| (std::cmp::Reverse(cluster.len()), cluster.first().copied()));
    clusters
        .into_iter()
        .map(|cluster| cluster.into_iter().collect())
        .collect()
}

impl Text {
    fn of(unit: usize, report: &Report) -> Text {
        let name = report.organ.name.as_str();
        let names = if name.is_empty() {
            &[][..]
        } else {
            &[name][..]
        };
        let texts = report.form.text_ids().map(|text| report.text(text));
        let sentences = texts
            .flat_map(prose::sentences)
            .filter(|sentence| !prose::says_nothing_happened(sentence))
            .map(|sentence| {
                let folded = prose::folded_without_numbers(sentence, names);
                (folded, sentence.to_owned())
            });
        Text {
            unit,
            sentences: sentences
                .filter(|(folded, _)| folded.length >= SHORTEST)
                .collect(),
            n_own: 0,
        }
    }
}
