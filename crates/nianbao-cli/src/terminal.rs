//! What goes to a terminal: whole Chinese sentences, and nothing that would steer it.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

/// A text whose characters that steer a terminal, or turn around what is read, are spelled; line ends and tabs stay.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    spelled(text, |c| steers(c) && !matches!(c, '\n' | '\t'))
}

/// The same in one line.
pub(crate) fn in_one_line(text: &str) -> Cow<'_, str> {
    spelled(text, steers)
}

/// How a file is called, in one line.
pub(crate) fn name(path: &Path) -> String {
    in_one_line(&path.display().to_string()).into_owned()
}

/// JSON whose characters that steer a terminal are spelled, which is the same JSON.
pub(crate) fn json(json: &str) -> Cow<'_, str> {
    if !json.contains(|c| steers(c) && c != '\n') {
        return Cow::Borrowed(json);
    }
    let mut spelled = String::with_capacity(json.len());
    for c in json.chars() {
        match steers(c) && c != '\n' {
            true => write!(spelled, "\\u{:04x}", u32::from(c)).expect("memory suffices"),
            false => spelled.push(c),
        }
    }
    Cow::Owned(spelled)
}

/// Says a sentence beside the output. There is nowhere to say that this fails.
pub(crate) fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "{}", harmless(sentence));
}

/// What the operating system said, as a sentence.
pub(crate) fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或文件夹。".to_owned(),
        io::ErrorKind::PermissionDenied => "没有读写权限。".to_owned(),
        io::ErrorKind::IsADirectory => "这是文件夹，不是文件。".to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "磁盘已满。".to_owned(),
        io::ErrorKind::FileTooLarge => "文件超过了允许的大小。".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "这个位置只能读，不能写。".to_owned(),
        io::ErrorKind::InvalidFilename => "文件名太长，或者有不能用的字符。".to_owned(),
        io::ErrorKind::NotADirectory => "路径中有一段不是文件夹。".to_owned(),
        _ => format!("系统不能读写（{error}）。"),
    }
}

/// Whether a character steers a terminal, ends a line, or changes the direction of what follows.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200E}' | '\u{200F}')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn spelled(text: &str, is_spelled: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_spelled) {
        return Cow::Borrowed(text);
    }
    let mut spelled = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match is_spelled(c) {
            true => spelled.extend(c.escape_default()),
            false => spelled.push(c),
        }
    }
    Cow::Owned(spelled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_spelled_and_nothing_else() {
        let text = "甲\u{1b}[31m红\u{7}\r乙\n\t\u{202e}丙\u{9b}";
        assert_eq!(
            harmless(text),
            "甲\\u{1b}[31m红\\u{7}\\r乙\n\t\\u{202e}丙\\u{9b}"
        );
        assert_eq!(in_one_line("一\n二"), "一\\n二");
        assert_eq!(harmless("“示例市”　—…"), "“示例市”　—…");
    }

    #[test]
    fn json_stays_the_same_json() {
        let text = "{\n  \"甲\": \"\u{9b}\u{7f}\u{202e}\"\n}";
        let read: serde_json::Value = serde_json::from_str(&json(text)).expect("JSON");
        assert!(!json(text).contains('\u{9b}'));
        assert_eq!(read["甲"], "\u{9b}\u{7f}\u{202e}");
    }
}
