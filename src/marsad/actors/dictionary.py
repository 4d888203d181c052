"""The dictionary of actors (data/actors/theatres/*.tsv) and its names for the automaton.

A user's folder may hold actors/theatres/*.tsv and actors/user.tsv of its own: a row whose key is known already
replaces the row, a new one adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from marsad.lexicon.entry import NAME, Entry
from marsad.resources import Resources
from marsad.text.fold import fold_word

# Where rows of actors stand; what comes later replaces what comes before.
TABLES = ("actors/theatres/*.tsv", "actors/user.tsv")
NAME_CLASS = "actor"
ANAPHOR = "anaphor"
_MEDIA_KINDS = frozenset({"صحيفة", "قناة", "مجلة", "موقع", "جريدة", "شبكة"})


class Known(NamedTuple):
    """An actor of the dictionary. `country` is ISO 3166-1 alpha-2; `backers` are keys; years are as written."""

    key: str
    english: str
    type: str
    country: str
    parent: str
    backers: tuple[str, ...]
    since: str
    until: str
    names: tuple[str, ...]


class Name(NamedTuple):
    """One name of an actor as the automaton finds it.

    `title` counts the words at its head that are a title and no part of the name; `need` says what a name that
    is also an ordinary word needs before it counts (weak.tsv)."""

    actor: Known
    title: int
    need: str


class Dictionary:
    """All actors by key. Made once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self.by_key: dict[str, Known] = {}
        for row in (row for pattern in TABLES for row in resources.rows(pattern)):
            names = (row["arabic"], *_split(row["aliases"]))
            self.by_key[row["key"]] = Known(
                row["key"], row["english"], row["type"], row["country"], row["parent"], _split(row["backers"]),
                row["since"], row["until"], names,
            )  # fmt: skip
        self.needs = {fold_word(row["name"]): row["needs"] for row in resources.rows("actors/weak.tsv")}

    def get(self, key: str | None) -> Known | None:
        """The actor of a key, None where the dictionary has none."""
        return self.by_key.get(key or "")


def entries(resources: Resources) -> Iterator[Entry]:
    """Every spelling of every name, for the automaton."""
    dictionary = resources.of(Dictionary)
    for actor in dictionary.by_key.values():
        seen: set[str] = set()
        for written, need in _names(actor, dictionary.needs):
            title, _, name = written.rpartition(")")
            words = len(title.split()) if title else 0
            for form in spellings(fold_word(f"{title[1:]} {name}" if title else written)):
                if form not in seen:
                    seen.add(form)
                    yield Entry(form, NAME_CLASS, NAME, Name(actor, words, need))


def _names(actor: Known, needs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names of an actor with what they need; a newspaper's also without "the newspaper", where it is quoted."""
    for written in actor.names:
        yield written, needs.get(fold_word(written), "")
    if actor.type == "media":
        for written in actor.names:
            kind, _, title = written.partition(" ")
            if kind in _MEDIA_KINDS and title and title not in actor.names:
                yield title, "quoted"


def spellings(form: str) -> Iterator[str]:
    """A folded name in the ways in which the news parts its words and bends its first one.

    عبد الله is written in one or in two words, and أبو (after a preposition أبي) too."""
    yield form
    if "عبد ال" in form:
        yield form.replace("عبد ال", "عبدال")
    elif "عبدال" in form:
        yield form.replace("عبدال", "عبد ال")
    if form.startswith("ابو "):
        yield "ابي " + form[4:]
        yield "ابا " + form[4:]
        yield "ابو" + form[4:]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
