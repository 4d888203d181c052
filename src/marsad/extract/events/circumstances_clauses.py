"""Which places of a sentence stand in another clause than an act: of another act, an aim, a party, or a place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.cues import PLACE_CUES, cue
from marsad.extract.events.circumstances_origins import origins, seats
from marsad.extract.events.sentence import between
from marsad.extract.events.words import INJURY, KILLING, MOVES, specs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed
    from marsad.lexicon import Match
    from marsad.text.view import Token

# Words between a party and the relative pronoun that tells of it, and of a relative clause in which its place stands.
_SAID_OF, _ASIDE = 2, 8
# Words behind the opening of a clause in which its harm is told; words of a move to a place.
_OPENED, _LED = 5, 3
# What is done towards no place: whoever goes on from there does so by another act (قدوم جثث القتلى إلى كذا).
_STILL = frozenset({KILLING, INJURY, "clash"})
# The preposition of where a way ends, and words behind an act in which it still tells what that is aimed at.
_TO, _AIMED_AT = "الي", 3
# Letters of a word that is no initial.
_WORD = 3
# Prepositions behind which stands what went before, and words from them to the act; what is taken hold of stands
# behind this one.
AFTER, _BEFORE, _ON = frozenset({"بعد", "عقب", "اثر", "منذ", "قبيل", "غداه"}), 2, "علي"
# What is fired, mostly from elsewhere, told behind من.
_FIRED, _FROM = frozenset({"shelling", "clash"}), "من"
# Where aircraft take off, and words from it to its name.
_BASES, _BASE = cue("bases", PLACE_CUES), 5
# The word for where: what stands behind it was at the place before it.
_WHERE = "حيث"
# Types whose place may be where a party comes from or leaves: of all others it is not (مسلحون من مدينة كذا).
# Acts upon people who may be brought or go elsewhere then.
_HELD = frozenset({"arrest", "release", "abduction"})
_LEAVING = MOVES | {"territory_gain", "release", "arrest", "abduction"}


class Clauses:
    """The clauses of one sentence, as they keep places and acts apart."""

    def __init__(self, analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
        self._analysis, self._found, self._tokens = analysis, found, analysis.text.tokens
        relative = [m for m in sentence.of("clause") if m.entry.value == "relative"]
        self.relative = [m.first for m in relative]
        self._parties = _of_parties(sentence, relative)
        others = {m.first for m in relative} - self._parties
        self.breaks = [b for b in sentence.breaks if b not in others]
        tokens = analysis.text.tokens
        self.where = {b for b in self.breaks if tokens[b].form.endswith(_WHERE)}
        self.joined = [m.first for m in relative if m.prefix.conjunction]  # الهجوم في كذا والتي: told of the act
        self.apart, self.behind = _apart(analysis, sentence, found)
        self.described = _of_places(analysis, sentence, [m.first for m in relative if not m.prefix.conjunction])
        self.aims = _aims(analysis, sentence)
        self._homes = origins(analysis, sentence)
        self._seats, self._led = seats(analysis, sentence)
        self._past = _of_the_past(analysis, sentence)

    def open_to(self, draft: Draft, chains: list[list[Placed]]) -> list[list[Placed]]:
        """The places that an act may be at, on either side of it."""
        kept = [c for c in chains if not self._of_a_party(c[0].first, draft)]
        if draft.type not in _LEAVING:
            kept = [c for c in kept if c[0].first not in self._homes]
        if draft.spec.violent or draft.type == "deployment":
            kept = [c for c in kept if not any(draft.last < a < c[0].first for a in self.aims)]
        still = draft.spec.type in _STILL
        if draft.type == "air_strike":
            kept = [c for c in kept if not self._flown_from(c[0])]
        if draft.type in _HELD:
            kept = [c for c in kept if not self._brought_to(c[0])]
        if still or (draft.spec.violent and draft.type not in MOVES):
            far = draft.last if still else draft.last + _AIMED_AT
            kept = [c for c in kept if c[0].first <= far or not self._led_to(c[0])]
        return kept

    def behind_act(self, draft: Draft, chains: list[list[Placed]]) -> list[list[Placed]]:
        """Of the places behind an act those that no clause of another, or of a place, parts from it."""
        ends = [*self.apart, *self.behind, *self.described]
        kept = [c for c in chains if not any(draft.last < b < c[0].first for b in ends)]
        if draft.type in _FIRED and self._fired_from(draft.last + 1):
            kept = [c for c in kept if any(t.form == _ON for t in self._tokens[draft.last + 1 : c[0].first])]
        return [c for c in kept if self._past.get(c[0].first, 0) <= draft.last]

    def _fired_from(self, k: int) -> bool:
        """Whether from whose positions something was fired is told from a token on: أطلقت من مواقع فلان في كذا."""
        return self._analysis.matches.is_in(k + 1, "asset") and self._tokens[k].form == _FROM

    def before_act(self, k: int, chains: list[list[Placed]]) -> list[list[Placed]]:
        """Of the places between an act, the `k`th of the sentence, and the one before it those that may be its own."""
        draft = self._found[k]
        if not draft.verb and draft.spec.violent:
            chains = [c for c in chains if c[0].first not in self._seats]
        chains = [c for c in chains if c[0].first not in self._led]
        if not k:
            return chains
        kept = [c for c in chains if not next_clause(self._analysis, c[-1].last, draft.first)]
        kept = [c for c in kept if not any(c[-1].last < b < draft.first for b in self.joined)]
        if self._found[k - 1].type in MOVES:
            kept = [c for c in kept if not self.reached(c[0])]
        return kept

    def crossed(self, place: int, first: int) -> bool:
        """Whether a clause of something else begins between a place and an act behind it."""
        return any(place < b <= first for b in self.apart)

    def reached(self, placed: Placed) -> bool:
        """Whether a place is where a move leads."""
        tokens = self._analysis.text.tokens[max(0, placed.first - _LED) : placed.first]
        return any(self._analysis.matches.is_in(t.n, "towards") for t in tokens)

    def _of_a_party(self, place: int, draft: Draft) -> bool:
        """Whether a place before a trigger stands in a relative clause that tells of a party."""
        return draft.first > place and any(0 < place - i <= _ASIDE for i in self._parties)

    def _led_to(self, placed: Placed) -> bool:
        """Whether a place far behind an act is where somebody went or was brought (أسعف إلى كذا)."""
        tokens = self._analysis.text.tokens[max(0, placed.first - _LED) : placed.first]
        return any(t.form == _TO for t in tokens) or self._brought_to(placed)

    def _flown_from(self, placed: Placed) -> bool:
        """Whether a place is where aircraft take off: غارات على فلان من قاعدة جوية في كذا."""
        for m in self._analysis.matches.within("place_noun", max(0, placed.first - _BASE), placed.first):
            if m.entry.form in _BASES and self._tokens[m.first - 1].form == _FROM:
                return True
        return False

    def _brought_to(self, placed: Placed) -> bool:
        """Whether a place is where somebody went or was brought, said right before it: أفرج عنه وعاد إلى كذا."""
        k = placed.first - 1
        while self._analysis.matches.is_in(k, "place_noun"):
            k -= 1
        return self._analysis.matches.is_in(k, "towards")


def _of_parties(sentence: Sentence, relative: list[Match]) -> set[int]:
    """The relative pronouns that tell of a party (فلان الذي سيطر على كذا), not of the act or of a place: a place does
    not reach out of their clauses."""
    told: set[int] = set()
    if not relative:
        return told
    nouns = {i for m in sentence.of("trigger") for i in range(m.first, m.last + 1)}
    nouns |= {p.last for p in sentence.places}
    parties = [n.last for n in sentence.nominals]
    for match in relative:
        behind = max((k for k in parties if match.first - _SAID_OF <= k < match.first), default=None)
        if behind is not None and nouns.isdisjoint(range(behind + 1, match.first)):
            told.add(match.first)
    return told


def _of_places(analysis: Analysis, sentence: Sentence, pronouns: list[int]) -> list[int]:
    """The relative pronouns that tell of the place right before them, perhaps with a sign between."""
    if not pronouns:
        return []
    ends = {p.last for p in sentence.places} | {m.last for cls in ("there", "spot") for m in sentence.of(cls)}
    tokens = analysis.text.tokens
    return [i for i in pronouns if i - 1 in ends or (i - 2 in ends and not tokens[i - 1].word)]


def _apart(analysis: Analysis, sentence: Sentence, found: list[Draft]) -> tuple[list[int], list[int]]:
    """Where a clause begins that tells of something else: لكن, فيما, and what stands behind a colon, or a full stop
    that no blank follows (انتهت المعارك.أما); what came of the same act is no such thing (بينما أصيب خمسة). Apart from
    them those that only lead away (قبل أن)."""
    tokens = analysis.text.tokens
    stops = between(analysis.text.forms.get(".", ()), sentence.first, sentence.past)
    signs = [*sentence.colons, *(i for i in stops if _goes_on(tokens, i))]
    words = analysis.matches.within("elsewhere", sentence.first, sentence.past)
    if not words:
        return signs, []
    harm = {d.first for d in found if d.spec.type in (KILLING, INJURY)} | {m.first for m in sentence.of("harm")}
    same = {m.first for m in words if m.entry.value == "same"}
    words = [
        m
        for m in words
        if m.entry.value == "ground"
        or (m.first not in same and (_anew(m) or harm.isdisjoint(range(m.last + 1, m.last + _OPENED))))
    ]
    behind = [m.first for m in words if m.entry.value == "behind"]
    return [*signs, *(m.first for m in words if m.entry.value != "behind")], behind


def _anew(word: Match) -> bool:
    """Whether و makes a sentence of its own of a clause: وفيما قتل خمسة في كذا، أعلن."""
    return bool(word.prefix.conjunction) and word.entry.form == "فيما"


def _of_the_past(analysis: Analysis, sentence: Sentence) -> dict[int, int]:
    """Of the places whose taking or loss is told only as what went before (بعد سقوط مدينة كذا), the first tokens of
    place and act."""
    tokens, found = analysis.text.tokens, dict[int, int]()
    for act in sentence.of("trigger"):
        before = tokens[max(sentence.first, act.first - _BEFORE) : act.first]
        if specs(act.entry.value)[0].type != "territory_gain" or AFTER.isdisjoint(t.form for t in before):
            continue
        k = act.last + 1
        while k < sentence.past and (tokens[k].form == _ON or analysis.matches.is_in(k, "place_noun")):
            k += 1
        found[k] = act.first
    return found


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the text goes on right behind a full stop, which is none of an abbreviation."""
    if not 0 < i < len(tokens) - 1 or tokens[i].end != tokens[i + 1].start:
        return False
    return min(len(tokens[i - 1].form), len(tokens[i + 1].form)) >= _WORD


def _aims(analysis: Analysis, sentence: Sentence) -> list[int]:
    """Where a noun of action tells an aim that lies elsewhere (لمحاربة فلان في كذا), not the taking of what is
    attacked (لاستعادة البلدة); nor a name (للدعم السريع) or a kind of place (لقضاء كذا)."""
    named = {n.first for n in sentence.nominals}
    return [
        m.first
        for m in analysis.matches.within("aim", sentence.first, sentence.past)
        if m.prefix.preposition == "ل"
        and not m.entry.value.startswith("territory")
        and m.first not in named
        and not analysis.matches.is_in(m.first, "place_noun")
    ]


def next_clause(analysis: Analysis, told: int, first: int) -> bool:
    """Whether a comma and و open another clause between the place or time of an act and the next act."""
    between = analysis.text.tokens[told + 1 : first + 1]
    return any(a.form == "،" and b.form.startswith("و") for a, b in pairwise(between))
