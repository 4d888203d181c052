"""Number words as the lexicon finds them in a text, and figures, by token."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from marsad.errors import ResourceError
from marsad.lexicon.automaton import Match, Matches
from marsad.numbers.digits import parse_digits
from marsad.text.view import Text

KINDS = frozenset(
    "unit joint ten teen tens hundred scale scales double either part parts short dozen few several vague "
    "minus point share".split()
)


# Only these take a pronoun: نصفهم, عشراتهم.
_OWNED = frozenset({"part", "short", "vague"})


class NumberWord(NamedTuple):
    """One word or figure. `skip` letters of a conjunction or preposition stand before it in its token.

    `joined` is True where the conjunction و is written in one with it, `definite` where the article is,
    `owned` where a pronoun is (نصفهم). Figures have the kind `digits`."""

    kind: str
    value: Fraction
    joined: bool
    skip: int
    definite: bool
    owned: bool


Words = dict[int, list[NumberWord]]


@cache
def parse_value(value: str) -> tuple[str, Fraction]:
    """Kind and number of a table's value cell ("tens 20"). Raises ResourceError where it is neither."""
    kind, _, number = value.partition(" ")
    if kind not in KINDS:
        raise ResourceError(f"words/numbers.tsv: {value!r} is no number word (kinds: {', '.join(sorted(KINDS))})")
    try:
        return kind, Fraction(number)
    except ValueError:
        raise ResourceError(f"words/numbers.tsv: {number!r} in {value!r} is no number") from None


def number_words(text: Text, matches: Matches) -> Words:
    """The number words and figures of a text by token; a token that can be read in two ways has both.

    Where a word can be taken with and without a suffix (مئتي), the reading without it counts."""
    best: dict[int, list[Match]] = {}
    for match in (*matches.of("number"), *matches.of("number_short")):
        if match.first != match.last or matches.is_in(match.first, "not_number"):
            continue
        here = best.setdefault(match.first, [])
        if not here or match.fend > here[0].fend:
            best[match.first] = [match]
        elif match.fend == here[0].fend and match.fstart <= here[0].fstart:
            here.append(match)
    words: Words = {}
    for at, found in best.items():
        readings = [word for word in map(_word, found) if not word.owned or word.kind in _OWNED]
        if readings:
            words[at] = readings
    figures = {n: form for form in text.signs if form[0].isdecimal() for n in text.forms[form]}
    for n in sorted(figures):
        value = parse_digits(figures[n])
        if value is not None and not _in_address(text.raw, text.tokens[n].start, text.tokens[n].end):
            exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
            words[n] = [NumberWord("digits", exact, False, 0, False, False)]
    return words


def _in_address(raw: str, start: int, end: int) -> bool:
    """Whether figures belong to a web address or a Latin name: a letter or its signs touch them."""
    before, after = raw[max(0, start - 1) : start], raw[end : end + 1]
    if before in ("/", "%", "=", "_", "#", "@") and start > 1 and not raw[start - 2].isspace():
        return before != "/" or raw[start - 2].isascii()
    return any(c.isascii() and c.isalpha() for c in before + after)


def _word(match: Match) -> NumberWord:
    kind, value = parse_value(match.entry.value)
    prefix = match.prefix
    joined = prefix.conjunction == "و"
    swallowed = prefix.article and prefix.preposition == "ل"
    skip = len(prefix.conjunction) + (0 if swallowed else len(prefix.preposition))
    owned = match.suffix not in ("", "ا")
    return NumberWord(kind, value, joined, skip, prefix.article, owned)
