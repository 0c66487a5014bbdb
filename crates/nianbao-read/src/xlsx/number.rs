//! Numbers as a spreadsheet shows them.

/// Digits that spreadsheets calculate and show with; what is stored beyond them is binary noise.
const SIGNIFICANT_DIGITS: usize = 15;

/// The largest number of leading or trailing zeros worth writing out.
const MAX_ZEROS: usize = 20;

/// A stored number as text: `59237.244899999998` is 59237.2449.
pub(crate) fn shown(stored: &str) -> String {
    let is_plain = stored
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
    if is_plain && stored.len() <= SIGNIFICANT_DIGITS {
        // Programs that know no whole numbers store 6 as 6.0.
        let whole = stored
            .split_once('.')
            .filter(|(whole, zeros)| !whole.is_empty() && zeros.bytes().all(|byte| byte == b'0'));
        return whole.map_or(stored, |(whole, _)| whole).to_owned();
    }
    let rounded = match stored.parse::<f64>() {
        Ok(number) if number.is_finite() => format!("{number:.*e}", SIGNIFICANT_DIGITS - 1),
        _ => return stored.to_owned(),
    };
    decimal(&rounded).unwrap_or_else(|| stored.to_owned())
}

/// `5.92372449000000e4` without exponent and without zeros that say nothing.
fn decimal(scientific: &str) -> Option<String> {
    let (mantissa, exponent) = scientific.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(mantissa) => ("-", mantissa),
        None => ("", mantissa),
    };
    let digits = mantissa.replace('.', "");
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let n_zeros = exponent.unsigned_abs() as usize;
    if n_zeros > MAX_ZEROS {
        return None;
    }
    Some(match exponent {
        ..0 => format!("{sign}0.{}{digits}", "0".repeat(n_zeros - 1)),
        0.. if digits.len() <= n_zeros + 1 => {
            format!("{sign}{digits}{}", "0".repeat(n_zeros + 1 - digits.len()))
        }
        0.. => format!("{sign}{}.{}", &digits[..=n_zeros], &digits[n_zeros + 1..]),
    })
}

/// A stored day as text: 46031 is 2026年1月9日.
pub(crate) fn date(stored: &str) -> Option<String> {
    // From here on the calendar has no gaps; 9999-12-31 is the last day.
    let days = stored.parse::<f64>().ok()?;
    if !(61.0..2_958_466.0).contains(&days) {
        return None;
    }
    // Howard Hinnant's civil_from_days, with the era's days counted from 0000-03-01.
    let days = days as u32 + 693_899;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = match month {
        ..10 => (year + era * 400, month + 3),
        10.. => (year + era * 400 + 1, month - 9),
    };
    Some(format!("{year}年{month}月{day}日"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_noise_and_nothing_else() {
        for (stored, expected) in [
            ("0", "0"),
            ("6.0", "6"),
            ("120.00", "120"),
            (".0", ".0"),
            ("12.50", "12.50"),
            ("59237.244899999998", "59237.2449"),
            ("0.10000000000000001", "0.1"),
            ("190.45737900000000", "190.457379"),
            ("1E3", "1000"),
            ("-1.5E-3", "-0.0015"),
            ("123456789012345", "123456789012345"),
            ("1234567890123456", "1234567890123460"),
            ("0E0", "0"),
            ("1E99", "1E99"),
            ("nan", "nan"),
            ("3件", "3件"),
        ] {
            assert_eq!(shown(stored), expected, "{stored}");
        }
    }

    #[test]
    fn days_are_counted_as_in_excel() {
        for (stored, expected) in [
            ("61", "1900年3月1日"),
            ("45351", "2024年2月29日"),
            ("46031", "2026年1月9日"),
            ("46022.75", "2025年12月31日"),
            ("2958465", "9999年12月31日"),
        ] {
            assert_eq!(date(stored).as_deref(), Some(expected));
        }
        assert_eq!(date("60"), None);
        assert_eq!(date("2958466"), None);
    }
}
