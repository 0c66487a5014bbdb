//! Characters that look like Chinese ones and are stored as others: radicals and compatibility forms, which fonts of
//! layouts bring in and nobody sees.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::page::{Block, Page};

/// Radicals for which Unicode has no compatibility mapping, with the characters that they are drawn like
/// (`EquivalentUnifiedIdeograph.txt` of Unicode).
const RADICALS: &[(char, char)] = &[
    ('⺁', '厂'),
    ('⺊', '卜'),
    ('⺎', '兀'),
    ('⺒', '巳'),
    ('⺓', '幺'),
    ('⺙', '攵'),
    ('⺠', '民'),
    ('⺩', '王'),
    ('⺫', '目'),
    ('⺬', '示'),
    ('⺻', '聿'),
    ('⺼', '月'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻊', '足'),
    ('⻋', '车'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻗', '雨'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻮', '齿'),
    ('⻰', '龙'),
];

/// Has a page hold the characters that it shows.
pub(crate) fn fold(page: &mut Page) {
    let fold = |text: &mut String| {
        if let Cow::Owned(folded) = folded(text) {
            *text = folded;
        }
    };
    for block in &mut page.blocks {
        match block {
            Block::Paragraph(text) => fold(text),
            Block::Cells(cells) => cells.iter_mut().for_each(|cell| fold(&mut cell.text)),
            Block::Table(rows) => rows
                .iter_mut()
                .flatten()
                .for_each(|cell| fold(&mut cell.text)),
            Block::Aside(_) => {}
        }
    }
}

fn folded(text: &str) -> Cow<'_, str> {
    if !text.contains(is_compatible) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match RADICALS.iter().find(|(radical, _)| *radical == c) {
            Some((_, character)) => folded.push(*character),
            None if is_compatible(c) => folded.extend(std::iter::once(c).nfkc()),
            None => folded.push(c),
        }
    }
    Cow::Owned(folded)
}

fn is_compatible(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_the_characters_that_they_look_like() {
        assert_eq!(
            folded("⾏政许可由⻓江区⼈⺠政府作出"),
            "行政许可由长江区人民政府作出"
        );
        assert!(matches!(folded("行政许可 ①２㎡"), Cow::Borrowed(_)));
    }
}
