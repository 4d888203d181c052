"""Verbs that are active or passive as their parties tell (قتل), and nouns that are spelt like a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.cues import cue
from marsad.extract.events.roles_subjects import Subjects
from marsad.extract.events.words import KILLING

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal

# Behind a verb of killing they make it the harm of what was told before.
_IN_IT = frozenset({"فيها", "فيه", "فيهما", "خلالها", "خلاله", "اثرها", "اثره", "جراءها", "جراءه"})
# The vowel behind the first letter of a passive; letters of an imperfect, where it tells nothing (يُطلق).
_DAMMA = "\u064f"
_IMPERFECT = ("ي", "ت", "ن")
# The ending of a dual verb, and of an indefinite noun in the accusative; letters of words that end so by chance.
_DUAL, _SHORT = "ا", 3
# The ending of a noun in the plural, and letters of words that are no plurals.
_MANY, _LONG = "ات", 4
# Words between a verb and its object in a relative clause.
_NEAR = 2
# Units of numbers of people: with a noun for them, with none, and with من behind them.
_SOME = frozenset({"person", None, "other"})
# Endings of two or more people.
_SEVERAL = ("ون", "ين", "ان", "ات")
# Who stands behind these is a part of those told before.
AMONG = cue("among")
# What crowds do, however they are counted.
_CROWDS = frozenset({"protest", "riot"})


class Voice(Subjects):
    """Tells subject from object where the form of the verb does not."""

    def nominal(self, draft: Draft) -> bool:
        """Whether what is spelt like a verb is the noun of its act, governed by the plain word before it: شجب حرق."""
        i = draft.first - 1
        if not self.agreement.may_be_noun(draft.match) or draft.match.prefix.conjunction or i < self.sentence.first:
            return False
        known = {n.last for n in self.nominals} | {p.last for p in (*self.sentence.times, *self.sentence.places)}
        known |= {m.last for cls in ("clause", "speech") for m in self.sentence.of(cls)}
        form = self.tokens[i].form
        if form.endswith(_MANY) and len(form) > _LONG and "ال" not in form[:_LONG] and i not in known:
            return self.tokens[i].word  # أولويات ضرب التنظيم, not التصريحات اتهم
        governs = self.tokens[i].form.endswith(("ه", "ها", "هم")) and self.raw[self.tokens[i].end - 1] != "ة"
        return self.tokens[i].word and i not in known and governs

    def described_noun(self, draft: Draft) -> bool:
        """Whether what could be a dual verb is a noun in the accusative, with its adjective behind: رفضا مستمرا."""
        after = draft.last + 1
        if not draft.match.entry.form.endswith(_DUAL) or draft.match.suffix or after >= self.sentence.past:
            return False
        if not any(m.first == draft.first for m in self.sentence.of("trigger")):
            return False  # أجريا اتصالا
        form = self.tokens[after].form
        return form.endswith(_DUAL) and len(form) > _SHORT and all(n.head != after for n in self.nominals)

    def passive(self, draft: Draft) -> bool:
        """Whether a verb is written as a passive: عُيّن."""
        start = self.tokens[draft.first].start + len(draft.match.prefix.conjunction)
        return not draft.match.entry.form.startswith(_IMPERFECT) and self.raw[start + 1 : start + 2] == _DAMMA

    def drives(self, party: Nominal) -> bool:
        """Whether a subject makes others flee, as a power may."""
        return party.named and (party.armed or party.kind == "government") and party.count is None

    def part(self, whole: Nominal, party: Nominal) -> bool:
        """Whether a party only says who the one before it is: 68 رهينة من الأجانب."""
        return party.head <= whole.last and self.tokens[whole.last + 1].form == "من"

    def inanimate(self, draft: Draft, group: list[Nominal]) -> bool:
        """Whether a counted party is what was struck or said to be, not who did it."""
        return (
            draft.type not in _CROWDS
            and group[0].count is not None
            and not group[0].armed
            and group[0].kind not in ("crowd",)
        )

    def either(self, draft: Draft, before: list[Nominal], bare: list[list[Nominal]], previous: list[Nominal]) -> None:
        """قتل and its like: two bare parties make it active; one is the one acted on, unless it stands before
        with another behind."""
        if draft.last + 1 < self.sentence.past and self.tokens[draft.last + 1].form in _IN_IT:
            draft.targets.extend(bare[0] if bare else [])  # what happened in it: قتل فيها عشرة
            return
        if bare and draft.last < bare[0][0].head:  # قتل شرطي في هجوم على الجيش
            nouns = [d.first for d in self.found if not d.verb and d.first > bare[0][-1].last]
            draft.targets = [n for n in draft.targets if n.link != "against" or not nouns or n.head < nouns[0]]
            bare = [b for b in bare if not (b[0].asset and b[0].head in nouns)]  # ... في كمين للجيش
        counted = next((q for q in self.sentence.numbers if 0 < q.first - draft.last <= 2), None)
        if counted is not None and (
            any(draft.last < d.first < counted.first for d in self.found)
            or self.tokens[draft.last + 1].form.startswith("و")
            or self.tokens[draft.last + 1].form in AMONG
            or any(m.first == draft.last + 1 and m.entry.value == "with" for m in self.sentence.of("link"))
        ):
            counted = None
        if counted is not None and not before and previous and draft.match.prefix.conjunction and not bare:
            before = previous
        if draft.match.entry.form.endswith("وا") and counted is not None and not before:
            before = self.elided(draft)
        goes_on = draft.match.prefix.conjunction and not before and not draft.agents
        if previous and previous[0].kind == "government" and counted is None:
            doing = [d for d in self.found if d.first < draft.first and previous[0] in d.agents]
            goes_on = goes_on and any(d.spec.violent for d in doing)  # أطلقت الدولة حوارا، وقتل كثيرون
        if goes_on and previous and len(bare) == 1 and self.suffers(draft, bare[0][0]):
            self.give(draft, previous, bare[0])
        elif before and counted is not None:
            whom = [n for n in self.nominals if counted.last < n.first <= counted.last + 5 or n.head == counted.first]
            self.give(draft, before, whom[:1])
        elif draft.agents:
            draft.targets.extend(bare[0] if bare else before)
        elif (draft.targets and bare and bare[0][0].count is None) or (
            len(bare) == 1 and not before and self.captor(draft, bare[0])
        ):
            draft.agents = bare[0]
        elif before and bare and self.relative_before(draft) and bare[0][0].head > draft.last + _NEAR:
            draft.targets.extend(before)  # القيادات التي سجنت هناك: who stands far behind is another
        elif before and bare:
            self.give(draft, before, bare[0])
        elif len(bare) >= 2 and self.entitled(bare[0][0], bare[1][0]):
            draft.targets.extend(bare[1])
        elif (
            len(bare) >= 2
            and (bare[0][0].armed or bare[0][0].named)
            and bare[0][0].count is None
            and self.agreement.behind(draft.match, bare[0][0])
        ):
            self.give(draft, bare[0], bare[1])
        elif len(bare) == 1 and self.kills_some(draft, bare[0]):
            draft.agents = bare[0]
        elif bare:
            draft.targets.extend(bare[0])
        elif before and self.active(draft, before):
            draft.agents = before
        elif before:
            draft.targets.extend(before)

    def active(self, draft: Draft, before: list[Nominal]) -> bool:
        """Whether a verb with a subject before it and no party behind is active: its object is told in plain words
        (قتل عددا من قادة الحركة), or it is what armed groups do (اختطفت الحركة حاكم المنطقة)."""
        i = draft.last + 1
        if i >= self.sentence.past or not self.tokens[i].word or any(m.first == i for m in self.sentence.of("link")):
            return False
        if self.tells_of_people(i):
            return True
        times = {t.first for t in self.sentence.times}
        return draft.type == "abduction" and before[0].kind == "armed_group" and i not in times and i not in self.new

    def entitled(self, what: Nominal, who: Nominal) -> bool:
        """Whether a definite noun is only what the person named behind it is: قتل القائد الميداني في الحركة فلان."""
        form = self.tokens[what.head].form
        several = form.endswith(_SEVERAL) or any(m.first == what.head for m in self.sentence.of("many"))
        definite = not what.named and form.startswith("ال") and not several
        return definite and what.count is None and who.named and who.kind == "person" and not who.joined

    def kills_some(self, draft: Draft, group: list[Nominal]) -> bool:
        """Whether the one party behind a verb of killing is who killed, since those killed are counted right behind it
        by a number that no party goes with: قتل الجيش 15 من تلك العصابات."""
        party = group[-1]
        if not (party.named and party.armed) or party.count is not None or party.asset or draft.spec.type != KILLING:
            return False
        counted = (q for q in self.sentence.quantities if q.first == party.last + 1 and not q.prefix)
        some = any(q.mention.unit in _SOME and q.mention.per is None for q in counted)
        return some and self.agreement.behind(draft.match, group[0])

    def tells_of_people(self, i: int) -> bool:
        """Whether a word for people or members begins at a token."""
        return any(m.first == i for cls in ("people", "member") for m in self.sentence.of(cls))

    def suffers(self, draft: Draft, party: Nominal) -> bool:
        """Whether the one party behind a verb that goes on (هاجم القرية وقتل خمسة) is the one acted on."""
        return party.head <= draft.last + 3 and (party.count is not None or not party.armed)

    def an_object(self, token: int) -> bool:
        """Whether a noun that no table of people holds stands at a token as an indefinite object."""
        if token >= self.sentence.past:
            return False
        form = self.tokens[token].form
        noun = self.agreement.strange(token) or self._matches.is_in(token, "counted")
        return noun and form.endswith("ا") and len(form) >= _LONG

    def captor(self, draft: Draft, group: list[Nominal]) -> bool:
        """Whether the one party of a verb of capture is who captured: armed, and not counted; who bears arms may be
        captured himself, unless an object stands behind him (أسر مقاتلوه طيارا)."""
        party = group[0]
        if party.count is not None or party.asset or draft.match.suffix:
            return False
        if any(m.last == party.head - 1 for cls in ("leader", "rank") for m in self.sentence.of(cls)):
            return False  # أسر القيادي الحوثي فلان
        if not self.agreement.behind(draft.match, party):
            return False
        if draft.type == "arrest":
            return party.kind == "state_force" or (party.armed and self.an_object(group[-1].last + 1))
        return draft.type == "abduction" and party.kind in ("armed", "armed_group")
