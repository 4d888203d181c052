"""How like two tellings of an event are."""

from __future__ import annotations

from math import cos, hypot, radians
from typing import TYPE_CHECKING

from marsad.codebook import codebook
from marsad.cues import TOLL_LINKS, cue
from marsad.extract.events.coding import BACK
from marsad.extract.events.words import FROM_AFAR
from marsad.resolve.events_carry import turns
from marsad.resolve.events_headline import headline_end
from marsad.resolve.events_number import number, one_number
from marsad.resolve.events_open import of_others, sums
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analysis import Analysis
    from marsad.model import ActorRef, Count, Event, PlaceRef
    from marsad.resolve.events_kin import Kin

_TYPES = codebook().event_types
# Acts that a text may name by a wider word (هجوم for a bombing).
WIDE = frozenset(name for name, entry in _TYPES.items() if entry.violent) - {"abuse", "riot", "destruction"}
_VAGUE = frozenset({"armed_attack", "bombing", "shelling"})
# Types in whose words an execution may be told again.
_OF_CAPTIVES = frozenset({"armed_attack", "assassination"})
# So begin the words for a massacre, which may be done by any means.
_MASSACRES = ("مجزر", "مجازر", "مذبح", "مذابح")
# So begins the word for an ambush, which no raid or shelling is.
_AMBUSH = ("كمين", "كماين")
_NEVER = frozenset({"demand", "decision", "condemnation"})
# What happens to a person happens once.
_OF_PERSONS = frozenset({"arrest", "assassination", "abduction", "release", "execution"})
_NEAR_KM = 40.0
# Characters of a date that tell its month.
_MONTH = 7
_SAME = 2.0
# Sentences behind the headline in which the text tells what it announced.
_LEAD = 3
_APART = -1.0
# A toll and the sum in which it is told again.
_SUMMED = 1.5
# Sentences over which an act told without a place may be one told with a place, and what it costs it farther off.
_NEAR_BY, _UNPLACED = 3, 0.5
# Characters behind a trigger that tell what is demanded or decided; words in common that make it the same; letters of
# a word too short to tell.
_MATTER, _SHARED, _SHORT = 110, 2, 3
# Sentences in which the attacker of an explosion is told of behind it; words that tell another one, and characters
# behind the trigger in which they stand.
_TOLD_BY, _WHICH = 2, 40
_HIMSELF = frozenset({"نفسه", "نفسها", "نفسيهما", "انفسهم"})
_ANOTHER = frozenset({"خر", "خري", "اخر", "اخري", "ثان", "ثاني", "ثانيه", "ثالث", "سابق", "سابقا", "كان", "قبل"})
_BROAD = frozenset({"country", "region", "governorate"})
_BACK_WORDS = ("هذا", "هذه", "ذلك", "تلك", "ذاته", "نفسه")
_VERY = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها"})
_OF_DAY = frozenset({"امس", "اليوم"})
_FALLING = ("سقط", "سقوط", "تساقط")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")


def arguments(event: Event) -> int:
    """How many arguments a telling names."""
    slots = (event.date, event.place, event.perpetrators, event.targets, event.killed, event.injured)
    return sum(bool(slot) for slot in slots)


class Alike:
    """Compares the tellings of one text."""

    def __init__(self, analysis: Analysis, kin: Kin) -> None:
        self._analysis, self._kin = analysis, kin
        self._text = analysis.document.text
        self._units: dict[int, str | None] | None = None
        self.headline = headline_end(analysis)
        self._lead = analysis.text.sentence_of(max(0, self.headline - 1)) + _LEAD
        self.published = (analysis.document.published or "")[:10]

    def likeness(self, a: Event, b: Event, told: bool = True, title: bool = False) -> float:
        """Points for what `b` shares with `a`, told before it; below 0 where they contradict each other.

        `told` asks for types that can be one event; without it only contradictions count. `title`: `a` is told in
        the headline, and `b` may be what the headline speaks of."""
        if told and not _types_agree(a, b):
            return _APART
        back = told and self.points_back(b)
        lead = title and self._analysis.text.sentence_of(b.start) <= self._lead
        suicide = told and self._by_suicide(a, b)
        if told and not (a.type == b.type or "clash" in (a.type, b.type) or back or title or suicide):
            return _APART
        places = self._places(a.place, b.place)
        dates = self._dates(a, b, back and (places > 0 or not (a.place and b.place)))
        agents, targets = self._actors(a.perpetrators, b.perpetrators), self._actors(a.targets, b.targets)
        summed = (a.killed and sums(b, a.killed)) or (b.killed and sums(a, b.killed))
        sides = a.type == "clash" and back and of_others(a, b)  # وقتل ثلاثة جنود في الاشتباكات: the other side's
        toll = _SUMMED if summed else 0.0 if sides else _tolls(a.killed, b.killed)
        toll += _tolls(a.injured, b.injured)
        if title and _same_toll(a, b):  # a headline names country and government for town and army
            places, agents, targets = max(places, 0.0), max(agents, 0.0), max(targets, 0.0)
        if lead and a.type == b.type and a.type in WIDE:
            places = max(places, 0.0)
        if dates < 0 or places < 0:
            return _APART
        if told and (agents < 0 or targets < 0) and not (a.type == "clash" and self._sides(a, b)):
            return _APART
        other = back and a.type != b.type and dates + places + agents + targets + toll <= 0
        if other and (b.place or any(t.type is not None for t in b.targets)):
            return _APART  # "the attack on" something else
        score = dates + places + max(0.0, agents) + max(0.0, targets) + toll
        if a.type == b.type and a.type in _OF_PERSONS and targets > 0:
            score += 1.5
        score += 0.5 if a.weapon and b.weapon and a.type == b.type else 0.0
        if back:
            score += 1.0 + (0.0 if b.perpetrators or b.place or b.date else 1.0)
            score += 1.0 if self._word_again(a, b) else 0.0
        score += 1.0 if title else 0.0
        if told and not back and not title and bool(a.place) != bool(b.place) and self._far(a, b):
            score -= _UNPLACED
        score = max(score, _SAME) if lead and a.type == b.type and a.type in WIDE else score
        score = max(score, _SAME) if told and (suicide or self._lands(a, b)) else score
        if a.type in _NEVER:
            unnamed = a.type == "condemnation" and not b.targets
            same = agents > 0 and (targets > 0 or title or unnamed or self._one_matter(a, b))
            return _SAME if same else _APART
        return score

    def _places(self, a: tuple[PlaceRef, ...], b: tuple[PlaceRef, ...]) -> float:
        """More for a place in common the smaller it is, 0 where one may hold the other, below 0 where they are
        apart."""
        if not a or not b:
            return 0.0
        best = _APART
        for x in a:
            for y in b:
                if fold_word(x.text) == fold_word(y.text):
                    best = max(best, 0.5 if x.kind == "country" else 1.0 if x.kind in _BROAD else 1.5)
                elif "governorate" in (x.kind, y.kind) and self._of_two_units(x, y):
                    continue
                elif x.kind in _BROAD or y.kind in _BROAD:
                    if x.country is None or y.country is None or x.country == y.country:
                        best = max(best, 0.0)
                elif x.lat is not None and y.lat is not None and _km(x, y) <= _NEAR_KM:
                    best = max(best, 0.5)
                elif x.lat is None or y.lat is None:
                    best = max(best, 0.0)
        return best

    def _of_two_units(self, x: PlaceRef, y: PlaceRef) -> bool:
        """Whether two places lie in two governorates of one level, as far as the gazetteer tells."""
        if self._units is None:
            self._units = {p.start: p.admin1 for p in self._analysis.places}
        one, other = (self._units.get(p.start) if p.start is not None else None for p in (x, y))
        return x.kind == y.kind or (one is not None and other is not None and one != other)

    def as_many(self, tellings: Sequence[Event], b: Event) -> bool:
        """Whether an act told in the text may be as many acts as `b`, as far as either has a toll to go wrong."""
        series = self._series(b)
        for a in tellings:
            if series and number(a) != "several" and not self.in_headline(a):
                return False  # أطلقوا النار على القنصلية وقتل سبعة في موجة من الهجمات
            tolls = a.type in WIDE and any((a.killed, b.killed, a.injured, b.injured))
            if tolls and not one_number(a, b) and not (self.in_headline(a) or self._the_most(a, b)):
                return False
        return True

    def retells(self, story: Event, b: Event) -> bool:
        """Whether the text may come back in `b` to a headline that it has told in full: as its day's event, in the
        same or in wider words."""
        if story.type in _NEVER or (b.date and b.date != story.date):
            return False
        if b.type != story.type and turns(self._analysis, self._analysis.text.sentence_of(b.start)):
            return False
        return b.type == story.type or (b.type in _VAGUE and story.type not in _VAGUE)

    def in_headline(self, event: Event) -> bool:
        """Whether an event was told in the headline."""
        return event.start < self.headline

    def related(self, a: tuple[ActorRef, ...], b: tuple[ActorRef, ...]) -> bool:
        """Whether two lists name one party, or its kin."""
        return self._actors(a, b) > 0

    def points_back(self, event: Event) -> bool:
        """Whether the trigger is definite with no complement of its own, or has a demonstrative."""
        if self.points_at(event):
            return True
        behind = self._text[event.end : event.end + 12].split()
        if event.rule.endswith("/trigger") and behind and fold_word(behind[0]) in _OF_DAY and event.type in _VAGUE:
            return True  # هجوم أمس
        head = fold_word(event.trigger.split()[0])
        if self._series(event):
            return False  # سلسلة من الهجمات
        attached = self._text[max(0, event.start - 3) : event.start]
        if event.type in _OF_PERSONS and event.rule.endswith("/trigger") and head.endswith(_PRONOUNS[1:]):
            return True
        return head.startswith("ال") or attached.endswith(("ال", "لل"))

    def _the_most(self, a: Event, b: Event) -> bool:
        """Whether one of several is picked out in a sentence that goes on about it: أكثر التفجيرات دموية."""
        one = self._analysis.text.sentence_of(a.start) == self._analysis.text.sentence_of(b.start)
        return one and BACK in (a.rule, b.rule)

    def _series(self, event: Event) -> bool:
        """Whether an event is told as some of several: سلسلة من الهجمات."""
        before = self._text[max(0, event.start - 20) : event.start].removesuffix("ال").split()
        some = len(before) > 1 and fold_word(before[-1]) == "من"
        return some and fold_word(before[-2]) in cue("some_of", TOLL_LINKS)

    def points_at(self, event: Event) -> bool:
        """Whether a demonstrative stands before the trigger, or behind it (الاشتباكات ذاتها)."""
        behind = self._text[event.end : event.end + 12].split()
        if behind and fold_word(behind[0]) in _VERY:
            return True
        before = self._text[max(0, event.start - 12) : event.start].removesuffix("ال").split()
        return bool(before) and fold_word(before[-1]).lstrip("وفبل") in _BACK_WORDS

    def _word_again(self, a: Event, b: Event) -> bool:
        """Whether the next sentence points at the very word again: بمواجهات في المدينة. وقتل جندي بتلك المواجهات."""
        if not self.points_at(b):
            return False
        heads = [fold_word(e.trigger.split()[0]).removeprefix("ال") for e in (a, b)]
        next_to = self._analysis.text.sentence_of(b.start) - self._analysis.text.sentence_of(a.start) == 1
        return heads[0] == heads[1] and next_to

    def _lands(self, a: Event, b: Event) -> bool:
        """Whether `b` tells where the shells of `a` fell, right behind it: قصفوا البلدة. وسقطت القذائف على سوق."""
        if a.type != "shelling" or b.type != a.type or b.perpetrators or not a.perpetrators:
            return False
        behind = self._analysis.text.sentence_of(b.start) - self._analysis.text.sentence_of(a.start)
        return 0 <= behind <= 1 and fold_word(b.trigger).startswith(_FALLING)

    def _far(self, a: Event, b: Event) -> bool:
        """Whether sentences of other things stand between two tellings."""
        return self._analysis.text.sentence_of(b.start) - self._analysis.text.sentence_of(a.start) > _NEAR_BY

    def _by_suicide(self, a: Event, b: Event) -> bool:
        """Whether `b`, right behind an explosion, tells that its doer blew himself up: an act that is told twice,
        unless the text says that this is another one."""
        if a.type != "bombing" or b.type != "suicide_attack" or a.count or b.count or not _HIMSELF & _words(b.trigger):
            return False
        n = self._analysis.text.sentence_of(b.start)
        if n - self._analysis.text.sentence_of(a.start) > _TOLD_BY or turns(self._analysis, n):
            return False
        start = max(a.end, self._analysis.text.sentences[n].start)
        between = {w.lstrip("وفبلا") for w in _words(self._text[start : b.end + _WHICH])}
        return not _ANOTHER & between

    def _one_matter(self, a: Event, b: Event) -> bool:
        """Whether what is demanded or decided is told in the same words behind both triggers."""
        return len(self._matter(a) & self._matter(b)) >= _SHARED

    def _matter(self, event: Event) -> set[str]:
        named = {w for p in (*event.perpetrators, *event.targets) for w in fold_word(p.text).split()}
        words = fold_word(self._text[event.end : event.end + _MATTER]).split()
        return {w for w in words if len(w) > _SHORT} - named

    @staticmethod
    def of_another_month(a: Event, b: Event) -> bool:
        """Whether two tellings are dated in two months: a month's sum is no retelling of one day's act."""
        if not a.date or not b.date or "/" in a.date + b.date:
            return False
        x, y = a.date[:_MONTH], b.date[:_MONTH]
        return not (x.startswith(y) or y.startswith(x))

    def _dates(self, a: Event, b: Event, back: bool) -> float:
        x, y = a.date, b.date
        if not x or not y:
            return 0.0
        if x == y:
            return 0.5
        if x.startswith(y) or y.startswith(x) or x in y.split("/") or y in x.split("/"):
            return 0.0
        # The day that a text is of is the day of saying as often as that of the event.
        return 0.0 if back and self.published in (x, y) else _APART

    def _sides(self, a: Event, b: Event) -> bool:
        """Two tellings of a clash may name the sides in either order."""
        return self._actors((*a.perpetrators, *a.targets), (*b.perpetrators, *b.targets)) > 0

    def _actors(self, a: tuple[ActorRef, ...], b: tuple[ActorRef, ...]) -> float:
        """1 for a party in common, half of it for its kin, 0 where either is unknown, below 0 where they differ."""
        if not a or not b:
            return 0.0
        for x in a:
            for y in b:
                if x.key and x.key == y.key:
                    return 1.0
        if {fold_word(x.text) for x in a} & {fold_word(x.text) for x in b}:
            return 1.0
        if any(self._kin.related(x, y) for x in a for y in b):
            return 0.5
        return _APART if any(x.key for x in a) and any(y.key for y in b) else 0.0


def _words(text: str) -> set[str]:
    return set(fold_word(text).split())


def _types_agree(a: Event, b: Event) -> bool:
    if a.type == b.type:
        return True
    if {a.type, b.type} == {"clash", "armed_attack"} and a.killed is not None:
        return a.killed == b.killed
    executed = [e for e in (a, b) if e.type == "execution" and not fold_word(e.trigger).startswith(_MASSACRES)]
    if executed and not {a.type, b.type} & _OF_CAPTIVES:
        return False  # nobody is shelled to death as a captive
    if any(fold_word(e.trigger).startswith(_AMBUSH) for e in (a, b)) and not FROM_AFAR.isdisjoint((a.type, b.type)):
        return False
    return (
        a.type in WIDE and b.type in WIDE and "clash" not in (a.type, b.type) and (a.type in _VAGUE or b.type in _VAGUE)
    )


def _tolls(x: Count | None, y: Count | None) -> float:
    """What two figures tell: much where they are equal, a little where one is within the other."""
    if x is None or y is None:
        return 0.0
    if (x.min, x.max) == (y.min, y.max):
        return 1.5
    inside = any(p.max is None and p.min is not None and (q.min or 0) >= p.min for p, q in ((x, y), (y, x)))
    return 0.5 if inside else -0.5


def _same_toll(a: Event, b: Event) -> bool:
    pairs = [(x, y) for x, y in ((a.killed, b.killed), (a.injured, b.injured)) if x is not None and y is not None]
    return bool(pairs) and all(x.min == y.min for x, y in pairs)


def _km(x: PlaceRef, y: PlaceRef) -> float:
    """Distance in km, good enough for near places."""
    if x.lat is None or y.lat is None or x.lon is None or y.lon is None:
        return 0.0
    return hypot((x.lat - y.lat) * 111.2, (x.lon - y.lon) * 111.2 * cos(radians(x.lat)))
