//! Reading JSON piece by piece.
//!
//! Few types are ever parsed, whatever is saved or sent: each one that serde derives weighs a kilobyte or two in the page.
//! Every piece keeps the letters it is written with, so that no number loses a digit on its way.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// Any JSON, as it is written.
pub type Raw = Box<RawValue>;

/// The fields of an object, to be taken out one by one: what is left at the end was not understood.
#[derive(Debug, Default)]
pub struct Object(pub BTreeMap<String, Raw>);

impl Object {
    /// Reads an object; what each field holds is not looked at yet.
    ///
    /// # Errors
    /// Not JSON, or not an object.
    pub fn read(json: &str) -> serde_json::Result<Object> {
        serde_json::from_str(json).map(Object)
    }

    /// A text; empty if the field is missing.
    ///
    /// # Errors
    /// The field holds something else.
    pub fn text(&mut self, key: &str) -> serde_json::Result<String> {
        self.0
            .remove(key)
            .map_or_else(|| Ok(String::new()), |raw| text(&raw))
    }

    /// A whole number from 0 up; none if the field is missing.
    ///
    /// # Errors
    /// The field holds something else.
    pub fn whole(&mut self, key: &str) -> serde_json::Result<Option<u64>> {
        let raw = self.0.remove(key);
        raw.map(|raw| serde_json::from_str(raw.get())).transpose()
    }

    /// An object; an empty one if the field is missing.
    ///
    /// # Errors
    /// The field holds something else.
    pub fn object(&mut self, key: &str) -> serde_json::Result<Object> {
        let raw = self.0.remove(key);
        raw.map_or_else(|| Ok(Object::default()), |raw| Object::read(raw.get()))
    }

    /// A list; an empty one if the field is missing.
    ///
    /// # Errors
    /// The field holds something else.
    pub fn list(&mut self, key: &str) -> serde_json::Result<Vec<Raw>> {
        let raw = self.0.remove(key);
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
