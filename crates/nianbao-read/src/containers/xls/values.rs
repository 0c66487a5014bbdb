//! What cells hold: texts, and numbers in several packings.

use super::Format;
use crate::containers::bytes::{slice_at, u16_at};
use crate::xlsx::Text;

/// What a cell holds.
pub(super) enum Value {
    Text(Text),
    Number(f64),
}

impl Value {
    pub(super) fn of(text: String) -> Value {
        Value::Text(Text::plain(text))
    }
}

/// What a formula came to; a text follows in a record of its own.
pub(super) fn result(
    data: &[u8],
    open: &mut Option<(usize, usize, Format)>,
    place: (usize, usize, Format),
) -> Option<Value> {
    *open = None;
    if u16_at(data, 12)? != 0xFFFF {
        return double(data, 6).map(Value::Number);
    }
    let [sort, _, value, ..] = *data.get(6..)? else {
        return None;
    };
    match sort {
        0 => *open = Some(place),
        1 => return truth_or_error(&[value, 0]).map(Value::of),
        2 => return truth_or_error(&[value, 1]).map(Value::of),
        _ => {}
    }
    None
}

pub(super) fn truth_or_error(data: &[u8]) -> Option<String> {
    let [value, is_error, ..] = *data else {
        return None;
    };
    let text = match (is_error, value) {
        (0, 0) => "FALSE",
        (0, _) => "TRUE",
        (_, 0x00) => "#NULL!",
        (_, 0x07) => "#DIV/0!",
        (_, 0x0F) => "#VALUE!",
        (_, 0x17) => "#REF!",
        (_, 0x1D) => "#NAME?",
        (_, 0x24) => "#NUM!",
        _ => "#N/A",
    };
    Some(text.to_owned())
}

pub(super) fn double(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(slice_at(data, at, 8)?.try_into().ok()?))
}

/// A number in four bytes: an integer or the upper half of a number, perhaps a hundred times what is meant.
pub(super) fn rk(packed: u32) -> f64 {
    let number = match packed & 2 != 0 {
        true => f64::from(packed.cast_signed() >> 2),
        false => f64::from_bits(u64::from(packed & !3) << 32),
    };
    if packed & 1 != 0 {
        number / 100.0
    } else {
        number
    }
}

/// The codes of the formats that every spreadsheet knows, as far as they are plain numbers.
pub(super) fn built_in(number: u16) -> Option<&'static str> {
    Some(match number {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        _ => return None,
    })
}
