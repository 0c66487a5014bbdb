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
    let (mut n_before, mut is_named) = (0, false);
    for (at, c) in text.char_indices() {
        let begins = |word: &&str| text[at..].starts_with(*word);
        if LEADERS.iter().any(begins) {
            return false;
        }
        // 示例县人民政府; 区人民政府 may be our own.
        is_named |= n_before > 0 && ORGANS.contains(&c)
            || n_before > 2 && begins(&"人民政府")
            || ENDINGS.iter().any(begins);
        n_before += 1;
    }
    is_named || n_before > 1 && text.ends_with(PLACES)
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
