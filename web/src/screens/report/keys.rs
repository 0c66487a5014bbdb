//! All keys on one sheet.

use leptos::prelude::*;

use crate::controls::dialog::Dialog;
use crate::desk::desk;
use crate::places::focus;

/// What the keys do, by where they do it.
const KEYS: [(&str, &[(&str, &str)]); 3] = [
    (
        "在表格里",
        &[
            ("Tab、Shift+Tab", "到下一格、上一格"),
            ("Enter", "到下一行；连按 Tab 之后，回到开始的那一列"),
            ("方向键", "移动；加 Ctrl 跳到有数、没数的边上"),
            ("Shift+方向键", "选中一片"),
            ("F2", "在格内修改"),
            ("Esc", "恢复这一格原来的数"),
            ("Ctrl+Enter", "把所在格的数填满选中的格"),
            ("Delete", "清除"),
            (
                "Ctrl+C、Ctrl+X、Ctrl+V",
                "复制、剪切、粘贴，可与 Excel、WPS 互相粘贴",
            ),
        ],
    ),
    (
        "在报告里",
        &[
            ("F8、Shift+F8", "到下一处、上一处问题"),
            ("F1", "填写说明"),
            ("Ctrl+H", "查找和替换"),
            ("Ctrl+Z、Ctrl+Y", "撤销、重做"),
            ("Ctrl+S", "立即保存（平时自动保存）"),
            ("Ctrl+P", "打印年报"),
        ],
    ),
    ("在任何地方", &[("?", "这张表"), ("Esc", "关闭打开的窗口")]),
];

/// The sheet, while it is wanted.
#[component]
pub fn KeySheet() -> impl IntoView {
    let desk = desk();
    let close = move || {
        desk.shown.is_listing_keys.set(false);
        focus("part-title");
    };
    let row = |(keys, what): &(&'static str, &'static str)| {
        view! { <tr><th scope="row"><kbd>{*keys}</kbd></th><td>{*what}</td></tr> }
    };
    let group = move |(place, keys): (&'static str, &'static [(&'static str, &'static str)])| {
        view! { <h3>{place}</h3><table class="keys"><tbody>{keys.iter().map(row).collect_view()}</tbody></table> }
    };
    let buttons = move || {
        view! { <button type="button" on:click=move |_| close()>"关闭"</button> }.into_any()
    };
    move || {
        desk.shown.is_listing_keys.get().then(|| {
            view! {
                <Dialog id="keys-title" title="快捷键" close buttons=buttons()>
                    {KEYS.into_iter().map(group).collect_view()}
                </Dialog>
            }
        })
    }
}
