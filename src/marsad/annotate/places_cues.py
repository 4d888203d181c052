"""Whether a word that can be a place is one here: what stands before and behind it decides."""

from __future__ import annotations

from marsad.actors.nations import ADJECTIVE, CAPITAL, NATION
from marsad.annotate.places_spots import Spot
from marsad.gazetteer.schema import Caution
from marsad.lexicon.automaton import Match, Matches
from marsad.resolve import metonymy
from marsad.text.view import Text

FRAME, AGAINST, SIDE = "place_frame", "place_against", "place_side"

# Definite words that may follow a place without making it an ordinary noun (الباب السورية, القائم الحدودية).
_FOLLOWS = ("الحدودي", "الواقع", "التابع", "المحاذي", "المجاور", "القريب", "المحتل", "الاستراتيجي", "المحاصر", "التي", "الذي",
            "الخاضع", "الاثري", "النفطي", "اليوم", "امس", "الماضي", "العسكري", "الشرقي", "الغربي", "الشمالي", "الجنوبي")  # fmt: skip


def accepted(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether the spot is a place by itself; `joined` asks again for those in a row with another place."""
    assert spot.name is not None
    caution = spot.name.caution
    if _named_after(text, matches, spot):
        return False
    if acts(text, matches, spot):
        return False
    if caution == Caution.NONE:
        return not (spot.preposition == "ك")
    if spot.noun is not None:
        return True
    if caution == Caution.NOUN or _defined(text, matches, spot) or _misspelt(text, spot):
        return False
    return spot.preposition == "ب" or framed(text, matches, spot)


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
    for match in matches.at.get(spot.first, ()):
        if match.entry.cls in (NATION, CAPITAL) and match.fstart == spot.fstart and match.last == spot.last:
            return metonymy.read(text, matches, match) == "actor"
    return False


def _named_after(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether the place only names something else: a paper, a brigade, a person (صحيفة المدينة، كتائب مصراتة)."""
    if spot.noun is not None or spot.preposition or spot.conjunction:
        return False
    for noun in _ending_before(text, matches, spot.first):
        if noun.entry.cls == AGAINST and not noun.suffix:
            return noun.first > 0 and not _generic(noun) or True
    return False


def _generic(noun: Match) -> bool:
    return noun.entry.cls == "place_noun"


def _defined(text: Text, matches: Matches, spot: Spot) -> bool:
    """Whether a definite adjective behind makes the word an ordinary noun (الباب الأخير)."""
    at = spot.last + 1
    if at >= len(text.tokens) or text.tokens[at].sentence != text.tokens[spot.first].sentence:
        return False
    form = text.tokens[at].form
    if not form.startswith("ال") or form.startswith(_FOLLOWS):
        return False
    return not any(m.entry.cls in (ADJECTIVE, "compass", "toponym") for m in matches.at.get(at, ()))


def _misspelt(text: Text, spot: Spot) -> bool:
    """Whether a word in ـه is read as a name in ـة: "في حديثه" is "in his talk"."""
    raw = text.words(text.slice(spot.fstart, spot.fend))
    return raw.endswith("ه") and spot.name is not None and spot.name.form not in _OWN_HA


# Names that end in ه themselves.
_OWN_HA = frozenset({"عنه", "قره تبه"})


def _ending_before(text: Text, matches: Matches, first: int) -> list[Match]:
    """Matches that end right before a token, in its sentence."""
    found = []
    sentence = text.tokens[first].sentence
    for back in (1, 2, 3, 4):
        at = first - back
        if at < 0 or text.tokens[at].sentence != sentence:
            break
        found.extend(m for m in matches.at.get(at, ()) if m.last == first - 1)
    return found
