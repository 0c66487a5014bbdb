//! What words mean to a reader of numbers; how they are spelled stands in `wordings.txt`.

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
    /// 文件, which may be normative documents where the text is about them
    File,
    /// Things that no table counts: 解读, 提案, 会议, ….
    OtherThing,
    // What happened to it.
    /// 收到
    Receive,
    /// 新收: with 收到, this year's alone
    New,
    /// 办理
    Handle,
    /// 应办理: what was due
    Due,
    /// 办结
    Conclude,
    /// 上年结转
    Over,
    /// 结转下年度
    Forward,
    /// 结转, without a direction
    Carry,
    /// 正在办理
    Open,
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
    /// 逾期不补正, a line of 其他处理
    NotCorrected,
    /// 逾期未缴费, a line of 其他处理
    FeeUnpaid,
    /// Why a request had this outcome: 属于国家秘密, 本机关不掌握, 重复申请.
    Reason,
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
    /// 判决, 复议决定
    Decided,
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
    /// 继续有效, which may be told of those that were reviewed
    Kept,
    /// 修改
    Amend,
    /// 清理
    Review,
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
    /// 累计, of the year or of many
    Cumulative,
    /// 另有, which parts what follows from what was told
    Besides,
    /// 合计, 共计
    Sum,
    /// 全年, 本年度
    ThisYear,
    /// 通过网络、信函等渠道: all channels by which requests come, some of those by which is disclosed
    Channels,
    /// Another time than the year reported on: 上半年, 近年
    Period,
    /// Other organs, or only some of those reported on: 各区县, 市本级
    Organs,
    /// 公示, 公布: some of what was decided, but all of what is in force
    Shown,
    /// Only a part of the whole, or more than it: 网上, 涉及.
    Scope,
    /// 政府信息公开, which says that the rest is about it
    Disclosure,
    /// Words that change nothing: 各类, 依法, 我局.
    Filler,
}

impl Word {
    /// The word that is written like this in the data.
    pub(super) fn named(name: &str) -> Option<Word> {
        let found = NAMED.iter().find(|(other, _)| *other == name);
        found.map(|&(_, word)| word)
    }
}

/// All words by name, in the order of their declaration.
#[rustfmt::skip]
const NAMED: [(&str, Word); 72] = [
    ("Request", Word::Request),
    ("Apply", Word::Apply),
    ("Reconsideration", Word::Reconsideration),
    ("Litigation", Word::Litigation),
    ("Rules", Word::Rules),
    ("Documents", Word::Documents),
    ("License", Word::License),
    ("Penalty", Word::Penalty),
    ("Compulsion", Word::Compulsion),
    ("AdministrativeFee", Word::AdministrativeFee),
    ("ProcessingFee", Word::ProcessingFee),
    ("Published", Word::Published),
    ("File", Word::File),
    ("OtherThing", Word::OtherThing),
    ("Receive", Word::Receive),
    ("New", Word::New),
    ("Handle", Word::Handle),
    ("Due", Word::Due),
    ("Conclude", Word::Conclude),
    ("Over", Word::Over),
    ("Forward", Word::Forward),
    ("Carry", Word::Carry),
    ("Open", Word::Open),
    ("Granted", Word::Granted),
    ("Partial", Word::Partial),
    ("Withheld", Word::Withheld),
    ("Unavailable", Word::Unavailable),
    ("NotProcessed", Word::NotProcessed),
    ("OtherOutcome", Word::OtherOutcome),
    ("NotCorrected", Word::NotCorrected),
    ("FeeUnpaid", Word::FeeUnpaid),
    ("Reason", Word::Reason),
    ("NaturalPerson", Word::NaturalPerson),
    ("Organization", Word::Organization),
    ("Enterprise", Word::Enterprise),
    ("Research", Word::Research),
    ("PublicInterest", Word::PublicInterest),
    ("LegalServices", Word::LegalServices),
    ("Upheld", Word::Upheld),
    ("Corrected", Word::Corrected),
    ("OtherResult", Word::OtherResult),
    ("Pending", Word::Pending),
    ("Decided", Word::Decided),
    ("Direct", Word::Direct),
    ("AfterReconsideration", Word::AfterReconsideration),
    ("Issue", Word::Issue),
    ("Repeal", Word::Repeal),
    ("InForce", Word::InForce),
    ("Kept", Word::Kept),
    ("Amend", Word::Amend),
    ("Review", Word::Review),
    ("Not", Word::Not),
    ("All", Word::All),
    ("OnTime", Word::OnTime),
    ("Rate", Word::Rate),
    ("Among", Word::Among),
    ("EtCetera", Word::EtCetera),
    ("Respectively", Word::Respectively),
    ("Up", Word::Up),
    ("Down", Word::Down),
    ("Compared", Word::Compared),
    ("Cumulative", Word::Cumulative),
    ("Besides", Word::Besides),
    ("Sum", Word::Sum),
    ("ThisYear", Word::ThisYear),
    ("Channels", Word::Channels),
    ("Period", Word::Period),
    ("Organs", Word::Organs),
    ("Shown", Word::Shown),
    ("Scope", Word::Scope),
    ("Disclosure", Word::Disclosure),
    ("Filler", Word::Filler),
];

/// A set of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words(u128);

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
        let words = NAMED.iter().map(|&(_, word)| word);
        words.filter(move |&word| self.has(word))
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
    Word::Open,
    Word::Issue,
    Word::Repeal,
    Word::InForce,
    Word::Kept,
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
    Word::NotCorrected,
    Word::FeeUnpaid,
    Word::Reason,
    Word::Decided,
    Word::Direct,
    Word::AfterReconsideration,
    Word::Amend,
    Word::Rate,
])
.or(FLOW)
.or(OUTCOMES)
.or(REQUESTERS)
.or(RESULTS);

/// Subjects that are something else where the text is not about disclosure.
pub(super) const DISPUTES: Words = Words::of(&[Word::Reconsideration, Word::Litigation]);

/// Words of which one is never a part of another.
pub(super) const FAMILIES: [Words; 3] = [OUTCOMES, REQUESTERS, RESULTS];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_of_a_set_are_enough_for_all_words() {
        assert!(NAMED.len() <= 128);
        for (idx, (name, word)) in NAMED.into_iter().enumerate() {
            assert_eq!(word as usize, idx);
            assert_eq!(format!("{word:?}"), name);
            assert_eq!(Word::named(name), Some(word));
        }
    }
}
