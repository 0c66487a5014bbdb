//! A judgement as JSON, for `nianbao check --format json` and for the way from the judging worker to the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::{Change, Explanation, Finding, Ground, Judgement, RuleText};
use crate::form::{Cell, Form};
use crate::json::{Object, Raw};
use crate::judgement::{Concern, Fact, Severity};
use crate::spot::{Field, Spot};

/// A judgement as programs read it.
#[derive(Serialize)]
pub struct JsonJudgement {
    findings: Vec<JsonFinding>,
    rules: BTreeMap<String, JsonRule>,
    explanations: Vec<JsonExplanation>,
    nothing_stated: Vec<String>,
    not_known: Vec<&'static str>,
    outcomes: JsonOutcomes,
}

#[derive(Serialize)]
struct JsonOutcomes {
    holds: usize,
    fails: usize,
    cannot_tell: usize,
}

#[derive(Serialize)]
struct JsonFinding {
    rule: String,
    severity: String,
    statement: String,
    spots: Vec<JsonSpot>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
struct JsonExplanation {
    id: String,
    statement: String,
    changes: Vec<JsonChange>,
    cells: Vec<JsonSpot>,
}

#[derive(Serialize)]
struct JsonChange {
    #[serde(flatten)]
    cell: JsonSpot,
    number: i64,
}

/// A place by the names it has in saved reports: a cell, a text or a field.
#[derive(Default, Serialize)]
pub struct JsonSpot {
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

#[derive(Serialize)]
struct JsonRule {
    title: String,
    concerns: String,
    explanation: String,
    formula: String,
    grounds: Vec<JsonGround>,
}

#[derive(Serialize)]
struct JsonGround {
    name: String,
    clause: String,
}

/// Describes a judgement of a report on this form.
pub fn describe(judgement: &Judgement, form: &Form) -> JsonJudgement {
    let finding = |finding: &Finding| JsonFinding {
        rule: finding.rule.id.clone(),
        severity: finding.severity.key().to_owned(),
        statement: finding.statement.clone(),
        spots: finding
            .spots
            .iter()
            .map(|&place| spot(form, place))
            .collect(),
        note: finding.note.clone(),
    };
    let rule = |text: &RuleText| JsonRule {
        title: text.title.clone(),
        concerns: text.concerns.key().to_owned(),
        explanation: text.explanation.clone(),
        formula: text.formula.clone(),
        grounds: text
            .grounds
            .iter()
            .cloned()
            .map(|Ground { name, clause }| JsonGround { name, clause })
            .collect(),
    };
    let change = |change: &Change| JsonChange {
        cell: spot(form, Spot::Cell(change.cell)),
        number: change.number,
    };
    let explanation = |it: &Explanation| JsonExplanation {
        id: it.id.clone(),
        statement: it.statement.clone(),
        changes: it.changes.iter().map(change).collect(),
        cells: it
            .cells
            .iter()
            .map(|&cell| spot(form, Spot::Cell(cell)))
            .collect(),
    };
    let mut rules = BTreeMap::new();
    for finding in &judgement.findings {
        let text = &finding.rule;
        rules.entry(text.id.clone()).or_insert_with(|| rule(text));
    }
    JsonJudgement {
        findings: judgement.findings.iter().map(finding).collect(),
        rules,
        explanations: judgement.explanations.iter().map(explanation).collect(),
        nothing_stated: judgement.nothing_stated.clone(),
        not_known: judgement.not_known.iter().map(|fact| fact.key()).collect(),
        outcomes: JsonOutcomes {
            holds: judgement.n_holds,
            fails: judgement.n_fails,
            cannot_tell: judgement.n_cannot_tell,
        },
    }
}

/// Writes a judgement of a report on this form.
pub fn to_json(judgement: &Judgement, form: &Form) -> String {
    serde_json::to_string(&describe(judgement, form))
        .expect("strings and whole numbers always serialize")
}

/// Reads what [`to_json`] wrote of a report on this form; none if it is something else.
pub fn from_json(json: &str, form: &Form) -> Option<Judgement> {
    let mut judgement = Object::read(json).ok()?;
    let mut rules = BTreeMap::new();
    for (id, text) in judgement.object("rules").ok()?.into_fields() {
        let text = rule_of(id.clone(), Object::read(text.get()).ok()?)?;
        rules.insert(id, Arc::new(text));
    }
    let finding = |raw: &Raw| {
        let mut finding = Object::read(raw.get()).ok()?;
        let spots = finding.list("spots").ok()?;
        Some(Finding {
            rule: Arc::clone(rules.get(&finding.text("rule").ok()?)?),
            severity: Severity::of_key(&finding.text("severity").ok()?)?,
            statement: finding.text("statement").ok()?,
            spots: spots
                .iter()
                .map(|raw| spot_of(form, raw))
                .collect::<Option<_>>()?,
            note: finding.text("note").ok().filter(|note| !note.is_empty()),
        })
    };
    let explanation = |raw: &Raw| {
        let mut it = Object::read(raw.get()).ok()?;
        let (changes, cells) = (it.list("changes").ok()?, it.list("cells").ok()?);
        Some(Explanation {
            id: it.text("id").ok()?,
            statement: it.text("statement").ok()?,
            changes: changes
                .iter()
                .map(|raw| change_of(form, raw))
                .collect::<Option<_>>()?,
            cells: cells
                .iter()
                .map(|raw| cell_of(form, raw))
                .collect::<Option<_>>()?,
        })
    };
    let findings = judgement.list("findings").ok()?;
    let explanations = judgement.list("explanations").ok()?;
    let not_known = judgement.texts("not_known").ok()?;
    let mut outcomes = judgement.object("outcomes").ok()?;
    let mut count = |key| usize::try_from(outcomes.whole(key).ok()??).ok();
    Some(Judgement {
        findings: findings.iter().map(finding).collect::<Option<_>>()?,
        explanations: explanations
            .iter()
            .map(explanation)
            .collect::<Option<_>>()?,
        nothing_stated: judgement.texts("nothing_stated").ok()?,
        not_known: not_known
            .iter()
            .map(|key| Fact::of_key(key))
            .collect::<Option<_>>()?,
        n_holds: count("holds")?,
        n_fails: count("fails")?,
        n_cannot_tell: count("cannot_tell")?,
    })
}

fn rule_of(id: String, mut rule: Object) -> Option<RuleText> {
    let ground = |raw: &Raw| {
        let mut ground = Object::read(raw.get()).ok()?;
        Some(Ground {
            name: ground.text("name").ok()?,
            clause: ground.text("clause").ok()?,
        })
    };
    let grounds = rule.list("grounds").ok()?;
    Some(RuleText {
        id,
        title: rule.text("title").ok()?,
        concerns: Concern::of_key(&rule.text("concerns").ok()?)?,
        explanation: rule.text("explanation").ok()?,
        formula: rule.text("formula").ok()?,
        grounds: grounds.iter().map(ground).collect::<Option<_>>()?,
    })
}

/// Describes a place of a report on this form.
pub fn spot(form: &Form, spot: Spot) -> JsonSpot {
    let mut json = JsonSpot::default();
    match spot {
        Spot::Cell(cell) => {
            let keys = form.keys(cell).map(|key| Some(key.to_owned()));
            [json.table, json.row, json.column] = keys;
        }
        Spot::Text(text) => json.text = Some(form.texts[text.index()].key.clone()),
        Spot::Field(field) => json.field = Some(field.key().to_owned()),
    }
    json
}

fn cell_of(form: &Form, raw: &Raw) -> Option<Cell> {
    match spot_of(form, raw)? {
        Spot::Cell(cell) => Some(cell),
        Spot::Text(_) | Spot::Field(_) => None,
    }
}

fn change_of(form: &Form, raw: &Raw) -> Option<Change> {
    let number = Object::read(raw.get()).ok()?.remove("number")?;
    Some(Change {
        cell: cell_of(form, raw)?,
        number: number.get().parse().ok()?,
    })
}

/// Reads a place of a report on this form.
pub(crate) fn spot_of(form: &Form, raw: &Raw) -> Option<Spot> {
    let mut place = Object::read(raw.get()).ok()?;
    let mut part = |key| place.text(key).ok();
    match (part("field")?.as_str(), part("text")?.as_str()) {
        ("", "") => form
            .cell(&part("table")?, &part("row")?, &part("column")?)
            .map(Spot::Cell),
        ("", text) => form.text(text).map(Spot::Text),
        (field, _) => Field::of_key(field).map(Spot::Field),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spot::Field;

    #[test]
    fn every_field_is_found_by_its_key() {
        let form = Form::for_year(2025);
        for field in Field::ALL {
            let described = serde_json::value::to_raw_value(&spot(form, Spot::Field(field)));
            let read = spot_of(form, &described.expect("text is JSON"));
            assert_eq!(read, Some(Spot::Field(field)));
        }
    }
}
