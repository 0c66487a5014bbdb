//! The numbers that a text states, compared with the readings of its claims.

use super::claim::{Claim, Counts};
use super::{Case, Failure, Outcome};
use crate::prose::{self, Measure, ONE, Segment, Word};
use nianbao_core::form::Form;
use nianbao_core::form::keys::{
    ENTERPRISE, LEGAL_SERVICES, NATURAL_PERSON, ORGANIZATION, PUBLIC_INTEREST, RESEARCH,
};
use nianbao_core::judgement::Severity;
use nianbao_core::spot::Spot;

/// Compares every number that the report states with its readings.
pub(super) fn stated(
    case: &Case,
    what: &'static str,
    claims: &[Claim],
    severity: Severity,
) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for passage in case.passages() {
        for segment in &passage.sentence.segments {
            if let Some(claim) = passage.claim(segment, claims)
                && let Some(number) = claim.number(segment)
            {
                outcomes.extend(judge(case, passage.spot, segment, claim, number, severity));
            }
        }
    }
    case.or_nothing_stated(what, outcomes)
}

fn judge(
    case: &Case,
    spot: Spot,
    segment: &Segment,
    claim: &Claim,
    number: prose::Number,
    severity: Severity,
) -> Option<Outcome> {
    let form = case.report.form;
    let n_readings = segment.quantity.map_or(1, |_| claim.readings.len());
    let readings: Vec<_> = claim.readings[..n_readings]
        .iter()
        .filter_map(|sum| Some((sum, sum.cells(form)?)))
        .collect();
    if readings.is_empty() {
        return None;
    }
    // Figures are in cases or in fen, numbers of texts in millionths of a case or of a yuan.
    let unit = match claim.counts {
        Counts::Yuan => ONE / 100,
        Counts::Cases | Counts::Things => ONE,
    };
    let totals: Vec<_> = readings
        .iter()
        .map(|(_, cells)| cells.total(|cell| case.number_at(cell)))
        .collect();
    let fits = |total: &Option<i64>| {
        total.is_some_and(|total| number.stands_for(total.saturating_mul(unit)))
    };
    if totals.iter().any(fits) || totals_of_requester(case, segment, claim).iter().any(fits) {
        return Some(Outcome::Holds);
    }
    if totals.contains(&None) {
        let cells = readings
            .iter()
            .flat_map(|(_, cells)| cells.without_number(case));
        let mut cells: Vec<_> = cells.collect();
        cells.sort_unstable();
        cells.dedup();
        return Some(Outcome::CannotTell(cells));
    }
    let told: Vec<_> = readings
        .iter()
        .zip(&totals)
        .map(|((sum, _), total)| (sum.name(form), total.unwrap_or_default()))
        .collect();
    let statement = contradiction(segment, claim, number.millionths / unit, &told);
    let (_, nearest) = &readings[0];
    let spots = std::iter::once(spot).chain(nearest.plus.iter().map(|&cell| Spot::Cell(cell)));
    // That there was none contradicts any other number.
    let severity = match number.millionths {
        0 => Severity::Error,
        _ => severity,
    };
    Some(
        Failure::new(statement, spots)
            .with_severity(doubted(segment, claim, severity))
            .into(),
    )
}

/// A stated number beside what its readings come to, by name.
fn contradiction(segment: &Segment, claim: &Claim, number: i64, told: &[(String, i64)]) -> String {
    let shown = |number: i64| match claim.counts {
        Counts::Yuan => yuan(number),
        Counts::Cases | Counts::Things => number.to_string(),
    };
    let mut listed: Vec<(i64, String)> = Vec::new();
    for (name, total) in told {
        // Readings that come to the same need not be told twice.
        if !listed.iter().any(|(other, _)| other == total) {
            listed.push((*total, format!("{name} {}", shown(*total))));
        }
    }
    let listed: Vec<_> = listed.into_iter().map(|(_, text)| text).collect();
    format!(
        "{}：{} ≠ {}",
        prose::quote(segment.text),
        shown(number),
        listed.join("，≠ ")
    )
}

/// What the readings come to for those requesters alone whom the sentence names right before: 自然人5件，予以公开3件.
fn totals_of_requester(case: &Case, segment: &Segment, claim: &Claim) -> Vec<Option<i64>> {
    const COLUMNS: [(Word, &str); 6] = [
        (Word::NaturalPerson, NATURAL_PERSON),
        (Word::Organization, ORGANIZATION),
        (Word::Enterprise, ENTERPRISE),
        (Word::Research, RESEARCH),
        (Word::PublicInterest, PUBLIC_INTEREST),
        (Word::LegalServices, LEGAL_SERVICES),
    ];
    let column = COLUMNS.iter().find(|(word, _)| segment.of.has(*word));
    let Some((_, column)) = column else {
        return Vec::new();
    };
    let sums = claim.readings.iter();
    let cells = sums.filter_map(|sum| sum.cells_in(case.report.form, column));
    cells
        .map(|cells| cells.total(|cell| case.number_at(cell)))
        .collect()
}

/// How grave a wrong number is, given how certain its words are.
fn doubted(segment: &Segment, claim: &Claim, severity: Severity) -> Severity {
    if !segment.unknown.is_empty() {
        return Severity::Hint;
    }
    let is_piece =
        |quantity: prose::Quantity| matches!(quantity.measure, Measure::Pieces(_) | Measure::Bare);
    let doubts = [
        segment.quantity.is_some_and(is_piece),
        !segment.is_subject_near,
        claim.is_mild,
    ];
    let doubts = doubts.into_iter().filter(|doubt| *doubt);
    doubts.fold(severity, |severity, _| severity.lowered())
}

/// Fen as yuan, or 万元 where that is shorter.
fn yuan(fen: i64) -> String {
    const TEN_THOUSAND: i64 = 1_000_000;
    let (unit, scale) = match fen {
        TEN_THOUSAND.. => ("万元", TEN_THOUSAND),
        _ => ("元", 100),
    };
    let digits = format!(
        "{}.{:0>width$}",
        fen / scale,
        fen % scale,
        width = if scale == 100 { 2 } else { 6 }
    );
    format!(
        "{} {unit}",
        digits.trim_end_matches('0').trim_end_matches('.')
    )
}

/// The words and the readings of claims as people read them.
pub(super) fn formula(form: &Form, claims: &[Claim]) -> String {
    let shown = |claim: &Claim| {
        let words: String = claim
            .subject
            .or(claim.said)
            .iter()
            .map(prose::spelling)
            .collect();
        let readings = claim
            .readings
            .iter()
            .filter(|sum| sum.cells(form).is_some());
        let readings: Vec<_> = readings.map(|sum| sum.name(form)).collect();
        format!("“{words}”= {}", readings.join(" 或 "))
    };
    let mut shown: Vec<_> = claims.iter().map(shown).collect();
    shown.dedup();
    format!("文字中的数等于表中之一：{}", shown.join("；"))
}
