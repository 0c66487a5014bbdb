//! Names of organs in text: what an organ calls itself, and what is another one's.

/// Characters by which names of organs are known, and words beside them that make them no subject.
const ORGANS: &[char] = &['局', '委', '厅', '署', '院', '镇'];
const LEADERS: &[&str] = &["领导", "指导", "部署", "要求", "支持", "关心"];

/// Whether a stretch names an organ other than as a superior.
pub(super) fn is_organ(text: &str) -> bool {
    // 示例县人民政府; 区人民政府 may be our own.
    let at = text.find("人民政府");
    let names_government = at.is_some_and(|at| text[..at].chars().count() > 2);
    let names_one = text.chars().skip(1).any(|c| ORGANS.contains(&c));
    (names_one || names_government) && !LEADERS.iter().any(|word| text.contains(word))
}

/// What an organ may call itself beside 我局: 示例市信访局, 市信访局, 信访局, 示例市.
pub(super) fn names(organ: &str) -> Vec<String> {
    if organ.is_empty() {
        return Vec::new();
    }
    let mut names = vec![organ.to_owned()];
    if let Some((at, level)) = organ
        .char_indices()
        .find(|(_, c)| "省市县区旗".contains(*c))
    {
        let (place, rest) = organ.split_at(at + level.len_utf8());
        if !rest.is_empty() {
            names.push(format!("{level}{rest}"));
            // 人民政府 is every government's name.
            if rest != "人民政府" {
                names.push(rest.to_owned());
            }
            names.push(place.to_owned());
            names.push(format!("{level}{}", rest.replace("人民政府", "政府")));
        }
    }
    names
}
