//! Stable words beside the Chinese phrases that say why a figure is doubtful, so that nobody groups by sentences.

/// How each phrase begins, and its word.
const REASONS: [(&str, &str); 36] = [
    ("行名写作", "row-wording"),
    ("列名写作", "column-wording"),
    ("没有见到全部列名", "headings-missing"),
    ("列名残缺", "headings-broken"),
    ("列名在前面的表里", "headings-before"),
    ("列名不全", "headings-few"),
    ("列名的次序", "headings-out-of-order"),
    ("几列同名", "headings-repeated"),
    ("数字连在一起", "digits-glued"),
    ("一格拆成了几格", "cell-split"),
    ("行末多出空格子", "row-padded"),
    ("空行当作空白", "line-empty"),
    ("不是数字", "no-number"),
    ("数字后面另有", "remark-behind"),
    ("格子里有划去的", "struck"),
    ("格子里有原文不显示的", "hidden"),
    ("格子里另有", "text-beside"),
    ("原文的字是白色", "faint"),
    ("网页的样式可能", "perhaps-struck"),
    ("填在输入框里", "input-field"),
    ("这一格是公式", "formula-without-value"),
    ("原文显示的与存下的", "shown-otherwise"),
    ("原文这一格是空白", "total-blank"),
    ("这一行有空白", "row-out-of-step"),
    ("这一行少了格子", "row-short"),
    ("这一行的格子与列名", "row-out-of-line"),
    ("这一行的格子数", "row-redefined"),
    ("原文这几行只印成一行", "rows-as-one"),
    ("出现两次", "found-twice"),
    ("没有找到", "not-found"),
    ("这一行没有这一格", "cell-missing"),
    ("这一格与别的格子合并了", "cell-merged"),
    ("这一列有几个数", "several-numbers"),
    ("这一行有", "numbers-miscounted"),
    ("行名和数字连在一起", "label-glued"),
    ("原文“", "rows-as-one"),
];

/// The stable words of a [reason](crate::Confidence::reason), in its order; empty where there is none.
///
/// A reason is made of phrases with “；” between them, each of which may quote what stands in the source.
pub fn reason_keys(reason: &str) -> Vec<&'static str> {
    let known = |phrase: &str| {
        let found = REASONS.iter().find(|(start, _)| phrase.starts_with(start));
        found.map(|(_, key)| *key)
    };
    reason.split('；').filter_map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_that_a_doubt_is_written_in_has_a_word() {
        let source = include_str!("recognize/figures.rs");
        let (_, phrases) = source
            .split_once("impl fmt::Display for Doubt")
            .expect("doubts are written");
        let (phrases, _) = phrases.split_once("\n}\n").expect("that ends");
        let phrases: Vec<_> = phrases
            .split("write!(f, \"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert!(phrases.len() > 20, "{phrases:?}");
        for phrase in phrases {
            assert_eq!(reason_keys(phrase).len(), 1, "{phrase}");
        }
    }

    #[test]
    fn what_a_phrase_quotes_is_no_phrase() {
        let reason = "数字后面另有“甲；乙”，没有计入；列名不全";
        assert_eq!(reason_keys(reason), ["remark-behind", "headings-few"]);
        assert!(reason_keys("").is_empty());
    }
}
