"""Marks that begin an item of an explicit list: "1-", "أ)", "•", "ثانياً:", "السبب الأول", "وثانيها", "من جهة أخرى"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from marsad.text.view import Text, Token

_ORDINALS = (
    ("اول", "اولي"), ("ثاني", "ثانيه", "ثان"), ("ثالث", "ثالثه"), ("رابع", "رابعه"), ("خامس", "خامسه"),
    ("سادس", "سادسه"), ("سابع", "سابعه"), ("ثامن", "ثامنه"), ("تاسع", "تاسعه"), ("عاشر", "عاشره"),
)  # fmt: skip
_RANK = {word: n for n, words in enumerate(_ORDINALS, 1) for word in words}
_DEFINITE = {"ال" + word: n for word, n in _RANK.items()}
_ADVERBS = {words[0] + "ا": n for n, words in enumerate(_ORDINALS, 1)}
_OF_THEM = {word + tail: n for word, n in _RANK.items() for tail in ("ها", "هما", "هم", "هن")}
_LAST = {"اخيرا", "الاخير", "الاخيره", "اخرها", "اخرهما", "الاخر"}
_LAST_BEHIND = ("الاخير", "الاخيره")
_SIDES = {"جهه", "ناحيه", "جانب"}
_OTHER_SIDE = {"اخري", "اخر"}
# The two orders in which letters count: أبجد and أبتث.
ABJAD = {letter: n for n, letter in enumerate("ابجدهوزحطي", 1)}
HIJAI = {letter: n for n, letter in enumerate("ابتثجحخدذر", 1)}
BULLETS = frozenset("•▪●◦·■□♦◆➢➤✓✔►▶○*-")
_CLOSERS = frozenset("-.):/")
_BREAKS = frozenset(".،,:؛;؟!-(")
# Behind these a number or letter with its sign may begin an item inside a sentence: "هي: (1) …، (2) …".
_PARTS = frozenset(":؛،,")
MOST = 30
LAST = 0
"""The order of "وأخيراً": one more than that of the item before."""


# The words that alone can begin a mark inside a sentence; all others begin one only behind a sign.
_OPENERS = frozenset(joined + form for form in (*_DEFINITE, *_ADVERBS, *_OF_THEM, *_LAST) for joined in ("", "و", "ف"))
_OF_A_SIDE = frozenset(joined + "من" for joined in ("", "و", "ف"))
_ORDINAL_BEHIND = frozenset({*_DEFINITE, *_LAST_BEHIND})


class Marker(NamedTuple):
    """A mark at token `first`; the item's own words begin at `content`.

    `orders` are the numbers that it can mean (a letter can have two); none is () for a bare bullet. `noun` is the
    noun that an ordinal counts (سبب in السبب الأول), else empty."""

    dress: str
    orders: tuple[int, ...]
    first: int
    content: int
    noun: str = ""


def markers(text: Text) -> Iterator[Marker]:
    """All marks of a text that could begin an item, in order. Linear in its length."""
    tokens = text.tokens
    firsts = {first for first, past in text.sentence_tokens if past > first}
    writing = firsts.union([n + 1 for n in _tokens(text, _PARTS)])
    wording, past = _wording(text, firsts), 0
    for i in sorted(writing | wording):
        if not past <= i < len(tokens):
            continue
        found = _written(text, i) if i in writing else None
        if found is None and i in wording:
            found = _worded(tokens, i, i in firsts)
        if found is not None and found[2] < len(tokens):
            dress, orders, content, noun = found
            yield Marker(dress, orders, i, content, noun)
            past = content


def _wording(text: Text, firsts: set[int]) -> set[int]:
    """The tokens at which a number in words can begin a mark."""
    opening = set(_tokens(text, _OPENERS))
    # A noun, up to two words on, with an ordinal behind it; or a side.
    nouns = {n - back for n in _tokens(text, _ORDINAL_BEHIND) for back in (1, 2, 3)}
    sides = {n - 1 for n in _tokens(text, _SIDES)}
    if nouns or sides:
        heads = firsts.union([n + 1 for n in _tokens(text, _BREAKS)])
        opening |= (nouns & heads) | sides & heads.union(_tokens(text, _OF_A_SIDE))
    return opening


def _tokens(text: Text, forms: Set[str]) -> list[int]:
    """The tokens of some forms."""
    return [n for form in forms & text.forms.keys() for n in text.forms[form]]


def begins_line(text: Text, n: int) -> bool:
    """Whether a token stands first in its line."""
    k = text.tokens[n].fstart - 1
    folded = text.folded.text
    while k >= 0 and folded[k] == " ":
        k -= 1
    return k < 0 or folded[k] == "\n"


_Found = tuple[str, tuple[int, ...], int, str]


def _written(text: Text, i: int) -> _Found | None:
    """A number, a letter or a bullet at the start of a sentence, or of a part of it."""
    tokens = text.tokens
    form = tokens[i].form
    if len(form) > 1 and not form[0].isdigit():
        return None
    opened = form == "("
    k = i + 1 if opened else i
    if k + 1 >= len(tokens):
        return None
    form = tokens[k].form
    closed = tokens[k + 1].form == ")" if opened else tokens[k + 1].form in _CLOSERS
    if closed and not opened and tokens[k + 1].fstart > tokens[k].fend + 1:
        closed = False
    content = k + 2
    while content < len(tokens) and tokens[content].form in _CLOSERS:
        content += 1
    if form.isdigit() and closed and 0 < int(form) <= MOST:
        return "number", (int(form),), content, ""
    if len(form) == 1 and closed and (form in ABJAD or form in HIJAI):
        return "letter", tuple({ABJAD.get(form, -1), HIJAI.get(form, -1)} - {-1}), content, ""
    if not opened and form in BULLETS and tokens[k + 1].word and begins_line(text, i):
        return "bullet", (), k + 1, ""
    return None


def _bare(form: str, table: dict[str, int]) -> int | None:
    """The rank of a word of a table, also behind و or ف."""
    return table.get(form) or (table.get(form[1:]) if form[0] in "وف" else None)


def _worded(tokens: tuple[Token, ...], i: int, start: bool) -> _Found | None:
    """An item's number in words, at the start of a sentence or behind a sign."""
    form = tokens[i].form
    opens = start or tokens[i - 1].form in _BREAKS
    joined = form[0] in "وف"
    if (n := _bare(form, _OF_THEM)) is not None:
        return "of_them", (n,), _past(tokens, i + 1), ""
    if not opens and (n := _ADVERBS.get(form)) and tokens[i - 1].form.endswith("ا") and i + 2 < len(tokens):
        # "هدفاً خامساً هو": a further item, told in passing
        return ("more", (n,), _past(tokens, i + 1), "") if tokens[i + 1].form in ("هو", "هي", ":") else None
    if opens or joined:
        if (n := _bare(form, _ADVERBS)) is not None:
            return "adverb", (n,), _past(tokens, i + 1), ""
        if form.lstrip("وف") in _LAST and i + 1 < len(tokens):
            return "last", (LAST,), _past(tokens, i + 1), ""
        if (n := _bare(form, _DEFINITE)) is not None:
            return "ordinal", (n,), _past(tokens, i + 1), ""
    if opens and (found := _noun_and_ordinal(tokens, i)) is not None:
        return found
    return _side(tokens, i, opens)


def _noun_and_ordinal(tokens: tuple[Token, ...], i: int) -> _Found | None:
    """ "السبب الأول", "أما العامل الثاني", "ويتمثل العامل الثالث": a definite noun and its ordinal near the start."""
    for k in range(i, min(i + 3, len(tokens) - 1)):
        if not tokens[k].word or not tokens[k].form.lstrip("وف").startswith("ال"):
            continue
        n = _DEFINITE.get(tokens[k + 1].form)
        noun = tokens[k].form.lstrip("وف")[2:]
        if n is None and tokens[k + 1].form in _LAST_BEHIND:
            return "ordinal", (LAST,), _past(tokens, k + 2), noun
        if n is not None:
            past = k + 2
            if past < len(tokens) and tokens[past].form in ("والاخير", "والاخيره"):
                past += 1
            return "ordinal", (n,), _past(tokens, past), noun
        return None
    return None


def _side(tokens: tuple[Token, ...], i: int, opens: bool) -> _Found | None:
    """ "من جهة أولى", "ومن ناحية أخرى", "من جهة"."""
    if tokens[i].form.lstrip("وف") != "من" or i + 2 >= len(tokens):
        return None
    noun = tokens[i + 1].form
    if noun not in _SIDES:
        return None
    following = tokens[i + 2].form
    if following in _RANK:
        return "side", (_RANK[following],), _past(tokens, i + 3), ""
    if following in _OTHER_SIDE:
        return "side", (LAST,), _past(tokens, i + 3), ""
    return ("side", (1,), _past(tokens, i + 2), "") if opens and following in "،,:" else None


def _past(tokens: tuple[Token, ...], k: int) -> int:
    while k < len(tokens) and tokens[k].form in (":", "،", ",", "-", "."):
        k += 1
    return k
