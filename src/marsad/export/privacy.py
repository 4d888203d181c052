"""Whose names an export must not tell: persons whom a text gives no public role, victims and witnesses among them.

Reading is careful about who is a person; hiding has to be generous. Besides the persons of the record every run of
words that can be a personal name counts, unless it belongs to a place or a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from marsad.actors.dictionary import Dictionary
from marsad.actors.personal import KUNYA, PARTICLES, PersonalNames
from marsad.model import Record
from marsad.resources import Resources
from marsad.text.fold import fold_word
from marsad.text.view import Text, Token, read_text

Name = tuple[str, ...]
"""The folded words of a name."""

_BEFORE = "وفبلك"
_SHORTEST = 3


class Hidden(NamedTuple):
    """What to hide of a record: whole names, the longest first, and words that tell somebody also alone."""

    names: tuple[Name, ...]
    words: frozenset[str]


class PrivateNames:
    """Tells private names. Made once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._names = resources.of(PersonalNames)
        self._known = resources.of(Dictionary)
        self._public = {tuple(fold_word(row["word"]).split()) for row in resources.rows("vocab/export/public.tsv")}

    def of(self, record: Record) -> Hidden:
        """The private names of a record."""
        text = read_text(record.text)
        public, private, taken = set[Name](), set[Name](), set[int]()
        people = [a for a in record.actors if a.type == "person"]
        open_keys = {a.key for a in people if self._is_public(a.key, a.role) or self._is_public(None, a.text)}
        for actor in people:
            name = _forms(actor.text)
            if actor.key in open_keys:
                public.add(name)
                continue
            private.add(name)
            if len(name) == 1:
                private.add(name + self._surname(text, actor.end))
        for place in record.places:
            taken.update(range(place.start, place.end))
        for actor in record.actors:
            # A known surname may be the given name of somebody else.
            if actor.type != "person" or (actor.key in open_keys and " " in actor.text):
                taken.update(range(actor.start, actor.end))
        private |= set(self._runs(text, taken))
        shown = {word for name in public for word in name}
        names = {name for name in private if not set(name) <= shown}
        return Hidden(tuple(sorted(names, key=lambda name: (-len(name), name))), self._telling(names) - shown)

    def _telling(self, names: set[Name]) -> frozenset[str]:
        """The words of names that tell a person also alone."""
        return frozenset(
            word for name in names for word in name
            if len(word) >= _SHORTEST and word not in PARTICLES and word not in KUNYA and not self._names.is_never(word)
        )  # fmt: skip

    def _is_public(self, key: str | None, role: str | None) -> bool:
        if self._known.get(key) is not None:
            return True
        words = _forms(role or "")
        return any(words[n : n + len(p)] == p for p in self._public for n in range(len(words)))

    def _runs(self, text: Text, taken: set[int]) -> Iterator[Name]:
        """Runs of two or more words that can be a personal name."""
        tokens = text.tokens
        n = 0
        while n < len(tokens):
            run = self._run(text, n, taken)
            if len(run) >= 2 or (run and self._names.opens(run[0]) and not self._names.is_word(run[0])):
                yield run
            n += max(1, len(run))

    def _run(self, text: Text, first: int, taken: set[int]) -> Name:
        tokens, names = text.tokens, self._names
        found: list[str] = []
        for n in range(first, min(first + 6, len(tokens))):
            token = tokens[n]
            if not token.word or token.start in taken or (found and not _beside(text, tokens[n - 1], token)):
                break
            form = token.form
            if not found and form[0] in _BEFORE and not names.is_word(form) and names.opens(form[1:]):
                form = form[1:]
            # على is no علي.
            if names.is_never(form) or text.raw[token.start : token.end].endswith("لى"):
                break
            if found and not self._goes_on(form):
                break
            if not found and not self._begins(form) and not (names.is_unit(form) and self._named_behind(text, n)):
                break
            found.append(form)
        return tuple(found)

    def _surname(self, text: Text, end: int) -> Name:
        """A word behind a given name that has the ending of a surname (كوري), which reading left open."""
        token = next((t for t in text.tokens if t.start >= end), None)
        if token is None or not token.word or text.raw[end : token.start].strip():
            return ()
        fits = token.form.endswith("ي") and len(token.form) > _SHORTEST and not self._names.is_never(token.form)
        return (token.form,) if fits else ()

    def _begins(self, form: str) -> bool:
        return self._names.opens(form) or form in KUNYA

    def _named_behind(self, text: Text, n: int) -> bool:
        """Whether the word behind a name that is an ordinary word too (صالح، نادر) can be a name and little else."""
        if n + 1 == len(text.tokens) or not _beside(text, text.tokens[n], text.tokens[n + 1]):
            return False
        names, form = self._names, text.tokens[n + 1].form
        if names.is_never(form):
            return False
        if names.opens(form) or form in KUNYA or names.is_surname(form) or form == "علي":
            return True
        bare = form.removeprefix("ال")
        return bare != form and (names.opens(bare) or (not names.is_word(form) and self._goes_on(form)))

    def _goes_on(self, form: str) -> bool:
        names = self._names
        bare = form.removeprefix("ال")
        return (
            form in PARTICLES
            or names.is_unit(form)
            or names.is_surname(form)
            or (bare != form and (names.is_unit(bare) or names.is_unknown(form)))
        )


def _beside(text: Text, one: Token, other: Token) -> bool:
    return not text.raw[one.end : other.start].strip(" \u00a0")


def _forms(words: str) -> Name:
    return tuple(t.form for t in read_text(words).tokens if t.word)
