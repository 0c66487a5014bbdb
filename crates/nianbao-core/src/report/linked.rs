//! Putting sentences of the writing aids into the texts of a report, and bringing them up to date.

use super::Report;
use crate::aid::{Offer, Sentence};
use crate::spot::{Field, Spot};

impl Report {
    /// Writes a sentence behind what stands in a place, and keeps the link.
    pub fn insert_sentence(&mut self, spot: Spot, sentence: &Sentence) {
        let mut text = self.place_content(spot);
        text.truncate(text.trim_end().len());
        if !text.is_empty() {
            text += &sentence.before;
        }
        text += &sentence.text;
        self.set_place_text(spot, text);
        self.linked
            .insert(sentence.aid.clone(), sentence.text.clone());
    }

    /// Whether a sentence stands in a place, as it reads now or as it was inserted.
    pub fn has_sentence(&self, spot: Spot, sentence: &Sentence) -> bool {
        let text = self.place_content(spot);
        let linked = self.linked.get(&sentence.aid);
        text.contains(&sentence.text) || linked.is_some_and(|linked| text.contains(linked))
    }

    /// Puts the sentence as it reads now in the place of the one that was inserted, if that still stands there.
    pub fn update_sentence(&mut self, offer: &Offer) {
        let text = self.place_content(offer.spot);
        if !text.contains(&offer.old) {
            return;
        }
        self.set_place_text(offer.spot, text.replacen(&offer.old, &offer.new, 1));
        self.linked.insert(offer.aid.clone(), offer.new.clone());
    }

    /// Writes a text anew; what stands elsewhere than in prose stays.
    pub fn set_place_text(&mut self, spot: Spot, content: String) {
        match spot {
            Spot::Text(text) => self.set_text(text, content),
            Spot::Field(Field::Preamble) => self.preamble = content,
            Spot::Field(_) | Spot::Cell(_) => {}
        }
    }
}
