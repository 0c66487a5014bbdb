//! Where two reports on the same form differ, place by place.

use super::Report;
use crate::form::{Cell, TextId};
use crate::spot::{Field, Spot};

impl Report {
    /// The places in which another report on the same form differs from this one: fields, texts, then figures.
    ///
    /// Notes, doubts, found headings and what a local notice asks for are not told of: they stand at no place of their own.
    pub fn differences(&self, other: &Report) -> Vec<Spot> {
        let fields = Field::ALL.into_iter().map(Spot::Field);
        let texts =
            (0..self.form.texts.len()).filter_map(|idx| self.form.text(&self.form.texts[idx].key));
        let places = fields
            .chain(texts.map(Spot::Text))
            .chain(self.form.cells().map(Spot::Cell));
        let differs = |spot: &Spot| match *spot {
            Spot::Field(field) => self.field_differs(other, field),
            Spot::Text(text) => self.text(text) != other.text(text),
            Spot::Cell(cell) => self.figure(cell) != other.figure(cell),
        };
        match self.form == other.form {
            true => places.filter(differs).collect(),
            false => Vec::new(),
        }
    }

    fn field_differs(&self, other: &Report, field: Field) -> bool {
        match field {
            Field::Organ => self.organ != other.organ,
            Field::Year => self.year != other.year,
            Field::Title => self.title != other.title,
            Field::Preamble => self.preamble != other.preamble,
            Field::Signature => self.signature != other.signature,
            Field::Date => self.date != other.date,
        }
    }

    /// The name of a place, as people say it.
    pub fn place_name(&self, spot: Spot) -> String {
        let of_text = |text: TextId| {
            let text = &self.form.texts[text.index()];
            let section = self.form.edition.sections[text.section].title;
            text.topic.map_or(section, |topic| topic.title).to_owned()
        };
        let of_cell = |cell: Cell| self.form.name(cell);
        match spot {
            Spot::Field(field) => field.name().to_owned(),
            Spot::Text(text) => of_text(text),
            Spot::Cell(cell) => of_cell(cell),
        }
    }

    /// What stands at a place, as people read it.
    pub fn place_content(&self, spot: Spot) -> String {
        match spot {
            Spot::Field(Field::Organ) => self.organ.name.clone(),
            Spot::Field(Field::Year) => self.written_year(),
            Spot::Field(Field::Title) => self.title.clone(),
            Spot::Field(Field::Preamble) => self.preamble.clone(),
            Spot::Field(Field::Signature) => self.signature.clone(),
            Spot::Field(Field::Date) => self.date.clone(),
            Spot::Text(text) => self.text(text).to_owned(),
            Spot::Cell(cell) => self.figure(cell).to_string(),
        }
    }
}

/// Two texts, each without what both begin and end with but for a few characters around the change.
pub fn excerpts(old: &str, new: &str) -> (String, String) {
    /// Characters that are shown around a change.
    const AROUND: usize = 12;
    let (old, new): (Vec<_>, Vec<_>) = (old.chars().collect(), new.chars().collect());
    let shorter = old.len().min(new.len());
    let same =
        |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let start = same(&mut old.iter().zip(&new));
    let end = same(&mut old.iter().rev().zip(new.iter().rev())).min(shorter - start);
    let (left, right) = (start.saturating_sub(AROUND), end.saturating_sub(AROUND));
    let excerpt = |text: &[char]| {
        let before = if left > 0 { "…" } else { "" };
        let after = if right > 0 { "…" } else { "" };
        let part = text[left..text.len() - right].iter().collect::<String>();
        format!("{before}{part}{after}")
    };
    (excerpt(&old), excerpt(&new))
}

#[cfg(test)]
mod tests {
    use super::excerpts;
    use crate::example;

    #[test]
    fn an_excerpt_shows_the_change_and_a_little_around_it() {
        let long = "全年通过市政府门户网站主动公开信息42条，其中机构职能3条、工作动态31条。";
        let told = excerpts(long, &long.replace("42", "142"));
        assert_eq!(
            told,
            (
                "…政府门户网站主动公开信息42条，其中机构职能3条…".to_owned(),
                "…政府门户网站主动公开信息142条，其中机构职能3条…".to_owned()
            )
        );
        assert_eq!(excerpts("", "新写"), (String::new(), "新写".to_owned()));
        // What is doubled is not counted as both beginning and end.
        assert_eq!(
            excerpts("一一", "一一一"),
            ("一一".to_owned(), "一一一".to_owned())
        );
        assert_eq!(excerpts("同", "同"), ("同".to_owned(), "同".to_owned()));
    }

    #[test]
    fn differences_are_told_with_their_names() {
        let before = example::sound_report();
        let mut after = before.clone();
        let cell = after
            .form
            .cell("licenses", "license", "decided")
            .expect("in the form");
        after.type_figure(cell, "41");
        after.date = "2026年1月12日".to_owned();
        let text = after.form.text("problems").expect("in the form");
        after.set_text(text, "另写。");
        let told: Vec<_> = before
            .differences(&after)
            .into_iter()
            .map(|spot| (after.place_name(spot), after.place_content(spot)))
            .collect();
        let expected = [
            ("成文日期", "2026年1月12日"),
            ("五、存在的主要问题及改进情况", "另写。"),
            ("行政许可，本年处理决定数量", "41"),
        ];
        assert_eq!(
            told,
            expected.map(|(name, content)| (name.to_owned(), content.to_owned()))
        );
        assert_eq!(after.differences(&after), []);
    }
}
