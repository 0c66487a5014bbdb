//! Lists of wordings as a lawyer keeps them, in text files beside the code.
//!
//! `## name` begins a list, lines of wordings parted by spaces follow; a line that begins with one `#` is a remark.

/// A list with what its first line says.
#[derive(Clone, Debug)]
pub(crate) struct List {
    /// What stands behind `##`.
    pub(crate) name: &'static str,
    /// Its wordings, in the order in which they stand.
    pub(crate) words: Vec<&'static str>,
}

/// All lists of a file in their order.
pub(crate) fn lists(text: &'static str) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            lists.push(List {
                name: name.trim(),
                words: Vec::new(),
            });
        } else if let Some(list) = lists.last_mut().filter(|_| !line.starts_with('#')) {
            list.words.extend(line.split_whitespace());
        }
    }
    lists
}

/// The words of the list with this name; none where there is no such list.
pub(crate) fn words(lists: &[List], name: &str) -> Vec<&'static str> {
    let own = lists.iter().filter(|list| list.name == name);
    own.flat_map(|list| list.words.iter().copied()).collect()
}

/// Heads of columns: each list has the key of a column, its name for people, and wordings from good to worse.
pub(crate) struct Heads<F> {
    /// Columns with their names, in the order of the file.
    pub(crate) names: Vec<(F, &'static str)>,
    /// Columns with their wordings.
    pub(crate) wordings: Vec<(F, Vec<&'static str>)>,
    /// Lists that are no columns.
    pub(crate) others: Vec<List>,
}

impl<F: serde::de::DeserializeOwned + Copy> Heads<F> {
    pub(crate) fn read(text: &'static str) -> Heads<F> {
        let mut heads = Heads {
            names: Vec::new(),
            wordings: Vec::new(),
            others: Vec::new(),
        };
        for list in lists(text) {
            let (key, name) = list.name.split_once(' ').unwrap_or((list.name, ""));
            match field(key) {
                Some(field) => {
                    heads.names.push((field, name));
                    heads.wordings.push((field, list.words));
                }
                None => heads.others.push(list),
            }
        }
        heads
    }

    /// What a column is called; empty for one that the file lacks.
    pub(crate) fn name(&self, field: F) -> &'static str
    where
        F: PartialEq,
    {
        let own = self.names.iter().find(|(own, _)| *own == field);
        own.map_or("", |(_, name)| name)
    }
}

/// The field with this key, as it is kept in answers.
pub(crate) fn field<F: serde::de::DeserializeOwned>(key: &str) -> Option<F> {
    use serde::de::IntoDeserializer as _;
    use serde::de::value::{Error, StrDeserializer};
    let key: StrDeserializer<'_, Error> = key.into_deserializer();
    F::deserialize(key).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_the_words_of_its_lines_and_no_remarks() {
        let lists = lists("# of\n## a b\n甲 乙\n# no\n丙\n\n## c\n");
        assert_eq!(
            (lists[0].name, &lists[0].words[..]),
            ("a b", &["甲", "乙", "丙"][..])
        );
        assert_eq!((lists[1].name, lists[1].words.len()), ("c", 0));
        assert_eq!(words(&lists, "d"), Vec::<&str>::new());
    }
}
