"""Frozen dataclasses made and changed in a small part of the time.

The constructor of a frozen dataclass goes a long way round for each field, since the plain one is barred: with fifteen
fields it takes eight times as long as that of an open class. Tens of thousands of items are made for each hundred
articles. Here an object is filled while it is of an open twin of its class, which has the same slots, and is shut when
it is whole: nobody ever holds an open one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import update_wrapper
from typing import Any, TypeVar

Item = TypeVar("Item")
_become: Callable[[object, type], None] = object.__dict__["__class__"].__set__


def quick(cls: type[Item]) -> type[Item]:
    """A frozen dataclass with slots whose constructor fills its fields directly.

    Raises TypeError for a class with a base, with `__post_init__` or with a default that is made by a factory."""
    own = fields(cls)  # type: ignore[arg-type]
    init = vars(cls)["__init__"]
    if cls.__bases__ != (object,) or hasattr(cls, "__post_init__"):
        raise TypeError(f"{cls.__name__} has a base or __post_init__: its own constructor must stay")
    if any(field.default_factory is not MISSING for field in own):
        raise TypeError(f"{cls.__name__} has a field with a factory: its own constructor must stay")
    names = [field.name for field in own]
    filled = _function(
        f"def made(self, {', '.join(names)}):",
        ["_become(self, _open)", *(f"self.{name} = {name}" for name in names), "_become(self, _shut)"],
        {"_become": _become, "_open": _twin(cls), "_shut": cls},
    )
    filled.__defaults__ = init.__defaults__
    cls.__init__ = update_wrapper(filled, init)  # type: ignore[method-assign]
    return cls


def changed(item: Item, **changes: Any) -> Item:
    """A copy of a frozen dataclass with slots, with other values: `dataclasses.replace`, sooner.

    Raises TypeError where the class has no such field."""
    cls = type(item)
    made: Any = (_copies.get(cls) or _copies.setdefault(cls, _copying(cls)))(item)
    try:
        for name, value in changes.items():
            setattr(made, name, value)
    except AttributeError as error:
        known = ", ".join(field.name for field in fields(item))  # type: ignore[arg-type]
        raise TypeError(f"{cls.__name__} has no field {name!r}, only {known}") from error
    _become(made, cls)
    return made  # type: ignore[no-any-return]


_copies: dict[type, Callable[[Any], Any]] = {}


def _twin(cls: type[Any]) -> type[Any]:
    """A class with the same slots that lets them be written."""
    return type(cls.__name__, (), {"__slots__": tuple(field.name for field in fields(cls))})


def _copying(cls: type[Any]) -> Callable[[Any], Any]:
    """What makes a copy of an item that is still open."""
    made: Callable[[Any], Any] = _function(
        "def made(item):",
        ["copy = _new(_open)", *(f"copy.{field.name} = item.{field.name}" for field in fields(cls)), "return copy"],
        {"_new": object.__new__, "_open": _twin(cls)},
    )
    return made


def _function(head: str, lines: list[str], known: dict[str, Any]) -> Any:
    """A function of written lines, as `dataclasses` makes its own: with the fields' names in it, not in a loop."""
    made: dict[str, Any] = {}
    exec("\n    ".join([head, *lines]), known, made)
    return made["made"]
