//! The figures found so far, each with its doubts, and what the form's equations say about them.

use std::cell::LazyCell;
use std::fmt;

use nianbao_core::figure::Figure;
use nianbao_core::form::{Cell, Form, Unit};
use nianbao_core::report::Report;

use super::super::page::{Aside, Look};
use super::super::raised::is_raised;
use super::super::reading::{Confidence, Source};

/// Doubts about one figure; a figure that stands in a hundred places is doubtful enough with the first.
const MAX_DOUBTS: usize = 4;

/// Why a figure might be another one's, or another number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    RowWording(String),
    ColumnWording(String),
    NoHeadings,
    /// What is left of the headings does not say which column is which.
    BrokenHeadings,
    FewHeadings,
    HeadingsBefore,
    RepeatedHeadings,
    /// The digits that it was found among.
    Glued(String),
    SplitCell,
    Padded,
    EmptyLine,
    Unreadable,
    /// What stands behind the number in its cell.
    Remark(String),
    /// What is the matter with its text, and what of it was left out.
    Aside(Look, String),
    BlankTotal,
    BlankAmong,
    ShortRow,
    /// The cells of its row do not stand under the headings one by one.
    OutOfLine,
    /// The headings stand in another order than in the form.
    OutOfOrder,
    /// The source has one row for all of its group.
    OneRow,
    Twice(String),
}

impl Doubt {
    /// Whether sums that come out right dispel it.
    fn is_dispelled_by_sums(&self) -> bool {
        match self {
            Doubt::Unreadable
            | Doubt::Remark(_)
            | Doubt::BlankTotal
            | Doubt::BlankAmong
            | Doubt::OutOfOrder
            | Doubt::OneRow
            | Doubt::BrokenHeadings
            // The sums were used to tell the figures apart.
            | Doubt::Glued(_)
            | Doubt::Twice(_) => false,
            Doubt::Aside(look, _) => *look == Look::Field,
            _ => true,
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Doubt::RowWording(found) => write!(f, "行名写作“{found}”"),
            Doubt::ColumnWording(found) => write!(f, "列名写作“{found}”"),
            Doubt::NoHeadings => write!(f, "没有见到全部列名，按格式的次序读"),
            Doubt::BrokenHeadings => write!(f, "列名残缺，按格式的次序读"),
            Doubt::HeadingsBefore => write!(f, "列名在前面的表里"),
            Doubt::RepeatedHeadings => write!(f, "几列同名，按先后次序读"),
            Doubt::Glued(digits) => write!(f, "数字连在一起，按格数和合计分开：“{digits}”"),
            Doubt::SplitCell => write!(f, "一格拆成了几格，只有一格有内容"),
            Doubt::Padded => write!(f, "行末多出空格子，没有计入"),
            Doubt::EmptyLine => write!(f, "空行当作空白的一格"),
            Doubt::FewHeadings => write!(f, "列名不全"),
            Doubt::Unreadable => write!(f, "不是数字，照原样留下"),
            Doubt::Remark(remark) => write!(f, "数字后面另有“{remark}”，没有计入"),
            Doubt::Aside(Look::Struck, text) => write!(f, "格子里有划去的“{text}”，没有计入"),
            Doubt::Aside(Look::Hidden, text) => {
                write!(f, "格子里有原文不显示的“{text}”，没有计入")
            }
            Doubt::Aside(Look::Misfit, _) => write!(f, "这一行的格子数与原文的定义不一致"),
            Doubt::Aside(Look::Beside | Look::Deleted, text) => {
                write!(f, "格子里另有“{text}”，没有计入")
            }
            Doubt::Aside(Look::Faint, _) => write!(f, "原文的字是白色或透明的，可能看不见"),
            Doubt::Aside(Look::Perhaps, _) => write!(f, "网页的样式可能把它划去或者隐去"),
            Doubt::Aside(Look::Field, _) => write!(f, "填在输入框里"),
            Doubt::Aside(Look::Uncomputed, _) => write!(f, "这一格是公式，文件里没有算出的值"),
            Doubt::Aside(Look::Reshaped, text) => {
                write!(f, "原文显示的与存下的“{text}”不一样")
            }
            Doubt::BlankTotal => write!(f, "原文这一格是空白，不填就按各项相加计算"),
            Doubt::BlankAmong => write!(f, "这一行有空白，其余相加又不等于总计，可能错开了一格"),
            Doubt::ShortRow => write!(f, "这一行少了格子，可能错开了"),
            Doubt::OutOfLine => write!(f, "这一行的格子与列名对不齐"),
            Doubt::OutOfOrder => write!(f, "列名的次序与格式不同"),
            Doubt::OneRow => write!(f, "原文这几行只印成一行，各项都按0读"),
            Doubt::Twice(other) if other.is_empty() => write!(f, "出现两次，另一处是空白"),
            Doubt::Twice(other) => write!(f, "出现两次，另一处是“{other}”"),
        }
    }
}

/// What is known of one cell of the form.
#[derive(Clone, Debug)]
enum State {
    Missing,
    /// The row was found, but not which figure is which.
    Untold {
        reason: String,
        snippet: String,
        place: String,
    },
    Found {
        figure: Figure,
        text: String,
        doubts: Vec<Doubt>,
        place: String,
    },
}

/// All cells of the form.
pub(super) struct Figures {
    form: &'static Form,
    cells: Vec<State>,
    /// The document is one of ours, which prints what was typed and nothing beside it.
    is_own: bool,
    /// What stands beside figures and is none, with their text.
    pub(super) left: Vec<String>,
}

impl Figures {
    pub(super) fn new(form: &'static Form, is_own: bool) -> Figures {
        Figures {
            form,
            is_own,
            cells: vec![State::Missing; form.n_cells()],
            left: Vec::new(),
        }
    }

    /// Notes what stands in a cell. A second, different finding makes both doubtful; the first one stays.
    pub(super) fn put(&mut self, cell: Cell, text: &str, mut doubts: Vec<Doubt>, place: String) {
        let unit = self.form.unit(cell);
        let mut figure = Figure::parse(text, unit);
        if matches!(figure, Figure::Unreadable(_)) {
            match split(text, unit).filter(|_| !self.is_own) {
                Some((number, remark)) => {
                    figure = number;
                    self.left.push(clean(text));
                    doubts.push(Doubt::Remark(clean(remark)));
                }
                None => doubts.push(Doubt::Unreadable),
            }
        }
        match &mut self.cells[cell.index()] {
            State::Found {
                figure: earlier,
                doubts: earlier_doubts,
                ..
            } => {
                if *earlier != figure {
                    let twice = Doubt::Twice(clean(text));
                    self.left
                        .extend(Some(clean(text)).filter(|text| !text.is_empty()));
                    if !earlier_doubts.contains(&twice) && earlier_doubts.len() < MAX_DOUBTS {
                        earlier_doubts.push(twice);
                    }
                } else if doubts.len() < earlier_doubts.len()
                    && earlier_doubts.iter().all(Doubt::is_dispelled_by_sums)
                {
                    *earlier_doubts = doubts;
                }
            }
            state => {
                *state = State::Found {
                    figure,
                    text: clean(text),
                    doubts,
                    place,
                };
            }
        }
    }

    /// What is doubtful about a figure because of how its text looks.
    pub(super) fn doubts_of(asides: &[Aside]) -> impl Iterator<Item = Doubt> + '_ {
        // What a change took away is no part of the text in anybody's eyes.
        asides
            .iter()
            .filter(|aside| aside.look != Look::Deleted)
            .map(|aside| Doubt::Aside(aside.look, clean(&aside.text)))
    }

    /// Notes that a cell's row is there, but not which of its figures is the cell's.
    pub(super) fn leave_untold(&mut self, cell: Cell, reason: &str, snippet: &str, place: &str) {
        let state = &mut self.cells[cell.index()];
        if matches!(state, State::Missing) {
            *state = State::Untold {
                reason: reason.to_owned(),
                snippet: clean(snippet),
                place: place.to_owned(),
            };
        }
    }

    /// Whether anything of this table was found.
    pub(super) fn is_table_found(&self, table: usize) -> bool {
        self.form.tables[table]
            .cells()
            .any(|cell| !matches!(self.cells[cell.index()], State::Missing))
    }

    /// Fills the figures into the report and says where each came from.
    pub(super) fn finish(self, report: &mut Report) -> Vec<Source> {
        for cell in self.form.cells() {
            if let State::Found { figure, .. } = &self.cells[cell.index()] {
                report.set_figure(cell, figure.clone());
            }
        }
        // A sound report has no doubts that its sums would have to dispel.
        let confirmed = LazyCell::new(|| confirmed(report));
        let out_of_step = out_of_step(report);
        let is_found: Vec<_> = (0..self.form.tables.len())
            .map(|table| self.is_table_found(table))
            .collect();
        let form = self.form;
        let sources = form.cells().zip(self.cells).map(|(cell, state)| {
            let (confidence, snippet, place) = match state {
                State::Missing => {
                    let reason = match is_found[form.place(cell).table] {
                        true => "没有找到这一行或这一列",
                        false => "没有找到这张表",
                    };
                    (
                        Confidence::NotFound(reason.to_owned()),
                        String::new(),
                        String::new(),
                    )
                }
                State::Untold {
                    reason,
                    snippet,
                    place,
                } => (Confidence::NotFound(reason), snippet, place),
                State::Found {
                    text,
                    mut doubts,
                    place,
                    figure,
                } => {
                    if figure.is_blank() && report.number(cell).is_some() {
                        doubts.push(Doubt::BlankTotal);
                    }
                    if !doubts.is_empty() && confirmed[cell.index()] {
                        doubts.retain(|doubt| !doubt.is_dispelled_by_sums());
                    }
                    if out_of_step[cell.index()] {
                        doubts.push(Doubt::BlankAmong);
                    }
                    let confidence = match doubts.is_empty() {
                        true => Confidence::Read,
                        false => {
                            let doubts: Vec<_> = doubts.iter().map(Doubt::to_string).collect();
                            Confidence::Guessed(doubts.join("；"))
                        }
                    };
                    (confidence, text, place)
                }
            };
            Source {
                cell,
                confidence,
                snippet,
                place,
            }
        });
        sources.collect()
    }
}

/// A number and the remark behind it: `22（其中修订16件）`, `31¹`, `31*`.
///
/// A remark stands in brackets to the end, or is a mark of a note; of anything else it is not known what it says of the number.
pub(super) fn split(text: &str, unit: Unit) -> Option<(Figure, &str)> {
    let text = text.trim();
    let is_of_number =
        |c: char| c.is_ascii_digit() || matches!(c, '０'..='９' | '.' | '．' | ',' | '，');
    let end = text.find(|c| !is_of_number(c))?;
    let units = ["件", "项", "宗", "万元"];
    let behind = text[end..].trim_start();
    let unit_len = units
        .iter()
        .find(|unit| behind.starts_with(**unit))
        .map_or(0, |unit| unit.len());
    let number_end = text.len() - behind.len() + unit_len;
    let remark = text[number_end..].trim();
    let is_in_brackets = remark.starts_with(['（', '(', '[', '［', '【', '〔', '〈', '<'])
        && remark.ends_with(['）', ')', ']', '］', '】', '〕', '〉', '>']);
    let is_mark = |c: char| {
        is_raised(c)
            || matches!(
                c,
                '*' | '＊' | '※' | '★' | '☆' | '†' | '‡' | '#' | '＃' | '①'..='⑳'
            )
    };
    let is_note = remark.chars().all(is_mark)
        || remark
            .strip_prefix(['注', '註'])
            .is_some_and(|number| number.chars().all(|c| c.is_numeric() || is_mark(c)));
    if remark.is_empty() || !(is_in_brackets || is_note) {
        return None;
    }
    let figure = Figure::parse(&text[..number_end], unit);
    figure.number().is_some().then_some((figure, remark))
}

/// A snippet on one line and without characters that take no room.
fn clean(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    let visible: String = text
        .chars()
        .filter(|&c| !super::wording::is_invisible(c))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which cells stand in a row that has a blank among its terms and a total that the others do not add up to:
/// figures that slipped one cell on leave such a row.
fn out_of_step(report: &Report) -> Vec<bool> {
    let form = report.form;
    let mut marks = vec![false; form.n_cells()];
    let row = |cell: Cell| (form.place(cell).table, form.place(cell).row);
    for total in &form.totals {
        let is_blank = |term: &&Cell| report.figure(**term).is_blank();
        if !total.terms.iter().any(|term| is_blank(&term)) {
            continue;
        }
        let is_in_row = total.terms.iter().all(|&term| row(term) == row(total.cell));
        let numbers: Vec<_> = total.terms.iter().filter(|term| !is_blank(term)).collect();
        let sum: Option<i64> = numbers.iter().map(|&&term| report.number(term)).sum();
        let is_among = !numbers.is_empty() && numbers.len() < total.terms.len();
        let is_off = sum.is_some()
            && report
                .figure(total.cell)
                .number()
                .is_some_and(|own| Some(own) != sum);
        if is_in_row && is_among && is_off {
            for &cell in total.terms.iter().chain([&total.cell]) {
                marks[cell.index()] = true;
            }
        }
    }
    marks
}

/// Which cells take part in equations of the form, all of which can be told and hold.
fn confirmed(report: &Report) -> Vec<bool> {
    let form = report.form;
    let mut holds: Vec<Option<bool>> = vec![None; form.n_cells()];
    let mut note = |cell: Cell, is_met: bool| {
        let known = &mut holds[cell.index()];
        *known = Some(known.unwrap_or(true) && is_met);
    };
    let number = |cell: Cell| report.figure(cell).number();
    for total in &form.totals {
        let sum: Option<i64> = total.terms.iter().map(|&term| number(term)).sum();
        let is_met = sum.is_some() && sum == number(total.cell);
        for &cell in total.terms.iter().chain([&total.cell]) {
            note(cell, is_met);
        }
    }
    let sum = |cells: &[Cell]| cells.iter().map(|&cell| number(cell)).sum::<Option<i64>>();
    for balance in &form.balances {
        let (left, right) = (sum(&balance.left), sum(&balance.right));
        for &cell in balance.left.iter().chain(&balance.right) {
            note(cell, left.is_some() && left == right);
        }
    }
    holds.into_iter().map(|holds| holds == Some(true)).collect()
}
