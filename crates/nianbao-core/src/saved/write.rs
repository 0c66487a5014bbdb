//! Reports as JSON.

use super::{FORMAT, VERSION};
use crate::figure::Figure;
use crate::form::{Cell, Form};
use crate::json::Tree;
use crate::local::Local;
use crate::report::{Note, Report};

/// Writes a report as JSON: the same report gives the same text.
pub fn write(report: &Report) -> String {
    write_draft(report, None)
}

/// Writes a report as JSON together with last year's, if there is one.
pub fn write_draft(report: &Report, previous: Option<&Report>) -> String {
    let draft = saved(report, previous.map(|previous| saved(previous, None)));
    serde_json::to_string_pretty(&draft).expect("strings and whole numbers always serialize")
}

/// A report as fields; one function, as the saved format is one list of them, in its order.
fn saved(report: &Report, previous: Option<Tree>) -> Tree {
    let form = report.form;
    let text = |text: &str| Some(Tree::text(text));
    let number = |number: u16| Some(Tree::Number(number.into()));
    let texts = |texts: &[String]| texts.iter().map(|it| Tree::text(it)).collect();
    let figure = |cell| match report.figure(cell) {
        Figure::Blank => None,
        Figure::Count(count) => Some((cell, Tree::Number(*count))),
        figure => Some((cell, Tree::Text(figure.to_string()))),
    };
    let organ = [
        ("name", text(&report.organ.name)),
        ("kind", report.organ.kind.and_then(|kind| text(kind.key()))),
        (
            "level",
            report.organ.level.and_then(|level| text(level.key())),
        ),
    ];
    let Local {
        deadline,
        overview_limit,
    } = &report.local;
    let local = [("deadline", deadline), ("overview_limit", overview_limit)];
    let local = local.map(|(key, typed)| (key, text(typed).filter(|_| !typed.is_empty())));
    let note = |note: &Note| {
        Tree::object([
            ("rule", text(&note.rule)),
            ("about", Some(Tree::List(texts(&note.about)))),
            ("statement", text(&note.statement)),
            ("reason", text(&note.reason)),
        ])
    };
    let narratives = form.texts.iter().filter_map(|declared| {
        let content = report.text(form.text(&declared.key)?);
        (!content.is_empty()).then(|| (&declared.key[..], text(content)))
    });
    // In the order of their keys, as the first versions wrote them: the same draft gives the same text for ever.
    let mut narratives: Vec<_> = narratives.collect();
    narratives.sort_unstable_by_key(|(key, _)| *key);
    let doubts = report.doubts.iter();
    let linked = report.linked.iter();
    let some_list = |list: Vec<Tree>| (!list.is_empty()).then_some(Tree::List(list));
    let some = |object: Tree| match object {
        Tree::Object(fields) if fields.is_empty() => None,
        object => Some(object),
    };
    Tree::object([
        ("format", text(FORMAT)),
        ("version", Some(Tree::Number(VERSION.cast_signed()))),
        ("edition", number(form.edition.year)),
        ("organ", Some(Tree::object(organ))),
        ("year", report.year.and_then(number)),
        ("title", text(&report.title)),
        ("preamble", text(&report.preamble)),
        ("narratives", Some(Tree::object(narratives))),
        (
            "figures",
            Some(by_place(form, form.cells().filter_map(figure).collect())),
        ),
        ("signature", text(&report.signature)),
        ("date", text(&report.date)),
        ("headings", some_list(texts(&report.headings))),
        ("local", some(Tree::object(local))),
        ("notes", some_list(report.notes.iter().map(note).collect())),
        (
            "doubts",
            some(by_place(
                form,
                doubts
                    .map(|(&cell, reason)| (cell, Tree::text(reason)))
                    .collect(),
            )),
        ),
        (
            "linked",
            some(Tree::object(
                linked.map(|(aid, sentence)| (&aid[..], text(sentence))),
            )),
        ),
        ("previous", previous),
    ])
}

/// Values of some cells, by table, row and column.
fn by_place(form: &Form, values: Vec<(Cell, Tree)>) -> Tree {
    let mut values: Vec<_> = values
        .into_iter()
        .map(|(cell, value)| (form.keys(cell), value))
        .collect();
    values.sort_unstable_by_key(|(keys, _)| *keys);
    let mut tables = Vec::new();
    for (keys, value) in values {
        let mut fields = &mut tables;
        for key in &keys[..2] {
            if fields.last().is_none_or(|(last, _)| last != key) {
                fields.push(((*key).to_owned(), Tree::Object(Vec::new())));
            }
            let Some((_, Tree::Object(inner))) = fields.last_mut() else {
                unreachable!("an object was pushed or found")
            };
            fields = inner;
        }
        fields.push((keys[2].to_owned(), value));
    }
    Tree::Object(tables)
}
