//! The words by which reports speak of what the tables count, each with its usual spellings.

use std::sync::LazyLock;

use nianbao_core::text::{FIRST_HAN, N_HAN};

use super::words::Word;

#[rustfmt::skip]
const SPELLINGS: &[(Word, &[&str])] = &[
    (Word::Request, &[
        "政府信息公开申请", "政府信息依申请公开", "信息公开申请", "公开申请", "依申请公开申请", "依申请公开",
        "申请公开政府信息", "政府信息申请", "依申请", "依申请公开件",
    ]),
    (Word::Apply, &["申请"]),
    (Word::Reconsideration, &[
        "行政复议", "复议", "被申请行政复议", "申请行政复议", "提起行政复议", "被提起行政复议", "被申请复议", "行政复议申请",
        "复议申请",
    ]),
    (Word::Litigation, &[
        "行政诉讼", "诉讼", "被提起行政诉讼", "提起行政诉讼", "提起诉讼", "行政应诉", "应诉",
    ]),
    (Word::Rules, &["规章", "政府规章"]),
    (Word::Documents, &["行政规范性文件", "规范性文件"]),
    (Word::License, &["行政许可"]),
    (Word::Penalty, &["行政处罚"]),
    (Word::Compulsion, &["行政强制"]),
    (Word::AdministrativeFee, &["行政事业性收费"]),
    (Word::ProcessingFee, &["信息处理费", "处理费", "信息公开处理费", "政府信息公开信息处理费"]),
    (Word::Published, &["主动公开", "主动公开政府信息", "主动公开信息", "公开信息", "发布信息", "公开政府信息"]),
    (Word::OtherThing, &[
        "解读", "回应", "提案", "建议", "议案", "会议", "培训", "发布会", "热线", "咨询", "留言", "信箱", "信访件", "来信",
        "来电", "公众号", "微博", "微信", "网站", "栏目", "专栏", "公报", "活动", "调查", "征集", "查阅点", "专区", "办件",
        "审批", "听证", "投诉", "举报", "舆情", "课题", "预算", "决算", "合同", "公告", "视频", "图解", "稿件", "人员",
        "会商", "检查", "督查", "通报", "简报", "目录", "清单", "审查", "备案",
    ]),
    (Word::Receive, &[
        "收到", "新收", "新收到", "共收到", "接收", "接到", "受理", "新受理", "收办", "收件", "本年新收", "本年度新收", "收悉",
        "被申请", "被提起", "发生", "出现", "产生", "引发",
    ]),
    (Word::Handle, &["办理", "处理", "办理申请", "应办理", "应答复", "应办结", "应办"]),
    (Word::Conclude, &["办结", "答复", "办理完毕", "审结", "办复", "结案", "已办结", "予以答复", "作出答复"]),
    (Word::Over, &[
        "上年结转", "上年度结转", "上一年结转", "上一年度结转", "去年结转", "上年转入", "上年度转入", "上年结转申请",
        "结转自上年", "结转自上年度", "上年遗留", "上年度遗留", "上年转结",
    ]),
    (Word::Forward, &[
        "结转下年", "结转下年度", "结转下一年", "结转下一年度", "结转至下年", "结转至下年度", "结转到下年", "结转到下年度",
        "结转至下一年度", "结转到下一年度", "转下年度", "转入下年度", "顺延至下年度", "结转下年度继续办理", "转入下年",
        "转下年", "结转明年", "结转至明年", "结转次年", "结转至次年", "转入下一年度", "顺延到下年度", "留待下年度",
    ]),
    (Word::Carry, &["结转"]),
    (Word::Granted, &["予以公开", "同意公开", "全部公开", "准予公开"]),
    (Word::Partial, &["部分公开", "予以部分公开", "同意部分公开"]),
    (Word::Withheld, &["不予公开", "不同意公开", "决定不予公开"]),
    (Word::Unavailable, &["无法提供", "不能提供", "未能提供"]),
    (Word::NotProcessed, &["不予处理"]),
    (Word::OtherOutcome, &["其他处理", "作其他处理"]),
    (Word::NaturalPerson, &["自然人", "公民"]),
    (Word::Organization, &[
        "法人或其他组织", "法人或者其他组织", "法人和其他组织", "法人及其他组织", "法人、其他组织", "法人或非法人组织",
        "法人与其他组织",
    ]),
    (Word::Enterprise, &["商业企业"]),
    (Word::Research, &["科研机构"]),
    (Word::PublicInterest, &["社会公益组织"]),
    (Word::LegalServices, &["法律服务机构"]),
    (Word::Upheld, &["维持", "结果维持", "予以维持"]),
    (Word::Corrected, &["纠正", "结果纠正", "被纠正", "予以纠正"]),
    (Word::OtherResult, &["其他结果"]),
    (Word::Pending, &["尚未审结", "未审结", "正在审理", "尚在审理", "尚未结案"]),
    (Word::Direct, &["未经复议直接起诉", "直接起诉"]),
    (Word::AfterReconsideration, &["复议后起诉", "经复议后起诉", "复议后提起诉讼"]),
    (Word::Issue, &["制发", "制定", "出台", "印发", "制定出台", "新制定", "新制发", "新出台", "制定印发", "制定发布"]),
    (Word::Repeal, &["废止", "宣布失效", "失效", "废止失效", "废止和宣布失效", "宣布废止"]),
    (Word::InForce, &["现行有效", "继续有效", "保留"]),
    (Word::Amend, &["修改", "修订", "修正"]),
    (Word::Not, &["未", "没有", "无", "从未", "均未", "尚未", "也未", "均无", "均没有", "亦未"]),
    (Word::All, &["全部", "均已", "已全部"]),
    (Word::OnTime, &["按时", "按期", "及时", "限时", "期限内", "规定时限内", "法定期限内", "法定时限内", "如期"]),
    (Word::Rate, &["办结率", "答复率"]),
    (Word::Among, &["其中", "其中包括", "包括", "包含", "含", "分为", "分别是", "其中含"]),
    (Word::EtCetera, &["等"]),
    (Word::Respectively, &["分别", "各"]),
    (Word::Up, &["增长", "增加", "上升", "增", "提高", "多"]),
    (Word::Down, &["下降", "减少", "降低", "降", "减", "少"]),
    (Word::Compared, &[
        "同比", "环比", "较上年", "比上年", "较去年", "比去年", "较上一年", "比上一年", "较上年度", "比上年度", "较前一年",
        "与上年相比", "与去年相比", "比前一年", "与上年度相比", "较上一年度", "比上一年度",
    ]),
    (Word::Scope, &[
        "其他", "上半年", "下半年", "季度", "网上", "网络", "线上", "线下", "邮寄", "当面", "信函", "传真", "邮件", "邮箱", "现场",
        "渠道", "窗口", "平台", "系统", "互联网", "涉及", "涉", "关于", "有关", "领域", "类", "事项", "月均", "日均", "年均",
        "平均", "累计", "历年", "近年", "以来", "本级", "各区", "各县", "各部门", "各单位", "各镇", "各乡", "部门", "区县",
        "县区", "街道", "乡镇", "镇街", "下属", "所属", "直属", "提前", "延期", "超期", "逾期", "败诉", "纠错", "撤回", "补正",
        "公示", "公布", "归集", "公开", "原件", "上网", "另有", "同一", "重复", "集中", "牵头", "协办", "转办", "交办",
        "被复议", "出庭", "一审", "二审", "再审", "作为", "作为复议机关", "代", "减免", "通知", "退", "应收", "标准", "按",
        "第三方", "上年", "上年度", "去年", "上一年", "上一年度", "前年", "往年", "政府办公室", "办公室", "局机关", "县直", "市直", "区直",
    ]),
    (Word::Disclosure, &["政府信息公开", "政府信息公开工作", "政务公开", "信息公开", "信息公开工作", "因政府信息公开工作"]),
    (Word::Filler, &[
        "公民、法人和其他组织", "公民、法人或其他组织", "公民、法人或者其他组织", "公民、法人及其他组织", "各类", "任何",
        "全年", "本年", "本年度", "年度", "今年", "年内", "一年来", "年底", "年末", "截至", "截止", "到", "共", "共计", "总计",
        "合计", "计", "总", "总数", "总量", "总额", "数", "数量", "件数", "量", "为", "达", "达到", "有", "了", "的", "我局", "我市",
        "我县", "我区", "我镇", "我乡", "我街道", "我委", "我办", "我厅", "我单位", "全市", "全县", "全区", "全镇", "全局",
        "全系统", "本机关", "本单位", "本局", "本市", "本县", "本区", "本镇", "案件", "案", "依法", "已", "均", "都",
        "均为", "都为", "继续", "工作", "情况", "情形", "事件", "因", "由于", "引起", "被", "由", "在", "中", "从", "看",
        "申请人", "提出", "提起", "提交", "来自", "结果", "办理结果", "答复结果", "处理结果", "处理决定", "决定", "作出", "做出",
        "实施", "完成", "金额", "收费", "收入", "征收", "收取", "收缴", "全市各级行政机关", "各级行政机关", "以", "和", "及",
        "以及", "与", "或", "或者", "并", "也", "则", "还", "其", "是", "方式", "形式", "类型", "主体", "情况看",
        "情况为", "来看", "按照", "根据", "依照", "规定", "对", "向", "于", "本", "新", "政府信息", "信息", "加上", "加",
        "上述", "上", "合", "总共", "一共", "目前", "尚", "仍", "需", "待", "起", "内", "年", "至", "止", "自", "日",
        "一件事", "一次性", "一站式", "一起", "一体化", "一网通办", "一级", "统一", "进一步", "十四五", "十五五", "一系列",
        "零差错", "零距离", "零跑动", "四类过程性信息", "三类内部事务信息", "三安全一稳定", "第一", "一是", "二是", "三是",
        "四是", "五是", "一方面", "方面", "一律", "一致", "一定", "一批",
    ]),
];

/// The spellings by first character, the longest first.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

struct Lexicon {
    /// For each character from 一, the position of its spellings in `groups`, counted from 1.
    first: Vec<u8>,
    groups: Vec<Vec<Spelling>>,
}

struct Spelling {
    text: &'static str,
    /// Told apart by it are nearly all spellings of one first character; none for those of a single one.
    second: Option<char>,
    word: Word,
}

impl Lexicon {
    fn new() -> Lexicon {
        let mut lexicon = Lexicon {
            first: vec![0; N_HAN],
            groups: Vec::new(),
        };
        for (word, spellings) in SPELLINGS {
            for &spelling in *spellings {
                let group = spelling.chars().next().and_then(position);
                let group = group.expect("spellings are Han characters");
                if lexicon.first[group] == 0 {
                    lexicon.groups.push(Vec::new());
                    lexicon.first[group] =
                        u8::try_from(lexicon.groups.len()).expect("a few hundred characters");
                }
                lexicon.groups[usize::from(lexicon.first[group]) - 1].push(Spelling {
                    text: spelling,
                    second: spelling.chars().nth(1),
                    word: *word,
                });
            }
        }
        for group in &mut lexicon.groups {
            group.sort_by_key(|spelling| std::cmp::Reverse(spelling.text.len()));
        }
        lexicon
    }
}

fn position(c: char) -> Option<usize> {
    let offset = u32::from(c).checked_sub(FIRST_HAN)?;
    usize::try_from(offset)
        .ok()
        .filter(|&offset| offset < N_HAN)
}

/// The longest word at the start of a text, and what follows it.
pub(super) fn take_word(text: &str) -> Option<(Word, &str)> {
    let lexicon = &*LEXICON;
    let mut chars = text.chars();
    let group = match lexicon.first[position(chars.next()?)?] {
        0 => return None,
        group => &lexicon.groups[usize::from(group) - 1],
    };
    let next = chars.next();
    let likely = group
        .iter()
        .filter(|spelling| spelling.second.is_none() || spelling.second == next);
    likely
        .filter_map(|spelling| Some((spelling.word, text.strip_prefix(spelling.text)?)))
        .next()
}

/// The usual spelling of a word, for people.
pub fn spelling(word: Word) -> &'static str {
    let found = SPELLINGS.iter().find(|(other, _)| *other == word);
    found.map_or("", |(_, spellings)| spellings[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(take_word("不予公开2件"), Some((Word::Withheld, "2件")));
        assert_eq!(
            take_word("被申请行政复议2件"),
            Some((Word::Reconsideration, "2件"))
        );
        assert_eq!(take_word("上年结转的"), Some((Word::Over, "的")));
        assert_eq!(take_word("蝴蝶"), None);
        assert_eq!(take_word("abc"), None);
    }

    #[test]
    fn a_spelling_means_one_word() {
        let mut seen = std::collections::BTreeMap::new();
        for (word, spellings) in SPELLINGS {
            for spelling in *spellings {
                assert_eq!(seen.insert(spelling, word), None, "{spelling}");
            }
        }
    }
}
