"""What a sentence tells of the dead, beside a toll that another one tells."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from marsad.cues import TOLL_LINKS, cue
from marsad.extract.events.casualties_count import WAS
from marsad.extract.events.words import flags
from marsad.resolve.events_carry import turns
from marsad.resolve.events_open import fell

if TYPE_CHECKING:
    from collections.abc import Callable

    from marsad.analysis import Analysis
    from marsad.lexicon import Match

# Words around those who were with him among which they are told to be hurt.
_HURT = 4
# Before those who were with him they make it one of them who died, or tell where he was.
_APART = frozenset({"احد", "احدي"}) | WAS
# Words around "died" among which stands what adds these to others, or who attacked.
_BESIDE, _DOERS = 3, 4
# Words between a number and "others".
_NUMBER = 4


class Sentences:
    """The sentences of a text by number, each asked once however many tolls stand in it."""

    def __init__(self, analysis: Analysis) -> None:
        self._matches, self._tokens = analysis.matches, analysis.text.tokens
        self.spans = analysis.text.sentence_tokens
        self._analysis, self._cue = analysis, cue("also", TOLL_LINKS)
        self._numbers = {n.first for n in analysis.numbers}
        self._known: dict[tuple[str, int], bool] = {}

    def turns(self, n: int) -> bool:
        """Whether a sentence turns to something else."""
        return self._once(self._turns, n)

    def harms(self, n: int) -> bool:
        """Whether a sentence has a word of harm."""
        return self._once(self._harms, n)

    def also(self, n: int) -> bool:
        """Whether a sentence tells its dead as others beside those told before: وتسببت الغارة أيضا بمقتل اثنين."""
        return self._once(self._also, n)

    def attackers(self, n: int) -> bool:
        """Whether a sentence tells that attackers died: وقتل أحد المهاجمين, قتلته الشرطة."""
        return self._once(self._attackers, n)

    def bombers(self, n: int) -> bool:
        """Whether a sentence tells of the dead bomber: سبع جثث بينها جثة الانتحاري."""
        return bool(self._matches.within("bomber_dead", *self.spans[n]))

    def companions(self, n: int) -> bool:
        """Whether a sentence that tells of one who died tells of those who were with him: برفقة بعض القيادات, مع اثنين
        من مرافقيه."""
        return self._once(self._companions, n)

    def rising(self, n: int) -> bool:
        """Whether a toll is told as one that is likely to rise, in its sentence or in the next."""
        return self._once(self._rising, n)

    def _once(self, question: Callable[[int], bool], n: int) -> bool:
        key = (question.__name__, n)
        if key not in self._known:
            self._known[key] = question(n)
        return self._known[key]

    def _turns(self, n: int) -> bool:
        return turns(self._analysis, n)

    def _harms(self, n: int) -> bool:
        return bool(self._matches.within("harm", *self.spans[n]))

    def _companions(self, n: int) -> bool:
        first, past = self.spans[n]
        hurt = {m.first for m in self._matches.within("harm", first, past) if not fell(self._analysis, m)}
        for match in self._matches.within("companions", first, past):
            near = range(max(first, match.first - _HURT), min(past, match.last + 1 + _HURT))
            # قتل أحد مرافقيه, وكان برفقة قائده
            alone = match.first > first and self._tokens[match.first - 1].form in _APART
            if hurt.isdisjoint(near) and not alone:
                return True
        return False

    def _rising(self, n: int) -> bool:
        return bool(self._matches.within("rising", self.spans[n][0], self.spans[min(n + 1, len(self.spans) - 1)][1]))

    def _also(self, n: int) -> bool:
        first, past = self.spans[n]
        harm = {m.first for m in self._matches.within("harm", first, past)}
        for dead in self._dead(n):
            before = range(dead.first - 1, max(first, dead.first - _BESIDE) - 1, -1)
            behind = range(dead.last + 1, min(past, dead.last + 1 + _BESIDE))
            for side in (before, behind):
                beside = [i for i in takewhile(lambda i: i not in harm, side) if self._tokens[i].form in self._cue]
                if any(not self._joined(first, i) for i in beside):
                    return True
        return False

    def _joined(self, first: int, i: int) -> bool:
        """Whether و joins others by their number to those whom the sentence tells of: قائد وخمسة مسلحين آخرين قتلوا."""
        before = range(max(first + 1, i - _NUMBER), i)
        return any(k in self._numbers and self._tokens[k].form[0] == "و" for k in before) or any(
            k + 1 in self._numbers and self._tokens[k].form == "و" for k in before
        )

    def _attackers(self, n: int) -> bool:
        first, past = self.spans[n]
        for dead in self._dead(n):
            near = range(max(first, dead.first - _DOERS), min(past, dead.last + 1 + _DOERS))
            killed = dead.suffix and "verb" in flags(dead.entry.value)
            if killed or any(self._matches.is_in(i, "doer") for i in near):
                return True
        return False

    def _dead(self, n: int) -> list[Match]:
        """The words of a sentence that tell that people died."""
        return [m for m in self._matches.within("harm", *self.spans[n]) if fell(self._analysis, m)]
