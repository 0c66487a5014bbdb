//! Characters that a line is drawn through.

use super::Canvas;
use crate::ReadError;
use crate::budget::Budget;
use crate::page::Look;

/// How far from the middle of a character such a line may be, as a share of its size.
const NEAR: f64 = 0.2;

/// How much of a character's width it covers at least.
const COVERED: f64 = 0.7;

/// Marks the characters of a page that a line is drawn through.
pub(super) fn mark(canvas: &mut Canvas, budget: &mut Budget) -> Result<(), ReadError> {
    let mut rules: Vec<_> = canvas
        .rules
        .iter()
        .filter(|rule| rule.is_horizontal)
        .copied()
        .collect();
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    for glyph in &mut canvas.glyphs {
        let reach = NEAR * glyph.size;
        let first = rules.partition_point(|rule| rule.at < glyph.middle - reach);
        let near = rules[first..]
            .iter()
            .take_while(|rule| rule.at <= glyph.middle + reach);
        let mut n_near = 0;
        let is_struck = near.into_iter().any(|rule| {
            n_near += 1;
            let covered = rule.to.min(glyph.right) - rule.from.max(glyph.left);
            covered > COVERED * (glyph.right - glyph.left)
        });
        budget.take_small_steps(n_near)?;
        if is_struck {
            glyph.look = Some(Look::Struck);
        }
    }
    Ok(())
}
