//! Words that repeat in every report: keys of lines, states, confidences, severities, rules.
//!
//! All of them, of all editions, are in one dictionary that every batch shares.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use arrow_array::{ArrayRef, DictionaryArray, Int32Array, StringArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use nianbao_core::figure::State;
use nianbao_core::form::{Cell, FORMS, Form};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_rules::rules::RULES;

/// Every word that the columns of words can hold.
struct Dictionary {
    values: Arc<StringArray>,
    places: BTreeMap<&'static str, i32>,
    /// For each form, by its place among all: the words of each cell's table, row and column.
    lines: Vec<Vec<[i32; 3]>>,
}

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let states = State::ALL.map(State::key);
    let confidences = ["read", "guessed", "not-found"];
    let severities = [Severity::Error, Severity::Warning, Severity::Hint].map(Severity::key);
    let concerns = [Concern::Missing, Concern::Wrong].map(Concern::key);
    let lines = FORMS
        .iter()
        .flat_map(|form| form.cells().flat_map(move |cell| form.keys(cell)));
    let rules = RULES.iter().map(|rule| rule.id);
    let words = states
        .into_iter()
        .chain(confidences)
        .chain(severities)
        .chain(concerns)
        .chain(lines)
        .chain(rules);
    let mut places = BTreeMap::new();
    let mut values = Vec::new();
    for word in words {
        places.entry(word).or_insert_with(|| {
            values.push(word);
            i32::try_from(values.len() - 1).expect("a few hundred words")
        });
    }
    let keys = |form: &'static Form| {
        let keys = |cell| form.keys(cell).map(|key| places[key]);
        form.cells().map(keys).collect()
    };
    Dictionary {
        lines: FORMS.iter().map(keys).collect(),
        values: Arc::new(StringArray::from(values)),
        places,
    }
});

/// How a column of words is kept.
pub(crate) fn data_type(dictionary: bool) -> DataType {
    match dictionary {
        true => DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8)),
        false => DataType::Utf8,
    }
}

/// The words of a cell's table, row and column.
pub(crate) fn of_cell(form: &Form, cell: Cell) -> [i32; 3] {
    let place = FORMS.iter().position(|known| known == form);
    DICTIONARY.lines[place.expect("a form that we know")][cell.index()]
}

/// A column of words that is being made.
#[derive(Default)]
pub(crate) struct Words(Vec<i32>);

impl Words {
    pub(crate) fn push(&mut self, word: &str) {
        self.0.push(DICTIONARY.places[word]);
    }

    pub(crate) fn push_known(&mut self, word: i32) {
        self.0.push(word);
    }

    pub(crate) fn finish(self, dictionary: bool) -> ArrayRef {
        let values = &DICTIONARY.values;
        if !dictionary {
            let word = |&key: &i32| values.value(usize::try_from(key).expect("a place in a list"));
            return Arc::new(StringArray::from_iter_values(self.0.iter().map(word)));
        }
        let keys = Int32Array::new(self.0.into(), None::<NullBuffer>);
        let values = Arc::clone(values) as ArrayRef;
        Arc::new(DictionaryArray::try_new(keys, values).expect("every word is in the dictionary"))
    }
}
