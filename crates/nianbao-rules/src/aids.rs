//! Writing aids: sentences offered for a section, with the numbers of the tables filled in.
//!
//! An outline is data (`aid/outline.rs`). Nothing is written without being asked, and what is not known stays a gap
//! to be seen: “＿＿”. A sentence that was inserted stays linked ([`Report::linked`]), so that it can be brought up to date
//! when a figure changes, as long as nobody changed it by hand.

use nianbao_core::aid::{GAP, Offer, Sentence};
use nianbao_core::form::Unit;
use nianbao_core::report::{OrganKind, Report};
use nianbao_core::spot::{Field, Spot};

use crate::rule::Sum;

mod outline;

/// A sentence that the program can write, in the variants that different numbers ask for.
#[derive(Debug)]
struct Aid {
    /// Its name for ever: the place, and what it says there.
    id: &'static str,
    /// Where it belongs.
    place: Home,
    /// Whether it begins a paragraph.
    begins: bool,
    /// The first that fits is offered; none where none fits.
    sayings: &'static [Saying],
}

/// Where a sentence belongs.
#[derive(Clone, Copy, Debug)]
enum Home {
    /// The paragraph before the sections.
    Preamble,
    /// A section or topic, by its key.
    Text(&'static str),
}

/// Words for one state of the tables, with names of numbers in braces.
#[derive(Debug)]
struct Saying {
    /// All of these hold.
    when: &'static [When],
    /// The sentence; `{新收}` stands for a number of `outline::NUMBERS`, `{机关}`, `{年}` and `{格式}` for what the report is about.
    text: &'static str,
}

/// A state of the tables or the organ. A number that is missing is neither.
#[derive(Clone, Copy, Debug)]
enum When {
    /// All these numbers are 0.
    Zero(&'static [&'static str]),
    /// One of these numbers is more than 0.
    Positive(&'static [&'static str]),
    /// A people's government, at whichever level.
    Government,
}

/// The sentences for a place, in the order in which they would be read.
pub fn outline(report: &Report, spot: Spot) -> Vec<Sentence> {
    let here = outline::AIDS
        .iter()
        .filter(|aid| aid.spot(report) == Some(spot));
    let sentence = |aid: &Aid| {
        Some(Sentence {
            aid: aid.id.to_owned(),
            text: aid.sentence(report)?,
            before: if aid.begins { "\n" } else { "" }.to_owned(),
        })
    };
    here.filter_map(sentence).collect()
}

/// The inserted sentences that the figures have left behind, in printed order.
pub fn offers(report: &Report) -> Vec<Offer> {
    let offer = |aid: &Aid| {
        let old = report.linked.get(aid.id).filter(|old| !old.is_empty())?;
        let (spot, new) = (aid.spot(report)?, aid.sentence(report)?);
        let is_there = report.place_content(spot).contains(old.as_str());
        // While a figure is being typed anew, the sentence is left alone.
        let has_lost = new.contains(GAP) && !old.contains(GAP);
        (is_there && *old != new && !has_lost).then(|| Offer {
            aid: aid.id.to_owned(),
            spot,
            old: old.clone(),
            new,
        })
    };
    outline::AIDS.iter().filter_map(offer).collect()
}

impl Aid {
    /// Where it belongs in a report; none where the edition has no such place.
    fn spot(&self, report: &Report) -> Option<Spot> {
        match self.place {
            Home::Preamble => Some(Spot::Field(Field::Preamble)),
            Home::Text(key) => report.form.text(key).map(Spot::Text),
        }
    }

    /// The sentence as it would read now; none where there is nothing to say.
    fn sentence(&self, report: &Report) -> Option<String> {
        let fits = |saying: &&Saying| saying.when.iter().all(|when| when.holds(report));
        fill(self.sayings.iter().find(fits)?.text, report)
    }
}

impl When {
    fn holds(self, report: &Report) -> bool {
        let is = |name: &&str, wanted: fn(i64) -> bool| number(report, name).is_some_and(wanted);
        match self {
            When::Zero(names) => names.iter().all(|name| is(name, |number| number == 0)),
            When::Positive(names) => names.iter().any(|name| is(name, |number| number > 0)),
            When::Government => matches!(
                report.organ.known_kind(),
                Some(OrganKind::Government | OrganKind::Township)
            ),
        }
    }
}

/// The text with everything in braces filled in; none where the edition lacks one of the figures.
fn fill(text: &str, report: &Report) -> Option<String> {
    let mut filled = String::new();
    for (idx, part) in text.split(['{', '}']).enumerate() {
        if idx % 2 == 0 {
            filled += part;
        } else {
            filled += &shown(part, report)?;
        }
    }
    Some(filled)
}

fn shown(name: &str, report: &Report) -> Option<String> {
    let known = match name {
        "机关" => Some(report.organ.name.trim().to_owned()).filter(|name| !name.is_empty()),
        "年" => report.year.map(|year| year.to_string()),
        "格式" => Some(report.form.edition.notice.to_owned()),
        _ => {
            let cells = sum(name)?.cells(report.form)?;
            match cells.only() {
                // An amount is written as it was typed.
                Some(cell) if report.form.unit(cell) == Unit::TenThousandYuan => {
                    let figure = report.shown(cell);
                    figure.number().map(|_| figure.to_string())
                }
                _ => cells
                    .total(|cell| report.number(cell))
                    .map(|total| total.to_string()),
            }
        }
    };
    Some(known.unwrap_or_else(|| GAP.to_owned()))
}

fn number(report: &Report, name: &str) -> Option<i64> {
    sum(name)?
        .cells(report.form)?
        .total(|cell| report.number(cell))
}

fn sum(name: &str) -> Option<&'static Sum> {
    let mut numbers = outline::NUMBERS.iter();
    numbers
        .find(|(other, _)| *other == name)
        .map(|(_, sum)| sum)
}

#[cfg(test)]
mod tests;
