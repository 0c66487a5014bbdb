"""Layout documents in ofdkit."""

import json
import re
import unittest

import ofdkit

from peers import REPORTS, changed, rows, written


def lines(document):
    """The lines of all pages, without their numbers."""
    pages = [page.text().split("\n") for page in ofdkit.open(document).pages]
    found = [line.strip() for page in pages for line in page]
    return [line for line in found if line and not re.fullmatch(r"—\s*\d+\s*—", line)]


def tight(text):
    return re.sub(r"\s", "", text)


class LayoutDocuments(unittest.TestCase):
    def test_ofdkit_reads_every_figure_in_its_row(self):
        for report in REPORTS:
            found = iter(lines(written(report, "ofd")))
            for table in rows(report).values():
                for label, row in table:
                    values = " ".join(figure["value"] for figure in row).split()
                    if not values:
                        continue
                    ends = (line.split()[-len(values):] for line in found)
                    self.assertIn(values, ends, label)

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
