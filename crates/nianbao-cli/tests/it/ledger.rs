//! `nianbao ledger`

use std::fs;

use crate::support::{nianbao, report, temporary, written};

fn ledger(name: &str) -> String {
    format!(
        "{}/../../tests/data/ledgers/{name}",
        env!("CARGO_MANIFEST_DIR")
    )
}

#[test]
fn the_certain_figures_are_a_table_with_the_open_cases_beside_them() {
    let path = temporary("ledger-60-out.csv");
    let run = nianbao(&[
        "ledger",
        &ledger("ledger-60.xlsx"),
        "--year",
        "2024",
        "--today",
        "2025-01-15",
        "-o",
        &path,
    ]);
    assert_eq!(
        (run.status, run.err.as_str()),
        (1, ""),
        "dates out of order are errors"
    );
    let table = fs::read_to_string(path).expect("the table");
    let lines: Vec<_> = table.lines().collect();
    assert_eq!(lines.len(), 1 + 175 + 15);
    assert_eq!(
        lines[0],
        "edition,table,row,row_label,column,column_label,value,state,confidence,source,open"
    );
    assert!(lines[1].starts_with("2021,三,newly-received,一、本年新收政府信息公开申请数量,requester/natural-person,自然人,37,count,"), "{}", lines[1]);
    assert!(
        lines[1].ends_with(",1"),
        "one case without a readable day of receipt: {}",
        lines[1]
    );
    let not_held = lines.iter().find(|line| {
        line.contains(",handled/unavailable/not-held,")
            && line.contains(",requester/natural-person,")
    });
    assert!(
        not_held.is_some_and(|line| line.contains(",6,count,") && line.ends_with(",3")),
        "{not_held:?}"
    );
}

#[test]
fn behind_a_figure_stand_cases_one_a_line() {
    let run = nianbao(&[
        "ledger",
        &ledger("ledger-60.xlsx"),
        "--year",
        "2024",
        "--behind",
        "r04.c1",
    ]);
    assert_eq!(
        (run.status, run.out.as_str()),
        (0, "2024年!43\n2024年!44\n")
    );
    let run = nianbao(&[
        "ledger",
        &ledger("ledger-400.csv"),
        "--behind",
        "handled/withheld/state-secret.requester/total",
    ]);
    assert_eq!((run.status, run.out.as_str()), (0, "24\n67\n341\n"));
    let run = nianbao(&["ledger", &ledger("ledger-400.csv"), "--behind", "d2"]);
    assert_eq!(run.out.lines().count(), 4);
    let run = nianbao(&["ledger", &ledger("ledger-400.csv"), "--behind", "r99.c1"]);
    assert_eq!(run.status, 2);
}

#[test]
fn a_sound_ledger_gives_status_0_and_answers_close_questions() {
    let csv = "编号,收到日期,申请人类别,答复日期,办理结果\n1,2025-03-03,单位,2025-03-20,不予公开\n2,2025.3.4,公民,2025/3/21,公开\n";
    let path = written("small-ledger.csv", csv);
    let run = nianbao(&["ledger", &path, "--today", "2026-01-12"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("待归类的问题 2 个"), "{}", run.out);
    let answers = written(
        "answers.json",
        r#"{"kinds": {"单位": "c2"}, "results": {"不予公开": "r10", "别的": "r99"}}"#,
    );
    let run = nianbao(&[
        "ledger",
        &path,
        "--today",
        "2026-01-12",
        "--answers",
        &answers,
    ]);
    assert!(!run.out.contains("待归类"), "{}", run.out);
    assert!(run.err.contains("“别的”答作“r99”"), "{}", run.err);
    let run = nianbao(&["ledger", &path, "--answers", &answers, "--behind", "r10.c2"]);
    assert_eq!(run.out, "2\n");
}

#[test]
fn a_head_that_is_not_known_can_be_told_and_stays_told() {
    let csv = "件次,来件,甲栏,办结日期,怎么答的\n1,2025-03-03,公民,2025-03-20,公开\n";
    let path = written("odd-heads.csv", csv);
    let run = nianbao(&["ledger", &path, "--today", "2026-01-12"]);
    assert_eq!(run.status, 2, "{}", run.out);
    assert!(run.err.contains("没有找到台账的表头"), "{}", run.err);
    let told = r#"{"heads": [{"heads": ["件次", "来件", "甲栏", "办结日期", "怎么答的"],
        "fields": {"来件": "received", "甲栏": "kind", "怎么答的": "result", "件次": "number"}}]}"#;
    let answers = written("odd-heads.json", told);
    let run = nianbao(&["ledger", &path, "--answers", &answers, "--behind", "r03.c1"]);
    assert_eq!((run.status, run.out.as_str()), (0, "2\n"), "{}", run.err);
    // Of other heads nothing was told.
    let other = written("other-heads.csv", &csv.replace("件次", "件数"));
    assert_eq!(
        nianbao(&["ledger", &other, "--answers", &answers]).status,
        2
    );
    let run = nianbao(&["ledger", &path, "--answers", &answers]);
    assert!(
        run.out.contains("“来件”是收到日期，“甲栏”是申请人类别"),
        "{}",
        run.out
    );
}

#[test]
fn what_a_document_is_can_be_told_once_for_all_alike() {
    let csv = "文件名称,文号,类型,成文日期\n甲,示政〔2025〕1号,政策,2025-03-03\n乙,示政〔2025〕2号,政策,2025-03-04\n";
    let path = written("kinds.csv", csv);
    let year = ["--year", "2025", "--today", "2026-01-12"];
    let run = nianbao(&[&["register", &path], &year[..]].concat());
    assert!(
        run.out.contains("待归类  文件类型“政策” 2 件：2、3"),
        "{}",
        run.out
    );
    let answers = written(
        "kinds.json",
        r#"{"kinds": {"政策": "normative-document"}, "documents": {"乙": "other"}}"#,
    );
    let run = nianbao(&[&["register", &path, "--answers", &answers], &year[..]].concat());
    assert!(!run.out.contains("待归类"), "{}", run.out);
    let issued = run.out.lines().filter(|line| line.starts_with("     1  "));
    assert_eq!(issued.count(), 2, "one issued and in force: {}", run.out);
    let also = ["--also", "validity-too-long"];
    let run = nianbao(&[&["register", &path], &also[..], &year[..]].concat());
    assert!(
        !run.out.contains("没有写有效期"),
        "only of normative documents"
    );
    assert_eq!(
        nianbao(&[&["register", &path, "--also", "没有"], &year[..]].concat()).status,
        2
    );
}

#[test]
fn due_days_go_into_a_calendar_without_names() {
    let path = temporary("due.ics");
    nianbao(&[
        "ledger",
        &ledger("ledger-400.csv"),
        "--today",
        "2026-01-12",
        "-o",
        &path,
    ]);
    let calendar = fs::read_to_string(path).expect("the calendar");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260107\r\n"));
    assert!(calendar.contains("SUMMARY:SQ2025120378 答复期限\r\n"));
    assert!(!calendar.contains("张志强"));
}

#[test]
fn nothing_that_is_written_names_a_requester() {
    for ending in ["json", "csv", "ics"] {
        let path = temporary(&format!("no-names.{ending}"));
        let run = nianbao(&[
            "ledger",
            &ledger("ledger-400.csv"),
            "--today",
            "2026-01-12",
            "-o",
            &path,
        ]);
        let written = fs::read_to_string(path).expect("a file");
        for secret in ["孙德胜", "110000197001", "新桥镇"] {
            assert!(
                !written.contains(secret) && !run.out.contains(secret),
                "{ending} {secret}"
            );
        }
    }
}

#[test]
fn what_is_no_ledger_ends_in_a_sentence() {
    let columns = written("columns.csv", &"甲,".repeat(200_000));
    let formulas = written("formulas.csv", "=HYPERLINK(\"x\"),\"没有写完\n1,2,3\n");
    for path in [columns, formulas, ledger("没有.xlsx")] {
        let run = nianbao(&["ledger", &path]);
        assert_eq!(run.status, 2, "{path}");
        assert!(run.err.contains('。'), "{}", run.err);
    }
}

#[test]
fn a_workbook_holds_figures_cases_due_days_and_questions() {
    let path = temporary("ledger-60-out.xlsx");
    nianbao(&[
        "ledger",
        &ledger("ledger-60.xlsx"),
        "--year",
        "2024",
        "--today",
        "2025-01-15",
        "-o",
        &path,
    ]);
    let bytes = fs::read(&path).expect("the workbook");
    let sheets = nianbao_read::sheets("统计.xlsx", &bytes).expect("sheets");
    let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "表三",
            "表四",
            "各格背后的申请",
            "期限",
            "待归类",
            "季度统计",
            "核对"
        ]
    );
    assert_eq!(sheets[0].cell(1, 1), "至少37，另1件待归类");
    assert_eq!(sheets[0].cell(2, 2), "0");
    assert_eq!(sheets[3].n_rows(), 1 + 60);
    let texts = sheets
        .iter()
        .flat_map(|sheet| (0..sheet.n_rows()).flat_map(|row| sheet.row(row).map(|(_, text)| text)));
    assert!(
        texts
            .into_iter()
            .all(|text| !text.contains("吴子涵") && !text.contains("望江花园"))
    );
}

#[test]
fn a_register_gives_table_two_and_its_catalogs() {
    let csv = "文件名称,文号,文件类型,成文日期,效力状态,废止日期,公开渠道\n\
        关于甲事的通知,示政规〔2025〕1号,行政规范性文件,2025-03-03,现行有效,,网站\n\
        =关于乙事的通知,示政规〔2020〕2号,行政规范性文件,2020-03-03,废止,2025-06-01,网站\n";
    let path = written("documents.csv", csv);
    let table = temporary("table-two.csv");
    let run = nianbao(&[
        "register",
        &path,
        "--year",
        "2025",
        "--today",
        "2026-01-12",
        "-o",
        &table,
    ]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let table = fs::read_to_string(table).expect("the table");
    let figures: Vec<_> = table
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(6).unwrap_or_default())
        .collect();
    assert_eq!(figures, ["0", "0", "0", "1", "1", "1"]);
    for ending in ["docx", "xlsx"] {
        let catalog = temporary(&format!("catalog.{ending}"));
        nianbao(&[
            "register",
            &path,
            "--year",
            "2025",
            "--today",
            "2026-01-12",
            "-o",
            &catalog,
        ]);
        let sheets = nianbao_read::sheets(&catalog, &fs::read(&catalog).expect("the catalog"))
            .expect("two tables");
        let texts = sheets.iter().map(|sheet| {
            (0..sheet.n_rows())
                .flat_map(|row| sheet.row(row).map(|(_, text)| text))
                .collect::<Vec<_>>()
                .join(" ")
        });
        let texts: Vec<_> = texts.collect();
        assert!(
            texts.len() == 2
                && texts[0].contains("关于甲事的通知")
                && texts[1].contains("=关于乙事的通知"),
            "{texts:?}"
        );
    }
}

#[test]
fn a_report_is_checked_against_the_ledger_behind_it() {
    let ledger = format!(
        "{}/../../tests/data/ledgers/ledger-400.csv",
        env!("CARGO_MANIFEST_DIR")
    );
    let run = nianbao(&[
        "check",
        &report("busy-department"),
        "--ledger",
        &ledger,
        "--only",
        "typed-differs-from-ledger",
        "--today",
        "2026-01-12",
    ]);
    assert_eq!(run.status, 1, "{}", run.out);
    assert!(
        run.out
            .contains("表三与台账不一致（typed-differs-from-ledger）"),
        "{}",
        run.out
    );
    assert!(run.out.contains("自然人：年报"), "{}", run.out);
}
