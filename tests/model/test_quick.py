"""A quick constructor makes what the dataclass's own would; a changed copy is what dataclasses.replace would make."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import pytest

from marsad.model import Count, Event
from marsad.model.quick import changed, quick

_EVENT = Event("e1", 3, 9, "trigger", "clash", "rule", killed=Count(1, 2), evidence=(0,))


@dataclass(frozen=True, slots=True)
class _Own:
    one: int
    two: str = "b"
    three: tuple[int, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class _Quick:
    one: int
    two: str = "b"
    three: tuple[int, ...] = ()


@pytest.mark.parametrize("given", [{"one": 1}, {"one": 2, "two": "z"}, {"three": (1,), "one": 3}])
def test_as_the_own_constructor(given: dict[str, Any]) -> None:
    own, made = _Own(**given), _Quick(**given)
    assert type(made) is _Quick
    assert repr(made).replace("_Quick", "_Own") == repr(own)
    assert made == _Quick(**given)
    assert hash(made) == hash(own)


def test_positions_and_signature() -> None:
    assert _Quick(1, "c", (2,)) == _Quick(three=(2,), two="c", one=1)
    assert str(inspect.signature(_Quick)) == str(inspect.signature(_Own))


@pytest.mark.parametrize("given", [((), {}), ((1, "b", (), 4), {}), ((1,), {"four": 4})])
def test_arguments_that_do_not_fit(given: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    positional, named = given
    with pytest.raises(TypeError):
        _Quick(*positional, **named)


def test_it_stays_frozen() -> None:
    for made in (_Quick(1), changed(_Quick(1), one=2)):
        with pytest.raises(FrozenInstanceError):
            made.one = 5  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError):
            del made.one


def test_it_can_be_copied_and_kept() -> None:
    made = _Quick(7, "q", (1, 2))
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == replace(made) == made


def test_classes_that_it_refuses() -> None:
    with pytest.raises(TypeError, match="factory"):

        @quick
        @dataclass(frozen=True, slots=True)
        class _Factory:
            kept: list[int] = field(default_factory=list)

    with pytest.raises(TypeError, match="base"):

        @quick
        @dataclass(frozen=True, slots=True)
        class _Based(_Own):
            four: int = 4


def test_as_replace() -> None:
    made = changed(_EVENT, id="e2", killed=None)
    assert made == replace(_EVENT, id="e2", killed=None)
    assert _EVENT.id == "e1"


def test_a_field_that_is_none() -> None:
    with pytest.raises(TypeError, match="nothing"):
        changed(_EVENT, nothing=1)
