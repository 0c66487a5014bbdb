//! The words by which reports speak of what the tables count: the lists of wordings.txt, asked by first character.

use std::sync::LazyLock;

use super::words::{Word, Words};
use nianbao_core::text::{FIRST_HAN, N_HAN};

/// The lists of spellings, each with its examples.
const WORDINGS: &str = include_str!("wordings.txt");

/// A line of the lists: what its spellings say, the spellings, and a sentence with one of them.
struct Wording {
    says: Words,
    spellings: &'static str,
    #[cfg(test)]
    example: &'static str,
}

/// The lines of the lists, in their order.
fn wordings() -> impl Iterator<Item = Wording> {
    let lists = WORDINGS.split("\n## ").skip(1);
    lists.flat_map(|list| {
        let (names, lines) = list.split_once('\n').unwrap_or((list, ""));
        let mut says = Words::default();
        for name in names.split(' ') {
            says.insert(Word::named(name).expect("a word of words.rs"));
        }
        lines.lines().filter_map(move |line| {
            let (spellings, example) = line.split_once('｜')?;
            let _ = example;
            Some(Wording {
                says,
                spellings,
                #[cfg(test)]
                example,
            })
        })
    })
}

/// The spellings by first character, the longest first.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

struct Lexicon {
    /// For each character from 一, the position of its spellings in `groups`, counted from 1.
    first: Vec<u16>,
    groups: Vec<Vec<Spelling>>,
}

struct Spelling {
    text: &'static str,
    /// Told apart by it are nearly all spellings of one first character; none for those of a single one.
    second: Option<char>,
    says: Words,
}

impl Lexicon {
    fn new() -> Lexicon {
        let mut lexicon = Lexicon {
            first: vec![0; N_HAN],
            groups: Vec::new(),
        };
        for wording in wordings() {
            for spelling in wording.spellings.split(' ') {
                let group = spelling.chars().next().and_then(position);
                let group = group.expect("spellings are Han characters");
                if lexicon.first[group] == 0 {
                    lexicon.groups.push(Vec::new());
                    lexicon.first[group] =
                        u16::try_from(lexicon.groups.len()).expect("a few hundred characters");
                }
                lexicon.groups[usize::from(lexicon.first[group]) - 1].push(Spelling {
                    text: spelling,
                    second: spelling.chars().nth(1),
                    says: wording.says,
                });
            }
        }
        for group in &mut lexicon.groups {
            group.sort_by_key(|spelling| std::cmp::Reverse(spelling.text.len()));
        }
        lexicon
    }
}

fn position(c: char) -> Option<usize> {
    let offset = u32::from(c).checked_sub(FIRST_HAN)?;
    usize::try_from(offset)
        .ok()
        .filter(|&offset| offset < N_HAN)
}

/// What the longest word at the start of a text says, and what follows it.
pub(super) fn take_word(text: &str) -> Option<(Words, &str)> {
    let lexicon = &*LEXICON;
    let mut chars = text.chars();
    let group = match lexicon.first[position(chars.next()?)?] {
        0 => return None,
        group => &lexicon.groups[usize::from(group) - 1],
    };
    let next = chars.next();
    let likely = group
        .iter()
        .filter(|spelling| spelling.second.is_none() || spelling.second == next);
    likely
        .filter_map(|spelling| Some((spelling.says, text.strip_prefix(spelling.text)?)))
        .next()
}

/// The usual spelling of a word, for people.
pub fn spelling(word: Word) -> &'static str {
    let mut found = wordings().filter(|wording| wording.says == Words::of(&[word]));
    let spellings = found.next().map_or("", |wording| wording.spellings);
    spellings.split(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins() {
        let taken = |text| take_word(text).map(|(says, rest)| (says.iter().collect(), rest));
        let one = |word, rest| Some((vec![word], rest));
        assert_eq!(taken("不予公开2件"), one(Word::Withheld, "2件"));
        assert_eq!(
            taken("被申请行政复议2件"),
            one(Word::Reconsideration, "2件")
        );
        assert_eq!(taken("上年结转的"), one(Word::Over, "的"));
        assert_eq!(
            taken("新收申请"),
            Some((vec![Word::Receive, Word::New], "申请"))
        );
        assert_eq!(taken("蝴蝶"), None);
        assert_eq!(taken("abc"), None);
    }

    #[test]
    fn a_spelling_means_one_thing() {
        let mut seen = std::collections::BTreeSet::new();
        for wording in wordings() {
            for spelling in wording.spellings.split(' ') {
                assert!(seen.insert(spelling), "{spelling}");
            }
        }
        assert!(seen.len() > 1_000);
    }

    /// Walks an example as a reader does: the longest word at each place.
    #[test]
    fn every_list_is_read_in_its_example_as_it_says() {
        for wording in wordings() {
            let is_listed = |taken: &str| wording.spellings.split(' ').any(|it| it == taken);
            let mut rest = wording.example;
            let mut is_found = false;
            while let Some(c) = rest.chars().next() {
                let (says, after) =
                    take_word(rest).unwrap_or((Words::default(), &rest[c.len_utf8()..]));
                is_found |= is_listed(&rest[..rest.len() - after.len()]) && says == wording.says;
                rest = after;
            }
            assert!(is_found, "{} in {}", wording.spellings, wording.example);
        }
    }
}
