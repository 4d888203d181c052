"""Where: the place that belongs to an event, not the nearest one by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.annotate.places_spots import is_many
from marsad.extract.events.circumstances_chains import Spots, place_ref, spots
from marsad.extract.events.circumstances_choice import (
    close_to,
    near_by,
    of_it,
    over_a_comma,
    own_place,
    spot_between,
    told_of,
)
from marsad.extract.events.circumstances_clauses import Clauses
from marsad.extract.events.circumstances_frames import frames, held, speakers
from marsad.extract.events.circumstances_reach import ABSTRACT, NEXT, NO_PLACE, Reach, in_reach, right_of, unspoken
from marsad.extract.events.circumstances_spots import NAMED, OWN_AFTER, beside_act, named_before
from marsad.extract.events.words import SPOKEN
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# Words behind a trigger in which a noun stands that names its place.
_NEAR_BY = 5
# Types that a noun for a place named before tells nothing of.
_NOT_STOOD_FOR = ABSTRACT | SPOKEN


def locate(analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
    """Gives each draft the place that its clause names."""
    named = spots(analysis, sentence)
    if not named.chains:
        aside = [p.mention.start for p in sentence.places if p.first in named.aside]
        _stood_for(analysis, sentence, found, aside)
        return
    scene = _Scene(analysis, sentence, found, named)
    for k, draft in enumerate(found):
        if draft.type not in SPOKEN:
            scene.settle(k)


class _Scene:
    """The places of a sentence and the drafts that happened at them."""

    def __init__(self, analysis: Analysis, sentence: Sentence, found: list[Draft], named: Spots) -> None:
        self._analysis, self._sentence, self._found = analysis, sentence, found
        self._chains, self._ends = named.chains, named.ends
        self._aside = [p.mention.start for p in sentence.places if p.first in named.aside]
        self._clauses = Clauses(analysis, sentence, found)
        self._told = speakers(analysis, sentence)
        alone = len(self._chains) == 1 and frames(analysis, sentence, self._chains[0])
        self._frame = self._chains[0] if alone else None

    def settle(self, k: int) -> None:
        """Gives a draft its place."""
        draft, clauses = self._found[k], self._clauses
        chains = unspoken(self._analysis, self._chains, self._told, draft)
        reach = in_reach(self._analysis, self._sentence, clauses, self._found, k, chains)
        itself = told_of(self._sentence, clauses, draft, self._chains)
        if itself:
            draft.places, draft.own_place = [place_ref(p) for p in itself], True
            return
        beside = beside_act(self._analysis, draft, reach.right)
        if self._by_noun(draft, beside):  # تحرير المدينة
            return
        self._narrow(draft, reach, beside)
        framing = [c for c in reach.before if frames(self._analysis, self._sentence, c)]
        chosen = own_place(self._sentence, clauses, draft, reach.after, reach.before, framing, self._ends)
        if self._rather_by_noun(draft, reach, chosen, framing):
            return
        if chosen is None and draft.type not in NO_PLACE:
            apart = [*clauses.breaks, *clauses.apart, *clauses.described]
            chosen = near_by(self._sentence, apart, draft, self._found, reach.kept)
            chosen = chosen or (None if reach.elsewhere else self._frame)
        if chosen is not None:
            draft.places = list({fold_word(p.mention.text): place_ref(p) for p in chosen}.values())
            draft.own_place = bool(reach.after or reach.before) and close_to(self._sentence, draft, chosen)
            draft.between = chosen[0].first in self._ends

    def _by_noun(self, draft: Draft, clause: range) -> bool:
        """Gives a draft the place that a noun of a clause stands for; whether one does."""
        if draft.type in ABSTRACT:
            return False
        spot = named_before(self._analysis, self._sentence, draft, clause, self._aside)
        if spot is not None:
            draft.places = [spot]
        return spot is not None

    def _rather_by_noun(
        self, draft: Draft, reach: Reach, chosen: list[Placed] | None, framing: list[list[Placed]]
    ) -> bool:
        """Gives a draft the place that a noun stands for where that is nearer than the one chosen; whether it does."""
        if draft.type in ABSTRACT:
            return False
        if chosen is None:
            return self._by_noun(draft, range(reach.left + 1, reach.right))
        between = spot_between(self._sentence, draft, chosen)
        if between is not None:  # فك الحصار عن المدينة وإضعاف قدرات فلان في مطار كذا
            if not self._by_noun(draft, between):
                draft.places = []
            return True
        if chosen not in framing and over_a_comma(self._analysis, chosen, draft):
            return self._by_noun(draft, range(draft.last + 1, reach.right))  # في كذا، ... هاجموا مواقع جنوبي البلدة
        return False

    def _narrow(self, draft: Draft, reach: Reach, beside: range) -> None:
        """Takes from the places in reach those that the words beside a draft rule out."""
        if of_it(self._analysis, draft):  # احتلالها كذا, not احتلالها لقربها من كذا
            reach.after = [c for c in reach.after if c[0].first - draft.last <= NEXT]
            reach.kept = [*reach.before, *reach.after]
        if any(m.first in beside and m.last == m.first and not m.suffix for m in self._sentence.of("spot")):
            reach.kept = reach.before = []  # a place named before, and not known: no other in front of it is meant
        if _named_anew(self._analysis, self._sentence, draft, reach.right):
            reach.before = [c for c in reach.before if draft.first - c[-1].last <= NEXT or self._holds(c)]
            reach.kept = [*reach.before, *reach.after]

    def _holds(self, chain: list[Placed]) -> bool:
        """Whether a preposition makes a place that of all that follows."""
        return held(self._analysis, chain[0]) or frames(self._analysis, self._sentence, chain)


def _named_anew(analysis: Analysis, sentence: Sentence, draft: Draft, right: int) -> bool:
    """Whether words right behind a trigger name a place that no table knows: ومثله قصف على قرية كذا."""
    near = min(right, draft.last + 1 + _NEAR_BY)
    starts = {p.first for p in sentence.places}
    taken = draft.type == "territory_gain" and draft.verb
    nouns = analysis.matches.within("place_noun", draft.last + 1, near) if taken else ()
    if any(not m.prefix.article and not m.suffix and starts.isdisjoint(range(m.first, m.last + NAMED)) for m in nouns):
        return True  # حرروا مديرية كذا
    many = analysis.matches.within("place_noun", draft.last + 1, min(right, draft.last + 1 + OWN_AFTER))
    if any(is_many(m) and analysis.matches.is_in(m.first - 2, "many_of") for m in many):
        return True  # غارات في العديد من المحافظات
    return any(
        m.first > draft.last and starts.isdisjoint(range(m.last, m.last + NAMED))
        for m in analysis.matches.within("ground_named", draft.last + 1, near)
    )


def _stood_for(analysis: Analysis, sentence: Sentence, found: list[Draft], aside: list[int]) -> None:
    """Gives each draft of a sentence that names no place the one that a definite noun of its clause stands for."""
    if not sentence.of("spot"):
        return
    for k, draft in enumerate(found):
        if draft.type not in _NOT_STOOD_FOR:
            left = found[k - 1].last if k else sentence.first - 1
            right = right_of(analysis, sentence, found, k)
            spot = named_before(analysis, sentence, draft, beside_act(analysis, draft, right), aside)
            spot = spot or named_before(analysis, sentence, draft, range(left + 1, right), aside)
            if spot is not None:
                draft.places = [spot]
