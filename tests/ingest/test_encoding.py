"""Bytes to text: every encoding that Arabic documents come in."""

from __future__ import annotations

import pytest
from tests.conftest import ARTICLE
from tests.tables import cases

from marsad.errors import BinaryDataError
from marsad.ingest.encoding import decode


@pytest.mark.parametrize("case", cases("encodings"), ids=lambda c: f"{c['codec']}-{c['mark'] or 'no mark'}")
def test_the_text_and_the_name_of_its_encoding_are_told(case: dict[str, str]) -> None:
    decoded = decode(bytes.fromhex(case["mark"]) + ARTICLE.encode(case["codec"]))
    assert decoded.text == ARTICLE
    assert decoded.encoding == case["name"]
    assert [w.code for w in decoded.warnings] == ([] if case["name"] == "utf-8" else ["encoding"])


def test_lines_in_another_code_page_are_read_as_such() -> None:
    data = ARTICLE.encode("utf-8") + b"\n" + ARTICLE.encode("cp1256")
    decoded = decode(data)
    assert decoded.text == f"{ARTICLE}\n{ARTICLE}"
    assert "mixed encodings" in decoded.warnings[0].message


def test_a_damaged_utf8_line_loses_only_the_damaged_letters() -> None:
    data = ARTICLE.encode("utf-8").replace("بنش".encode(), b"\xd8\xa8\xd9", 1)
    decoded = decode(data)
    assert decoded.text.startswith("قصفت قوات النظام بلدة ب\ufffd يوم")
    assert decoded.warnings[0].code == "encoding"


def test_a_declared_code_page_is_believed_where_the_letters_are_not_arabic() -> None:
    assert decode("Привет, мир".encode("koi8-r"), declared="koi8-r").text == "Привет, мир"


@pytest.mark.parametrize("declared", ["utf-8", "rot13", "no such page", "idna"])
def test_a_declaration_that_cannot_hold_is_passed_over(declared: str) -> None:
    assert decode(ARTICLE.encode("cp1256"), declared=declared).text == ARTICLE


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x00" * 4096, "binary"),
        (b"abc\x00def\x01\x02", "binary"),
    ],
)
def test_binary_data_is_no_text(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryDataError, match=kind):
        decode(data)
