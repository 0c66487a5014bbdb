//! Twice the text is twice the work: instructions of all rules, counted by valgrind, on texts that invite going over and over them.
//!
//! Instructions are counted and not time, so that a busy machine changes nothing. The test runs itself under callgrind,
//! once for nothing, once for a text and once for twice the text. Without valgrind it says that it was skipped.

use std::process::Command;

use nianbao_core::example::sound_report;
use nianbao_rules::judge;
use nianbao_rules::rule::Context;

/// What is repeated, a few thousand times.
const PIECES: &[&str] = &[
    "《",
    "《国办公开办函〔2021〕30号",
    "（",
    "一是",
    "1.公开。\n",
    "\n",
    "截止2025年12月31日",
    "我局",
    "2025年1月1日至",
    "收到政府信息公开申请3件，",
    "示例市教育局认真",
    "，",
    "1",
    "　",
    "其中",
    "复议、",
];

/// In bytes, about.
const LENGTH: usize = 12_000;

/// The environment of a counted run: which piece, and how many times the length.
const ASKED: &str = "NIANBAO_DOUBLING";

/// What is counted; does nothing in an ordinary run.
#[test]
fn the_work_that_is_counted() {
    let Ok(asked) = std::env::var(ASKED) else {
        return;
    };
    let (piece, times) = asked.split_once(' ').expect("a piece and a number");
    let [piece, times] = [piece, times].map(|it| it.parse::<usize>().expect("a number"));
    let mut report = sound_report();
    let text = report.form.text("overview").expect("a text of the form");
    let piece = PIECES[piece];
    report.set_text(text, piece.repeat(times * LENGTH / piece.len()));
    judge(&report, &Context::default());
}

#[test]
fn twice_the_text_is_at_most_two_and_a_half_times_the_work() {
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("skipped: there is no valgrind to count instructions with");
        return;
    }
    let base = instructions(0, 0);
    let too_much = PIECES.iter().enumerate().filter_map(|(idx, piece)| {
        let [once, twice] =
            [1, 2].map(|times| instructions(idx, times).saturating_sub(base).max(1));
        (2 * twice > 5 * once).then(|| format!("{piece:?}: {once} and {twice} instructions"))
    });
    assert_eq!(too_much.collect::<Vec<_>>(), [""; 0]);
}

/// How many instructions judging such a text takes, with what starting takes.
fn instructions(piece: usize, times: usize) -> u64 {
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().expect("this test"))
        .args([
            "--exact",
            "doubling::the_work_that_is_counted",
            "--test-threads=1",
        ])
        .env(ASKED, format!("{piece} {times}"))
        .output()
        .expect("valgrind runs");
    let said = String::from_utf8_lossy(&run.stderr);
    let count = said
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    let (_, count) = count.unwrap_or_else(|| panic!("valgrind counted nothing:\n{said}"));
    count.trim().parse().expect("a number")
}
