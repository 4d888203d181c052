"""What a passage holds, and what it leaves out."""

from __future__ import annotations

from marsad import Reader
from marsad.analyse.linking.excerpt import excerpt_of
from marsad.analyse.linking.passages import Passage, Passages
from marsad.model import Record
from marsad.text.clitics import Segmenter


def whole(record: Record) -> Passage:
    return Passages(Segmenter()).of(excerpt_of(record)).between(0, len(record.text))


def test_places_stand_under_their_identity(reader: Reader) -> None:
    one, other = (reader.read(f"انفجرت قنبلة في {name}.") for name in ("بعقوبة", "بعقوبه"))
    assert whole(one) == whole(other)


def test_words_of_web_addresses_are_none(reader: Reader) -> None:
    record = reader.read("انفجرت قنبلة في بعقوبة تابعونا https://news.example/channel/abc و www.example.org اليوم")
    terms = whole(record)
    assert not any(term.isascii() for term in terms)
    assert "قنبله" in terms or "قنبل" in terms


def test_a_window_of_sentences_holds_what_its_stretch_holds(reader: Reader) -> None:
    record = reader.read(
        "انفجرت قنبلة في بعقوبة.\n\nقتل الانفجار 7 شرطيين. وتبنى تنظيم الدولة الإسلامية الهجوم. وعاد الهدوء مساء."
    )
    excerpt = excerpt_of(record)
    terms = Passages(Segmenter()).of(excerpt)
    assert excerpt.events
    for event in excerpt.events:
        n = max(n for n, sentence in enumerate(excerpt.sentences) if sentence.start <= event.start)
        first, last = excerpt.sentences[max(n - 1, 0)], excerpt.sentences[min(n + 1, len(excerpt.sentences) - 1)]
        assert terms.around(event, 1) == terms.between(first.start, last.end)
        assert terms.around(event, 1) is terms.around(event, 1)
