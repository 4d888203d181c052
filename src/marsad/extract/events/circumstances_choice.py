"""Of the places that an act may be at, the one that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.cues import PLACE_CUES, cue
from marsad.extract.events.circumstances_chains import level_of
from marsad.extract.events.circumstances_clauses import Clauses
from marsad.extract.events.circumstances_reach import NEAR
from marsad.extract.events.circumstances_spots import NAMED, OWN_AFTER
from marsad.extract.events.roles_sides import AIMED
from marsad.extract.events.words import INJURY, KILLING

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# Words between a trigger and the farthest place between it and its neighbours; to one beyond a neighbour in front.
_REACH, _FRONT = 25, 9
# Words from an act to a noun for its place, and from that on to a place of something else.
_SPOT, _FAR_BEHIND = 3, 5
# Words between a place and what a relative clause tells of it; pronouns for it.
_SAID, _IT = 2, frozenset({"ه", "ها"})
# Behind these a noun of taking with a pronoun has no object: the pronoun is that.
_FREED_FROM = cue("freed_from", PLACE_CUES)
# Words between a place with what is told of it and a relative clause.
_BESIEGED = 8


def own_place(
    sentence: Sentence,
    clauses: Clauses,
    draft: Draft,
    after: list[list[Placed]],
    before: list[list[Placed]],
    framing: list[list[Placed]],
    ends: set[int],
) -> list[Placed] | None:
    """The place between a trigger and its neighbours: in its own clause first, and behind it before in front of it;
    in front of the clause only what frames the sentence, or what its `where` goes back to (في كذا حيث هاجموا)."""
    before = [c for c in before if draft.first - c[-1].last <= _REACH]
    here = [c for c in after if not any(draft.last < b < c[0].first for b in clauses.breaks)]
    parting = [b for b in clauses.breaks if b not in clauses.where]
    front = [c for c in before if c in framing or not any(c[-1].last < b < draft.first for b in parting)]
    after = here or [c for c in after if c[0].first - draft.last <= _REACH]
    if len(here) > 1 and _of_the_doer(draft, here[0], here[1]):
        here = here[1:]
    if here or (after and not front):
        near = [c for c in after[:2] if c is after[0] or not _parted(sentence, clauses, after[0], c)]
        return max(near, key=lambda c: -1 if c[0].first in ends else level_of(c[0]))
    named = [c for c in front if c[0].first not in ends]
    return (named or front)[-1] if front else None


def _parted(sentence: Sentence, clauses: Clauses, first: list[Placed], second: list[Placed]) -> bool:
    """Whether another act, its dead, or an aim are told between two places: الغارات في شمال كذا بعد مقتل سكان في
    كذا, تحرير كذا لإعادة تشغيل مطار كذا."""
    acts = (m.first for cls in ("trigger", "trigger_verb", "harm") for m in sentence.of(cls))
    return any(first[-1].last < k < second[0].first for k in (*acts, *clauses.aims))


def _of_the_doer(draft: Draft, first: list[Placed], second: list[Placed]) -> bool:
    """Whether a place between a verb's subject and its object only says where the doer is, and another follows the
    object: قصفت فصائل في كذا مواقع فلان في كذا."""
    if not draft.verb or not draft.agents or not draft.targets:
        return False
    doer, done_to = draft.agents[-1].last, draft.targets[0].first
    return draft.last < doer < first[0].first < done_to < second[0].first


def told_of(sentence: Sentence, clauses: Clauses, draft: Draft, chains: list[list[Placed]]) -> list[Placed]:
    """The place that a relative clause right behind it is about, where its verb has a pronoun for it: قاعدة كذا التي
    استعادها الثوار, البلدة المطلة على كذا التي يحاصرونها."""
    if not draft.verb or draft.match.suffix not in _IT or draft.type not in ("territory_gain", "siege"):
        return []
    who = max((i for i in clauses.relative if draft.first - _SAID <= i < draft.first), default=None)
    if who is None:
        return []
    if draft.type == "siege":
        return next((c for c in reversed(chains) if 0 < who - c[-1].last <= _BESIEGED), [])
    return [p for p in sentence.places if 0 < who - p.last <= _SAID][-1:]


def spot_between(sentence: Sentence, draft: Draft, chosen: list[Placed]) -> range | None:
    """Where a definite noun for a place stands right behind an act, before a place far behind that: الحصار عن
    المدينة وإضعاف قدرات النظام في مطار كذا."""
    actors = {n.head for n in sentence.nominals}
    behind = set(range(draft.last + 1, draft.last + 1 + _SPOT)) - actors  # القاعدة may be one
    spots = [m for m in sentence.of("spot") if m.first in behind and not m.suffix]
    if not spots or chosen[0].first - spots[0].last <= _FAR_BEHIND:
        return None
    names = {p.first for p in sentence.places}
    beside = not names.isdisjoint(range(spots[0].last + 1, spots[0].last + NAMED))
    return None if beside else range(spots[0].first, spots[0].last + 1)


def over_a_comma(analysis: Analysis, chosen: list[Placed], draft: Draft) -> bool:
    """Whether a comma lies between a place and the act behind it, or its verb goes on to it with و."""
    between = analysis.text.tokens[chosen[-1].last + 1 : draft.first]
    on = draft.verb and bool(draft.match.prefix.conjunction)
    return chosen[0].first < draft.first and (on or any(t.form == "،" for t in between))


def of_it(analysis: Analysis, draft: Draft) -> bool:
    """Whether a noun of taking has a pronoun for the place, which was named before: إسقاط كذا وتحريرها."""
    if draft.verb or draft.type != "territory_gain" or draft.match.suffix not in _IT:
        return False
    tokens, past = analysis.text.tokens, draft.last + 1
    if past < len(tokens) and tokens[past].word and tokens[past].form not in _FREED_FROM:
        return False  # استعادتها السيطرة على كذا is hers
    words = analysis.matches.within("undergone", draft.first, past)
    return any(m.first == draft.first and m.entry.value == "place" for m in words)


def near_by(
    sentence: Sentence, breaks: list[int], draft: Draft, found: list[Draft], chains: list[list[Placed]]
) -> list[Placed] | None:
    """The nearest place of the sentence, in front of the trigger before behind it; not one of another clause, nor one
    that another speaks of, nor one behind a verb that goes on to another act (قتلوا رهائن وشنوا هجمات في كذا)."""
    ends = [*breaks, *(m.first for m in sentence.of("speech"))]
    reach = _REACH if draft.type == "territory_gain" else NEAR  # what is taken stands far behind its verb
    front = [c for c in chains if 0 < draft.first - c[-1].last <= _FRONT]
    front = [c for c in front if not any(c[-1].last < b <= draft.first for b in ends)]
    behind = [c for c in chains if 0 < c[0].first - draft.last <= reach]
    ends += [d.first for d in found if d.first > draft.last and (_goes_on(d) or _other(draft, d))]
    behind = [c for c in behind if not any(draft.last < b < c[0].first for b in ends)]
    return front[-1] if front else behind[0] if behind else None


def _goes_on(draft: Draft) -> bool:
    """Whether و brings in an act with its own verb: more than what came of the act before it, or whom that was
    aimed at."""
    if draft.spec.type in (KILLING, INJURY) or draft.match.entry.form.startswith(AIMED):
        return False
    word = draft.match if draft.verb else draft.light
    return word is not None and word.first <= draft.first and bool(word.prefix.conjunction)


def _other(draft: Draft, other: Draft) -> bool:
    """Whether an act is told apart from the one before it, with a place of its own; what is taken stands also behind
    the fight for it (استعادوا بعد قتال عنيف بلدة كذا)."""
    if draft.type == "territory_gain":
        return False
    return other.spec.violent and other.type != draft.type and other.spec.type not in (KILLING, INJURY)


def close_to(sentence: Sentence, draft: Draft, chosen: list[Placed]) -> bool:
    """Whether a place stands in the trigger's clause, near enough to be told with it."""
    if chosen[0].first > draft.last:
        return chosen[0].first - draft.last <= OWN_AFTER
    return not any(chosen[-1].last < b < draft.first for b in sentence.breaks)
