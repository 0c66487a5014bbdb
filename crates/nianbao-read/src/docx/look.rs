//! How the text of a run looks, by its properties.

use crate::page::Look;
use crate::written::Style;
use crate::xml::Element;

/// Type this small is not seen, in half points.
const SMALLEST: f64 = 4.0;

impl Style {
    /// Takes a property of a run, or of a style.
    pub(super) fn set(&mut self, property: &Element) {
        let is_on = || !matches!(property.val().as_str(), "0" | "false" | "off" | "none");
        match property.name() {
            "strike" | "dstrike" if is_on() => self.look = Some(Look::Struck),
            "vanish" | "specVanish" if is_on() => self.look = Some(Look::Hidden),
            "vertAlign" => self.is_raised |= property.val() != "baseline",
            "position" => self.is_raised |= property.val().parse::<f64>().is_ok_and(|by| by > 3.0),
            "sz" if property
                .val()
                .parse::<f64>()
                .is_ok_and(|size| size < SMALLEST) =>
            {
                self.look = Some(Look::Hidden);
            }
            "color" if self.look.is_none() && property.val().eq_ignore_ascii_case("FFFFFF") => {
                self.look = Some(Look::Faint);
            }
            _ => {}
        }
    }
}
