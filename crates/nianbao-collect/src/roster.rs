//! The list of those who have to report (单位名单).

use nianbao_core::date::Date;

/// A unit that has to report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Its name, as the list has it.
    pub name: String,
    /// Other names it goes by.
    pub also: Vec<String>,
    /// The group it is listed under (乡镇、部门…); empty where the list has none.
    pub group: String,
}

/// All units that have to report, in the order of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The units.
    pub units: Vec<Unit>,
    /// The last day for handing in, if there is one.
    pub deadline: Option<Date>,
}

/// Words of the column heads that lists have over the names, the groups and the other names.
const NAME: [&str; 6] = ["单位名称", "机关名称", "单位", "名称", "机关", "报送单位"];
const GROUP: [&str; 5] = ["分组", "组别", "类别", "类型", "单位类别"];
const ALSO: [&str; 4] = ["别名", "简称", "曾用名", "其他名称"];

/// What ends a list and is no unit.
const NO_UNIT: [&str; 5] = ["合计", "总计", "小计", "备注", "注"];

impl Roster {
    /// A list pasted or opened as text, one unit a line; numbers before names are left out.
    ///
    /// A line may hold more, parted by tabs or commas: the name, its group, its other names.
    pub fn of_text(text: &str) -> Roster {
        let rows = text.lines().map(|line| {
            let cells = line.split(['\t', ',', '，']);
            cells
                .map(|cell| cell.trim().trim_matches('"').to_owned())
                .collect()
        });
        Roster::of_rows(rows)
    }

    /// A list as a table of cells, with or without a head.
    pub fn of_rows(rows: impl IntoIterator<Item = Vec<String>>) -> Roster {
        let mut roster = Roster::default();
        let mut columns = Columns::default();
        for row in rows {
            match Columns::of_head(&row) {
                Some(found) => columns = found,
                None => roster.units.extend(columns.unit(&row)),
            }
        }
        roster
    }
}

/// In which columns a list has what; before a head is met, the first cell that can be a name is one.
#[derive(Default)]
struct Columns {
    name: Option<usize>,
    group: Option<usize>,
    also: Option<usize>,
}

impl Columns {
    fn of_head(row: &[String]) -> Option<Columns> {
        let find = |words: &[&str]| row.iter().position(|cell| words.contains(&cell.trim()));
        Some(Columns {
            name: Some(find(&NAME)?),
            group: find(&GROUP),
            also: find(&ALSO),
        })
    }

    fn unit(&self, row: &[String]) -> Option<Unit> {
        let cell = |column: Option<usize>| row.get(column?).map(|cell| cell.trim());
        let first = || row.iter().position(|cell| is_name(without_number(cell)));
        let at = self.name.or_else(first)?;
        let name = without_number(row.get(at)?);
        if !is_name(name) {
            return None;
        }
        let (group, also) = match self.name {
            Some(_) => (cell(self.group), cell(self.also)),
            None => (cell(Some(at + 1)), cell(Some(at + 2))),
        };
        let also = also.unwrap_or("").split(['、', ';', '；', '/']);
        Some(Unit {
            name: name.to_owned(),
            also: also
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            group: group.unwrap_or("").to_owned(),
        })
    }
}

/// A cell without the number that stands before a name: `3.`, `3、`, `（3）`.
fn without_number(cell: &str) -> &str {
    let is_number =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | '．' | '（' | '）' | '(' | ')');
    cell.trim().trim_start_matches(is_number).trim()
}

fn is_name(cell: &str) -> bool {
    let n_han = cell
        .chars()
        .filter(|&c| nianbao_core::text::is_han(c))
        .count();
    n_han >= 2 && !NO_UNIT.contains(&cell) && !cell.ends_with("名单")
}
