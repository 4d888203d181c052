"""Whether a word that can be a place is one here: what stands before and behind it decides."""

from __future__ import annotations

from functools import lru_cache

from marsad.actors.nations import ADJECTIVE, CAPITAL, NATION
from marsad.annotate.places_spots import Spot
from marsad.gazetteer.lexicon import TOPONYM
from marsad.gazetteer.schema import Caution
from marsad.lexicon.automaton import Match, Matches
from marsad.resolve import metonymy
from marsad.text.view import Text

FRAME, AGAINST, SIDE = "place_frame", "place_against", "place_side"
NOT_HERE, STRIKES = "place_none", "place_strikes"
_LONGEST_CUE = 4
# Sentences back to the two places that a dual means.
_NEAR = 2
# Classes whose definite words may follow a place without making an ordinary noun of it (الباب السورية).
_FOLLOW = frozenset({ADJECTIVE, "compass", "compass_adjective", "place_follows", TOPONYM})


def possible(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether the spot can be a place at all: spelt like it, and no adjective, government, person or paper."""
    if not spelt(text, spot) or _named_after(text, matches, spot) or acts(text, matches, spot):
        return False
    if spot.noun is None and (matches.is_in(spot.first, NOT_HERE) or _called_on(text, spot) or _pair(text, spot)):
        return False
    return not _is_adjective(text, matches, spot) and spot.preposition != "ك"


def _called_on(text: Text, spot: Spot) -> bool:
    """Whether somebody speaks to the place, which is no scene then (يا كذا)."""
    return spot.first > 0 and text.tokens[spot.first - 1].form == "يا"


def _pair(text: Text, spot: Spot) -> bool:
    """Whether the name is the dual of a noun that names two places right before (قريتي س وص ... القريتين)."""
    token = text.tokens[spot.first]
    if spot.first != spot.last or not token.form.endswith("تين"):
        return False
    named = text.forms.get(token.form.removeprefix("ال")[:-1], ())
    return any(0 <= token.sentence - text.tokens[i].sentence <= _NEAR for i in named)


def accepted(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a possible spot is a place by itself; places_rows asks again for those beside another place."""
    assert spot.name is not None
    caution = spot.name.caution
    if spot.noun is not None or caution == Caution.NONE:
        return True
    if caution == Caution.NOUN or _defined(text, matches, spot):
        return False
    if spot.preposition == "ب" or tagged(text, spot) or headed(text, spot):
        return True
    return framed(text, matches, spot) or located(text, matches, spot)


def weak(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether only an attached preposition speaks for an ordinary definite word: "in" and "with" alike (بالدور)."""
    if spot.noun is not None or spot.name is None or spot.name.caution == Caution.NONE or spot.preposition != "ب":
        return False
    return spot.name.form.startswith("ال") and not located(text, matches, spot)


_HEADING = frozenset({":", "/", "-", "–", "—", "|"})


def headed(text: Text, spot: Spot) -> bool:
    """Whether the name heads its line or sentence like a dateline (السويداء: مقتل ثلاثة)."""
    first, past = text.sentence_tokens[text.tokens[spot.first].sentence]
    return spot.first == first and spot.last + 1 < past and text.tokens[spot.last + 1].form in _HEADING


def located(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether the next words say where it lies (الأبيض في شمال كردفان، القائم بمحافظة الأنبار)."""
    at = spot.last + 1
    past = text.sentence_tokens[text.tokens[spot.first].sentence][1]
    if at < past and text.tokens[at].form in ("في", "الواقعه", "الواقع"):
        at += 1
    if at + 1 >= past:
        return False
    if text.tokens[at].form == "علي" and text.tokens[at + 1].form in ("الحدود", "حدود"):
        return True
    if not matches.is_in(at, SIDE) and not matches.is_in(at, "place_noun"):
        return False
    for told in matches.at[at]:
        if told.entry.cls in (SIDE, "place_noun") and not told.prefix.article and not told.suffix:
            return matches.is_in(told.last + 1, TOPONYM)
    return False


def tagged(text: Text, spot: Spot) -> bool:
    """Whether the name is a hashtag of its own, or the end of one (#سيول_س)."""
    start = text.tokens[spot.first].start
    return start > 0 and text.raw[start - 1] in "#_"


def framed(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a word that leads to a place stands right before (في، قرب، أطراف، شمالي)."""
    if spot.preposition or spot.conjunction:
        return False
    return any(
        not noun.suffix and not noun.prefix.article
        for cls in (FRAME, SIDE)
        for noun in _ending_before(text, matches, spot.first, cls)
    )


def acts(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a country or capital stands here for its government and is no scene (see resolve.metonymy)."""
    if spot.noun is not None and spot.noun.entry.form not in ("دوله", "عاصمه"):
        return False
    if not (matches.is_in(spot.first, NATION) or matches.is_in(spot.first, CAPITAL)) or tagged(text, spot):
        return False
    for match in matches.at[spot.first]:
        if match.entry.cls in (NATION, CAPITAL) and match.fstart == spot.fstart and match.last == spot.last:
            return _strikes(text, matches, spot) or metonymy.read(text, matches, match) == "actor"
    return False


def _strikes(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a verb in the feminine opens the clause right before: the state is its subject (هاجمت إسرائيل …)."""
    at = spot.first - 1
    first, _ = text.sentence_tokens[text.tokens[spot.first].sentence]
    if at < first or spot.skip or not matches.is_in(at, STRIKES):
        return False
    form = text.tokens[at].form
    opens = at == first or form[0] in "وف" or not text.tokens[at - 1].word
    return opens and (form.endswith("ت") or form.lstrip("وف").startswith("ت"))


def _named_after(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether the place only names something else: a paper, a brigade, a person (صحيفة المدينة، كتائب مصراتة); behind
    an article no genitive stands (الجيش شمال سيناء)."""
    if spot.noun is not None or spot.preposition or spot.conjunction:
        return False
    nouns = _ending_before(text, matches, spot.first, AGAINST)
    return any(not noun.suffix and not noun.prefix.article for noun in nouns)


_NOT_DEFINITE = frozenset({"الي", "اليه", "اليها", "الا", "الان", "الف", "الاف"})


def _defined(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a definite adjective behind makes the word an ordinary noun (الباب الأخير)."""
    at = spot.last + 1
    if at >= len(text.tokens) or text.tokens[at].sentence != text.tokens[spot.first].sentence:
        return False
    form = text.tokens[at].form
    if not form.startswith("ال") or form in _NOT_DEFINITE:
        return False
    return not any(matches.is_in(at, cls) for cls in _FOLLOW)


def spelt(text: Text, spot: Spot) -> bool:
    """Whether the letters as read can be the name: folding makes one word of أنه and آنة, of دوما and دومًا."""
    assert spot.name is not None
    name = spot.name
    token = text.tokens[spot.first]
    if spot.skip == 1 and text.folded.text[token.fstart] in name.barred:
        return False
    if spot.preposition and spot.preposition in name.barred:
        return False
    raw = text.words(text.slice(spot.fstart, spot.fend))
    if raw[-1] in _TANWIN or raw[-2:-1] in _TANWIN:
        return False
    if name.caution == Caution.NONE and len(name.form) > 4:
        return True
    return _is_written(raw, name.written)


_TANWIN = frozenset("\u064b\u064c\u064d")
_ALIFS = frozenset("اأإآ")


# Letters that make another word. A definite word bears no pronoun: its final ه is ة as the hurried write it.
_OTHER_LETTERS = frozenset({("ه", "ة"), ("ة", "ه"), ("ئ", "ي"), ("ؤ", "و"), ("ي", "ى")})


@lru_cache(maxsize=20_000)
def _is_written(raw: str, spellings: str) -> bool:
    """Whether a word as read is one of the spellings of a name. Remembered: news repeats its names."""
    return any(_agrees(raw, written) for written in spellings.split("|"))


def _agrees(raw: str, written: str) -> bool:
    """Whether a word as read is a spelling of a name: a bare alif may stand for any, another hamza may not."""
    letters = [c for c in raw if c.isalpha() and c != "ـ"]
    model = [c for c in written if c.isalpha() and c != "ـ"]
    if len(letters) != len(model):
        return True
    for have, want in zip(letters, model, strict=True):
        if have in _ALIFS and want in _ALIFS and have not in ("ا", want):
            return False
        if (have, want) in _OTHER_LETTERS and not (have == "ه" and written.startswith("ال")):
            return False
    return True


def _is_adjective(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a country's name is the adjective of the word before it (القوات السعودية، بلدة سورية)."""
    if spot.preposition or spot.conjunction or spot.first == 0 or spot.first != spot.last or spot.inside:
        return False
    adjectives = [m for m in matches.starting(spot.first, ADJECTIVE) if m.fstart == spot.fstart]
    before = text.tokens[spot.first - 1]
    if not adjectives or not before.word or before.sentence != text.tokens[spot.first].sentence:
        return False
    if adjectives[0].entry.value.definite:
        return before.form.startswith(("ال", "لل", "وال", "بال", "فال"))
    return before.form.endswith(("ه", "ات", "يه")) and not before.form.startswith("ال") and len(before.form) > 3


def _ending_before(text: Text, matches: Matches, first: int, cls: str) -> list[Match]:
    """Matches of a class that end right before a token, in its sentence."""
    found = matches.ending(first - 1, cls)
    if not found:
        return []
    begin = max(first - _LONGEST_CUE, text.sentence_tokens[text.tokens[first].sentence][0])
    return [m for m in found if m.first >= begin]
