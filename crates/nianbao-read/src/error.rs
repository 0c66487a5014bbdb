//! Why a file cannot be read at all; whatever can be opened is read, with remarks.

use std::fmt;

use nianbao_core::saved::SavedError;

use super::kinds::readable_in_words;

/// Why a file gives no report, as a sentence that says what to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// There is nothing in it.
    Empty,
    /// It is larger, or unpacks to more, than any report can need (`budget.rs`).
    TooLarge,
    /// A document of an office program from before 1997, or of another with the same container.
    OldOffice,
    /// It asks for a password.
    Encrypted,
    /// A PDF or OFD without text.
    Scanned,
    /// A picture.
    Image,
    /// A zip with so many documents, none of them the draft of the others.
    Several(usize),
    /// A format that is not read; its usual name.
    Unsupported(&'static str),
    /// The container is broken.
    Damaged {
        /// Which part of it.
        part: String,
        /// The parser's words.
        reason: String,
    },
    /// JSON that is no saved report of ours.
    Saved(SavedError),
    /// It could be opened, but nothing of an annual report is in it.
    NotAReport,
    /// The reader of its container is not in this program; it is in one that was built with the other feature.
    Elsewhere,
}

impl ReadError {
    /// The word used in machine-readable output, whatever the sentence says.
    pub fn key(&self) -> &'static str {
        match self {
            ReadError::Empty => "empty",
            ReadError::TooLarge => "too-large",
            ReadError::OldOffice => "old-office",
            ReadError::Encrypted => "encrypted",
            ReadError::Scanned => "scanned",
            ReadError::Image => "image",
            ReadError::Several(_) => "several",
            ReadError::Unsupported(_) => "unsupported",
            ReadError::Damaged { .. } => "damaged",
            ReadError::Saved(_) => "no-draft",
            ReadError::NotAReport => "no-report",
            ReadError::Elsewhere => "elsewhere",
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Empty => write!(f, "文件是空的，请选择另一个文件。"),
            ReadError::TooLarge => write!(
                f,
                "文件太大，不像是一份年报；请把年报单独存成一个文件，或者复制年报的文字粘贴进来。"
            ),
            ReadError::OldOffice => write!(
                f,
                "这是很早以前的文档格式，无法直接读取；请用 WPS 或 Word 打开，另存为 .docx 再打开，或者全选复制后粘贴进来。"
            ),
            ReadError::Encrypted => write!(
                f,
                "文件加了密码，无法读取；请先在 WPS、Word 或 PDF 阅读器里取消密码，另存后再打开。"
            ),
            ReadError::Scanned => write!(
                f,
                "这份文件里没有文字，可能是扫描件；请打开排版用的原文档（.docx），或者用文字识别软件转换后再打开。"
            ),
            ReadError::Image => write!(
                f,
                "这是一张图片，读不出文字；请打开原文档（.docx），或者用文字识别软件转换后把文字粘贴进来。"
            ),
            ReadError::Several(n) => write!(
                f,
                "压缩包里有 {n} 个文件，不知道要打开哪一个；请解压后打开其中一个。"
            ),
            ReadError::Unsupported(name) => write!(
                f,
                "不能直接读取{name}文件。可以打开的有：{}。请用能打开它的软件另存为其中一种再打开，或者全选复制后粘贴进来。",
                readable_in_words()
            ),
            ReadError::Damaged { part, reason } => write!(
                f,
                "文件不完整或已损坏，无法读取（{part}：{reason}）；请重新下载，或者用原软件打开后另存再试。"
            ),
            ReadError::Saved(error) => write!(f, "{error}"),
            ReadError::Elsewhere => write!(f, "这个程序读不了这种文件。"),
            ReadError::NotAReport => write!(
                f,
                "没有在里面找到政府信息公开工作年度报告的标题、段落或表格；如果年报在网页的附件里，请下载附件后再打开。"
            ),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<SavedError> for ReadError {
    fn from(error: SavedError) -> ReadError {
        ReadError::Saved(error)
    }
}
