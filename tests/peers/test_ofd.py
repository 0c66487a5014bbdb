"""Layout documents in ofdkit."""

import json
import re
import unittest

import ofdkit

from peers import MARK, REPORTS, changed, marked, rows, tight, written


def lines(document):
    """The lines of all pages, without their numbers."""
    pages = [page.text().split("\n") for page in ofdkit.open(document).pages]
    found = [line.strip() for page in pages for line in page]
    return [line for line in found if line and not re.fullmatch(r"—\s*\d+\s*—", line)]


class LayoutDocuments(unittest.TestCase):
    def test_ofdkit_reads_every_figure_in_its_row(self):
        for report in REPORTS:
            self.has_figures(report, written(report, "ofd"))

    def has_figures(self, report, document):
        found = iter(lines(document))
        for table in rows(report).values():
            for label, row in table:
                values = " ".join(figure["value"] for figure in row).split()
                if not values:
                    continue
                ends = (line.split()[-len(values):] for line in found)
                self.assertIn(values, ends, label)

    def test_a_marked_draft_says_so_on_every_page_and_has_the_same_figures(self):
        for report in REPORTS:
            document = marked(report, "ofd")
            for page in ofdkit.open(document).pages:
                self.assertIn(MARK, tight(page.text()))
            self.has_figures(report, document)

    def test_nothing_lies_below_the_text_but_the_page_number(self):
        for report in REPORTS:
            for page in ofdkit.open(written(report, "ofd")).pages:
                below = [run.text for run in page.runs if run.y > 297 - 35]
                self.assertRegex(tight("".join(below)), r"^—\d+—$")

    def test_ofdkit_reads_the_prose_and_the_names(self):
        for report in REPORTS:
            saved = json.loads(report.read_text())
            text = tight("".join(lines(written(report, "ofd"))))
            typed = [saved.get(key, "") for key in ("preamble", "signature", "date")]
            for paragraph in [*typed, *saved.get("narratives", {}).values()]:
                for line in paragraph.splitlines():
                    self.assertIn(tight(line), text)

    def test_a_page_is_22_lines_of_28_characters(self):
        narratives = {"overview": "字" * 2000}
        report = changed(REPORTS[0], "long-ofd", preamble="", narratives=narratives)
        page = ofdkit.open(written(report, "ofd")).pages[1]
        runs = [run.text for run in page.runs]
        self.assertEqual(runs[:22], ["字" * 28] * 22)
        self.assertEqual(tight("".join(runs[22:])), "—2—")
        self.assertEqual((page.width, page.height), (210, 297))
