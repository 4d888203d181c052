"""Figures that count the dead together with others: بين قتيل وجريح, قتلوا أو اعتقلوا, العشرات قتلوا وجرحوا."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.words import flags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed
    from marsad.lexicon import Match
    from marsad.text.view import Token

# Words between بين and the first of the two that it joins; words from a figure to what it counts; words behind a verb
# in which an "or" may join another harm to it.
_JOINS, _TOLD, _OR = 2, 6, 10
_OF = frozenset({"من", "ومن"})


class Unsplit:
    """The figures of one sentence that tell no number of dead alone."""

    def __init__(self, sentence: Sentence, tokens: tuple[Token, ...], quantities: list[Placed]) -> None:
        self._sentence, self._tokens, self._quantities = sentence, tokens, quantities
        self._harm = sentence.of("harm")
        self._people = [m for m in self._harm if "person" in flags(m.entry.value)]
        self._pairs = sorted({m.first for m in self._people if self.shared(m)})
        self._between = list(self._betweens())

    def shared(self, match: Match) -> bool:
        """One number for dead and wounded together: بين قتيل وجريح، عشرات القتلى والجرحى."""
        i = match.first
        if self._tokens[i - 1].form in ("بين", "ما") and i > self._sentence.first:
            return True
        for other in self._people:
            if other.first == match.last + 1 and other.prefix.conjunction == "و":
                return not any(q.first <= other.first <= q.last for q in self._quantities)
            if other.last == match.first - 1 and match.prefix.conjunction == "و":
                return not any(q.first <= i <= q.last for q in self._quantities)
        return False

    def counted_with(self, held: Placed) -> bool:
        """Whether a number counts dead and others together: 300 قتيل وجريح, 40 شخصا بين قتيل وجريح."""
        if any(held.last < i <= held.last + 1 for i in self._pairs):
            return True
        return any(held.last < i <= held.last + _TOLD and not self._parted(held.last, i) for i in self._between)

    def either(self, match: Match) -> bool:
        """Whether one number is told of this harm or another, or of both: قتلوا أو اعتقلوا, قتل العشرات أو تم أسرهم,
        العشرات قتلوا وجرحوا, لقوا مصرعهم بين أسير وقتيل."""
        beside = (match.first - 1, match.last + 1)
        if any(self._tokens[i].form == "او" for i in beside if self._sentence.first <= i < self._sentence.past):
            return True
        if any(match.last < i <= match.last + _TOLD and not self._parted(match.last, i) for i in self._between):
            return True
        return self._both_verbs(match) or self._or_else(match)

    def _both_verbs(self, match: Match) -> bool:
        """Two verbs of harm with one subject or one number: العشرات قتلوا وجرحوا, قتل وجرح العشرات."""
        if "verb" not in flags(match.entry.value) or match.suffix:
            return False
        for other in self._harm:
            first, second = (match, other) if match.first < other.first else (other, match)
            verbs = "verb" in flags(other.entry.value) and other.entry.value != match.entry.value
            if not verbs or second.first != first.last + 1 or second.prefix.conjunction != "و":
                continue
            plural = [m.entry.form.endswith(("وا", "ون", "ا", "ان")) for m in (first, second)]
            own = any(q.first == second.last + 1 for q in self._quantities)
            if all(plural) or (not any(plural) and own):
                return not (all(plural) and own)
        return False

    def _or_else(self, match: Match) -> bool:
        taken = {m.first for cls in ("harm", "trigger", "trigger_verb") for m in self._sentence.of(cls)}
        for i in range(match.last + 1, min(self._sentence.past - 2, match.last + _OR)):
            if i in taken or i in self._sentence.breaks:
                return False
            if self._tokens[i].form == "او" and taken & {i + 1, i + 2}:
                return not any(q.first <= i <= q.last for q in self._quantities)
        return False

    def _betweens(self) -> Iterator[int]:
        """Where بين joins the dead to others: بين قتيل وجريح, بين أسير وقتيل."""
        for match in self._people:
            for i in range(max(self._sentence.first, match.first - _JOINS), match.first):
                if self._tokens[i].form == "بين" and self._tokens[i - 1].form not in _OF:
                    yield i

    def _parted(self, last: int, first: int) -> bool:
        return any(last < b < first for b in self._sentence.breaks)
