"""Adds up the same 100 Word documents with nianbao and with the script that a clever clerk would write, in one run.

    python3 benches/peers/collect.py

The clerk's script takes table three of each document with python-docx, finds rows by their labels, adds the seven columns
and writes a workbook with openpyxl. It takes a blank for 0, as such scripts do, and does not look at the year.
Both are asked for the same sums; where they differ, the documents say who is right.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import venv

TOP = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", TOP / "target"))
PROGRAM = TARGET / "release/nianbao"
N_UNITS = 100
ROUNDS = 3

SOUND = TOP / "tests/data/reports/busy-department.json"
NUMBER = re.compile(r"\d+")
ORDINAL = re.compile(r"^([一二三四]、|（[一二三四五六七]）|\d\.)")


def reports(folder):
    """A hundred documents: two with a blank, one of another year; and the list of units."""
    names = [f"示例{n:03}局" for n in range(N_UNITS)]
    (folder / "units.txt").write_text("\n".join(names), encoding="utf-8")
    files = folder / "files"
    files.mkdir()
    for n, name in enumerate(names):
        report = json.loads(SOUND.read_text(encoding="utf-8"))
        report["organ"] = {**report.get("organ", {}), "name": name} if isinstance(report.get("organ"), dict) else name
        row = report["requests"]["newly-received"]
        row["requester/natural-person"] = n
        if n in (3, 70):
            row.pop("requester/natural-person")
        if n == 50:
            report["year"] -= 1
        path = folder / "one.json"
        path.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
        subprocess.run([PROGRAM, "convert", path, "-o", files / f"{name}.docx"], check=True, stderr=subprocess.DEVNULL)
    return files


def clerk(files, book):
    """What a clever clerk would write."""
    import docx
    import openpyxl

    sums = {}
    for path in sorted(files.iterdir()):
        document = docx.Document(path)
        for table in document.tables:
            for row in table.rows:
                # python-docx gives a merged cell once for each position.
                texts = [cell.text.strip() for cell in row.cells]
                figures = texts[-7:]
                labels = [text for text in texts[:-7] if text and not NUMBER.fullmatch(text)]
                if len(texts) < 8 or not labels or not any(NUMBER.fullmatch(text) for text in figures):
                    continue
                label = ORDINAL.sub("", labels[-1])
                own = sums.setdefault(label, [0] * 7)
                for column, text in enumerate(figures):
                    own[column] += int(text) if NUMBER.fullmatch(text) else 0
    workbook = openpyxl.Workbook()
    for label, figures in sums.items():
        workbook.active.append([label, *figures])
    workbook.save(book)
    return sums


def ours(files, units, book):
    command = [PROGRAM, "collect", files, "--units", units, "--json", "-o", book, "--today", "2026-02-01"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)


def timed(work):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return min(times), result


def main():
    subprocess.run(["cargo", "--quiet", "build", "--release", "-p", "nianbao-cli"], cwd=TOP, check=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        files = reports(folder)
        theirs, sums = timed(lambda: clerk(files, folder / "clerk.xlsx"))
        own, told = timed(lambda: ours(files, folder / "units.txt", folder / "ours.xlsx"))
    wanted = ("newly-received", "requester/natural-person")
    cell = next(it for it in told["sums"] if (it["row"], it["column"]) == wanted)
    truth = sum(range(N_UNITS)) - 3 - 70 - 50
    label = next((label for label in sums if "本年新收" in label), None)
    print("| | seconds | 本年新收，自然人 | what it says of two blanks and another year |")
    print("|---|---|---|---|")
    print(f"| truth | – | {truth} | – |")
    print(f"| python-docx and openpyxl | {theirs:.2f} | {sums[label][0] if label else '–'} | nothing |")
    findings = {it["rule"] for it in told["findings"]}
    print(f"| nianbao collect | {own:.2f} | {cell['value']} | {', '.join(sorted(findings & {'sum-incomplete', 'other-year'}))} |")
    print(f"\nnianbao is {theirs / own:.0f} times faster.")


if __name__ == "__main__":
    home = TARGET / "peers"
    if pathlib.Path(sys.prefix) != home.resolve():
        venv.create(home, with_pip=True)
        python = home / "bin/python"
        requirements = pathlib.Path(__file__).with_name("requirements.txt")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", requirements, "openpyxl"], check=True)
        os.execv(python, [python, __file__])
    main()
