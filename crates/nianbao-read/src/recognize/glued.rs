//! Figures of a row that are run together: they are told apart where the row's own sums leave one way to do it.

use nianbao_core::form::Form;

use super::labels::RowAt;

/// Digits of one figure; the busiest ministry has some 100,000 requests.
const MAX_DIGITS: usize = 6;

/// Steps of the search for one row; a row of the form takes some hundreds.
const MAX_STEPS: usize = 50_000;

/// A sum within a row, by columns: the total, and what it is the sum of.
struct Sum {
    total: usize,
    terms: Vec<usize>,
}

/// The figures in a run of digits, one for each column of the row; none where there are several ways to part them.
pub(super) fn split<'d>(form: &'static Form, at: RowAt, digits: &'d str) -> Option<Vec<&'d str>> {
    let table = &form.tables[at.table];
    let n = table.columns.len();
    if digits.len() < n || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if digits.len() == n && digits.bytes().all(|byte| byte == b'0') {
        return Some(digits.split("").filter(|digit| !digit.is_empty()).collect());
    }
    let column = |cell| {
        let place = form.place(cell);
        (place.table == at.table && place.row == at.row).then_some(place.column)
    };
    let sums: Vec<_> = form
        .totals
        .iter()
        .filter_map(|total| {
            Some(Sum {
                total: column(total.cell)?,
                terms: total
                    .terms
                    .iter()
                    .map(|&term| column(term))
                    .collect::<Option<_>>()?,
            })
        })
        .collect();
    let is_in_sum = |column: usize| {
        let mut sums = sums.iter();
        sums.any(|sum| sum.total == column || sum.terms.contains(&column))
    };
    if !(0..n).all(is_in_sum) {
        return None;
    }
    let mut search = Search {
        digits,
        n,
        sums: &sums,
        parts: Vec::new(),
        found: None,
        n_found: 0,
        n_steps: 0,
    };
    search.go_on(0);
    (search.n_found == 1 && search.n_steps < MAX_STEPS)
        .then_some(search.found)
        .flatten()
}

struct Search<'s, 'd> {
    digits: &'d str,
    n: usize,
    sums: &'s [Sum],
    parts: Vec<&'d str>,
    found: Option<Vec<&'d str>>,
    n_found: usize,
    n_steps: usize,
}

impl Search<'_, '_> {
    /// Tries every figure that may come next.
    fn go_on(&mut self, start: usize) {
        self.n_steps += 1;
        if self.n_found > 1 || self.n_steps >= MAX_STEPS {
            return;
        }
        let n_left = self.n - self.parts.len();
        let rest = &self.digits[start..];
        if n_left == 0 {
            if rest.is_empty() {
                self.n_found += 1;
                self.found = Some(self.parts.clone());
            }
            return;
        }
        // Nobody writes a zero before a number.
        let longest = match rest.starts_with('0') {
            true => 1,
            false => MAX_DIGITS.min(rest.len().saturating_sub(n_left - 1)),
        };
        for length in 1..=longest.min(rest.len()) {
            self.parts.push(&rest[..length]);
            if self.holds() {
                self.go_on(start + length);
            }
            self.parts.pop();
        }
    }

    /// Whether the sums that the last figure completes come out.
    fn holds(&self) -> bool {
        let last = self.parts.len() - 1;
        let number = |column: usize| self.parts[column].parse::<u64>().unwrap_or(0);
        let is_complete = |sum: &&Sum| {
            let columns = sum.terms.iter().chain([&sum.total]);
            columns.max() == Some(&last)
        };
        let mut complete = self.sums.iter().filter(is_complete);
        complete.all(|sum| {
            let total: u64 = sum.terms.iter().map(|&term| number(term)).sum();
            total == number(sum.total)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The figures of a row of table three, with spaces between them.
    fn parted(digits: &str) -> Option<String> {
        let form = Form::for_year(2025);
        let table = form
            .tables
            .iter()
            .position(|table| table.columns.len() == 7);
        let at = RowAt {
            table: table.expect("table three has seven columns"),
            row: 0,
        };
        split(form, at, digits).map(|parts| parts.join(" "))
    }

    #[test]
    fn figures_are_parted_where_their_sum_leaves_one_way() {
        assert_eq!(parted("3000003").as_deref(), Some("3 0 0 0 0 0 3"));
        assert_eq!(parted("200000020").as_deref(), Some("20 0 0 0 0 0 20"));
        assert_eq!(parted("0000000").as_deref(), Some("0 0 0 0 0 0 0"));
        // 12 0 0 1 0 0 13 and 1 2 0 0 10 0 13.
        assert_eq!(parted("120010013"), None);
        // 1 1 0 0 0 0 2 does not fit, and nothing else does.
        assert_eq!(parted("1100003"), None);
        // 11 1 1 1 1 1 16 and 1 11 1 1 1 1 16.
        assert_eq!(parted("111111116"), None);
    }
}
