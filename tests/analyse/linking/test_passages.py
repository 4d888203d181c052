"""What a passage holds, and what it leaves out."""

from __future__ import annotations

from marsad import Reader
from marsad.analyse.linking.passages import Passages
from marsad.text.clitics import Segmenter


def test_places_stand_under_their_identity(reader: Reader) -> None:
    passages = Passages(Segmenter())
    one, other = (reader.read(f"انفجرت قنبلة في {name}.") for name in ("بعقوبة", "بعقوبه"))
    assert passages.of(one, 0, len(one.text)) == passages.of(other, 0, len(other.text))


def test_words_of_web_addresses_are_none(reader: Reader) -> None:
    record = reader.read("انفجرت قنبلة في بعقوبة تابعونا https://news.example/channel/abc و www.example.org اليوم")
    terms = Passages(Segmenter()).of(record, 0, len(record.text))
    assert not any(term.isascii() for term in terms)
    assert "قنبله" in terms or "قنبل" in terms
