//! The heads of a register of documents: which column is what.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::fold::folded;
use crate::lists::Heads;

/// What a column of a register holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// 文件名称
    Title,
    /// 文号
    DocNo,
    /// 文件类型
    Kind,
    /// 制定机关
    Organ,
    /// 成文日期
    Signed,
    /// 发布日期
    Published,
    /// 施行日期
    InForceFrom,
    /// 有效期至
    ValidUntil,
    /// 废止、失效日期
    Ended,
    /// 效力状态
    State,
    /// 公开渠道
    Channels,
    /// 信息类别
    Topic,
    /// 公开属性
    Openness,
    /// 解读
    Interpreted,
    /// Known and of no use for counting
    Other,
}

/// The wordings of heads.txt.
static HEADS: LazyLock<Heads<Field>> = LazyLock::new(|| Heads::read(include_str!("heads.txt")));

impl Field {
    /// What is shown to people.
    pub fn name(self) -> &'static str {
        HEADS.name(self)
    }
}

static BY_WORDING: LazyLock<HashMap<String, (Field, usize)>> = LazyLock::new(|| {
    let mut by_wording = HashMap::new();
    for (field, wordings) in &HEADS.wordings {
        for (rank, wording) in wordings.iter().enumerate() {
            by_wording.entry(folded(wording)).or_insert((*field, rank));
        }
    }
    by_wording
});

impl crate::mapping::Field for Field {
    fn of(parent: &str, child: &str) -> Option<(Field, usize)> {
        let (parent, child) = (folded(parent), folded(child));
        let whole = format!("{parent}{child}");
        let exact = [&whole, &child]
            .into_iter()
            .find_map(|wording| BY_WORDING.get(wording).copied());
        exact.or_else(|| {
            const WORSE: usize = 100;
            let within = BY_WORDING.iter().filter(|(wording, _)| {
                wording.chars().count() >= 3 && child.contains(wording.as_str())
            });
            let longest = within.max_by_key(|(wording, _)| (wording.len(), (*wording).clone()));
            longest
                .filter(|_| child.chars().count() <= 20)
                .map(|(_, (field, rank))| (*field, rank + WORSE))
        })
    }

    fn is_telling(self) -> bool {
        self != Field::Other
    }

    fn is_shared(self) -> bool {
        self == Field::Other
    }

    fn needed() -> &'static [Field] {
        &[Field::Title]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_name_and_wordings() {
        assert!(HEADS.others.is_empty(), "{:?}", HEADS.others);
        assert_eq!(HEADS.names.len(), Field::Other as usize + 1);
        assert!(HEADS.names.iter().all(|(_, name)| !name.is_empty()));
        assert!(HEADS.wordings.iter().all(|(_, words)| !words.is_empty()));
    }
}
