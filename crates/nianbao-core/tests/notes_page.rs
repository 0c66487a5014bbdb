//! Keeps docs/counting-notes.md what the form prints; `UPDATE_EXPECT=1 cargo test` rewrites it.

use nianbao_core::form::notes;

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may see files")]
fn the_page_of_notes_is_what_the_form_prints() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/counting-notes.md");
    let printed = notes::page();
    if std::env::var("UPDATE_EXPECT").is_ok() {
        std::fs::write(path, &printed).expect("docs/counting-notes.md can be written");
    }
    let kept = std::fs::read_to_string(path).expect("docs/counting-notes.md is there");
    assert!(
        kept == printed,
        "docs/counting-notes.md is out of date: look at the diff after UPDATE_EXPECT=1 cargo test -p nianbao-core"
    );
}
