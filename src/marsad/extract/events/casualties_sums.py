"""Sums of a toll: the numbers and the people that are told together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.casualties_added import Added
from marsad.extract.events.casualties_count import both, count_of
from marsad.extract.events.casualties_reach import ADDED, JOINED, ONE_OF

if TYPE_CHECKING:
    from marsad.extract.events.casualties_count import People
    from marsad.extract.events.casualties_reach import Reach
    from marsad.extract.events.nominals import Nominal
    from marsad.grammar.scene import Placed
    from marsad.lexicon import Match
    from marsad.model import Count

_NEAR = 2
_OTHERS = frozenset({"اخرين", "اخرون"})


class Sums:
    """Adds up what one sentence tells of the same dead or hurt."""

    def __init__(self, reach: Reach, people: People) -> None:
        self.reach, self.people = reach, people
        self.sentence, self.tokens = reach.sentence, reach.tokens
        self.others = Added(reach.sentence, reach.tokens, people)

    def joined(self, count: Count | None, held: Placed, limit: int) -> Count | None:
        """A second number joined to the first by و: جنديين وثلاثة مسلحين، unless it counts another harm."""
        for q in self.reach.numbers():
            reach = ADDED if q.first - 1 in self.reach.added else JOINED
            if self.reach.of_another_side(held, q):
                reach = ADDED
            near = held.last < q.first <= self.reach.noun_end(held) + reach and q.first not in self.reach.used
            near = near and (reach == ADDED or q.first < limit + 1)
            if not near or count is None:
                continue
            joined = self.reach.joined(q)
            if not joined and q.first - 1 not in self.reach.added:
                continue
            more = count_of(q)
            if not self.reach.harmed(q) and more is not None:
                self.reach.used.add(q.first)
                return both(count, more)
        return count

    def before(self, count: Count, held: Placed) -> Count | None:
        """A count in a subject with the numbers that و joins it to: أربعة من رجاله وثمانية مهاجمين قتلوا."""
        total: Count | None = count
        for q in reversed(self.reach.numbers()):
            joined = self.reach.joined(held)
            if q.last >= held.first or q.first in self.reach.used:
                continue
            if (
                not joined
                or not self.reach.of_another_side(q, held)
                or any(q.last < i < held.first for i in self.reach.harm_at)
            ):
                break
            more = self.reach.count(q)
            total = None if more is None or total is None else both(total, more)
            self.reach.used.add(q.first)
            held = q
        return total

    def beside(self, held: Placed) -> bool:
        """Whether a number counts those with whom somebody died: مع 40 آخرين, مع مسلحين اثنين."""
        before = self.tokens[held.first - 1].form
        people = any(n.head == held.first - 1 and n.count is None for n in self.sentence.nominals)
        return before == "مع" or (people and self.tokens[held.first - 2].form == "مع")

    def besides(self, match: Match, held: Placed) -> bool:
        """Whether a number counts others beside the subject before the verb: فلان لقي مصرعه مع 40 آخرين."""
        return match.first - 1 in self.reach.harm_at and any(
            t.form in _OTHERS for t in self.tokens[held.first + 1 : held.last + 2]
        )

    def complete(self, count: Count, held: Placed) -> Count | None:
        """A count with all that is added behind it; None where another number is joined that nothing explains."""
        end = self.reach.noun_end(held)
        limit = self.reach.listed(end)
        for q in self.reach.numbers():
            joined = self.reach.joined(q)
            if end < q.first < limit and joined and q.first not in self.reach.used and not self.reach.harmed(q):
                return None
        return self.others.behind(count, end + 1, limit, self.reach.used)

    def beside_one(self, count: Count | None, who: Nominal) -> Count | None:
        """A count of one with the numbers and others told behind him: فلان و20 من مرافقيه, فلان وعدد من رجاله."""
        limit = self.reach.listed(who.last)
        for q in self.reach.numbers():
            joined = self.reach.joined(q)
            if who.last < q.first < limit and joined and q.first not in self.reach.used and not self.reach.harmed(q):
                more = count_of(q)
                counted = any(
                    n.count is q or n.first <= q.last <= n.last for n in self.sentence.nominals
                )  # with_further has it
                count = count if count is None or counted else None if more is None else both(count, more)
                self.reach.used.add(q.first)
        return self.others.behind(count, who.last + 1, limit, self.reach.used)

    def behind_one(self, count: Count, match: Match, held: Placed) -> Count:
        """A count with the one person told before it: قتل جندي وأحد المسلحين."""
        joined = held.prefix[:1] == "و" or self.tokens[held.first - 1].form == "و"
        if not joined and not held.mention.text.startswith(ONE_OF):
            return count
        for nominal in self.sentence.nominals:
            if match.last < nominal.head <= nominal.last < held.first <= nominal.last + JOINED:
                one = self.people.one(nominal)
                return count if one is None else both(one, count)
        return count

    def unread(self, match: Match, held: Placed) -> bool:
        """Whether somebody stands before a joined number who is not known as a person: استشهاد عريف وجنديين."""
        joined = held.prefix[:1] == "و" and 1 < held.first - match.last <= _NEAR + 1
        between = range(match.last + 1, held.first)
        known = any(n.head in between for n in self.sentence.nominals) or any(i in self.reach.harm_at for i in between)
        return joined and not known and all(self.tokens[i].word for i in between)
