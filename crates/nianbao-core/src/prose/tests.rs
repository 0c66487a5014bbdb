use super::Quantity::{Cases, Fen, Pages};
use super::*;

#[test]
fn numbers_are_read_in_digits_and_in_numerals() {
    for (text, number, rest) in [
        ("31日", 31, "日"),
        ("３１日", 31, "日"),
        (" 1月", 1, "月"),
        ("二〇二五年", 2025, "年"),
        ("三十一日", 31, "日"),
        ("十二月", 12, "月"),
        ("一千二百元", 1200, "元"),
        ("两件", 2, "件"),
        ("零件", 0, "件"),
    ] {
        assert_eq!(take_number(text), Some((number, rest)), "{text}");
    }
    assert_eq!(take_number("年"), None);
}

#[test]
fn quantities_know_their_unit() {
    assert_eq!(
        quantities("按件计收2件、1,200.50元，按量计收150页共0.12万元，另有一件减免三百元"),
        [
            Cases(2),
            Fen(120_050),
            Pages(150),
            Fen(120_000),
            Cases(1),
            Fen(30_000)
        ]
    );
}

#[test]
fn rates_limits_and_round_figures_are_no_quantities() {
    for text in [
        "每件100元",
        "100元/件",
        "10件以下不收费",
        "11—30件的部分",
        "约3件",
        "200余元",
        "第3件",
        "每10件为一档",
    ] {
        assert_eq!(quantities(text), [], "{text}");
    }
}

#[test]
fn a_number_starts_once() {
    assert_eq!(
        number_starts("自2025年１月起12").collect::<Vec<_>>(),
        [3, 10, 19]
    );
}

#[test]
fn a_long_quotation_is_cut() {
    assert_eq!(quote(" 短句 "), "“短句”");
    assert_eq!(length(&quote(&"长".repeat(50))), 43);
}
