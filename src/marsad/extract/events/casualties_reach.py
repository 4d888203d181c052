"""What a sentence of tolls holds: the numbers of people, the words of harm, and how far each reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.casualties_count import count_of
from marsad.extract.events.words import flags
from marsad.model import Count

if TYPE_CHECKING:
    from collections.abc import Collection

    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed
    from marsad.lexicon import Match
    from marsad.text.view import Token

_PERSONS = frozenset({None, "person"})
# Words between two joined numbers, and where only who the first are, or words that add, stand between them.
JOINED, ADDED = 3, 9
# Words behind a number in which others may be added to those counted.
_LIST = 14
# Words of a number behind what tells that a toll has come to it.
_REACHED = 6
# Words between a unit and its number.
_NAMED = 2
_AT_LEAST = ["علي", "الاقل"]
_ZERO = frozenset({"0", "٠"})
# As written: شخص واحد is no such.
ONE_OF = ("وأحد", "وإحدى")
_ONE = frozenset({"واحد", "واحدا", "واحده"})
# What stands behind a number of the other side's dead: و19 من الجيش.
_OF_THEM = frozenset({"من", "اخرين", "اخرون"})
# Words that add those who died with somebody.
WITH = frozenset({"مع", "برفقه", "رفقه"})
# What stands between the tolls of two sides beside who they are.
_OF_SIDES = frozenset({"من", "،", "و", "عناصر", "مسلحي", "علي", "الاقل", "اقل", "تقدير"})


class Reach:
    """One sentence by tokens: where its tolls, their numbers and what ends them stand. `used` grows as numbers are
    taken."""

    def __init__(self, sentence: Sentence, tokens: tuple[Token, ...]) -> None:
        self.sentence = sentence
        self.tokens = tokens
        plain = [n for n in sentence.nominals if n.count is None and not n.named]
        self.plain = {i for n in plain for i in (n.head, n.first - 1)}
        times = {i for t in sentence.times for i in range(t.first, t.last + 1)}
        counted = [n.count for n in sentence.nominals if n.count is not None]
        numbers = {(n.first, n.last) for n in sentence.numbers}
        self.quantities = [
            q for q in sentence.quantities
            if q.first not in times and q.mention.per is None and not self.not_those(q)
            and (q.mention.unit in _PERSONS or (q.mention.unit == "other" and q in counted and self.of_them(q)))
        ]  # fmt: skip
        self.sides = [
            q for q in sentence.quantities
            if q.first not in times and q.mention.unit == "other" and (q.first, q.last) in numbers
            and q not in self.quantities and self.of_them(q)
        ]  # fmt: skip
        self.harm_at = {m.first for m in sentence.of("harm")}
        self.theirs = {m.first for m in sentence.of("harm") if m.suffix and m.entry.value == "killed act"}
        self.joined_harm = sorted(m.first for m in sentence.of("harm") if m.prefix.conjunction == "و")
        self.counted_at = {m.first for m in sentence.of("harm") if "person" in flags(m.entry.value)}
        self.more_at = {m.first for m in sentence.of("one_more")}
        self.added_at = {m.first for m in sentence.of("added")}
        self.added = {m.last for m in sentence.of("added")}
        self.wound_at = {m.first for m in sentence.of("wound")}
        self.part_at = [m.first for m in sentence.of("part_of_toll")]
        self.tolls = {m.first for m in sentence.of("toll") if not m.suffix}
        spots = {p.first for p in sentence.places}
        self.in_place = {m.first for m in sentence.of("toll") if m.entry.form == "في" and m.last + 1 in spots}
        self.aside = self.in_brackets()
        names = [n for n in sentence.nominals if n.named and n.kind == "person"]
        self.titled = {i for n in names for i in range(n.head - 1, n.first + 1)}
        self.stops = set(sentence.breaks) | set(self.part_at) | self.tolls
        self.used: set[int] = set()

    def of_them(self, q: Placed) -> bool:
        """Whether a number is that of some of those who are named behind it: 19 من الجيش."""
        return q.last + 1 < self.sentence.past and self.tokens[q.last + 1].form in _OF_THEM

    def of_foes(self, verb: Match, limit: int) -> Placed | None:
        """A number whose noun names no people, behind a verb and who did it: قتل الجيش 15 من المليشيات."""
        doer = next((n for n in self.sentence.nominals if n.head == verb.last + 1 and n.named), None)
        first = verb.last + 1 if doer is None else doer.last + 1
        return next((q for q in self.sides if q.first == first < limit and not self.joined(q)), None)

    def in_brackets(self) -> set[int]:
        """Tokens inside round brackets: names that follow a number (10 جنود (فلان وفلان) وشرطيان)."""
        inside: set[int] = set()
        depth = 0
        for i in range(self.sentence.first, self.sentence.past):
            form = self.tokens[i].form
            depth += (form == "(") - (form == ")")
            if depth > 0 or form == ")":
                inside.add(i)
        return inside

    def joined(self, q: Placed) -> bool:
        """Whether و joins a number to what stands before it."""
        before = self.tokens[q.first - 1].form if q.first > self.sentence.first else ""
        if before.startswith("و") and q.first - 1 in self.plain:
            return True  # وعسكريين اثنين
        bare = self.tokens[q.first].form in _ONE and not q.mention.text.startswith(ONE_OF)
        return "و" in (q.prefix[:1], before, "" if bare else self.tokens[q.first].form[:1])

    def numbers(self) -> list[Placed]:
        """The numbers of people, and those that a side's name alone tells what they count, in order."""
        return sorted((*self.quantities, *self.sides))

    def not_those(self, q: Placed) -> bool:
        """Whether a number is a time of day (0300 بتوقيت غرينتش), only tells that somebody is one (جنديا تشاديا واحدا),
        among how many he was (من بين ثلاثة جرحى), or names a unit (قائد كتيبة المشاة 73)."""
        before = self.tokens[q.first - 1] if q.first > self.sentence.first else None
        if q.mention.text[:1] in _ZERO:
            return True
        if before is None:
            return False
        units = self.sentence.of("unit_named")
        if not self.joined(q) and q.mention.text.isdigit() and any(0 < q.first - m.last <= _NAMED for m in units):
            return True
        if before.form == "بين" and self.tokens[q.first - 2].form == "من":
            return True
        people = any(n.head <= q.first - 1 <= n.last + 1 and n.count is None for n in self.sentence.nominals)
        one = self.tokens[q.last].form in _ONE and not q.mention.text.startswith(ONE_OF)
        return one and q.first == q.last and people

    def limit(self, last: int, reach: int, passed: Collection[int] = ()) -> int:
        """Where what is told behind a token ends: after `reach` words, those in brackets not counted, or where
        something else begins."""
        for i in range(last + 1, self.sentence.past):
            if reach == 0 or (i in self.stops and i not in passed) or i in self.harm_at:
                return i
            if self.tokens[i].form in (".", "؛", ":"):
                return i
            reach -= i not in self.aside
        return self.sentence.past

    def listed(self, last: int, apposed: bool = False) -> int:
        """Where the list of those counted ends at the latest: a comma begins something else, unless و stands behind it,
        or who somebody is (فلان، أحد القادة في صنعاء، وسبعة من رجاله), also by name where one is told of (`apposed`:
        قائد اللواء، العميد فلان، مع اثنين من رجاله)."""
        limit = self.limit(last, _LIST, self.in_place)
        for i in range(last + 1, limit):
            form = self.tokens[i + 1].form if i + 1 < limit else "و"
            goes_on = form.startswith("و") or i + 1 in self.added_at or i + 1 in self.plain
            goes_on = goes_on or (apposed and (i + 1 in self.titled or form in WITH))
            if self.tokens[i].form == "،" and not goes_on:
                return i
        return limit

    def noun_end(self, held: Placed) -> int:
        """Last token of the first two words of whom a number counts: 12 رجل أمن وثلاثة عمال."""
        end = max((min(n.last, n.head + 1) for n in self.sentence.nominals if n.count is held), default=held.last)
        while end + 1 in self.aside:
            end += 1
        return end

    def harmed(self, q: Placed) -> bool:
        return any(i in self.wound_at or (i in self.harm_at and i not in self.theirs) for i in self.behind(q))

    def behind(self, q: Placed) -> range:
        """Where a number may have a harm of its own behind it: as far as a word of harm that و joins to it."""
        past = min(self.sentence.past, q.last + JOINED + 1)
        return range(q.last, next((i for i in self.joined_harm if q.last < i < past), past))

    def of_another_side(self, held: Placed, more: Placed) -> bool:
        """Whether only who the first are stands between two numbers: 26 من المتمردين وحلفائهم، وثمانية من الجيش."""
        told = {i for n in self.sentence.nominals for i in range(n.head, n.last + 1)}
        between = range(held.last + 1, more.first)
        return 0 < len(between) < ADDED and all(i in told or self.tokens[i].form in _OF_SIDES for i in between)

    def count(self, held: Placed) -> Count | None:
        """A quantity as a count; "at least" behind the noun leaves it open above (57 مدنيا على الأقل)."""
        if self.decimal(held):
            return None
        found = count_of(held)
        if found is not None and found.min is None and self.reached(held):
            found = Count(found.max, found.max)
        if found is None or found.max is None:
            return found
        for i in range(held.last + 1, min(self.sentence.past - 1, held.last + 9)):
            form = self.tokens[i].form
            if form == "،" and [t.form for t in self.tokens[i + 1 : i + 3]] == _AT_LEAST:
                return Count(found.min, None)  # سبعة من المسلحين، على الأقل، قتلوا
            if form in ("،", ".") or i in self.stops or (i in self.harm_at and i > held.last + 1):
                break
            if [t.form for t in self.tokens[i : i + 2]] == _AT_LEAST:
                return Count(found.min, None)
        return found

    def reached(self, held: Placed) -> bool:
        """Whether a toll has come to a number (حصيلة تصل إلى 30), and is not at most so many (ما يصل إلى 30)."""
        words = [m for m in self.sentence.of("reached") if 0 <= held.last - m.last <= _REACHED]
        return any(self.tokens[m.first - 1].form != "ما" for m in words)

    def decimal(self, held: Placed) -> bool:
        """Whether a number is the whole part of a decimal written with ر, which is read from right to left (5ر1)."""
        before = [t.form for t in self.tokens[max(0, held.first - 2) : held.first]]
        behind = [t.form for t in self.tokens[held.last + 1 : held.last + 3]]
        cut = behind[:1] == ["ر"] and behind[-1][:1].isdigit()
        return cut or ("".join(before[-1:]).endswith("ر") and "".join(before)[:1].isdigit())

    def in_part(self, first: int) -> bool:
        """Whether it stands behind a word that begins the parts of a toll."""
        for start in self.part_at:
            if start < first <= start + 6 and not any(start < h < first for h in self.harm_at):
                return True
        return False
