"""Reads nianbao's documents back with programs that no one here wrote, and prints a count of its own.

One command, python3 tests/peers/run.py, installs what is missing: LibreOffice through apt-get, the rest through pip.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"

# What is looked for on PATH, and the Debian packages it comes in.
PROGRAMS = {
    "soffice": ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "fonts-noto-cjk"],
    "pdftotext": ["poppler-utils"],
}


def run(*command, **options):
    print("  $", *command, flush=True)
    subprocess.run([str(word) for word in command], check=True, **options)


def apt_install(packages):
    if os.geteuid() != 0:
        sys.exit(f"installing {', '.join(packages)} through apt-get takes root")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "--quiet", "update", env=environment)
    install = ["apt-get", "--quiet", "--yes", "--no-install-recommends", "install"]
    run(*install, *packages, env=environment)


def installed_programs():
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        apt_install([package for name in missing for package in PROGRAMS[name]])


def installed_python():
    """A Python with exactly the pinned packages, in the user's cache: clones share it."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nianbao"
    pins = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]
    folder = cache / f"peers-{sys.version_info.major}.{sys.version_info.minor}-{pins}"
    python = folder / "bin" / "python"
    if not (folder / "done").exists():
        try:
            run(sys.executable, "-m", "venv", "--clear", folder)
        except subprocess.CalledProcessError:
            apt_install(["python3-venv"])
            run(sys.executable, "-m", "venv", "--clear", folder)
        run(python, "-m", "pip", "--quiet", "install", "--requirement", REQUIREMENTS)
        (folder / "done").touch()
    return python


def main():
    if sys.argv[1:] == ["--installed"]:
        suite = unittest.defaultTestLoader.discover(str(HERE))
        result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
        n_failed = len(result.failures) + len(result.errors)
        print(f"peers: {result.testsRun - n_failed} passed, {n_failed} failed")
        sys.exit(n_failed > 0)
    installed_programs()
    python = installed_python()
    run("cargo", "build", "--quiet", "--package", "nianbao-cli", cwd=HERE.parent.parent)
    print("  $ python", HERE.name, flush=True)
    sys.exit(subprocess.run([python, __file__, "--installed"]).returncode)


if __name__ == "__main__":
    main()
