"""Who speaks: the noun phrase that is the subject of a verb of speech, before or behind it."""

from __future__ import annotations

from typing import NamedTuple

from marsad.analysis import Analysis
from marsad.extract.modality_words import CLAUSES, STOPS, THAT
from marsad.grammar.scene import Placed
from marsad.lexicon.entry import NAME, NOUN
from marsad.lexicon.entry import VERB as VERB_PART
from marsad.model import ActorRef
from marsad.text.clitics import Segmenter

_LONGEST = 8  # words of a speaker who has no name
_REACH = 25  # words behind a verb in which its speaker's name may stand
_APPOSITION = 10  # words between two commas: "the minister, a party leader, said"
PREPOSITIONS = frozenset({
    "في", "من", "الي", "علي", "عن", "مع", "عبر", "خلال", "امام", "لدي", "حول", "ضد", "بين", "منذ", "قبل", "بعد", "عقب",
    "عند", "اثناء", "تحت", "فوق", "وفي", "ومن", "وعن", "بحسب", "حسب",
})  # fmt: skip
_WITHIN = frozenset({"في", "من", "لدي", "داخل", "وسط", "ب"})
_ALREADY = frozenset({
    "كان", "كانت", "وكان", "وكانت", "قد", "كانوا", "وقد", "وكانوا", "ولكن", "لكن", "ان", "فان", "بان",
})  # fmt: skip
_WITH = frozenset({"ومعه", "ومعها", "ومعهم"})
_RELATIVES = frozenset({"الذي", "التي", "الذين", "والذي", "والتي", "والذين"})


_SO = frozenset({"فان", "فانه", "فانها", "فقد"})
_NO_PHRASE = PREPOSITIONS | THAT | CLAUSES | _SO
# What happened, told as a noun: the names behind it are no longer those of who tells it.
_TOLD = frozenset({"trigger", "claimed"})


class Subject(NamedTuple):
    """Who speaks, and the token right behind the words that say so.

    `estimate` where the noun itself is one (a poll, a study)."""

    speakers: tuple[ActorRef, ...]
    past: int
    estimate: bool = False


class Speakers:
    """Finds speakers in one analysis."""

    def __init__(self, analysis: Analysis, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self.text, self.matches = analysis.text, analysis.matches
        self.tokens = analysis.text.tokens
        scene = analysis.scene("actor", "time")
        self.actors: dict[int, list[Placed]] = scene.mentions["actor"]
        self.times: dict[int, list[Placed]] = scene.mentions["time"]

    def behind(
        self, first: int, limit: int, plain: bool, prefixed: bool = False, marked: bool = True
    ) -> Subject | None:
        """The speaker that stands behind a verb: from token `first` on, before `limit`.

        `plain` lets a noun phrase of unknown words be one; `prefixed` one with ل written to it (وفقاً لمصدر);
        `marked` says that `limit` is where the speech begins."""
        at = self.skip(first, limit)
        return self._phrase(at, min(limit, at + _REACH), plain, prefixed, marked)

    def before(self, verb: int, start: int) -> Subject | None:
        """The speaker that stands before a verb of speech, in its clause."""
        at = verb - 1
        if at >= start and self.tokens[at].form in ("قد", "وقد"):
            at -= 1
        if at < start:
            return None
        if self.tokens[at].form in _RELATIVES:
            return self._antecedent(at, start)
        if self.tokens[at].form in "،,":
            near = max(start, at - _APPOSITION)
            at = next((k for k in range(at - 1, near - 1, -1) if self.tokens[k].form in "،,"), -1) - 1
        first = at + 1
        while first > start and verb - first < _REACH:
            form = self.tokens[first - 1].form
            if form in STOPS or form in CLAUSES or form in THAT:
                break
            first -= 1
        while first <= at and self.tokens[first].form in _ALREADY:
            first += 1
        return self._phrase(first, verb, plain=False) if 0 <= first <= at else None

    def nearest(self, verb: int, start: int) -> Subject | None:
        """The group nearest before a plural verb that follows no noun: "activists released a recording, they said"."""
        for first in range(verb - 1, max(start, verb - _APPOSITION) - 1, -1):
            if any(not m.prefix.preposition for m in self.matches.starting(first, "speaker")) or first in self.actors:
                return self._phrase(first, verb, plain=False)
        return None

    def name_before(self, at: int, start: int) -> Subject | None:
        """The name that ends right before a token, as before a colon."""
        for first in range(at - 1, max(start, at - 8) - 1, -1):
            for placed in self.actors.get(first, ()):
                if placed.last == at - 1 and not placed.prefix and not self._governed(first, start):
                    return Subject((self._ref(placed),), at)
        return None

    def _governed(self, at: int, start: int) -> bool:
        """Whether a preposition stands right before a phrase, alone or written to a noun ("in the paper X")."""
        before = at - 1
        if before < start:
            return False
        form = self.tokens[before].form
        written = {m.prefix.preposition for m in self.matches.at.get(before, ())}
        return form in PREPOSITIONS or form in ("ل", "ب") or (bool(written) and "" not in written)

    def skip(self, at: int, limit: int) -> int:
        """Past the adverbs, times and brackets that may stand between a verb and its subject."""
        while at < limit:
            if at in self.times:
                at = self.times[at][0].last + 1
                continue
            skipped = self.matches.starting(at, "say_skip")
            if skipped:
                at = skipped[0].last + 1
                continue
            if self.tokens[at].form == "(":
                closing = next((k for k in range(at, min(limit, at + 6)) if self.tokens[k].form == ")"), -1)
                if closing < 0:
                    return at
                at = closing + 1
                continue
            return at
        return at

    def _phrase(self, at: int, limit: int, plain: bool, prefixed: bool = False, marked: bool = True) -> Subject | None:
        if at >= limit or not self.tokens[at].word:
            return None
        if self.tokens[at].form in _NO_PHRASE:
            return None
        named = next((p for p in self.actors.get(at, ()) if p.prefix in ("", "و", "ف")), None)
        if named is not None and named.mention.type == "person":
            return self._with_others(named, limit)
        known = self.matches.starting(at, "speaker")
        known = [m for m in known if not m.prefix.preposition or (prefixed and m.prefix.preposition == "ل")]
        person = self._person(at, limit, marked)
        if named is not None and not marked and person is not None and person.first > named.last + 2:
            person = None
        if person is not None and (named is not None or known or plain or person.first - at <= 5):
            return Subject((self._ref(person),), person.last + 1)
        if named is not None:
            return self._with_others(named, limit)
        if not known and not (plain and not self.tokens[at].form.startswith("لل") and not self._written_to(at)):
            return None
        skip = known[0].fstart - self.tokens[at].fstart if known and not known[0].prefix.article else 0
        return self._unnamed(at, limit, skip)

    def _unnamed(self, at: int, limit: int, skip: int) -> Subject:
        """A speaker told by a common noun; the body that a figure or a channel belongs to where it is named."""
        past = self._end(at, limit)
        values = {m.entry.value for k in range(at, past) for m in self.matches.starting(k, "speaker")}
        owner = next((p for k in range(at + 1, min(limit, at + 4)) for p in self.actors.get(k, ())), None)
        if owner is not None and ("held" in values or (owner.first == at + 1 and owner.mention.type == "media")):
            return Subject((self._ref(owner),), max(past, owner.last + 1))
        span = self.text.span(at, past - 1, skip)
        inside = next((p.mention for k in range(at, past) for p in self.actors.get(k, ())), None)
        estimate = "estimate" in values
        kind = inside.type if inside is not None and not estimate else None
        ref = ActorRef(self.text.words(span), span.start, span.end, None, kind)
        return Subject((ref,), past, estimate)

    def _written_to(self, at: int) -> bool:
        """Whether a preposition or a pronoun is written to a word."""
        split = self._segmenter.split(self.text.raw[self.tokens[at].start : self.tokens[at].end])
        return split.parts.preposition != "" or split.suffix != ""

    def _person(self, at: int, limit: int, marked: bool) -> Placed | None:
        """A person's name in the phrase that begins at a token: behind a title, or in apposition."""
        bodies = False
        acting_for = False
        for k in range(at, limit):
            form = self.tokens[k].form
            if form in _RELATIVES or form in ":.؛":
                return None
            if form == "باسم":
                acting_for, bodies = True, False
            if k > at and not marked and any(m.entry.cls in _TOLD for m in self.matches.at.get(k, ())):
                return None
            for placed in self.actors.get(k, ()):
                if placed.mention.type != "person":
                    bodies = True
                elif placed.prefix in ("", "و") and self.tokens[k - 1].form not in PREPOSITIONS:
                    if acting_for and not bodies:
                        return None
                    return placed if not (placed.prefix == "و" and k > at) else None
        return None

    def _end(self, at: int, limit: int) -> int:
        """The token behind a phrase that names its speaker by a common noun."""
        k = at + 1
        while k < min(limit, at + _LONGEST):
            token = self.tokens[k]
            form = token.form
            here = self.actors.get(k, ())
            if here and here[0].prefix in ("", "ب", "و", "ال"):
                k = here[0].last + 1
                if here[0].prefix != "":
                    return min(k, limit)
                continue
            if form in _WITHIN and k + 1 in self.actors:
                return min(self.actors[k + 1][0].last + 1, limit)
            if (
                not token.word
                or form in PREPOSITIONS
                or form in CLAUSES
                or form in THAT
                or form in _SO
                or k in self.times
            ):
                return k
            if form in ("ل", "ب") or self._breaks(k):
                return k
            k += 1
        return k

    def _breaks(self, at: int) -> bool:
        """Whether a word ends a noun phrase: a verb, or a noun with a preposition other than باسم."""
        if self.tokens[at].form == "باسم":
            return False
        here = self.matches.at.get(at, ())
        nominal = any(m.entry.part in (NOUN, NAME) and not m.prefix.preposition for m in here)
        return bool(here) and not nominal and any(m.entry.part == VERB_PART or m.prefix.preposition for m in here)

    def _with_others(self, named: Placed, limit: int) -> Subject:
        """A named speaker and those joined to it: "Kyiv, and the West with it"."""
        refs, past = [self._ref(named)], named.last + 1
        while past < limit:
            following = past + (self.tokens[past].form in _WITH)
            joined = next(
                (p for p in self.actors.get(following, ()) if p.prefix.startswith("و") or following > past), None
            )
            if joined is None:
                break
            refs.append(self._ref(joined))
            past = joined.last + 1
        if past < limit and any(m.prefix.conjunction == "و" for m in self.matches.starting(past, "speaker")):
            other = self._phrase(past, limit, plain=False)
            if other is not None:
                return Subject((*refs, *other.speakers), other.past)
        return Subject(tuple(refs), past)

    def _antecedent(self, relative: int, start: int) -> Subject | None:
        """The name that a relative pronoun goes back to."""
        for first in range(relative - 1, max(start, relative - _APPOSITION) - 1, -1):
            for placed in self.actors.get(first, ()):
                if placed.last < relative and relative - placed.last <= 3:
                    return Subject((self._ref(placed),), relative)
        return None

    def _ref(self, placed: Placed) -> ActorRef:
        actor = placed.mention
        return ActorRef(actor.text, actor.start, actor.end, actor.key, actor.type)
