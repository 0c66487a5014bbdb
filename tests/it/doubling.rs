//! Twice the text is at most two and a half times the work, for every rule and for what else walks texts of any length.
//!
//! Instructions are counted and not time, so that a busy machine changes nothing: the test runs itself under valgrind's callgrind.
//! Without valgrind it says that it was skipped; `cargo xtask test` installs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{self, Command};
use std::thread;

use nianbao_core::example::sound_report;
use nianbao_core::form::keys::OVERVIEW;
use nianbao_core::history::History;
use nianbao_core::report::Report;
use nianbao_core::saved;
use nianbao_rules::judge;
use nianbao_rules::rule::Context;

mod readers;

/// Work that grows with a text.
struct Work {
    /// What is repeated until the text is long enough.
    pieces: &'static [&'static str],
    /// In bytes, about.
    length: usize,
    run: fn(&str),
    /// The functions of this name, each on its own: a small one must not hide behind the others.
    part: &'static str,
}

/// What is counted.
const WORKS: &[Work] = &[
    Work {
        pieces: PROSE,
        length: 3_000,
        run: judging,
        part: "nianbao_rules::",
    },
    Work {
        pieces: &["收到政府信息公开申请3件。", "一", "\"\\\n"],
        length: 10_000,
        run: saving,
        part: "nianbao_core::saved::",
    },
    Work {
        pieces: &["收到政府信息公开申请3件。"],
        length: 10_000,
        run: taking_back,
        part: "nianbao_core::history::",
    },
    Work {
        pieces: readers::TEXT,
        length: 4000,
        run: readers::text,
        part: "nianbao_read::",
    },
    Work {
        pieces: readers::HTML,
        length: 4000,
        run: readers::html,
        part: "nianbao_read::",
    },
    Work {
        pieces: readers::RTF,
        length: 4000,
        run: readers::rtf,
        part: "nianbao_read::",
    },
    Work {
        pieces: readers::DOCX,
        length: 6000,
        run: readers::docx,
        part: "nianbao_read::",
    },
    Work {
        pieces: readers::SHEET,
        length: 8000,
        run: readers::sheet,
        part: "nianbao_read::",
    },
    Work {
        pieces: readers::LAYOUT,
        length: 8000,
        run: readers::layout,
        part: "nianbao_read::",
    },
    Work {
        pieces: readers::CSV,
        length: 3000,
        run: readers::csv,
        part: "nianbao_read::",
    },
];

/// Texts that invite going over and over them.
const PROSE: &[&str] = &[
    "《",
    "《》",
    "《国办公开办函〔2021〕30号",
    "（",
    "（）",
    "〔",
    "“",
    "一是",
    "1.公开。\n",
    "\n",
    "　",
    "，",
    "1",
    "一",
    "2025年",
    "截止2025年12月31日",
    "2025年1月1日至",
    "我局",
    "示例市教育局认真",
    "收到政府信息公开申请3件，",
    "收到政府信息公开申请3件。",
    "办结5件，较上年增长25%；",
    "通过网络",
    "其中",
    "其中3件、",
    "复议、",
    "（其中1件，",
    "件",
    "（ ）件",
    "www.",
    "a@",
    "根据条例，依法公开政府信息，保障群众的知情权。\n",
];

/// All rules, and last year's report beside, which says the same.
fn judging(text: &str) {
    let report = with_text(text);
    let mut before = report.clone();
    before.year = before.year.map(|year| year - 1);
    let context = Context {
        previous: Some(&before),
        ..Context::default()
    };
    judge(&report, &context);
}

/// What a browser keeps, written and read again.
fn saving(text: &str) {
    let saved = saved::write(&with_text(text));
    saved::read(&saved).expect("what was written can be read");
}

/// Steps in a long text, kept, read again and taken back.
fn taking_back(text: &str) {
    let mut history = History::default();
    let mut now = text.to_owned();
    for time in 0..10 {
        let after = format!("{now}件");
        history.note(&now, &after, "输入".to_owned(), time);
        now = after;
    }
    let written = history.to_json().written();
    let mut history = History::read(&written).expect("what was written can be read");
    history.keep_walkable(&now);
    while let Some(before) = history.back(&now) {
        now = before;
    }
    assert_eq!(now, text);
}

fn with_text(text: &str) -> Report {
    let mut report = sound_report();
    let overview = report.form.text(OVERVIEW).expect("a text of the form");
    report.set_text(overview, text);
    report
}

/// The environment of a counted run: which work.
const ASKED: &str = "NIANBAO_DOUBLING";

/// What is counted: each piece once, and twice as often. Does nothing in an ordinary run.
#[test]
fn the_work_that_is_counted() {
    let Ok(asked) = std::env::var(ASKED) else {
        return;
    };
    let work = &WORKS[asked.parse::<usize>().expect("a number")];
    // What is made once only belongs to neither.
    counted(work.run, "");
    for piece in work.pieces {
        let n_pieces = work.length / piece.len();
        counted(work.run, &piece.repeat(n_pieces));
        counted(work.run, &piece.repeat(2 * n_pieces));
    }
}

/// Callgrind writes a file of its own after each call of this function.
#[inline(never)]
fn counted(run: fn(&str), text: &str) {
    run(text);
}

#[test]
fn twice_the_text_is_at_most_two_and_a_half_times_the_work() {
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("skipped: there is no valgrind to count instructions with");
        return;
    }
    let runs = thread::scope(|scope| {
        let runs: Vec<_> = (0..WORKS.len())
            .map(|work| scope.spawn(move || more_than_doubled(work)))
            .collect();
        let runs = runs.into_iter().map(|run| run.join().expect("it counts"));
        runs.collect::<Vec<_>>().concat()
    });
    assert!(runs.is_empty(), "{}", runs.join("\n"));
}

/// The functions that twice the text makes work more than two and a half times as much.
fn more_than_doubled(work: usize) -> Vec<String> {
    // What takes less is not worth a look, and mostly not about the text.
    const NOTHING: u64 = 500_000;
    let folder = std::env::temp_dir().join(format!("nianbao-doubling-{}-{work}", process::id()));
    fs::create_dir_all(&folder).expect("the folder for tests can be written");
    count(work, &folder);
    let Work { pieces, part, .. } = WORKS[work];
    let mut too_much = Vec::new();
    for (idx, piece) in pieces.iter().enumerate() {
        let [once, twice] =
            [2, 3].map(|n| calls(&folder.join(format!("out.{}", 2 * idx + n)), part));
        for (function, twice) in twice {
            let once = once.get(&function).copied().unwrap_or_default();
            if twice > NOTHING && 2 * twice > 5 * once {
                too_much.push(format!(
                    "{function} on {piece:?}: {once}, and {twice} on twice as much"
                ));
            }
        }
    }
    fs::remove_dir_all(folder).expect("it was made above");
    too_much
}

/// Runs a work under callgrind, which writes what each call of [`counted`] took.
fn count(work: usize, folder: &Path) {
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--dump-after=*doubling::counted*"])
        .arg(format!(
            "--callgrind-out-file={}",
            folder.join("out").display()
        ))
        .arg(std::env::current_exe().expect("this test"))
        .args([
            "--exact",
            "doubling::the_work_that_is_counted",
            "--test-threads=1",
        ])
        .env(ASKED, work.to_string())
        .output()
        .expect("valgrind runs");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "valgrind counted nothing:\n{said}");
}

/// How many instructions calls of some functions took, with all that they call, by name.
///
/// Callgrind's own format: `cfn=(7) name` or, the next time, `cfn=(7)`; `calls=…`, and `line cost` behind it.
fn calls(out: &Path, part: &str) -> BTreeMap<String, u64> {
    let counted = fs::read_to_string(out).expect("callgrind writes a file for each call");
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    let mut costs = BTreeMap::new();
    let mut called = "";
    let mut lines = counted.lines();
    while let Some(line) = lines.next() {
        if let Some(function) = line.strip_prefix("cfn=").or(line.strip_prefix("fn=")) {
            let (number, name) = function.split_once(' ').unwrap_or((function, ""));
            if !name.is_empty() {
                names.insert(number, name);
            }
            called = names.get(number).copied().unwrap_or_default();
        } else if line.starts_with("calls=") && called.contains(part) && !is_giving_back(called) {
            let cost = lines.next().and_then(|line| line.split(' ').nth(1));
            let cost = cost.and_then(|cost| cost.parse().ok()).unwrap_or(0);
            *costs.entry(called.to_owned()).or_insert(0_u64) += cost;
        }
    }
    assert!(!costs.is_empty(), "no function of {part} was called");
    costs
}

/// Whether a function only gives memory back, which is the allocator's work and no walk over a text.
fn is_giving_back(function: &str) -> bool {
    function.starts_with("core::ptr::drop_in_place")
}
