//! Sentences and offers as JSON, for the way from the program beside the page.

use serde::Serialize;

use super::{Offer, Sentence};
use crate::form::Form;
use crate::json::{self, Object, Raw};
use crate::judgement::json::{JsonSpot, spot, spot_of};

#[derive(Serialize)]
struct JsonOffer<'a> {
    aid: &'a str,
    spot: JsonSpot,
    old: &'a str,
    new: &'a str,
}

/// Writes an outline.
pub fn sentences_to_json(sentences: &[Sentence]) -> String {
    serde_json::to_string(sentences).expect("strings always serialize")
}

/// Reads what [`sentences_to_json`] wrote; none if it is something else.
pub fn sentences_from_json(json: &str) -> Option<Vec<Sentence>> {
    let sentence = |raw: &Raw| {
        let mut it = Object::read(raw.get()).ok()?;
        Some(Sentence {
            aid: it.text("aid").ok()?,
            text: it.text("text").ok()?,
            before: it.text("before").ok()?,
        })
    };
    json::list(json).ok()?.iter().map(sentence).collect()
}

/// Writes offers for a report on this form.
pub fn offers_to_json(offers: &[Offer], form: &Form) -> String {
    let described = offers.iter().map(|offer| JsonOffer {
        aid: &offer.aid,
        spot: spot(form, offer.spot),
        old: &offer.old,
        new: &offer.new,
    });
    let described: Vec<_> = described.collect();
    serde_json::to_string(&described).expect("strings always serialize")
}

/// Reads what [`offers_to_json`] wrote of a report on this form; none if it is something else.
pub fn offers_from_json(json: &str, form: &Form) -> Option<Vec<Offer>> {
    let offer = |raw: &Raw| {
        let mut it = Object::read(raw.get()).ok()?;
        Some(Offer {
            spot: spot_of(form, &it.remove("spot")?)?,
            aid: it.text("aid").ok()?,
            old: it.text("old").ok()?,
            new: it.text("new").ok()?,
        })
    };
    json::list(json).ok()?.iter().map(offer).collect()
}
