//! What is linked into what we hand out: whose it is, where it comes from, and that none of it speaks to a network.

use std::process::Command;

use serde_json::Value;

use crate::support::root;

/// Permissive licenses whose notices we can keep; a new one is a decision and not an update.
const ALLOWED: [&str; 9] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "Unicode-3.0",
    "Zlib",
];

/// Clients and servers of network protocols: the product speaks to nobody.
const SPEAKS: [&str; 7] = [
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "tungstenite",
    "openssl-sys",
    "rustls",
];

/// All packages that any part of the workspace is built from.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let mut metadata: Value =
        serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    match metadata["packages"].take() {
        Value::Array(packages) => packages,
        other => panic!("packages are a list, not {other}"),
    }
}

/// Whether a license expression can be satisfied: each part that is required leaves a choice that we allow.
fn is_allowed(license: &str) -> bool {
    license.split(" AND ").all(|required| {
        let choices = required.trim_matches(['(', ')']).replace('/', " OR ");
        choices
            .split(" OR ")
            .any(|choice| ALLOWED.contains(&choice.trim()))
    })
}

#[test]
fn every_dependency_may_be_handed_on_and_comes_from_the_registry() {
    let packages = packages();
    assert!(packages.len() > 100, "cargo lists what it builds");
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let license = package["license"].as_str().unwrap_or_default();
        assert!(is_allowed(license), "{name} is licensed as “{license}”");
        // Ours have no source; everybody else's are pinned with a checksum in Cargo.lock.
        if let Some(source) = package["source"].as_str() {
            assert!(
                source.starts_with("registry+"),
                "{name} comes from {source}"
            );
        }
        assert!(!SPEAKS.contains(&name), "{name} speaks to a network");
    }
}

#[test]
fn a_license_that_binds_the_whole_is_refused() {
    assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(is_allowed("MIT OR LGPL-2.1-or-later"));
    assert!(!is_allowed("MIT AND GPL-3.0"));
    assert!(!is_allowed("GPL-3.0-only"));
    assert!(!is_allowed(""));
}
