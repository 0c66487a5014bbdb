//! Texts made comparable: compatibility forms, no spaces, no brackets and quotes.

use unicode_normalization::UnicodeNormalization;

/// Marks that say nothing in heads and wordings.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '(' | ')'
                | '（'
                | '）'
                | '['
                | ']'
                | '【'
                | '】'
                | '〔'
                | '〕'
                | '“'
                | '”'
                | '"'
                | '\''
                | '‘'
                | '’'
                | '《'
                | '》'
                | '「'
                | '」'
                | ':'
                | '：'
                | '、'
                | '/'
                | '\\'
                | '*'
                | '·'
                | '-'
                | '—'
                | '－'
                | '_'
                | '.'
                | '。'
                | ','
                | '，'
                | ';'
                | '；'
                | '\u{feff}'
                | '\u{200b}'
        )
}

/// A text without the marks that say nothing.
pub(crate) fn folded(text: &str) -> String {
    text.nfkc().filter(|c| !is_mark(*c)).collect()
}

/// A text without line ends and runs of spaces.
pub(crate) fn one_line(text: &str) -> Box<str> {
    match text.contains(['\n', '\r', '\t']) || text.contains("  ") {
        true => text.split_whitespace().collect::<Vec<_>>().join(" ").into(),
        false => text.into(),
    }
}
