"""Where: the place that belongs to an event, not the nearest one by chance."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from marsad.extract.events.words import SPOKEN, TOGETHER
from marsad.model import PlaceRef
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
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
# Words between a trigger and a place that is told with it.
_OWN_AFTER = 10
# Characters back to the place that a definite noun stands for.
_FAR = 1500
# Prepositions of place, and how many words they may stand before the name (في العاصمة كذا).
_WITHIN = frozenset({"في", "داخل", "قرب", "وسط", "شمال", "جنوب", "شرق", "غرب", "شرقي", "غربي", "شمالي", "جنوبي"})
_HOLDS = 3
# Words between a word of distance or direction and the place that it makes a landmark.
_BESIDE = 3
_PRONOUNS = frozenset({"له", "لها", "لهم", "لهما"})
# Words between two places of a list.
_LISTED = 2
# Types that take no place from outside their clause.
_NO_PLACE = SPOKEN | {"support", "vote", "decision", "talks", "agreement", "arrest", "release", "abuse"}
# Types whose place is where people met or spoke, told with a preposition of its own.
_ABSTRACT = TOGETHER | {"vote", "decision", "support"}


def locate(analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
    """Gives each draft the place that its clause names."""
    landmarks = _landmarks(analysis, sentence)
    chains = [c for c in _chains(analysis, sentence) if c[0].first not in landmarks]
    told = _speakers(analysis, sentence)
    for k, draft in enumerate(found):
        if draft.type in SPOKEN:
            continue
        left = found[k - 1].last if k else sentence.first - 1
        right = found[k + 1].first if k + 1 < len(found) else sentence.past
        at = analysis.text.tokens[draft.first].start
        spoken = [(start, end) for start, end, past in told if end <= at < past]
        kept = [c for c in chains if not any(a <= c[0].mention.start < b for a, b in spoken)]
        after = [c for c in kept if draft.last < c[0].first < right]
        before = [c for c in kept if left < c[0].first and c[-1].last < draft.first]
        if draft.type in _ABSTRACT:
            after, before = [c for c in after if _held(analysis, c[0])], [c for c in before if _held(analysis, c[0])]
            before = [c for c in before if draft.first - c[-1].last <= _OWN_AFTER]
        chosen = _own(sentence, draft, after, before)
        if chosen is None and draft.type not in _ABSTRACT:
            spot = _named_before(analysis, sentence, draft, range(left + 1, right))
            if spot is not None:
                draft.places = [spot]
                continue
        if chosen is None and draft.type not in _NO_PLACE:
            chosen = _near(sentence, draft, kept)
        if chosen is not None:
            draft.places = list({fold_word(p.mention.text): place_ref(p) for p in chosen}.values())
            draft.own_place = bool(after or before) and _close(sentence, draft, chosen)


def _own(
    sentence: Sentence, draft: Draft, after: list[list[Placed]], before: list[list[Placed]]
) -> list[Placed] | None:
    """The place between a trigger and its neighbours: in its own clause first, and behind it before in front of it."""
    relative = {m.first for m in sentence.of("clause") if m.entry.value == "relative"}
    breaks = [b for b in sentence.breaks if b not in relative]
    here = [c for c in after if not any(draft.last < b < c[0].first for b in breaks)]
    front = [c for c in before if not any(c[-1].last < b < draft.first for b in breaks)]
    if here or (after and not front):
        return max((here or after)[:2], key=_level)
    return front[-1] if front else before[-1] if before else None


def _named_before(analysis: Analysis, sentence: Sentence, draft: Draft, clause: range) -> PlaceRef | None:
    """The place that a definite noun of the clause stands for: the nearest of its kind named before (في المدينة)."""
    held = [m for m in sentence.of("spot") if m.first in clause and abs(m.first - draft.first) <= _OWN_AFTER]
    held = [m for m in held if not m.suffix and not any(draft.last < b < m.first for b in sentence.breaks)]
    if not held:
        return None
    kinds = held[0].entry.value.split()
    at = analysis.text.tokens[held[0].first].start
    for k in range(bisect_left(analysis.places, at, key=lambda p: p.start) - 1, -1, -1):
        place = analysis.places[k]
        if at - place.start > _FAR:
            break
        if place.kind in kinds:
            return PlaceRef(place.text, place.start, place.end, place.lat, place.lon, place.country, place.kind)
    return None


def _near(sentence: Sentence, draft: Draft, chains: list[list[Placed]]) -> list[Placed] | None:
    """The nearest place of the sentence, in front of the trigger before behind it; not one that another speaks of."""
    said = [m.first for m in sentence.of("speech")]
    front = [c for c in chains if c[-1].last < draft.first]
    behind = [c for c in chains if c[0].first > draft.last and not any(draft.last < i < c[0].first for i in said)]
    return front[-1] if front else behind[0] if behind else None


def _landmarks(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the places that are no place of an act: a border's other side, a landmark, where a way leads."""
    found = set()
    for match in sentence.of("beside"):
        following = next((p for p in sentence.places if p.first > match.last), None)
        if following is None or following.first - match.last > _BESIDE:
            continue
        after = analysis.text.tokens[match.last + 1].form
        governed = after.startswith("ل") and after not in _PRONOUNS
        if governed or match.entry.value != "to":
            found.add(following.first)
    return found


def _speakers(analysis: Analysis, sentence: Sentence) -> list[tuple[int, int, int]]:
    """Where each speaker of a sentence is named, from the cue to what is said, and where that ends: a place named
    there is where somebody spoke."""
    tokens = analysis.text.tokens
    first, past = tokens[sentence.first].start, tokens[sentence.past - 1].end
    found = []
    for k in range(bisect_left(analysis.statements, first, key=lambda s: s.start), len(analysis.statements)):
        statement = analysis.statements[k]
        if statement.start >= past:
            break
        if (
            statement.content is not None
            and statement.speaker is not None
            and statement.start < statement.content.start
        ):
            found.append((statement.start, statement.content.start, statement.content.end))
    return found


def _held(analysis: Analysis, placed: Placed) -> bool:
    """Whether a preposition of place holds it; else it belongs to somebody's name or to what is spoken of."""
    if placed.prefix.endswith("ب"):
        return True
    tokens = analysis.text.tokens[max(0, placed.first - _HOLDS) : placed.first]
    return any(t.form in _WITHIN or t.form.startswith(("بمدين", "بمحافظ", "بالعاصم")) for t in tokens)


def _close(sentence: Sentence, draft: Draft, chosen: list[Placed]) -> bool:
    """Whether a place stands in the trigger's clause, near enough to be told with it."""
    if chosen[0].first > draft.last:
        return chosen[0].first - draft.last <= _OWN_AFTER
    return not any(chosen[-1].last < b < draft.first for b in sentence.breaks)


def _level(chain: list[Placed]) -> int:
    return _EXACT.get(chain[0].mention.kind, 3)


def place_ref(placed: Placed) -> PlaceRef:
    """A place mention as it fills a slot."""
    p = placed.mention
    return PlaceRef(p.text, p.start, p.end, p.lat, p.lon, p.country, p.kind)


def _chains(analysis: Analysis, sentence: Sentence) -> list[list[Placed]]:
    """Places that stand together, as one spot each: the most exact of a chain, all of a coordination."""
    chains: list[list[Placed]] = []
    last: Placed | None = None
    tokens = analysis.text.tokens
    for placed in sentence.places:
        if last is not None and placed.first - last.last <= _CHAIN_GAP and not _parted(sentence, last, placed):
            gap = [t.form for t in tokens[last.last + 1 : placed.first]]
            joined = (
                placed.prefix.startswith("و") or gap == ["،"] or any(g.startswith("و") or g == "او" for g in gap[:2])
            )
            level, held = _EXACT.get(placed.mention.kind, 3), _EXACT.get(chains[-1][-1].mention.kind, 3)
            listed = len(chains[-1]) > 1 and len(gap) <= _LISTED
            if joined and (level == held or min(level, held) >= _SPOT or listed):
                chains[-1].append(placed)
            elif joined:
                chains.append([placed])
            elif level > held:
                chains[-1] = [placed]
            last = placed
            continue
        chains.append([placed])
        last = placed
    return chains


def _parted(sentence: Sentence, a: Placed, b: Placed) -> bool:
    gap = range(a.last + 1, b.first)
    return any(m.first in gap for cls in ("trigger", "trigger_verb", "speech") for m in sentence.of(cls))
