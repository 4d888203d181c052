"""Who people are that a text names by a common noun: civilians, soldiers, fighters, attackers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from marsad.export.fields import FOLDER
from marsad.resources import read_rows
from marsad.text.fold import fold_word

Class = Literal["civilian", "protester", "state", "armed", "attacker"]


def class_of(words: str) -> Class | None:
    """The class of a phrase: that of its first word that has one (ثلاثة جنود: state); None where none has."""
    held = _classes()
    return next((found for word in words.split() if (found := held.get(_bare(fold_word(word))))), None)


def _bare(word: str) -> str:
    return word.removeprefix("ال")


@cache
def _classes() -> Mapping[str, Class]:
    rows = read_rows(FOLDER / "people.tsv")
    return {_bare(fold_word(word)): cast(Class, row["class"]) for row in rows for word in row["words"].split("|")}
