"""The codebook as a table: complete, in both languages, and in other codebooks' names."""

from __future__ import annotations

import pytest

from marsad.codebook import CODEBOOK, SECTIONS, codebook, read_codebook
from marsad.errors import ResourceError


@pytest.mark.parametrize(
    ("section", "count"),
    [
        ("event_types", 34),
        ("statuses", 6),
        ("actor_types", 9),
        ("place_kinds", 10),
        ("reason_categories", 21),
        ("statement_kinds", 5),
    ],
)
def test_the_contract_names_no_more_and_no_fewer(section, count):
    assert len(codebook().sections[section]) == count


def test_labels_are_told_apart():
    for section in SECTIONS:
        entries = codebook().sections[section].values()
        assert len({e.en for e in entries}) == len(entries)
        assert len({e.ar for e in entries}) == len(entries)


@pytest.mark.parametrize(
    ("event_type", "conditions", "wanted"),
    [
        ("armed_attack", ["civilians"], "Attack"),
        ("armed_attack", [], "Armed clash"),
        ("territory_gain", ["state"], "Government regains territory"),
        ("territory_gain", [], "Non-state actor overtakes territory"),
        ("protest", ["force"], "Excessive force against protesters"),
        ("abuse", ["sexual"], "Sexual violence"),
    ],
)
def test_acled(event_type, conditions, wanted):
    coded = codebook().acled(event_type, conditions)
    assert coded is not None
    assert coded.sub_event_type == wanted


def test_types_outside_other_codebooks_have_no_name_in_them():
    assert codebook().acled("casualties", []) is None
    assert codebook().plover("vote") is None


def test_a_codebook_with_a_hole_is_refused(tmp_path):
    path = tmp_path / "codebook.yml"
    path.write_text(CODEBOOK.read_text(encoding="utf-8").replace("ar: اشتباك\n", "ar: ''\n"), encoding="utf-8")
    with pytest.raises(ResourceError, match="clash"):
        read_codebook(path)
