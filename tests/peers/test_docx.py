"""Word documents in python-docx and LibreOffice Writer."""

import json
import unittest

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from peers import MARK, REPORTS, changed, compare, figures, marked, resaved, rows, run, tight, written


def lines(table):
    """The texts of each row, merged cells once."""
    found = []
    for row in table.rows:
        cells = []
        for cell in row.cells:
            if not cells or cells[-1]._tc is not cell._tc:
                cells.append(cell)
        found.append([cell.text for cell in cells])
    return found


def pages(document):
    """The lines of each page as LibreOffice prints it."""
    text = run("pdftotext", "-layout", resaved(document, "pdf"), "-")
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in text.split("\f")]
    return [page for page in split if page]


class WordDocuments(unittest.TestCase):
    def test_python_docx_reads_every_figure(self):
        for report in REPORTS:
            document = docx.Document(written(report, "docx"))
            tables = rows(report)
            self.assertEqual(len(document.tables), len(tables))
            for (_, expected), table in zip(tables.items(), document.tables):
                compare(self, expected, lines(table))

    def test_a_marked_draft_says_so_on_every_page_and_has_the_same_figures(self):
        for report in REPORTS:
            file = marked(report, "docx")
            for table, (_, expected) in zip(docx.Document(file).tables, rows(report).items(), strict=True):
                compare(self, expected, lines(table))
            for page in pages(file):
                self.assertEqual(tight(page[0]), MARK)
            self.assertEqual(figures(report), figures(resaved(file, "docx")))

    def test_libreoffice_prints_every_character_of_the_prose(self):
        for report in REPORTS:
            saved = json.loads(report.read_text())
            lines_of_pages = [page[:-1] for page in pages(written(report, "docx"))]
            printed = tight("".join(line for page in lines_of_pages for line in page))
            for text in [saved["preamble"], *saved["narratives"].values()]:
                for line in text.splitlines():
                    self.assertIn(tight(line), printed)

    def test_a_table_that_fits_a_page_is_not_divided(self):
        for report in REPORTS:
            with_table = [page for page in pages(written(report, "docx")) if any("申请人情况" in line for line in page)]
            self.assertEqual(len(with_table), 1, report.stem)

    def test_the_page_is_that_of_the_standard(self):
        section = docx.Document(written(REPORTS[0], "docx")).sections[0]
        millimetres = [
            section.page_width, section.page_height,
            section.top_margin, section.left_margin, section.bottom_margin, section.right_margin,
        ]
        self.assertEqual([round(length.mm) for length in millimetres], [210, 297, 37, 28, 35, 26])

    def test_headings_are_headings_and_the_document_is_named(self):
        report = REPORTS[0]
        document = docx.Document(written(report, "docx"))
        headings = [line.text for line in document.paragraphs if line.style.name == "Heading 1"]
        self.assertEqual([heading[:2] for heading in headings], [f"{n}、" for n in "一二三四五六"])
        self.assertEqual(document.core_properties.author, json.loads(report.read_text())["organ"]["name"])
        fonts = {
            style.name: style.element.rPr.rFonts.get(qn("w:eastAsia"))
            for style in document.styles
            if style.type == WD_STYLE_TYPE.PARAGRAPH and style.element.rPr is not None
            and style.element.rPr.rFonts is not None
        }
        self.assertEqual(fonts["Title"], "方正小标宋简体")
        self.assertEqual(fonts["Heading 1"], "黑体")
        self.assertEqual(fonts["Heading 2"], "楷体_GB2312")

    def test_tables_say_what_they_are_and_repeat_their_headings(self):
        document = docx.Document(written(REPORTS[0], "docx"))
        for table, n_header_rows in zip(document.tables, [0, 3, 3]):
            properties = table._tbl.tblPr
            self.assertTrue(properties.find(qn("w:tblCaption")).get(qn("w:val")))
            self.assertEqual(len(table._tbl.findall(f".//{qn('w:tblHeader')}")), n_header_rows)
            self.assertEqual(len(table._tbl.findall(f".//{qn('w:cantSplit')}")), len(table.rows))

    def test_libreoffice_sets_22_lines_of_28_characters(self):
        narratives = {"overview": "字" * 2000}
        report = changed(REPORTS[0], "long", preamble="", narratives=narratives)
        page = pages(written(report, "docx"))[1]
        self.assertEqual(page[:22], ["字" * 28] * 22)
        self.assertEqual([line.replace(" ", "") for line in page[22:]], ["—2—"])

    def test_long_prose_is_printed_whole(self):
        narratives = {"overview": "\n".join(f"第{n}段" + "公开" * 100 for n in range(300))}
        report = changed(REPORTS[0], "whole", narratives=narratives)
        text = "".join(line for page in pages(written(report, "docx")) for line in page)
        for n in range(300):
            self.assertIn(f"第{n}段", text.replace(" ", ""))

    def test_what_libreoffice_saves_is_read_to_the_same_figures(self):
        for report in REPORTS:
            again = resaved(written(report, "docx"), "docx")
            kept = again.rename(again.with_name(f"{report.stem}-again.docx"))
            self.assertEqual(figures(report), figures(kept))
