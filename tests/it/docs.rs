//! The documents in docs/ are true.

use std::collections::BTreeSet;

use nianbao_core::example::sound_report;
use nianbao_core::report::{Level, OrganKind};
use nianbao_core::saved;
use nianbao_read::{READABLE, readable_in_words};
use nianbao_write::Format;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generated::any_report;
use crate::support::{file, reports, root};

fn schema() -> jsonschema::Validator {
    let schema = serde_json::from_str(&file("docs/saved-format.schema.json")).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
}

#[test]
fn the_readmes_name_every_kind_of_file() {
    let opened = READABLE.iter().flat_map(|kind| kind.endings);
    let opened: Vec<_> = opened.map(|ending| format!(".{ending}")).collect();
    let written = Format::ALL.map(|format| format!(".{}", format.extension()));
    for (readme, line) in [
        ("README.md", format!("Opened: {}.", opened.join(" "))),
        ("README.md", format!("Written: {}.", written.join(" "))),
        (
            "README.zh-CN.md",
            format!("可以打开：{}。", readable_in_words()),
        ),
    ] {
        assert!(file(readme).contains(&line), "{readme} lacks: {line}");
    }
}

#[test]
fn what_is_both_opened_and_written_has_one_name() {
    for format in Format::ALL {
        let kind = READABLE
            .iter()
            .find(|kind| kind.endings[0] == format.extension());
        if let Some(kind) = kind {
            assert_eq!(kind.name, format.name());
        }
    }
}

fn saved_json(report: &nianbao_core::report::Report) -> Value {
    serde_json::from_str(&saved::write(report)).expect("JSON")
}

#[test]
fn the_schema_holds_for_every_report_on_file() {
    for (name, report) in reports() {
        let errors: Vec<_> = schema()
            .iter_errors(&saved_json(&report))
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn the_schema_holds_for_any_draft(report in any_report(), previous in prop::option::of(any_report())) {
        let draft = saved::write_draft(&report, previous.as_ref());
        prop_assert!(schema().is_valid(&serde_json::from_str(&draft).expect("JSON")));
    }
}

#[test]
fn the_schema_knows_every_kind_and_level() {
    for (kind, ..) in OrganKind::ALL {
        for (level, ..) in Level::ALL {
            let mut report = sound_report();
            (report.organ.kind, report.organ.level) = (Some(kind), Some(level));
            assert!(schema().is_valid(&saved_json(&report)));
        }
    }
}

#[test]
fn the_schema_holds_where_organ_and_year_are_not_known() {
    let form = nianbao_core::form::Form::for_year(2025);
    let unknown = nianbao_core::report::Report::new(form, None);
    let json = saved_json(&unknown);
    assert_eq!(json["organ"], json!({"name": ""}));
    assert!(json.get("year").is_none() && schema().is_valid(&json));
}

#[test]
fn the_schema_rejects_what_the_program_would_not_write() {
    let broken = |pointer: &str, value: Value| {
        let mut json = saved_json(&sound_report());
        let (parent, key) = pointer.rsplit_once('/').expect("a path");
        json.pointer_mut(parent).expect("a place")[key] = value;
        json
    };
    for (pointer, value) in [
        ("/format", json!("another")),
        ("/version", json!(1)),
        ("/version", json!("2")),
        ("/edition", json!("2021")),
        ("/year", json!(-1)),
        ("/year", json!(2025.5)),
        ("/organ", json!("示例市信访局")),
        ("/organ/kind", json!("bureau")),
        ("/organ/level", json!("")),
        ("/title", json!(null)),
        ("/narratives/overview", json!(7)),
        ("/narratives/Overview", json!("大写的键")),
        ("/figures/requests", json!([])),
        (
            "/figures/fees",
            json!({"administrative-fees": {"amount": 12.5}}),
        ),
        (
            "/figures/fees",
            json!({"administrative-fees": {"amount": ""}}),
        ),
        (
            "/figures/fees",
            json!({"administrative-fees": {"amount": null}}),
        ),
        ("/headings", json!([1])),
        ("/unknown", json!("多余的一项")),
        ("/previous", json!({})),
        ("/previous", json!(null)),
    ] {
        assert!(
            !schema().is_valid(&broken(pointer, value.clone())),
            "{pointer} {value}"
        );
    }
    let mut twice = saved_json(&sound_report());
    twice["previous"] = saved_json(&sound_report());
    assert!(schema().is_valid(&twice));
    twice["previous"]["previous"] = saved_json(&sound_report());
    assert!(
        !schema().is_valid(&twice),
        "last year's report of last year's"
    );
    for field in ["format", "version", "edition", "organ"] {
        let mut json = saved_json(&sound_report());
        json.as_object_mut().expect("an object").remove(field);
        assert!(!schema().is_valid(&json), "without {field}");
    }
}

/// The fenced JSON blocks of a document.
fn json_blocks(document: &str) -> Vec<String> {
    let blocks = document.split("```json\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_example_of_the_saved_format_opens() {
    let examples = json_blocks(&file("docs/saved-format.md"));
    assert_eq!(examples.len(), 2, "one of each version");
    for example in &examples {
        let opened = saved::read(example).expect("an example opens");
        assert_eq!(opened.remarks, Vec::<String>::new());
    }
    let [newest, oldest] = &examples[..] else {
        unreachable!("counted above")
    };
    assert!(schema().is_valid(&serde_json::from_str(newest).expect("JSON")));
    let report = |json: &str| saved::read(json).expect("an example opens").report;
    assert_eq!(
        report(newest),
        report(oldest),
        "the same report in both versions"
    );
}

#[test]
fn every_path_that_a_document_names_is_there() {
    for document in ["docs/saved-format.md", "docs/adding-an-edition.md"] {
        for quoted in file(document).split('`').skip(1).step_by(2) {
            let is_path = quoted.contains('/')
                && [".rs", ".md", ".json"]
                    .iter()
                    .any(|end| quoted.ends_with(end));
            if is_path && !quoted.contains("YYYY") {
                assert!(
                    crate::support::root().join(quoted).exists(),
                    "{document}: {quoted}"
                );
            }
        }
    }
}

/// The sources of all crates, taken apart into words.
fn words_of_the_sources() -> BTreeSet<String> {
    let mut folders = vec![root().join("crates")];
    let mut words = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let source = std::fs::read_to_string(path).expect("a source");
                let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
                words.extend(source.split(|c| !is_part(c)).map(str::to_owned));
            }
        }
    }
    words
}

#[test]
fn the_glossary_names_only_identifiers_that_exist() {
    let words = words_of_the_sources();
    let glossary = file("docs/glossary.md");
    let rows: Vec<Vec<_>> = glossary
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 50);
    let identifiers = rows
        .iter()
        .flat_map(|row| row[3].split('`').skip(1).step_by(2));
    let is_missing = |name: &&str| {
        let parts = name.split([':', ' ']).filter(|part| !part.is_empty());
        parts.into_iter().any(|part| !words.contains(part))
    };
    let missing: Vec<_> = identifiers.filter(is_missing).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_rule_opens_with_what_the_law_asks_and_where_it_stays_silent() {
    let folder = root().join("crates/nianbao-rules/src/rules");
    let mut n_rules = 0;
    for entry in std::fs::read_dir(folder).expect("the rules") {
        let path = entry.expect("an entry").path();
        let source = std::fs::read_to_string(&path).expect("a source");
        if !source.contains("static RULE: Rule") {
            continue;
        }
        let head: Vec<_> = source.lines().take(3).collect();
        let is_silence =
            |line: &str| line.starts_with("//! Silent") || line.starts_with("//! Milder");
        assert!(
            head[0].starts_with("//! ") && is_silence(head[1]) && head[2].is_empty(),
            "{}: {head:?}",
            path.display()
        );
        n_rules += 1;
    }
    assert_eq!(n_rules, nianbao_rules::rules::RULES.len());
}

#[test]
fn every_library_has_what_a_package_needs() {
    const LIBRARIES: [&str; 7] = [
        "nianbao",
        "nianbao-collect",
        "nianbao-core",
        "nianbao-ledger",
        "nianbao-read",
        "nianbao-rules",
        "nianbao-write",
    ];
    for library in LIBRARIES {
        let manifest = file(&format!("crates/{library}/Cargo.toml"));
        for field in [
            "description = ",
            "readme = ",
            "keywords = ",
            "categories = ",
            "license.",
        ] {
            assert!(manifest.contains(field), "{library} lacks {field}");
        }
        assert!(
            !manifest.contains("publish"),
            "{library} cannot be packaged with the others"
        );
        let readme = file(&format!("crates/{library}/README.md"));
        assert!(readme.starts_with(&format!("# {library}\n")), "{library}");
    }
}
