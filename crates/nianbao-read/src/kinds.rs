//! The kinds of files that are opened, as people know them: one list for file dialogs, help, refusals and the readers.

/// A kind of file as people know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileKind {
    /// Its Chinese name.
    pub name: &'static str,
    /// How names of such files end, without the dot, the usual ending first.
    pub endings: &'static [&'static str],
}

const fn kind(name: &'static str, endings: &'static [&'static str]) -> FileKind {
    FileKind { name, endings }
}

pub(crate) const DOCX: FileKind = kind("Word 文档", &["docx"]);
pub(crate) const DOC: FileKind = kind("Word 97–2003 文档", &["doc", "wps"]);
pub(crate) const XLSX: FileKind = kind("Excel 表格", &["xlsx"]);
pub(crate) const XLS: FileKind = kind("Excel 97–2003 表格", &["xls", "et"]);
pub(crate) const PDF: FileKind = kind("带文字的 PDF", &["pdf"]);
pub(crate) const OFD: FileKind = kind("OFD 版式文件", &["ofd"]);
pub(crate) const RTF: FileKind = kind("RTF 文档", &["rtf"]);
pub(crate) const ODT: FileKind = kind("OpenDocument 文档", &["odt", "fodt"]);
pub(crate) const ODS: FileKind = kind("OpenDocument 表格", &["ods", "fods"]);
pub(crate) const MHT: FileKind = kind("单个文件网页", &["mht", "mhtml"]);
pub(crate) const HTML: FileKind = kind("网页", &["html", "htm"]);
pub(crate) const CSV: FileKind = kind("CSV 数据", &["csv", "tsv"]);
pub(crate) const JSON: FileKind = kind("草稿文件", &["json"]);
pub(crate) const TEXT: FileKind = kind("纯文本", &["txt", "md"]);
pub(crate) const ZIP: FileKind = kind("压缩包", &["zip"]);

/// Every kind of file that is opened, in the order in which bytes are tried and people are told.
///
/// A list by itself, so that a program can show it without the readers.
pub static READABLE: [FileKind; 15] = [
    DOCX, DOC, XLSX, XLS, PDF, OFD, RTF, ODT, ODS, MHT, HTML, CSV, JSON, TEXT, ZIP,
];

/// The endings of all files that are opened, as a file dialog takes them: `.docx,.xlsx`.
pub fn accepted() -> String {
    let endings = READABLE.iter().flat_map(|kind| kind.endings);
    let endings: Vec<_> = endings.map(|ending| format!(".{ending}")).collect();
    endings.join(",")
}

/// What is opened, in a phrase: `Word 文档（.docx）、网页（.html、.htm）`.
pub fn readable_in_words() -> String {
    let kinds = READABLE.iter().map(FileKind::in_words);
    kinds.collect::<Vec<_>>().join("、")
}

impl FileKind {
    /// Name and endings: `网页（.html、.htm）`.
    pub fn in_words(&self) -> String {
        let endings: Vec<_> = self.endings.iter().map(|end| format!(".{end}")).collect();
        format!("{}（{}）", self.name, endings.join("、"))
    }

    /// Whether names of such files may end like this, in upper or lower case.
    pub fn has(&self, ending: &str) -> bool {
        self.endings
            .iter()
            .any(|own| own.eq_ignore_ascii_case(ending))
    }
}
