//! Keeps docs/rules.md what the registry prints; `UPDATE_EXPECT=1 cargo test` rewrites it.

use nianbao_rules::rules;

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may see files")]
fn the_page_of_rules_is_what_the_registry_prints() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md");
    let printed = rules::page();
    // The second part of the page is printed by the rules of ledgers.
    let ledgers = std::fs::read_to_string(path).expect("docs/rules.md is there");
    let ledgers = ledgers
        .find("\n# 台账的核对规则")
        .map_or("", |start| &ledgers[start..]);
    let printed = printed + ledgers;
    if std::env::var("UPDATE_EXPECT").is_ok() {
        std::fs::write(path, &printed).expect("docs/rules.md can be written");
    }
    let kept = std::fs::read_to_string(path).expect("docs/rules.md is there");
    assert!(
        kept == printed,
        "docs/rules.md is out of date: look at the diff after UPDATE_EXPECT=1 cargo test -p nianbao-rules"
    );
}
