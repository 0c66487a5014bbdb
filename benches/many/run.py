"""Measures `nianbao check` and `nianbao read` over many different files, on one thread and on two, in turns.

    cargo build --release -p nianbao-cli && python3 benches/many/run.py target/release/nianbao [FILES] [ROUNDS]

The files are the reports of tests/data/reports under changing names: web pages 80 %, Word documents 13 %, PDF 4 %
(the same few, again and again), text 2 %, workbooks 1 %. They are made in a temporary folder and removed.
"""

import io
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORTS = sorted((ROOT / "tests/data/reports").glob("*.json"))
PDFS = sorted((ROOT / "tests/data/readings").glob("*/source.pdf"))
MARK = "示例"


def converted(program, report, kind, folder):
    out = folder / f"{report.stem}.{kind}"
    subprocess.run([program, "convert", report, "-o", out], check=True)
    return out.read_bytes()


def renamed(content, kind, name):
    """The same report of another organ."""
    if kind in ("html", "txt"):
        return content.replace(MARK.encode(), name.encode())
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(MARK.encode(), name.encode()))
    return changed.getvalue()


def make(program, n_files, folder):
    with tempfile.TemporaryDirectory() as masters:
        masters = pathlib.Path(masters)
        made = {
            kind: [converted(program, report, kind, masters) for report in REPORTS]
            for kind in ("html", "docx", "txt", "xlsx")
        }
    for n in range(n_files):
        share = n * 37 % 100
        kind = "html" if share < 80 else "docx" if share < 93 else "pdf" if share < 97 else "txt" if share < 99 else "xlsx"
        if kind == "pdf":
            content = PDFS[n % len(PDFS)].read_bytes()
        else:
            content = renamed(made[kind][n % len(REPORTS)], kind, f"{MARK}{n:05}")
        (folder / f"{n:06}.{kind}").write_bytes(content)


def run(program, args):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run([program, *args], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    n_files = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    with tempfile.TemporaryDirectory() as folder:
        make(program, n_files, pathlib.Path(folder))
        commands = [
            ["check", folder],
            ["check", "--format", "jsonl", folder],
            ["read", "--format", "jsonl", folder],
            ["read", "--format", "csv", folder],
        ]
        for command in commands:
            took = {1: [], 2: []}
            for _ in range(rounds):
                for threads in took:
                    took[threads].append(run(program, [*command, "--threads", str(threads)]))
            one, two = (min(took[threads]) for threads in took)
            print(
                f"{' '.join(command[:-1]):22}  one thread {one[0]:6.2f} s ({one[1]:.2f} s of processor)"
                f"  two {two[0]:6.2f} s ({two[1]:.2f} s)  {one[0] / two[0]:.2f} times"
            )
        print(f"peak memory of any: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10} MB")


if __name__ == "__main__":
    main()
