//! Organ, year, title, opening paragraph, signature and date.

use leptos::prelude::*;
use nianbao_core::date;
use nianbao_core::form::Form;
use nianbao_core::judgement::Fact;
use nianbao_core::local::Local;
use nianbao_core::report::{Level, OrganKind, Report};
use nianbao_core::spot::{Field, Spot};

use crate::browser::{clock, storage};
use crate::controls::file::FileChooser;
use crate::controls::mark::{Found, mark_of};
use crate::controls::text::Prose;
use crate::desk::{Desk, desk};
use crate::places::{anchor, is_composing};
use crate::rest::rest;

/// The fields before and after the sections.
#[component]
pub fn Header() -> impl IntoView {
    let desk = desk();
    let offers_preamble = move || {
        desk.draft
            .report
            .with(|report| report.preamble != report.standard_preamble())
    };
    let fill_preamble = move |_| {
        // Not disabled by the browser, which would drop the focus.
        if !desk
            .draft
            .report
            .with_untracked(|report| report.preamble != report.standard_preamble())
        {
            return;
        }
        desk.change_with_undo("已填入通用的开头段落。", |report| {
            report.preamble = report.standard_preamble();
        });
    };
    let sign = move |_| {
        desk.change("用机关名称作落款", |report| {
            report.signature = report.organ.name.trim().to_owned();
        });
    };
    let date_today = move |_| {
        if let Some(today) = clock::today() {
            desk.change("把成文日期填为今天", |report| {
                report.date = date::written(today);
            });
        }
    };
    view! {
        <div class="fields">
            <TextField field=Field::Organ label="机关名称" hint="全称，与公章一致，例如：示例市教育局"
                read=|report| report.organ.name.clone() on_change=name_organ />
            <Choice fact=Fact::Kind options=OrganKind::ALL.map(|(_, key, name)| (key, name)).to_vec()
                unknown="请选择"
                read=|report| report.organ.known_kind().map_or("", OrganKind::key)
                on_change=|report, key| report.organ.kind = OrganKind::of_key(key) />
            // What the name says of the level is known beside the page, where the divisions of the country are.
            <Choice fact=Fact::Level options=Level::ALL.map(|(_, key, name)| (key, name)).to_vec()
                unknown="按机关名称"
                read=|report| report.organ.level.map_or("", Level::key)
                on_change=|report, key| report.organ.level = Level::of_key(key) />
            <Year />
            <TextField field=Field::Title label="标题" hint="不填则用通行的标题"
                placeholder=|report| report.standard_title()
                read=|report| report.title.clone()
                on_change=|report, typed| report.title = typed />
        </div>
        <Prose
            spot=Spot::Field(Field::Preamble)
            label="开头段落"
            prompt="“一、总体情况”之前的一段：编制依据和数据的统计期限。"
        />
        {rest(|rest| (rest.outline)(Spot::Field(Field::Preamble), "开头段落"))}
        <p class="tools">
            <button type="button" on:click=fill_preamble aria-disabled=move || (!offers_preamble()).to_string()>
                {move || if desk.draft.report.with(|report| report.preamble.trim().is_empty()) { "填入通用的开头段落" } else { "换成通用的开头段落" }}
            </button>
        </p>
        <div class="fields">
            <TextField field=Field::Signature label="落款" hint="印在报告末尾的机关名称"
                read=|report| report.signature.clone()
                on_change=|report, typed| report.signature = typed>
                <button type="button" on:click=sign>"用机关名称"</button>
            </TextField>
            <TextField field=Field::Date label="成文日期" hint="例如：2026年1月9日"
                read=|report| report.date.clone()
                on_change=|report, typed| report.date = typed
                on_leave=|desk| desk.with_rest(|rest| (rest.write_date)(desk))>
                <button type="button" on:click=date_today>"填今天"</button>
            </TextField>
        </div>
        {rest(|rest| (rest.requirements)())}
        {rest(|rest| (rest.previous)())}
    }
}

impl Desk {
    /// Writes the date as documents do, where it was typed another way; what is no day stays as it is.
    pub fn write_date(self) {
        let typed = self
            .draft
            .report
            .with_untracked(|report| report.date.clone());
        let written = date::read(&typed).map(date::written);
        if let Some(written) = written.filter(|written| *written != typed) {
            let done = format!("已把成文日期“{typed}”写成“{written}”。");
            self.change_with_undo(done, |report| report.date = written);
        }
    }
}

/// Names the organ of a report.
pub fn name_organ(report: &mut Report, typed: String) {
    report.organ.name = typed;
}

/// What a local notice asks for beyond the law; it is checked, and not printed.
#[component]
pub fn Requirements() -> impl IntoView {
    let is_asked = |report: &Report| report.local != Local::default();
    let is_open = desk().draft.report.with_untracked(is_asked);
    view! {
        <details class="requirements" open=is_open>
            <summary>"本地要求（没有就不填）"</summary>
            <p class="hint">"上级通知要求更早公开、或者限定总体情况字数的，写在这里，检查照此核对。不印在报告里。"</p>
            <div class="fields">
                <Requirement id="local-deadline" label="公开期限" hint="例如：1月20日"
                    read=|report| &report.local.deadline
                    is_known=|report| report.year.is_none_or(|year| report.local.last_day(year).is_some())
                    on_change=|report, typed| report.local.deadline = typed />
                <Requirement id="local-length" label="总体情况字数上限" hint="例如：1000"
                    read=|report| &report.local.overview_limit
                    is_known=|report| report.local.most_characters().is_some()
                    on_change=|report, typed| report.local.overview_limit = typed />
            </div>
        </details>
    }
}

/// A one-line field of what a local notice asks for.
#[component]
fn Requirement(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    read: fn(&Report) -> &String,
    is_known: fn(&Report) -> bool,
    on_change: fn(&mut Report, String),
) -> impl IntoView {
    let desk = desk();
    let help = format!("{id}-help");
    let content = Memo::new(move |_| desk.draft.report.with(|report| read(report).clone()));
    let told = move || {
        let is_known =
            content.with(|typed| typed.trim().is_empty()) || desk.draft.report.with(is_known);
        if is_known {
            hint.to_owned()
        } else {
            format!("没有看懂，暂不核对。{hint}")
        }
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type="text"
                autocomplete="off"
                aria-describedby=help.clone()
                prop:value=move || content.get()
                on:change=move |event| desk.change(format!("填写“{label}”"), |report| on_change(report, event_target_value(&event)))
            />
            <p class="hint" id=help role="status">{told}</p>
        </div>
    }
}

/// Last year's report, against which this one is checked.
#[component]
pub fn Previous() -> impl IntoView {
    let desk = desk();
    let open = move || {
        desk.draft
            .previous
            .with(|previous| previous.as_ref().map(Report::short_title))
    };
    // Every readable draft but the open one; asked for when this part is drawn.
    let own = desk.draft.id.get_untracked();
    let others: Vec<_> = storage::drafts()
        .unwrap_or_default()
        .into_iter()
        .filter(|draft| Some(&draft.id) != own.as_ref())
        .filter_map(|draft| Some((draft.id, draft.content.ok()?)))
        .collect();
    let others = StoredValue::new(others);
    // Only what can be last year's: of the same organ, as far as both are named, and of the year before.
    let fitting = move || {
        desk.draft.report.with(|report| {
            others.with_value(|others| {
                let fits = |(_, other): &&(String, Report)| {
                    report.is_year_after(other) && report.is_of_same_organ(other)
                };
                let option = |(id, report): &(String, Report)| {
                    view! { <option value=id.clone()>{report.short_title()}</option> }
                };
                others.iter().filter(fits).map(option).collect::<Vec<_>>()
            })
        })
    };
    let take = move |event| {
        let id = event_target_value(&event);
        let taken =
            others.with_value(|others| others.iter().find(|(other, _)| *other == id).cloned());
        if let Some((_, report)) = taken {
            desk.set_previous(Some(report));
        }
    };
    view! {
        <section class="previous" aria-labelledby="previous-title">
            <h2 id="previous-title">"上年报告"</h2>
            <p class="hint">
                "打开上年的报告，就能核对两年之间的衔接，填表时每一格旁边也会显示上年的数字。"
            </p>
            {move || match open() {
                Some(title) => view! {
                    <p class="tools">
                        <strong>{title}</strong>
                        <button type="button" on:click=move |_| desk.set_previous(None)>"移除上年报告"</button>
                    </p>
                }.into_any(),
                None => view! { <p class="tools">"还没有上年报告。"</p> }.into_any(),
            }}
            <p class="tools">
                <FileChooser name="从文件打开上年报告" is_last_year=true />
                {move || {
                    let options = fitting();
                    (!options.is_empty()).then(|| view! {
                        <label for="previous-draft">"或者从草稿中选"</label>
                        <select id="previous-draft" class="narrow" on:change=take>
                            <option value="">"请选择"</option>
                            {options}
                        </select>
                    })
                }}
            </p>
        </section>
    }
}

/// A one-line field of the report.
#[component]
fn TextField(
    field: Field,
    label: &'static str,
    hint: &'static str,
    read: fn(&Report) -> String,
    #[prop(default = |_| String::new())] placeholder: fn(&Report) -> String,
    on_change: fn(&mut Report, String),
    #[prop(default = |_| ())] on_leave: fn(Desk),
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let desk = desk();
    let id = anchor(desk.draft.form(), Spot::Field(field));
    let help = format!("{id}-help");
    let mark = mark_of(Spot::Field(field));
    let content = Memo::new(move |_| desk.draft.report.with(read));
    let faint = Memo::new(move |_| desk.draft.report.with(placeholder));
    let take = move |event: &web_sys::Event| {
        let typed = event_target_value(event);
        desk.type_at(Spot::Field(field), |report| on_change(report, typed));
    };
    view! {
        <div class="field" class:wide=field == Field::Title>
            <label for=id.clone()>{label}</label>
            <div class="row">
                <input
                    id=id
                    type="text"
                    autocomplete="off"
                    aria-describedby=help.clone()
                    aria-invalid=move || (mark.get() == Some("error")).then_some("true")
                    class:error=move || mark.get() == Some("error")
                    class:warning=move || matches!(mark.get(), Some("warning" | "hint"))
                    placeholder=move || faint.get()
                    prop:value=move || content.get()
                    on:input=move |event| if !is_composing(&event) { take(&event) }
                    on:compositionend=move |event| take(&event)
                    on:change=move |_| on_leave(desk)
                />
                {children.map(|children| children())}
            </div>
            <p class="hint" id=help>{hint}</p>
            <Found spot=Spot::Field(field) />
        </div>
    }
}

/// A choice among a few of what is to be known of the organ; asked for where a rule needs it and the name does not tell.
#[component]
fn Choice(
    fact: Fact,
    options: Vec<(&'static str, &'static str)>,
    unknown: &'static str,
    read: fn(&Report) -> &'static str,
    on_change: fn(&mut Report, &str),
) -> impl IntoView {
    let desk = desk();
    let id = format!("organ-{}", fact.key());
    let help = format!("{id}-help");
    let chosen = Memo::new(move |_| desk.draft.report.with(read));
    let options = std::iter::once(("", unknown))
        .chain(options)
        .map(|(key, name)| view! { <option value=key prop:selected=move || chosen.get() == key>{name}</option> })
        .collect_view();
    let asked = move || {
        let is_asked = desk
            .judging
            .judged(|judgement| judgement.not_known.contains(&fact))
            == Some(true);
        is_asked.then_some("从名称看不出，有的核对要用到，请选择。")
    };
    view! {
        <div class="field">
            <label for=id.clone()>{fact.name()}</label>
            <select
                id=id
                aria-describedby=help.clone()
                on:change=move |event| desk.change(format!("选择“{}”", fact.name()), |report| on_change(report, &event_target_value(&event)))
            >{options}</select>
            <p class="hint" id=help role="status">{asked}</p>
        </div>
    }
}

/// The year reported on. A report keeps the form it was begun on; a rule says so where they do not fit.
#[component]
fn Year() -> impl IntoView {
    let desk = desk();
    let id = anchor(desk.draft.form(), Spot::Field(Field::Year));
    let chosen = Memo::new(move |_| desk.draft.report.with(|report| report.year));
    let known = chosen.get_untracked();
    let first = known.map_or(2019, |year| year.min(2019));
    let last = known.unwrap_or_default().max(clock::year_to_report() + 1);
    // Another edition has other tables: a report keeps the form it was begun on.
    let form = desk.draft.report.with_untracked(|report| report.form);
    let options = (first..=last)
        .rev()
        .filter(|&year| Form::for_year(year) == form || Some(year) == known)
        .map(|year| view! { <option value=year prop:selected=move || chosen.get() == Some(year)>{year} " 年"</option> })
        .collect_view();
    let unknown = known.is_none().then(|| view! { <option value="" prop:selected=move || chosen.get().is_none()>"请选择"</option> });
    let on_change = move |event| {
        let year = event_target_value(&event).parse().ok();
        desk.change("选择“报告年度”", |report| report.year = year);
    };
    view! {
        <div class="field">
            <label for=id.clone()>"报告年度"</label>
            <select id=id on:change=on_change>{unknown}{options}</select>
        </div>
    }
}
