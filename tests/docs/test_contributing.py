"""CONTRIBUTING answers where a thing is changed with folders and files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:src|tests|tools|docs)/[^`\s*]*)`", TEXT)))
QUESTIONS = re.findall(r"^\| … (.+?) \| `(.+?)` \| (.+) \|$", TEXT, re.MULTILINE)


@pytest.mark.parametrize("path", [path for path in PATHS if not re.search(r"\b[A-Z]{2,}\b", path)])
def test_a_path_that_is_named_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_ten_questions_are_answered_with_a_folder_and_a_file_in_it() -> None:
    assert len(QUESTIONS) >= 10
    for question, folder, answer in QUESTIONS:
        named = re.findall(r"`([^`]+)`", answer)
        assert (ROOT / folder).is_dir(), question
        assert named, question
        assert all((ROOT / name).is_file() for name in named), question
