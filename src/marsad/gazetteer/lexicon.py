"""The gazetteer of a set of resources, and its names for the one automaton."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.gazetteer.gazetteer import Gazetteer
from marsad.lexicon.entry import NAME, Entry
from marsad.resources import Resources

TOPONYM = "toponym"


def gazetteer(resources: Resources) -> Gazetteer:
    """The gazetteer, the user's file before marsad's own."""
    return Gazetteer.open(resources.files("gazetteer/gazetteer.sqlite")[-1])


def entries(resources: Resources) -> Iterator[Entry]:
    """An entry of class toponym for each name; its value is the Name."""
    for name in resources.of(gazetteer).names():
        yield Entry(name.form, TOPONYM, NAME, name)
