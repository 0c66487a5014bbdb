//! The heads of a register of documents: which column is what.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::fold::folded;

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

#[rustfmt::skip]
const ALIASES: &[(Field, &[&str])] = &[
    (Field::Title, &["文件名称", "信息名称", "标题", "名称", "文件标题", "信息标题", "规范性文件名称", "规章名称", "题名"]),
    (Field::DocNo, &["文号", "发文字号", "发文号", "信息编号", "文件编号", "文件号", "发文文号", "编号"]),
    (Field::Kind, &["文件类型", "文件类别", "文件种类", "类型", "种类", "文件性质", "是否规范性文件", "规范性文件", "文种"]),
    (Field::Organ, &["制定机关", "发文机关", "制发机关", "发布机关", "发文单位", "制定单位", "起草单位", "发布机构"]),
    (Field::Signed, &["成文日期", "印发日期", "发文日期", "生成日期", "成文时间", "印发时间", "发文时间", "生成时间", "成文", "印发", "发文", "生成", "制发日期", "签发日期", "形成日期", "制定日期"]),
    (Field::Published, &["公开日期", "发布日期", "公开时间", "发布时间", "公开", "发布", "公布日期", "公布时间", "上网日期", "主动公开日期"]),
    (Field::InForceFrom, &["施行日期", "生效日期", "实施日期", "施行时间", "生效时间", "施行", "生效", "实施"]),
    (Field::ValidUntil, &["有效期至", "有效期", "有效期限", "有效期截止", "有效期限至", "有效期届满日期", "失效期"]),
    (Field::Ended, &["废止日期", "失效日期", "废止时间", "失效时间", "废止失效日期", "废止或失效日期", "宣布失效日期", "废止失效时间", "废止"]),
    (Field::State, &["效力状态", "时效性", "有效性", "效力", "状态", "是否有效", "文件状态", "清理结果", "清理意见"]),
    (Field::Channels, &["公开方式", "公开渠道", "公开载体", "发布渠道", "渠道", "发布平台", "公开平台", "公开形式"]),
    (Field::Topic, &["信息类别", "主题分类", "主题", "栏目", "信息分类", "所属栏目", "公开事项", "公开内容类别", "公开类别", "类别", "分类"]),
    (Field::Openness, &["公开属性", "属性", "公开类型"]),
    (Field::Interpreted, &["解读", "是否解读", "政策解读", "解读材料"]),
    (Field::Other, &["序号", "索引号", "索取号", "责任科室", "责任处室", "内容描述", "内容概述", "备注", "页数", "关键词", "备案号", "登记号", "统一编号", "不予公开的理由",
        "公开范围", "审核人", "公开时限", "废止依据", "废止文号", "网址", "链接"]),
];

static BY_WORDING: LazyLock<HashMap<String, (Field, usize)>> = LazyLock::new(|| {
    let mut by_wording = HashMap::new();
    for (field, wordings) in ALIASES {
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
