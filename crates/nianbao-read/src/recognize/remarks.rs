//! What kind of document was read, and the sentences about what was not understood.

use nianbao_core::form::{Content, Form};

use super::super::reading::{Confidence, Kind, Reading};
use super::front::Front;

/// Remarks on single rows and columns; more would hide the others.
pub(super) const MAX_REMARKS_OF_A_KIND: usize = 10;

/// Remarks on sub-headings; a real section has a few dozen lines.
const MAX_REMARKS: usize = 50;

/// The year of the first reports on the uniform format.
const FIRST_YEAR: u16 = 2019;

/// What was read, or none if nothing of an annual report is there.
pub(super) fn kind(reading: &Reading, front: &Front) -> Option<Kind> {
    let n_sections = reading.sections.iter().flatten().count();
    let is_filled = |source: &super::super::reading::Source| !source.snippet.is_empty();
    let is_older = front.year.is_some_and(|year| year < FIRST_YEAR) && !front.title.is_empty();
    let has_tables = reading
        .sources
        .iter()
        .any(|source| source.confidence.key() != "not-found" || is_filled(source));
    if !has_tables && is_older {
        return Some(Kind::Older);
    }
    if !has_tables && n_sections < 3 {
        return None;
    }
    if ["上半年", "下半年", "季度"]
        .iter()
        .any(|word| front.title.contains(word))
    {
        return Some(Kind::OtherPeriod);
    }
    let report = &reading.report;
    let is_written = |section: usize| {
        let prose = report.prose(section);
        !prose.trim().is_empty() && !prose.contains("文字描述")
    };
    let is_any_written = (0..report.form.edition.sections.len()).any(is_written);
    let is_blank = !is_any_written && report.organ.name.is_empty();
    match has_tables && is_blank && !reading.sources.iter().any(is_filled) {
        true => Some(Kind::Template),
        false => Some(Kind::Report),
    }
}

/// Adds what has to be said of a reading as a whole before what was said of its parts.
pub(super) fn complete(reading: &mut Reading, rows: &[String], columns: &[String]) {
    let report = &reading.report;
    let edition = report.form.edition;
    let mut remarks = Vec::new();
    remarks.extend(reading.kind.remark().map(str::to_owned));
    let newest = Form::for_year(u16::MAX).edition.year;
    if edition.year != newest {
        remarks.push(format!(
            "这份报告用的是{}年版格式，表格已按那一版读入；它的各项与{newest}年版不能一一对应。",
            edition.year
        ));
    }
    if let Some(year) = report.year
        && reading.kind == Kind::Report
        && Form::for_year(year).edition.year != edition.year
    {
        remarks.push(format!(
            "{year}年度的报告应当使用{}年版格式。",
            Form::for_year(year).edition.year
        ));
    }
    if report.organ.name.is_empty() {
        remarks.push("没有找到机关名称，请填写。".to_owned());
    }
    if report.year.is_none() {
        remarks.push("没有找到报告的年度，请填写。".to_owned());
    }
    if reading.kind != Kind::Older {
        for (section, found) in edition.sections.iter().zip(&reading.sections) {
            if found.is_none() {
                remarks.push(format!("没有找到“{}”这个标题。", section.title));
            }
        }
        remarks.extend(missing_tables(reading));
    }
    remarks.extend(some(rows, |row| {
        format!("表格里有一行不在格式之内，没有读入：{row}")
    }));
    remarks.extend(some(columns, |column| {
        format!("表格里有一列不在格式之内，没有读入：{column}")
    }));
    let n_more = reading.remarks.len().saturating_sub(MAX_REMARKS);
    reading.remarks.truncate(MAX_REMARKS);
    remarks.append(&mut reading.remarks);
    if n_more > 0 {
        remarks.push(format!("类似的说明还有 {n_more} 条，没有列出。"));
    }
    reading.remarks = remarks;
}

/// Sections whose tables were not found at all, as where they are pictures.
fn missing_tables(reading: &Reading) -> Vec<String> {
    let form = reading.report.form;
    let is_missing = |section: usize| {
        let is_of_tables = matches!(form.edition.sections[section].content, Content::Tables(_));
        let mut sources = reading
            .sources
            .iter()
            .filter(|source| form.tables[form.place(source.cell).table].section == section);
        is_of_tables
            && sources.all(|source| {
                matches!(&source.confidence, Confidence::NotFound(_)) && source.snippet.is_empty()
            })
    };
    let missing = (0..form.edition.sections.len()).filter(|&section| is_missing(section));
    missing
        .map(|section| {
            format!(
                "没有读到“{}”的表格；如果原文的表格是图片，请照着填写。",
                form.edition.sections[section].title
            )
        })
        .collect()
}

/// A sentence for each text, up to a number, and one for all others.
fn some(texts: &[String], sentence: impl Fn(&str) -> String) -> Vec<String> {
    let mut sentences: Vec<_> = texts
        .iter()
        .take(MAX_REMARKS_OF_A_KIND)
        .map(|text| sentence(text))
        .collect();
    if texts.len() > MAX_REMARKS_OF_A_KIND {
        sentences.push(format!(
            "另有{}处同样没有读入，原文列在“未读入的文字”里。",
            texts.len() - MAX_REMARKS_OF_A_KIND
        ));
    }
    sentences
}
