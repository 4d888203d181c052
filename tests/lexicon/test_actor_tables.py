"""Tables of actors: what is read of TSV and CSV, and what is told of their form."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.folders import DATA
from marsad.tables.actors import read_actors
from marsad.tables.check import check_folder

ROW = "sand_a,لواء الرمال,armed_group"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", f"key,arabic,type\n{ROW}\n"),
        ("a.csv", f"\ufeffkey,arabic,type\r\n{ROW}\r\n"),
        ("a.csv", f"key;arabic;type\n{ROW.replace(',', ';')}\n"),
        ("a.tsv", "# own\n\nkey\tarabic\ttype\n" + ROW.replace(",", "\t")),
    ],
)
def test_a_row_is_read(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode())
    rows, faults = read_actors(path)
    assert faults == []
    assert [(r.key, r.names, r.cells["type"], r.cells["source"]) for r in rows] == [
        ("sand_a", ("لواء الرمال",), "armed_group", "")
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"key\tarabic\ttype\tnote\n", "a.tsv:1: unknown column 'note'"),
        (b"key\ttype\n", "no column 'arabic'"),
        (b"key\tarabic\ttype\nx\ty\n", "a.tsv:2: 2 cells"),
        ("لواء".encode("cp1256"), "not in UTF-8"),
    ],
)
def test_faults_of_form(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(content)
    assert told in "\n".join(map(str, read_actors(path)[1]))


def test_marsads_rules_are_counted() -> None:
    checked = check_folder(DATA)
    assert checked.actors > 900
    assert checked.rules > 100
