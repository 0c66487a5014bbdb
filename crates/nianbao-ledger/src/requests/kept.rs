//! A ledger as it is kept between two days: what was read, and what was answered. Names and contents are left out.

use serde::{Deserialize, Serialize};

use super::{Answers, Ledger};

/// Tells such a text from others.
const FORMAT: &str = "nianbao-ledger-kept";
const VERSION: u32 = 1;

/// A ledger with its answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// What people call it: the name of the file it was read from.
    pub name: String,
    /// The year it is counted for, where somebody chose one.
    pub year: Option<i16>,
    /// What was read.
    pub ledger: Ledger,
    /// What was answered.
    pub answers: Answers,
}

#[derive(Serialize, Deserialize)]
struct Written<K> {
    format: String,
    version: u32,
    #[serde(flatten)]
    kept: K,
}

#[derive(Serialize)]
struct Parts<'a> {
    name: &'a str,
    year: Option<i16>,
    ledger: &'a Ledger,
    answers: &'a Answers,
}

#[derive(Deserialize)]
struct OwnParts {
    name: String,
    year: Option<i16>,
    ledger: Ledger,
    answers: Answers,
}

impl Kept {
    /// Writes it as JSON.
    pub fn to_json(&self) -> String {
        let written = Written {
            format: FORMAT.to_owned(),
            version: VERSION,
            kept: Parts {
                name: &self.name,
                year: self.year,
                ledger: &self.ledger,
                answers: &self.answers,
            },
        };
        serde_json::to_string(&written).expect("only strings are keys")
    }

    /// Reads what was kept; none where it is no such text, or of a later version.
    pub fn from_json(json: &str) -> Option<Kept> {
        let written: Written<OwnParts> = serde_json::from_str(json).ok()?;
        if written.format != FORMAT || written.version > VERSION {
            return None;
        }
        let OwnParts {
            name,
            year,
            ledger,
            answers,
        } = written.kept;
        let (n_kinds, n_results) = (ledger.kinds.len(), ledger.results.len());
        let is_whole = |request: &super::Request| {
            (request.kind as usize) < n_kinds && (request.result as usize) < n_results
        };
        ledger.requests.iter().all(is_whole).then_some(Kept {
            name,
            year,
            ledger,
            answers,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::{count, read};
    use crate::rules::examples;

    #[test]
    fn a_ledger_is_kept_without_names_and_counts_the_same() {
        let example = &examples::Example::of_rows(&[
            &[("申请人", "张三"), ("申请内容", "某路的合同")],
            &[("申请人类别", "单位"), ("复议结果", "维持")],
        ]);
        let mut kept = Kept {
            name: "台账.xlsx".to_owned(),
            year: Some(2025),
            ledger: examples::ledger(example),
            answers: Answers::default(),
        };
        kept.answers
            .kinds
            .insert("单位".to_owned(), "c2".to_owned());
        let json = kept.to_json();
        assert!(!json.contains("张三") && !json.contains("合同"), "{json}");
        let again = Kept::from_json(&json).expect("kept");
        assert_eq!(again.to_json(), json);
        let cells = |kept: &Kept| {
            let counted = count::count(&kept.ledger, 2025, &kept.answers);
            let cells = counted.cells();
            cells.map(|cell| counted.behind(cell)).collect::<Vec<_>>()
        };
        assert_eq!(cells(&again), cells(&kept));
        assert_eq!(Kept::from_json("{}"), None);
        let torn = json.replace("\"result\":0", "\"result\":7");
        assert_eq!(Kept::from_json(&torn), None, "a wording that is not there");
        let mut ledger = Ledger::default();
        read(&mut ledger, "", &[], &[]);
        assert_eq!(ledger, Ledger::default());
    }
}
