//! Tables by their rules: lines that touch make a grid, and where a border is missing, cells are merged.

use super::table::{Table, TableCell};
use super::{Glyph, Rule, lines};
use crate::ReadError;
use crate::budget::Budget;

/// Lines this near each other are one: a double line, or one drawn twice.
const NEAR: f64 = 3.0;

/// How far lines of a table may miss each other where they should touch.
const REACH: f64 = 3.5;

/// What a row needs at least, so that an end of a line does not become one.
const MIN_ROW: f64 = 6.0;

/// Straight lines of a page that are looked at; a page of a report has some hundreds, a map has more.
const MAX_RULES: usize = 6_000;

/// A ruled table with the characters in it.
pub(super) struct Grid {
    /// Positions of the vertical lines, left to right, and of the horizontal ones, top to bottom.
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// For each position, row by row, the cell that covers it.
    cells: Vec<usize>,
    /// For each cell its first row and column, and the first beyond it.
    boxes: Vec<[usize; 4]>,
    glyphs: Vec<Vec<Glyph>>,
}

/// The ruled tables of a page, the smallest first.
pub(super) fn grids(rules: Vec<Rule>, budget: &mut Budget) -> Result<Vec<Grid>, ReadError> {
    let rules = joined(rules);
    if rules.len() > MAX_RULES {
        return Ok(Vec::new());
    }
    let mut grids = Vec::new();
    for group in touching(&rules, budget)? {
        grids.extend(Grid::new(&group, budget)?);
    }
    grids.sort_by(|a, b| a.area().total_cmp(&b.area()));
    Ok(grids)
}

/// Lines with their pieces joined and their doubles dropped.
fn joined(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|a, b| {
        let order = a.is_horizontal.cmp(&b.is_horizontal);
        order
            .then(a.at.total_cmp(&b.at))
            .then(a.from.total_cmp(&b.from))
    });
    let mut joined: Vec<Rule> = Vec::new();
    let mut rest = &rules[..];
    while let [first, ..] = rest {
        let in_line = rest.iter().take_while(|rule| {
            rule.is_horizontal == first.is_horizontal && rule.at - first.at < NEAR / 2.0
        });
        let mut line;
        (line, rest) = {
            let (line, rest) = rest.split_at(in_line.count());
            (line.to_vec(), rest)
        };
        line.sort_by(|a, b| a.from.total_cmp(&b.from));
        let at = first.at;
        let mut last: Option<Rule> = None;
        for rule in line {
            match &mut last {
                Some(last) if rule.from <= last.to + NEAR => last.to = last.to.max(rule.to),
                _ => joined.extend(last.replace(Rule { at, ..rule })),
            }
        }
        joined.extend(last);
    }
    joined
}

/// Groups of lines that touch each other, directly or by others.
fn touching(rules: &[Rule], budget: &mut Budget) -> Result<Vec<Vec<Rule>>, ReadError> {
    let n_vertical = rules.iter().take_while(|rule| !rule.is_horizontal).count();
    let (vertical, horizontal) = rules.split_at(n_vertical);
    budget.take_small_steps(vertical.len() * horizontal.len())?;
    let mut sets = Sets::new(rules.len());
    for (v, column) in vertical.iter().enumerate() {
        for (h, row) in horizontal.iter().enumerate() {
            if row.reaches(column.at) && column.reaches(row.at) {
                sets.unite(v, n_vertical + h);
            }
        }
    }
    let mut groups = vec![Vec::new(); rules.len()];
    for (place, rule) in rules.iter().enumerate() {
        groups[sets.find(place)].push(*rule);
    }
    groups.retain(|group| group.len() > 2);
    Ok(groups)
}

impl Rule {
    fn reaches(&self, across: f64) -> bool {
        (self.from - REACH..=self.to + REACH).contains(&across)
    }
}

impl Grid {
    fn new(rules: &[Rule], budget: &mut Budget) -> Result<Option<Grid>, ReadError> {
        let (horizontal, vertical): (Vec<Rule>, Vec<Rule>) =
            rules.iter().partition(|rule| rule.is_horizontal);
        let (mut ys, y_ends) = positions(&horizontal, &vertical);
        let (xs, x_ends) = positions(&vertical, &horizontal);
        ys.reverse();
        if xs.len() < 2 || ys.len() < 2 || xs.len() + ys.len() < 5 {
            return Ok(None);
        }
        let (n_rows, n_columns) = (ys.len() - 1, xs.len() - 1);
        budget.take_area(n_rows, n_columns)?;
        budget.take_small_steps((n_rows + n_columns) * rules.len())?;

        // Whether there is a line over each position, and one to the left of it.
        let mut over = vec![false; n_rows * n_columns];
        let mut left = over.clone();
        for rule in &horizontal {
            let Some(row) = ys.iter().position(|y| (y - rule.at).abs() <= NEAR) else {
                continue;
            };
            for column in (0..n_columns).filter(|_| row < n_rows) {
                let middle = (xs[column] + xs[column + 1]) / 2.0;
                over[row * n_columns + column] |= rule.reaches(middle);
            }
        }
        for rule in &vertical {
            let Some(column) = xs.iter().position(|x| (x - rule.at).abs() <= NEAR) else {
                continue;
            };
            for row in (0..n_rows).filter(|_| column < n_columns) {
                let middle = (ys[row] + ys[row + 1]) / 2.0;
                left[row * n_columns + column] |= rule.reaches(middle);
            }
        }
        // A side without a line is where other lines end, as at a page break.
        let is_end = |ends: [Option<f64>; 2], at: f64| ends.contains(&Some(at));
        for row in (0..n_rows).filter(|row| is_end(y_ends, ys[*row])) {
            over[row * n_columns..(row + 1) * n_columns].fill(true);
        }
        for column in (0..n_columns).filter(|column| is_end(x_ends, xs[*column])) {
            (0..n_rows).for_each(|row| left[row * n_columns + column] = true);
        }

        let (cells, boxes) = merged(&over, &left, n_columns);
        let glyphs = vec![Vec::new(); boxes.len()];
        Ok((boxes.len() > 1).then_some(Grid {
            xs,
            ys,
            cells,
            boxes,
            glyphs,
        }))
    }

    fn area(&self) -> f64 {
        (self.right() - self.left()) * (self.top() - self.bottom())
    }

    fn left(&self) -> f64 {
        self.xs[0]
    }

    fn right(&self) -> f64 {
        self.xs[self.xs.len() - 1]
    }

    fn top(&self) -> f64 {
        self.ys[0]
    }

    fn bottom(&self) -> f64 {
        self.ys[self.ys.len() - 1]
    }

    pub(super) fn holds(&self, glyph: &Glyph) -> bool {
        let center = (glyph.left + glyph.right) / 2.0;
        (self.left()..self.right()).contains(&center)
            && (self.bottom()..self.top()).contains(&glyph.middle)
    }

    /// Puts a character that the grid holds into its cell.
    pub(super) fn put(&mut self, glyph: Glyph) {
        let center = (glyph.left + glyph.right) / 2.0;
        let column = self.xs.partition_point(|x| *x <= center) - 1;
        let row = self.ys.partition_point(|y| *y > glyph.middle) - 1;
        let cell = self.cells[row * (self.xs.len() - 1) + column];
        self.glyphs[cell].push(glyph);
    }

    /// The table; none where nothing is written in the grid.
    pub(super) fn into_table(self) -> Option<Table> {
        if self.glyphs.iter().all(Vec::is_empty) {
            return None;
        }
        let mut rows: Vec<Vec<TableCell>> = Vec::new();
        rows.resize_with(self.ys.len() - 1, Vec::new);
        let top = self.top();
        for (area, glyphs) in self.boxes.into_iter().zip(self.glyphs) {
            let [row, column, end_row, end_column] = area;
            let lines = lines::lines(glyphs);
            let mut asides = Vec::new();
            let mut texts = Vec::new();
            for line in lines {
                asides.extend(line.asides);
                texts.extend(Some(line.text).filter(|text| !text.is_empty()));
            }
            rows[row].push(TableCell {
                left: self.xs[column],
                right: self.xs[end_column],
                height: end_row - row,
                text: texts.join("\n"),
                asides,
            });
        }
        Some(Table { top, rows })
    }
}

/// Where lines stand, with the ends of those across where these go further; ends that were added come apart too.
fn positions(lines: &[Rule], across: &[Rule]) -> (Vec<f64>, [Option<f64>; 2]) {
    let mut at: Vec<f64> = lines.iter().map(|line| line.at).collect();
    at.sort_by(f64::total_cmp);
    at.dedup_by(|b, a| *b - *a <= NEAR);
    let (Some(first), Some(last)) = (at.first().copied(), at.last().copied()) else {
        return (at, [None, None]);
    };
    let low = across.iter().map(|line| line.from).min_by(f64::total_cmp);
    let high = across.iter().map(|line| line.to).max_by(f64::total_cmp);
    let low = low.filter(|low| first - low > MIN_ROW);
    let high = high.filter(|high| high - last > MIN_ROW);
    at.splice(0..0, low);
    at.extend(high);
    (at, [low, high])
}

/// The cell that covers each position, and the first row and column of each cell and the first beyond it.
fn merged(over: &[bool], left: &[bool], n_columns: usize) -> (Vec<usize>, Vec<[usize; 4]>) {
    let mut sets = Sets::new(over.len());
    for place in 0..over.len() {
        if place % n_columns > 0 && !left[place] {
            sets.unite(place, place - 1);
        }
        if place >= n_columns && !over[place] {
            sets.unite(place, place - n_columns);
        }
    }
    let mut numbers = vec![usize::MAX; over.len()];
    let mut cells = vec![0; over.len()];
    let mut boxes: Vec<[usize; 4]> = Vec::new();
    let mut areas = Vec::new();
    for place in 0..over.len() {
        let (row, column) = (place / n_columns, place % n_columns);
        let number = &mut numbers[sets.find(place)];
        if *number == usize::MAX {
            *number = boxes.len();
            boxes.push([row, column, row + 1, column + 1]);
            areas.push(0);
        }
        let [_, first_column, end_row, end_column] = &mut boxes[*number];
        *first_column = column.min(*first_column);
        *end_row = row + 1;
        *end_column = (column + 1).max(*end_column);
        areas[*number] += 1;
        cells[place] = *number;
    }
    // A cell can only be a box; what is none falls apart into its rows.
    let is_box = |number: usize| {
        let [row, column, end_row, end_column] = boxes[number];
        (end_row - row) * (end_column - column) == areas[number]
    };
    if (0..boxes.len()).all(is_box) {
        return (cells, boxes);
    }
    let is_apart: Vec<_> = cells.iter().map(|number| !is_box(*number)).collect();
    let over: Vec<_> = over
        .iter()
        .zip(is_apart)
        .map(|(over, apart)| *over || apart)
        .collect();
    merged(&over, left, n_columns)
}

/// Sets of places that are united step by step.
struct Sets(Vec<usize>);

impl Sets {
    fn new(n_places: usize) -> Sets {
        Sets((0..n_places).collect())
    }

    fn find(&mut self, place: usize) -> usize {
        let mut root = place;
        while self.0[root] != root {
            self.0[root] = self.0[self.0[root]];
            root = self.0[root];
        }
        root
    }

    /// The set keeps its first place as its name.
    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b)] = a.min(b);
    }
}
