//! Escaping for XML and HTML.

/// Text that can stand between tags and in a quoted attribute.
///
/// Characters that XML has no way to hold, such as most control characters, are shown as U+FFFD.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'.. => escaped.push(c),
            _ => escaped.push(char::REPLACEMENT_CHARACTER),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text_again() {
        assert_eq!(
            escape(r#"<《条例》&"x">"#),
            "&lt;《条例》&amp;&quot;x&quot;&gt;"
        );
    }

    #[test]
    fn what_xml_cannot_hold_is_shown_as_missing() {
        assert_eq!(
            escape("a\u{0}b\u{b}c\u{ffff}\td😀"),
            "a\u{fffd}b\u{fffd}c\u{fffd}\td😀"
        );
    }
}
