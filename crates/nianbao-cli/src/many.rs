//! Works on many files at once, and tells what came of each in the order they were named.

use std::collections::BTreeMap;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use indicatif::{ProgressBar, ProgressStyle};

use crate::Status;
use crate::inputs::{Input, Inputs};
use crate::terminal::complain;

/// Files for each processor that may be ahead of the one that is told next.
const AHEAD: usize = 32;

/// Bytes made and not told yet; beyond that only the file that is told next is worked on.
const MAX_WAITING: usize = 32 << 20;

/// What came of a file, made beside the others.
pub(crate) struct Outcome {
    pub(crate) status: Status,
    /// What goes out; none where there is nothing to be told of a file that failed.
    pub(crate) out: Option<String>,
    pub(crate) complaint: Option<String>,
}

/// What stands before, between and behind what is told of the files.
pub(crate) struct Shape {
    pub(crate) before: &'static str,
    pub(crate) between: &'static str,
    pub(crate) after: &'static str,
}

/// A JSON array.
pub(crate) const ARRAY: Shape = Shape {
    before: "[\n",
    between: ",\n",
    after: "\n]\n",
};

/// A JSON object in each line.
pub(crate) const LINES: Shape = Shape {
    before: "",
    between: "\n",
    after: "\n",
};

/// Does some work for every file and writes what came of it, in order; the worst status counts.
pub(crate) fn write_all(
    inputs: Inputs,
    shape: &Shape,
    work: impl Fn(anyhow::Result<Input>) -> Outcome + Sync,
    out: &mut dyn Write,
) -> anyhow::Result<Status> {
    let mut worst = Status::Sound;
    let (mut n_files, mut n_told) = (0, 0);
    for_each(inputs, work, |outcome| {
        n_files += 1;
        worst = worst.max(outcome.status);
        if let Some(complaint) = &outcome.complaint {
            complain(complaint);
        }
        if let Some(text) = &outcome.out {
            let first = if n_told == 0 {
                shape.before
            } else {
                shape.between
            };
            out.write_all(first.as_bytes())?;
            out.write_all(text.as_bytes())?;
            n_told += 1;
        }
        Ok(())
    })?;
    if n_told > 0 {
        out.write_all(shape.after.as_bytes())?;
    }
    if n_files == 0 {
        complain("没有找到可以读取的文件。");
        worst = Status::NotReadable;
    }
    Ok(worst)
}

/// Does some work for every file and then tells of it; a file that fails never stops the rest.
///
/// Nobody waits for a slow file but the one who tells, and only so many files are in memory, however many there are.
fn for_each(
    inputs: Inputs,
    work: impl Fn(anyhow::Result<Input>) -> Outcome + Sync,
    mut tell: impl FnMut(Outcome) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let bar = progress_bar(&inputs);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(inputs.n_threads())
        .build()?;
    let queue = Queue {
        state: Mutex::new(State {
            inputs,
            n_taken: 0,
            n_told: 0,
            waiting: BTreeMap::new(),
            n_bytes: 0,
            is_over: false,
        }),
        changed: Condvar::new(),
        n_ahead: AHEAD * pool.current_num_threads(),
    };
    let told = pool.in_place_scope(|scope| {
        scope.spawn_broadcast(|_, _| {
            while let Some((place, input)) = queue.take() {
                let shown = input.as_ref().map(Input::name).unwrap_or_default();
                // A mistake of ours in one file is no reason to lose the others.
                let done = catch_unwind(AssertUnwindSafe(|| work(input)));
                queue.put(place, done.unwrap_or_else(|_| sorry(&shown)));
                bar.inc(1);
            }
        });
        let told = queue.tell_all(|outcome| bar.suspend(|| tell(outcome)));
        // Whoever still works has nobody to tell.
        queue.lock().is_over = true;
        queue.changed.notify_all();
        told
    });
    bar.finish_and_clear();
    told
}

fn sorry(name: &str) -> Outcome {
    Outcome {
        status: Status::NotReadable,
        out: None,
        complaint: Some(format!(
            "{name}: 程序出错，没有处理完这个文件；请把它发给开发者。"
        )),
    }
}

/// Files to be worked on, and what came of them until it is told.
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
    n_ahead: usize,
}

struct State {
    inputs: Inputs,
    n_taken: usize,
    n_told: usize,
    waiting: BTreeMap<usize, Outcome>,
    /// In what is waiting.
    n_bytes: usize,
    is_over: bool,
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.changed
            .wait(state)
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The next file, once there is room for what comes of it.
    fn take(&self) -> Option<(usize, anyhow::Result<Input>)> {
        let mut state = self.lock();
        loop {
            if state.is_over {
                return None;
            }
            let is_next = state.n_taken == state.n_told;
            let has_room = state.n_taken < state.n_told + self.n_ahead;
            if is_next || has_room && state.n_bytes < MAX_WAITING {
                break;
            }
            state = self.wait(state);
        }
        let input = state.inputs.next();
        let place = state.n_taken;
        match input {
            Some(input) => {
                state.n_taken += 1;
                Some((place, input))
            }
            None => {
                state.is_over = true;
                self.changed.notify_all();
                None
            }
        }
    }

    fn put(&self, place: usize, outcome: Outcome) {
        let mut state = self.lock();
        state.n_bytes += outcome.out.as_ref().map_or(0, String::len);
        state.waiting.insert(place, outcome);
        self.changed.notify_all();
    }

    /// Tells everything in order until the last file is told or telling fails.
    fn tell_all(&self, mut tell: impl FnMut(Outcome) -> anyhow::Result<()>) -> anyhow::Result<()> {
        let mut state = self.lock();
        loop {
            let place = state.n_told;
            if let Some(outcome) = state.waiting.remove(&place) {
                state.n_bytes -= outcome.out.as_ref().map_or(0, String::len);
                state.n_told += 1;
                self.changed.notify_all();
                drop(state);
                tell(outcome)?;
                state = self.lock();
            } else if state.is_over && state.n_told == state.n_taken {
                return Ok(());
            } else {
                state = self.wait(state);
            }
        }
    }
}

/// Seen only on a terminal, and only where there is something to wait for.
pub(crate) fn progress_bar(inputs: &Inputs) -> ProgressBar {
    let (bar, template) = match inputs.n_known() {
        Some(..2) => return ProgressBar::hidden(),
        Some(n_files) => (
            ProgressBar::new(u64::try_from(n_files).unwrap_or(u64::MAX)),
            "{bar:40} {pos}/{len} 份，约剩 {eta}",
        ),
        None => (
            ProgressBar::no_length(),
            "{spinner} {pos} 份，已用 {elapsed}",
        ),
    };
    let style = ProgressStyle::with_template(template);
    bar.with_style(style.expect("the template is well formed"))
}
