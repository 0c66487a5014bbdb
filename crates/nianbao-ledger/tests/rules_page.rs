//! Keeps the second and third part of docs/rules.md what the rules of ledgers print; `UPDATE_EXPECT=1 cargo test` rewrites it.

use nianbao_ledger::{register, rules};

#[test]
fn the_page_of_rules_has_what_the_rules_of_ledgers_print() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md");
    let printed = rules::page() + &register::rules::page();
    let kept = std::fs::read_to_string(path).expect("docs/rules.md is there");
    let start = kept.find("\n# 台账的核对规则").unwrap_or(kept.len());
    let end = kept.find("\n# 汇总的核对规则").unwrap_or(kept.len());
    if std::env::var("UPDATE_EXPECT").is_ok() {
        std::fs::write(path, format!("{}{printed}{}", &kept[..start], &kept[end..]))
            .expect("docs/rules.md can be written");
        return;
    }
    assert!(
        kept[start..end] == printed,
        "docs/rules.md is out of date: look at the diff after UPDATE_EXPECT=1 cargo test -p nianbao-ledger"
    );
}
