"""Writes one report with nianbao, npm docx and python-docx in one run; prints the least time of each and the size.

python3 benches/peers/write.py installs npm docx beside itself and python-docx with tests/peers/run.py.
"""

import io
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BENCH = ["cargo", "bench", "--quiet", "--package", "nianbao-write", "--bench", "write", "--"]
N_RUNS = 5


def python_docx(blocks):
    import docx

    document = docx.Document()
    for block in blocks:
        if "rows" not in block:
            document.add_paragraph(block["text"], block["style"])
            continue
        table = document.add_table(len(block["rows"]), block["columns"], "Table Grid")
        cells = [row.cells for row in table.rows]
        for row, merged in enumerate(block["rows"]):
            for column, width, height, text in merged:
                cell = cells[row][column]
                if width * height > 1:
                    cell = cell.merge(cells[row + height - 1][column + width - 1])
                cell.text = text
    bytes_ = io.BytesIO()
    document.save(bytes_)
    return len(bytes_.getvalue())


def main():
    if sys.argv[1:2] == ["--python-docx"]:
        blocks = json.loads(Path(sys.argv[2]).read_text("utf-8"))
        least = float("inf")
        for _ in range(N_RUNS):
            start = time.perf_counter()
            n_bytes = python_docx(blocks)
            least = min(least, time.perf_counter() - start)
        print(f"python-docx: {least * 1000:.3f} ms, {n_bytes} bytes", flush=True)
        return
    sys.path.insert(0, str(ROOT / "tests/peers"))
    from run import installed_python

    if not (HERE / "node_modules").exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=HERE, check=True)
    outline = subprocess.run([*BENCH, "--outline"], cwd=ROOT, check=True, capture_output=True).stdout
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(outline)
        file.flush()
        subprocess.run(BENCH, cwd=ROOT, check=True)
        subprocess.run(["node", HERE / "write.mjs", file.name], check=True)
        subprocess.run([installed_python(), __file__, "--python-docx", file.name], check=True)


if __name__ == "__main__":
    main()
