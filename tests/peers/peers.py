"""The verbs the stories are told in."""

import atexit
import csv
import json
import os
import re
import shutil
import subprocess
import tempfile
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
REPORTS = sorted((ROOT / "tests/data/reports").glob("*.json"))
NIANBAO = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target") / "debug/nianbao"

FOLDER = Path(tempfile.mkdtemp(prefix="nianbao-peers-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, f"{command}: {result.stdout}{result.stderr}"
    return result.stdout


MARK = "草稿（未定稿，请勿发布）"


def written(report, ending):
    """A report on file as one of nianbao's documents."""
    document = FOLDER / f"{report.stem}.{ending}"
    run(NIANBAO, "convert", report, "-o", document)
    return document


def marked(report, ending):
    """The same, marked as a draft."""
    document = FOLDER / f"{report.stem}-marked.{ending}"
    run(NIANBAO, "convert", report, "-o", document, "--draft")
    return document


def changed(report, name, **fields):
    """A copy of a report with other fields."""
    copy = FOLDER / f"{name}.json"
    copy.write_text(json.dumps({**json.loads(report.read_text()), **fields}), "utf-8")
    return copy


def resaved(document, ending):
    """What LibreOffice makes of a document."""
    folder = FOLDER / "resaved"
    profile = f"-env:UserInstallation=file://{FOLDER}/profile"
    run("soffice", profile, "--headless", "--convert-to", ending, "--outdir", folder, document)
    return folder / f"{document.stem}.{ending}"


def figures(document):
    """The figures of a report or document, as nianbao reads it."""
    with open(written(document, "csv"), encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def rows(document):
    """The same by table and row, in printed order: the row's label and its figures."""
    found = {}
    for figure in figures(document):
        key = (figure["table"], figure["row"])
        found.setdefault(key, (figure["row_label"], []))[1].append(figure)
    tables = {}
    for (table, _), row in found.items():
        tables.setdefault(table, []).append(row)
    return tables


def matches(figure, value):
    """Whether a cell of another program holds this figure; blank, 0 and “/” are three different things."""
    if value is None or value == "":
        return figure["value"] == ""
    if figure["state"] in ("count", "amount"):
        return Decimal(str(value)) == Decimal(figure["value"])
    return str(value) == figure["value"]


def tight(text):
    """A text without white space."""
    return re.sub(r"\s", "", text)


def compare(test, expected, lines):
    """Finds each row of figures among the lines of another program's table, by its label and in order."""
    lines = iter(lines)
    for label, row in expected:
        n = len(row)
        if label:
            found = (line[-n:] for line in lines if len(line) > n and line[-n - 1] == label)
        else:
            # The figures of a row without a label stand below its headings, which may be as many.
            found = reversed([line for line in lines if len(line) == n])
        values = next(found, None)
        test.assertIsNotNone(values, label)
        for figure, value in zip(row, values, strict=True):
            test.assertTrue(matches(figure, value), f"{figure} as {value!r}")
