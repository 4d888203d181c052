"""What may stand before and after a word of the lexicons, written in one with it.

Arabic writes conjunctions (و ف), prepositions (ب ل ك), the future marker (س) and the article (ال) in one with
the next word, and pronouns with the word before. A lexicon entry says its part of speech; this table says which
of them that part takes. All strings are folded."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from marsad.folders import DATA
from marsad.text.fold import fold_word

CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = ("", "ب", "ل", "ك")
PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم", "ني")


class Prefix(NamedTuple):
    """A written prefix taken apart; `article` is True for ال, also where ل swallowed its alif (لل)."""

    conjunction: str
    preposition: str
    article: bool


def _prefixes(prepositions: tuple[str, ...], article: bool) -> dict[str, Prefix]:
    table = {}
    for c in CONJUNCTIONS:
        for p in prepositions:
            table[c + p] = Prefix(c, p, False)
            if article:
                table[c + ("لل" if p == "ل" else p + "ال")] = Prefix(c, p, True)
    return table


# Two proclitics that follow each other in news prose only as these: "وبـ", "فلـ", "كما لـ" is a word of its own.
NAME_PREFIXES = _prefixes(PREPOSITIONS, article=False)
NOUN_PREFIXES = _prefixes(PREPOSITIONS, article=True)
VERB_PREFIXES = _prefixes(("", "س", "ل"), article=False)
PARTICLE_PREFIXES = _prefixes(("",), article=False)
# The rest of a name that begins with ال, after ل has swallowed its alif: للشرطة.
SWALLOWED_PREFIXES = {c + "لل": Prefix(c, "ل", False) for c in CONJUNCTIONS}

NO_SUFFIX = frozenset({""})
TANWIN = frozenset({"", "ا"})
NOUN_SUFFIXES = frozenset({"", "ا", *PRONOUNS})
_WITHOUT_MY = NOUN_SUFFIXES - {"ي"}
VERB_SUFFIXES = frozenset({"", *PRONOUNS})
PRONOUN_SUFFIXES = frozenset(PRONOUNS)


def noun_suffixes(form: str) -> frozenset[str]:
    """What may be written in one behind a folded noun: no ي where that makes a word of its own."""
    return _WITHOUT_MY if is_whole(form + "ي") else NOUN_SUFFIXES


def is_whole(form: str) -> bool:
    """Whether a folded word in ي is one of its own, and no noun with "my" (رئيسي, قتلى)."""
    return form.removeprefix("ال") in _whole_words()


@cache
def _whole_words() -> frozenset[str]:
    lines = (DATA / "clitics" / "whole.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold_word(word) for line in lines if not line.startswith("#") for word in line.split())
