"""Make a virtual environment with pip in it: `python3 tools/make_venv.py .venv`. Needs the standard library only.

Debian and its kin ship Python without ensurepip; there pip is taken from the package index by this script."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path
from urllib.parse import urljoin

INDEX = "https://pypi.org/pypi/pip/json"


def main(target: Path) -> int:
    """Make the environment; exit status 1 with a message where pip can't be had."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return _with_fetched_pip(target)
    venv.create(target, with_pip=True, clear=True)
    return 0


def _with_fetched_pip(target: Path) -> int:
    venv.create(target, with_pip=False, clear=True)
    try:
        with urllib.request.urlopen(INDEX, timeout=60) as answer:
            files = json.load(answer)["urls"]
        wheel = next(f for f in files if f["packagetype"] == "bdist_wheel")
        with urllib.request.urlopen(urljoin(INDEX, wheel["url"]), timeout=120) as answer:
            data = answer.read()
    except (OSError, ValueError, LookupError, StopIteration) as error:
        print(
            f"make_venv: this Python has no ensurepip, and pip could not be fetched ({error}).\n"
            "Install it with your system's package manager (Debian, Ubuntu: apt install python3-venv), then try again.",
            file=sys.stderr,
        )
        return 1
    if hashlib.sha256(data).hexdigest() != wheel["digests"]["sha256"]:
        print("make_venv: the pip that was fetched is damaged: try again", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        held = Path(folder, wheel["filename"])
        held.write_bytes(data)
        command = [str(target / "bin" / "python"), f"{held}/pip", "install", "--quiet", "--no-index", str(held)]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
