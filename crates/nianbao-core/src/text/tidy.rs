//! What helps with typing: text from the clipboard without its layout, and punctuation as wide as the Han characters around it.

use super::is_han;

/// Text as programs for writing put it on the clipboard, with its paragraphs and without its layout.
///
/// Word indents by spaces, writes line breaks within a paragraph as vertical tabs, and keeps the numbers of lists,
/// but sets a tab behind them; its bullets are letters of symbol fonts. Blank lines between paragraphs go, since print has none.
pub fn pasted(text: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{b}', '\u{2028}', '\u{2029}'], "\n");
    let paragraphs = text.split('\n').map(paragraph);
    let written = paragraphs.filter(|paragraph| !paragraph.is_empty());
    let mut tidy = written.collect::<Vec<_>>().join("\n");
    // Whoever copies whole paragraphs goes on typing in a new one.
    if text.ends_with('\n') && !tidy.is_empty() {
        tidy.push('\n');
    }
    tidy
}

/// One paragraph without indentation, bullet and characters that are not seen.
fn paragraph(line: &str) -> String {
    let is_seen =
        |c: &char| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{7}');
    let plain = |c: char| if c == '\u{a0}' { ' ' } else { c };
    let line: String = line.chars().filter(is_seen).map(plain).collect();
    let line = line.trim();
    match line.split_once('\t') {
        Some((mark, rest)) if is_bullet(mark) => rest.trim_start().to_owned(),
        Some((mark, rest)) if is_number(mark) => format!("{mark}{}", rest.trim_start()),
        _ => line.to_owned(),
    }
}

/// Bullets as Word writes them: dots, and letters that look like one in Wingdings or Symbol.
fn is_bullet(mark: &str) -> bool {
    let mut chars = mark.chars();
    let is_dot =
        |c: char| "·•●○■□◆◇➢✓lnuØüv§o-–".contains(c) || ('\u{f000}'..='\u{f0ff}').contains(&c);
    chars.next().is_some_and(is_dot) && chars.next().is_none()
}

/// The number of a list: 1.、一、（二）, and the like.
fn is_number(mark: &str) -> bool {
    let is_digit =
        |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十第条（）()".contains(c);
    let number = mark.trim_end_matches(['.', '．', '、', ')', '）']);
    mark.chars().count() <= 6 && number.len() < mark.len() && number.chars().all(is_digit)
}

/// The text with full-width punctuation where it stands between Han characters; none where there is nothing to change.
///
/// Numbers, addresses and document numbers keep theirs: what changes has a Han character or its punctuation before it.
pub fn full_width(text: &str) -> Option<String> {
    let mut chars: Vec<char> = text.chars().collect();
    for at in 0..chars.len() {
        if chars[at] == '(' {
            widen_brackets(&mut chars, at);
        }
    }
    let bracketed: String = chars.into_iter().collect();
    let mut widened = String::with_capacity(bracketed.len() + 8);
    for (at, c) in bracketed.char_indices() {
        let rest = &bracketed[at + c.len_utf8()..];
        let follows = c != '.' && rest.starts_with(|c: char| c.is_ascii_digit());
        let is_narrow = is_narrow(&widened, c, rest)
            || follows && wide(c).is_some() && widened.ends_with(is_wide);
        widened.push(wide(c).filter(|_| is_narrow).unwrap_or(c));
    }
    (widened != text).then_some(widened)
}

/// Whether a mark is half as wide as what it stands between, Han characters and their punctuation, or what it ends.
///
/// Domains may be written in Han characters: 示例市.政务.
pub fn is_narrow(before: &str, mark: char, behind: &str) -> bool {
    const DOMAINS: [&str; 5] = ["政务", "公益", "中国", "网络", "公司"];
    let is_domain = || mark == '.' && DOMAINS.iter().any(|it| behind.starts_with(it));
    wide(mark).is_some()
        && before.ends_with(is_wide)
        && (behind.is_empty() || behind.starts_with(|c| c == '\n' || is_wide(c)))
        && !is_domain()
}

/// Widens a pair of brackets around Han characters, beginning here.
fn widen_brackets(chars: &mut [char], at: usize) {
    let is_end = |&c: &char| matches!(c, '(' | ')' | '\n');
    let inside = chars[at + 1..].iter().position(is_end);
    let Some(close) = inside
        .map(|length| at + 1 + length)
        .filter(|&close| chars[close] == ')')
    else {
        return;
    };
    let touches = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|&c| is_wide(c));
    let is_held = |outer: Option<usize>, inner: usize| touches(outer) || touches(Some(inner));
    let has_han = chars[at..close].iter().any(|&c| is_han(c));
    if !has_han || !is_held(at.checked_sub(1), at + 1) || !is_held(Some(close + 1), close - 1) {
        return;
    }
    (chars[at], chars[close]) = ('（', '）');
}

/// Han characters and the punctuation that belongs to them.
fn is_wide(c: char) -> bool {
    is_han(c) || "，。；：？！（）《》“”‘’、〔〕【】".contains(c)
}

fn wide(narrow: char) -> Option<char> {
    Some(match narrow {
        '.' => '。',
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_word_puts_on_the_clipboard_keeps_its_paragraphs_and_drops_its_layout() {
        let pasted_as = |from: &str, to: &str| assert_eq!(pasted(from), to);
        pasted_as("　　第一段。\r\n　　第二段。\r\n", "第一段。\n第二段。\n");
        pasted_as("换行\u{b}在段内", "换行\n在段内");
        pasted_as(
            "1.\t第一项\r\n（二）\t第二项\r\n一、\t第三项",
            "1.第一项\n（二）第二项\n一、第三项",
        );
        pasted_as("\u{f0b7}\t甲\r\nl\t乙\r\n·\t丙", "甲\n乙\n丙");
        pasted_as("信息\u{a0}42\u{a0}条\u{200b}。", "信息 42 条。");
        pasted_as("第一段。\n\n\n第二段。", "第一段。\n第二段。");
        // A row of a table is no list.
        pasted_as("类别\t件数\r\n机构职能\t3\r\n", "类别\t件数\n机构职能\t3\n");
        pasted_as("机构职能3条", "机构职能3条");
        pasted_as("\r\n", "");
    }

    #[test]
    fn punctuation_between_han_characters_is_widened_and_nothing_else() {
        let widened = |from: &str, to: &str| assert_eq!(full_width(from).as_deref(), Some(to));
        widened(
            "健全制度,先审查;再公开:是.",
            "健全制度，先审查；再公开：是。",
        );
        widened(
            "落实《条例》,“一网通办”,推进.",
            "落实《条例》，“一网通办”，推进。",
        );
        widened("公开信息.做好服务.\n", "公开信息。做好服务。\n");
        widened("培训(线上)两次", "培训（线上）两次");
        widened("(一)制度", "（一）制度");
        widened("《条例》,网址:8条", "《条例》，网址：8条");
        widened("是吗?\n对!", "是吗？\n对！");
        widened("新收1,280件,办结1,280件", "新收1,280件，办结1,280件");
        widened("比例,(线上)", "比例，（线上）");
        for sound in [
            "https://www.example.gov.cn:8080/a,b;c?d(e)",
            "共1,280条，比例1:2，8:30开始",
            "国办公开办函(2021)30号",
            "热线12345(24小时)",
            "邮箱(xxgk@example.gov.cn)",
            "Word, Excel",
            "域名示例市.政务，版本2.0，第3.5条，一是.com",
            "没有成对(线上",
            "",
        ] {
            assert_eq!(full_width(sound), None, "{sound}");
        }
    }
}
