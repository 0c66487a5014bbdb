//! What the name of an organ says of its kind and level.
//!
//! A name begins with places from the largest to the smallest, and what is left names the office:
//! 示例省 示例市 示例区 教育局. The last place decides the level.

use super::{Level, OrganKind};

/// The divisions of the country by level, one a line behind the key of its level; where they come from is said at its head.
const DIVISIONS: &str = include_str!("divisions.txt");

/// Words by which development zones and the like are known: they stand at no level of their own.
const ZONES: &[&str] = &[
    "开发区",
    "高新区",
    "经开区",
    "新区",
    "园区",
    "示范区",
    "保税区",
    "港区",
    "度假区",
    "名胜区",
    "风景区",
    "景区",
    "保护区",
    "实验区",
    "试验区",
    "合作区",
    "加工区",
    "工业区",
    "管理区",
    "集聚区",
    "功能区",
    "旅游区",
    "新城",
    "科技城",
    "产业园",
    "管委会",
];

/// What ends in 区 and is no district: 社区矫正, 老区建设, 军区.
const NO_DISTRICTS: &[&str] = &[
    "社区", "老区", "山区", "林区", "牧区", "库区", "灾区", "校区", "院区", "片区", "军区", "辖区",
    "矿区", "景区", "小区",
];

/// What a place may be followed by that makes a longer word of it: 市场, 县域.
const NO_PLACES: &[&str] = &[
    "市场", "市政", "市容", "市民", "县域", "区域", "区划", "省级", "省际", "旗舰", "州际",
];

/// Words for offices; no name of a place has one of them.
const OFFICES: &[&str] = &[
    "局", "委", "厅", "部", "署", "院", "办", "会", "所", "站", "政府", "中心", "公司", "和", "与",
];

/// The longest name of a place that is in no table, in characters.
const LONGEST_UNKNOWN_PLACE: usize = 9;

/// What can be said of the level of a place by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    Known(Level),
    /// 市 that no table has: divided into districts or not.
    SomeCity,
}

impl Rank {
    /// Whether a place of this rank can lie within one of the other.
    fn is_within(self, outer: Rank) -> bool {
        let depth = |rank| match rank {
            Rank::Known(level) => level,
            Rank::SomeCity => Level::City,
        };
        depth(self) > depth(outer) || (self == Rank::SomeCity && outer == Rank::Known(Level::City))
    }
}

/// The kind of an organ of this name.
pub(super) fn kind(name: &str) -> Option<OrganKind> {
    let name = &compact(name);
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if let Some(place) = name.strip_suffix("政府") {
        let place = place.trim_end_matches("人民");
        return Some(match is_township(place) {
            true => OrganKind::Township,
            false => OrganKind::Government,
        });
    }
    if is_township(name.trim_end_matches("办事处")) {
        return Some(OrganKind::Township);
    }
    let is_zone = ZONES.iter().any(|zone| name.contains(zone));
    // A zone and the office of a government may report for themselves or for a whole area.
    if is_zone && ends(&["管理委员会", "管委会", "区", "城", "园"])
        || ends(&["政府办公厅", "政府办公室", "政府办"])
    {
        return None;
    }
    if ends(&["局", "委", "委员会", "厅", "办公室", "部", "署"]) {
        return Some(OrganKind::Department);
    }
    if ends(&[
        "公司", "集团", "大学", "学院", "学校", "中学", "小学", "医院", "银行",
    ]) {
        return Some(OrganKind::Other);
    }
    // A place by itself stands for its government.
    let is_place = ends(&["省", "市", "县", "旗", "自治区", "自治州", "区"]) && !is_zone;
    is_place.then_some(OrganKind::Government)
}

/// Whether a line reads like the name of an organ.
pub(super) fn is_one(line: &str) -> bool {
    let line = line.trim();
    let place = line.trim_end_matches("人民政府").trim_end_matches("办事处");
    let endings = ["人民政府", "局", "委", "委员会", "厅", "办公室", "部", "署"];
    is_township(place) || endings.iter().any(|ending| line.ends_with(ending))
}

fn is_township(place: &str) -> bool {
    ["乡", "镇", "街道", "苏木"]
        .iter()
        .any(|ending| place.ends_with(ending))
}

/// The level of an organ of this name.
pub(super) fn level(name: &str) -> Option<Level> {
    let name = compact(name);
    let name = name.strip_prefix("中华人民共和国").unwrap_or(&name);
    if is_division(name, Level::State) {
        return Some(Level::State);
    }
    // 国家税务总局示例省税务局: the office of a ministry stands at the level of its place.
    let mut rest = without_ministry(name);
    let mut rank = None;
    while let Some((next, after)) = take_place(rest, rank) {
        rank = Some(next);
        rest = after;
    }
    let is_zone = ZONES.iter().any(|zone| rest.contains(zone)) && !rest.contains("国有资产");
    match rank {
        _ if is_zone => None,
        Some(Rank::Known(level)) => Some(level),
        Some(Rank::SomeCity) => None,
        // Only provinces have departments called 厅.
        None => (rest.ends_with('厅') && !rest.ends_with("办公厅")).then_some(Level::Province),
    }
}

/// Whether a name begins with a place, perhaps behind a ministry whose local office it is.
pub(super) fn is_of_a_place(name: &str) -> bool {
    take_place(without_ministry(&compact(name)), None).is_some()
}

/// The name without white space.
fn compact(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

fn without_ministry(name: &str) -> &str {
    let ministries = divisions_of(Level::State).filter_map(|ministry| name.strip_prefix(ministry));
    ministries.min_by_key(|rest| rest.len()).unwrap_or(name)
}

/// The names of one level, in the order of the table.
fn divisions_of(level: Level) -> impl Iterator<Item = &'static str> {
    section(level).lines()
}

/// The part of the table that one level has, with a line end before and behind each name.
fn section(level: Level) -> &'static str {
    let head = match level {
        Level::State => "= state",
        Level::Province => "= province",
        Level::City => "= city",
        Level::County => "= county",
        Level::Township => return "",
    };
    let start = DIVISIONS
        .find(head)
        .map_or(DIVISIONS.len(), |at| at + head.len());
    let rest = &DIVISIONS[start..];
    &rest[..rest.find('=').unwrap_or(rest.len())]
}

fn is_division(name: &str, level: Level) -> bool {
    section(level).contains(&format!("\n{name}\n"))
}

/// The place that a text begins with, if it can lie within the place before, and what follows it.
fn take_place(text: &str, outer: Option<Rank>) -> Option<(Rank, &str)> {
    let fits = |(rank, _): &(Rank, &str)| outer.is_none_or(|outer| rank.is_within(outer));
    take_listed(text)
        .filter(fits)
        .or_else(|| take_short_province(text).filter(|_| outer.is_none()))
        .or_else(|| take_bare(text).filter(|_| outer.is_none()))
        .or_else(|| take_unlisted(text).filter(fits))
}

/// The longest place of the table that a text begins with.
fn take_listed(text: &str) -> Option<(Rank, &str)> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends: Vec<_> = ends.skip(1).take(15).collect();
    ends.into_iter().rev().find_map(|end| {
        let (name, rest) = text.split_at(end);
        // 新疆生产建设兵团第一师 is a part of it at another level.
        if rest.starts_with('第') {
            return None;
        }
        let level = [Level::Province, Level::City, Level::County]
            .into_iter()
            .find(|&level| is_division(name, level))?;
        Some((Rank::Known(level), rest))
    })
}

/// 广西柳州市: a province by its short name, before a place of the table.
fn take_short_province(text: &str) -> Option<(Rank, &str)> {
    let endings = [
        "维吾尔自治区",
        "壮族自治区",
        "回族自治区",
        "自治区",
        "省",
        "市",
    ];
    divisions_of(Level::Province)
        .filter_map(|name| endings.iter().find_map(|ending| name.strip_suffix(ending)))
        .filter(|short| !short.is_empty())
        .find_map(|short| {
            let rest = text.strip_prefix(short)?;
            take_listed(rest)?;
            Some((Rank::Known(Level::Province), rest))
        })
}

/// 市教育局, 自治区教育厅: the place is not named, only what it is.
fn take_bare(text: &str) -> Option<(Rank, &str)> {
    if NO_PLACES.iter().any(|word| text.starts_with(word)) {
        return None;
    }
    let (rank, rest) = SUFFIXES
        .iter()
        .find_map(|(suffix, rank)| Some((*rank, text.strip_prefix(suffix)?)))?;
    // 县乡村振兴局 is hardly met; 市中区 is in the table.
    let is_office = OFFICES.iter().any(|office| rest.contains(office));
    is_office.then_some((rank, rest))
}

/// The words that places end in, the longest first.
const SUFFIXES: &[(&str, Rank)] = &[
    ("自治区", Rank::Known(Level::Province)),
    ("自治州", Rank::Known(Level::City)),
    ("自治县", Rank::Known(Level::County)),
    ("自治旗", Rank::Known(Level::County)),
    ("地区", Rank::Known(Level::City)),
    ("街道", Rank::Known(Level::Township)),
    ("苏木", Rank::Known(Level::Township)),
    ("省", Rank::Known(Level::Province)),
    ("盟", Rank::Known(Level::City)),
    ("市", Rank::SomeCity),
    ("县", Rank::Known(Level::County)),
    ("旗", Rank::Known(Level::County)),
    ("区", Rank::Known(Level::County)),
    ("镇", Rank::Known(Level::Township)),
    ("乡", Rank::Known(Level::Township)),
];

/// A place that no table has, by the word it ends in: 示例县, 示例镇.
fn take_unlisted(text: &str) -> Option<(Rank, &str)> {
    for (idx, (at, _)) in text.char_indices().enumerate().skip(1) {
        let (stem, rest) = text.split_at(at);
        if idx > LONGEST_UNKNOWN_PLACE || OFFICES.iter().any(|office| stem.contains(office)) {
            return None;
        }
        let found = SUFFIXES
            .iter()
            .find_map(|(suffix, rank)| Some((suffix, *rank, rest.strip_prefix(suffix)?)));
        let Some((suffix, rank, after)) = found else {
            continue;
        };
        let place = &text[..at + suffix.len()];
        if is_place(stem, place, after, rank) {
            return Some((rank, after));
        }
    }
    None
}

/// Whether a stem with such a word behind it is a place, and not part of a longer word.
fn is_place(stem: &str, place: &str, after: &str, rank: Rank) -> bool {
    let suffix_on = &place[stem.len()..];
    let goes_on = format!(
        "{suffix_on}{}",
        after.chars().next().map(String::from).unwrap_or_default()
    );
    let is_longer_word = NO_PLACES.contains(&goes_on.as_str());
    let ends = |words: &[&str]| words.iter().any(|word| place.ends_with(word));
    match rank {
        // 住房和城乡建设局: a township is followed by its government, or by nothing.
        Rank::Known(Level::Township) => {
            let offices = ["人民政府", "政府", "办事处", "党政", "人民代表大会", "公共"];
            after.is_empty() || offices.iter().any(|office| after.starts_with(office))
        }
        Rank::SomeCity | Rank::Known(_) => {
            stem.chars().nth(1).is_some()
                && !is_longer_word
                && !ends(ZONES)
                && !ends(NO_DISTRICTS)
                && !ends(&["城市", "都市", "超市"])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_division_once() {
        let n = |level| divisions_of(level).filter(|name| !name.is_empty()).count();
        // 34 and the Production and Construction Corps; 333 and the short names of 30 autonomous prefectures.
        assert_eq!([n(Level::Province), n(Level::City)], [35, 363]);
        assert!(
            (2_800..2_850).contains(&n(Level::County)),
            "{}",
            n(Level::County)
        );
        let mut all: Vec<_> = [Level::State, Level::Province, Level::City, Level::County]
            .into_iter()
            .flat_map(divisions_of)
            .filter(|name| !name.is_empty())
            .collect();
        let n_all = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), n_all, "a name stands at one level");
    }
}
