"""See that a Chromium is there for the tests of pages: `python3 tools/get_browser.py`. Needs the standard library only.

Where none is, it is installed with apt-get if that is there and this user may (root); else the tests of pages are
skipped with a word on what to install. In CI a missing browser is an error: there they must not be skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MISSING = """get_browser: no Chromium was found, and it could not be installed ({why}).
Pages are not tested in a browser. Install one (Debian, Ubuntu: apt install chromium), or name it:
MARSAD_CHROMIUM=/path/to/chrome make test"""


def main() -> int:
    """Find or install a browser; exit status 1 where there is none and CI asks for one."""
    if os.environ.get("MARSAD_CHROMIUM") or any(map(shutil.which, NAMES)):
        return 0
    why = _install()
    if why is None:
        return 0
    print(MISSING.format(why=why), file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


def _install() -> str | None:
    """Install Debian's chromium; why not, where that fails."""
    if not shutil.which("apt-get"):
        return "there is no apt-get"
    if os.geteuid() != 0:
        return "only root may"
    print("get_browser: installing Debian's chromium for the tests of pages", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
            return f"{' '.join(command)} failed"
    return None


if __name__ == "__main__":
    sys.exit(main())
