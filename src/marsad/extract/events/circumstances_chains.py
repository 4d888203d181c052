"""The places of a sentence as an event may have them: several words for one spot, and lists."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from marsad.extract.events.circumstances_landmarks import (
    COMPASS,
    LISTED,
    ends_of,
    landmarks_of,
    named_after,
    nouns_before,
)
from marsad.model import PlaceRef

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# How exact a kind of place is.
_EXACT = {
    "country": 0, "region": 1, "governorate": 2, "natural": 3, "road": 3, "district": 3, "city": 4, "village": 5,
    "facility": 5, "neighbourhood": 5,
}  # fmt: skip
# From here on a place is a spot, not an area.
_SPOT = 3
# Words between two places that name one spot (في قرية كذا بمحافظة كذا).
_CHAIN_GAP = 6
# The same to what lies on either side of it (كذا الواقعة على الحدود بين محافظتي كذا وكذا).
_WAY_GAP = 9
# The same to what lies beyond the words that tell whose the first is.
_FAR_GAP = 12
# Words of a dateline behind its place.
_AGENCY = 10
# Characters back to the sign of a hashtag.
_TAG = 40
# Words of an office between its head and its land.
_OFFICE = 3
# Offices of whom rules a place.
_RULERS = frozenset({"governor", "ruler", "ambassador", "president", "minister", "prime_minister"})
# Words behind "among them" that a place of theirs may stand in.
_PART = 8
_OF_SOME = frozenset({"في", "من"})
# Between a landmark and a place that only says where the landmark is.
_IN = frozenset({"في", "،", "ريف"})
# Where a way ends is another spot than where it begins (من كذا إلى كذا).
_TO = "الي"
# What tells another act between two places.
_PARTING = ("trigger", "trigger_verb", "speech", "harm")


class Spots(NamedTuple):
    """What a sentence names as places of acts, in order: one list for each spot or coordination of spots. By their
    first tokens: `ends`, of the places between which a spot lies that has no name of its own (الطريق بين كذا وكذا);
    `aside`, of those that are no place of an act, or only say where another lies."""

    chains: list[list[Placed]]
    ends: set[int]
    aside: set[int]


def spots(analysis: Analysis, sentence: Sentence) -> Spots:
    """The places of a sentence as its acts may have them."""
    if not sentence.places:
        return Spots([], set(), set())
    borne = named_after(sentence)
    places = [p for p in sentence.places if p.first not in borne]
    landmarks, ends = landmarks_of(analysis, sentence) | borne, ends_of(analysis, sentence)
    chains, lying = _chains(analysis, sentence, places, landmarks, ends)
    members = {m.last for cls in ("member", "people") for m in sentence.of(cls)}
    # مقاتلو المدينة are from there, wherever they fight.
    chains = [
        c for c in chains
        if c[0].first not in landmarks and not _of_some(analysis, sentence, c[0]) and not _topic(sentence, c[0])
        and not _ruled(analysis, sentence, c[0]) and not _tagged(analysis, c[0])
        and not _dateline(analysis, sentence, c[0])
        and not (c[0].first - 1 in members and not c[0].prefix and not _by_compass(analysis, c[0]))
    ]  # fmt: skip
    return Spots(chains, ends, landmarks | lying | ends)


def _by_compass(analysis: Analysis, placed: Placed) -> bool:
    """Whether a name begins with a side of the compass, which is no genitive of a noun before it: دورية شمال سيناء."""
    return analysis.text.tokens[placed.first].form.startswith(COMPASS)


def _topic(sentence: Sentence, placed: Placed) -> bool:
    """Whether a place is what is spoken of, not where: سياسة الحكومة حيال سوريا; a land is so behind more words."""
    near = [m for m in sentence.of("topic") if m.last == placed.first - 1]
    return any(m.entry.value == "any" or (m.entry.value == "land" and placed.mention.kind == "country") for m in near)


def of_matter(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a place is where what people talk of is, not where they talk: لقاء لبحث حل سياسي في سوريا."""
    k = placed.first - 1 - nouns_before(analysis, sentence.first, placed)
    if analysis.text.tokens[k].form != "في":
        return False
    if placed.mention.kind == "country" and any(0 < k - m.last <= _OFFICE for m in sentence.of("office")):
        return True  # وزير حقوق الإنسان في اليمن
    return any(m.last == k - 1 and m.entry.value == "matter" for m in sentence.of("topic"))


def _tagged(analysis: Analysis, placed: Placed) -> bool:
    """Whether a place stands in a hashtag with other words: #حرب_كذا."""
    raw, at = analysis.text.raw, placed.mention.start
    return at > 0 and raw[at - 1] == "_" and "#" in raw[max(0, at - _TAG) : at].split()[-1]


def _dateline(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a place opens a story inside a text with its agency: * كذا - «الوكالة»: قال."""
    tokens = analysis.text.tokens
    behind = [t.form for t in tokens[placed.last + 1 : min(sentence.past, placed.last + 1 + _AGENCY)]]
    opens = not any(t.word for t in tokens[sentence.first : placed.first])
    return opens and behind[:1] in (["-"], ["–"], ["—"]) and ":" in behind


def _ruled(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a place is a part of somebody's office: أمير منطقة كذا, محافظ كذا."""
    k = placed.first - 1 - nouns_before(analysis, sentence.first - 1, placed)
    return any(m.last == k and m.entry.value in _RULERS for m in sentence.of("office"))


def _of_some(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a place is where some of the harmed fell or are from, not where all did: بينهم ثلاثة قتلوا في كذا."""
    for match in sentence.of("part_of_toll"):
        behind = range(match.last + 1, placed.first)
        if 0 <= placed.first - match.last - 1 < _PART and not any(m.first in behind for m in sentence.of("trigger")):
            return any(t.form in _OF_SOME for t in analysis.text.tokens[match.last + 1 : placed.first])
    return False


def place_ref(placed: Placed) -> PlaceRef:
    """A place mention as it fills a slot."""
    p = placed.mention
    return PlaceRef(p.text, p.start, p.end, p.lat, p.lon, p.country, p.kind)


def _chains(
    analysis: Analysis, sentence: Sentence, places: list[Placed], landmarks: set[int], ends: set[int]
) -> tuple[list[list[Placed]], set[int]]:
    """Places that stand together, as one spot each: the most exact of a chain, all of a coordination. Apart from them
    the first tokens of those that only say where another lies."""
    chains = [[p] for p in places[:1]]
    lying = set[int]()
    for last, placed in pairwise(places):
        gap = [t.form for t in analysis.text.tokens[last.last + 1 : placed.first]]
        lies, one = _beside(analysis, sentence, gap, last, placed, landmarks, ends)
        if placed.first in ends and (one or last.first in ends):
            if chains[-1][-1] is last and last.first in ends:
                chains[-1].append(placed)
            continue  # else both only say where the place before them lies
        if not one or last.first in ends:
            chains.append([placed])
            continue
        joined = placed.prefix.startswith("و") or gap == ["،"] or any(g.startswith("و") or g == "او" for g in gap[:2])
        if "وفي" in gap and _reached(analysis, sentence, last):
            joined = False  # باتجاه كذا، وفي كذا
        level, held = level_of(placed), level_of(chains[-1][-1])
        listed = len(chains[-1]) > 1 and len(gap) <= LISTED
        if lies and held > _EXACT["region"]:
            lying.add(placed.first)
        elif joined and (level == held or min(level, held) >= _SPOT or listed):
            chains[-1].append(placed)
        elif joined:
            chains.append([placed])
        elif level > held:
            chains[-1] = [placed]
    return chains, lying


def _beside(
    analysis: Analysis, sentence: Sentence, gap: list[str], a: Placed, b: Placed, landmarks: set[int], ends: set[int]
) -> tuple[bool, bool]:
    """Whether the words between two places say where the first lies, and whether both may name one spot or a row."""
    nouns = nouns_before(analysis, a.last, b)
    words = gap[: len(gap) - nouns]
    if _CHAIN_GAP <= len(gap) <= _FAR_GAP and _seated(analysis, sentence, a, b) and _lies(words):
        return True, True
    if len(gap) >= (_WAY_GAP if b.first in ends else _CHAIN_GAP) or b.first in landmarks:
        return False, False
    if _lies(words):
        return True, True
    if a.first in landmarks and not all(g in _IN or g.startswith(COMPASS) for g in words):
        return False, False
    return False, _one_spot(analysis, sentence, gap, a, b)


def _seated(analysis: Analysis, sentence: Sentence, a: Placed, b: Placed) -> bool:
    """Whether the words between two places tell whose stronghold the first is: صعدة معقل فلان شمال كذا."""
    between = range(a.last + 1, b.first)
    seat = {m.first for m in analysis.matches.within("held_by", between.start, between.stop) if m.entry.value == "home"}
    return between.start in seat and not any(i in between for i in sentence.breaks)


def _lies(gap: list[str]) -> bool:
    """Whether the words between two places say where the first lies: كذا شرق كذا, كذا إلى الشرق من كذا, كذا شمال وشرق
    كذا."""
    if gap[-1:] == ["من"]:
        return len(gap) > 1 and gap[-2].removeprefix("ال").startswith(COMPASS)
    if len(gap) > 1 and gap[-2].lstrip("ب").startswith(COMPASS):
        return gap[-1].removeprefix("و").startswith(COMPASS)
    return bool(gap) and gap[-1].lstrip("ب").startswith(COMPASS)


def _reached(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a way leads to a place."""
    k = placed.first - 1 - nouns_before(analysis, sentence.first, placed)
    return analysis.matches.is_in(k, "towards")


def level_of(placed: Placed) -> int:
    """How exact a place is, from a country (0) to a village (5)."""
    return _EXACT.get(placed.mention.kind, _SPOT)


def _one_spot(analysis: Analysis, sentence: Sentence, gap: list[str], a: Placed, b: Placed) -> bool:
    """Whether two places may name one spot or a row of them: no way leads from one to the other, and no other act,
    clause or aim begins between them (كذا لإعادة تشغيل مطار كذا)."""
    between = range(a.last + 1, b.first)
    if _TO in gap or any(i in between for i in sentence.breaks):
        return False
    if any(m.first in between for cls in _PARTING for m in sentence.of(cls)):
        return False
    inside, is_in = analysis.matches.within, analysis.matches.is_in
    if inside("elsewhere", between.start, between.stop):
        return False
    aims = inside("aim", between.start, between.stop)
    return not any(m.prefix.preposition == "ل" and not is_in(m.first, "place_noun") for m in aims)
