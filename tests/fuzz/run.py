"""Fuzzes readers within limits of memory and time: `python3 run.py [--seconds 600] [--jobs 1] [TARGET...]`.

Seeds are the fixtures. A source that takes more than 500 MB or 2 seconds is a fault, as a panic is; what is found
stays in artifacts/. Needs a nightly compiler and cargo-fuzz (`cargo install cargo-fuzz`).
"""

import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).parent
FIXTURES = HERE.parent / "data"
MEGABYTES = 500
SECONDS = 2


def targets():
    return sorted(path.stem for path in (HERE / "targets").glob("*.rs") if path.stem != "parts")


def parts_of(target):
    """The parts that a target builds an archive of, in order; none where it takes whole files."""
    source = (HERE / "targets" / f"{target}.rs").read_text()
    names = re.search(r"let parts = \[(.*?)\];", source, re.S)
    return re.findall(r'"([^"]+)"', names[1]) if names else []


def seeds(target):
    """What a target begins with, made of the fixtures of its kind."""
    endings = {
        "doc": ["doc", "wps"], "xls": ["xls", "et"], "mht": ["mht", "mhtml"], "pasted": ["html"],
        "text": ["txt", "md"], "ledger": ["csv"],
    }.get(target, [target])
    for ending in endings:
        for path in sorted(FIXTURES.rglob(f"*.{ending}")):
            if path.stat().st_size > 300_000:
                continue
            parts = parts_of(target)
            if not parts:
                yield path.read_bytes()
            elif zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    names = archive.namelist()
                    yield b"\0".join(archive.read(name) if name in names else b"" for name in parts)


def run(target, seconds):
    corpus = HERE / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed-{number}").write_bytes(seed)
    command = [
        "cargo", "+nightly", "fuzz", "run", "--fuzz-dir", ".", "--sanitizer", "none", target, "--",
        f"-max_total_time={seconds}", f"-rss_limit_mb={MEGABYTES}", f"-timeout={SECONDS}",
        "-max_len=300000", "-print_final_stats=1",
    ]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, errors="replace", timeout=seconds + 900)
    told = dict(re.findall(r"stat::(\w+):\s+(\d+)", done.stderr))
    runs, memory = told.get("number_of_executed_units", "?"), told.get("peak_rss_mb", "?")
    fault = "" if done.returncode == 0 else re.sub(r"\s+", " ", done.stderr[-1500:])
    return target, runs, memory, fault


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--seconds", type=int, default=600)
    arguments.add_argument("--jobs", type=int, default=1)
    arguments.add_argument("targets", nargs="*", default=targets())
    told = arguments.parse_args()
    subprocess.run(["cargo", "+nightly", "fuzz", "build", "--fuzz-dir", ".", "--sanitizer", "none"], cwd=HERE, check=True)
    n_faults = 0
    with concurrent.futures.ThreadPoolExecutor(told.jobs) as pool:
        for target, runs, memory, fault in pool.map(lambda target: run(target, told.seconds), told.targets):
            n_faults += bool(fault)
            print(f"{target:10} {runs:>12} runs {memory:>6} MB  {fault or 'nothing found'}", flush=True)
    return 1 if n_faults else 0


if __name__ == "__main__":
    sys.exit(main())
