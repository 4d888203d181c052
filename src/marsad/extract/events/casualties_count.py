"""How many people a phrase names: quantities, single persons, two, and what is joined to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.model import Count

if TYPE_CHECKING:
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed
    from marsad.text.view import Token

# A word for people that ends like this names several, of which how many is not told.
_PLURAL_ENDINGS = ("ين", "ون", "ان", "ات")
# From here on the noun counted is singular, and so is one joined to it: 13 جنديا وشرطيا.
_SINGULAR_NOUN = 11
# Words behind one who died in which others may be added to him.
_FURTHER = 14
# Groups joined to the harmed that are read with them.
_LONGEST = 6
# Services whose men, told before them with the ending of two, are two.
_SERVICES = frozenset({"شرطه", "امن", "جيش", "مخابرات", "استخبارات"})
_AT_LEAST = frozenset({"علي", "الاقل", "اقل", "تقدير"})
# Letters that an adjective has and a preposition has not.
_ADJECTIVE = 5
_ONE = frozenset({"واحد", "واحدا", "واحده"})
_ONE_OF = frozenset({"احد", "احدي"})
# Joined by و, "one of" reads like the number: وأحد المخبرين.
_AND_ONE_OF = frozenset({"واحد", "واحدي"})
# Words that add people to one who died.
_BESIDE = frozenset({"و", "برفقه", "ومعه", "رفقه"})
# Behind these they tell where somebody was: وكان برفقة قائده.
WAS = frozenset({"كان", "وكان", "كانوا", "وكانوا"})


def count_of(placed: Placed) -> Count | None:
    """A quantity as a count of people; None where it says nothing."""
    low, high = placed.mention.min, placed.mention.max
    if low is None and high is None:
        return None
    return Count(None if low is None else int(low), None if high is None else int(high))


def both(a: Count, b: Count) -> Count:
    """Two counts of different people together."""
    low = None if a.min is None or b.min is None else a.min + b.min
    high = None if a.max is None or b.max is None else a.max + b.max
    return Count(low, high)


class People:
    """Counts the people of one sentence."""

    def __init__(self, sentence: Sentence, tokens: tuple[Token, ...]) -> None:
        self._nominals, self._tokens = sentence.nominals, tokens
        self._quantities = {q.last: q for q in sentence.quantities if q.mention.unit in (None, "person")}
        self._kin = {m.first for m in sentence.of("kin") if m.suffix}
        many = {m.entry.form for m in sentence.of("many")}
        words = [m for m in sentence.of("people") if m.entry.value != "crowd" and m.entry.form not in many]
        singular = [m.entry.form for m in words if not m.entry.form.endswith(_PLURAL_ENDINGS)]
        self._singular = {form + end for form in singular for end in ("", "ا")}
        self._singular |= {start + form for form in singular for start in ("و", "ف", "ال", "وال")}

    def one(self, nominal: Nominal) -> Count | None:
        """One, where a single person is named or told of."""
        if (self._tokens[nominal.head].form in _ONE_OF or self.and_one_of(nominal)) and not nominal.asset:
            return Count(1, 1)  # أحد عناصر المقاومة
        if nominal.named and nominal.kind == "person":
            return None if nominal.asset else Count(1, 1)
        single = self.single(nominal.head)
        behind = self._tokens[nominal.head + 1].form if nominal.head + 1 < len(self._tokens) else ""
        if single and behind in _SERVICES and self._tokens[nominal.head].form.endswith("ا"):
            return Count(2, 2)  # قتل ضابطا شرطة
        return Count(1, 1) if single and nominal.count is None else None

    def single(self, i: int) -> bool:
        """Whether the word at a token names one person: قياديا, not قياديين."""
        return self._tokens[i].form in self._singular

    def and_one_of(self, nominal: Nominal) -> bool:
        """Whether one of a group is joined to others: وأحد المخبرين."""
        numbered = nominal.head in self._quantities
        return not numbered and self._tokens[nominal.head].form in _AND_ONE_OF and nominal.head < nominal.first

    def one_before(self, verb: int) -> Nominal | None:
        """Who, as one of others, is the subject right before a verb: أحد الجنود قتل."""
        for nominal in self._nominals:
            if nominal.last == verb - 1 and self._tokens[nominal.head].form in _ONE_OF:
                return nominal
        return None

    def with_others(self, count: Count, who: Nominal, numbers: bool = False) -> Count:
        """A count with the people joined to those counted: ثلاثة مدنيين وجندي, ضابط وجنديين; also those that have a
        number of their own, where `numbers` is set."""
        heads = {who.head}
        for other in self._joined(who):
            if other.head in heads:
                continue  # what kind of people they are: 21 سائحا أجنبيا
            heads.add(other.head)
            held = other.count or self._quantities.get(other.first)
            start = min(other.head, other.first)
            apposed = self._tokens[start - 1].form == "،" and not self._tokens[start].form.startswith("و")
            if start in self._kin or (held is None and apposed):
                continue  # counted as kin; who he was: فلان، قيادي في التنظيم
            if other.named and other.kind == "person" and self._of(who, other):
                continue  # whose they were: 40 عنصرا من المليشيا وفلان
            if held is not None and not numbers:
                continue  # a second number is read by itself
            one = self.one(other) if held is None else count_of(held)
            again = self._tokens[other.last].form.endswith("ا") and (count.min or 0) >= _SINGULAR_NOUN
            again = again and all(t.form not in _ONE for t in self._tokens[other.last + 1 : other.last + 3])
            if one is None and held is None and not other.named and not other.asset and other.kind != "vehicle":
                count = Count(count.min, None)  # ثلاثة مدنيين ومسعفون
            if one is not None:  # 13 جنديا وشرطيا: together, or one more
                count = Count(count.min, None) if again else both(count, one)
        return count

    def _of(self, who: Nominal, other: Nominal) -> bool:
        """Whether a partitive من stands between those counted and who is told behind them."""
        first, last = sorted((who.head, other.first))
        return any(t.form == "من" for t in self._tokens[first:last])

    def at_least(self, count: Count, who: Nominal) -> Count:
        """A count that "at least" right behind leaves open above: مقتل جندي على الأقل."""
        behind = [t.form for t in self._tokens[who.last + 1 : who.last + 3]]
        return Count(count.min, None) if behind in (["علي", "الاقل"], ["علي", "اقل"]) else count

    def with_further(self, count: Count, who: Nominal, stops: set[int]) -> Count | None:
        """A count of one with those that و adds behind what is told of him (مقتل قائد في الحرس و12 جنديا); None where
        they have no number."""
        known = self._joined(who)
        total: Count | None = count
        for other in self._nominals:
            if not who.last < other.head <= who.last + _FURTHER or other in known or total is None:
                continue
            if any(who.last < i < other.head for i in stops):
                break
            first = min(other.head, other.first)
            before = self._tokens[first - 1].form
            beside = before in _BESIDE and self._tokens[first - 2].form not in WAS
            added = self._tokens[other.head].form.startswith("و") or beside
            if added and who.named and not other.named and other.count is None and self._tokens[first - 1].form == "،":
                return None  # who he was, or somebody else: فلان، وقائد ما يسمى
            if added and (not other.named or other.kind == "person"):
                more = count_of(other.count) if other.count is not None else self.one(other)
                total = None if more is None else both(total, more)
        return total

    def _joined(self, who: Nominal) -> list[Nominal]:
        at = self._nominals.index(who)
        first = last = at
        while first > 0 and self._linked(first) and at - first < _LONGEST:
            first -= 1
        while last + 1 < len(self._nominals) and self._linked(last + 1) and last - at < _LONGEST:
            last += 1
        return [n for n in self._nominals[first : last + 1] if n is not who]

    def _linked(self, at: int) -> bool:
        """Whether و joins a group to the one before it, also behind "at least": 12 مدنيا على الأقل وجنديا."""
        before, other = self._nominals[at - 1], self._nominals[at]
        if other.head == before.head:
            return True
        first = min(other.head, other.first)
        between = [t.form for t in self._tokens[before.last + 1 : first]]
        if between[-1:] == ["و"]:
            between.pop()
        elif not self._tokens[first].form.startswith("و"):
            return other.joined
        if len(between) == 1 and before.last + 1 in self._quantities:
            return True  # مهاجمين اثنين وشرطيا
        counted = before.count is not None or before.last in self._quantities
        if len(between) == 1 and not before.named and counted and len(between[0]) >= _ADJECTIVE:
            return True  # جنديين تركيين وحارسا
        return other.joined or _AT_LEAST.issuperset(between)
