//! What was changed in a draft, step by step, so that it can be taken back: a step is where two saved texts differ.
//!
//! The same draft gives the same text (`saved.rs`), so nothing here knows what a report consists of, and nothing is forgotten.

use crate::json::{Object, Tree};

/// One change, as the place where the saved text before and after it differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was done, in words.
    pub what: String,
    /// When, in milliseconds since 1970.
    pub time: u64,
    at: usize,
    removed: String,
    inserted: String,
}

/// The steps of a draft: those that were done, and behind them those that were taken back and can be done again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    steps: Vec<Step>,
    n_done: usize,
}

/// More steps than anybody takes back one by one.
const MAX_STEPS: usize = 200;

/// Text kept in steps: small beside the 5 million characters that a browser gives to all drafts together,
/// and enough for a step that puts a whole report in the place of another.
const MAX_BYTES: usize = 200_000;

impl Step {
    fn between(before: &str, after: &str, what: String, time: u64) -> Step {
        let is_cut = |idx: &usize| before.is_char_boundary(*idx) && after.is_char_boundary(*idx);
        let same = before
            .bytes()
            .zip(after.bytes())
            .take_while(|(a, b)| a == b);
        let same = same.count();
        let at = (0..=same).rev().find(is_cut).unwrap_or(0);
        let (rest_before, rest_after) = (&before[at..], &after[at..]);
        let same = rest_before.bytes().rev().zip(rest_after.bytes().rev());
        let same = same.take_while(|(a, b)| a == b).count();
        let is_cut = |n: &usize| {
            rest_before.is_char_boundary(rest_before.len() - n)
                && rest_after.is_char_boundary(rest_after.len() - n)
        };
        let n_same = (0..=same).rev().find(is_cut).unwrap_or(0);
        Step {
            what,
            time,
            at,
            removed: rest_before[..rest_before.len() - n_same].to_owned(),
            inserted: rest_after[..rest_after.len() - n_same].to_owned(),
        }
    }

    /// The text with one part put in the place of the other; none where that other part does not stand there.
    fn put(&self, text: &str, instead_of: &str, part: &str) -> Option<String> {
        let rest = text.get(self.at..)?.strip_prefix(instead_of)?;
        Some([&text[..self.at], part, rest].concat())
    }

    fn weight(&self) -> usize {
        self.what.len() + self.removed.len() + self.inserted.len()
    }
}

impl History {
    /// Notes what was done between two texts; whether there was anything to note. What was taken back cannot be done again after it.
    pub fn note(&mut self, before: &str, after: &str, what: String, time: u64) -> bool {
        if before == after {
            return false;
        }
        self.steps.truncate(self.n_done);
        self.steps.push(Step::between(before, after, what, time));
        let mut weight = 0;
        let n_kept = self.steps.iter().rev().take(MAX_STEPS).take_while(|step| {
            weight += step.weight();
            weight <= MAX_BYTES
        });
        // A single step that is too heavy goes too: the one before it could not be reached over the gap.
        self.steps.drain(..self.steps.len() - n_kept.count());
        self.n_done = self.steps.len();
        true
    }

    /// Forgets the last step that was noted, where it goes on.
    pub fn forget_last(&mut self) {
        self.steps.truncate(self.n_done);
        self.steps.pop();
        self.n_done = self.steps.len();
    }

    /// The step that would be taken back next.
    pub fn last_done(&self) -> Option<&Step> {
        self.steps.get(self.n_done.checked_sub(1)?)
    }

    /// The step that would be done again next.
    pub fn next_undone(&self) -> Option<&Step> {
        self.steps.get(self.n_done)
    }

    /// The text before the last step, which counts as taken back; none where there is no step, or not on this text.
    pub fn back(&mut self, now: &str) -> Option<String> {
        let step = self.last_done()?;
        let text = step.put(now, &step.inserted, &step.removed)?;
        self.n_done -= 1;
        Some(text)
    }

    /// The text after the step that was taken back last, which counts as done again.
    pub fn forth(&mut self, now: &str) -> Option<String> {
        let step = self.next_undone()?;
        let text = step.put(now, &step.removed, &step.inserted)?;
        self.n_done += 1;
        Some(text)
    }

    /// Leaves out the steps that cannot be walked from this text, with all that lie beyond them: how many those are.
    ///
    /// A history that was damaged, or written beside another text, would stop in the middle.
    pub fn keep_walkable(&mut self, now: &str) -> usize {
        let n_steps = self.steps.len();
        let (done, undone) = self.steps.split_at(self.n_done);
        let n_back = n_walkable(now, done.iter().rev(), |step, text| {
            step.put(text, &step.inserted, &step.removed)
        });
        let n_forth = n_walkable(now, undone.iter(), |step, text| {
            step.put(text, &step.removed, &step.inserted)
        });
        self.steps.truncate(self.n_done + n_forth);
        self.steps.drain(..self.n_done - n_back);
        self.n_done = n_back;
        n_steps - self.steps.len()
    }

    /// What was done, the last first.
    pub fn done(&self) -> impl Iterator<Item = &Step> {
        self.steps[..self.n_done].iter().rev()
    }

    /// The text as it stood before the last so many steps; none where there are not so many, or not on this text.
    pub fn earlier(&self, now: &str, n_steps: usize) -> Option<String> {
        let mut steps = self.done();
        (0..n_steps).try_fold(now.to_owned(), |text, _| {
            let step = steps.next()?;
            step.put(&text, &step.inserted, &step.removed)
        })
    }

    /// The steps as JSON.
    pub fn to_json(&self) -> Tree {
        let whole = |number: usize| Some(Tree::Whole(number as u64));
        let step = |step: &Step| {
            Tree::object([
                ("what", Some(Tree::text(&step.what))),
                ("time", Some(Tree::Whole(step.time))),
                ("at", whole(step.at)),
                ("removed", Some(Tree::text(&step.removed))),
                ("inserted", Some(Tree::text(&step.inserted))),
            ])
        };
        Tree::object([
            (
                "steps",
                Some(Tree::List(self.steps.iter().map(step).collect())),
            ),
            ("n_done", whole(self.n_done)),
        ])
    }

    /// Reads what was written as JSON; nothing of it where it is not readable, since steps lean on each other.
    pub fn read(json: &str) -> Option<History> {
        let mut fields = Object::read(json).ok()?;
        let whole = |fields: &mut Object, key: &str| usize::try_from(fields.whole(key).ok()??).ok();
        let steps = fields.list("steps").ok()?;
        let n_done = whole(&mut fields, "n_done").filter(|&n_done| n_done <= steps.len())?;
        let step = |raw: &crate::json::Raw| {
            let mut step = Object::read(raw.get()).ok()?;
            Some(Step {
                what: step.text("what").ok()?,
                time: step.whole("time").ok()??,
                at: whole(&mut step, "at")?,
                removed: step.text("removed").ok()?,
                inserted: step.text("inserted").ok()?,
            })
        };
        let steps = steps.iter().map(step).collect::<Option<_>>()?;
        Some(History { steps, n_done })
    }
}

/// How many steps can be walked from a text, one after the other.
fn n_walkable<'a>(
    now: &str,
    steps: impl Iterator<Item = &'a Step>,
    walk: fn(&Step, &str) -> Option<String>,
) -> usize {
    let mut text = now.to_owned();
    let walked = steps.map_while(|step| {
        text = walk(step, &text)?;
        Some(())
    });
    walked.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(states: &[&str]) -> History {
        let mut history = History::default();
        for (idx, pair) in states.windows(2).enumerate() {
            assert!(history.note(pair[0], pair[1], format!("step {idx}"), idx as u64));
        }
        history
    }

    #[test]
    fn every_step_is_taken_back_and_done_again() {
        let states = ["", "年报", "年度报告", "年度", "告", "报告告"];
        let mut history = history(&states);
        let mut now = states[5].to_owned();
        for earlier in states[..5].iter().rev() {
            now = history.back(&now).expect("a step");
            assert_eq!(now, *earlier);
        }
        assert_eq!(history.back(&now), None);
        for later in &states[1..] {
            now = history.forth(&now).expect("a step");
            assert_eq!(now, *later);
        }
        assert_eq!(history.forth(&now), None);
    }

    #[test]
    fn what_is_done_after_taking_back_ends_doing_again() {
        let mut history = history(&["a", "ab", "abc"]);
        assert_eq!(history.back("abc").as_deref(), Some("ab"));
        history.note("ab", "abd", String::new(), 9);
        assert_eq!(history.forth("abd"), None);
        assert_eq!(history.back("abd").as_deref(), Some("ab"));
        assert_eq!(history.back("ab").as_deref(), Some("a"));
    }

    #[test]
    fn a_step_is_not_taken_back_from_another_text() {
        let mut history = history(&["甲", "甲乙"]);
        assert_eq!(history.back("甲丙"), None);
        assert_eq!(history.back(""), None);
    }

    #[test]
    fn old_steps_go_first_and_those_left_still_work() {
        let texts: Vec<_> = (0..MAX_STEPS + 51).map(|n| "字".repeat(n)).collect();
        let states: Vec<_> = texts.iter().map(String::as_str).collect();
        let mut history = history(&states);
        let mut now = texts[MAX_STEPS + 50].clone();
        let mut n_back = 0;
        while let Some(earlier) = history.back(&now) {
            now = earlier;
            n_back += 1;
        }
        assert_eq!((n_back, now.chars().count()), (MAX_STEPS, 50));
    }

    #[test]
    fn a_step_too_heavy_to_keep_leaves_no_gap() {
        let heavy = "字".repeat(MAX_BYTES);
        let mut history = history(&["a", "ab", &heavy]);
        assert_eq!(history.back(&heavy), None);
    }

    #[test]
    fn earlier_states_are_told_without_going_there() {
        let mut history = history(&["a", "ab", "b", "bcd"]);
        let now = history.back("bcd").expect("a step");
        let told: Vec<_> = history.done().map(|step| step.what.as_str()).collect();
        assert_eq!(told, ["step 1", "step 0"]);
        let states: Vec<_> = (0..4)
            .map(|n_steps| history.earlier(&now, n_steps))
            .collect();
        let expected = [Some("b"), Some("ab"), Some("a"), None].map(|text| text.map(str::to_owned));
        assert_eq!(states, expected);
    }

    #[test]
    fn of_a_damaged_history_what_can_still_be_walked_is_kept() {
        let mut history = history(&["a", "ab", "abc", "abcd", "abcde"]);
        history.back("abcde");
        history.steps[1].inserted = "x".to_owned();
        assert_eq!(history.keep_walkable("abcd"), 2);
        assert_eq!(history.back("abcd").as_deref(), Some("abc"));
        assert_eq!(history.back("abc"), None);
        assert_eq!(history.forth("abc").as_deref(), Some("abcd"));
        assert_eq!(history.forth("abcd").as_deref(), Some("abcde"));

        assert_eq!(history.keep_walkable("another text"), 2);
        assert_eq!(history, History::default());
        assert_eq!(history.keep_walkable(""), 0);
    }

    #[test]
    fn times_at_the_end_of_their_range_are_written_as_they_are() {
        let mut history = History::default();
        for time in [0, u64::MAX >> 1, u64::MAX] {
            let text = time.to_string();
            assert!(history.note("", &text, String::new(), time));
        }
        assert_eq!(History::read(&history.to_json().written()), Some(history));
    }

    #[test]
    fn a_written_history_is_read_again() {
        let mut history = history(&["“a”", "“ab”\n", "b"]);
        history.back("b");
        let json = history.to_json().written();
        assert_eq!(History::read(&json), Some(history));
        assert_eq!(History::read("{\"steps\":[],\"n_done\":3}"), None);
    }
}
