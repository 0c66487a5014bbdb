//! Who may depend on whom, and where the words of the form may stand.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nianbao_core::form::{FORMS, Heading};
use serde_json::Value;

use crate::support::root;

mod circles;

/// The packages of the workspace with what each depends on; `with_dev` counts what only its tests need.
fn dependencies(with_dev: bool) -> Vec<(String, BTreeSet<String>)> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let packages = metadata["packages"].as_array().expect("packages");
    packages
        .iter()
        .map(|package| {
            let dependencies = package["dependencies"].as_array().expect("dependencies");
            let counts = |dependency: &&Value| with_dev || dependency["kind"] != "dev";
            (
                name(package),
                dependencies.iter().filter(counts).map(name).collect(),
            )
        })
        .collect()
}

#[test]
fn the_law_depends_on_dates_and_json_alone() {
    let packages = dependencies(false);
    let (_, core) = packages
        .iter()
        .find(|(name, _)| name == "nianbao-core")
        .expect("the law crate");
    assert_eq!(Vec::from_iter(core), ["jiff", "serde", "serde_json"]);
}

#[test]
fn dependencies_point_from_the_rim_to_the_law() {
    let allowed = |package: &str| match package {
        "nianbao-core" | "xtask" => &[][..],
        "nianbao-rules" | "nianbao-read" | "nianbao-write" | "nianbao-ledger" => &["nianbao-core"],
        // Its likeness of texts is that of the rules.
        "nianbao-collect" => &["nianbao-core", "nianbao-rules"],
        // What the page draws; rules and readers run beside it.
        "web" => &[
            "nianbao-core",
            "nianbao-read",
            "nianbao-wasm",
            "nianbao-write",
        ],
        "nianbao" => &[
            "nianbao-collect",
            "nianbao-core",
            "nianbao-ledger",
            "nianbao-read",
            "nianbao-rules",
            "nianbao-write",
        ],
        "nianbao-table" => &["nianbao-core", "nianbao-read", "nianbao-rules"],
        _ => &[
            "nianbao-table",
            "nianbao-collect",
            "nianbao-core",
            "nianbao-ledger",
            "nianbao-rules",
            "nianbao-read",
            "nianbao-write",
        ],
    };
    // A writer's tests read back what was written.
    let for_tests = |package: &str| match package {
        "nianbao-write" => &["nianbao-read", "nianbao-rules"][..],
        "nianbao-table" => &["nianbao-write"],
        _ => &[],
    };
    let packages = dependencies(true);
    let ours: BTreeSet<_> = packages.iter().map(|(name, _)| name.as_str()).collect();
    for (package, dependencies) in &packages {
        for dependency in dependencies
            .iter()
            .filter(|name| ours.contains(name.as_str()))
        {
            assert!(
                allowed(package).contains(&dependency.as_str())
                    || for_tests(package).contains(&dependency.as_str()),
                "{package} depends on {dependency}"
            );
        }
    }
}

/// Words by which a row of the form is known: its label without number and brackets.
fn row_words() -> BTreeSet<String> {
    fn walk(headings: &[Heading], words: &mut BTreeSet<String>) {
        for heading in headings {
            let label = heading
                .label
                .split('（')
                .find(|part| part.chars().count() > 3);
            let word = label.unwrap_or("").rsplit(['）', '、', '.']).next();
            words.extend(word.map(str::to_owned));
            if let nianbao_core::form::HeadingKind::Group(children) = heading.kind {
                walk(children, words);
            }
        }
    }
    let mut words = BTreeSet::new();
    for table in FORMS.iter().flat_map(|form| &form.tables) {
        walk(table.table.rows, &mut words);
    }
    // Shorter ones, such as 其他, are ordinary words.
    words.retain(|word| word.chars().count() >= 5);
    words
}

#[test]
fn the_words_of_the_form_stand_in_the_form_alone() {
    let words = row_words();
    assert!(words.len() > 20, "{words:?}");
    for folder in [
        "web/src",
        "crates/nianbao-cli/src",
        "crates/nianbao-read/src",
        "crates/nianbao-write/src",
    ] {
        for path in sources(&root().join(folder)) {
            let source = fs::read_to_string(&path).expect("a source file");
            let (program, _tests) = source.split_once("#[cfg(test)]").unwrap_or((&source, ""));
            let code = program
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            for (line_idx, line) in code.enumerate() {
                let found = words.iter().find(|word| line.contains(word.as_str()));
                assert_eq!(found, None, "{} line {}", path.display(), line_idx + 1);
            }
        }
    }
}

/// All Rust sources under a folder, tests left out.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of sources");
    let mut sources = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            sources.extend(self::sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_stem().is_some_and(|name| name != "tests")
        {
            sources.push(path);
        }
    }
    sources.sort();
    sources
}
