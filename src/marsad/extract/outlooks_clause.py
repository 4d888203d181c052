"""The clause that tells what is to come: its bounds, its actor, its horizon and its condition."""

from __future__ import annotations

from typing import NamedTuple

from marsad.analysis import Analysis
from marsad.extract.modality_words import CLAUSES, STOPS, THAT
from marsad.extract.outlooks_cues import FIXED, Cue
from marsad.extract.speakers_names import PREPOSITIONS
from marsad.grammar.scene import Placed
from marsad.model import ActorRef

_BEFORE, _BEHIND = 10, 28  # words that a clause may have before and behind its verb
_CONDITION = 40  # words before a clause in which its condition stands
_NUMBER = 4  # words in which a span's number and unit stand
_UNITS = ("time_unit", "time_dual", "outlook_unit")
_SUBJECT = 5  # words behind a verb in which its subject stands
_RELATIVES = frozenset({"الذي", "التي", "الذين", "ما"})
_OPENERS = frozenset({
    "ان", "بان", "فان", "وان", "انه", "انها", "انهم", "بانه", "بانها", "فانه", "فانها", "لانه", "لانها",
})  # fmt: skip
_ENDS = frozenset({
    "لان", "لانه", "لانها", "حيث", "لكن", "ولكن", "لكنه", "لكنها", "فيما", "بينما", "مما", "اذ", "وذلك", "كما", "مشيرا",
    "مضيفا", "موكدا", "موضحا", "لافتا", "مبينا", "معتبرا", "ولا", "فهل", "وهو", "وهي", "لذلك",
})  # fmt: skip
_WAS = frozenset({"كان", "كانت", "وكان", "وكانت", "كانوا", "وكانوا"})
_AND_SAID = frozenset({"say", "outlook"})


class Clause(NamedTuple):
    """Tokens `first` to `last` (inclusive), less `skip` letters at its head."""

    first: int
    last: int
    skip: int
    actor: ActorRef | None
    horizon: str | None
    condition: str | None
    likely: bool = False


class Clauses:
    """Reads clauses in one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self.text, self.tokens, self.matches = analysis.text, analysis.text.tokens, analysis.matches
        scene = analysis.scene("actor", "time")
        self.actors: dict[int, list[Placed]] = scene.mentions["actor"]
        self.times: dict[int, list[Placed]] = scene.mentions["time"]

    def around(self, cue: Cue) -> Clause | None:
        """The clause of a cue, None where it asks, or tells of an appointment."""
        start, past = self.text.sentence_tokens[self.tokens[cue.verb].sentence]
        if self.tokens[past - 1].form in "؟?":
            return None
        first, last = self._first(cue, start), self._last(cue, past)
        if any(self.matches.is_in(at, "outlook_asks") for at in range(max(start, first - 1), cue.first)):
            return None
        if cue.link == "self" and first == cue.first:
            return None
        if cue.rule == "code:future" and any(t.form in _WAS for t in self.tokens[first : cue.first]):
            return None  # كانت القوات ستنسحب: what did not come
        if self._appointed(cue, first, last):
            return None
        skip = 0
        token = self.tokens[first]
        if first == cue.first and token.form[0] in "وف" and token.form[1:2] in "سلي" and len(token.form) > 3:
            skip = 1
        return Clause(
            first,
            last,
            skip,
            self._actor(cue, first, last),
            self._horizon(first, last),
            self._condition(first, last, start, past),
            any(self._aside(at, past) is not None for at in range(cue.verb, last)),
        )

    def _first(self, cue: Cue, start: int) -> int:
        at = cue.first
        if self.tokens[at].form[0] in "وف" and self.tokens[at].form not in ("وفق",):
            return at
        lowest = max(start, at - _BEFORE)
        while at > lowest:
            form = self.tokens[at - 1].form
            if form in STOPS or form in THAT or form in _OPENERS or form in _ENDS:
                break
            if form in CLAUSES and form not in _RELATIVES:
                break
            if any(m.entry.cls == "say" for m in self.matches.at[at - 1]):
                break
            at -= 1
        return at

    def _last(self, cue: Cue, past: int) -> int:
        at = cue.verb
        while at + 1 < min(past, cue.verb + _BEHIND):
            form = self.tokens[at + 1].form
            aside = self._aside(at + 1, past)
            if aside is not None:
                at = aside
                continue
            if form in STOPS or form in _ENDS:
                break
            if form[0] in "وف" and any(
                m.entry.cls in _AND_SAID and (m.prefix.conjunction or m.entry.form in ("ولن", "فلن"))
                for m in self.matches.at[at + 1]
            ):
                break
            at += 1
        return at

    def _aside(self, comma: int, past: int) -> int | None:
        """The comma that closes an aside of likelihood (ستنفذ تركيا، على الأرجح، عملية); None where none begins."""
        if self.tokens[comma].form not in "،,":
            return None
        for match in self.matches.starting(comma + 1, "why_hedge"):
            closing = match.last + 1
            if closing < past and self.tokens[closing].form in "،,":
                return closing
        return None

    def _appointed(self, cue: Cue, first: int, last: int) -> bool:
        fixed = any(m.entry.cls == FIXED for m in self.matches.at[cue.verb])
        return fixed and any(at in self.times for at in range(first, last + 1))

    def _actor(self, cue: Cue, first: int, last: int) -> ActorRef | None:
        before = (p for at in range(first, cue.first) for p in self.actors.get(at, ()) if not self._governed(p, first))
        subject = next(before, None)
        if subject is not None:
            return _ref(subject)
        behind = range(cue.first + 1, min(last, cue.verb + _SUBJECT) + 1)
        found = next((p for at in behind for p in self.actors.get(at, ()) if p.prefix in ("", "و")), None)
        return _ref(found) if found else None

    def _governed(self, placed: Placed, start: int) -> bool:
        """Whether a preposition stands before a name: it is not who acts."""
        alone = placed.first > start and self.tokens[placed.first - 1].form in PREPOSITIONS
        return alone or placed.prefix[:1] in ("ب", "ل", "ك")

    def _horizon(self, first: int, last: int) -> str | None:
        for at in range(first, last + 1):
            if at in self.times:
                return str(self.times[at][0].mention.text)
            known = self.matches.starting(at, "outlook_horizon")
            if known:
                return self.text.words(self.text.span(known[0].first, known[0].last))
            end = self._span(at, last)
            if end is not None:
                return self.text.words(self.text.span(at, end))
        return None

    def _span(self, at: int, last: int) -> int | None:
        """The last word of a span of so much time that begins at a word (خلال ثلاثة أيام); None where none does."""
        opener = next(iter(self.matches.starting(at, "outlook_span")), None)
        if opener is None:
            return None
        for t in range(opener.last + 1, min(last, opener.last + _NUMBER) + 1):
            if any(self.matches.is_in(t, cls) for cls in _UNITS):
                return t
            if not (self.matches.is_in(t, "number") or self.tokens[t].form[0].isdigit()):
                return None
        return None

    def _condition(self, first: int, last: int, start: int, past: int) -> str | None:
        """The condition in the clause itself, or in the one right before it."""
        for at in [*range(first, last + 1), *range(max(start, first - _CONDITION), first)]:
            known = self.matches.starting(at, "outlook_condition")
            if known:
                end = known[0].last
                while (
                    end + 1 < min(past, at + _CONDITION)
                    and self.tokens[end + 1].form not in STOPS
                    and (at >= first or end + 1 < first)
                ):
                    end += 1
                if end > known[0].last:
                    if self.tokens[end].form in ("فان", "فانه", "فانها"):
                        end -= 1
                    return self.text.words(self.text.span(at, end))
        return None


def _ref(placed: Placed) -> ActorRef:
    actor = placed.mention
    return ActorRef(actor.text, actor.start, actor.end, actor.key, actor.type)
