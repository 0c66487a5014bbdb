//! What the page shows as it comes from here: markup, in which `data-act` says what a click is about.

use js_sys::{Date, Object};
use nianbao_core::history::History;
use nianbao_core::json;
use nianbao_core::report::excerpts;
use nianbao_core::saved::{self, Opened};
use nianbao_core::spot::Spot;
use wasm_bindgen::JsValue;

/// The steps of a draft, the last first, of which one is compared with now; from the JSON `[draft, history]`.
pub fn earlier(drafts: &str, chosen: &str) -> Option<String> {
    let parts = json::list(drafts).ok()?;
    let [now, history] = &parts[..] else {
        return None;
    };
    let history = History::read(history.get())?;
    let mut states: Vec<_> = history
        .done()
        .map(|step| (spoken(step.time), &step.what[..]))
        .collect();
    if !states.is_empty() {
        states.push((String::new(), "这些修改之前"));
    }
    let entry = |(n_back, (time, what)): (usize, &(String, &str))| {
        let is_chosen = n_back.to_string() == chosen;
        let compared = is_chosen.then(|| {
            let then = history
                .earlier(now.get(), n_back)
                .and_then(|text| saved::read(&text).ok());
            let now = saved::read(now.get()).ok();
            then.zip(now).map_or_else(String::new, |(then, now)| {
                let when = escaped(format!("{time} {what}").trim());
                compared(&then, &now, n_back, &when)
            })
        });
        let what = escaped(what);
        let mark = if n_back == 0 { "（现在）" } else { "" };
        format!(
            r#"<li><button type="button" class="jump" id="step-{n_back}" aria-expanded="{is_chosen}" data-act="look {n_back}"><span class="when">{time}</span> {what}{mark}</button>{}</li>"#,
            compared.unwrap_or_default()
        )
    };
    let entries = states.iter().enumerate().map(entry);
    Some(format!("<ol>{}</ol>", entries.collect::<String>()))
}

/// Where a state differs from now, and the way back to it.
fn compared(then: &Opened, now: &Opened, n_back: usize, when: &str) -> String {
    let shown = |content: String| {
        if content.is_empty() {
            "（空白）".to_owned()
        } else {
            escaped(&content)
        }
    };
    let row = |spot: Spot| {
        let (old, new) = excerpts(
            &then.report.place_content(spot),
            &now.report.place_content(spot),
        );
        [
            escaped(&now.report.place_name(spot)),
            shown(old),
            shown(new),
        ]
    };
    let mut rows: Vec<_> = then
        .report
        .differences(&now.report)
        .into_iter()
        .map(row)
        .collect();
    if then.previous != now.previous {
        let name = |beside: &Opened| {
            if beside.previous.is_some() {
                "有"
            } else {
                "没有"
            }
            .to_owned()
        };
        rows.push(["上年报告".to_owned(), name(then), name(now)]);
    }
    if rows.is_empty() {
        return r#"<p class="hint">各处内容与现在相同。</p>"#.to_owned();
    }
    let rows = rows.iter().map(|[place, then, now]| {
        format!(r#"<tr><th scope="row">{place}</th><td>{then}</td><td>{now}</td></tr>"#)
    });
    format!(
        r#"<table class="doubtful"><thead><tr><th scope="col">位置</th><th scope="col">当时</th><th scope="col">现在</th></tr></thead><tbody>{}</tbody></table><button type="button" data-act="restore {n_back}" aria-label="恢复到当时：{when}">恢复到当时</button>"#,
        rows.collect::<String>()
    )
}

/// Where words stand in the prose of a draft, each with a few letters around it; nothing where they stand nowhere.
pub fn found(now: &Opened, words: &str, name_of: impl Fn(Spot) -> String) -> String {
    /// Letters shown before and after the words.
    const AROUND: usize = 10;
    let report = &now.report;
    let entry = |(spot, at): (Spot, usize)| {
        let text = report.place_content(spot);
        let (before, rest) = text.split_at(at);
        let rest = &rest[words.len()..];
        let from = before.encode_utf16().count();
        let to = from + words.encode_utf16().count();
        let start = before
            .char_indices()
            .rev()
            .nth(AROUND - 1)
            .map_or(0, |(at, _)| at);
        let end = rest
            .char_indices()
            .nth(AROUND)
            .map_or(rest.len(), |(at, _)| at);
        format!(
            r#"<li><button type="button" class="jump" data-act="{} {from} {to}"><span class="title">{}</span>{}<mark>{}</mark>{}</button></li>"#,
            name_of(spot),
            escaped(&report.place_name(spot)),
            escaped(&before[start..]),
            escaped(words),
            escaped(&rest[..end]),
        )
    };
    let hits = report.find(words);
    if hits.is_empty() {
        return String::new();
    }
    let n_hits = hits.len();
    let entries = hits.into_iter().map(entry);
    format!(
        r#"<p class="hint">找到 {n_hits} 处。</p><ul>{}</ul>"#,
        entries.collect::<String>()
    )
}

/// A time as this machine writes it.
fn spoken(milliseconds: u64) -> String {
    let date = Date::new(&JsValue::from_f64(milliseconds as f64));
    date.to_locale_string("zh-CN", &Object::new()).into()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
