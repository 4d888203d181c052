"""Whether a word that can be a place is one here: what stands before and behind it decides."""

from __future__ import annotations

from marsad.actors.nations import ADJECTIVE, CAPITAL, NATION
from marsad.annotate.places_spots import Spot
from marsad.gazetteer.lexicon import TOPONYM
from marsad.gazetteer.schema import Caution
from marsad.lexicon.automaton import Match, Matches
from marsad.resolve import metonymy
from marsad.text.view import Text

FRAME, AGAINST, SIDE = "place_frame", "place_against", "place_side"
NOT_HERE, STRIKES = "place_none", "place_strikes"
# Classes whose definite words may follow a place without making an ordinary noun of it (الباب السورية).
_FOLLOW = frozenset({ADJECTIVE, "compass", "compass_adjective", "place_follows", TOPONYM})


def possible(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether the spot can be a place at all: spelt like it, and no adjective, government, person or paper."""
    if not spelt(text, spot) or _named_after(text, matches, spot) or acts(text, matches, spot):
        return False
    if spot.noun is None and matches.is_in(spot.first, NOT_HERE):
        return False
    return not _is_adjective(text, matches, spot) and spot.preposition != "ك"


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
    for told in matches.at[at]:
        if told.entry.cls in (SIDE, "place_noun") and not told.prefix.article and not told.suffix:
            return any(m.entry.cls == TOPONYM for m in matches.at[told.last + 1])
    return False


def tagged(text: Text, spot: Spot) -> bool:
    """Whether the name is a hashtag of its own, or the end of one (#سيول_س)."""
    start = text.tokens[spot.first].start
    return start > 0 and text.raw[start - 1] in "#_"


def framed(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a word that leads to a place stands right before (في، قرب، أطراف، شمالي)."""
    if spot.preposition or spot.conjunction:
        return False
    for noun in _ending_before(text, matches, spot.first):
        if noun.entry.cls in (FRAME, SIDE) and not noun.suffix and not noun.prefix.article:
            return True
    return False


def acts(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a country or capital stands here for its government and is no scene (see resolve.metonymy)."""
    if spot.noun is not None and spot.noun.entry.form not in ("دوله", "عاصمه"):
        return False
    if tagged(text, spot):
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
    """Whether the place only names something else: a paper, a brigade, a person (صحيفة المدينة، كتائب مصراتة)."""
    if spot.noun is not None or spot.preposition or spot.conjunction:
        return False
    before = _ending_before(text, matches, spot.first)
    return any(noun.entry.cls == AGAINST and not noun.suffix for noun in before)


_NOT_DEFINITE = frozenset({"الي", "اليه", "اليها", "الا", "الان", "الف", "الاف"})


def _defined(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a definite adjective behind makes the word an ordinary noun (الباب الأخير)."""
    at = spot.last + 1
    if at >= len(text.tokens) or text.tokens[at].sentence != text.tokens[spot.first].sentence:
        return False
    form = text.tokens[at].form
    if not form.startswith("ال") or form in _NOT_DEFINITE:
        return False
    return not any(m.entry.cls in _FOLLOW for m in matches.at[at])


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
    if _TANWIN & set(raw[-2:]):
        return False
    if name.caution == Caution.NONE and len(name.form) > 4:
        return True
    return any(_agrees(raw, written) for written in name.written.split("|"))


_TANWIN = frozenset("\u064b\u064c\u064d")
_ALIFS = frozenset("اأإآ")


# Letters that make another word. A definite word bears no pronoun: its final ه is ة as the hurried write it.
_OTHER_LETTERS = frozenset({("ه", "ة"), ("ة", "ه"), ("ئ", "ي"), ("ؤ", "و"), ("ي", "ى")})


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
    adjectives = [m for m in matches.at[spot.first] if m.entry.cls == ADJECTIVE and m.fstart == spot.fstart]
    before = text.tokens[spot.first - 1]
    if not adjectives or not before.word or before.sentence != text.tokens[spot.first].sentence:
        return False
    if adjectives[0].entry.value.definite:
        return before.form.startswith(("ال", "لل", "وال", "بال", "فال"))
    return before.form.endswith(("ه", "ات", "يه")) and not before.form.startswith("ال") and len(before.form) > 3


def _ending_before(text: Text, matches: Matches, first: int) -> list[Match]:
    """Matches that end right before a token, in its sentence."""
    found: list[Match] = []
    sentence = text.tokens[first].sentence
    for back in (1, 2, 3, 4):
        at = first - back
        if at < 0 or text.tokens[at].sentence != sentence:
            break
        found.extend(m for m in matches.at[at] if m.last == first - 1)
    return found
