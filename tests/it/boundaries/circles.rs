//! No circle of modules within a crate, beyond parent and child.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::sources;
use crate::support::root;

/// The modules of a crate by their paths (`form::e2021`, empty for the root), each with those it names.
fn arrows(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let module = |path: &Path| {
        let path = path.strip_prefix(folder).expect("a source of the crate");
        let path = path.with_extension("").to_string_lossy().replace('/', "::");
        match path.as_str() {
            "lib" | "main" => String::new(),
            _ => path,
        }
    };
    let sources = sources(folder).into_iter();
    let sources = sources.filter(|path| !path.components().any(|part| part.as_os_str() == "tests"));
    let code: BTreeMap<_, _> = sources
        .map(|path| {
            (
                module(&path),
                fs::read_to_string(path).expect("a source file"),
            )
        })
        .collect();
    let known: BTreeSet<_> = code.keys().cloned().collect();
    let named = |(module, code): (&String, &String)| {
        let (program, _tests) = code.split_once("#[cfg(test)]").unwrap_or((code, ""));
        let lines = program
            .lines()
            .map(|line| line.split("//").next().unwrap_or(""));
        let names = paths(&lines.collect::<Vec<_>>().join("\n"));
        let names = names
            .iter()
            .filter_map(|path| resolved(module, path, &known));
        (
            module.clone(),
            names.filter(|other| other != module).collect(),
        )
    };
    code.iter().map(named).collect()
}

/// The paths that a program names from `crate` or `super` on, groups in braces taken apart.
fn paths(program: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in program.match_indices(start) {
            let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
            if program[..at].ends_with(is_word) {
                continue;
            }
            let rest = &program[at..];
            let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
            let (path, rest) = rest.split_at(end);
            match rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
                Some((group, _)) if path.ends_with("::") => {
                    let members = group.split(',').map(str::trim);
                    paths.extend(members.map(|member| format!("{path}{member}")));
                }
                _ => paths.push(path.trim_end_matches(':').to_owned()),
            }
        }
    }
    paths
}

/// The innermost module that a path leads to from a module.
fn resolved(module: &str, path: &str, known: &BTreeSet<String>) -> Option<String> {
    let mut from: Vec<_> = module.split("::").filter(|part| !part.is_empty()).collect();
    let mut parts = path.split("::").peekable();
    if parts.next_if_eq(&"crate").is_some() {
        from.clear();
    }
    while parts.next_if_eq(&"super").is_some() {
        from.pop()?;
    }
    from.extend(parts);
    while !known.contains(&from.join("::")) {
        from.pop()?;
    }
    Some(from.join("::"))
}

/// Whether one holds the other.
fn are_kin(one: &str, other: &str) -> bool {
    let holds = |outer: &str, inner: &str| {
        outer.is_empty()
            || inner
                .strip_prefix(outer)
                .is_some_and(|rest| rest.starts_with("::"))
    };
    holds(one, other) || holds(other, one)
}

/// All that can be reached from a module.
fn reached(arrows: &BTreeMap<String, BTreeSet<String>>, module: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![module.to_owned()];
    while let Some(module) = open.pop() {
        for next in &arrows[&module] {
            if !are_kin(&module, next) && reached.insert(next.clone()) {
                open.push(next.clone());
            }
        }
    }
    reached
}

#[test]
fn no_modules_of_a_crate_stand_in_a_circle() {
    for name in [
        "nianbao-core",
        "nianbao-rules",
        "nianbao-read",
        "nianbao-write",
        "nianbao-ledger",
        "nianbao-collect",
        "nianbao-cli",
    ] {
        let arrows = arrows(&root().join("crates").join(name).join("src"));
        let in_circle = arrows
            .keys()
            .filter(|module| reached(&arrows, module).contains(*module));
        let in_circle: Vec<_> = in_circle.collect();
        assert!(in_circle.is_empty(), "{name}: {in_circle:?}");
    }
}

#[test]
fn a_circle_would_be_seen() {
    let known = ["", "a", "a::b", "c"].map(str::to_owned).into();
    let names = paths("use crate::{c, a::b::X};\nuse super::super::c::Y;\nlet x = super::b::Z;");
    let resolved: Vec<_> = names
        .iter()
        .map(|path| resolved("a::b", path, &known))
        .collect();
    assert_eq!(
        resolved,
        ["c", "a::b", "c", "a::b"].map(|name| Some(name.to_owned()))
    );
    let arrows = [("a", "c"), ("c", "a"), ("d", "")]
        .map(|(from, to)| (from.to_owned(), [to.to_owned()].into()));
    assert!(reached(&BTreeMap::from(arrows), "a").contains("a"));
}
