//! How a rule is printed in docs/rules.md, whatever it is a rule of.

use crate::judgement::Severity;
use crate::law::Citation;

/// A rule as readers of the law need it.
#[derive(Clone, Debug)]
pub struct RuleEntry<'a> {
    /// What is wrong, as seen from what is judged.
    pub title: &'a str,
    /// Its name for ever.
    pub id: &'a str,
    /// How grave it is.
    pub severity: Severity,
    /// What else is said of that: nothing, or a phrase with its comma.
    pub remark: &'a str,
    /// The condition.
    pub formula: &'a str,
    /// Why it matters, and what to do.
    pub explanation: &'a str,
    /// What it rests on.
    pub source: &'a [&'a Citation],
    /// What it says of its examples, in order.
    pub found: Vec<&'a str>,
}

impl RuleEntry<'_> {
    /// The entry in Markdown, with its heading. A statement that is said twice in a row is printed once.
    pub fn print(mut self) -> String {
        let mut entry = format!(
            "\n## {}\n\n`{}`　{}{}\n\n**条件**　{}\n\n**说明**　{}\n\n**依据**\n\n",
            self.title,
            self.id,
            self.severity.name(),
            self.remark,
            self.formula,
            self.explanation,
        );
        for source in self.source {
            entry += &format!("- {}：{}\n", source.name, source.clause);
        }
        self.found.dedup();
        if !self.found.is_empty() {
            entry += "\n**例**\n\n";
        }
        for statement in self.found {
            entry += &format!("- {statement}\n");
        }
        entry
    }
}
