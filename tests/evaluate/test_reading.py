"""Documents of a gold folder, read for an evaluation."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad import Reader
from marsad.errors import InputError
from marsad.evaluate.reading import read_documents

DOCS = Path(__file__).parents[1] / "gold" / "docs"


def test_the_wanted_documents_are_read_into_plain_values() -> None:
    records = read_documents(DOCS, ["wire-marib"], Reader())
    assert list(records) == ["wire-marib"]
    assert isinstance(records["wire-marib"]["sentences"], list)
    assert records["wire-marib"]["source"]["published"] == "2020-10-13"


def test_offsets_of_a_sample_are_those_of_its_text() -> None:
    record = read_documents(DOCS, ["wire-binnish-a"], Reader())["wire-binnish-a"]
    assert record["text"].count(record["title"]) == 1


def test_a_missing_folder_and_a_broken_document_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        read_documents(tmp_path / "docs", ["a"], Reader())
    (tmp_path / "a.json").write_text('{"text": ', encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.json"):
        read_documents(tmp_path, ["a"], Reader())
