"""Links kept in a case: fresh until it changes, told by document."""

from __future__ import annotations

import shutil
from pathlib import Path

import marsad
from marsad.analyse.linking.excerpt import Excerpt, excerpt_of
from marsad.analyse.links import are_fresh, groups_by_item, groups_of, relink
from marsad.case import Case
from marsad.case.corrections import effective_excerpts


def test_links_are_fresh_until_somebody_decides(case_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.marsad"
    shutil.copy(case_file, path)
    with marsad.open_case(path, write=True) as case:
        assert are_fresh(case)
        rejected = case.events()[0]
        case.reject(rejected.reference, "layla")
        assert not are_fresh(case)
        relink(case)
        assert are_fresh(case)
        assert rejected.item not in groups_by_item(case)


def test_groups_by_document(case: Case) -> None:
    told = {row["id"]: row for row in groups_of(case)}
    assert list(told) == [document.id for document in case.documents(aside=False)]
    assert told["n1"]["main"] == told["n2"]["main"] == told["n3"]["main"] is not None
    assert told["n1"]["main"] in told["n9"]["mentions"]
    assert told["n10"] == {"id": "n10", "main": None, "mentions": []}


def test_every_event_has_a_link(case: Case) -> None:
    assert groups_by_item(case).keys() == {answer.item for answer in case.events()}


def test_excerpts_hold_what_people_decided(case_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.marsad"
    shutil.copy(case_file, path)
    with marsad.open_case(path, write=True) as case:
        first, second = case.events()[:2]
        case.reject(first.reference, "layla")
        case.correct(second.reference, "layla", "type", "protest")
        excerpts = dict(effective_excerpts(case.database, Excerpt))
        ids = [document.id for document in case.documents(aside=False)]
        assert excerpts == {id: excerpt_of(case.effective_record(id)) for id in ids}
        assert first.id not in [event.id for event in excerpts[first.document.id].events]
        assert "protest" in [event.type for event in excerpts[second.document.id].events]
