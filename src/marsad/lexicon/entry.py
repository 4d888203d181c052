"""A lexicon entry and the ways in which it may be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from marsad.text import affixes
from marsad.text.affixes import Prefix
from marsad.text.fold import fold_word
from marsad.text.inflect import noun_forms, verb_forms

NAME, NOUN, VERB, PARTICLE = "name", "noun", "verb", "particle"
PARTS = (NAME, NOUN, VERB, PARTICLE)


class Entry(NamedTuple):
    """A word or phrase (`form`, folded) of a lexicon class, with whatever the class keeps for it."""

    form: str
    cls: str
    part: str
    value: Any = None


class Variant(NamedTuple):
    """One written form of an entry, with what may be written in one with it."""

    pattern: str
    entry: Entry
    prefixes: Mapping[str, Prefix]
    suffixes: frozenset[str]


PREFIXES: Mapping[str, Mapping[str, Prefix]] = {
    NAME: affixes.NAME_PREFIXES,
    NOUN: affixes.NOUN_PREFIXES,
    VERB: affixes.VERB_PREFIXES,
    PARTICLE: affixes.PARTICLE_PREFIXES,
}
SUFFIXES: Mapping[str, frozenset[str]] = {
    NAME: affixes.NO_SUFFIX,
    NOUN: affixes.NOUN_SUFFIXES,
    VERB: affixes.VERB_SUFFIXES,
    PARTICLE: affixes.NO_SUFFIX,
}


def variants(entry: Entry) -> Iterator[Variant]:
    """The written forms of an entry whose `form` is one surface form already."""
    form, part = entry.form, entry.part
    prefixes = PREFIXES[part]
    suffixes = affixes.noun_suffixes(form) if part == NOUN else SUFFIXES[part]
    yield Variant(form, entry, prefixes, suffixes)
    if part in (NAME, NOUN) and form.startswith("ال") and len(form) > 4:
        yield Variant(form[2:], entry, affixes.SWALLOWED_PREFIXES, suffixes)
    if part == NOUN and form.endswith("ه") and len(form) > 2:
        yield Variant(form[:-1] + "ت", entry, prefixes, affixes.PRONOUN_SUFFIXES)
    if part == VERB and form.endswith("وا"):
        yield Variant(form[:-1], entry, prefixes, affixes.PRONOUN_SUFFIXES)


def expand(spec: str, cls: str, part: str, value: Any = None) -> Iterator[Entry]:
    """Entries of a lexicon cell: forms parted by |, a verb as perfect/imperfect, noun+ for its dual and plural.

    Words behind a verb stay as they are: شن/يشن هجوما is شن هجوما, تشن هجوما and so on."""
    for cell in spec.split("|"):
        form = fold_word(cell)
        if not form:
            continue
        if part == VERB and "/" in form:
            verb, blank, rest = form.partition(" ")
            forms = [f + blank + rest for f in verb_forms(verb)]
        elif part == NOUN and form.endswith("+"):
            forms = noun_forms(form[:-1])
        else:
            forms = [form]
        for f in forms:
            yield Entry(f, cls, part, value)
