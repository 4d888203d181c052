"""Word tables: reading, overriding, refusing."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.errors import ResourceError
from marsad.lexicon import read_words
from marsad.resources import Resources


def table(path: Path, *lines: str) -> Path:
    path.write_text("# own\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_line_is_read_with_its_value(tmp_path: Path) -> None:
    entries = list(read_words([table(tmp_path / "a.tsv", "say\tverb\tقال/يقول\treport\tnote")]))
    assert {e.cls for e in entries} == {"say"}
    assert {e.value for e in entries} == {"report"}
    assert {"قال", "قالت", "يقول", "تقول"} <= {e.form for e in entries}


def test_a_later_table_changes_and_takes_out_words(tmp_path: Path) -> None:
    first = table(tmp_path / "a.tsv", "c\tnoun\tهجوم\told", "c\tnoun\tقصف\told")
    second = table(tmp_path / "b.tsv", "c\tnoun\tهجوم\tnew", "c\tnoun\tقصف\t-")
    assert [(e.form, e.value) for e in read_words([first, second])] == [("هجوم", "new")]


@pytest.mark.parametrize("line", ["c\tnoun", "c\tadverb\tهجوم", "هجوم"])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    path = table(tmp_path / "a.tsv", line)
    with pytest.raises(ResourceError, match=r"a\.tsv:2"):
        list(read_words([path]))


def test_marsads_own_tables_are_well_formed() -> None:
    assert Resources().automaton is not None


def test_a_users_folder_adds_words(tmp_path: Path) -> None:
    from marsad.text import read_text

    (tmp_path / "words").mkdir()
    table(tmp_path / "words" / "own.tsv", "own_class\tnoun\tزنبرك\tx")
    found = Resources(tmp_path).automaton.find(read_text("انكسر الزنبرك")).of("own_class")
    assert [m.entry.value for m in found] == ["x"]


def test_a_users_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="not a folder"):
        Resources(tmp_path / "none")
