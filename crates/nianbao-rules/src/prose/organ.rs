//! Names of organs in text: what an organ calls itself, and what is another one's.

/// Characters by which names of organs are known, and words beside them that make them no subject.
const ORGANS: &[char] = &['局', '委', '厅', '署', '院', '镇'];
const ENDINGS: &[&str] = &[
    "公司",
    "集团",
    "大学",
    "学校",
    "中心",
    "支队",
    "大队",
    "总队",
    "管委会",
    "办事处",
];
/// Endings of names of places: 示例县受理申请5件 tells of that county.
const PLACES: &[char] = &['县', '区', '市', '州', '盟', '旗', '乡', '镇', '村', '省'];
const LEADERS: &[&str] = &["领导", "指导", "部署", "要求", "支持", "关心"];

/// Whether a stretch names an organ other than as a superior.
pub(super) fn is_organ(text: &str) -> bool {
    // 示例县人民政府; 区人民政府 may be our own.
    let at = text.find("人民政府");
    let names_government = at.is_some_and(|at| text[..at].chars().count() > 2);
    let names_one = text.chars().skip(1).any(|c| ORGANS.contains(&c));
    let names_other = ENDINGS.iter().any(|ending| text.contains(ending))
        || text.chars().count() > 1 && text.ends_with(PLACES);
    (names_one || names_government || names_other)
        && !LEADERS.iter().any(|word| text.contains(word))
}

/// What an organ may call itself beside 我局: 示例市信访局, 市信访局, 信访局, 示例市.
pub(super) fn names(organ: &str) -> Vec<String> {
    if organ.is_empty() {
        return Vec::new();
    }
    let mut names = vec![organ.to_owned()];
    let mut from = 0;
    // 示例省示例市示例县信访局: each level may be left out.
    for (at, level) in organ.char_indices() {
        if !"省市县区旗州盟镇乡".contains(level) {
            continue;
        }
        let (place, rest) = organ.split_at(at + level.len_utf8());
        if rest.is_empty() || place[from..].chars().count() < 2 {
            continue;
        }
        names.push(format!("{level}{rest}"));
        // 人民政府 is every government's name.
        if rest != "人民政府" {
            names.push(rest.to_owned());
        }
        names.push(place[from..].to_owned());
        names.push(format!("{level}{}", rest.replace("人民政府", "政府")));
        from = place.len();
    }
    // The longest name is the one that is meant.
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}
