"""The safe profile: no private name leaves, in any format; offsets still fit; people's places are told roughly."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.export.conftest import Written

from marsad import Reader
from marsad.export.flat import TABLES
from marsad.export.formats import FORMATS
from marsad.export.redaction import HIDDEN, INHABITED, Redaction
from marsad.model import Record
from marsad.model.serialise import to_plain

# Everybody in the sample articles who has no public role (the text gives none), by the names that they bear there.
PRIVATE = ["عامر الخطيب", "الخطيب", "صالح القحيم", "القحيم", "نادر السعدون", "السعدون", "محمد كوري", "كوري",
           "حمد الصافي", "الصافي", "فؤاد رحال", "رحال", "مهند الطيب", "باي أغ عمر"]  # fmt: skip
LATIN = ["khatib", "quhaim", "saadoun", "safi", "fouad", "rahal", "mohannad", "bay_agh", "kouri"]
PUBLIC = ["يحيى الشرفي", "خليفة حفتر"]


def content(path: Path) -> str:
    """All text in a file, of a workbook in its parts."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as book:
            return "\n".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".xml"))
    return path.read_bytes().decode("utf-8", errors="replace")


def plain(text: str) -> str:
    """Without harakat, so that a vowelled name is found too."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if not unicodedata.combining(c))


def holds(text: str, name: str) -> bool:
    return re.search(rf"(?<![ء-ي]){name}(?![ء-ي])|(?<![ء-ي])[وفبلك]{name}(?![ء-ي])", plain(text)) is not None


def every_export(written: Written, records: list[Record]) -> list[tuple[str, Path]]:
    tables = [(name, table) for name in FORMATS for table in (TABLES if name in ("csv", "parquet") else ("events",))]
    found = []
    for name, table in tables:
        path = written(name, records, table=table)
        found.append((f"{name} {table}", path.rename(path.with_name(f"{table}.{name}"))))
    return found


def test_the_samples_hold_the_names_that_are_searched_for(written: Written, full: list[Record]) -> None:
    text = content(written("jsonl", full))
    assert [name for name in (*PRIVATE, *PUBLIC) if not holds(text, name)] == []


def test_no_safe_export_holds_a_private_name(written: Written, safe: list[Record]) -> None:
    leaks = []
    for name, path in every_export(written, safe):
        text = content(path)
        if name.startswith("parquet"):
            import pandas

            text = pandas.read_parquet(path).to_csv()
        leaks += [(name, private) for private in PRIVATE if holds(text, private)]
        leaks += [(name, latin) for latin in LATIN if latin in text.casefold()]
    assert leaks == []


def test_public_persons_stay(written: Written, safe: list[Record]) -> None:
    text = content(written("jsonl", safe))
    assert [name for name in PUBLIC if not holds(text, name)] == []


def test_what_was_verbatim_stays_verbatim(safe: list[Record], full: list[Record]) -> None:
    """Offsets of a safe record point into its own text, wherever those of the full record did."""
    for one, other in zip(full, safe, strict=True):
        for layer in ("places", "times", "actors", "quantities", "events", "reasons", "outlooks", "statements"):
            for old, new in zip(getattr(one, layer), getattr(other, layer), strict=True):
                field = {"events": "trigger", "statements": "cue"}.get(layer, "text")
                if getattr(old, field) == one.text[old.start : old.end]:
                    assert getattr(new, field) == other.text[new.start : new.end]


@pytest.mark.parametrize(
    "text",
    [
        "قال الشاهد سامر القاضي إن القصف بدأ فجراً. وأضاف القاضي أن بيته تهدم، وبكى سامر.",
        "قُتلت المواطنة هدى الأحمد في بلدة بنش. وشيّع الأهالي هدى الأحمد أمس.",
        "شكر الأهالي لسامر القاضي وقوفه معهم، وودّعوا سامر القاضي.",
    ],
)
def test_names_are_hidden_also_alone_and_with_a_letter_before(text: str, reader: Reader, redaction: Redaction) -> None:
    told = redaction.safe(reader.read(text, title=text)).text
    assert not re.search("سامر|القاضي|هدى|الأحمد", told)
    assert HIDDEN in told


def test_names_leave_titles_ids_paths_and_addresses(reader: Reader, redaction: Redaction) -> None:
    record = reader.read("قال الشاهد سامر القاضي إن القصف بدأ فجراً.", id="سامر القاضي", title="شهادة سامر القاضي")
    address = "https://example.org/%D8%B3%D8%A7%D9%85%D8%B1-%D8%A7%D9%84%D9%82%D8%A7%D8%B6%D9%8A"
    named = replace(record, source=replace(record.source, path="/home/analyst/سامر القاضي.txt", url=address))
    told = redaction.safe(named)
    assert "سامر" not in str(to_plain(told))
    assert "analyst" not in str(to_plain(told))
    assert told.source.url == "https://example.org/"
    assert told.id.startswith("sha256-")


def test_points_where_people_live_are_rough_and_others_stay(safe: list[Record], full: list[Record]) -> None:
    kinds = set()
    for one, other in zip(full, safe, strict=True):
        for old, new in zip(one.places, other.places, strict=True):
            if old.lat is None or old.lon is None:
                continue
            kinds.add(old.kind)
            if old.kind in INHABITED:
                assert (new.lat, new.lon) == (round(old.lat, 1), round(old.lon, 1))
                assert (new.gazetteer_id, new.alternatives) == (None, ())
                assert (new.uncertainty_km or 0) >= 8
            else:
                assert (new.lat, new.lon, new.gazetteer_id) == (old.lat, old.lon, old.gazetteer_id)
    assert kinds & INHABITED
    assert kinds - INHABITED


def test_a_record_without_private_names_keeps_its_words(reader: Reader, redaction: Redaction) -> None:
    record = reader.read(
        "قصف الجيش السوري بلدة بنش يوم الثلاثاء، ما أدى إلى مقتل ثلاثة مدنيين.", published="2020-01-15"
    )
    assert redaction.safe(record).text == record.text
