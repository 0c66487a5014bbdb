//! Statistical periods as texts state them.

use crate::prose;
use nianbao_core::date::{self, Stated};

/// From one day to another.
pub(super) struct Period {
    from: Stated,
    to: Stated,
}

impl Period {
    /// Whether it is the whole of this year.
    pub(super) fn is_year(&self, year: u16) -> bool {
        let is_in_year = |stated: Stated| stated.year == Some(i64::from(year));
        let starts = (self.from.month, self.from.day.unwrap_or(1)) == (1, 1);
        let ends = (self.to.month, self.to.day.unwrap_or(31)) == (12, 31);
        is_in_year(self.from) && is_in_year(self.to) && starts && ends
    }
}

/// The periods in a text: 自2025年1月1日起至12月31日止, 2025年1月1日—2025年12月31日, 2025年1—12月.
pub(super) fn periods(text: &str) -> Vec<Period> {
    prose::number_starts(text)
        .filter_map(|at| period(&text[at..]))
        .collect()
}

fn period(text: &str) -> Option<Period> {
    let (from, rest) = date::take(text)?;
    from.year?;
    // 起，至 · 起，截至 · 0时至当年 · —
    let is_between = |c: char| {
        c.is_whitespace() || TO.contains(&c) || "开始起零0时点，,、截到于当同本年".contains(c)
    };
    let after = rest.trim_start_matches(is_between);
    if !rest[..rest.len() - after.len()].contains(TO) {
        return None;
    }
    let (to, _) = date::take(after)?;
    let to = Stated {
        year: to.year.or(from.year),
        ..to
    };
    Some(Period { from, to })
}

const TO: &[char] = &['至', '到', '止', '—', '–', '-', '－', '~', '～', '―'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_wording_of_the_year_is_understood() {
        for text in [
            "自2025年1月1日起至2025年12月31日止",
            "自2025年1月1日起至12月31日止",
            "自2025年1月1日起，至2025年12月31日止",
            "2025年1月1日至2025年12月31日",
            "2025年1月1日—12月31日",
            "2025 年 1 月 1 日到 12 月 31 日",
            "２０２５年１月１日－２０２５年１２月３１日",
            "2025年01月01日0时至2025年12月31日24时",
            "从2025年1月1日开始，截止到当年12月31日",
            "2025.1.1-2025.12.31",
            "2025年1月至12月",
            "2025年1-12月",
            "二〇二五年一月一日至十二月三十一日",
        ] {
            assert!(
                periods(text).iter().any(|period| period.is_year(2025)),
                "{text}"
            );
        }
    }

    #[test]
    fn another_period_is_not_the_year() {
        for text in [
            "2024年1月1日至2024年12月31日",
            "2025年1月1日至2025年11月30日",
            "2025年1月1日至2026年12月31日",
            "2025年3月至5月",
        ] {
            assert!(
                matches!(&periods(text)[..], [period] if !period.is_year(2025)),
                "{text}"
            );
        }
        assert!(periods("2025年1月1日，12月31日").is_empty());
    }
}
