//! Lists to choose from, of which a page shows what was chosen.

/// A list that is being read.
#[derive(Default)]
pub(super) struct Select {
    options: Vec<String>,
    chosen: Option<usize>,
    option: String,
    is_selected: bool,
    is_begun: bool,
}

impl Select {
    pub(super) fn push(&mut self, text: &str) {
        self.option += text;
    }

    pub(super) fn begin_option(&mut self, is_selected: bool) {
        self.end_option();
        self.is_begun = true;
        self.is_selected = is_selected;
    }

    fn end_option(&mut self) {
        let option = std::mem::take(&mut self.option);
        if !self.is_begun {
            return;
        }
        if self.is_selected {
            self.chosen = Some(self.options.len());
        }
        self.options.push(option);
    }

    /// What is shown of it: what was chosen, else the first; and all that could have been chosen instead.
    pub(super) fn shown(mut self) -> (String, String) {
        self.end_option();
        let chosen = self.chosen.unwrap_or(0);
        let others = self
            .options
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != chosen);
        let others: Vec<_> = others.map(|(_, option)| option.trim()).collect();
        let others = others.join(" ");
        (
            self.options.into_iter().nth(chosen).unwrap_or_default(),
            others,
        )
    }
}
