//! Nothing that a file holds or is called steers the terminal.

use std::fs;

use crate::support::{folder, hostile, nianbao, report};

fn steers(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t' || ('\u{202a}'..='\u{202e}').contains(&c)
}

#[test]
fn characters_that_steer_a_terminal_are_spelled() {
    let folder = folder("steering");
    let name = folder.join("甲\n乙\u{1b}[31m\u{202e}.json");
    fs::copy(hostile("terminal-escapes.json"), &name).expect("the folder can be written");
    let torn = folder.join("丙\n丁\u{9b}.json");
    fs::write(&torn, "{").expect("the folder can be written");
    let output = folder.join("戊\n.html");
    let [name, torn, output] = [&name, &torn, &output].map(|path| path.to_str().expect("text"));
    for args in [
        &["check", name, torn][..],
        &["check", name, torn, "--format", "json"],
        &["check", name, torn, "--format", "jsonl"],
        &["read", name, torn],
        &["read", name, torn, "--format", "jsonl"],
        &["read", name, torn, "--format", "csv"],
        &["convert", name, "-o", output],
        &["convert", torn, "-o", output],
        &["review", torn, "-o", output],
        &["convert", name, "-o", "/nowhere/己\n\u{1b}.html"],
        &["check", "\u{1b}[2J\nmissing.json"],
        &["check", "a.json", "--only", "\u{1b}[2J"],
    ] {
        let run = nianbao(args);
        let told = format!("{}{}", run.out, run.err);
        assert!(!told.contains(steers), "{args:?}: {told:?}");
    }
    let run = nianbao(&["check", torn]);
    let line = run.err.lines().next().expect("a sentence");
    assert!(line.contains("丙\\n丁\\u{9b}.json: 文件"), "{line}");
    assert_eq!(run.err.lines().count(), 1);
    let run = nianbao(&["check", &report("busy-department")]);
    assert!(!run.out.contains('\\'), "what steers nothing stays");
}
