//! Lines of a book that are no requests: titles, months, sums, remarks.

use nianbao_core::sheet::Sheet;

use crate::day::Day;
use crate::fold::folded;

use serde::{Deserialize, Serialize};

/// Why a row is no case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unread {
    /// 标题: above the heads.
    Title,
    /// 表头
    Head,
    /// 空行
    Blank,
    /// 月份
    Month,
    /// 合计
    Sum,
    /// 注
    Remark,
    /// Too little in it to be a case.
    Unknown,
    /// A sheet without heads of a book.
    NoLedger,
}

impl Unread {
    /// What is shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Unread::Title => "标题",
            Unread::Head => "表头",
            Unread::Blank => "空行",
            Unread::Month => "月份",
            Unread::Sum => "合计",
            Unread::Remark => "注",
            Unread::Unknown => "内容太少，看不出是一件",
            Unread::NoLedger => "没有找到表头",
        }
    }
}

const SUMS: &[&str] = &[
    "合计",
    "小计",
    "总计",
    "累计",
    "本页合计",
    "本月合计",
    "本年合计",
    "本季合计",
    "全年合计",
    "本页小计",
    "本月小计",
    "共计",
];
const REMARKS: &[&str] = &[
    "注",
    "备注",
    "说明",
    "填表说明",
    "填报说明",
    "填报人",
    "审核人",
    "制表人",
    "制表",
    "负责人",
    "填报单位",
    "联系人",
    "打印时间",
    "导出时间",
    "统计截止",
    "续表",
    "第",
];

/// Why a row is no request, where its words say so.
pub(crate) fn unread(sheet: &Sheet, row: usize) -> Option<Unread> {
    let texts: Vec<_> = sheet
        .row(row)
        .map(|(_, text)| folded(text))
        .filter(|text| !text.is_empty())
        .collect();
    let Some(first) = texts.first() else {
        return Some(Unread::Blank);
    };
    let is_sum = |text: &String| {
        SUMS.iter().any(|word| text.starts_with(word)) && text.chars().count() <= 12
    };
    // A number may stand before the word, and a few figures behind it.
    let has_day = || {
        sheet
            .row(row)
            .any(|(_, text)| Day::read(text).on().is_some())
    };
    if texts.iter().take(3).any(is_sum) && !has_day() {
        return Some(Unread::Sum);
    }
    if texts.len() <= 2 && is_period(first) {
        return Some(Unread::Month);
    }
    if texts.len() <= 3 && REMARKS.iter().any(|word| first.starts_with(word)) {
        return Some(Unread::Remark);
    }
    None
}

/// 3月, 2024年3月, 三月份, 第一季度, 上半年
fn is_period(text: &str) -> bool {
    let is_number = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || "〇零一二三四五六七八九十".contains(c))
    };
    let rest = text.split_once('年').map_or(
        text,
        |(year, rest)| if is_number(year) { rest } else { text },
    );
    let rest = rest.strip_suffix('份').unwrap_or(rest);
    let of = |rest: &str, end: &str| {
        rest.strip_suffix(end)
            .map(|rest| is_number(rest.strip_prefix('第').unwrap_or(rest)))
    };
    rest.is_empty()
        || matches!(rest, "上半年" | "下半年" | "度")
        || of(rest, "月") == Some(true)
        || of(rest, "季度") == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_requests_say_so() {
        for (cells, expected) in [
            (&[][..], Some(Unread::Blank)),
            (&["7月"], Some(Unread::Month)),
            (&["2024年3月份"], Some(Unread::Month)),
            (&["第一季度"], Some(Unread::Month)),
            (&["合计", "60件"], Some(Unread::Sum)),
            (&["本月小计：12件"], Some(Unread::Sum)),
            (&["注：1.“申请方式”填网上、邮寄"], Some(Unread::Remark)),
            (&["填报人：周某", "审核人："], Some(Unread::Remark)),
            (&["1", "依申请〔2024〕1号", "2024.3.5"], None),
        ] {
            let mut sheet = Sheet::new("");
            sheet.push_row(cells.iter().copied().enumerate());
            assert_eq!(unread(&sheet, 0), expected, "{cells:?}");
        }
    }
}
