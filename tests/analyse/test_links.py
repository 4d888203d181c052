"""Links kept in a case: fresh until it changes, told by document."""

from __future__ import annotations

import shutil
from pathlib import Path

import marsad
from marsad.analyse.links import are_fresh, groups_by_item, groups_of, relink
from marsad.case import Case


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
