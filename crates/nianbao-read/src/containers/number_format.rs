//! Numbers as a cell's format shows them: rounded, with units around them, or not at all.

use crate::xlsx::number;

/// Decimals that a format may ask for; spreadsheets allow 30.
const MAX_DECIMALS: usize = 30;

/// A number as it is shown, with what is stored where that is another number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) text: String,
    /// The number that is stored, where it is not the one shown.
    pub(crate) stored: Option<String>,
}

/// Shows a stored number by the code of a format, such as `#,##0.00;-#,##0.00;`.
pub(crate) fn shown(stored: &str, code: &str) -> Shown {
    let plain = number::shown(stored);
    let text = match section(&plain, code) {
        Some(section) => rendered(&plain, &section),
        // Whatever is no decimal number, and formats that are rarer than figures in them.
        None => plain.clone(),
    };
    let is_same = same_number(&text, &plain);
    Shown {
        stored: (!is_same).then_some(plain),
        text,
    }
}

/// The part of a format for one kind of number, taken apart.
#[derive(Debug, Default)]
struct Section {
    before: String,
    after: String,
    /// Digits before the point that are shown even if they are zeros.
    n_whole: usize,
    /// Digits behind the point, and how many of them are shown even if they are zeros.
    n_decimals: usize,
    n_zeros: usize,
    has_digits: bool,
    has_thousands: bool,
    is_negative: bool,
    is_general: bool,
}

/// The part of a format that shows this number; none where it is not understood.
fn section(plain: &str, code: &str) -> Option<Section> {
    let is_decimal = plain
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
    if !is_decimal || code.is_empty() {
        return None;
    }
    let sections = sections(code);
    let is_zero = plain.bytes().all(|byte| b"-.0".contains(&byte));
    let is_negative = plain.starts_with('-') && !is_zero;
    let (place, keeps_sign) = match (sections.len(), is_negative, is_zero) {
        (2.., true, _) => (1, false),
        (3.., _, true) => (2, false),
        _ => (0, is_negative),
    };
    let mut section = Section::read(&sections[place])?;
    section.is_negative = keeps_sign;
    Some(section)
}

/// A format's parts between semicolons that are none of its texts.
fn sections(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut closing = None;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let last = sections.last_mut().expect("there is always one");
        match (closing, c) {
            (None, ';') => {
                sections.push(String::new());
                continue;
            }
            (None, '\\') => {
                last.push(c);
                last.extend(chars.next());
                continue;
            }
            (None, '"') => closing = Some('"'),
            (None, '[') => closing = Some(']'),
            (Some(end), c) if c == end => closing = None,
            _ => {}
        }
        last.push(c);
    }
    sections
}

impl Section {
    fn read(code: &str) -> Option<Section> {
        let mut section = Section::default();
        if code.eq_ignore_ascii_case("general") || code == "@" {
            section.is_general = true;
            return Some(section);
        }
        let mut is_behind_point = false;
        let mut n_commas = 0;
        let mut chars = code.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '0' | '#' | '?' => {
                    // Texts between digits, as in numbers of telephones, are not understood.
                    if !section.after.is_empty() {
                        return None;
                    }
                    section.has_thousands |= n_commas > 0;
                    n_commas = 0;
                    section.has_digits = true;
                    match is_behind_point {
                        true => {
                            section.n_decimals += 1;
                            if c == '0' {
                                section.n_zeros = section.n_decimals;
                            }
                        }
                        false => section.n_whole += usize::from(c == '0'),
                    }
                }
                '.' if !is_behind_point => is_behind_point = true,
                ',' if section.has_digits => n_commas += 1,
                '"' => {
                    let text: String = chars.by_ref().take_while(|c| *c != '"').collect();
                    section.text(&text);
                }
                '\\' => {
                    let c = chars.next()?;
                    section.text(c.encode_utf8(&mut [0; 4]));
                }
                '_' | '*' => {
                    chars.next()?;
                }
                '[' => {
                    let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    if inner.starts_with(['<', '>', '=']) {
                        return None;
                    }
                    if let Some(currency) = inner.strip_prefix('$') {
                        section.text(currency.split('-').next().unwrap_or_default());
                    }
                }
                // Percentages, powers, fractions, dates and times.
                '%' | '/' | 'e' | 'E' | 'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's'
                | 'S' | '@' => {
                    return None;
                }
                c => section.text(c.encode_utf8(&mut [0; 4])),
            }
        }
        // Commas behind the last digit divide by a thousand.
        (n_commas == 0 && section.n_decimals <= MAX_DECIMALS).then_some(section)
    }

    fn text(&mut self, text: &str) {
        match self.has_digits {
            true => self.after += text,
            false => self.before += text,
        }
    }
}

fn rendered(plain: &str, section: &Section) -> String {
    let digits = plain.trim_start_matches('-');
    let sign = if section.is_negative { "-" } else { "" };
    if section.is_general {
        return format!("{sign}{digits}");
    }
    if !section.has_digits {
        return format!("{}{}", section.before, section.after)
            .trim()
            .to_owned();
    }
    let (whole, decimals) = rounded(digits, section.n_decimals);
    let mut whole = whole.trim_start_matches('0').to_owned();
    while whole.len() < section.n_whole {
        whole.insert(0, '0');
    }
    if section.has_thousands {
        let mut place = whole.len();
        while place > 3 {
            place -= 3;
            whole.insert(place, ',');
        }
    }
    let kept = decimals.trim_end_matches('0').len().max(section.n_zeros);
    let decimals = &decimals[..kept.min(decimals.len())];
    let point = if decimals.is_empty() { "" } else { "." };
    let text = format!(
        "{}{sign}{whole}{point}{decimals}{}",
        section.before, section.after
    );
    text.trim().to_owned()
}

/// The digits before and behind the point, rounded half up to so many behind it.
fn rounded(digits: &str, n_decimals: usize) -> (String, String) {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut all: Vec<u8> = whole.bytes().chain(decimals.bytes()).collect();
    let end = whole.len() + n_decimals;
    let goes_up = all.get(end).is_some_and(|digit| *digit >= b'5');
    all.resize(end, b'0');
    let mut carried = goes_up;
    for digit in all.iter_mut().rev().filter(|_| goes_up) {
        if !carried {
            break;
        }
        carried = *digit == b'9';
        *digit = if carried { b'0' } else { *digit + 1 };
    }
    let mut whole: String = all[..whole.len()]
        .iter()
        .map(|digit| char::from(*digit))
        .collect();
    if carried {
        whole.insert(0, '1');
    }
    let decimals = all[end - n_decimals..]
        .iter()
        .map(|digit| char::from(*digit));
    (whole, decimals.collect())
}

/// Whether a shown text holds just this number, however many zeros it has at its ends.
fn same_number(shown: &str, plain: &str) -> bool {
    let bare = |text: &str| {
        let is_part = |c: &char| c.is_ascii_digit() || *c == '.';
        let digits: String = text.chars().filter(is_part).collect();
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let whole = whole.trim_start_matches('0').to_owned();
        (
            whole,
            decimals.trim_end_matches('0').to_owned(),
            !digits.is_empty(),
        )
    };
    shown == plain || bare(shown) == bare(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        for (stored, code, expected, keeps) in [
            ("0", "General", "0", None),
            ("0", "0;-0;", "", Some("0")),
            ("0", "#,##0;-#,##0;\"-\"", "-", Some("0")),
            ("0", "#", "", Some("0")),
            ("5", "0;-0;", "5", None),
            ("-5", "0;-0;", "-5", None),
            ("-5", "0_);(0)", "(5)", None),
            ("1904.57379", "#,##0.00", "1,904.57", Some("1904.57379")),
            ("1904.57379", "#,##0.000000", "1,904.573790", None),
            ("12", "0\"件\"", "12件", None),
            ("12", "[Red]0.0", "12.0", None),
            ("12", "[$￥-804]#,##0.00", "￥12.00", None),
            ("12", ";;;", "", Some("12")),
            ("0.5", "0", "1", Some("0.5")),
            ("9.996", "0.00", "10.00", Some("9.996")),
            ("7", "000", "007", None),
            ("7", "[>5]\"多\";0", "7", None),
            ("7", "0000-0000", "7", None),
            ("0.25", "0%", "0.25", None),
            ("3件", "0", "3件", None),
        ] {
            let shown = shown(stored, code);
            assert_eq!(shown.text, expected, "{stored} as {code}");
            assert_eq!(shown.stored.as_deref(), keeps, "{stored} as {code}");
        }
    }
}
