#!/usr/bin/env python3
"""Writes a document and a workbook with a text in every place, and has LibreOffice save them in its formats.

usage: make.py   (needs soffice; run in this folder)
"""

import subprocess
import zipfile

TEXT = """正文里的一句话没有别的意思。
页眉写着内部资料四字。
页脚写着示例市信访局办公室。
脚注说明了数字的来历。
尾注说明了统计的口径。
批注里问这个数对不对。
文本框里另写了一段话。
隐藏起来的一句话在这里。
划去的一句话也在这里。
修订中删掉的一句话还在。
表格左上角的一格
表格右下角的一格""".splitlines()

SHEETS = """第一张工作表里的一格
旁边另有一格写着字
批注里问这一格对不对
隐藏的行里写着一句话
隐藏的列里写着一句话
隐藏的工作表里有一句话
划去的一格也写着字
页眉写着内部资料四字""".splitlines()

LINES = ["示例市信访局2025年政府信息公开工作年度报告", "一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def zipped(name, parts):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (2025, 1, 1, 0, 0, 0))
            archive.writestr(info, HEAD + text, zipfile.ZIP_DEFLATED)


def links(*targets):
    rows = "".join(f'<Relationship Id="r{place}" Type="{OFFICE}{kind}" Target="{target}"/>' for place, (kind, target) in enumerate(targets))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def types(main, *others):
    rows = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in (main, *others))
    return ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>{rows}</Types>')


def document():
    body, header, footer, footnote, endnote, comment, box, hidden, struck, deleted, first, last = TEXT
    p = lambda text: f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    run = lambda properties, text: f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"
    cell = lambda text: f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{p(text)}</w:tc>'
    content = "".join(p(line) for line in LINES[:2])
    content += (f'<w:p><w:r><w:t>{body}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
                '<w:commentRangeStart w:id="1"/><w:r><w:t>问</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>')
    content += (f'<w:p><w:r><w:pict><v:shape style="width:200pt;height:60pt"><v:textbox><w:txbxContent>{p(box)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>')
    content += f'<w:p>{run("<w:vanish/>", hidden)}{run("<w:strike/>", struck)}<w:del w:id="9" w:author="a" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>{deleted}</w:delText></w:r></w:del></w:p>'
    content += ('<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
                f'<w:tr>{cell(first)}{cell("1")}</w:tr><w:tr>{cell("2")}{cell(last)}</w:tr></w:tbl>')
    content += "".join(p(line) for line in LINES[2:]) + p("没有需要报告的事项。")
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r0"/><w:footerReference w:type="default" r:id="r1"/></w:sectPr>'
    notes = lambda kind, text: f'<w:{kind}s {W}><w:{kind} w:id="2">{p(text)}</w:{kind}></w:{kind}s>'
    kind = lambda name: f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
    names = {"header": "h.xml", "footer": "f.xml", "footnotes": "n.xml", "endnotes": "e.xml", "comments": "c.xml"}
    zipped("text.docx", {
        "[Content_Types].xml": types(("/word/document.xml", kind("document.main")), *((f"/word/{part}", kind(name)) for name, part in names.items())),
        "_rels/.rels": links(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {W}><w:body>{content}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": links(*names.items()),
        "word/h.xml": f"<w:hdr {W}>{p(header)}</w:hdr>",
        "word/f.xml": f"<w:ftr {W}>{p(footer)}</w:ftr>",
        "word/n.xml": notes("footnote", footnote),
        "word/e.xml": notes("endnote", endnote),
        "word/c.xml": f'<w:comments {W}><w:comment w:id="1" w:author="a">{p(comment)}</w:comment></w:comments>',
    })


def workbook():
    cell, beside, comment, row, column, sheet, struck, header = SHEETS
    c = lambda place, text, style=0: f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>'
    lines = [*LINES, "没有需要报告的事项。"]
    rows = "".join(f'<row r="{place}">{c(f"A{place}", line)}</row>' for place, line in enumerate(lines, 1))
    rows += f'<row r="7">{c("A7", cell)}{c("B7", beside)}{c("D7", column)}</row><row r="8" hidden="1">{c("A8", row)}</row><row r="9">{c("A9", struck, 1)}{c("B9", "1")}</row>'
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    kind = lambda name: f"application/vnd.openxmlformats-officedocument.spreadsheetml.{name}+xml"
    zipped("sheets.xlsx", {
        "[Content_Types].xml": types(("/xl/workbook.xml", kind("sheet.main")), ("/xl/1.xml", kind("worksheet")), ("/xl/2.xml", kind("worksheet")), ("/xl/s.xml", kind("styles")), ("/xl/c.xml", kind("comments"))),
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {main}><sheets><sheet name="a" sheetId="1" r:id="r0"/><sheet name="b" sheetId="2" state="hidden" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(("worksheet", "1.xml"), ("worksheet", "2.xml"), ("styles", "s.xml")),
        "xl/s.xml": f'<styleSheet {main}><fonts count="2"><font><sz val="11"/><name val="SimSun"/></font><font><strike/><sz val="11"/><name val="SimSun"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
                    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
        "xl/1.xml": f'<worksheet {main}><cols><col min="4" max="4" width="9" hidden="1"/></cols><sheetData>{rows}</sheetData><headerFooter><oddHeader>&amp;C{header}</oddHeader></headerFooter><legacyDrawing r:id="r1"/></worksheet>',
        "xl/2.xml": f'<worksheet {main}><sheetData><row r="1">{c("A1", sheet)}</row></sheetData></worksheet>',
        "xl/_rels/1.xml.rels": links(("comments", "c.xml"), ("vmlDrawing", "v.vml")),
        "xl/c.xml": f'<comments {main}><authors><author>a</author></authors><commentList><comment ref="A7" authorId="0"><text><r><t>{comment}</t></r></text></comment></commentList></comments>',
        "xl/v.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape type="#_x0000_t202" style="visibility:hidden"><v:textbox/><x:ClientData ObjectType="Note"><x:Row>6</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
    })


def saved(source, *formats):
    for form in formats:
        subprocess.run(["soffice", "--headless", "--convert-to", form, source], check=True, capture_output=True)


document()
workbook()
saved("text.docx", "doc", "rtf", "odt")
saved("sheets.xlsx", "xls", "ods")
with open("texts.txt", "w", encoding="utf-8") as texts:
    texts.write("\n".join(TEXT) + "\n\n" + "\n".join(SHEETS) + "\n")
