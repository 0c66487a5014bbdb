//! What to tell: one message at a time, with the way to take back what it tells of.

use leptos::prelude::*;

/// Something that was just done and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    /// What was done, as a sentence.
    pub done: String,
    /// Whether it was a step, to be taken back; else it is only news.
    pub is_step: bool,
}

/// What was just done.
#[derive(Clone, Copy)]
pub struct News {
    /// The message.
    pub undo: RwSignal<Option<Undo>>,
}

impl News {
    /// No message.
    pub fn new() -> News {
        News {
            undo: RwSignal::new(None),
        }
    }

    /// Says something that cannot be taken back.
    pub fn tell(self, news: impl Into<String>) {
        self.undo.set(Some(Undo {
            done: news.into(),
            is_step: false,
        }));
    }

    /// Taking back is offered only until the next change: the last step is another one then.
    pub fn forget_undo(self) {
        let is_step = |undo: &Undo| undo.is_step;
        if self
            .undo
            .with_untracked(|undo| undo.as_ref().is_some_and(is_step))
        {
            self.undo.set(None);
        }
    }
}
