"""Spellings of a name that no table needs to list."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from marsad.gazetteer.tables import GazetteerRow
from marsad.text.fold import fold_word

# First words that news also writes in one with the second: ديرالزور، ابوكمال، عبدالله.
_JOINED = frozenset({"دير", "ابو", "ابي", "ام", "عبد", "خان", "كفر", "تل", "بئر", "بير", "راس", "عين", "بور", "ال"})


def spellings(row: GazetteerRow) -> Iterator[tuple[str, str]]:
    """Folded forms of all names of a place, each with the name as the table writes it."""
    for name in row.names:
        for form in _forms(name):
            yield form, name


def _forms(name: str) -> Iterator[str]:
    form = fold_word(name).replace("-", " ")
    if len(form.replace("ال", "", 1)) < 2:
        return
    yield form
    words = form.split(" ")
    for i, word in enumerate(words[:-1]):
        if word in _JOINED and len(words[i + 1]) > 2:
            yield " ".join([*words[:i], word + words[i + 1], *words[i + 2 :]])
    if words[0] == "ابو" and len(words) > 1:
        yield " ".join(["بو" + words[1], *words[2:]])
    if "-" in name:
        yield fold_word(name)


def full_spellings(written: Iterable[str], usual: Container[str]) -> list[str]:
    """The spellings of one form without aliases that only leave the dots off (حديثه beside حديثة)."""
    names = list(written)
    return [n for n in names if n in usual or not (n.endswith("ه") and n[:-1] + "ة" in names)]
