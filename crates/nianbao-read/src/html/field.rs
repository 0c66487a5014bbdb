//! Lists to choose from, of which a page shows what was chosen.

/// A list that is being read.
#[derive(Default)]
pub(super) struct Select {
    first: Option<String>,
    chosen: Option<String>,
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
            self.chosen = Some(option.clone());
        }
        self.first.get_or_insert(option);
    }

    /// What is shown of it: what was chosen, else the first.
    pub(super) fn shown(mut self) -> String {
        self.end_option();
        self.chosen.or(self.first).unwrap_or_default()
    }
}
