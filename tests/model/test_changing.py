"""A changed copy is what dataclasses.replace would have made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from marsad.model import Count, Event
from marsad.model.changing import changed

_EVENT = Event("e1", 3, 9, "trigger", "clash", "rule", killed=Count(1, 2), evidence=(0,))


def test_as_replace() -> None:
    copy = changed(_EVENT, id="e2", killed=None)
    assert copy == replace(_EVENT, id="e2", killed=None)
    assert _EVENT.id == "e1"


def test_a_field_that_is_none() -> None:
    with pytest.raises(TypeError, match="nothing"):
        changed(_EVENT, nothing=1)
