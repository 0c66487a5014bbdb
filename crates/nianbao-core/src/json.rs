//! JSON piece by piece.
//!
//! The page parses and writes few types, whatever is saved or sent: each one that serde derives weighs a kilobyte or two there.
//! Every piece that is read keeps the letters it is written with, so that no number loses a digit on its way.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

/// Any JSON, as it is written.
pub type Raw = Box<RawValue>;

/// JSON that is about to be written.
#[derive(Clone, Debug)]
pub enum Tree {
    /// A whole number.
    Number(i64),
    /// A whole number from 0 up, such as a time, however large.
    Whole(u64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object, its fields in the order in which they are written.
    Object(Vec<(String, Tree)>),
    /// What is JSON already.
    Raw(Raw),
}

impl Tree {
    /// A text.
    pub fn text(text: &str) -> Tree {
        Tree::Text(text.to_owned())
    }

    /// An object of these fields, those left out that have none.
    pub fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Option<Tree>)>) -> Tree {
        let fields = fields.into_iter();
        Tree::Object(
            fields
                .filter_map(|(key, value)| Some((key.to_owned(), value?)))
                .collect(),
        )
    }

    /// The JSON, in one line.
    pub fn written(&self) -> String {
        serde_json::to_string(self).expect("texts and whole numbers always serialize")
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Tree::Number(number) => number.serialize(serializer),
            Tree::Whole(number) => number.serialize(serializer),
            Tree::Text(text) => text.serialize(serializer),
            Tree::List(list) => list.serialize(serializer),
            Tree::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Tree::Raw(raw) => raw.serialize(serializer),
        }
    }
}

/// The fields of an object, to be taken out one by one: what is left at the end was not understood.
#[derive(Debug, Default)]
pub struct Object(Vec<(String, Raw)>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Object::of(fields))
    }
}

impl Object {
    /// Reads an object; what each field holds is not looked at yet.
    ///
    /// # Errors
    /// Not JSON, or not an object.
    pub fn read(json: &str) -> serde_json::Result<Object> {
        serde_json::from_str(json)
    }

    /// Fields in the order of their names; of two with one name the last counts.
    fn of(mut fields: Vec<(String, Raw)>) -> Object {
        fields.reverse();
        fields.sort_by(|(a, _), (b, _)| a.cmp(b));
        fields.dedup_by(|(later, _), (kept, _)| later == kept);
        Object(fields)
    }

    /// Takes a field out.
    pub fn remove(&mut self, key: &str) -> Option<Raw> {
        let idx = self.0.binary_search_by(|(name, _)| (**name).cmp(key));
        idx.ok().map(|idx| self.0.remove(idx).1)
    }

    /// Puts a field in, instead of one with its name.
    pub fn insert(&mut self, key: String, raw: Raw) {
        match self.0.binary_search_by(|(name, _)| (**name).cmp(&key)) {
            Ok(idx) => self.0[idx].1 = raw,
            Err(idx) => self.0.insert(idx, (key, raw)),
        }
    }

    /// The fields themselves, in the order of their names.
    pub fn into_fields(self) -> Vec<(String, Raw)> {
        self.0
    }

    /// The fields that are left, in the order of their names.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.0.iter().map(|(key, raw)| (&**key, &**raw))
    }

    /// A text; empty if the field is missing.
    ///
    /// # Errors
    /// The field holds something else.
    pub fn text(&mut self, key: &str) -> serde_json::Result<String> {
        self.remove(key)
            .map_or_else(|| Ok(String::new()), |raw| text(&raw))
    }

    /// A whole number from 0 up; none if the field is missing.
    ///
    /// # Errors
    /// The field holds something else.
    pub fn whole(&mut self, key: &str) -> serde_json::Result<Option<u64>> {
        let raw = self.remove(key);
        raw.map(|raw| serde_json::from_str(raw.get())).transpose()
    }

    /// An object; an empty one if the field is missing.
    ///
    /// # Errors
    /// The field holds something else.
    pub fn object(&mut self, key: &str) -> serde_json::Result<Object> {
        let raw = self.remove(key);
        raw.map_or_else(|| Ok(Object::default()), |raw| Object::read(raw.get()))
    }

    /// A list; an empty one if the field is missing.
    ///
    /// # Errors
    /// The field holds something else.
    pub fn list(&mut self, key: &str) -> serde_json::Result<Vec<Raw>> {
        let raw = self.remove(key);
        raw.map_or_else(|| Ok(Vec::new()), |raw| list(raw.get()))
    }

    /// A list of texts; an empty one if the field is missing.
    ///
    /// # Errors
    /// The field, or an entry of it, holds something else.
    pub fn texts(&mut self, key: &str) -> serde_json::Result<Vec<String>> {
        self.list(key)?.iter().map(|raw| text(raw)).collect()
    }
}

/// Reads a list.
///
/// # Errors
/// Something else.
pub fn list(json: &str) -> serde_json::Result<Vec<Raw>> {
    serde_json::from_str(json)
}

/// Reads a text.
///
/// # Errors
/// Something else.
pub fn text(raw: &RawValue) -> serde_json::Result<String> {
    serde_json::from_str(raw.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_sorted_and_of_two_with_one_name_the_last_counts() {
        let mut object = Object::read(r#"{"b": 1, "a": 2, "b": 3, "a": [4]}"#).expect("JSON");
        let fields = object
            .fields()
            .map(|(key, raw)| format!("{key}={}", raw.get()));
        assert_eq!(fields.collect::<Vec<_>>(), ["a=[4]", "b=3"]);
        assert_eq!(object.remove("b").expect("a field").get(), "3");
        assert!(object.remove("b").is_none());
    }
}
