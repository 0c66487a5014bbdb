//! Lays tables out as merged cells: the only code that knows about spans.

use crate::form::{Cell, Form, Heading, HeadingKind, TableForm};

mod walk;

pub use walk::{Laid, Step, rows_of};

/// The tables of one section under one border, as a grid of merged cells.
#[derive(Debug, PartialEq, Eq)]
pub struct Grid {
    /// Width in grid columns.
    pub n_columns: usize,
    /// How many of the columns hold row labels.
    pub n_label_columns: usize,
    /// How many rows at the top are headings of a table that stands alone; 0 where several are stacked.
    pub n_header_rows: usize,
    /// Cells by the row they begin in, left to right.
    pub rows: Vec<Vec<GridCell>>,
}

/// One merged cell.
#[derive(Debug, PartialEq, Eq)]
pub struct GridCell {
    /// First grid column.
    pub column: usize,
    /// Grid columns covered (colspan).
    pub width: usize,
    /// Grid rows covered (rowspan).
    pub height: usize,
    /// What is printed in it.
    pub content: GridContent,
}

/// What is printed in a merged cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridContent {
    /// A full-width line, such as 第二十条第（一）项.
    Banner(&'static str),
    /// The cell above the row labels and left of the column headings.
    Corner(&'static str),
    /// A heading along the top.
    ColumnHeading(&'static str),
    /// A heading down the left.
    RowHeading(&'static str),
    /// A figure.
    Figure(Cell),
}

impl GridContent {
    /// The printed wording, or none for a figure.
    pub fn label(self) -> Option<&'static str> {
        match self {
            GridContent::Banner(label)
            | GridContent::Corner(label)
            | GridContent::ColumnHeading(label)
            | GridContent::RowHeading(label) => Some(label),
            GridContent::Figure(_) => None,
        }
    }
}

impl Grid {
    /// The grid of all tables of a section, stretched to a common width.
    pub fn of_section(form: &Form, section: usize) -> Grid {
        let tables: Vec<_> = form.tables_of(section).collect();
        let n_label_columns = tables
            .iter()
            .map(|table| depth_of_rows(table))
            .max()
            .unwrap_or(0);
        let n_data_columns = tables
            .iter()
            .map(|table| table.columns.len())
            .fold(1, least_common_multiple);
        let mut grid = Grid {
            n_columns: n_label_columns + n_data_columns,
            n_label_columns,
            n_header_rows: 0,
            rows: Vec::new(),
        };
        for table in &tables {
            grid.push(table, n_data_columns / table.columns.len());
        }
        if let [table] = tables[..] {
            grid.n_header_rows = grid.rows.len() - table.rows.len();
        }
        grid
    }

    fn push(&mut self, table: &TableForm, stretch: usize) {
        if !table.table.banner.is_empty() {
            let content = GridContent::Banner(table.table.banner);
            self.rows.push(vec![GridCell {
                column: 0,
                width: self.n_columns,
                height: 1,
                content,
            }]);
        }
        let n_header_rows = table
            .columns
            .iter()
            .map(|line| line.headings.len())
            .max()
            .unwrap_or(0);
        let first = self.rows.len();
        self.rows
            .resize_with(first + n_header_rows + table.rows.len(), Vec::new);
        if self.n_label_columns > 0 {
            let content = GridContent::Corner(table.table.corner);
            let corner = GridCell {
                column: 0,
                width: self.n_label_columns,
                height: n_header_rows,
                content,
            };
            self.rows[first].push(corner);
        }
        let mut column = self.n_label_columns;
        for heading in table.table.columns {
            self.push_column_heading(heading, first, n_header_rows, column, stretch);
            column += n_leaves(heading) * stretch;
        }
        let mut row = first + n_header_rows;
        if self.n_label_columns > 0 {
            for heading in table.table.rows {
                self.push_row_heading(heading, row, 0);
                row += n_leaves(heading);
            }
        }
        for row_idx in 0..table.rows.len() {
            self.rows[first + n_header_rows + row_idx].extend((0..table.columns.len()).map(
                |column_idx| GridCell {
                    column: self.n_label_columns + column_idx * stretch,
                    width: stretch,
                    height: 1,
                    content: GridContent::Figure(table.cell(row_idx, column_idx)),
                },
            ));
        }
    }

    fn push_column_heading(
        &mut self,
        heading: &Heading,
        row: usize,
        height: usize,
        column: usize,
        stretch: usize,
    ) {
        let width = n_leaves(heading) * stretch;
        let content = GridContent::ColumnHeading(heading.label);
        let HeadingKind::Group(children) = heading.kind else {
            self.rows[row].push(GridCell {
                column,
                width,
                height,
                content,
            });
            return;
        };
        self.rows[row].push(GridCell {
            column,
            width,
            height: 1,
            content,
        });
        let mut column = column;
        for child in children {
            self.push_column_heading(child, row + 1, height - 1, column, stretch);
            column += n_leaves(child) * stretch;
        }
    }

    fn push_row_heading(&mut self, heading: &Heading, row: usize, column: usize) {
        let height = n_leaves(heading);
        let content = GridContent::RowHeading(heading.label);
        let HeadingKind::Group(children) = heading.kind else {
            self.rows[row].push(GridCell {
                column,
                width: self.n_label_columns - column,
                height,
                content,
            });
            return;
        };
        self.rows[row].push(GridCell {
            column,
            width: 1,
            height,
            content,
        });
        let mut row = row;
        for child in children {
            self.push_row_heading(child, row, column + 1);
            row += n_leaves(child);
        }
    }
}

/// Label columns a table needs; none where its only row has no label.
fn depth_of_rows(table: &TableForm) -> usize {
    match &table.rows[..] {
        [only] if only.label().is_empty() => 0,
        rows => rows
            .iter()
            .map(|line| line.headings.len())
            .max()
            .unwrap_or(0),
    }
}

fn n_leaves(heading: &Heading) -> usize {
    match heading.kind {
        HeadingKind::Group(children) => children.iter().map(n_leaves).sum(),
        HeadingKind::Entry(_) | HeadingKind::Total => 1,
    }
}

fn least_common_multiple(a: usize, b: usize) -> usize {
    let (mut divisor, mut rest) = (a, b);
    while rest > 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    a / divisor * b
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The grid as text: `label wxh` for each cell, a line for each row.
    fn drawn(form: &Form, section: usize) -> String {
        let mut text = String::new();
        for row in &Grid::of_section(form, section).rows {
            let cells: Vec<_> = row
                .iter()
                .map(|cell| {
                    let label = cell
                        .content
                        .label()
                        .map_or("□".to_owned(), |label| label.chars().take(8).collect());
                    format!("{label} {}x{}", cell.width, cell.height)
                })
                .collect();
            text += &format!("{}\n", cells.join(" | ").replace(" 1x1", ""));
        }
        text
    }

    #[test]
    fn table_two_stacks_its_blocks_under_one_border() {
        let expected = "\
第二十条第（一） 4x1
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | □ | □ | □
行政规范性文件 | □ | □ | □
第二十条第（五） 4x1
信息内容 | 本年处理决定数量 3x1
行政许可 | □ 3x1
第二十条第（六） 4x1
信息内容 | 本年处理决定数量 3x1
行政处罚 | □ 3x1
行政强制 | □ 3x1
第二十条第（八） 4x1
信息内容 | 本年收费金额（单 3x1
行政事业性收费 | □ 3x1
";
        assert_eq!(drawn(Form::for_year(2025), 1), expected);
    }

    #[test]
    fn table_three_has_the_official_spans() {
        let figures = " | □ | □ | □ | □ | □ | □ | □";
        let drawn = drawn(Form::for_year(2025), 2);
        let lines: Vec<_> = drawn
            .lines()
            .map(|line| line.replace(figures, ""))
            .collect();
        let expected = [
            "（本列数据的勾稽 3x3 | 申请人情况 7x1",
            "自然人 1x2 | 法人或其他组织 5x1 | 总计 1x2",
            "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他",
            "一、本年新收政府 3x1",
            "二、上年结转政府 3x1",
            "三、本年度办理结 1x22 | （一）予以公开 2x1",
            "（二）部分公开（ 2x1",
            "（三）不予公开 1x8 | 1.属于国家秘密",
            "2.其他法律行政",
            "3.危及“三安全",
            "4.保护第三方合",
            "5.属于三类内部",
            "6.属于四类过程",
            "7.属于行政执法",
            "8.属于行政查询",
            "（四）无法提供 1x3 | 1.本机关不掌握",
            "2.没有现成信息",
            "3.补正后申请内",
            "（五）不予处理 1x5 | 1.信访举报投诉",
            "2.重复申请",
            "3.要求提供公开",
            "4.无正当理由大",
            "5.要求行政机关",
            "（六）其他处理 1x3 | 1.申请人无正当",
            "2.申请人逾期未",
            "3.其他",
            "（七）总计 2x1",
            "四、结转下年度继 3x1",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn table_four_has_no_row_labels() {
        let results = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计";
        let expected = format!(
            "行政复议 5x1 | 行政诉讼 10x1\n{} | 未经复议直接起诉 5x1 | 复议后起诉 5x1\n{results} | {results}\n{}\n",
            results.replace(" |", " 1x2 |") + " 1x2",
            ["□"; 15].join(" | "),
        );
        assert_eq!(drawn(Form::for_year(2025), 3), expected);
    }

    #[test]
    fn blocks_of_two_and_three_columns_share_one_border() {
        let grid = Grid::of_section(Form::of_edition(2019).expect("known"), 1);
        assert_eq!(grid.n_columns, 7);
        for row in &grid.rows {
            assert_eq!(row.iter().map(|cell| cell.width).sum::<usize>(), 7);
        }
    }
}
