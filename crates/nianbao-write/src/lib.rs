//! Writes a report into a file. Every writer walks the same outline ([`document`]) and the same grids; the same report gives the same bytes.

use nianbao_core::judgement::Judgement;
use nianbao_core::report::Report;
use nianbao_core::saved;

pub mod csv;
pub mod document;
mod docx;
mod fragment;
pub mod html;
pub mod lists;
mod ofd;
mod package;
mod paper;
mod sheet;
mod svg;
mod text;
mod xlsx;
mod xml;

pub use nianbao_core::unprinted::Mark;
pub use svg::Layout;

/// A file format that reports are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Format {
    /// Word and WPS.
    Docx,
    /// One self-contained web page.
    Html,
    /// Excel and WPS, with the figures as numbers and the totals as formulas.
    Xlsx,
    /// The national layout format, for archives.
    Ofd,
    /// A picture of the year's figures.
    Svg,
    /// One line for each figure.
    Csv,
    /// Text with tabs between cells.
    Text,
    /// Text with Markdown's marks.
    Markdown,
    /// The saved report (docs/saved-format.md).
    Json,
}

impl Format {
    /// All formats, the one most asked for first.
    pub const ALL: [Format; 9] = [
        Format::Docx,
        Format::Html,
        Format::Xlsx,
        Format::Ofd,
        Format::Svg,
        Format::Csv,
        Format::Text,
        Format::Markdown,
        Format::Json,
    ];

    /// The format of a file name's ending, in upper or lower case, without the dot.
    pub fn of_extension(extension: &str) -> Option<Format> {
        Self::ALL
            .into_iter()
            .find(|format| format.extension().eq_ignore_ascii_case(extension))
    }

    /// The ending of a file name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Docx => "docx",
            Format::Html => "html",
            Format::Xlsx => "xlsx",
            Format::Ofd => "ofd",
            Format::Svg => "svg",
            Format::Csv => "csv",
            Format::Text => "txt",
            Format::Markdown => "md",
            Format::Json => "json",
        }
    }

    /// The media type a browser needs for a download.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Format::Html => "text/html;charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Ofd => "application/ofd",
            Format::Svg => "image/svg+xml",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Text => "text/plain;charset=utf-8",
            Format::Markdown => "text/markdown;charset=utf-8",
            Format::Json => "application/json",
        }
    }

    /// The name shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Format::Docx => "Word 文档",
            Format::Html => "网页",
            Format::Xlsx => "Excel 表格",
            Format::Ofd => "OFD 版式文件",
            Format::Svg => "图解",
            Format::Csv => "CSV 数据",
            Format::Text => "纯文本",
            Format::Markdown => "Markdown",
            Format::Json => "草稿文件",
        }
    }

    /// What it is good for, in a line shown to people.
    pub fn purpose(self) -> &'static str {
        match self {
            Format::Docx => "报送、备案和打印，可用 WPS 或 Word 打开",
            Format::Html => "发布到网站，用浏览器打开和打印",
            Format::Xlsx => "交汇总单位，总计是公式，对不上的数变红",
            Format::Ofd => "归档和报送版式文件，用 OFD 阅读器打开",
            Format::Svg => "一张图说明全年数字，放到网站、屏幕或打印",
            Format::Csv => "每个数一行，供统计分析软件使用",
            Format::Text => "放进邮件正文，逐行比较两份年报",
            Format::Markdown => "放进文档系统，逐行比较两份年报",
            Format::Json => "留存全部填写内容，换一台电脑接着填",
        }
    }
}

/// Writes the review sheet of a report without last year's: a Word document or a web page; none in other formats.
pub fn write_sheet(report: &Report, judgement: &Judgement, format: Format) -> Option<Vec<u8>> {
    Paper::of(report).write_sheet(judgement, format)
}

/// Writes lists as a workbook, a sheet for each.
pub fn lists_workbook(title: &str, lists: &[lists::List]) -> Vec<u8> {
    xlsx::write_lists(title, lists)
}

/// Writes lists as a Word document, one below the other.
pub fn lists_document(title: &str, lists: &[lists::List]) -> Vec<u8> {
    docx::write_lists(title, lists)
}

/// The ending of a zip with one document of each format.
pub const BUNDLE: &str = "zip";

/// Writes a report in a format.
pub fn write(report: &Report, format: Format) -> Vec<u8> {
    Paper::of(report).write(format)
}

/// What is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// The report.
    pub report: &'a Report,
    /// Last year's report, where the format has room for it: in drafts and pictures.
    pub previous: Option<&'a Report>,
    /// What documents say of themselves; files for programs never do.
    pub mark: Option<Mark>,
    /// The sheet that the picture is drawn for.
    pub layout: Layout,
}

impl Paper<'_> {
    /// A report alone, as final.
    pub fn of(report: &Report) -> Paper<'_> {
        Paper {
            report,
            previous: None,
            mark: None,
            layout: Layout::default(),
        }
    }

    /// Writes it in a format.
    pub fn write(self, format: Format) -> Vec<u8> {
        let Paper {
            report, previous, ..
        } = self;
        let mark = self.mark.map(Mark::text);
        match format {
            Format::Docx => docx::write(report, mark),
            Format::Html => html::write(report, mark).into_bytes(),
            Format::Xlsx => xlsx::write(report, mark),
            Format::Ofd => ofd::write(report, mark),
            Format::Svg => svg::write(report, previous, self.layout, mark).into_bytes(),
            Format::Csv => csv::write(report).into_bytes(),
            Format::Text => text::write_plain(report, mark).into_bytes(),
            Format::Markdown => text::write_markdown(report, mark).into_bytes(),
            Format::Json => saved::write_draft(report, previous).into_bytes(),
        }
    }

    /// What its file is called, with its ending; the picture and the report are told apart by name.
    pub fn file_name(self, format: Format) -> String {
        let (name, extension) = (self.report.file_name(), format.extension());
        match format {
            Format::Svg => format!("{name}（图解）.{extension}"),
            _ => format!("{name}.{extension}"),
        }
    }

    /// Writes it in every format, as one zip.
    pub fn write_all(self) -> Vec<u8> {
        let documents = Format::ALL.map(|format| (self.file_name(format), self.write(format)));
        let parts = documents
            .each_ref()
            .map(|(name, bytes)| (&name[..], &bytes[..]));
        package::archive(&parts)
    }

    /// Writes its review sheet: a Word document or a web page; none in other formats.
    pub fn write_sheet(self, judgement: &Judgement, format: Format) -> Option<Vec<u8>> {
        let pieces = sheet::pieces(self.report, self.previous, judgement);
        match format {
            Format::Docx => Some(docx::write_sheet(self.report, &pieces)),
            Format::Html => Some(html::write_sheet(&pieces).into_bytes()),
            _ => None,
        }
    }

    /// Writes it for pasting into an editor of web pages: markup with its style in each element.
    pub fn write_fragment(self) -> String {
        let mark = self.mark.map(Mark::text);
        fragment::write(self.report, mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_found_by_its_ending() {
        for format in Format::ALL {
            assert_eq!(Format::of_extension(format.extension()), Some(format));
        }
        assert_eq!(Format::of_extension("DOCX"), Some(Format::Docx));
        assert_eq!(Format::of_extension("doc"), None);
    }

    #[test]
    fn the_same_report_gives_the_same_bytes() {
        let report = nianbao_core::example::sound_report();
        for format in Format::ALL {
            assert!(write(&report, format) == write(&report.clone(), format));
        }
    }
}
