"""Where and when: the place and date that belong to an event, not the nearest ones by chance."""

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
# Prepositions of place, and how many words they may stand before the name (في العاصمة كذا).
_WITHIN = frozenset({"في", "داخل", "قرب", "وسط", "شمال", "جنوب", "شرق", "غرب", "شرقي", "غربي", "شمالي", "جنوبي"})
_HOLDS = 3
# Words between two places of a list.
_LISTED = 2
# Types that take no place from outside their clause.
_NO_PLACE = SPOKEN | {"support", "vote", "decision", "talks", "agreement", "arrest", "release", "abuse"}
# Nouns of one act whose dual ends as others' singular may (تأمين).
_DUALS = frozenset({
    "هجوم", "تفجير", "انفجار", "كمين", "قصف", "اعتداء", "صاروخ", "اجتماع", "لقاء", "اتفاق", "اعتصام", "استهداف",
})  # fmt: skip
# More acts than this are no acts: a number of another kind stands before the noun.
_MANY = 500
# Types whose place is where people met or spoke, told with a preposition of its own.
_ABSTRACT = TOGETHER | {"vote", "decision", "support"}


def locate(analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
    """Gives each draft the place that its clause names."""
    chains = _chains(analysis, sentence)
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
        chosen = max(after[:2], key=_level) if after else before[-1] if before else None
        if chosen is None and draft.type not in _NO_PLACE:
            near = [c for c in kept if c[-1].last < draft.first] or kept
            chosen = near[-1] if near and near[-1][-1].last < draft.first else (near[0] if near else None)
        if chosen is not None:
            draft.places = list({fold_word(p.mention.text): place_ref(p) for p in chosen}.values())
            draft.own_place = bool(after or before) and _close(sentence, draft, chosen)


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


def date(analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
    """Gives each draft the date that its clause, else its sentence, names."""
    for k, draft in enumerate(found):
        left = found[k - 1].last if k else sentence.first - 1
        right = found[k + 1].first if k + 1 < len(found) else sentence.past
        if draft.type in SPOKEN:
            right = min([right, *(m.first for m in sentence.of("clause") if m.first > draft.last)])
        after = [t for t in sentence.times if draft.last < t.first < right]
        before = [t for t in sentence.times if left < t.first and t.last < draft.first]
        chosen = after[0] if after else before[-1] if before else None
        draft.own_date = chosen is not None
        if chosen is None and draft.type not in SPOKEN:
            rest = [t for t in sentence.times if not _since(analysis, t)]
            chosen = rest[0] if len(rest) == 1 else None
        if chosen is not None:
            draft.date = chosen.mention.edtf


def number(sentence: Sentence, found: list[Draft]) -> None:
    """Gives each draft how many like acts its noun tells: هجومين, ثلاث غارات."""
    for draft in found:
        if draft.verb or draft.type in SPOKEN:
            continue
        form = draft.match.entry.form
        if form.endswith(("تين", "تان")) or (form.endswith(("ين", "ان")) and form[:-2] in _DUALS):
            draft.count = 2
            continue
        for told in sentence.numbers:
            plain = told.kind == "cardinal" and told.value is not None and told.value.denominator == 1
            if plain and told.value is not None and told.last == draft.first - 1 and 2 <= told.value <= _MANY:
                draft.count = int(told.value)


def _since(analysis: Analysis, placed: Placed) -> bool:
    tokens = analysis.text.tokens
    return any(t.form in ("منذ", "بعد", "قبل") for t in tokens[max(0, placed.first - 1) : placed.first + 1])
