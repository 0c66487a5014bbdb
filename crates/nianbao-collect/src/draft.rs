//! The government's own report, begun with the sums of its units.

use nianbao_core::figure::Amount;
use nianbao_core::form::Unit;
use nianbao_core::report::Report;

use crate::collection::Collection;
use crate::sums::UnitSum;

/// Units that are named as the source of a figure.
const NAMED: usize = 3;

impl Collection {
    /// A report with the sums as figures that somebody still has to look at, each with its units; texts are those of `texts`.
    ///
    /// A figure stays blank where a unit has no number: what is missing is not 0.
    pub fn draft(&self, sums: &[UnitSum], texts: Option<&Report>) -> Report {
        let form = self.form();
        let mut draft = Report::new(form, self.year);
        if let Some(report) = texts.filter(|report| report.form == form) {
            draft.clone_from(report);
            draft.doubts.clear();
        }
        for sum in sums {
            if form.is_total(sum.cell) {
                continue;
            }
            let typed = match (sum.value, form.unit(sum.cell)) {
                (Some(fen), Unit::TenThousandYuan) if sum.is_complete() => {
                    Amount::of_fen(fen).to_string()
                }
                (Some(number), _) if sum.is_complete() => number.to_string(),
                _ => String::new(),
            };
            draft.type_figure(sum.cell, &typed);
            if !typed.is_empty() && sum.value != Some(0) {
                draft.doubts.insert(sum.cell, self.source(sum));
            }
        }
        for total in &form.totals {
            draft.type_figure(total.cell, "");
        }
        draft
    }

    /// From which units a sum comes, the largest first.
    fn source(&self, sum: &UnitSum) -> String {
        let mut from = sum.from.clone();
        from.sort_by_key(|(unit, number)| (std::cmp::Reverse(*number), *unit));
        let names = from.iter().take(NAMED);
        let names: Vec<_> = names
            .map(|(unit, _)| self.unit(*unit).name.as_str())
            .collect();
        let more = if from.len() > NAMED { "等" } else { "" };
        format!("{} 个单位之和：{}{more}", from.len(), names.join("、"))
    }
}
