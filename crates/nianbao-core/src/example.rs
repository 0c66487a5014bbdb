//! A small sound report of an invented organ: what rule examples change, and what a first-time visitor can look at.

use crate::form::Form;
use crate::report::{Level, OrganKind, Report};

/// The text of each section, by key.
const TEXTS: &[(&str, &str)] = &[
    (
        "overview",
        "2025年，示例市信访局认真贯彻落实《中华人民共和国政府信息公开条例》，围绕群众关心的事项做好政府信息公开工作。",
    ),
    (
        "overview/proactive",
        "全年通过市政府门户网站主动公开信息42条，其中机构职能3条、工作动态31条、财政预决算8条。",
    ),
    (
        "overview/on-request",
        "规范申请的登记、办理、答复和归档。全年新收政府信息公开申请2件，上年结转0件，办结2件，结转下年度0件。\
         未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
    ),
    (
        "overview/management",
        "落实信息发布审核制度，先审查后公开。全年未制发行政规范性文件。",
    ),
    (
        "overview/platforms",
        "以市政府门户网站专栏为主要平台，接待大厅设有信息查阅点。",
    ),
    (
        "overview/oversight",
        "政府信息公开纳入年度工作考核，接受社会评议，组织培训2次。全年未发生责任追究的情形。",
    ),
    (
        "problems",
        "存在的主要问题：一是主动公开内容的针对性还不够强，群众关心的办事流程公开得不够细；二是信息更新有时不够及时。\n\
         改进措施：一是对照办事高频事项补充公开内容；二是明确各科室更新时限，按月检查。",
    ),
    (
        "other-matters",
        "2025年，本机关未收取信息处理费。没有其他需要报告的事项。",
    ),
];

/// A report on 2025 without any finding: all figures 0, but for two requests of natural persons that were granted.
pub fn sound_report() -> Report {
    sound_report_on(Form::for_year(2025))
}

/// The same report on another edition; texts that the edition has no place for are left out.
pub fn sound_report_on(form: &'static Form) -> Report {
    let mut report = Report::new(form, 2025);
    report.organ.name = "示例市信访局".to_owned();
    report.organ.kind = Some(OrganKind::Department);
    report.organ.level = Some(Level::County);
    report.preamble = report.standard_preamble();
    report.signature = report.organ.name.clone();
    report.date = "2026年1月9日".to_owned();
    for cell in form.cells().filter(|&cell| !form.is_total(cell)) {
        report.type_figure(cell, "0");
    }
    for row in ["newly-received", "handled/granted"] {
        if let Some(cell) = form.cell("requests", row, "requester/natural-person") {
            report.type_figure(cell, "2");
        }
    }
    for (key, content) in TEXTS {
        if let Some(text) = form.text(key) {
            report.set_text(text, *content);
        }
    }
    report
}
