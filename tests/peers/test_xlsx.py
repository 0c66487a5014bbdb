"""Spreadsheets in openpyxl and LibreOffice Calc."""

import json
import unittest

import openpyxl
from openpyxl.cell.cell import MergedCell

from peers import FOLDER, MARK, REPORTS, changed, compare, figures, marked, resaved, rows, written

REQUESTS = "三、申请办理"
CHECKS = "勾稽核对"


def lines(sheet):
    """The cells of each row below the heading that are not covered by a merged one."""
    table = sheet.iter_rows(min_row=2)
    return [[cell.value for cell in row if not isinstance(cell, MergedCell)] for row in table]


def values(document):
    book = openpyxl.load_workbook(document, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet
        for cell in row
        if cell.value not in (None, "")
    }


def recalculated(book, name):
    """A workbook as LibreOffice computes it; openpyxl keeps no values of formulas."""
    document = FOLDER / f"{name}.xlsx"
    book.save(document)
    return resaved(document, "xlsx")


class Spreadsheets(unittest.TestCase):
    def test_openpyxl_reads_every_figure(self):
        for report in REPORTS:
            book = openpyxl.load_workbook(written(report, "xlsx"), data_only=True)
            for table, expected in rows(report).items():
                sheet = next(sheet for sheet in book if sheet.title.startswith(f"{table}、"))
                compare(self, expected, lines(sheet))

    def test_a_marked_draft_says_so_on_every_print_and_has_the_same_figures(self):
        for report in REPORTS:
            file = marked(report, "xlsx")
            book = openpyxl.load_workbook(file, data_only=True)
            self.assertEqual({sheet.oddHeader.center.text for sheet in book}, {MARK})
            for table, expected in rows(report).items():
                compare(self, expected, lines(next(sheet for sheet in book if sheet.title.startswith(f"{table}、"))))
            self.assertEqual(values(resaved(file, "xlsx")), values(file))

    def test_libreoffice_computes_what_the_file_says(self):
        for report in REPORTS:
            document = written(report, "xlsx")
            computed = recalculated(openpyxl.load_workbook(document), f"{report.stem}-computed")
            self.assertEqual(values(computed), values(document))

    def test_a_changed_figure_changes_its_totals_and_breaks_the_balance(self):
        report = next(report for report in REPORTS if report.stem == "busy-department")
        book = openpyxl.load_workbook(written(report, "xlsx"))
        row = next(row for row in book[REQUESTS] if str(row[0].value).startswith("一、本年新收"))
        before = values(written(report, "xlsx"))
        row[3].value += 5
        after = values(recalculated(book, "changed"))
        total = (REQUESTS, row[9].coordinate)
        if str(row[9].value).startswith("="):
            self.assertEqual(after[total], before[total] + 5)
        wrong = [place for place, value in after.items() if place[0] == CHECKS and value == "不等"]
        self.assertGreaterEqual(len(wrong), 1)
        self.assertNotIn("不等", before.values())

    def test_a_wrong_total_turns_red(self):
        # The condition is computed in cells beside the table, since no program tells the color.
        report = REPORTS[0]
        book = openpyxl.load_workbook(written(report, "xlsx"))
        sheet = book[REQUESTS]
        rules = {str(area.sqref): area.rules for area in sheet.conditional_formatting}
        formula = rules["J5"][0].formula[0]
        self.assertEqual(formula, "AND(COUNT(J5)=1,COUNT(D5:I5)=6,SUM(J5)<>SUM(D5:I5))")
        sheet["L1"], sheet["J5"] = f"={formula}", 1
        sheet["L2"] = "=" + rules["J6"][0].formula[0]
        computed = values(recalculated(book, "red"))
        self.assertIs(computed[REQUESTS, "L1"], True)
        self.assertIs(computed[REQUESTS, "L2"], False)

    def test_what_libreoffice_saves_is_read_to_the_same_figures(self):
        for report in REPORTS:
            again = resaved(written(report, "xlsx"), "xlsx")
            kept = again.rename(again.with_name(f"{report.stem}-again.xlsx"))
            for before, after in zip(figures(report), figures(kept), strict=True):
                self.assertTrue(
                    before == after or before["state"] == after["state"] == "amount",
                    f"{before} became {after}",
                )

    def test_a_formula_that_was_typed_stays_text(self):
        typed = '=HYPERLINK("x","甲")'
        organ = json.loads(REPORTS[0].read_text())["organ"]
        report = changed(REPORTS[0], "typed", preamble=typed, organ={**organ, "name": "+1"})
        document = written(report, "xlsx")
        cells = [cell for sheet in openpyxl.load_workbook(document) for row in sheet for cell in row]
        self.assertEqual([cell.data_type for cell in cells if cell.value == typed], ["s"])
        self.assertIn(typed, values(resaved(document, "xlsx")).values())
