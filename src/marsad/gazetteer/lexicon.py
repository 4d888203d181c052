"""The gazetteer of a set of resources, and its names for the one automaton."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.folders import DATA
from marsad.gazetteer.gazetteer import Gazetteer
from marsad.gazetteer.schema import FILE
from marsad.gazetteer.tables import read_table
from marsad.lexicon.entry import NAME, Entry
from marsad.resources import Resources

TOPONYM = "toponym"


def gazetteer(resources: Resources) -> Gazetteer:
    """marsad's gazetteer, with the tables gazetteer/places/*.tsv of the user's folder on top."""
    own = Gazetteer.open(DATA / FILE)
    if resources.user is None:
        return own
    tables = sorted(resources.user.glob("gazetteer/places/*.tsv"))
    return own.extended(row for path in tables for row in read_table(path))


def entries(resources: Resources) -> Iterator[Entry]:
    """An entry of class toponym for each name; its value is the Name."""
    for name in resources.of(gazetteer).names():
        yield Entry(name.form, TOPONYM, NAME, name)
