//! The bytes of an RTF document as groups, words and characters.

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Begin,
    End,
    /// A control word with its number.
    Word(&'a str, Option<i32>),
    /// A control symbol, such as `*` and `~`.
    Symbol(u8),
    /// A byte of text, in whatever encoding.
    Byte(u8),
}

/// The tokens of a document; binary data between them is skipped.
pub(super) fn tokens(mut rest: &[u8]) -> impl Iterator<Item = Token<'_>> {
    std::iter::from_fn(move || {
        loop {
            let (&first, after) = rest.split_first()?;
            rest = after;
            return Some(match first {
                b'{' => Token::Begin,
                b'}' => Token::End,
                // Line ends are layout of the source.
                b'\r' | b'\n' | 0 => continue,
                b'\\' => match escaped(&mut rest)? {
                    Token::Word("bin", length) => {
                        let length = usize::try_from(length.unwrap_or(0)).unwrap_or(0);
                        rest = &rest[length.min(rest.len())..];
                        continue;
                    }
                    token => token,
                },
                byte => Token::Byte(byte),
            });
        }
    })
}

/// What a backslash begins.
fn escaped<'a>(rest: &mut &'a [u8]) -> Option<Token<'a>> {
    let n_letters = rest
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    if n_letters > 0 {
        let (word, after) = rest.split_at(n_letters);
        let is_negative = after.first() == Some(&b'-');
        let digits = &after[usize::from(is_negative)..];
        let n_digits = digits
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let mut number = None;
        *rest = after;
        if n_digits > 0 {
            let value = digits[..n_digits].iter().fold(0_i32, |value, digit| {
                value
                    .saturating_mul(10)
                    .saturating_add(i32::from(digit - b'0'))
            });
            number = Some(if is_negative { -value } else { value });
            *rest = &digits[n_digits..];
        }
        *rest = rest.strip_prefix(b" ").unwrap_or(rest);
        return Some(Token::Word(
            std::str::from_utf8(word).unwrap_or_default(),
            number,
        ));
    }
    let (&symbol, after) = rest.split_first()?;
    *rest = after;
    Some(match symbol {
        b'\'' => {
            let digits = rest
                .get(..2)
                .and_then(|digits| std::str::from_utf8(digits).ok());
            match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                Some(byte) => {
                    *rest = &rest[2..];
                    Token::Byte(byte)
                }
                None => Token::Symbol(symbol),
            }
        }
        b'{' | b'}' | b'\\' => Token::Byte(symbol),
        b'\r' | b'\n' => Token::Word("par", None),
        b'\t' => Token::Word("tab", None),
        symbol => Token::Symbol(symbol),
    })
}
