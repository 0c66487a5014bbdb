"""Counts a ledger with nianbao, pandas and polars in one run: reading and the same group-by.

    python3 benches/peers/ledger.py [ROWS]

The peers read the columns, make days of their two texts, and count rows by kind and result; they know no wordings,
no heads in two levels and no doubt, so that theirs is the least that counting takes.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import venv

TOP = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", TOP / "target"))
PROGRAM = TARGET / "release/nianbao"
ROUNDS = 3

HEADS = ["登记编号", "收到日期", "申请人类别", "答复日期", "办理结果", "具体情形"]
KINDS = ["自然人", "公民", "企业", "律师事务所", "其他组织"]
RESULTS = [("予以公开", ""), ("部分公开", "个人隐私"), ("不予公开", "过程性信息"), ("无法提供", "信息不存在"), ("不予处理", "信访")]


def rows(n_rows):
    for n in range(n_rows):
        year = 2024 if n % 29 == 0 else 2025
        result, reason = RESULTS[n % 5]
        yield [f"申{n}", f"{year}-{n % 12 + 1:02}-{n % 28 + 1:02}", KINDS[n // 5 % 5], f"2025-{n % 12 + 1:02}-28", result, reason]


def write(folder, n_rows):
    import csv

    import openpyxl

    with open(folder / "ledger.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADS, *rows(n_rows)])
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    for row in [HEADS, *rows(n_rows)]:
        sheet.append(row)
    book.save(folder / "ledger.xlsx")


def of_pandas(path):
    import pandas

    table = pandas.read_csv(path, dtype=str) if path.suffix == ".csv" else pandas.read_excel(path, dtype=str)
    received, replied = (pandas.to_datetime(table[head], format="%Y-%m-%d") for head in ("收到日期", "答复日期"))
    counted = table[(replied.dt.year == 2025) & (received.dt.year <= 2025)].fillna("")
    return int(counted.groupby(["申请人类别", "办理结果", "具体情形"]).size().sum())


def of_polars(path):
    import polars

    table = polars.read_csv(path, infer_schema_length=0) if path.suffix == ".csv" else polars.read_excel(path, engine="calamine")
    day = lambda head: polars.col(head).cast(polars.Utf8).str.to_date("%Y-%m-%d")
    counted = table.filter((day("答复日期").dt.year() == 2025) & (day("收到日期").dt.year() <= 2025))
    return counted.group_by(["申请人类别", "办理结果", "具体情形"]).len()["len"].sum()


def of_nianbao(path):
    command = [PROGRAM, "ledger", path, "--year", "2025", "--behind", "handled/total.requester/total"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return len(done.stdout.splitlines())


def timed(work):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return min(times), result


def main():
    n_rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    subprocess.run(["cargo", "--quiet", "build", "--release", "-p", "nianbao-cli"], cwd=TOP, check=True)
    import pandas  # noqa: F401  (loading them is not what is measured)
    import polars  # noqa: F401

    print(f"| {n_rows:,} rows | nianbao, read and counted | pandas | polars |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write(folder, n_rows)
        for name in ("ledger.csv", "ledger.xlsx"):
            path = folder / name
            measured = [timed(lambda work=work: work(path)) for work in (of_nianbao, of_pandas, of_polars)]
            counts = {count for _, count in measured}
            if len(counts) > 1:
                sys.exit(f"{name}: {json.dumps([count for _, count in measured])} cases are counted")
            print(f"| {name} |", " | ".join(f"{seconds:.2f} s" for seconds, _ in measured), "|")


if __name__ == "__main__":
    home = TARGET / "peers"
    if pathlib.Path(sys.prefix) != home.resolve():
        venv.create(home, with_pip=True)
        python = home / "bin/python"
        packages = ["pandas", "polars", "openpyxl", "fastexcel"]
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        os.execv(python, [python, __file__, *sys.argv[1:]])
    main()
