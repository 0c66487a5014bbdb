//! Prints the counting notes as the page docs/counting-notes.md, for those who know the law and not the program.

use super::{CountingNote, On};
use crate::form::{FORMS, Form};

/// The notes of the newest edition as Markdown, in printed order.
pub fn page() -> String {
    let form = FORMS.last().expect("there is an edition");
    let mut page = HEAD.to_owned();
    let mut last = None;
    for note in form.counting_notes() {
        if let On::Section(_) | On::Field(_) = note.on
            && last != Some(note.on)
        {
            page += &format!("\n## {}\n\n", form.noted_place(note.on));
            last = Some(note.on);
        }
        page += &entry(form, note);
    }
    page
}

const HEAD: &str = "\
# 填写说明

本页由格式的数据文件自动印出，与页面上按 F1 或点“?”看到的一致，不要手工修改。
每条注明依据的种类和出处：

- **法规**：法律、行政法规。
- **文件**：国务院办公厅的格式、通知和答复。
- **由格式推出**：没有原文，由表头和勾稽关系推出。
- **惯例**：地方通知的要求和已公布年报的通行做法，以当地通知为准。

没有说明的，是没有查到可靠的说法，不是随便填。
";

fn entry(form: &Form, note: &CountingNote) -> String {
    let about = match note.on {
        On::Section(_) | On::Field(_) => String::new(),
        on => format!("**{}**　", form.noted_place(on)),
    };
    format!(
        "- {about}{}（{}：{}）\n",
        note.says,
        note.evidence.name(),
        note.source
    )
}
