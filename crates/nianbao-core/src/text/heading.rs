//! The headings that clerks write within a text.

/// Whether a line of prose stands over the next ones: 「（二）建议提案公开情况」, without a sentence behind it.
pub fn is_heading(line: &str) -> bool {
    const LINE: usize = 28;
    let number = line
        .strip_prefix('（')
        .and_then(|rest| rest.split_once('）'));
    number.is_some_and(|(number, words)| {
        let is_number =
            !number.is_empty() && number.chars().all(|c| "一二三四五六七八九十".contains(c));
        is_number
            && !words.is_empty()
            && line.chars().count() <= LINE
            && !words.contains(['。', '，', '；', '：'])
    })
}

/// The headings of a text, each with the place where it begins, as bytes.
pub fn headings(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let indent = line.len() - line.trim_start().len();
        let at = start + indent;
        start += line.len();
        (at, line.trim())
    });
    lines.filter(|(_, line)| is_heading(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numbered_line_without_a_sentence_is_a_heading() {
        for (line, is_one) in [
            ("（二）建议提案公开情况", true),
            ("（一）收费情况。本年未收取。", false),
            ("（一）主动公开方面：发布信息三条", false),
            ("（待补充）", false),
            ("（一）", false),
            ("一、建议提案公开情况", false),
        ] {
            assert_eq!(is_heading(line), is_one, "{line}");
        }
    }

    #[test]
    fn headings_are_told_with_the_places_where_they_begin() {
        let text = "开头。\n　（一）收费情况\n未收取。\n（二）建议提案公开情况";
        let found: Vec<_> = headings(text)
            .map(|(at, line)| text[at..].starts_with(line).then_some(line))
            .collect();
        let expected = ["（一）收费情况", "（二）建议提案公开情况"];
        assert_eq!(found, expected.map(Some));
        assert_eq!(headings("").count(), 0);
    }
}
