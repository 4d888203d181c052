"""Bare definite nouns and the actor of the text that they stand for (data/actors/anaphors.tsv)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from marsad.actors.dictionary import ANAPHOR
from marsad.lexicon.entry import NAME, Entry
from marsad.resources import Resources
from marsad.text.fold import fold_word


class Anaphor(NamedTuple):
    """What a bare noun can stand for; see the head of the table."""

    types: tuple[str, ...]
    labels: frozenset[str]
    fallback: tuple[tuple[str, str], ...]
    fixed: bool
    never: frozenset[str] = frozenset()


def entries(resources: Resources) -> Iterator[Entry]:
    """The bare nouns, for the automaton."""
    for row in resources.rows("actors/anaphors.tsv"):
        fallback = (part.partition("=") for part in row["fallback"].split("|") if part)
        anaphor = Anaphor(
            tuple(row["type"].split(",")),
            frozenset(fold_word(label) for label in row["labels"].split("|") if label),
            tuple((country, key) for country, _, key in fallback),
            row["fixed"] == "yes",
            frozenset(row["never"].split("|")),
        )
        for form in row["forms"].split("|"):
            yield Entry(fold_word(form), ANAPHOR, NAME, anaphor)
