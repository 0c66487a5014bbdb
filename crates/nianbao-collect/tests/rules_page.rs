//! Keeps the last part of docs/rules.md what the rules of collections print; `UPDATE_EXPECT=1 cargo test` rewrites it.

#[test]
fn the_page_of_rules_ends_with_what_the_rules_of_collections_print() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md");
    let printed = nianbao_collect::page();
    let kept = std::fs::read_to_string(path).expect("docs/rules.md is there");
    let start = kept.find("\n# 汇总的核对规则").unwrap_or(kept.len());
    if std::env::var("UPDATE_EXPECT").is_ok() {
        std::fs::write(path, format!("{}{printed}", &kept[..start]))
            .expect("docs/rules.md can be written");
        return;
    }
    assert!(
        kept[start..] == printed,
        "docs/rules.md is out of date: look at the diff after UPDATE_EXPECT=1 cargo test -p nianbao-collect"
    );
}
