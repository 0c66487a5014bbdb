//! Sources of every container with a text of its own in every place where a text may stand.

use std::fs;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::root;

/// Texts that one source takes at most.
pub(super) const N_TEXTS: usize = 16;

/// A source and the texts that stand in it.
pub(super) struct Made {
    pub(super) name: &'static str,
    pub(super) bytes: Vec<u8>,
    pub(super) texts: Vec<String>,
}

/// Hands out texts, and remembers them.
struct Texts<'t> {
    left: std::slice::Iter<'t, String>,
    used: Vec<String>,
}

impl<'t> Texts<'t> {
    fn new(texts: &'t [String]) -> Texts<'t> {
        Texts {
            left: texts.iter(),
            used: Vec::new(),
        }
    }

    fn next(&mut self) -> &'t str {
        let text = self.left.next().expect("there are texts enough");
        self.used.push(text.clone());
        text
    }

    fn made(self, name: &'static str, bytes: Vec<u8>) -> Made {
        Made {
            name,
            bytes,
            texts: self.used,
        }
    }
}

/// A report's headings, without which nothing is looked for.
const LINES: [&str; 5] = [
    "示例市信访局2025年政府信息公开工作年度报告",
    "一、总体情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
    "没有需要报告的事项。",
];

pub(super) fn sources(texts: &[String]) -> Vec<Made> {
    let mut sources = vec![
        text(texts),
        html(texts),
        mht(texts),
        docx(texts),
        xlsx(texts),
        odt(texts),
        ods(texts),
        rtf(texts),
        ofd(texts),
        csv(texts),
    ];
    sources.extend(of_programs());
    sources
}

/// Documents that office programs made, with texts that do not change.
fn of_programs() -> Vec<Made> {
    let folder = root().join("tests/data/beside");
    let texts = fs::read_to_string(folder.join("texts.txt")).expect("the texts of the documents");
    let sections: Vec<_> = texts.split("\n\n").collect();
    let made = |name: &'static str, section: usize| Made {
        name,
        bytes: fs::read(folder.join(name)).expect("a document"),
        // LibreOffice writes no text boxes into .rtf.
        texts: (sections[section].lines())
            .filter(|text| !(name == "text.rtf" && text.contains("文本框")))
            .map(str::to_owned)
            .collect(),
    };
    vec![
        made("text.docx", 0),
        made("text.doc", 0),
        made("text.rtf", 0),
        made("text.odt", 0),
        made("sheets.xlsx", 1),
        made("sheets.xls", 1),
        made("sheets.ods", 1),
    ]
}

pub(crate) fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("memory suffices");
        zip.write_all(text.as_bytes()).expect("memory suffices");
    }
    zip.finish().expect("memory suffices").into_inner()
}

fn text(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let mut text = format!("{}\n{}\n", texts.next(), LINES[0]);
    text += &format!("{}\n{}\n{}\n", texts.next(), LINES[1], texts.next());
    text += &format!(
        "二、主动公开政府信息情况\n{}\n规章\t0\t0\t{}\n",
        texts.next(),
        texts.next()
    );
    text += &format!(
        "| 行政许可 | ~~{}~~ 31 |\n{}   {}\n",
        texts.next(),
        texts.next(),
        texts.next()
    );
    text += &format!(
        "{}\n{}\n{}\n{}\n{}\n",
        LINES[2],
        texts.next(),
        LINES[3],
        LINES[4],
        texts.next()
    );
    texts.made("年报.txt", text.into_bytes())
}

fn html_of(texts: &mut Texts) -> String {
    let mut html = format!("<html><head><title>{}</title></head><body>", texts.next());
    html += &format!(
        "<noscript><p>{}</p></noscript><img alt=\"{}\">",
        texts.next(),
        texts.next()
    );
    html += &format!(
        "<h1>{}</h1><h2>{}</h2><p>{}</p>",
        LINES[0],
        LINES[1],
        texts.next()
    );
    html += &format!(
        "<p><del>{}</del>{}</p><div hidden>{}</div>",
        texts.next(),
        texts.next(),
        texts.next()
    );
    html += &format!(
        "<object>{}</object><template>{}</template>",
        texts.next(),
        texts.next()
    );
    html += &format!(
        "<table><caption>{}</caption><tr><td>{}</td><td>{}</td></tr></table>",
        texts.next(),
        texts.next(),
        texts.next()
    );
    html += &format!(
        "<h2>{}</h2><h2>{}</h2><p>{}</p>",
        LINES[2], LINES[3], LINES[4]
    );
    html += &format!(
        "<select><option>{}<option selected>{}</select><input placeholder=\"{}\">",
        texts.next(),
        texts.next(),
        texts.next()
    );
    html + "</body></html>"
}

fn html(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let html = html_of(&mut texts);
    texts.made("年报.html", html.into_bytes())
}

fn mht(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let html = html_of(&mut texts);
    let mht = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n\
         Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{html}\r\n--b--\r\n"
    );
    texts.made("年报.mht", mht.into_bytes())
}

fn csv(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let mut csv = format!("{},,\n{},,\n{},,\n", LINES[0], LINES[1], texts.next());
    csv += &format!("{},{},\n,{},\n", texts.next(), texts.next(), texts.next());
    csv += &format!(
        "{},,\n{},,\n{},,\n{},{},{}\n",
        LINES[2],
        LINES[3],
        LINES[4],
        texts.next(),
        texts.next(),
        texts.next()
    );
    texts.made("年报.csv", csv.into_bytes())
}

fn docx(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
    };
    let mut body = p(LINES[0]) + &p(texts.next()) + &p(LINES[1]) + &p(texts.next());
    body += &format!(
        "<w:p>{}{}</w:p>",
        run("<w:strike/>", texts.next()),
        run("<w:vanish/>", texts.next())
    );
    body += &format!(
        "<w:p><w:del><w:r><w:delText>{}</w:delText></w:r></w:del></w:p>",
        texts.next()
    );
    body += &format!(
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
        p(texts.next())
    );
    body += &format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{}</w:tc></w:tr>\
         <w:tr><w:tc>{}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
        p(texts.next()),
        p(texts.next()),
        p(texts.next()),
        p(texts.next()),
        p(texts.next())
    );
    body += &[LINES[2], LINES[3], LINES[4]].map(p).concat();
    let link = |kind: &str, target: &str| {
        format!("<Relationship Id=\"{target}\" Type=\"x/{kind}\" Target=\"{target}\"/>")
    };
    let links = [
        link("header", "h.xml"),
        link("footer", "f.xml"),
        link("footnotes", "n.xml"),
        link("endnotes", "e.xml"),
        link("comments", "c.xml"),
    ];
    let part = |text: &str| format!("<w:x>{}</w:x>", p(text));
    let bytes = zipped(&[
        (
            "_rels/.rels",
            format!(
                "<Relationships>{}</Relationships>",
                link("officeDocument", "word/document.xml")
            ),
        ),
        (
            "word/document.xml",
            format!("<w:document><w:body>{body}</w:body></w:document>"),
        ),
        (
            "word/_rels/document.xml.rels",
            format!("<Relationships>{}</Relationships>", links.concat()),
        ),
        ("word/h.xml", part(texts.next())),
        ("word/f.xml", part(texts.next())),
        ("word/n.xml", part(texts.next())),
        ("word/e.xml", part(texts.next())),
        ("word/c.xml", part(LINES[4])),
    ]);
    texts.made("年报.docx", bytes)
}

fn xlsx(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let cell = |place: &str, text: &str| {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let lines = LINES.iter().enumerate().map(|(row, line)| {
        let row = row + 1;
        format!("<row r=\"{row}\">{}</row>", cell(&format!("A{row}"), line))
    });
    let mut rows: String = lines.collect();
    rows += &format!(
        "<row r=\"7\">{}{}</row>",
        cell("A7", texts.next()),
        cell("B7", texts.next())
    );
    rows += &format!(
        "<row r=\"8\">{}{}</row>",
        cell("A8", texts.next()),
        cell("B8", texts.next())
    );
    rows += &format!(
        "<row r=\"9\" hidden=\"1\">{}{}</row>",
        cell("A9", texts.next()),
        cell("B9", texts.next())
    );
    let sheet = format!(
        "<worksheet><sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A7:B7\"/></mergeCells>\
         <headerFooter><oddHeader>&amp;C{}</oddHeader></headerFooter></worksheet>",
        texts.next()
    );
    let hidden = format!(
        "<worksheet><sheetData><row r=\"1\">{}</row></sheetData></worksheet>",
        cell("A1", texts.next())
    );
    let link = |kind: &str, target: &str| {
        format!("<Relationship Id=\"{target}\" Type=\"x/{kind}\" Target=\"{target}\"/>")
    };
    let links = |links: &[String]| format!("<Relationships>{}</Relationships>", links.concat());
    let bytes = zipped(&[
        ("_rels/.rels", links(&[link("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"1.xml\"/><sheet name=\"b\" r:id=\"2.xml\" state=\"hidden\"/></sheets></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", links(&[link("worksheet", "1.xml"), link("worksheet", "2.xml")])),
        ("xl/1.xml", sheet),
        ("xl/2.xml", hidden),
        ("xl/_rels/1.xml.rels", links(&[link("comments", "c.xml"), link("drawing", "d.xml")])),
        ("xl/c.xml", format!("<comments><commentList><comment><text><t>{}</t></text></comment></commentList></comments>", texts.next())),
        ("xl/d.xml", format!("<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>", texts.next())),
    ]);
    texts.made("年报.xlsx", bytes)
}

/// A package of `OpenDocument`: its styles strike (`x`), raise (`r`), hide (`h`), and leave out sheets (`u`).
pub(crate) fn odf(kind: &str, body: &str, header: &str) -> Vec<u8> {
    zipped(&[
        (
            "mimetype",
            format!("application/vnd.oasis.opendocument.{kind}"),
        ),
        (
            "content.xml",
            format!(
                "<office:document-content><office:automatic-styles><style:style style:name=\"x\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
                 <style:style style:name=\"r\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
                 <style:style style:name=\"h\"><style:text-properties text:display=\"none\"/></style:style>\
                 <style:style style:name=\"u\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>\
                 <office:body>{body}</office:body></office:document-content>"
            ),
        ),
        (
            "styles.xml",
            format!(
                "<office:document-styles><office:master-styles><style:master-page><style:header><text:p>{header}</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"
            ),
        ),
    ])
}

fn odt(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let p = |text: &str| format!("<text:p>{text}</text:p>");
    let mut body = format!(
        "<text:tracked-changes><text:deletion>{}</text:deletion></text:tracked-changes>",
        p(texts.next())
    );
    body += &(p(LINES[0]) + &p(LINES[1]) + &p(texts.next()));
    body += &p(&format!(
        "{}<text:span text:style-name=\"x\">{}</text:span>",
        texts.next(),
        texts.next()
    ));
    body += &p(&format!(
        "{}<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>",
        texts.next(),
        p(texts.next())
    ));
    body += &p(&format!(
        "<office:annotation>{}</office:annotation>",
        p(texts.next())
    ));
    body += &format!(
        "<table:table><table:table-row><table:table-cell table:number-columns-spanned=\"2\">{}</table:table-cell><table:covered-table-cell>{}</table:covered-table-cell></table:table-row></table:table>",
        p(texts.next()),
        p(texts.next())
    );
    body += &p(&format!(
        "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>",
        p(texts.next())
    ));
    body += &[LINES[2], LINES[3], LINES[4]].map(p).concat();
    let bytes = odf(
        "text",
        &format!("<office:text>{body}</office:text>"),
        texts.next(),
    );
    texts.made("年报.odt", bytes)
}

fn ods(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let mut rows: String = LINES.iter().map(|line| row(&cell(line))).collect();
    rows += &row(&(cell(texts.next()) + &cell(texts.next())));
    rows += &row(&format!(
        "<table:table-cell><office:annotation><text:p>{}</text:p></office:annotation><text:p>{}</text:p></table:table-cell>",
        texts.next(),
        texts.next()
    ));
    rows += &row(&format!(
        "<table:table-cell table:number-columns-spanned=\"2\"><text:p>{}</text:p></table:table-cell><table:covered-table-cell><text:p>{}</text:p></table:covered-table-cell>",
        texts.next(),
        texts.next()
    ));
    rows += &format!(
        "<table:table-row table:visibility=\"collapse\">{}</table:table-row>",
        cell(texts.next())
    );
    let body = format!(
        "<office:spreadsheet><table:table table:name=\"a\"><table:shapes><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame></table:shapes>{rows}</table:table>\
         <table:table table:name=\"b\" table:style-name=\"u\">{}</table:table></office:spreadsheet>",
        texts.next(),
        row(&cell(texts.next()))
    );
    let bytes = odf("spreadsheet", &body, texts.next());
    texts.made("年报.ods", bytes)
}

fn rtf(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let u = |text: &str| -> String {
        text.encode_utf16()
            .map(|unit| format!("\\u{}?", unit.cast_signed()))
            .collect()
    };
    let p = |text: &str| format!("{}\\par\n", u(text));
    let mut body = format!(
        "{{\\header {}}}{{\\footer {}}}",
        p(texts.next()),
        p(texts.next())
    );
    body += &(p(LINES[0]) + &p(LINES[1]) + &p(texts.next()));
    body += &format!(
        "{}{{\\footnote {}}}{{\\*\\annotation {}}}\\par\n",
        u(texts.next()),
        p(texts.next()),
        p(texts.next())
    );
    body += &format!(
        "{{\\v {}}}{{\\deleted {}}}{{\\strike {}}}\\par\n",
        u(texts.next()),
        u(texts.next()),
        u(texts.next())
    );
    body += &format!("{{\\shp{{\\*\\shpinst{{\\shptxt {}}}}}}}", p(texts.next()));
    body += &format!(
        "\\trowd\\cellx1000\\cellx2000\\pard\\intbl {}\\cell {}\\cell {}\\cell\\row\\pard\n",
        u(texts.next()),
        u(texts.next()),
        u(texts.next())
    );
    body += &[LINES[2], LINES[3], LINES[4]].map(p).concat();
    texts.made("年报.rtf", format!("{{\\rtf1\\ansi {body}}}").into_bytes())
}

fn ofd(texts: &[String]) -> Made {
    let mut texts = Texts::new(texts);
    let mut y = 20;
    let mut at = |attributes: &str, text: &str| {
        // Lines this far apart are paragraphs.
        y += 12;
        format!(
            "<TextObject {attributes} Boundary=\"20 {y} 170 6\" Size=\"4\"><TextCode X=\"0\" Y=\"4\">{text}</TextCode></TextObject>"
        )
    };
    let mut page = at("", LINES[0]) + &at("", LINES[1]) + &at("", texts.next());
    page += &at("Visible=\"false\"", texts.next());
    page += &format!(
        "<CompositeObject ResourceID=\"5\" Boundary=\"0 200 170 10\"/>{}{}{}",
        at("", LINES[2]),
        at("", LINES[3]),
        at("", LINES[4])
    );
    let unit = format!(
        "<CompositeGraphicUnit ID=\"5\"><Content>{}</Content></CompositeGraphicUnit>",
        at("", texts.next())
    );
    let template = at("", texts.next());
    let stamp = at("", texts.next());
    let bytes = zipped(&[
        ("OFD.xml", "<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>".to_owned()),
        ("Document.xml", "<Document><CommonData><DocumentRes>R.xml</DocumentRes><TemplatePage ID=\"9\" BaseLoc=\"T.xml\"/></CommonData>\
            <Pages><Page ID=\"1\" BaseLoc=\"P.xml\"/></Pages><Annotations>A.xml</Annotations></Document>".to_owned()),
        ("R.xml", format!("<Res><CompositeGraphicUnits>{unit}</CompositeGraphicUnits></Res>")),
        ("T.xml", format!("<Page><Content><Layer>{template}</Layer></Content></Page>")),
        ("P.xml", format!("<Page><Template TemplateID=\"9\"/><Content><Layer>{page}</Layer></Content></Page>")),
        ("A.xml", "<Annotations><Page PageID=\"1\"><FileLoc>A1.xml</FileLoc></Page></Annotations>".to_owned()),
        ("A1.xml", format!("<PageAnnot><Annot><Appearance Boundary=\"0 0 210 297\">{stamp}</Appearance></Annot></PageAnnot>")),
    ]);
    texts.made("年报.ofd", bytes)
}
