"""Markdown in markdown-it."""

import unittest

from markdown_it import MarkdownIt

from peers import REPORTS, matches, rows, written


def tables(markdown):
    """The cells of each table, row by row."""
    found = []
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    for token, content in zip(tokens, tokens[1:]):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("th_open", "td_open"):
            text = "".join(child.content for child in content.children)
            found[-1][-1].append(text.strip())
    return found


class Markdown(unittest.TestCase):
    def test_markdown_it_finds_every_figure_in_its_row(self):
        for report in REPORTS:
            shown = tables(written(report, "md").read_text("utf-8"))
            expected = list(rows(report).values())
            self.assertEqual(len(shown), len(expected))
            for lines, table in zip(shown, expected):
                at = 0
                for label, figures in table:
                    # The figures of a row without a label are the last line.
                    at = next(i for i in range(at, len(lines)) if label in lines[i]) if label else len(lines) - 1
                    cells = lines[at][lines[at].index(label) + 1 if label else 0 :]
                    # Markdown merges no cells: an empty one is a blank figure or part of a wide one.
                    filled = [figure for figure in figures if figure["value"]]
                    for figure, cell in zip(filled, filter(None, cells), strict=True):
                        self.assertTrue(matches(figure, cell), f"{figure} as {cell!r}")
                    at += 1
