"""How many were harmed: words of harm with their numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from marsad.extract.events.casualties_count import People, both, count_of
from marsad.extract.events.casualties_least import Least
from marsad.extract.events.casualties_reach import ADDED, Reach
from marsad.extract.events.casualties_sums import Sums
from marsad.extract.events.casualties_unsplit import Unsplit
from marsad.extract.events.words import flags
from marsad.model import Count
from marsad.model.quick import quick

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed
    from marsad.lexicon import Match
    from marsad.numbers.number import Number
    from marsad.text.view import Token

_AFTER = 5
# A victim is one who died this near behind a word of falling.
_FELL = 5
# Words behind قضى in which what stands behind ب or على makes it another verb.
_RULED = 3
# Harm whose number may follow the word: القتلى إلى 120.
_COUNTED_AFTER = frozenset({"killed", "injured"})
# Words between a verb of harm and its number where the act stands between them.
_PAST_ACT = 12
# Words between people counted and those of them who died, and between these and what tells so.
_PART = 3
# Words for a sum of people.
_SUMS = frozenset({"عدد", "حصيله"})
# A span of time opens with these.
_SPAN = frozenset({"منذ", "خلال"})
# Behind a verb of dying they add him whom the sentence told of before (فجر نفسه فقتل معه خمسة).
_WITH_HIM = frozenset({"معه", "معها"})
# Words between what tells that a number has changed and the number.
_CHANGED = 14
# Words between a number that a toll has risen to and the words for the number of dead.
_RISEN = 4
# Words between a verb of citing and what is cited.
_CITED = 14
# The least of what dozens, hundreds and thousands say.
_DOZENS = (20, 200, 2000)
# Words between who killed and the number of those killed.
_VICTIMS = 3
_NOBODY = Count(None, None)
# Of words of falling those behind which people stand who died or were hurt (سقط ستة، سقوط ستة).
_FALL = frozenset({"سقط", "سقوط"})
# Words behind people who fell among which a word of harm may stand.
_HARMED = 4
# What people meet who die.
_DEATHS, _THEIR = ("مصرع", "حتف"), frozenset({"هم", "هما", "هن"})
# What stands behind a number without a noun.
_ENDS = ("و", "في", "من", "علي", "ب", "بينهم", "جراء", "اثر", "خلال")


@quick
@dataclass(frozen=True, slots=True)
class Harm:
    """One toll: what harm, how many (None where the text gives no number), who, at tokens `first` to `last`; `each`:
    how many of them are `who`, where others were added; `unsplit`: a number told of them together with others."""

    kind: str
    count: Count | None
    first: int
    last: int
    who: Nominal | None
    part: bool = False
    each: Count | None = None
    unsplit: bool = False


def harms(analysis: Analysis, sentence: Sentence) -> list[Harm]:
    """The tolls of a sentence, parts of totals marked as such."""
    reader = _Tolls(analysis, sentence)
    found: list[Harm | None] = []
    before: Match | None = None
    for match in sentence.of("harm"):
        if "none" in flags(match.entry.value):
            continue
        counted = bool(found) and found[-1] is not None and found[-1].count is not None
        if before is None or not counted or not _met(before, match):
            found.append(reader.read(match))
        before = match
    return reader.parts([h for h in (*found, *reader.fallen()) if h is not None])


def _met(verb: Match, match: Match) -> bool:
    """Whether a word for death is what those met whom the verb before it tells of: لقي ثلاثة جنود مصرعهم."""
    return verb.entry.form.startswith("لق") and match.suffix in _THEIR and match.entry.form.startswith(_DEATHS)


def _fallen_as(sentence: Sentence, tokens: tuple[Token, ...], match: Match) -> bool:
    """Whether a word for the dead tells how those fell whose number stands before the verb: عشرون منهم سقطوا قتلى."""
    return any(m.last == match.first - 1 and tokens[m.first].form.endswith("وا") for m in sentence.of("falling"))


class _Tolls:
    def __init__(self, analysis: Analysis, sentence: Sentence) -> None:
        self.sentence, self.tokens = sentence, analysis.text.tokens
        self.reach = Reach(sentence, self.tokens)
        self.people = People(sentence, self.tokens)
        self.sums = Sums(self.reach, self.people)
        self.least = Least(sentence, self.tokens, self.reach)
        self.unsplit = Unsplit(sentence, self.tokens, self.reach.quantities)

    def read(self, match: Match) -> Harm | None:
        found = self.told(match)
        if found is None:
            return None
        if found.count is None:
            return replace(found, unsplit=True) if self.unsplit.either(match) else found
        if self.earlier(match) or (self.least.also(match) and self.least.alone(match)):
            return Harm(found.kind, None, found.first, found.last, None, True)
        summed = found.kind != "killed" or found.count != found.each
        if self.least.tells(match, summed):  # قتل الوالي، مضيفا أن خمسة من مرافقيه قتلوا أيضا
            return replace(found, count=Count(found.count.min, None))
        return replace(found, count=None, unsplit=True) if self.unsplit.either(match) else found

    def earlier(self, match: Match) -> bool:
        """Whether a number is told as one that has changed since: أعلن في حصيلة سابقة أن 57 قتلوا."""
        return any(0 < match.first - m.last <= _CHANGED for m in self.sentence.of("earlier"))

    def told(self, match: Match) -> Harm | None:
        kind, *rest = match.entry.value.split()
        coming = self.tokens[match.first].form.lstrip("وف").startswith("س" + match.entry.form)
        if "passes" in rest and self.rules(match):
            return None  # قضت المحكمة بحبسه، قضى على التمرد
        if "cites" in rest and self.cites(match):
            return None  # استشهد الجنرال بآية
        if "loses" in rest and not self.lost(match):
            return None
        if "verb" in rest and coming and match.entry.form[0] not in "يتن":
            return None  # سمات is no مات: only what has not happened yet takes س
        if "person" in rest:
            return self.counted(match, kind) if "fallen" not in rest or self.fell(match) else None
        return self.happened(match, kind, "verb" in rest)

    def rules(self, match: Match) -> bool:
        """Whether a verb of passing away tells of a ruling, or of what somebody did with his time or his foes."""
        links = {m.first for cls in ("link", "weapon", "trigger", "there") for m in self.sentence.of(cls)}
        links |= {p.first for p in self.sentence.places} | {q.first for q in self.sentence.quantities}
        for i in range(match.last + 1, min(self.sentence.past, match.last + 1 + _RULED)):
            if i in links:
                return False
            if self.tokens[i].form.startswith("ب") or self.tokens[i].form == "علي":
                return True
        return False

    def cites(self, match: Match) -> bool:
        """Whether a verb of dying as a martyr tells what somebody cites: استشهد الجنرال بآية."""
        return any(0 < m.first - match.last <= _CITED for m in self.sentence.of("cited"))

    def lost(self, match: Match) -> bool:
        """Whether a word of losing or putting down has a number of people behind it, and is no aim: خسرت الكتيبة أربعة
        من مقاتليها, القضاء على سبعة مسلحين; not للقضاء على آخر الجيوب."""
        counted = [n.count for n in self.sentence.nominals]
        limit = self.reach.limit(match.last, _AFTER)
        lost = (q for q in self.reach.quantities if match.last < q.first < limit)
        aim = match.prefix.preposition == "ل"
        return not aim and any(q.mention.unit == "person" or q in counted for q in lost)

    def fell(self, match: Match) -> bool:
        """Whether a victim is one who died: سقط خمسة ضحايا, راح ضحيته, not a victim who tells of it."""
        return any(match.first - _FELL <= m.first < match.first for m in self.sentence.of("falling"))

    def counted(self, match: Match, kind: str) -> Harm | None:
        """A word that counts people itself: خمسة قتلى، القتلى إلى 120، قتيلان."""
        if self.unsplit.shared(match):
            return Harm(kind, None, match.first, match.last, None, self.reach.in_part(match.first))
        inside = next((q for q in self.reach.quantities if q.first <= match.first <= q.last), None)
        before = next((q for q in self.reach.quantities if 0 < match.first - q.last <= 1), None)
        after = None
        fallen = "fallen" in flags(match.entry.value)
        one = "one" in flags(match.entry.value)  # الشهيد لديه ابنان
        definite = fallen or match.prefix.article or match.entry.form.startswith("ال")
        definite = definite or self.tokens[match.first - 1].form in _SUMS  # عدد قتلى الكمين إلى ستة
        if kind in _COUNTED_AFTER and not one and definite:
            after = next((q for q in self.reach.quantities if 0 < q.first - match.last <= _AFTER), None)
            if after is not None and any(match.last < s < after.first for s in self.reach.stops - self.reach.tolls):
                after = None
            if after is not None and any(match.last < h < after.first for h in self.reach.harm_at):
                after = None
        held = before or inside or after or self.risen(match)
        if held is None and _fallen_as(self.sentence, self.tokens, match):
            held = self.subject_count(match)
        if held is None:
            return Harm(kind, None, match.first, match.last, self.who(match.last), self.reach.in_part(match.first))
        if held.first in self.reach.used:
            return None
        self.reach.used.add(held.first)
        if fallen and self.some_died(held):
            return Harm(kind, None, match.first, match.last, None, self.reach.in_part(match.first))
        dozens = (told := count_of(held)) is not None and told.max is None and told.min in _DOZENS and fallen
        if dozens or self.unsplit.counted_with(held):  # عشرات الضحايا may be hurt
            return Harm(kind, None, match.first, match.last, None, self.reach.in_part(match.first))
        count = each = self.reach.count(held)
        if kind == "killed" and count is not None:
            if self.reach.added & set(range(match.last, match.last + ADDED)):
                count = self.sums.joined(count, held, match.last)
            else:
                count = self.sums.joined(count, held, match.last) if held is after else count
                count = None if count is None else self.sums.counted(count, max(match.last, held.last))
            if count is not None and held.last < match.first - 1:
                count = self.sums.before(count, held)  # 25 حوثيا و10 من رجال المقاومة سقطوا قتلى
        return Harm(kind, count, match.first, match.last, self.who(match.last), self.reach.in_part(match.first), each)

    def some_died(self, held: Placed) -> bool:
        """Whether the dead are told as a part of those counted: ثماني ضحايا بينهم ثلاثة قتلى."""
        part = next((i for i in self.reach.part_at if held.last < i <= held.last + _PART), None)
        dead = {m.first for m in self.sentence.of("harm") if m.entry.value.startswith("killed")}
        return part is not None and not dead.isdisjoint(range(part + 1, part + 1 + _PART))

    def risen(self, match: Match) -> Placed | None:
        """The number that a toll has risen to, told before the dead: ارتفع إلى 18 على الأقل عدد القتلى."""
        dead = (m for m in self.sentence.of("harm") if m.first < match.first and m.entry.value.startswith("killed"))
        if self.tokens[match.first - 1].form != "عدد" or any(dead):
            return None  # قتل شرطيان، ما يرفع إلى 13 عدد القتلى: the sum of several acts
        near = (q for q in self.reach.quantities if 0 < match.first - 1 - q.last <= _RISEN)
        return next((q for q in near if self.tokens[q.first - 1].form == "الي"), None)

    def happened(self, match: Match, kind: str, verb: bool) -> Harm | None:
        """A verb or verbal noun of harm, with the number of those it happened to."""
        part = self.reach.in_part(match.first) and not match.prefix.conjunction
        limit = self.reach.limit(match.last, _AFTER + (2 if verb else 0))
        if verb and self.tokens[min(match.last + 1, self.sentence.past - 1)].form in _SPAN:
            limit = self.reach.limit(match.last, _PAST_ACT, self.reach.tolls)  # قتل منذ بدء الحرب في كذا ألفا جندي
        if verb and match.last + 1 in self.reach.tolls:  # the act stands between: قتل في الغارة على البلدة 13 شخصا
            limit = self.reach.limit(match.last, _PAST_ACT, self.reach.tolls)
        if match.last + 1 in self.reach.harm_at and not verb:
            following = next(m for m in self.sentence.of("harm") if m.first == match.last + 1)
            if following.prefix.conjunction and "person" not in flags(following.entry.value):
                if following.entry.value.startswith(kind):
                    return None  # استشهاد ومصرع سبعة
                return Harm(kind, None, match.first, match.last, None, part, unsplit=True)  # مقتل وجرح ستة
        before = [m.entry.value.split()[0] for m in self.sentence.of("harm") if m.last == match.first - 1]
        if not verb and match.prefix.conjunction and before and kind not in before:
            return Harm(kind, None, match.first, match.last, None, part, unsplit=True)
        limit = min([limit, *(i for i in self.reach.added_at if i > match.last)])  # قتلوا إضافة إلى اثنين من الحراس
        held = next(
            (q for q in self.reach.quantities if match.last < q.first < limit and q.first not in self.reach.used), None
        ) or (self.reach.of_foes(match, limit) if verb else None)
        if (
            held is None
            and verb
            and not match.prefix.conjunction
            and match.suffix == ""
            and (
                match.entry.form.endswith(("وا", "ت", "ا"))
                or any(q.last == match.first - 1 for q in self.reach.quantities)
            )
        ):
            held = self.subject_count(match)
        if held is not None and held.first - 1 == match.last and self.joined_verb(held):
            held = self.subject_count(match)  # 260 مقاتلا قتلوا ومئات جرحوا
        if held is not None and (held.prefix.endswith("ل") or held.last + 1 in self.reach.counted_at):
            return Harm(kind, None, match.first, match.last, None, part)  # أم لثلاثة أطفال؛ ضحيتها عشرات القتلى والجرحى
        if held is not None and verb:
            held = self.whom(held)
        if held is not None:
            self.reach.used.add(held.first)
            if self.unsplit.counted_with(held):
                return Harm(kind, None, match.first, match.last, None, part)
            named = (n for n in self.sentence.nominals if n.count is held or n.first == held.last)
            who = next(named, None) or self.who(held.last)
            count = self.sums.joined(each := self.reach.count(held), held, limit)
            if count is not None and who is not None:
                count = self.people.with_others(count, who)
            if count is not None and held.last < match.first:
                count = self.sums.before(count, held)
                if kind == "killed" and count is not None and count == each:
                    count = self.sums.with_one_before(count, held)
            if count is not None and (who is None or not who.joined):
                if self.sums.unread(match, held):
                    count = both(count, Count(1, 1 if self.sums.titled(match) else None))
                else:
                    count = self.sums.behind_one(count, match, held)
            behind = self.tokens[match.last + 1 : match.last + 2]
            if count is not None and verb and any(t.form in _WITH_HIM for t in behind):
                count = both(count, Count(1, 1))
            alone = verb or self.sums.besides(match, held)
            if count is not None and alone and self.sums.beside(held):
                count = both(count, Count(1, 1))  # لقي مصرعه مع 40 آخرين
            if kind == "killed" and count is not None and held.first > match.last:
                count = self.sums.complete(count, held)
            return Harm(kind, count, match.first, match.last, who, part, each)
        first = self.people.one_before(match.first) if verb else None
        if first is not None:
            return Harm(kind, Count(1, 1), match.first, match.last, first, part)
        bare = self.bare(match)
        if bare is not None:
            return Harm(kind, bare, match.first, match.last, None, part)
        if match.first in self.reach.theirs:
            return Harm(kind, None, match.first, match.last, None, part)  # لقوا مصرعهم: who died is told before
        for nominal in self.sentence.nominals:
            if match.last < nominal.head < min(limit, match.last + 4):
                one = self.numbered(nominal) or self.people.one(nominal)
                count = None if one is None else self.people.with_others(one, nominal, numbers=True)
                if count is not None and self.sums.unread_before(match, nominal):
                    # قتل نقيب شرطة ومجند; قتل المنصوري وأبو سالم
                    count = both(count, Count(1, 1)) if self.sums.titled(match) else Count(count.min, None)
                if count is not None:
                    count = self.people.with_further(
                        count, nominal, (self.reach.stops - self.reach.tolls) | self.reach.harm_at
                    )
                    count = None if count is None else self.people.at_least(count, nominal)
                    if count == Count(1, 1):
                        count = self.sums.ranked(count, nominal)
                    if kind == "killed":
                        count = self.sums.beside_one(count, nominal)
                return Harm(kind, count, match.first, match.last, nominal, part, one)
        return Harm(kind, None, match.first, match.last, None, part)

    def whom(self, held: Placed) -> Placed:
        """The number behind a verb of killing: that of those killed, where who killed is counted first (قتل أربعة
        انتحاريين 52 شخصا)."""
        doers = next((n for n in self.sentence.nominals if n.count is held and n.armed), None)
        if doers is None:
            return held
        body = (n for n in self.sentence.nominals if n.named and n.link_word == "من" and n.first > doers.last)
        last = next((n.last for n in body if n.head - doers.last <= _VICTIMS), doers.last)
        few = (count_of(held) or _NOBODY).max or 0
        for q in self.reach.quantities:
            if not 0 < q.first - last <= _VICTIMS or self.reach.joined(q) or self.reach.harmed(q):
                continue
            stops = self.reach.stops | self.reach.harm_at
            near = all(self.tokens[i].word and i not in stops for i in range(last + 1, q.first))
            more = (count_of(q) or _NOBODY).min or 0
            if near and q.mention.unit == "person" and few < more:
                return q if q.last + 1 not in self.reach.part_at else held
        return held

    def fallen(self) -> list[Harm]:
        """People who fell, told by no word for the dead: فيما سقط ستة من مقاتلي الجبهة. They died, or were hurt."""
        harm = self.reach.harm_at | self.reach.wound_at
        counted = [n.count for n in self.sentence.nominals]
        made = []
        for match in self.sentence.of("falling"):
            q = next((q for q in self.reach.quantities if q.first == match.last + 1), None)
            if match.entry.form not in _FALL or q is None or q.first in self.reach.used or q not in counted:
                continue
            if harm.isdisjoint(range(match.last + 1, min(self.sentence.past, q.last + _HARMED))):
                made.append(Harm("killed", None, match.first, match.last, None, unsplit=True))
        return made

    def numbered(self, who: Nominal) -> Count | None:
        """The number right before somebody, where it is no quantity of its own: قتل فيه ثلاثون جنديا."""
        for number in self.sentence.numbers:
            whole = number.value is not None and number.value.denominator == 1
            told = any(q.first <= number.first <= q.last for q in self.sentence.quantities)  # of families, of nobody
            if number.last == who.first - 1 and number.kind == "cardinal" and whole and number.value and not told:
                return Count(int(number.value), int(number.value))
        return None

    def joined_verb(self, held: Placed) -> bool:
        """Whether a number joined by و has a verb of harm of its own behind it."""
        own = any(m.first == held.last + 1 and "verb" in flags(m.entry.value) for m in self.sentence.of("harm"))
        return own and (held.prefix[:1] == "و" or self.tokens[held.first].form.startswith("و"))

    def bare(self, match: Match) -> Count | None:
        """A number without a noun, or one more person, right behind the word: تقتل 8 وتصيب 21، وأصيب آخر."""
        after = match.last + 1
        if after in self.reach.more_at:
            return Count(1, 1)
        for number in self.sentence.numbers:
            counted = any(q.first <= after <= q.last and not _alone(q, number) for q in self.sentence.quantities)
            if number.first == after and not counted:
                following = self.tokens[number.last + 1].form if number.last + 1 < self.sentence.past else "."
                ends = following.startswith(_ENDS) or not following[0].isalpha()
                if ends and number.kind == "cardinal" and number.value is not None and number.value.denominator == 1:
                    return Count(int(number.value), int(number.value))
        return None

    def subject_count(self, match: Match) -> Placed | None:
        """The number in a subject before its verb: 57 مدنيا قتلوا, 20 من أنصاره سقطوا قتلى."""
        q: Placed
        people = any(self.tokens[i].form.endswith("وا") for i in (match.first - 1, match.first))
        for q in reversed(self.reach.numbers() if people else self.reach.quantities):
            if q.last < match.first <= q.last + 8 and q.first not in self.reach.used:
                gap = range(q.last + 1, match.first)
                if any(s in gap for s in self.sentence.breaks):
                    return None
                if any(p - 1 == q.last - 1 or p in range(q.first - 1, q.first) for p in self.reach.part_at):
                    continue
                if any(p < q.first for p in self.reach.part_at if p > q.first - 3):
                    continue
                return q
        return None

    def who(self, last: int) -> Nominal | None:
        """Who was harmed: the party right behind the number or the word."""
        for nominal in self.sentence.nominals:
            if last - 1 <= nominal.first <= last + 4 and nominal.head <= last + 3:
                # "seven dead by shelling of the army": whose act it was, not who died.
                acts = any(last < m.first < nominal.first for m in self.sentence.of("trigger"))
                return None if acts else nominal
        return None

    def parts(self, found: list[Harm]) -> list[Harm]:
        """The tolls, with the numbers behind بينهم as parts of the one before."""
        made = list(found)
        for start in self.reach.part_at:
            total = next((h for h in reversed(found) if h.first < start), None)
            if total is None:
                continue
            end = self.reach.limit(start, 10)
            for q in self.reach.quantities:
                if start < q.first < end and q.first not in self.reach.used:
                    self.reach.used.add(q.first)
                    made.append(Harm(total.kind, count_of(q), q.first, q.last, self.who(q.last), True))
        return sorted(made, key=lambda h: h.first)


def _alone(placed: Placed, number: Number) -> bool:
    """Whether a quantity is a number with no noun: أربعة من الجيش."""
    return placed.mention.unit == "other" and (placed.first, placed.last) == (number.first, number.last)
