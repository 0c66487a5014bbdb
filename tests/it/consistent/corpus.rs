//! The corpus of phrasings, tests/data/phrasings: each file one kind of statement.
//!
//! The first line names the kind, the rule that finds a wrong number ("any" for several) and the number that # stands for.
//! A line beginning with @ lists what @ stands for in the lines below (and & for the kind of dispute), with its number.
//! `{name}` is the number of that name, `{name/汉}` the same in other digits: 全 full-width, 汉 numerals, 万, and thousands parted by a comma.
//! Lines beginning with ? are knowingly not read; those beginning with - look alike and state nothing.

use crate::support::{file, root};

/// One kind of statement.
pub(super) struct Kind {
    /// The name of its file.
    pub(super) file: String,
    pub(super) title: String,
    /// What finds a wrong number.
    pub(super) rule: String,
    pub(super) phrasings: Vec<Phrasing>,
    /// Sentences that state nothing which any table counts.
    pub(super) look_alikes: Vec<String>,
}

/// A sentence with the names of the numbers that it states.
pub(super) struct Phrasing {
    /// The line as it stands in the file, for people.
    pub(super) line: String,
    pub(super) template: String,
    /// Whether it is known to be read.
    pub(super) is_read: bool,
}

/// All kinds, by name.
pub(super) fn corpus() -> Vec<Kind> {
    let folder = std::fs::read_dir(root().join("tests/data/phrasings")).expect("the corpus");
    let mut names: Vec<_> = folder
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    names.sort();
    names.iter().map(|name| kind(name)).collect()
}

fn kind(name: &str) -> Kind {
    let text = file(&format!("tests/data/phrasings/{name}"));
    let mut lines = text.lines();
    let head = lines.next().and_then(|line| line.strip_prefix("# "));
    let head: Vec<_> = head.expect("a head").split('|').map(str::trim).collect();
    let [title, rule, number] = head[..] else {
        panic!("{name}: title, rule and number")
    };
    let mut kind = Kind {
        file: name.to_owned(),
        title: title.to_owned(),
        rule: rule.to_owned(),
        phrasings: Vec::new(),
        look_alikes: Vec::new(),
    };
    // What stands for @ and &, and the number; once without.
    let mut told = vec![("", "", number)];
    for line in lines.filter(|line| !line.is_empty()) {
        if let Some(list) = line.strip_prefix("@ ") {
            told = list.split(' ').map(apart).collect();
        } else if let Some(sentence) = line.strip_prefix("- ") {
            kind.look_alikes.push(format!("{sentence}。"));
        } else {
            let (line, is_read) = match line.strip_prefix("? ") {
                Some(line) => (line, false),
                None => (line, true),
            };
            let is_one = !line.contains('@');
            for (word, dispute, number) in told.iter().take(if is_one { 1 } else { usize::MAX }) {
                let template = line
                    .replace('@', word)
                    .replace('&', dispute)
                    .replace('#', &format!("{{{number}}}"));
                kind.phrasings.push(Phrasing {
                    line: line.to_owned(),
                    template: format!("{template}。"),
                    is_read,
                });
            }
        }
    }
    kind
}

/// 维持&行政复议=r-upheld
fn apart(item: &str) -> (&str, &str, &str) {
    let (words, number) = item.split_once('=').expect("a word and its number");
    let (word, dispute) = words.split_once('&').unwrap_or((words, ""));
    (word, dispute, number)
}

impl Phrasing {
    /// The names of the numbers that it states, in its order.
    pub(super) fn names(&self) -> Vec<&str> {
        let parts = self.template.split('{').skip(1);
        parts.filter_map(|part| part.split('}').next()).collect()
    }

    /// The sentence with the numbers that a year has, one of them changed.
    pub(super) fn sentence(
        &self,
        number_of: impl Fn(&str) -> String,
        changed: Option<(usize, i64)>,
    ) -> String {
        let mut parts = self.template.split('{');
        let mut sentence = parts.next().unwrap_or_default().to_owned();
        for (idx, part) in parts.enumerate() {
            let (name, rest) = part.split_once('}').expect("a closed brace");
            let (name, style) = name.split_once('/').unwrap_or((name, ""));
            let right = number_of(name);
            let number = match (changed, right.parse::<i64>()) {
                (Some((which, more)), Ok(right)) if which == idx => styled(right + more, style),
                (Some((which, _)), Err(_)) if which == idx => "77.7".to_owned(),
                (_, Ok(right)) => styled(right, style),
                (_, Err(_)) => right,
            };
            sentence += &number;
            sentence += rest;
        }
        sentence
    }
}

/// A number in the digits that a text may use.
fn styled(number: i64, style: &str) -> String {
    let plain = number.to_string();
    match style {
        "全" => full_width(&plain),
        "汉" => numerals(number),
        "万" => {
            let decimals = format!("{:04}", number % 10_000);
            let short = format!("{}.{decimals}", number / 10_000);
            short.trim_end_matches('0').trim_end_matches('.').to_owned() + "万"
        }
        "," => match number {
            1_000..=999_999 => format!("{},{:03}", number / 1_000, number % 1_000),
            _ => plain,
        },
        _ => plain,
    }
}

fn full_width(digits: &str) -> String {
    let wide = |c: char| char::from_u32(u32::from(c) - 0x30 + 0xFF10).expect("a digit");
    digits.chars().map(wide).collect()
}

/// A number below a hundred million in Chinese numerals.
fn numerals(number: i64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number >= 10_000 {
        let (high, low) = (number / 10_000, number % 10_000);
        let gap = if low > 0 && low < 1_000 { "零" } else { "" };
        let low = if low > 0 {
            numerals(low)
        } else {
            String::new()
        };
        return format!("{}万{gap}{low}", numerals(high));
    }
    let mut written = String::new();
    let mut is_gap = false;
    for (scale, word) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / scale % 10;
        if digit == 0 {
            is_gap |= !written.is_empty();
            continue;
        }
        if std::mem::take(&mut is_gap) {
            written += "零";
        }
        written += DIGITS[usize::try_from(digit).expect("a digit")];
        written += word;
    }
    if written.is_empty() {
        "零".to_owned()
    } else {
        written
    }
}
