"""What makes the number of a toll a lower bound: some of the dead, others beside them, the toll so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.casualties_sums import OTHERS

if TYPE_CHECKING:
    from marsad.extract.events.casualties_reach import Reach
    from marsad.extract.events.sentence import Sentence
    from marsad.lexicon import Match
    from marsad.text.view import Token

# Words between names or identities and the dead.
_NAMED = 5
# Words between what an act led to and its harm.
_ALSO = 3
# Words behind a word of harm among which stands "others".
_OTHERS = 4
# Words between what makes a toll that of the time of writing and the word of harm.
_SO_FAR = 7


class Least:
    """Reads around one sentence's words of harm what leaves their numbers open above."""

    def __init__(self, sentence: Sentence, tokens: tuple[Token, ...], reach: Reach) -> None:
        self._sentence, self._tokens, self._reach = sentence, tokens, reach

    def tells(self, match: Match, summed: bool) -> bool:
        """Whether the number told with a word of harm is a lower bound; `summed`: all that are told are in it."""
        least = self.identified(match) or self.also(match) or self.some(match) or self.so_far(match)
        return least or (not summed and self.others(match))

    def identified(self, match: Match) -> bool:
        """Whether only those are counted who are known by name: التعرف على هوية تسعة من القتلى."""
        return any(0 < match.first - m.last <= _NAMED for m in self._sentence.of("identified"))

    def some(self, match: Match) -> bool:
        """Whether those counted are some of the dead: من بين قتلى الحرب 369 طفلا."""
        return [t.form for t in self._tokens[max(0, match.first - 2) : match.first]] == ["من", "بين"]

    def others(self, match: Match) -> bool:
        """Whether those counted are others than somebody whose death the sentence tells without a number: قتل الرهينة
        ... بمقتل جنديين آخرين."""
        behind = self._tokens[match.last + 1 : min(self._sentence.past, match.last + 1 + _OTHERS)]
        if match.suffix:
            return False  # لقي مصرعه مع أربعة آخرين
        earlier = [m for m in self._sentence.of("harm") if m.first < match.first and m.entry.value.startswith("killed")]
        counted = [q for q in self._reach.quantities if q.first < match.first]
        return any(t.form in OTHERS for t in behind) and bool(earlier) and not counted

    def so_far(self, match: Match) -> bool:
        """Whether a toll is told as that of the time of writing: تأكد حتى الآن مقتل سبعة."""
        near = (m for m in self._sentence.of("so_far") if -_SO_FAR <= match.first - m.last <= _SO_FAR)
        return any(not any(b in range(m.last + 1, match.first) for b in self._sentence.breaks) for m in near)

    def also(self, match: Match) -> bool:
        """Whether a number only adds to one told before: إن اثنين من المسلحين قتلا أيضا, تسبب أيضا في مقتل
        اثنين."""
        behind = self._tokens[match.last + 1 : min(self._sentence.past, match.last + 2)]
        caused = any(0 < match.first - m.last <= _ALSO and m.entry.value == "act" for m in self._sentence.of("toll"))
        ahead = self._tokens[max(self._sentence.first, match.first - _ALSO) : match.first] if caused else ()
        return any(t.form == "ايضا" for t in (*ahead, *behind))

    def alone(self, match: Match) -> bool:
        """Whether a sentence has no other word for dead."""
        return all(m is match or m.entry.value.split()[0] != "killed" for m in self._sentence.of("harm"))
