"""Memory stays under what docs/speed.md says, whatever is read: measured on the command, in a process of its own."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

# Peak megabytes of the command: what docs/speed.md says of what is refused or cut.
MOST = 600
_MEASURE = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "marsad", "read", *sys.argv[1:]], stdout=subprocess.DEVNULL)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(done.returncode, peak / (1024 if sys.platform != "darwin" else 1024**2))
"""


def long_line(path: Path) -> None:
    path.write_bytes(b"x" * 20_000_000)


def line_of_marks(path: Path) -> None:
    path.write_bytes(b"[{<&\"'" * 3_500_000)


def packed(path: Path) -> None:
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(250):
            file.write(b" " * 1_000_000)


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as file:
        for _ in range(250):
            file.write(b"\0" * 1_000_000)


def nested(path: Path) -> None:
    path.write_bytes(b'{"text": ' + b"[" * 10_000_000)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.txt", long_line),
        ("a.json", long_line),
        ("a.jsonl", long_line),
        ("a.csv", long_line),
        ("a.html", line_of_marks),
        ("a.rss", line_of_marks),
        ("a.json", nested),
        ("a.txt.gz", packed),
        ("a.jsonl.gz", packed),
        ("a.zip", zipped),
    ],
)
def test_memory_is_bounded(tmp_path: Path, name: str, make: object) -> None:
    path = tmp_path / name
    assert callable(make)
    make(path)
    command = [sys.executable, "-c", _MEASURE, str(path), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    status, peak = done.stdout.split()
    assert "Traceback" not in done.stderr
    assert (int(status) <= 2, float(peak) < MOST) == (True, True), (status, peak, done.stderr)
