//! Finding words in all prose of a report, and putting others in their place.

use super::Report;
use crate::spot::{Field, Spot};

impl Report {
    /// Everything written in sentences, in printed order.
    fn prose_places(&self) -> impl Iterator<Item = Spot> + use<> {
        let texts = self.form.text_ids().map(Spot::Text);
        std::iter::once(Spot::Field(Field::Preamble)).chain(texts)
    }

    /// Where these words stand, in printed order, with how many bytes before them; nowhere where there are none.
    pub fn find(&self, words: &str) -> Vec<(Spot, usize)> {
        if words.is_empty() {
            return Vec::new();
        }
        let hits_in = |spot| {
            let text = self.place_content(spot);
            let hits = text.match_indices(words).map(|(at, _)| (spot, at));
            hits.collect::<Vec<_>>()
        };
        self.prose_places().flat_map(hits_in).collect()
    }

    /// Puts other words in the place of these, wherever [`Report::find`] finds them.
    pub fn replace(&mut self, words: &str, others: &str) {
        if words.is_empty() {
            return;
        }
        for spot in self.prose_places() {
            let text = self.place_content(spot);
            if text.contains(words) {
                self.set_place_text(spot, text.replace(words, others));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    #[test]
    fn words_are_found_in_every_text_and_replaced_where_they_were_found() {
        let mut report = example::sound_report();
        report.preamble = "示例市信访局编制本报告。".to_owned();
        let hits = report.find("示例市信访局");
        assert_eq!(hits.len(), 2);
        assert_eq!(hits[0], (Spot::Field(Field::Preamble), 0));
        let overview = report.form.text("overview").expect("in the form");
        assert_eq!(hits[1], (Spot::Text(overview), "2025年，".len()));
        report.replace("示例市信访局", "示例市教育局");
        assert_eq!(report.find("示例市信访局"), []);
        assert_eq!(report.find("示例市教育局"), hits);
        // The signature is a name, not prose.
        assert_eq!(report.signature, "示例市信访局");
    }

    #[test]
    fn nothing_is_found_and_replaced_by_no_words() {
        let mut report = example::sound_report();
        let before = report.clone();
        assert_eq!(report.find(""), []);
        report.replace("", "甲");
        assert_eq!(report, before);
    }
}
