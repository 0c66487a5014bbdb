//! What is said of cells that show something else than they hold.

/// The largest number of differences that are told one by one.
const MAX_TOLD: usize = 10;

/// Where what is shown is not what is stored.
#[derive(Default)]
pub(super) struct Differences {
    pub(super) told: Vec<String>,
    pub(super) n_more: usize,
    pub(super) n_hidden_zeros: usize,
    pub(super) n_uncomputed: usize,
}

impl Differences {
    pub(super) fn note(
        &mut self,
        sheet: &str,
        row: usize,
        column: usize,
        shown: &str,
        stored: &str,
    ) {
        match () {
            () if stored == "0" && shown.is_empty() => self.n_hidden_zeros += 1,
            () if self.told.len() >= MAX_TOLD => self.n_more += 1,
            () => self.told.push(format!(
                "工作表“{sheet}”第{}行第{}列显示为“{shown}”，存的数是{stored}；按显示的读。",
                row + 1,
                column + 1
            )),
        }
    }

    pub(super) fn into_remarks(self) -> Vec<String> {
        let mut remarks = self.told;
        if self.n_more > 0 {
            remarks.push(format!(
                "另有{}格显示的也与存的数不同，都按显示的读。",
                self.n_more
            ));
        }
        if self.n_hidden_zeros > 0 {
            let n = self.n_hidden_zeros;
            remarks.push(format!("有{n}格存的是0而不显示，按空白读。"));
        }
        if self.n_uncomputed > 0 {
            let n = self.n_uncomputed;
            remarks.push(format!("有{n}格是公式，文件里没有算出的结果，按空白读。"));
        }
        remarks
    }
}
