//! An address that is printed can be opened and written to.
//! Silent on names of accounts (@示例发布), and on words that only contain www or http.

use crate::prose;
use crate::rule::{Case, Check, Example, Failure, Given, Outcome, Rule};
use nianbao_core::judgement::{Concern, Severity};
use nianbao_core::law;

/// Addresses of web pages and mailboxes are complete.
pub(super) static RULE: Rule = Rule {
    id: "web-address",
    title: "网址或电子邮箱不完整",
    severity: Severity::Hint,
    concerns: Concern::Wrong,
    source: &[&law::PRACTICE],
    check: Check::Custom {
        formula: "网址以 http:// 或 https:// 开头，域名用半角圆点连接；邮箱有一个 @，其后是域名",
        find,
    },
    explanation: "少一个符号，读者就打不开网页、寄不出邮件。请从浏览器地址栏或通讯录复制。",
    examples: &[
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "网址：http:/www.example.gov.cn，备用www。example.gov.cn，邮箱xxgk@example。",
            )],
            finds: &[
                "“http:/www.example.gov.cn”不像完整的网址",
                "“www”不像完整的网址",
                "“xxgk@example”不像完整的邮箱",
            ],
        },
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "网址 https://www.example.gov.cn/xxgk/，www.example.gov.cn。2025年改版。邮箱xxgk@mail.example.gov.cn，微博@示例发布、@shili。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "网址：www.example.gov.cn/zwgk/；邮箱：xxgk@163.com；公众号“示例发布”（ID：shili_fabu）。",
            )],
            finds: &[],
        },
        Example {
            given: &[Given::Text(
                "overview/platforms",
                "支持IPv6，域名以.gov.cn结尾，HTTP、HTTPS协议均可访问，“@示例发布”粉丝3万。",
            )],
            finds: &[],
        },
    ],
};

fn find(case: &Case) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for signs in case.signs() {
        let may_be_one = |word: &&str| word.contains(['@', 'h', 'H', 'w', 'W']);
        for word in signs.words(is_of_address).filter(may_be_one) {
            let word = word.trim_end_matches(['.', ':', ',', ';']);
            if let Some(what) = wanting(word) {
                let statement = format!("{}不像完整的{what}", prose::quote(word));
                outcomes.push(Failure::new(statement, [signs.spot]).into());
            }
        }
    }
    case.or_holds(outcomes)
}

fn is_of_address(c: char) -> bool {
    c.is_ascii_graphic() && !"()<>\"'".contains(c)
}

/// What a word is an incomplete spelling of; none if it is complete or something else.
fn wanting(word: &str) -> Option<&'static str> {
    let lower = word.to_ascii_lowercase();
    let start = ["http", "htpp", "www"]
        .iter()
        .filter_map(|start| lower.find(start))
        .min();
    if let Some(start) = start {
        let address = &lower[start..];
        let bare = ["https://", "http://"]
            .iter()
            .find_map(|scheme| address.strip_prefix(scheme));
        let is_complete = is_domain(bare.unwrap_or(address)) || is_protocol(address);
        return (!is_complete).then_some("网址");
    }
    let (name, domain) = word.split_once('@')?;
    (!name.is_empty() && !is_domain(domain)).then_some("邮箱")
}

/// Whether a word names how pages are sent, and no page: HTTPS, HTTP/2.
fn is_protocol(word: &str) -> bool {
    let version = ["https", "http"]
        .iter()
        .find_map(|name| word.strip_prefix(name));
    version.is_some_and(|version| {
        let number = version.strip_prefix('/').unwrap_or(version);
        number.chars().all(|c| c.is_ascii_digit() || c == '.')
    })
}

/// Whether an address begins with labels joined by points.
fn is_domain(address: &str) -> bool {
    let domain = address.split(['/', ':', '?', '#']).next().unwrap_or("");
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    domain.contains('.') && domain.split('.').all(is_label)
}
