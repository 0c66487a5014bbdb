//! What the eye reads is what is read: the same small table in every container, with a figure that is struck, marked, hidden or remarked on.

use nianbao_core::figure::Figure;
use nianbao_read::{Confidence, Reading, Source, read};

use crate::lost::made::{odf, zipped};

/// How a piece of a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Plain,
    Struck,
    Raised,
    Hidden,
}

use Look::{Hidden, Plain, Raised, Struck};

type Piece<'a> = (&'a str, Look);

/// The headings of the table of documents, and its first label, as sources print them.
struct Words {
    headings: [&'static str; 4],
    label: &'static str,
}

const OFFICIAL: Words = Words {
    headings: ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    label: "行政规范性文件",
};

/// Lines before the table, and behind it.
const BEFORE: [&str; 2] = [
    "示例市档案馆2025年政府信息公开工作年度报告",
    "二、主动公开政府信息情况",
];

/// A source of each container with this table: the rows of texts, of which the figure is in pieces.
fn sources(words: &Words, figure: &[Piece]) -> Vec<(&'static str, Vec<u8>)> {
    let rows = |piece: &dyn Fn(Piece) -> String| -> Vec<Vec<String>> {
        let plain = |text: &str| piece((text, Plain));
        vec![
            words.headings.map(plain).to_vec(),
            vec![
                plain(words.label),
                figure.iter().map(|found| piece(*found)).collect(),
                plain("4"),
                plain("49"),
            ],
        ]
    };
    vec![
        ("年报.html", html(&rows(&in_html)).into_bytes()),
        ("年报.mht", mht(&html(&rows(&in_html)))),
        ("年报.docx", docx(&rows(&in_docx))),
        ("年报.xlsx", xlsx(&rows(&in_xlsx))),
        ("年报.rtf", rtf(&rows(&in_rtf))),
        ("年报.odt", odt(&rows(&in_odf))),
        ("年报.ods", ods(&rows(&in_odf))),
        ("年报.md", markdown(&rows(&in_markdown))),
    ]
}

fn in_html((text, look): Piece) -> String {
    match look {
        Plain => format!("<span>{text}</span>"),
        Struck => format!("<s>{text}</s>"),
        Raised => format!("<sup>{text}</sup>"),
        Hidden => format!("<span style=\"visibility:hidden\">{text}</span>"),
    }
}

fn html(rows: &[Vec<String>]) -> String {
    let row = |row: &Vec<String>| format!("<tr><td>{}</td></tr>", row.join("</td><td>"));
    let rows: String = rows.iter().map(row).collect();
    format!(
        "<html><h1>{}</h1><p>{}</p><table>{rows}</table></html>",
        BEFORE[0], BEFORE[1]
    )
}

fn mht(html: &str) -> Vec<u8> {
    let (html, ..) = (
        html.bytes()
            .map(|byte| format!("={byte:02X}"))
            .collect::<Vec<_>>(),
        (),
    );
    let html: String = html
        .chunks(20)
        .map(|line| line.concat() + "=\r\n")
        .collect();
    format!(
        "MIME-Version: 1.0\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{html}"
    )
    .into_bytes()
}

fn in_docx((text, look): Piece) -> String {
    let properties = match look {
        Plain => "",
        Struck => "<w:strike/>",
        Raised => "<w:vertAlign w:val=\"superscript\"/>",
        Hidden => "<w:vanish/>",
    };
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

fn docx(rows: &[Vec<String>]) -> Vec<u8> {
    let line = |text: &&str| format!("<w:p>{}</w:p>", in_docx((text, Plain)));
    let cell = |cell: &String| format!("<w:tc><w:p>{cell}</w:p></w:tc>");
    let row =
        |row: &Vec<String>| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    let lines: String = BEFORE.iter().map(line).collect();
    zipped(&[(
        "word/document.xml",
        format!("<w:document><w:body>{lines}<w:tbl>{rows}</w:tbl></w:body></w:document>"),
    )])
}

fn in_xlsx((text, look): Piece) -> String {
    let properties = match look {
        Plain => "",
        Struck => "<strike/>",
        Raised => "<vertAlign val=\"superscript\"/>",
        // A spreadsheet hides whole rows only.
        Hidden => return String::new(),
    };
    format!("<r><rPr>{properties}</rPr><t>{text}</t></r>")
}

fn xlsx(rows: &[Vec<String>]) -> Vec<u8> {
    let cell = |cell: &String| format!("<c t=\"inlineStr\"><is>{cell}</is></c>");
    let row = |row: Vec<String>| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    let lines = BEFORE.iter().map(|line| vec![in_xlsx((line, Plain))]);
    let rows: String = lines.chain(rows.iter().cloned()).map(row).collect();
    let link = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"a\" Type=\"x/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    zipped(&[
        ("_rels/.rels", link("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>".to_owned(),
        ),
        ("xl/_rels/workbook.xml.rels", link("worksheet", "1.xml")),
        (
            "xl/1.xml",
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

fn in_rtf((text, look): Piece) -> String {
    let unit = |unit: u16| format!("\\u{}?", unit.cast_signed());
    let text: String = text.encode_utf16().map(unit).collect();
    match look {
        Plain => format!("{{{text}}}"),
        Struck => format!("{{\\strike {text}}}"),
        Raised => format!("{{\\super {text}}}"),
        Hidden => format!("{{\\v {text}}}"),
    }
}

fn rtf(rows: &[Vec<String>]) -> Vec<u8> {
    let lines: String = BEFORE
        .iter()
        .map(|line| in_rtf((line, Plain)) + "\\par\n")
        .collect();
    let row = |row: &Vec<String>| {
        format!(
            "\\trowd\\cellx2000\\cellx4000\\cellx6000\\cellx8000\\pard\\intbl {}\\cell\\row\n",
            row.join("\\cell ")
        )
    };
    let rows: String = rows.iter().map(row).collect();
    format!("{{\\rtf1\\ansi {lines}{rows}\\pard\\par}}").into_bytes()
}

fn in_odf((text, look): Piece) -> String {
    match look {
        Plain => format!("<text:span>{text}</text:span>"),
        Struck => format!("<text:span text:style-name=\"x\">{text}</text:span>"),
        Raised => format!("<text:span text:style-name=\"r\">{text}</text:span>"),
        Hidden => format!("<text:span text:style-name=\"h\">{text}</text:span>"),
    }
}

fn odf_rows(rows: &[Vec<String>]) -> String {
    let cell =
        |cell: &String| format!("<table:table-cell><text:p>{cell}</text:p></table:table-cell>");
    let row = |row: &Vec<String>| {
        format!(
            "<table:table-row>{}</table:table-row>",
            row.iter().map(cell).collect::<String>()
        )
    };
    rows.iter().map(row).collect()
}

fn odt(rows: &[Vec<String>]) -> Vec<u8> {
    let lines: String = BEFORE
        .iter()
        .map(|line| format!("<text:p>{line}</text:p>"))
        .collect();
    let body = format!(
        "<office:text>{lines}<table:table>{}</table:table></office:text>",
        odf_rows(rows)
    );
    odf("text", &body, "")
}

fn ods(rows: &[Vec<String>]) -> Vec<u8> {
    let lines = BEFORE.iter().map(|line| vec![in_odf((line, Plain))]);
    let rows: Vec<_> = lines.chain(rows.iter().cloned()).collect();
    let body = format!(
        "<office:spreadsheet><table:table>{}</table:table></office:spreadsheet>",
        odf_rows(&rows)
    );
    odf("spreadsheet", &body, "")
}

fn in_markdown((text, look): Piece) -> String {
    match look {
        Plain => text.to_owned(),
        Struck => format!("~~{text}~~"),
        Raised => text.replace('1', "¹"),
        Hidden => String::new(),
    }
}

fn markdown(rows: &[Vec<String>]) -> Vec<u8> {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| format!("| {} |", row.join(" | ")))
        .collect();
    format!(
        "# {}\n## {}\n{}\n|---|---|---|---|\n{}\n",
        BEFORE[0], BEFORE[1], rows[0], rows[1]
    )
    .into_bytes()
}

/// The figure of documents issued, and where it came from.
fn issued(reading: &Reading) -> (Figure, Source) {
    let form = reading.report.form;
    let is_issued = |source: &&Source| form.name(source.cell) == "行政规范性文件，本年制发件数";
    let source = reading
        .sources
        .iter()
        .find(is_issued)
        .expect("a cell of the form");
    (reading.report.figure(source.cell).clone(), source.clone())
}

#[test]
fn a_figure_is_read_as_the_eye_reads_it_in_every_container() {
    const NUMBER: i64 = 6;
    let cases: [(&str, &[Piece], bool); 7] = [
        ("plain", &[("6", Plain)], true),
        ("struck", &[("99", Struck), ("6", Plain)], false),
        ("struck behind", &[("6", Plain), ("99", Struck)], false),
        ("marked", &[("6", Plain), ("1", Raised)], false),
        ("hidden", &[("9", Hidden), ("6", Plain)], false),
        ("remarked on", &[("6（其中修订2件）", Plain)], false),
        ("full width", &[("６", Plain)], true),
    ];
    for (case, figure, is_sure) in cases {
        for (name, bytes) in sources(&OFFICIAL, figure) {
            // Neither has a way to hide a part of a cell.
            if case == "hidden" && (name.ends_with("xlsx") || name.ends_with("md")) {
                continue;
            }
            let reading = read(name, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
            let (found, source) = issued(&reading);
            assert_eq!(found, Figure::Count(NUMBER), "{case} in {name}: {source:?}");
            // Tables in Markdown have no columns, so that each figure may be doubtful.
            if !name.ends_with("md") {
                assert_eq!(
                    source.confidence == Confidence::Read,
                    is_sure,
                    "{case} in {name}: {source:?}"
                );
            } else if !is_sure {
                assert_ne!(
                    source.confidence,
                    Confidence::Read,
                    "{case} in {name}: {source:?}"
                );
            }
        }
    }
}

#[test]
fn headings_and_labels_are_known_in_other_words_in_every_container() {
    let others = [
        (OFFICIAL, true),
        // Radicals and forms of double width.
        (
            Words {
                headings: ["信息内容", "本年制发件数", "本年废⽌件数", "现⾏有效件数"],
                label: "⾏政规范性⽂件",
            },
            true,
        ),
        (
            Words {
                headings: ["信息内容", "本年度制发数", "本年度废止数", "现行有效件"],
                label: "行政规范性文件",
            },
            false,
        ),
        (
            Words {
                headings: [
                    "内容",
                    "本年制发件数（2025年）",
                    "本年废止件数（2025年）",
                    "现行有效件数（2025年）",
                ],
                label: "2．行政规范性文件",
            },
            false,
        ),
    ];
    for (words, is_sure) in others {
        for (name, bytes) in sources(&words, &[("6", Plain)]) {
            let reading = read(name, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
            let (found, source) = issued(&reading);
            assert_eq!(
                found,
                Figure::Count(6),
                "{:?} in {name}: {source:?}",
                words.headings
            );
            if is_sure && !name.ends_with("md") {
                assert_eq!(
                    source.confidence,
                    Confidence::Read,
                    "{:?} in {name}",
                    words.headings
                );
            }
        }
    }
}

/// A report of a line for each of its parts.
fn report(organ: &str, year: u16, n_received: u16) -> String {
    format!(
        "{organ}{year}年政府信息公开工作年度报告\n本报告由{organ}编制。\n一、总体情况\n全年收到申请{n_received}件。\n\
         二、主动公开政府信息情况\n规章\t0\t0\t0\n行政规范性文件\t1\t0\t{n_received}\n\
         五、存在的主要问题及改进情况\n培训不够，明年补上。\n六、其他需要报告的事项\n没有。\n"
    )
}

#[test]
fn of_two_reports_in_one_file_the_first_is_read_and_the_other_is_told() {
    let both = report("示例市档案馆", 2025, 7) + &report("示例市档案馆", 2024, 9);
    let reading = read("年报.txt", both.as_bytes()).expect("a report");
    assert_eq!(reading.report.year, Some(2025));
    let told = reading
        .remarks
        .iter()
        .any(|remark| remark.contains("不止一份年报"));
    assert!(told, "{:?}", reading.remarks);
    let unread = reading
        .unread
        .iter()
        .any(|text| text.contains("全年收到申请9件"));
    assert!(unread, "{:?}", reading.unread);
    // The same report twice is one, as where a page is printed for two kinds of screens.
    let twice = report("示例市档案馆", 2025, 7).repeat(2);
    let reading = read("年报.txt", twice.as_bytes()).expect("a report");
    let told = reading
        .remarks
        .iter()
        .any(|remark| remark.contains("不止一份年报"));
    assert!(!told, "{:?}", reading.remarks);
}

#[test]
fn a_row_below_broken_headings_is_read_in_its_section_and_doubtful() {
    let figures = "1 0 0 0 1 2 0 0 0 2 0 0 0 0 0";
    let text = format!(
        "示例市档案馆2025年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n\
         行政复 行政诉讼\n议 未经复议直接起 复议后起\n结果 结果 其他\n维持 纠正\n{figures}\n五、存在的主要问题及改进情况\n没有。\n"
    );
    let reading = read("年报.txt", text.as_bytes()).expect("a report");
    let form = reading.report.form;
    let of_table = reading
        .sources
        .iter()
        .filter(|source| form.tables[form.place(source.cell).table].columns.len() == 15);
    let found: Vec<_> = of_table
        .map(|source| {
            (
                reading.report.figure(source.cell).to_string(),
                source.confidence.key(),
            )
        })
        .collect();
    let expected: Vec<_> = figures
        .split(' ')
        .map(|figure| (figure.to_owned(), "guessed"))
        .collect();
    assert_eq!(found, expected);
}
