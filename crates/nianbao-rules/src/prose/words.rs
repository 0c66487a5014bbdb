//! What words mean to a reader of numbers; how they are spelled stands in `lexicon.rs`.

/// What a word means to a reader of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Word {
    // Subjects: what is counted.
    /// 政府信息公开申请
    Request,
    /// 申请, whatever for
    Apply,
    /// 行政复议
    Reconsideration,
    /// 行政诉讼
    Litigation,
    /// 规章
    Rules,
    /// 行政规范性文件
    Documents,
    /// 行政许可
    License,
    /// 行政处罚
    Penalty,
    /// 行政强制
    Compulsion,
    /// 行政事业性收费
    AdministrativeFee,
    /// 信息处理费
    ProcessingFee,
    /// 主动公开
    Published,
    /// Things that no table counts: 解读, 提案, 会议, ….
    OtherThing,
    // What happened to it.
    /// 收到
    Receive,
    /// 办理
    Handle,
    /// 办结
    Conclude,
    /// 上年结转
    Over,
    /// 结转下年度
    Forward,
    /// 结转, without a direction
    Carry,
    /// 予以公开
    Granted,
    /// 部分公开
    Partial,
    /// 不予公开
    Withheld,
    /// 无法提供
    Unavailable,
    /// 不予处理
    NotProcessed,
    /// 其他处理
    OtherOutcome,
    /// 自然人
    NaturalPerson,
    /// 法人或其他组织
    Organization,
    /// 商业企业
    Enterprise,
    /// 科研机构
    Research,
    /// 社会公益组织
    PublicInterest,
    /// 法律服务机构
    LegalServices,
    /// 维持
    Upheld,
    /// 纠正
    Corrected,
    /// 其他结果
    OtherResult,
    /// 尚未审结
    Pending,
    /// 未经复议直接起诉
    Direct,
    /// 复议后起诉
    AfterReconsideration,
    /// 制发
    Issue,
    /// 废止
    Repeal,
    /// 现行有效
    InForce,
    /// 修改
    Amend,
    // How it is told.
    /// 未, 没有, 无
    Not,
    /// 全部
    All,
    /// 按时
    OnTime,
    /// 办结率
    Rate,
    /// 其中
    Among,
    /// 等
    EtCetera,
    /// 分别
    Respectively,
    /// 增长
    Up,
    /// 下降
    Down,
    /// 同比, 较上年
    Compared,
    /// Only a part of the whole, or more than it: 上半年, 网上, 涉及, 各区县, 累计.
    Scope,
    /// 政府信息公开, which says that the rest is about it
    Disclosure,
    /// Words that change nothing: 全年, 共, 我局.
    Filler,
}

impl Word {
    /// All words, in the order of their declaration.
    pub const ALL: [Word; 54] = [
        Word::Request,
        Word::Apply,
        Word::Reconsideration,
        Word::Litigation,
        Word::Rules,
        Word::Documents,
        Word::License,
        Word::Penalty,
        Word::Compulsion,
        Word::AdministrativeFee,
        Word::ProcessingFee,
        Word::Published,
        Word::OtherThing,
        Word::Receive,
        Word::Handle,
        Word::Conclude,
        Word::Over,
        Word::Forward,
        Word::Carry,
        Word::Granted,
        Word::Partial,
        Word::Withheld,
        Word::Unavailable,
        Word::NotProcessed,
        Word::OtherOutcome,
        Word::NaturalPerson,
        Word::Organization,
        Word::Enterprise,
        Word::Research,
        Word::PublicInterest,
        Word::LegalServices,
        Word::Upheld,
        Word::Corrected,
        Word::OtherResult,
        Word::Pending,
        Word::Direct,
        Word::AfterReconsideration,
        Word::Issue,
        Word::Repeal,
        Word::InForce,
        Word::Amend,
        Word::Not,
        Word::All,
        Word::OnTime,
        Word::Rate,
        Word::Among,
        Word::EtCetera,
        Word::Respectively,
        Word::Up,
        Word::Down,
        Word::Compared,
        Word::Scope,
        Word::Disclosure,
        Word::Filler,
    ];
}

/// A set of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words(u64);

impl Words {
    /// The set of these words.
    pub const fn of(words: &[Word]) -> Words {
        let (mut set, mut idx) = (0, 0);
        while idx < words.len() {
            set |= 1 << words[idx] as u8;
            idx += 1;
        }
        Words(set)
    }

    /// Whether a word is among them.
    pub const fn has(self, word: Word) -> bool {
        self.0 & 1 << word as u8 != 0
    }

    /// Whether any of some words is among them.
    pub const fn has_any(self, words: Words) -> bool {
        self.0 & words.0 != 0
    }

    /// Whether all of some words are among them.
    pub const fn has_all(self, words: Words) -> bool {
        self.0 & words.0 == words.0
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those that are in both sets.
    pub const fn and(self, words: Words) -> Words {
        Words(self.0 & words.0)
    }

    /// Those that are in either set.
    pub const fn or(self, words: Words) -> Words {
        Words(self.0 | words.0)
    }

    /// Those that are not in the other set.
    pub const fn without(self, words: Words) -> Words {
        Words(self.0 & !words.0)
    }

    /// The words, in the order of their declaration.
    pub fn iter(self) -> impl Iterator<Item = Word> {
        Word::ALL.into_iter().filter(move |&word| self.has(word))
    }

    /// Adds a word.
    pub fn insert(&mut self, word: Word) {
        self.0 |= 1 << word as u8;
    }
}

/// The subjects: what is counted.
pub const SUBJECTS: Words = Words::of(&[
    Word::Request,
    Word::Reconsideration,
    Word::Litigation,
    Word::Rules,
    Word::Documents,
    Word::License,
    Word::Penalty,
    Word::Compulsion,
    Word::AdministrativeFee,
    Word::ProcessingFee,
    Word::Published,
    Word::OtherThing,
]);

/// The stations of a request or a document through the year.
pub const FLOW: Words = Words::of(&[
    Word::Receive,
    Word::Handle,
    Word::Conclude,
    Word::Over,
    Word::Forward,
    Word::Issue,
    Word::Repeal,
    Word::InForce,
]);

/// The outcomes of requests, （一） to （六）.
pub const OUTCOMES: Words = Words::of(&[
    Word::Granted,
    Word::Partial,
    Word::Withheld,
    Word::Unavailable,
    Word::NotProcessed,
    Word::OtherOutcome,
]);

/// Who made a request.
pub const REQUESTERS: Words = Words::of(&[
    Word::NaturalPerson,
    Word::Organization,
    Word::Enterprise,
    Word::Research,
    Word::PublicInterest,
    Word::LegalServices,
]);

/// How a dispute ended.
pub const RESULTS: Words = Words::of(&[
    Word::Upheld,
    Word::Corrected,
    Word::OtherResult,
    Word::Pending,
]);

/// What happened to the subject: the words that tell one figure from another.
pub const KEYS: Words = Words::of(&[
    Word::Carry,
    Word::Direct,
    Word::AfterReconsideration,
    Word::Amend,
    Word::Rate,
])
.or(FLOW)
.or(OUTCOMES)
.or(REQUESTERS)
.or(RESULTS);

/// Words of which one is never a part of another.
pub(super) const FAMILIES: [Words; 3] = [OUTCOMES, REQUESTERS, RESULTS];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_of_a_set_are_enough_for_all_words() {
        assert!(Word::ALL.len() <= 64);
        for (idx, word) in Word::ALL.into_iter().enumerate() {
            assert_eq!(word as usize, idx);
        }
    }
}
