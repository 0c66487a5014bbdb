//! Everything that must hold before a change lands, and one closing summary.

use std::{
    ffi::OsString,
    fs,
    net::TcpListener,
    path::Path,
    process::{Command, ExitCode},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use crate::{
    browsers,
    page::{self, DIST},
    run::{run, run_reading, seconds},
    server,
    tools::{self, E2E},
};

/// The stories run from a sub-path, since the page may be hosted anywhere.
const MOUNT: &str = "/some/sub-path/";

/// Reads our documents back with programs that no one here wrote; installs them itself.
const PEERS: &str = "tests/peers/run.py";

/// All that is tested natively, what needs Arrow among it.
const NATIVE: &str = "--workspace --exclude=web --exclude=wasm-streams";

/// Runs every step that can be run: one that fails does not hide the others.
pub(crate) fn everything() -> ExitCode {
    let mut steps = Steps(Vec::new());
    steps.check("formatting", || run(&mut cargo("fmt --all --check")));
    let node = steps.check("node and its packages", tools::node_packages);
    let browsers = steps.check("browsers", browsers::browsers);
    let servers = steps.check("web servers", browsers::servers);
    steps.check("valgrind", browsers::valgrind);
    let trunk = steps.check("trunk", tools::trunk);
    let tools = steps.check("tools for the programs", tools::for_the_programs);
    steps.check("lints", || {
        // The page is linted for wasm below: nobody runs it natively.
        let clippy = "clippy --workspace --exclude web --all-targets";
        run(&mut cargo(&format!("{clippy} -- -D warnings")))
    });
    steps.tests("tests", |counts| {
        run_reading(
            &mut cargo(&format!("test {NATIVE} --no-fail-fast")),
            |line| {
                counts.add_cargo(line);
            },
        )
    });
    steps.tests("documents in other programs", |counts| {
        run_reading(Command::new("python3").arg(PEERS), |line| {
            counts.add_peers(line);
        })
    });
    let page = steps.check("page", || {
        needed(&node)?;
        needed(&tools)?;
        page::build(needed(&trunk)?, DIST)?;
        page::weigh()
    });
    steps.check("page by trunk alone", || {
        needed(&page)?;
        page::by_trunk_alone(needed(&trunk)?)
    });
    steps.check("page for old browsers", || {
        needed(&page)?;
        page::check_wasm()
    });
    steps.check("lints of the page", || {
        let mut clippy = needed(&tools)?.command("cargo");
        // In the profile of the page, so that what the build made is not made again.
        let arguments = "clippy --profile web --target wasm32-unknown-unknown --package web --package nianbao-wasm -- -D warnings";
        run(clippy.args(arguments.split(' ')))
    });
    steps.tests("browser stories", |counts| {
        needed(&page)?;
        needed(&servers)?;
        run_reading(&mut stories(needed(&browsers)?)?, |line| {
            counts.add_node(line);
        })
    });
    steps.summary()
}

fn cargo(arguments: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(arguments.split(' '));
    cargo
}

/// node's test runner on all stories, with the page being served to them.
fn stories(browsers: &[(&str, OsString)]) -> Result<Command> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let address = listener.local_addr()?;
    thread::spawn(move || server::serve(&listener, MOUNT));
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"])
        .env("NIANBAO_URL", format!("http://{address}{MOUNT}"))
        .envs(browsers.iter().map(|(name, value)| (name, value)))
        .current_dir(E2E);
    let mut files: Vec<_> = fs::read_dir(Path::new(E2E).join("stories"))?
        .map(|entry| Ok(Path::new("stories").join(entry?.file_name())))
        .collect::<Result<_>>()?;
    files.sort();
    node.args(files);
    Ok(node)
}

/// What an earlier step made.
fn needed<T>(made: &Option<T>) -> Result<&T> {
    made.as_ref()
        .context("not run, because a step that it needs has failed")
}

#[derive(Clone, Copy, Default)]
struct Counts {
    passed: u32,
    failed: u32,
}

impl Counts {
    /// Reads `test result: ok. 3 passed; 0 failed; …`, of which there is one for each test binary.
    fn add_cargo(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            let mut before = "";
            for word in result.split_whitespace() {
                match word {
                    "passed;" => self.passed += before.parse().unwrap_or(0),
                    "failed;" => self.failed += before.parse().unwrap_or(0),
                    _ => {}
                }
                before = word;
            }
        }
    }

    /// Reads `peers: 13 passed, 0 failed`, the last line of that step.
    fn add_peers(&mut self, line: &str) {
        let words: Vec<_> = line.split_whitespace().collect();
        if let ["peers:", passed, "passed,", failed, "failed"] = words[..] {
            self.passed += passed.parse().unwrap_or(0);
            self.failed += failed.parse().unwrap_or(0);
        }
    }

    /// Reads `ℹ pass 3` and `ℹ fail 0`, which end the output of node's test runner.
    fn add_node(&mut self, line: &str) {
        let words: Vec<_> = line.split_whitespace().collect();
        if let ["ℹ", what, number] = words[..] {
            match what {
                "pass" => self.passed += number.parse().unwrap_or(0),
                "fail" => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

struct Step {
    name: &'static str,
    took: Duration,
    counts: Counts,
}

struct Steps(Vec<Step>);

impl Steps {
    /// Runs a step that counts as one, and gives what it made.
    fn check<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let mut made = None;
        self.tests(name, |counts| {
            made = Some(work()?);
            counts.passed = 1;
            Ok(())
        });
        made
    }

    /// Runs a step that counts its own tests; one that fails otherwise counts as one failure.
    fn tests(&mut self, name: &'static str, work: impl FnOnce(&mut Counts) -> Result<()>) {
        println!("\n== {name}");
        let start = Instant::now();
        let mut counts = Counts::default();
        if let Err(error) = work(&mut counts) {
            println!("  {name}: {error:#}");
            counts.failed = counts.failed.max(1);
        }
        self.0.push(Step {
            name,
            took: start.elapsed(),
            counts,
        });
    }

    /// Prints the table and, as the last line, the sum that other programs read.
    fn summary(self) -> ExitCode {
        println!("\n{:28} {:>6} {:>6}  took", "step", "passed", "failed");
        let mut sum = Counts::default();
        for Step { name, took, counts } in self.0 {
            let Counts { passed, failed } = counts;
            println!("{name:28} {passed:>6} {failed:>6}  {}", seconds(took));
            sum.passed += passed;
            sum.failed += failed;
        }
        println!("\nnianbao: {} passed, {} failed", sum.passed, sum.failed);
        if sum.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_all_test_runners_are_counted() {
        let mut counts = Counts::default();
        counts.add_cargo("test result: FAILED. 12 passed; 1 failed; 3 ignored; 0 measured");
        counts.add_cargo("test a_story ... ok");
        counts.add_node("ℹ pass 5");
        counts.add_node("ℹ fail 2");
        counts.add_node("ℹ duration_ms 812.4");
        counts.add_peers("peers: 13 passed, 1 failed");
        counts.add_peers("Ran 14 tests in 22.389s");
        assert_eq!((counts.passed, counts.failed), (30, 4));
    }
}
