//! What was done to a draft, and how an earlier state differs from now.

use nianbao_core::history::History;
use nianbao_core::report::excerpts;
use nianbao_core::saved::Opened;
use nianbao_core::spot::Spot;

use crate::job::{CompareEarlier, Compared, Difference, Earlier, EarlierStep};
use crate::opened;

/// Tells the steps, the last first, and compares the state that was asked for.
pub fn compare(asked: CompareEarlier) -> Result<Earlier, String> {
    let history = History::read(&asked.history).ok_or("以前的修改读不出来。")?;
    let steps = history.done().map(|step| EarlierStep {
        what: step.what.clone(),
        time: step.time,
    });
    let state = |n_back| Some((n_back, history.earlier(&asked.draft, n_back)?));
    let compared = match asked.n_back.and_then(state) {
        Some((n_back, then)) => Some(differences(n_back, &opened(&then)?, &opened(&asked.draft)?)),
        None => None,
    };
    Ok(Earlier {
        steps: steps.collect(),
        compared,
    })
}

fn differences(n_back: usize, then: &Opened, now: &Opened) -> Compared {
    let difference = |spot: Spot| {
        let [old, new] = [then, now].map(|it| it.report.place_content(spot));
        let (then, shown) = excerpts(&old, &new);
        Difference {
            place: now.report.place_name(spot),
            then,
            now: shown,
        }
    };
    let places = then.report.differences(&now.report).into_iter();
    let beside = [then, now].map(|it| it.previous.is_some());
    Compared {
        n_back,
        differences: places.map(difference).collect(),
        previous: (then.previous != now.previous).then_some((beside[0], beside[1])),
    }
}
