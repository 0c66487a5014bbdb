"""Sets reading a report beside the same work done with BeautifulSoup and python-docx, in one run.

    python3 benches/peers/read.py

The peers find the 200 figures by row label and column heading, and the paragraphs under each of the six headings.
They still do less: they read no organ and no dates, tell no doubts, and know no wordings but the official ones.
"""

import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import venv

TOP = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", TOP / "target"))
READINGS = TOP / "tests/data/readings"
SECONDS = 5

HEADING = re.compile(r"[一二三四五六]、")
FIGURE = re.compile(r"[-+]?[\d,]+(\.\d+)?")
ORDINAL = re.compile(r"^([一二三四]、|（[一二三四五六七]）|\d\.)")
PUNCTUATION = re.compile(r"[\W_]+")


def bare(text):
    """A wording without its ordinal, white space and punctuation."""
    return PUNCTUATION.sub("", ORDINAL.sub("", text.strip()))


def is_figure(text):
    return FIGURE.fullmatch(text.strip())


def read_html(data, form):
    """Figures and prose of a web page."""
    from bs4 import BeautifulSoup

    page = BeautifulSoup(data, "lxml")
    paragraphs = (paragraph.get_text() for paragraph in page.find_all(["p", "h1", "h2", "h3"]))
    return figures(html_grids(page), form), sections(paragraphs)


def read_docx(data, form):
    """Figures and prose of a Word document."""
    import docx

    document = docx.Document(io.BytesIO(data))
    # python-docx gives a merged cell once for each position.
    grids = ([[cell.text for cell in row.cells] for row in table.rows] for table in document.tables)
    return figures(grids, form), sections(paragraph.text for paragraph in document.paragraphs)


def html_grids(page):
    """The tables of a page, spans expanded."""
    for table in page.find_all("table"):
        grid, covered = [], {}
        for tr in table.find_all("tr"):
            row, column = [], 0
            for cell in tr.find_all(["td", "th"], recursive=False):
                while covered.get(column, (0, ""))[0] > 0:
                    row.append(covered[column][1])
                    column += 1
                text = cell.get_text()
                width, height = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
                for _ in range(width):
                    covered[column] = (height, text)
                    row.append(text)
                    column += 1
            while covered.get(column, (0, ""))[0] > 0:
                row.append(covered[column][1])
                column += 1
            covered = {column: (n - 1, text) for column, (n, text) in covered.items()}
            grid.append(row)
        yield grid


def figures(grids, form):
    """Every figure by (row, column), where its row label and its column heading cross."""
    found = {}
    for grid in grids:
        above = []
        for texts in grid:
            first = next((i for i, text in enumerate(texts) if is_figure(text) or i > 0 and not text.strip()), None)
            if first is None:
                above.append([bare(text) for text in texts])
                continue
            labels = [label for label in map(bare, texts[:first]) if label in form]
            label = labels[-1] if labels else ""
            if label not in form:
                continue
            row, columns = form[label]
            headings = [None] * len(texts)
            for line in above:
                headings = [
                    heading if heading in columns else before for heading, before in zip(line, headings)
                ]
            seen = {}
            for place, heading in enumerate(headings):
                if place < first or heading is None or place > first and heading == headings[place - 1]:
                    continue
                n = seen[heading] = seen.get(heading, -1) + 1
                found[row, columns[heading][n]] = texts[place].strip()
    return found


def sections(paragraphs):
    """The paragraphs by the heading that they stand under."""
    found, heading = {}, ""
    for text in map(str.strip, paragraphs):
        if HEADING.match(text):
            heading = text
        found.setdefault(heading, []).append(text)
    return found


def told_by_nianbao(path):
    """The form as its labels are printed, and the figures of a report."""
    command = [TARGET / "release/nianbao", "read", "--format", "csv", path]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    form, expected = {}, {}
    for line in csv.DictReader(line for line in lines if not line.startswith("# ")):
        row, columns = form.setdefault(bare(line["row_label"]), (line["row"], {}))
        columns.setdefault(bare(line["column_label"]), []).append(line["column"])
        expected[row, line["column"]] = line["value"]
    return form, expected


def seconds_of(work):
    """The least time of one call, which other programs disturb least."""
    times, end = [], time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    cases = [
        ("html", "saved-page-in-gbk/source.html", "BeautifulSoup + lxml", read_html),
        ("html-of-word", "clipboard-of-word/source.html", "BeautifulSoup + lxml", read_html),
        ("docx", "document-saved-by-writer/source.docx", "python-docx", read_docx),
        ("text", "cells-after-tabs/source.txt", None, None),
        ("pdf", "pdf-of-writer/source.pdf", None, None),
    ]
    cargo = ["cargo", "--quiet"]
    subprocess.run([*cargo, "build", "--release", "-p", "nianbao-cli"], cwd=TOP, check=True)
    bench = [*cargo, "bench", "-p", "nianbao-read", "--bench", "read", "--", "--noplot"]
    subprocess.run(bench, cwd=TOP, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print("| container | bytes | nianbao, reports per second | peer | reports per second | nianbao is faster |")
    print("|---|---|---|---|---|---|")
    for name, path, peer, read in cases:
        sample = json.loads((TARGET / f"criterion/read/{name}/new/sample.json").read_text())
        ours = min(time / n for time, n in zip(sample["times"], sample["iters"])) / 1e9
        data = (READINGS / path).read_bytes()
        line = f"| {name} | {len(data):,} | {1 / ours:,.0f} |"
        if peer is None:
            print(line, "– | – | – |")
            continue
        form, expected = told_by_nianbao(READINGS / path)
        found, prose = read(data, form)
        wrong = [cell for cell in expected if found.get(cell) != expected[cell]]
        if wrong or len(prose) < 7:
            sys.exit(f"{path}: the peer misses headings, or reads {len(wrong)} figures otherwise: {wrong[:3]}")
        theirs = seconds_of(lambda: read(data, form))
        print(line, f"{peer} | {1 / theirs:,.0f} | {theirs / ours:,.0f} times |")


if __name__ == "__main__":
    home = TARGET / "peers"
    if pathlib.Path(sys.prefix) != home.resolve():
        venv.create(home, with_pip=True)
        python = home / "bin/python"
        requirements = pathlib.Path(__file__).with_name("requirements.txt")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", requirements], check=True)
        os.execv(python, [python, __file__])
    main()
