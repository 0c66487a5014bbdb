//! What is drawn on pages: characters and straight lines, each with an identifier of its own.

use super::face::Face;
use super::text::Glyph;
use crate::xml::escape;

/// A page with its objects as XML.
pub(super) struct Page {
    pub(super) id: usize,
    pub(super) layer_id: usize,
    pub(super) objects: String,
}

/// A heading to jump to.
pub(super) struct Heading {
    pub(super) title: &'static str,
    pub(super) page_id: usize,
    pub(super) top: i32,
}

/// Pages, the last of which is drawn on.
pub(super) struct Ink {
    pages: Vec<Page>,
    headings: Vec<Heading>,
    last_id: usize,
}

/// Thickness of the lines of tables.
const LINE_WIDTH: i32 = 180;

impl Ink {
    pub(super) fn new() -> Ink {
        let mut ink = Ink {
            pages: Vec::new(),
            headings: Vec::new(),
            last_id: Face::ALL.len(),
        };
        ink.begin_page();
        ink
    }

    pub(super) fn pages(&self) -> &[Page] {
        &self.pages
    }

    pub(super) fn headings(&self) -> &[Heading] {
        &self.headings
    }

    pub(super) fn last_id(&self) -> usize {
        self.last_id
    }

    pub(super) fn begin_page(&mut self) {
        let (id, layer_id) = (self.next_id(), self.next_id());
        self.pages.push(Page {
            id,
            layer_id,
            objects: String::new(),
        });
    }

    pub(super) fn note_heading(&mut self, title: &'static str, top: i32) {
        let page_id = self.page().id;
        self.headings.push(Heading {
            title,
            page_id,
            top,
        });
    }

    /// Characters on a baseline of the last page, by their distance from `x`.
    pub(super) fn text(&mut self, x: i32, baseline: i32, size: i32, glyphs: &[Glyph]) {
        self.text_on(self.pages.len() - 1, x, baseline, size, glyphs);
    }

    /// The same on any page; characters of another font are an object of their own.
    pub(super) fn text_on(
        &mut self,
        page_idx: usize,
        x: i32,
        baseline: i32,
        size: i32,
        glyphs: &[Glyph],
    ) {
        for run in glyphs.chunk_by(|before, after| before.face == after.face) {
            let is_space = |glyph: &Glyph| glyph.c.is_whitespace();
            let start = run.iter().take_while(|glyph| is_space(glyph)).count();
            let end = run.len() - run.iter().rev().take_while(|glyph| is_space(glyph)).count();
            if let Some([first, ..]) = run.get(start..end) {
                let object = self.run(x + first.x, baseline, size, &run[start..end]);
                self.pages[page_idx].objects += &object;
            }
        }
    }

    fn run(&mut self, x: i32, baseline: i32, size: i32, glyphs: &[Glyph]) -> String {
        let id = self.next_id();
        let first = glyphs[0];
        let width = glyphs
            .last()
            .map_or(0, |last| last.x + last.width - first.x);
        let steps: Vec<_> = glyphs
            .windows(2)
            .map(|pair| pair[1].x - pair[0].x)
            .collect();
        let steps: Vec<_> = steps
            .chunk_by(|before, after| before == after)
            .map(|same| match same.len() {
                1 => mm(same[0]),
                n => format!("g {n} {}", mm(same[0])),
            })
            .collect();
        let ascent = size * 86 / 100;
        let text: String = glyphs.iter().map(|glyph| glyph.c).collect();
        let object = format!(
            "<ofd:TextObject ID=\"{id}\" Boundary=\"{} {} {} {}\" Font=\"{}\" Size=\"{}\">\
             <ofd:TextCode X=\"0\" Y=\"{}\" DeltaX=\"{}\">{}</ofd:TextCode></ofd:TextObject>\n",
            mm(x),
            mm(baseline - ascent),
            mm(width),
            mm(size * 12 / 10),
            first.face.id(),
            mm(size),
            mm(ascent),
            steps.join(" "),
            escape(&text),
        );
        object.replace(" DeltaX=\"\"", "")
    }

    /// A straight line to the right or downward.
    pub(super) fn rule(&mut self, from: (i32, i32), to: (i32, i32)) {
        let id = self.next_id();
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        let half = LINE_WIDTH / 2;
        let object = format!(
            "<ofd:PathObject ID=\"{id}\" Boundary=\"{} {} {} {}\" LineWidth=\"{}\">\
             <ofd:AbbreviatedData>M {half} {half} L {} {}</ofd:AbbreviatedData></ofd:PathObject>\n",
            mm(from.0 - half),
            mm(from.1 - half),
            mm(width + LINE_WIDTH),
            mm(height + LINE_WIDTH),
            mm(LINE_WIDTH),
            mm(width + half),
            mm(height + half),
            half = mm(half),
        );
        self.page().objects += &object;
    }

    fn page(&mut self) -> &mut Page {
        self.pages.last_mut().expect("there is a first page")
    }

    fn next_id(&mut self) -> usize {
        self.last_id += 1;
        self.last_id
    }
}

/// A length as the file has it, in millimetres.
pub(super) fn mm(length: i32) -> String {
    let (sign, length) = (if length < 0 { "-" } else { "" }, length.unsigned_abs());
    let decimals = format!("{:03}", length % 1000);
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{}", length / 1000),
        decimals => format!("{sign}{}.{decimals}", length / 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::mm;

    #[test]
    fn lengths_are_written_without_needless_zeros() {
        let written = [0, 5_644, 210_000, 90, -1_500].map(mm);
        assert_eq!(written, ["0", "5.644", "210", "0.09", "-1.5"]);
    }
}
