"""Whatever stands inside somebody's speech carries him as its source, whichever layer it is of."""

from __future__ import annotations

import pytest

from marsad.model import Document
from marsad.pipeline import Pipeline, standard_steps
from marsad.resources import Resources

SPEAKER = "المرصد السوري لحقوق الإنسان"
SAID = "قصف الجيش السوري قرية في إدلب بهدف السيطرة على الطريق وقتل سبعة مدنيين، وإن إيران تدعم حزب الله"


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline(standard_steps(Resources()))


@pytest.mark.parametrize("layer", ["events", "reasons", "quantities", "relations"])
def test_inside_speech(pipeline, layer):
    analysis = pipeline(Document(id="case", text=f"قال {SPEAKER} إنه {SAID}."))
    items = getattr(analysis, layer)
    assert items
    assert {item.source for item in items} == {SPEAKER}


@pytest.mark.parametrize("layer", ["events", "reasons", "quantities", "relations"])
def test_the_author_is_no_source(pipeline, layer):
    analysis = pipeline(Document(id="case", text=f"{SAID.replace('وإن', 'و')}."))
    items = getattr(analysis, layer)
    assert items
    assert {item.source for item in items} == {None}
