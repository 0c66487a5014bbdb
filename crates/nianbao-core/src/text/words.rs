//! Where the short headings of the form may be broken: 商业/企业, never 商业企/业.

/// Words of the form's headings that have three characters; all others have two.
const OF_THREE: [&str; 11] = [
    "自然人",
    "申请人",
    "法人或",
    "本年度",
    "上一年",
    "复议后",
    "新公开",
    "新制作",
    "规范性",
    "事业性",
    "总数量",
];

/// Characters of the longest heading that is broken between words; what is longer is a sentence and breaks anywhere.
const LONGEST: usize = 13;

/// A heading of a table as the pieces between which a line may end, in order and together the whole heading.
/// Its number, as in （三）不予公开, is a piece of its own, and so is what follows it in brackets.
/// The numbered lines of a group, 1.属于国家秘密, are sentences.
pub fn words(heading: &str) -> Vec<&str> {
    if heading.chars().count() > LONGEST || heading.starts_with(|c: char| c.is_ascii_digit()) {
        return vec![heading];
    }
    let mut words = Vec::new();
    let mut rest = heading;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(word_length(rest));
        words.push(word);
        rest = after;
    }
    words
}

/// Bytes of the first piece.
fn word_length(text: &str) -> usize {
    let bracket = text
        .strip_prefix('（')
        .and_then(|rest| rest.find('）'))
        .map(|end| 2 * '（'.len_utf8() + end);
    let number = text
        .find('、')
        .filter(|&end| text[..end].chars().count() == 1)
        .map(|end| end + '、'.len_utf8());
    if let Some(length) = bracket.or(number) {
        return length;
    }
    let longer = OF_THREE.iter().find(|word| text.starts_with(**word));
    let n_chars = longer.map_or(2, |word| word.chars().count());
    let mut ends = text
        .char_indices()
        .map(|(start, c)| (start + c.len_utf8(), c));
    let is_within = |&(place, (_, c)): &(usize, (usize, char))| place < n_chars && c != '（';
    let last = ends.by_ref().enumerate().take_while(is_within).last();
    let length = last.map_or(text.len(), |(_, (end, _))| end);
    // One character alone is no word.
    match text[length..].chars().count() {
        1 => text.len(),
        _ => length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_break_between_words() {
        for broken in [
            "自然人",
            "商业/企业",
            "科研/机构",
            "社会/公益/组织",
            "法律/服务/机构",
            "法人或/其他/组织",
            "申请人/情况",
            "三、/本年度/办理/结果",
            "（三）/不予/公开",
            "（五）/不予/处理",
            "（七）/总计",
            "未经/复议/直接/起诉",
            "复议后/起诉",
            "尚未/审结",
            "行政/规范性/文件",
            "行政/事业性/收费",
            "本年/制发/件数",
            "本年/收费/金额/（单位：万元）",
            "采购/总金额",
            "规章",
        ] {
            assert_eq!(words(&broken.replace('/', "")).join("/"), broken);
        }
    }

    #[test]
    fn a_sentence_is_one_piece_and_nothing_is_lost() {
        let sentence = "1.申请人无正当理由逾期不补正";
        assert_eq!(words(sentence), [sentence]);
        for form in crate::form::FORMS.iter() {
            for grid in (0..form.edition.sections.len())
                .map(|section| crate::grid::Grid::of_section(form, section))
            {
                for label in grid
                    .rows
                    .iter()
                    .flatten()
                    .filter_map(|cell| cell.content.label())
                {
                    assert_eq!(words(label).concat(), label);
                }
            }
        }
        for odd in ["", "甲", "（", "（甲", "、", "甲、", "甲乙丙（"] {
            assert_eq!(words(odd).concat(), odd);
        }
    }
}
