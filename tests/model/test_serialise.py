"""Records to JSON and back, and the schema that they validate against."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.items import items
from tests.text.test_fold import ALPHABET

from marsad import Reader
from marsad.ingest import Ingest
from marsad.model import Document, Record
from marsad.model.serialise import from_json, json_schema, to_json, to_plain

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src" / "marsad" / "samples"
# Words that make steps find something, among letters that make offsets hard.
HARD = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "قصفت", "قوّات النظام", "«داعش»", "بَنـش", "ﺍﻟﺠﻴﺶ", "حلب\u200f", "کرکوک", "مقتل ٣ مدنيين", "أمس",
                "،", ".", "\n", "أولاً:", "1-", "بهدف قطع الطريق", "وقال ناشط إن", '"', "”", "😀", "\u202e",
                "من أجل", "في 12 آذار",
            ]
        ),
        st.text(alphabet=ALPHABET, max_size=6),
    ),
    max_size=25,
).map(" ".join)  # fmt: skip


@cache
def validator() -> Any:
    return jsonschema.Draft202012Validator(json.loads(json.dumps(json_schema())))


@cache
def one_reader() -> Reader:
    return Reader()


@cache
def samples() -> list[Record]:
    documents = [d for d in Ingest().read([str(SAMPLES)]) if isinstance(d, Document)]
    return [one_reader().read_document(d) for d in documents]


def check(record: Record) -> None:
    text = record.text
    seen = set()
    for item in items(record):
        assert 0 <= item.start < item.end <= len(text), item
        assert item.rule, item
        assert item.id not in seen, item
        seen.add(item.id)
        for name in ("text", "trigger", "cue"):
            if hasattr(item, name):
                assert getattr(item, name) == text[item.start : item.end], item
    for reference in _references(record):
        if reference.get("start") is not None and "text" in reference:
            assert reference["text"] == text[reference["start"] : reference["end"]], reference


def _references(value: Any) -> list[dict[str, Any]]:
    """Every object of a record that points into the text."""
    plain = to_plain(value) if isinstance(value, Record) else value
    if isinstance(plain, list):
        return [r for v in plain for r in _references(v)]
    if isinstance(plain, dict):
        here = [plain] if "start" in plain and "schema" not in plain else []
        return here + [r for v in plain.values() for r in _references(v)]
    return []


def test_there_are_samples_to_check() -> None:
    assert len(samples()) > 10


@pytest.mark.parametrize("record", samples(), ids=lambda r: r.id)
def test_a_sample_validates_points_into_its_text_and_comes_back(record: Record) -> None:
    line = to_json(record)
    validator().validate(json.loads(line))
    check(record)
    assert from_json(line) == record


@settings(max_examples=80, deadline=None)
@given(HARD)
def test_any_text_gives_a_record_whose_offsets_hold(raw: str) -> None:
    record = one_reader().read(raw, published="2020-01-15")
    assert record.text == raw
    validator().validate(json.loads(to_json(record)))
    check(record)


def test_the_schema_has_every_field_of_the_record_and_requires_it() -> None:
    definition = json_schema()["$defs"]["Record"]
    names = {field.name for field in fields(Record)}
    assert set(definition["properties"]) == set(definition["required"]) == names
    relation = json_schema()["$defs"]["Relation"]
    assert {"from", "to"} <= set(relation["required"])


def test_a_record_with_an_unknown_or_missing_field_does_not_validate(reader: Reader) -> None:
    plain = to_plain(reader.read("قصف الجيش بنش"))
    for wrong in ({**plain, "extra": 1}, {k: v for k, v in plain.items() if k != "events"}):
        with pytest.raises(jsonschema.ValidationError):
            validator().validate(wrong)


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        from_json('{"schema": "marsad-record/1", "id": 1, "relations": []}')


def test_the_published_schema_is_the_one_of_the_model() -> None:
    """`make schema` writes it."""
    assert json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8")) == json.loads(
        json.dumps(json_schema())
    )


@pytest.mark.parametrize("name", [field.name for field in fields(Record)])
def test_every_field_of_the_record_is_documented(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
