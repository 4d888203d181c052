"""What every test may use: one reader, since making it takes longer than most tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marsad import Reader
from marsad.cli.main import main

os.environ["MARSAD_CACHE"] = ""  # tests read the tables as they are, and write nothing into anybody's home

ARTICLE = "قصفت قوات النظام بلدة بنش يوم الاثنين، ما أدى إلى مقتل ثلاثة مدنيين. وقال ناشط إن القصف استهدف مدرسة."


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A readable article in a file of its own."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Runs the command line; `input` is bytes for standard input. The user's folder is tmp_path/config/marsad."""
    env = {"XDG_CONFIG_HOME": str(tmp_path / "config")}

    def call(*args: str | Path, input: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(a) for a in args], input=input, env=env, catch_exceptions=False)

    return call


@pytest.fixture
def common() -> list[str]:
    """What makes a command heed permissions, also where root runs the tests."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root may write everywhere, and setpriv is not there to change that")
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
