"""What actors are called: by neutral names, in the page's language."""

from __future__ import annotations

import pytest

from marsad.codebook import codebook
from marsad.report.labels import REPORT, Labels
from marsad.serve.known import actor_name, known_actors
from marsad.serve.rendering import WORKBENCH
from marsad.tables.actors import split


@pytest.mark.parametrize(
    ("key", "lang", "name"),
    [
        ("iran", "ar", "الحكومة الإيرانية"),
        ("iran", "en", "Iran"),
        ("egyptian_government", "ar", "حكومة مصر"),
        ("palestinian_authority", "ar", "السلطة الفلسطينية"),
        ("hezbollah", "ar", "حزب الله"),
        ("nobody_knows_it", "ar", "كتيبة السنديان"),
    ],
)
def test_an_actor_has_its_usual_name(key: str, lang: str, name: str) -> None:
    labels = Labels(lang, codebook(), (REPORT, WORKBENCH))
    assert actor_name(known_actors(None), key, "كتيبة السنديان", labels) == name


def test_no_government_is_called_as_its_opponents_call_it() -> None:
    labels, known = Labels("ar", codebook(), (REPORT, WORKBENCH)), known_actors(None)
    called = {
        key: actor_name(known, key, "", labels) for key, row in known.items() if row.row.cells["type"] == "government"
    }
    assert [key for key, name in called.items() if name in split(known[key].row.cells["pejorative"])] == []
