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
        ("一百二元", 120, "元"),
        ("一百零二元", 102, "元"),
        ("三万五千六百件", 35_600, "件"),
        ("两件", 2, "件"),
        ("零件", 0, "件"),
    ] {
        assert_eq!(take_number(text), Some((number, rest)), "{text}");
    }
    assert_eq!(take_number("年"), None);
    assert_eq!(take_number("万件"), None);
    assert_eq!(take_number("12345678901234567890件"), None);
}

/// Each quantity in millionths with its measure; round ones are marked.
fn read(text: &str) -> Vec<(i64, Measure, bool)> {
    let read = quantities(text).into_iter();
    read.map(|quantity| {
        (
            quantity.number.millionths,
            quantity.measure,
            quantity.is_exact,
        )
    })
    .collect()
}

#[test]
fn one_number_has_many_spellings() {
    for text in [
        "12800件",
        "１２８００件",
        "12,800件",
        "1.28万件",
        "１.２８万件",
        "12800 件",
        "一万二千八百件",
        "1.2800万宗",
    ] {
        assert_eq!(read(text), [(12_800 * ONE, Measure::Cases, true)], "{text}");
    }
}

#[test]
fn quantities_know_their_measure() {
    let text = "按件计收2件、1,200.50元，按量计收150页共0.12万元，另有一件减免三百元，增长12.5%，提高3个百分点，公开42条";
    assert_eq!(
        read(text),
        [
            (2 * ONE, Measure::Cases, true),
            (1_200_500_000, Measure::Yuan, true),
            (150 * ONE, Measure::Pages, true),
            (1_200 * ONE, Measure::Yuan, true),
            (ONE, Measure::Cases, true),
            (300 * ONE, Measure::Yuan, true),
            (12_500_000, Measure::Percent, true),
            (3 * ONE, Measure::PercentagePoints, true),
            (42 * ONE, Measure::Pieces("条"), true),
        ]
    );
    let amounts: Vec<_> = quantities(text).iter().filter_map(Quantity::fen).collect();
    assert_eq!(amounts, [120_050, 120_000, 30_000]);
}

#[test]
fn rates_limits_and_round_figures_are_not_exact() {
    for text in [
        "每件100元",
        "100元/件",
        "10件以下不收费",
        "约3件",
        "近3件",
        "200余元",
        "3万余件",
        "30多件",
        "30件以上",
        "第3件",
        "每10件为一档",
        "超过3件",
    ] {
        assert!(read(text).iter().all(|(.., is_exact)| !is_exact), "{text}");
    }
}

#[test]
fn a_length_of_time_is_no_count() {
    for text in [
        "十个工作日",
        "20个工作日",
        "3个月",
        "15日",
        "30 天",
        "二十四小时",
        "两周",
        "十五分钟",
        "2个半月",
        "16个学时",
    ] {
        let quantities = quantities(text);
        let read: Vec<_> = quantities.iter().map(|read| read.measure).collect();
        assert_eq!(read, [Measure::Time], "{text}");
        assert_eq!(quantities[0].count(), None, "{text}");
    }
}

#[test]
fn what_is_no_quantity_is_left_alone() {
    for text in ["2025年", "12345热线", "国办发〔2018〕37号", "12月31日"] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn a_number_in_print_stands_for_what_rounds_to_it() {
    let number = |text: &str| quantities(text)[0].number;
    assert!(number("1.28万件").stands_for(12_834 * ONE));
    assert!(!number("1.28万件").stands_for(12_900 * ONE));
    assert!(number("12件").stands_for(12 * ONE));
    assert!(!number("12件").stands_for(13 * ONE));
    assert!(number("12.35万元").stands_for(123_456 * ONE));
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

/// What 示例市信访局 says in 2025, segment by segment: subjects, keys and number.
fn segments(text: &str) -> Vec<String> {
    let mut reader = Reader::new("示例市信访局", 2025);
    let shown = |segment: &Segment| {
        let words = |set: Words| {
            let all = SPELLED.iter().filter(|word| set.has(**word));
            all.map(|word| spelling(*word))
                .collect::<Vec<_>>()
                .join("+")
        };
        let number = match segment.quantity {
            Some(quantity) => quantity
                .count()
                .map_or("?".to_owned(), |count| count.to_string()),
            None if segment.said.has(Word::Not) => "无".to_owned(),
            None => "-".to_owned(),
        };
        let elsewhere = if segment.is_elsewhere { " 别处" } else { "" };
        let unknown = match segment.unknown {
            "" => String::new(),
            unknown => format!(" ?{unknown}"),
        };
        let said = words(segment.said.and(KEYS));
        format!(
            "{}·{said}·{number}{elsewhere}{unknown}",
            words(segment.subject)
        )
    };
    sentences(text)
        .flat_map(|sentence| reader.read(sentence).segments)
        .map(|segment| shown(&segment))
        .collect()
}

const SPELLED: &[Word] = &[
    Word::Request,
    Word::Reconsideration,
    Word::Litigation,
    Word::Rules,
    Word::Documents,
    Word::License,
    Word::Penalty,
    Word::Published,
    Word::OtherThing,
    Word::Receive,
    Word::Conclude,
    Word::Over,
    Word::Forward,
    Word::Granted,
    Word::NaturalPerson,
    Word::Organization,
    Word::Upheld,
    Word::Pending,
    Word::Issue,
    Word::InForce,
];

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    assert_eq!(segments(text), expected, "{text}");
}

#[test]
fn each_quantity_has_a_segment_of_its_own() {
    reads(
        "2025年，示例市信访局共收到政府信息公开申请1,280件，上年结转五件，办结1.2万件，结转下年度3件。",
        &[
            "··-",
            "政府信息公开申请·收到·1280",
            "政府信息公开申请·上年结转·5",
            "政府信息公开申请·办结·12000",
            "政府信息公开申请·结转下年·3",
        ],
    );
}

#[test]
fn the_word_may_stand_behind_the_number() {
    reads(
        "收到128件政府信息公开申请，其中60件予以公开，有3件结转2026年办理",
        &[
            "政府信息公开申请·收到·128",
            "政府信息公开申请·予以公开·60",
            "政府信息公开申请·结转下年·3",
        ],
    );
}

#[test]
fn two_quantities_in_a_clause_part_their_words() {
    reads(
        "政府信息公开申请中自然人申请101件和法人或其他组织申请27件",
        &[
            "政府信息公开申请·自然人·101",
            "政府信息公开申请·法人或其他组织·27",
        ],
    );
}

#[test]
fn a_list_without_numbers_stays_together() {
    reads(
        "未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
        &["行政复议+行政诉讼·收到·无"],
    );
    reads(
        "因政府信息公开引发的行政复议、行政诉讼均为0件",
        &["行政复议+行政诉讼·收到·0"],
    );
}

#[test]
fn a_subject_carries_on_until_another_is_named() {
    reads(
        "全年收到政府信息公开申请12件。办结10件；开展业务培训3次。办结5件。",
        &[
            "政府信息公开申请·收到·12",
            "政府信息公开申请·办结·10",
            "解读··3 ?业务",
            "解读·办结·5",
        ],
    );
}

#[test]
fn parts_other_years_and_other_organs_are_elsewhere() {
    for text in [
        "上半年，收到政府信息公开申请60件",
        "2024年收到政府信息公开申请60件",
        "去年收到政府信息公开申请60件",
        "1—3月收到政府信息公开申请60件",
        "近三年收到政府信息公开申请60件",
        "通过网上收到政府信息公开申请60件",
        "市公安局收到政府信息公开申请60件",
        "示例县人民政府收到政府信息公开申请60件",
        "政府信息公开申请中，其他60件",
        "市公安局认真履职，收到政府信息公开申请60件",
        "各区县收到政府信息公开申请60件",
        "累计收到政府信息公开申请60件",
    ] {
        let segments = segments(text);
        assert!(
            segments.last().is_some_and(|last| last.contains("别处")),
            "{segments:?}"
        );
    }
    for text in [
        "自2025年1月1日至12月31日，我局收到政府信息公开申请60件",
        "截至2025年12月31日，收到政府信息公开申请60件",
        "2025年1—12月，市信访局收到政府信息公开申请60件",
        "在市委办公厅领导下，全年收到政府信息公开申请60件",
        "根据《示例市2024年工作要点》，收到政府信息公开申请60件",
    ] {
        let segments = segments(text);
        assert_eq!(
            segments.last().map(String::as_str),
            Some("政府信息公开申请·收到·60"),
            "{text}"
        );
    }
}

#[test]
fn what_had_to_be_answered_is_not_what_was() {
    reads(
        "收到政府信息公开申请303件，本年度应答复315件，实际答复299件",
        &[
            "政府信息公开申请·收到·303",
            "政府信息公开申请··315",
            "政府信息公开申请·办结·299",
        ],
    );
}

#[test]
fn what_stands_in_brackets_before_a_number_says_nothing_of_it() {
    reads(
        "收到政府信息公开申请（含上年结转）275件",
        &[
            "政府信息公开申请·收到·-",
            "政府信息公开申请·上年结转·-",
            "政府信息公开申请·收到·275",
        ],
    );
}

#[test]
fn a_length_of_time_tells_nothing_of_what_is_counted() {
    reads(
        "因政府信息公开被申请行政复议2件，复议文书由承办机关在收到文书之日起十个工作日内查明原因",
        &["行政复议··2", "行政复议·收到·? ?文书"],
    );
    reads(
        "收到政府信息公开申请之日起20个工作日内答复12件，全年办结15件",
        &[
            "政府信息公开申请·收到·?",
            "政府信息公开申请·办结·12 别处",
            "政府信息公开申请·办结·15",
        ],
    );
    reads(
        "收到政府信息公开申请，平均用时13个工作日，共计15件",
        &[
            "政府信息公开申请·收到·-",
            "政府信息公开申请··? 别处 ?用时",
            "政府信息公开申请··15",
        ],
    );
}

#[test]
fn disputes_over_other_matters_are_not_ours() {
    reads("全年办理行政复议案件350件", &["解读··350"]);
    reads(
        "因政府信息公开被申请行政复议12件，维持8件，未审结1件",
        &["行政复议··12", "行政复议·维持·8", "行政复议·尚未审结·1"],
    );
}

#[test]
fn what_is_not_understood_is_said() {
    reads(
        "收到蝴蝶保护政府信息公开申请60件",
        &["政府信息公开申请·收到·60 别处 ?蝴蝶保护"],
    );
}

#[test]
fn any_text_can_be_read() {
    for text in [
        "",
        "（（（",
        "》〔《",
        "两两两",
        "、、，",
        "12,",
        "1.2.3",
        "年月日",
        "一一一一一一一一一一一一件",
        "９９９９９９９９９９９９９９９９９９９万亿件",
    ] {
        segments(text);
        quantities(text);
    }
}
