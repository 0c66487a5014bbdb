"""Pictures in a parser of XML."""

import json
import re
import unittest
from xml.etree import ElementTree

from peers import FOLDER, REPORTS, figures, written

SVG = "{http://www.w3.org/2000/svg}"


def placed(element, x, y):
    """Every text with where it stands in the picture, through all groups that are moved."""
    moved = re.match(r"translate\((\d+),(\d+)\)", element.get("transform", ""))
    if moved:
        x, y = x + int(moved[1]), y + int(moved[2])
    if element.tag == f"{SVG}text":
        yield element, x + int(element.get("x")), y + int(element.get("y"))
    for child in element:
        yield from placed(child, x, y)


class Pictures(unittest.TestCase):
    def test_the_picture_and_its_description_show_the_requests(self):
        for report in REPORTS:
            picture = ElementTree.parse(written(report, "svg")).getroot()
            texts = [text.text for text in picture.iter(f"{SVG}text")]
            described = picture.find(f"{SVG}desc").text
            for figure in figures(report):
                if figure["row"] == "newly-received" and figure["value"]:
                    # A bar says its share behind its figure.
                    self.assertIn(figure["value"], [text.split("（")[0] for text in texts])
                    self.assertIn(f" {figure['value']}", described)

    def test_every_text_lies_within_the_picture(self):
        for report in REPORTS:
            picture = ElementTree.parse(written(report, "svg")).getroot()
            _, _, width, height = map(int, picture.get("viewBox").split())
            n_texts = 0
            for text, x, y in placed(picture, 0, 0):
                n_texts += 1
                size = int(text.get("font-size"))
                length = sum(size if ord(c) > 127 else size * 0.6 for c in text.text)
                left = x - {"start": 0, "middle": length / 2, "end": length}[text.get("text-anchor")]
                self.assertTrue(0 <= left and left + length <= width, text.text)
                self.assertLess(y, height)
            self.assertGreater(n_texts, 50)

    def test_last_years_numbers_stand_beside_this_years(self):
        saved = json.loads(REPORTS[0].read_text())
        draft = FOLDER / "two-years.json"
        draft.write_text(json.dumps({**saved, "previous": {**saved, "year": saved["year"] - 1}}), "utf-8")
        text = written(draft, "svg").read_text("utf-8")
        self.assertIn("上年 ", text)
        self.assertNotIn("上年 ", written(REPORTS[0], "svg").read_text("utf-8"))
