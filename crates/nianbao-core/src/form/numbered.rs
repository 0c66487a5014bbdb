//! An edition with its lines numbered, so that a figure is found by index and every 总计 knows its terms.

use super::line::lines;
use super::parts::{
    Cell, ColumnBalance, Position, TableForm, TextForm, TextId, Total, balances, totals,
};
use super::{Content, Edition, FORMS, Section, Unit};

impl PartialEq for Form {
    fn eq(&self, other: &Form) -> bool {
        std::ptr::eq(self.edition, other.edition)
    }
}

/// An edition with its lines numbered: what reports, rules, readers and writers walk.
#[derive(Debug)]
pub struct Form {
    /// The declaration this form was made from.
    pub edition: &'static Edition,
    /// All tables in printed order.
    pub tables: Vec<TableForm>,
    /// All texts in printed order.
    pub texts: Vec<TextForm>,
    /// Every total with the terms of its sum, in printed order; a corner total appears once along each axis.
    pub totals: Vec<Total>,
    /// Every 勾稽关系, column by column, in printed order.
    pub balances: Vec<ColumnBalance>,
}

/// What may be written in a section of tables, which the form does not ask for and many reports have.
const BESIDE_TABLES: &str = "格式在这一部分只有表格；另外写的文字印在表格前面。";

impl Form {
    /// Numbers the lines of an edition.
    pub fn new(edition: &'static Edition) -> Form {
        let mut form = Form {
            edition,
            tables: Vec::new(),
            texts: Vec::new(),
            totals: Vec::new(),
            balances: Vec::new(),
        };
        let mut first = 0;
        for (section_idx, section) in edition.sections.iter().enumerate() {
            match &section.content {
                Content::Prose { prompt, topics } => {
                    form.texts.push(TextForm {
                        key: section.key.to_owned(),
                        section: section_idx,
                        topic: None,
                        prompt,
                    });
                    form.texts.extend(topics.iter().map(|topic| TextForm {
                        key: format!("{}/{}", section.key, topic.key),
                        section: section_idx,
                        topic: Some(topic),
                        prompt: topic.prompt,
                    }));
                }
                Content::Tables(tables) => {
                    form.texts.push(TextForm {
                        key: section.key.to_owned(),
                        section: section_idx,
                        topic: None,
                        prompt: BESIDE_TABLES,
                    });
                    for table in *tables {
                        let table = TableForm {
                            table,
                            section: section_idx,
                            rows: lines(table.rows),
                            columns: lines(table.columns),
                            first,
                        };
                        first += u16::try_from(table.rows.len() * table.columns.len())
                            .expect("a form has a few hundred cells");
                        form.tables.push(table);
                    }
                }
            }
        }
        form.totals = form.tables.iter().flat_map(totals).collect();
        form.totals.sort_by_key(|total| (total.cell, total.axis));
        form.balances = form.tables.iter().flat_map(balances).collect();
        form
    }

    /// The form of this edition, if we know it.
    pub fn of_edition(year: u16) -> Option<&'static Form> {
        FORMS.iter().find(|form| form.edition.year == year)
    }

    /// The form that reports on this year are written on; the newest for years yet to come.
    pub fn for_year(year: u16) -> &'static Form {
        let newest = FORMS.last().expect("there is an edition");
        FORMS
            .iter()
            .find(|form| form.edition.reports_on.1.is_some_and(|last| year <= last))
            .unwrap_or(newest)
    }

    /// Number of cells, 200 in the 2021 edition.
    pub fn n_cells(&self) -> usize {
        self.tables
            .iter()
            .map(|table| table.rows.len() * table.columns.len())
            .sum()
    }

    /// All cells in printed order.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        self.tables.iter().flat_map(TableForm::cells)
    }

    /// Where a cell of this form is.
    pub fn place(&self, cell: Cell) -> Position {
        let table_idx = self.tables.partition_point(|table| table.first <= cell.0) - 1;
        let table = &self.tables[table_idx];
        let offset = usize::from(cell.0 - table.first);
        Position {
            table: table_idx,
            row: offset / table.columns.len(),
            column: offset % table.columns.len(),
        }
    }

    /// Position of the section with this key.
    pub fn section(&self, key: &str) -> Option<usize> {
        let mut sections = self.edition.sections.iter();
        sections.position(|section| section.key == key)
    }

    /// The table with this key.
    pub fn table(&self, key: &str) -> Option<&TableForm> {
        self.tables.iter().find(|table| table.table.key == key)
    }

    /// The cell with these keys, as saved reports and rules name it.
    pub fn cell(&self, table: &str, row: &str, column: &str) -> Option<Cell> {
        let table = self.table(table)?;
        Some(table.cell(table.row(row)?, table.column(column)?))
    }

    /// The table, row and column by which [`Form::cell`] finds a cell.
    pub fn keys(&self, cell: Cell) -> [&str; 3] {
        let Position { table, row, column } = self.place(cell);
        let table = &self.tables[table];
        [
            table.table.key,
            &table.rows[row].path,
            &table.columns[column].path,
        ]
    }

    /// The cell of another form that has the same keys: the same figure in another year.
    pub fn same_cell(&self, cell: Cell, other: &Form) -> Option<Cell> {
        if std::ptr::eq(self, other) {
            return Some(cell);
        }
        let [table, row, column] = self.keys(cell);
        other.cell(table, row, column)
    }

    /// The text with this key.
    pub fn text(&self, key: &str) -> Option<TextId> {
        self.texts
            .iter()
            .position(|text| text.key == key)
            .map(TextId)
    }

    /// All texts in printed order.
    pub fn text_ids(&self) -> impl Iterator<Item = TextId> + use<> {
        (0..self.texts.len()).map(TextId)
    }

    /// All texts of one section, in printed order.
    pub fn texts_of(&self, section: usize) -> impl Iterator<Item = TextId> + '_ {
        self.text_ids()
            .filter(move |text| self.texts[text.index()].section == section)
    }

    /// All tables of one section, in printed order, with their positions.
    pub fn tables_of(&self, section: usize) -> impl Iterator<Item = &TableForm> + '_ {
        self.tables
            .iter()
            .filter(move |table| table.section == section)
    }

    /// What a cell counts: its column's unit if that has one of its own, else its row's.
    pub fn unit(&self, cell: Cell) -> Unit {
        let Position { table, row, column } = self.place(cell);
        let table = &self.tables[table];
        match table.columns[column].unit {
            Some(Unit::Count) | None => table.rows[row].unit.unwrap_or(Unit::Count),
            Some(unit) => unit,
        }
    }

    /// Whether a cell is a 总计 along either axis.
    pub fn is_total(&self, cell: Cell) -> bool {
        let Position { table, row, column } = self.place(cell);
        self.tables[table].rows[row].is_total() || self.tables[table].columns[column].is_total()
    }

    /// The sums that a total stands for; none for a cell that is typed.
    pub fn totals_at(&self, cell: Cell) -> impl Iterator<Item = &Total> {
        let start = self.totals.partition_point(|total| total.cell < cell);
        self.totals[start..]
            .iter()
            .take_while(move |total| total.cell == cell)
    }

    /// Official wording of a cell's row and column, unmistakable within its table.
    pub fn name(&self, cell: Cell) -> String {
        let Position { table, row, column } = self.place(cell);
        let (row, column) = (
            &self.tables[table].rows[row].name,
            &self.tables[table].columns[column].name,
        );
        if row.is_empty() {
            column.clone()
        } else {
            format!("{row}，{column}")
        }
    }

    /// The section a cell is printed in.
    pub fn section_of(&self, cell: Cell) -> &'static Section {
        &self.edition.sections[self.tables[self.place(cell).table].section]
    }
}
