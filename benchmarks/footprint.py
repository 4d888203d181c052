#!/usr/bin/env python3
"""What marsad takes of a machine: the size of its installation, memory, and the start of the command.

    python -m benchmarks.footprint

The core is installed from the wheel into an environment of its own (which asks the package index), and measured
without pip. Cold start is the command on one sample article in a process of its own, the best of five: processor time,
which tells of the work, and time by the clock, which also tells what else the machine does."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

import click
from benchmarks.pipeline import SAMPLES, documents_of
from tools.build_twice import ROOT

from marsad.model.making import MAX_CHARACTERS

ARTICLE = SAMPLES / "analysis-hamrin.json"
# A program that runs another and tells what it took: seconds of the processor, by the clock, and peak kilobytes.
_MEASURE = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
clock = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, clock, used.ru_maxrss / (1 if sys.platform != "darwin" else 1024))
"""
RUNS, MANY = 5, 200


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
def main() -> None:
    for line in table():
        click.echo(line)


def table() -> Iterator[str]:
    """The lines of the Markdown table."""
    yield "| | |"
    yield "|---|---:|"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "core")
        python = _install(place)
        installed = [p for p in (place / "lib").rglob("*") if p.is_file() and not p.is_symlink()]
        size = sum(p.stat().st_size for p in installed if "/pip" not in p.as_posix()) / 1e6
        yield f"| core installation, all it needs included | {size:.0f} MB |"
        for cache, when in (("", "as if it were the first start"), (str(Path(folder, "cache")), "cold, later starts")):
            runs = [_run(python, str(ARTICLE), cache) for _ in range(RUNS + 1)][1:]
            taken, clock, peak = (min(run[n] for run in runs) for n in range(3))
            yield f"| `marsad read` of one article, {when}: processor | {taken:.2f} s |"
            yield f"| the same by the clock | {clock:.2f} s |"
            yield f"| its peak memory | {peak / 1000:.0f} MB |"
        many = Path(folder, "many")
        many.mkdir()
        for n in range(MANY):
            (many / f"{n}.json").write_bytes(ARTICLE.read_bytes())
        yield f"| peak memory, {MANY} articles | {_run(python, str(many))[2] / 1000:.0f} MB |"
        long = Path(folder, "long.txt")
        (article,) = documents_of([str(ARTICLE)])
        long.write_text(f"{article.text}\n\n" * (1 + MAX_CHARACTERS // len(article.text)), encoding="utf-8")
        peak = _run(python, str(long))[2] / 1000
        yield f"| peak memory, one text of {MAX_CHARACTERS:,} characters, the most that is read | {peak:.0f} MB |"


def _install(place: Path) -> str:
    """An environment with the core alone, made from the wheel."""
    wheels = Path(place.parent, "wheels")
    subprocess.run([sys.executable, str(ROOT / "tools/build_twice.py"), str(wheels)], check=True, capture_output=True)
    venv.create(place, with_pip=True)
    python = str(place / "bin" / "python")
    (wheel,) = wheels.glob("*.whl")
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    return python


def _run(python: str, path: str, cache: str = "") -> tuple[float, float, float]:
    """Seconds of the processor, seconds by the clock, peak kilobytes of reading a path.

    `cache` is the folder in which marsad keeps what it made of its tables; without one it makes it each time."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder, "records.jsonl"))
        command = [python, "-m", "marsad", "read", path, "--format", "jsonl", "--output", target]
        env = {**os.environ, "MARSAD_CACHE": cache, "PYTHONPATH": ""}
        done = subprocess.run([sys.executable, "-c", _MEASURE, *command], capture_output=True, text=True, env=env)
        if done.returncode:
            raise click.ClickException(f"{' '.join(command)}: {done.stderr[-500:]}")
    processor, clock, peak = map(float, done.stdout.split())
    return processor, clock, peak


if __name__ == "__main__":
    main()
