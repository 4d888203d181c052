"""What a case gives back: documents, records, items by filters, words."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import marsad
from marsad.case import Case, Selection
from marsad.errors import UnknownItemError

Records = list[tuple[marsad.Record, bytes]]


def test_a_record_comes_back_as_it_was_stored(case: Case, records: Records) -> None:
    for record, original in records:
        assert case.record(record.id) == record
        assert case.original(record.id) == original
        assert case.document(record.id).sha256 == hashlib.sha256(original).hexdigest()


def test_storing_again_changes_nothing(case: Case, records: Records) -> None:
    before = case.query("SELECT * FROM item ORDER BY item"), case.documents()
    for record, original in records:
        case.store(record, original)
    assert (case.query("SELECT * FROM item ORDER BY item"), case.documents()) == before


@pytest.mark.parametrize("layer", ["events", "reasons", "statements", "relations", "outlooks"])
def test_every_item_is_an_answer_with_the_sentence_that_holds_it(case: Case, records: Records, layer: str) -> None:
    told = {(record.id, item.id): item for record, _ in records for item in getattr(record, layer)}
    answers = getattr(case, layer)()
    assert {(a.document.id, a.value.id): a.value for a in answers} == told
    for answer in answers:
        text = case.record(answer.document.id).text
        assert text[answer.value.start : answer.value.end].split("\n")[0] in answer.words or layer == "relations"


@pytest.mark.parametrize(
    ("selection", "documents"),
    [
        (Selection(place="مأرب"), {"wire-marib"}),
        (Selection(place="Ma'rib"), {"wire-marib"}),
        (Selection(place="marib"), {"wire-marib"}),
        (Selection(place="YE"), {"wire-marib"}),
        (Selection(actor="houthis"), {"wire-marib"}),
        (Selection(actor="الحوثيين"), {"wire-marib"}),
        (Selection(actor="houthis", roles=("target",)), {"wire-marib"}),
        (Selection(actor="houthis", types=("withdrawal",)), set()),
        (Selection(since="2020-10-12", until="2020-10-12"), {"wire-marib"}),
        (Selection(until="1999-12-31"), set()),
        (Selection(outlets=("مركز نهرين للبحوث",)), {"analysis-hamrin"}),
        (Selection(states=("rejected",)), set()),
    ],
)
def test_filters_hold_what_they_say(case: Case, selection: Selection, documents: set[str]) -> None:
    assert {answer.document.id for answer in case.events(selection)} == documents


def test_reasons_are_found_by_the_places_that_they_are_about(case: Case) -> None:
    assert {a.document.id for a in case.reasons(Selection(place="جبال حمرين"))} == {"analysis-hamrin"}


@pytest.mark.parametrize("query", ["قصف", "القصف", "وبالقصف", "قَصْف"])
def test_words_are_found_whatever_they_carry(case: Case, query: str) -> None:
    assert {"wire-binnish-a", "wire-marib"} <= {hit.document.id for hit in case.search(query)}


def test_a_name_is_found_behind_a_preposition_that_no_dictionary_splits(reader: marsad.Reader, case: Case) -> None:
    case.store(reader.read("وصلت تعزيزات لكركوك فجر الأحد.", id="k"), b"k")
    (hit,) = case.search("كركوك")
    assert [p.text[s.start : s.end] for p in hit.passages for s in p.spans] == ["لكركوك"]


def test_exact_search_wants_the_words_as_they_are_written(case: Case) -> None:
    assert case.search("القصف", exact=True)
    assert not case.search("وبالقصف", exact=True)


@pytest.mark.parametrize("query", ["", '"', "()", "AND", 'a" OR "b', "*", "قصف)"])
def test_no_question_breaks_the_search(case: Case, query: str) -> None:
    assert isinstance(case.search(query), list)


@pytest.mark.parametrize("name", ["no-such", 999, "0"])
def test_an_unknown_document_is_told(case: Case, name: str | int) -> None:
    with pytest.raises(UnknownItemError, match=str(name)):
        case.document(name)


@pytest.mark.parametrize("name", ["Kobani", "kobani (ayn al-arab)", "Ayn al-Arab", "كوباني"])
def test_a_place_goes_by_each_half_of_its_name(tmp_path: Path, reader: marsad.Reader, name: str) -> None:
    with marsad.open_case(tmp_path / "names.marsad", write=True) as case:
        text = "قصفت طائرات حربية أطراف مدينة كوباني مساء أمس وقتلت ثلاثة مدنيين."
        case.store(reader.read(text, id="a", published="2021-03-05"), text.encode())
        assert len(case.events(Selection(place=name))) == 1
        assert not case.events(Selection(place="Koban"))
