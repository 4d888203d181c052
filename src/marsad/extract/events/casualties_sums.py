"""Sums of a toll: the numbers and the people that are told together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.casualties_added import Added
from marsad.extract.events.casualties_count import both, count_of
from marsad.extract.events.casualties_reach import ADDED, JOINED, ONE_OF
from marsad.model import Count

if TYPE_CHECKING:
    from marsad.extract.events.casualties_count import People
    from marsad.extract.events.casualties_reach import Reach
    from marsad.extract.events.nominals import Nominal
    from marsad.grammar.scene import Placed
    from marsad.lexicon import Match

_NEAR = 2
# Words of somebody who is not read before a joined number; words between what somebody is and his name.
_UNREAD, _TITLE = 5, 8
# Words behind "among them" in which a number may stand that is no part.
_BEYOND = 8
# Words between a leader and the number of those who died with him.
_TITLED = 12
OTHERS = frozenset({"اخرين", "اخرون"})


class Sums:
    """Adds up what one sentence tells of the same dead or hurt."""

    def __init__(self, reach: Reach, people: People) -> None:
        self.reach, self.people = reach, people
        self.sentence, self.tokens = reach.sentence, reach.tokens
        self.others = Added(reach, people)

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
            t.form in OTHERS for t in self.tokens[held.first + 1 : held.last + 2]
        )

    def complete(self, count: Count, held: Placed) -> Count | None:
        """A count with all that is added behind it; open above where another number is joined that nothing explains."""
        first = end = self.reach.noun_end(held)
        joined_to = [q for q in self.reach.numbers() if q.first in self.reach.used and end < q.first <= end + ADDED]
        if joined_to and joined_to[-1] is not held:
            end = self.reach.noun_end(joined_to[-1])
        limit = self.reach.listed(end)
        for q in self.reach.numbers():
            joined = self.reach.joined(q)
            if end < q.first < limit and joined and q.first not in self.reach.used and not self.reach.harmed(q):
                return Count(count.min, None)
        return self.beyond_parts(self.others.behind(count, first + 1, limit, self.reach.used), end)

    def beyond_parts(self, count: Count | None, end: int) -> Count | None:
        """A count with a number that is told behind its parts and is too great to be one: 17 جنديا بينهم أربعة ضباط،
        ومئة من المهاجمين."""
        part = next((i for i in self.reach.part_at if end < i <= end + ADDED), None)
        if part is None or count is None or count.max is None:
            return count
        for q in self.reach.numbers():
            more = count_of(q)
            begun = self.reach.joined(q) and self.tokens[q.first - 1].form == "،"
            behind = part < q.first <= part + _BEYOND and begun and not self.reach.harmed(q)
            if behind and more is not None and (more.min or 0) > count.max:
                self.reach.used.add(q.first)
                return both(count, more)
        return count

    def counted(self, count: Count, last: int) -> Count:
        """A count of dead told by a word for them, with other numbers of people that are joined to it and have no harm
        of their own: خمسة قتلى من الحراس وستة متدربين."""
        limit = self.reach.listed(last)
        for q in self.reach.numbers():
            joined = self.reach.joined(q)
            if not last < q.first < limit or q.first in self.reach.used:
                continue
            if not joined:
                break  # 28 قتيلا - 17 متمردا و11 جنديا: its parts
            if not self.reach.harmed(q):
                more = count_of(q)
                self.reach.used.add(q.first)
                count = Count(count.min, None) if more is None else both(count, more)
        return count

    def with_one_before(self, count: Count, held: Placed) -> Count:
        """A number in a subject with the one person that و joins it to: فلان و12 من مرافقيه قتلوا. Open above where who
        stands before it is not read."""
        if not self.reach.joined(held) or held.first - 1 in self.reach.stops:
            return count
        before = [n for n in self.sentence.nominals if n.last < held.first and n.count is None]
        if self.tokens[held.first - 1].form == "،":
            return count
        if not before or any(before[-1].last < b < held.first for b in self.sentence.breaks):
            return Count(count.min, None) if self._somebody(held) else count
        one = self.people.one(before[-1]) if held.first - before[-1].last <= _NEAR else None
        if one is not None:
            return both(one, count)
        leader = next((m for m in self.sentence.of("leader") if 0 < held.first - m.last <= _TITLED), None)
        if leader is not None and self.people.single(leader.first) and not self._listed(leader.last, held.first):
            return both(Count(1, 1), count)  # قياديا في التنظيم وخمسة من رجاله
        return Count(count.min + 1 if leader is not None and count.min is not None else count.min, None)

    def _somebody(self, held: Placed) -> bool:
        """Whether only plain words stand before a joined number in its clause, for somebody who is not read: إن فلانا
        وسبعة من رجاله قتلوا."""
        start = max((b for b in self.sentence.breaks if b < held.first), default=None)
        if start is None:
            return False
        between = range(start + 1, held.first - (self.tokens[held.first - 1].form == "و"))
        told = {
            m.first for cls in ("trigger", "trigger_verb", "light", "toll", "clause") for m in self.sentence.of(cls)
        }
        told |= {p.first for p in (*self.sentence.places, *self.sentence.times, *self.sentence.quantities)}
        plain = all(self.tokens[i].word and i not in told and i not in self.reach.harm_at for i in between)
        return 0 < len(between) <= _UNREAD and plain

    def _listed(self, last: int, first: int) -> bool:
        """Whether others stand between somebody and a joined number, behind a comma or و."""
        between = self.tokens[last + 1 : first - (self.tokens[first - 1].form == "و")]
        return any(t.form == "،" or t.form.startswith("و") for t in between)

    def beside_one(self, count: Count | None, who: Nominal) -> Count | None:
        """A count of one with the numbers and others told behind him: فلان و20 من مرافقيه, فلان وعدد من رجاله."""
        last = self.apposed(who)
        limit = self.reach.listed(last, apposed=True)
        for q in self.reach.numbers():
            joined = self.reach.joined(q)
            if last < q.first < limit and joined and q.first not in self.reach.used and not self.reach.harmed(q):
                more = count_of(q)
                counted = any(
                    n.count is q or n.first <= q.last <= n.last for n in self.sentence.nominals
                )  # with_further has it
                count = count if count is None or counted else None if more is None else both(count, more)
                self.reach.used.add(q.first)
        return self.others.behind(count, who.last + 1, limit, self.reach.used)

    def behind_one(self, count: Count, match: Match, held: Placed) -> Count:
        """A count with the one person told before it, and his kin: قتل جندي وأحد المسلحين, رجل وزوجته وثلاثة من
        جيرانه."""
        joined = held.prefix[:1] == "و" or self.tokens[held.first - 1].form == "و"
        if not joined and not held.mention.text.startswith(ONE_OF):
            return count
        for nominal in self.sentence.nominals:
            if match.last < nominal.head <= nominal.last < held.first <= nominal.last + _UNREAD:
                one = self.people.one(nominal)
                return count if one is None else self.others.kin(both(one, count), nominal.last + 1, held.first)
        return count

    def unread(self, match: Match, held: Placed) -> bool:
        """Whether somebody stands before a joined number who is not known as a person: استشهاد عريف وجنديين."""
        joined = self.reach.joined(held) and 1 < held.first - match.last <= _UNREAD + 1
        between = range(match.last + 1, held.first - (self.tokens[held.first - 1].form == "و"))
        told = {i for p in (*self.sentence.places, *self.sentence.times) for i in range(p.first, p.last + 1)}
        known = any(n.head in between for n in self.sentence.nominals) or any(
            i in self.reach.harm_at or i in self.reach.stops or i in told for i in between
        )
        return joined and not known and all(self.tokens[i].word for i in between)

    def unread_before(self, match: Match, who: Nominal) -> bool:
        """Whether و joins somebody to one who stands before him and is not known."""
        joined = self.tokens[who.head].form.startswith("و") or self.tokens[who.head - 1].form == "و"
        return joined and who.head > match.last + 1 and self.tokens[match.last + 1].word

    def titled(self, match: Match) -> bool:
        """Whether one person stands behind a word of harm, told by rank or office: مقتل عميد وجنديين."""
        return any(m.first == match.last + 1 for cls in ("rank", "office", "officer") for m in self.sentence.of(cls))

    def ranked(self, count: Count, who: Nominal) -> Count:
        """A count of one with those whom و joins to him by their rank: النقيب فلان معاون المدير والمجند فلان."""
        ends = (self.reach.stops | self.reach.harm_at) - set(range(who.last + 1))
        past = min(ends, default=self.sentence.past)
        ranks = [m for m in self.sentence.of("rank") if who.last < m.first < past and m.prefix.conjunction == "و"]
        more = len([m for m in ranks if who.named and m.entry.form.startswith("ال")])
        return both(count, Count(more, more)) if more else count

    def apposed(self, who: Nominal) -> int:
        """Last token of somebody, with the name behind what he is: القائد الميداني في الحركة فلان."""
        for other in self.sentence.nominals:
            if other.named and other.kind == "person" and not other.link and 0 < other.head - who.last <= _TITLE:
                between = range(who.last + 1, other.head)
                parted = any(i in self.reach.harm_at or i in self.sentence.breaks for i in between)
                if not parted and not any(self.tokens[i].form.startswith("و") for i in (*between, other.head)):
                    return other.last
        return who.last
