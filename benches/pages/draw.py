"""Draws three reports as they leave nianbao, into docs/pages/: an all-zero bureau, a large city, a half-filled county.

    cargo xtask serve &
    NIANBAO_URL=http://127.0.0.1:8080/ python3 benches/pages/draw.py

Word documents and workbooks go through LibreOffice, OFD through ofd.js, the rest and the print of the page through Chromium.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OUT = ROOT / "docs/pages"
NIANBAO = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target") / "debug/nianbao"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nianbao"
PILLOW = "pillow==12.0.0"
OFD_JS = "ofd.js@0.2.6"

# The pages worth showing of each document: all, or those that are not prose alone.
REPORTS = {"quiet-bureau": slice(None), "half-filled-county": slice(None), "large-city": slice(-4, None)}
TABLES = {"quiet-bureau": slice(1, 4), "half-filled-county": slice(1, 4), "large-city": slice(4, 7)}
GREY = (128, 128, 128)


def run(*command, cwd=ROOT):
    subprocess.run([str(word) for word in command], check=True, cwd=cwd, stdout=subprocess.DEVNULL)


def install():
    """Pillow in the user's cache, and the renderer of OFD beside this script without what its demo needs."""
    python = CACHE / "pages/bin/python"
    if not python.exists():
        run(sys.executable, "-m", "venv", CACHE / "pages")
        run(python, "-m", "pip", "--quiet", "install", PILLOW)
    package = HERE / "node_modules/ofd.js"
    if not package.exists():
        package.mkdir(parents=True)
        archive = subprocess.run(["npm", "pack", "--silent", OFD_JS], cwd=package, check=True, capture_output=True, text=True)
        run("tar", "-xzf", archive.stdout.strip(), "--strip-components=1", cwd=package)
    return python


def write_all(folder):
    for name in REPORTS:
        for ending in ["docx", "xlsx", "html", "ofd", "svg", "json"]:
            run(NIANBAO, "convert", ROOT / f"tests/data/reports/{name}.json", "-o", folder / f"{name}.{ending}")
        for ending in ["docx", "xlsx"]:
            run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder / ending, folder / f"{name}.{ending}")
            (folder / ending / f"{name}.pdf").rename(folder / f"{name}-{ending}.pdf")
    run("node", HERE / "draw.mjs", folder)
    for pdf in folder.glob("*.pdf"):
        run("pdftoppm", "-r", "60", "-png", pdf, folder / pdf.stem)


def sheet(name, rows):
    """Pictures in rows, in few colors."""
    from PIL import Image

    width = max(sum(picture.width + 8 for picture in row) for row in rows)
    height = sum(max(picture.height for picture in row) + 8 for row in rows)
    paper = Image.new("RGB", (width, height), GREY)
    top = 4
    for row in rows:
        left = 4
        for picture in row:
            paper.paste(picture, (left, top))
            left += picture.width + 8
        top += max(picture.height for picture in row) + 8
    paper.quantize(8).save(OUT / f"{name}.png", optimize=True)


def draw_all(folder):
    from PIL import Image

    def picture(path, width, most=10_000):
        """The lower end of a long picture, where the tables are."""
        image = Image.open(path).convert("RGB")
        image = image.crop((0, max(image.height - most, 0), image.width, image.height))
        return image.resize((width, image.height * width // image.width), Image.Resampling.LANCZOS)

    def pages(name, which, width):
        return [picture(path, width) for path in sorted(folder.glob(f"{name}-{which}-[0-9]*.png"))]

    for name, shown in REPORTS.items():
        sheet(f"{name}-pages", [pages(name, which, 240)[shown] for which in ["docx", "print", "ofd"]])
        screens = [picture(folder / f"{name}-html-{width}.png", width // 3 + 130, most) for width, most in [(1366, 1900), (390, 1250)]]
        tables = pages(name, "xlsx", 250)[TABLES[name]]
        sheet(f"{name}-screens", [[*screens, picture(folder / f"{name}-svg.png", 330)], tables])


def main():
    if importlib.util.find_spec("PIL") is None:
        os.execv(python := install(), [python, __file__])
    install()
    run("cargo", "build", "--quiet", "--package", "nianbao-cli")
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        write_all(Path(folder))
        draw_all(Path(folder))


if __name__ == "__main__":
    main()
