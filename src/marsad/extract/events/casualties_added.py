"""Who is added to those counted without a number of his own: و عدد من الضيوف, إضافة إلى حارس, مع مسلحين اثنين."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.casualties_count import WAS, both, count_of
from marsad.extract.events.casualties_reach import WITH
from marsad.model import Count

if TYPE_CHECKING:
    from collections.abc import Collection

    from marsad.extract.events.casualties_count import People
    from marsad.extract.events.casualties_reach import Reach
    from marsad.extract.events.nominals import Nominal

# Words behind others without a number in which a harm of their own may stand: وآخرون أصيبوا.
_OWN_HARM = 2


class Added:
    """Reads what is added behind the people counted in one sentence."""

    def __init__(self, reach: Reach, people: People) -> None:
        sentence = reach.sentence
        self._tokens, self._people = reach.tokens, people
        self._numbers = {q.first: q for q in reach.numbers()}
        self._heads = {n.head: n for n in sentence.nominals}
        self._first = {n.first: n for n in sentence.nominals}
        self._uncounted = [m for m in sentence.of("uncounted") if m.prefix.conjunction == "و"]
        self._some = {m.first for m in sentence.of("uncounted")}
        self._phrases = {m.last for m in sentence.of("added")}
        self._more = [m for m in sentence.of("one_more") if m.prefix.conjunction == "و"]
        self._kin = [m for m in sentence.of("kin") if m.prefix.conjunction == "و" and m.suffix]
        self._acts = {m.first for cls in ("harm", "trigger") for m in sentence.of(cls)}
        self._harm = {m.first for m in sentence.of("harm") if m.prefix.conjunction != "و"}

    def behind(self, count: Count | None, first: int, past: int, used: Collection[int] = ()) -> Count | None:
        """A count with those that tokens `first` to `past` add to it; open above where their number is not told.
        Numbers that begin at `used` are in it already."""
        for i in range(first, past):
            if count is None:
                return None
            if i in self._phrases or (self._tokens[i].form in WITH and self._tokens[i - 1].form not in WAS):
                count = self._with(count, i + 1, used)
        for match in self._more:
            if count is not None and first <= match.first < past and not self._harmed(match.last):
                count = both(count, Count(1, 1))  # جندي تركي وآخر من التنظيم
        for who in self._heads.values():
            one = first <= who.head < past and not who.joined and who.head not in used and self._people.and_one_of(who)
            several = count is not None and count.min != 1  # فلان، وأحد أهم القادة: who he was
            if count is not None and several and one and not self._harmed(who.last):
                count = both(count, Count(1, 1))
        count = None if count is None else self.kin(count, first, past)
        more = [m for m in self._uncounted if first <= m.first < past and not self._harmed(m.last)]
        if count is not None and more:
            known = count.min is not None and any(m.entry.value == "more" for m in more)
            return Count(count.min + 1 if known and count.min is not None else count.min, None)
        return count

    def kin(self, count: Count, first: int, past: int) -> Count:
        """A count with those of his kin who are told with somebody: وزوجته, وطفلاها, وأبنائه."""
        for match in self._kin:
            if first <= match.first < past and not self._harmed(match.last):
                more = int(match.entry.value)
                low = None if count.min is None else count.min + max(more, 1)
                count = Count(low, None if not more or count.max is None else count.max + more)
        return count

    def _with(self, count: Count, at: int, used: Collection[int]) -> Count | None:
        if at in used:
            return count
        if at in self._some:
            return Count(None if count.min is None else count.min + 1, None)  # مع عدد من مرافقيه
        number = count_of(self._numbers[at]) if at in self._numbers else None
        if number is not None:
            return count if self._harmed(self._numbers[at].last) else both(count, number)
        who = self._first.get(at) or self._heads.get(at)
        if at in self._acts or who is None or (who.named and who.kind != "person") or who.asset:
            return count
        more = self._number(who)
        if more is not None:
            return both(count, more)
        return Count(None if count.min is None else count.min + 1, None)

    def _number(self, who: Nominal) -> Count | None:
        """How many a group is, also where its number stands behind it: مسلحين اثنين آخرين."""
        behind = self._first.get(who.last + 1)
        held = who.count or (behind.count if behind is not None and behind.kind == "others" else None)
        return count_of(held) if held is not None else self._people.one(who)

    def _harmed(self, last: int) -> bool:
        return any(i in self._harm for i in range(last + 1, last + 1 + _OWN_HARM))
