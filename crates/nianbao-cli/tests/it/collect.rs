//! `nianbao collect`: a county of sixty invented units, in eight formats, with faults planted among them.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use nianbao_collect::{Collection, HandedIn, Roster};
use nianbao_core::form::keys::{
    ADMINISTRATIVE_FEES, AMOUNT, CARRIED_FORWARD, CARRIED_OVER, FEES, GRANTED, NATURAL_PERSON,
    NEWLY_RECEIVED, REQUESTS,
};
use nianbao_core::judgement::Judgement;
use nianbao_core::report::Report;
use nianbao_write::Format;
use serde_json::Value;

use crate::support::{Run, folder, nianbao};

const DEPARTMENTS: [&str; 34] = [
    "发展和改革局",
    "教育局",
    "科学技术局",
    "工业和信息化局",
    "公安局",
    "民政局",
    "司法局",
    "财政局",
    "人力资源和社会保障局",
    "自然资源局",
    "住房和城乡建设局",
    "交通运输局",
    "水利局",
    "农业农村局",
    "商务局",
    "文化和旅游局",
    "卫生健康局",
    "应急管理局",
    "审计局",
    "统计局",
    "市场监督管理局",
    "医疗保障局",
    "城市管理局",
    "信访局",
    "林业局",
    "行政审批局",
    "退役军人事务局",
    "机关事务管理局",
    "体育局",
    "粮食和物资储备局",
    "档案局",
    "投资促进局",
    "大数据管理局",
    "供水管理局",
];
const TOWNSHIPS: [&str; 26] = [
    "青石镇",
    "白沙镇",
    "红旗镇",
    "大桥镇",
    "柳林镇",
    "东河镇",
    "西河镇",
    "石门镇",
    "龙泉镇",
    "新店镇",
    "长岭镇",
    "高坪镇",
    "三溪镇",
    "双塔镇",
    "杨集镇",
    "沙湖镇",
    "清江镇",
    "竹园乡",
    "梅岭乡",
    "松坡乡",
    "云台乡",
    "古寨乡",
    "平湖乡",
    "凤山乡",
    "桃源乡",
    "花桥乡",
];

/// Units with something planted, by their places in the list.
mod planted {
    pub(super) const MISSING: usize = 4;
    pub(super) const TWICE: usize = 6;
    pub(super) const OTHER_YEAR: usize = 8;
    pub(super) const OTHER_ORGAN: usize = 10;
    pub(super) const BLANK_TABLES: usize = 12;
    pub(super) const COPIED: [usize; 2] = [14, 36];
    pub(super) const CARRY_BROKEN: usize = 17;
    pub(super) const FEE_IN_YUAN: usize = 19;
    pub(super) const LEFT_OUT_BY_PARENT: usize = 25;
}

fn units() -> Vec<String> {
    let departments = DEPARTMENTS.map(|name| format!("示例县{name}"));
    let townships = TOWNSHIPS.map(|name| format!("{name}人民政府"));
    departments.into_iter().chain(townships).collect()
}

fn set(report: &mut Report, table: &str, row: &str, column: &str, typed: &str) {
    let cell = report.form.cell(table, row, column).expect("in the form");
    report.type_figure(cell, typed);
}

fn set_requests(report: &mut Report, row: &str, typed: &str) {
    set(report, REQUESTS, row, NATURAL_PERSON, typed);
}

/// The sound report of a unit: so many requests, all granted, and sentences of its own.
fn sound(unit: usize, name: &str, year: u16) -> Report {
    const WHAT: [&str; 6] = [
        "办事指南",
        "惠民补贴名单",
        "招标结果",
        "预算说明",
        "会议纪要",
        "检查结果",
    ];
    const WHERE: [&str; 5] = [
        "大厅入口",
        "村务公开栏",
        "图书馆",
        "社区活动室",
        "办公楼一层",
    ];
    const HOW: [&str; 7] = [
        "逐条核对",
        "请居民代表试读",
        "配上图片",
        "改成问答",
        "按季度更新",
        "附上电话",
        "译成方言录音",
    ];
    let mut report = nianbao_core::example::sound_report();
    name.clone_into(&mut report.organ.name);
    (report.organ.kind, report.organ.level) = (None, None);
    report.year = Some(year);
    report.title = report.standard_title();
    report.preamble = report.standard_preamble();
    name.clone_into(&mut report.signature);
    report.date = format!("{}年1月{}日", year + 1, unit % 20 + 5);
    receive(&mut report, unit % 7);
    let text = |report: &mut Report, key: &str, content: String| {
        let id = report.form.text(key).expect("a text");
        report.set_text(id, content);
    };
    let (what, place, how) = (WHAT[unit % 6], WHERE[unit % 5], HOW[unit % 7]);
    text(
        &mut report,
        "overview",
        format!("{year}年，{name}按照《中华人民共和国政府信息公开条例》做好政府信息公开工作。"),
    );
    text(
        &mut report,
        "overview/management",
        format!(
            "{name}把{what}放在{place}，{how}，由{}号窗口专人负责。",
            unit + 1
        ),
    );
    text(
        &mut report,
        "problems",
        format!(
            "存在的主要问题：{what}在{place}更新得不够及时，{how}还没有坚持下来。\n改进措施：{place}的{what}明年起{how}，每月检查一次。"
        ),
    );
    text(
        &mut report,
        "other-matters",
        format!("{year}年，本机关未收取信息处理费。没有其他需要报告的事项。"),
    );
    report
}

/// Has a report tell of so many requests, in the table and in the text.
fn receive(report: &mut Report, n: usize) {
    for row in [NEWLY_RECEIVED, GRANTED] {
        set_requests(report, row, &n.to_string());
    }
    let id = report.form.text("overview/on-request").expect("a text");
    let told = format!("全年新收政府信息公开申请{n}件，上年结转0件，办结{n}件，结转下年度0件。");
    report.set_text(id, told);
}

/// What a unit really hands in.
fn handed_in(unit: usize, name: &str) -> Report {
    let mut report = sound(unit, name, 2025);
    match unit {
        planted::OTHER_YEAR => report = sound(unit, name, 2024),
        planted::OTHER_ORGAN => report = sound(unit, "远方市统计局", 2025),
        planted::BLANK_TABLES => {
            let cells: Vec<_> = report.form.cells().collect();
            cells
                .into_iter()
                .for_each(|cell| report.type_figure(cell, ""));
        }
        planted::FEE_IN_YUAN => set(&mut report, FEES, ADMINISTRATIVE_FEES, AMOUNT, "3500"),
        // So many as no other unit has.
        planted::LEFT_OUT_BY_PARENT => receive(&mut report, 23),
        unit if planted::COPIED.contains(&unit) => {
            let id = report.form.text("overview/platforms").expect("a text");
            report.set_text(id, "把旧公告栏换成了可以翻页的册子。为看不清小字的老人备了放大镜和录音。请三位退休教师每月念一遍新政策。".to_owned());
        }
        _ => {}
    }
    report
}

/// Last year's report of a unit.
fn last_year(unit: usize, name: &str) -> Report {
    let mut report = sound(unit, name, 2024);
    let texts = [
        (
            "overview",
            format!("{name}上一年把公开工作列入全年{}项重点。", unit + 2),
        ),
        (
            "overview/proactive",
            format!("网站发布消息{}条，比前一年多。", unit + 40),
        ),
        ("overview/on-request", "申请按规定登记和答复。".to_owned()),
        (
            "overview/management",
            format!("第一次整理目录，分成{}类。", unit + 3),
        ),
        (
            "overview/platforms",
            "门户网站改版，栏目由三级改为两级。".to_owned(),
        ),
        (
            "overview/oversight",
            format!("请{}位代表评议，逐条答复。", unit + 1),
        ),
        (
            "problems",
            format!(
                "存在的主要问题：第{}类目录还缺说明。\n改进措施：补上第{}类目录的说明。",
                unit + 1,
                unit + 2
            ),
        ),
    ];
    for (key, content) in texts {
        let id = report.form.text(key).expect("a text");
        report.set_text(id, content);
    }
    match unit {
        planted::CARRY_BROKEN => {
            set_requests(&mut report, CARRIED_FORWARD, "2");
            set_requests(&mut report, NEWLY_RECEIVED, &(unit % 7 + 2).to_string());
        }
        planted::FEE_IN_YUAN => set(&mut report, FEES, ADMINISTRATIVE_FEES, AMOUNT, "0.35"),
        _ => {}
    }
    report
}

/// The eight kinds of files; the last one is a document in an archive of its own.
const FORMATS: [Format; 7] = [
    Format::Docx,
    Format::Html,
    Format::Xlsx,
    Format::Ofd,
    Format::Text,
    Format::Markdown,
    Format::Json,
];

fn save(folder: &Path, name: &str, report: &Report, place: usize) {
    match FORMATS.get(place % 8) {
        Some(format) => {
            let path = folder.join(format!("{name}.{}", format.extension()));
            fs::write(path, nianbao_write::write(report, *format)).expect("written");
        }
        None => {
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            let options = zip::write::SimpleFileOptions::default();
            zip.start_file(format!("{name}.docx"), options)
                .expect("a part");
            zip.write_all(&nianbao_write::write(report, Format::Docx))
                .expect("written");
            let bytes = zip.finish().expect("an archive").into_inner();
            fs::write(folder.join(format!("{name}.zip")), bytes).expect("written");
        }
    }
}

/// The county on disk: the list, the files, last year's files, and the government's own report.
struct County {
    units: Vec<String>,
    list: PathBuf,
    files: PathBuf,
    previous: PathBuf,
    parent: PathBuf,
    top: PathBuf,
}

fn county(name: &str) -> County {
    let top = folder(name);
    let [files, previous] = ["files", "previous"].map(|name| {
        let path = top.join(name);
        fs::create_dir_all(&path).expect("a folder");
        path
    });
    let units = units();
    let group = |unit: usize| {
        if unit < DEPARTMENTS.len() {
            "部门"
        } else {
            "乡镇"
        }
    };
    let list = units
        .iter()
        .enumerate()
        .map(|(unit, name)| format!("{},{name},{}\n", unit + 1, group(unit)));
    let list = format!("序号,单位名称,分组\n{}", list.collect::<String>());
    fs::write(top.join("units.csv"), list).expect("written");
    for (unit, name) in units.iter().enumerate() {
        save(&previous, name, &last_year(unit, name), 6);
        if unit != planted::MISSING {
            save(
                &files,
                &format!("{:02} {name}", unit + 1),
                &handed_in(unit, name),
                unit,
            );
        }
    }
    let mut again = handed_in(planted::TWICE, &units[planted::TWICE]);
    receive(&mut again, 31);
    save(
        &files,
        &format!(
            "{:02} {}（更正）",
            planted::TWICE + 1,
            units[planted::TWICE]
        ),
        &again,
        1,
    );
    fs::write(files.join("99 打不开.docx"), b"PK\x03\x04broken").expect("written");
    fs::write(
        top.join("parent.json"),
        nianbao_core::saved::write(&parent(&units, again)),
    )
    .expect("written");
    County {
        list: top.join("units.csv"),
        parent: top.join("parent.json"),
        files,
        previous,
        units,
        top,
    }
}

/// The government's own report: the sums of what counts, without one unit.
fn parent(units: &[String], again: Report) -> Report {
    let mut own: Vec<_> = (0..units.len())
        .filter(|unit| {
            ![
                planted::MISSING,
                planted::OTHER_YEAR,
                planted::OTHER_ORGAN,
                planted::LEFT_OUT_BY_PARENT,
            ]
            .contains(unit)
        })
        .map(|unit| handed_in(unit, &units[unit]))
        .collect();
    own.push(again);
    let files = own.into_iter().map(|report| HandedIn {
        file: String::new(),
        content: Ok((report, Judgement::default())),
    });
    let collection = Collection::new(Roster::of_text(&units.join("\n")), files.collect(), None);
    let mut parent = nianbao_core::example::sound_report();
    for sum in collection.sums() {
        // What is blank in one unit is not known; the government wrote what the others have.
        let typed = match (sum.value, parent.form.unit(sum.cell)) {
            (Some(fen), nianbao_core::form::Unit::TenThousandYuan) => {
                nianbao_core::figure::Amount::of_fen(fen).to_string()
            }
            (Some(number), _) => number.to_string(),
            (None, _) => String::new(),
        };
        parent.type_figure(sum.cell, &typed);
    }
    "示例县人民政府".clone_into(&mut parent.organ.name);
    for id in parent.form.text_ids().collect::<Vec<_>>() {
        parent.set_text(id, "");
    }
    parent
}

impl County {
    fn collect(&self, more: &[&str]) -> Run {
        let text = |path: &Path| path.to_str().expect("a path in text").to_owned();
        let args = [
            text(&self.files),
            "--units".to_owned(),
            text(&self.list),
            "--today".to_owned(),
            "2026-02-01".to_owned(),
            "--previous".to_owned(),
            text(&self.previous),
            "--parent".to_owned(),
            text(&self.parent),
        ];
        let args: Vec<_> = ["collect"]
            .into_iter()
            .chain(args.iter().map(String::as_str))
            .chain(more.iter().copied())
            .collect();
        nianbao(&args)
    }

    fn path(&self, name: &str) -> String {
        self.top
            .join(name)
            .to_str()
            .expect("a path in text")
            .to_owned()
    }
}

#[test]
fn every_planted_fault_is_found_and_nothing_else() {
    let county = county("county-faults");
    let run = county.collect(&["--json"]);
    assert_eq!(run.status, 2, "one file cannot be read: {}", run.err);
    let told: Value = serde_json::from_str(&run.out).expect("JSON");
    let findings = told["findings"].as_array().expect("findings");
    let names = |finding: &Value| {
        let units = finding["units"].as_array().expect("units").iter();
        units
            .map(|name| name.as_str().expect("a name").to_owned())
            .collect::<Vec<_>>()
            .join("、")
    };
    let found: BTreeSet<_> = findings
        .iter()
        .filter(|finding| finding["severity"] != "hint")
        .map(|finding| {
            (
                finding["rule"].as_str().expect("a rule").to_owned(),
                names(finding),
            )
        })
        .collect();
    let unit = |at: usize| county.units[at].clone();
    let copied = planted::COPIED.map(unit).join("、");
    let expected = [
        ("not-handed-in", unit(planted::MISSING)),
        // Whose file is of another year or of nobody known has handed in nothing.
        ("not-handed-in", unit(planted::OTHER_YEAR)),
        ("not-handed-in", unit(planted::OTHER_ORGAN)),
        ("handed-in-twice", unit(planted::TWICE)),
        ("other-year", unit(planted::OTHER_YEAR)),
        ("not-on-roster", String::new()),
        ("not-readable", String::new()),
        ("sum-incomplete", unit(planted::BLANK_TABLES)),
        ("parent-differs", unit(planted::LEFT_OUT_BY_PARENT)),
        ("unit-outlier", unit(planted::FEE_IN_YUAN)),
        ("alike-between-units", copied),
        ("unit-has-errors", unit(planted::CARRY_BROKEN)),
        (
            "carried-over-differs-from-last-year",
            unit(planted::CARRY_BROKEN),
        ),
    ];
    let expected: BTreeSet<_> = expected
        .into_iter()
        .map(|(rule, units)| (rule.to_owned(), units))
        .collect();
    assert_eq!(found, expected, "{}", run.out);
    assert_eq!(told["missing"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_collection_goes_into_a_workbook_a_draft_and_letters() {
    let county = county("county-outputs");
    let (book, draft, letters) = (
        county.path("汇总表.xlsx"),
        county.path("草稿.json"),
        county.path("反馈"),
    );
    let without = format!("{}=已撤销", county.units[planted::MISSING]);
    let run = county.collect(&[
        "-o",
        &book,
        "--draft",
        &draft,
        "--feedback",
        &letters,
        "--without",
        &without,
        "--deadline",
        "2026-01-20",
    ]);
    assert!(
        run.out.contains("名单上 60 个单位，计入 57 个"),
        "{}",
        run.out
    );
    assert!(run.out.contains("晚于期限 2026-01-20"), "{}", run.out);
    let sheets = nianbao_read::sheets("汇总表.xlsx", &fs::read(&book).expect("the workbook"))
        .expect("sheets");
    let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(
        names,
        ["汇总", "明细", "交表情况", "问题", "历年比较", "雷同"]
    );
    assert_eq!(sheets[1].n_rows(), 1 + 57);
    let draft = nianbao_core::saved::read(&fs::read_to_string(&draft).expect("the draft"))
        .expect("a draft");
    let cell = draft
        .report
        .form
        .cell(REQUESTS, CARRIED_OVER, NATURAL_PERSON)
        .expect("in the form");
    assert_eq!(draft.report.number(cell), None, "one unit left it blank");
    let letter = |unit: usize| {
        fs::read_to_string(Path::new(&letters).join(format!("{}.txt", county.units[unit])))
    };
    let letter = |unit: usize| letter(unit).expect("a letter");
    assert!(letter(planted::OTHER_YEAR).contains("尚未收到"));
    assert!(
        letter(planted::CARRY_BROKEN).contains("上年结转"),
        "{}",
        letter(planted::CARRY_BROKEN)
    );
    assert!(
        !Path::new(&letters)
            .join(format!("{}.txt", county.units[0]))
            .exists(),
        "nothing was found of it"
    );
}
