"""Complements of verbal nouns: their genitive, and what is told with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.roles_inherited import Inherited
from marsad.extract.events.roles_links import MUTUAL
from marsad.extract.events.words import DONE, MOVES

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal

# Words that may stand between a verbal noun and its genitive, and between a party and a participle said of it.
_GENITIVE = 3
_SAID_OF = 5
# Words between a doer in the genitive and whom his act was done to, behind ل.
_OBJECT = 2
# Words between whom a noun names and another party that it tells of.
_BESIDE = 4
# Before a noun of support they make it what somebody is after: دوره في مساندة الحكومة.
_SOUGHT = frozenset({"في", "الي", "علي"})
# A verb of doing, with what is done behind ب.
_DOES = ("قام", "يقوم", "تقوم")
# Acts done to things, whose owner stands behind them.
_OF_THINGS = frozenset({"weapons_seizure", "destruction"})
# Acts behind whose noun a country is where they were (هجوم تركيا).
_IN_COUNTRIES = frozenset({"clash", "armed_attack", "bombing", "suicide_attack", "assassination", "execution"})
# What an attack is told on, but where this is where it was: على الحدود.
_ON, _LINES = "علي", ("الحدود", "حدود", "مشارف", "اطراف", "طريق", "الطريق", "تخوم", "امتداد", "جبه", "خط", "بعد")


class Nouns(Inherited):
    """Reads the parties of verbal nouns."""

    def noun(self, draft: Draft) -> None:
        end = self.right(draft)
        after = [n for n in self.nominals if draft.last < n.head < end and self.free(n, draft)]
        light = draft.light
        subject: list[Nominal] = []
        if light is not None:
            subject = [] if self.bursts(draft) else self.light_subject(draft)
        does = light is not None and light.entry.form.startswith(_DOES)  # تقوم الطائرات بقصف مواقع فلان
        self.oblique(draft, after, led=bool(subject) or does)
        genitive = self.genitive(draft, after)
        rest = [g for g in after if not g.link and not g.joined and g not in genitive]
        for tail in draft.tails or self.late_tail(draft):
            if tail.first > draft.first:
                self.told_behind(draft, tail)
        done = light is not None and light.entry.form in DONE and light.first < draft.first
        if genitive and done and (draft.spec.patient or draft.type == "territory_gain"):
            draft.targets = draft.targets or genitive  # تم طرد فلان
        elif genitive and draft.match.suffix.strip("ا"):
            self.pronoun(draft)
            draft.targets.extend(g for g in genitive if g not in draft.agents and not draft.targets)
        elif genitive and draft.spec.patient and self.two_placed(genitive, rest):
            draft.agents, draft.targets = draft.agents or genitive, self.group(rest[0])
        elif genitive and draft.type == "decision" and genitive[0].kind == "person":
            draft.targets = draft.targets or genitive
        elif genitive:
            if draft.spec.patient and not (rest and rest[0].asset):
                near = genitive[-1].last + _OBJECT
                taken = any(t.head <= near for t in draft.targets)
                taken = taken or any(n.link == "for" and n.head <= near for n in after)  # قتل الجيش لثلاثة
                taken = taken and not (light is not None and light.entry.value == "none")  # تم اعتقال فلان
                (draft.agents if taken and not draft.agents else draft.targets).extend(genitive)
            elif draft.type == "condemnation" and not any(
                0 < n.head - genitive[-1].last <= _GENITIVE and n.link for n in after
            ):
                draft.targets = draft.targets or genitive  # انتقاد فلان
            elif self.done_to(draft, genitive, after):
                draft.targets = draft.targets or genitive
            elif (
                genitive[0].kind == "government"
                and draft.type in _IN_COUNTRIES
                and not any(n.link == "against" for n in after)
            ):
                pass  # هجوم تركيا is one in it
            elif draft.first in self.movers and genitive[0].armed:
                draft.agents, subject = genitive, []  # محاولة منع تسلل المسلحين
            elif draft.type == "siege" and genitive[0].kind == "person":
                draft.targets.extend(g for g in genitive if g not in draft.targets)  # حصار الرئيس
            elif self.done_on(draft, genitive, alone=not subject and not self.known(draft)):
                draft.agents = genitive
            elif genitive[0].asset or self.known(draft) or (subject and draft.type not in MUTUAL):
                draft.targets.extend(g for g in genitive if g not in draft.agents)
            elif draft.type == "support" and genitive[0].head > draft.last + 1:
                draft.targets = draft.targets or genitive  # تأييد مطلب المتظاهرين
            elif self.of_something(draft, genitive[0]):
                pass  # تفجير مسجد طوارئ القوات is no act of theirs
            else:
                draft.agents = genitive + [n for n in draft.agents if n not in genitive]
                if rest and draft.type not in MUTUAL and rest[0].head <= genitive[-1].last + 3:
                    draft.targets.extend(self.group(rest[0]))
        elif draft.match.suffix.strip("ا") and not (subject and not draft.spec.patient):
            self.pronoun(draft)
        if subject:
            side = draft.targets if light is not None and light.entry.value == "target" else draft.agents
            if not side:
                side.extend(subject)
        if draft.spec.participle:
            self.described(draft)
        if draft.type in MOVES:  # تعزيزات لفلان, موقع تمركز لعناصر فلان
            owner = [n for n in self.nominals if n.head <= draft.first and draft.last < n.first and n.asset][:1]
            if draft.first == draft.last:  # تهريب السلاح لفلان goes to him
                owner = owner or [n for n in after if n.link == "for" and n.head <= draft.last + 2 and n.armed][:1]
            draft.agents = owner if owner and not genitive else draft.agents
        if draft.type in MUTUAL:
            self.settle(draft)

    def done_to(self, draft: Draft, genitive: list[Nominal], after: list[Nominal]) -> bool:
        """Whether the genitive of a noun that may tell either names the one acted on: محاصرة المسلحين, دعم الجيش; not
        where it is told behind it on whom or what (محاصرة الحوثيين للمدينة, دعم فلان لفلان)."""
        party = genitive[-1]
        if draft.type == "support":
            sought = self.tokens[draft.first - 1].form in _SOUGHT or draft.match.prefix.preposition == "ل"
            if genitive[0].kind in ("government", "international") and not sought:
                return False
        elif draft.first not in self.undergone:
            return False
        others = [n for n in after if n.head > party.last and n not in genitive]
        told = ("for",) if draft.type == "support" else ("for", "against")  # مساندة فلان ضد فلان
        if any(n.link in told or (not n.link and n.head <= party.last + _BESIDE) for n in others):
            return False
        behind = self.tokens[party.last + 1 : party.last + 1 + _OBJECT]
        ruled = any(t.form.startswith("ل") and len(t.form) > _OBJECT for t in behind)
        return not ruled and not any(0 < p.first - party.last <= _OBJECT for p in self.sentence.places)

    def done_on(self, draft: Draft, genitive: list[Nominal], *, alone: bool) -> bool:
        """Whether the genitive of an attack is whose it was, since it is told behind it on what: قصف الجيش للحي, and
        where no other doer is named قصف الجيش على الحي."""
        past = genitive[-1].last + 1
        done = draft.spec.violent or draft.type == "siege"
        if not done or draft.type in MUTUAL or past + 1 >= self.sentence.past:
            return False
        if genitive[0].asset or not genitive[0].armed:
            return False
        form = self.tokens[past].form
        if form.startswith("لل") and len(form) > _OBJECT + 1:
            return True
        return alone and form == _ON and not self.tokens[past + 1].form.startswith(_LINES)

    def of_something(self, draft: Draft, party: Nominal) -> bool:
        """Whether a party stands behind other things in the genitive: it owns what was struck."""
        between = range(draft.last + 1, party.head)
        if draft.type in _OF_THINGS and (between or draft.last > draft.first):
            return True  # تدمير مخازن التنظيم
        return draft.spec.violent and len(between) > 1

    def two_placed(self, genitive: list[Nominal], rest: list[Nominal]) -> bool:
        """Whether a noun that its patient mostly follows has its doer first: إعدام التنظيم ثلاثة جنود."""
        if not genitive[0].named or not genitive[0].armed or genitive[0].count is not None or not rest:
            return False
        patient = rest[0]
        if patient.head > genitive[-1].last + 2:
            return False
        plain = genitive[0].head == genitive[0].first or genitive[0].kind == "state_force"
        return patient.count is not None or not (patient.armed or patient.named) or (plain and patient.kind == "person")

    def described(self, draft: Draft) -> None:
        """The party that a participle is said of: الحوثيون باتوا محاصرين."""
        known = [n for n in self.nominals if n.last < draft.first <= n.last + _SAID_OF and n.link in ("", "for")]
        side = draft.targets if draft.spec.patient else draft.agents
        if known and not side:
            side.extend(self.group_ending(known[-1]))

    def genitive(self, draft: Draft, after: list[Nominal]) -> list[Nominal]:
        for nominal in after:
            if nominal.joined:
                continue
            gap = range(draft.last + 1, nominal.head)
            if draft.spec.patient and nominal.link == "in" and nominal.head <= draft.last + _GENITIVE:
                held = self.titled(nominal)
                if held:
                    return held
            person = nominal.kind == "person" and nominal.named and self.titles(gap)  # زيارة وزير الدفاع المصري فلان
            if len(gap) > _GENITIVE and not person:
                return []
            if nominal.link:
                owned = nominal.link == "for" and not draft.match.prefix.article  # هجوم لفلان, not القصف لفلان
                struck = any(self.tokens[i].form.startswith("ل") for i in gap)  # قصف لمخيمات لفلان
                if owned and not draft.spec.patient and draft.spec.violent and len(gap) <= 1 and not struck:
                    return [] if self.owned(nominal) else self.group(nominal)
                return []
            if any(not self.tokens[i].word or i in self.relative or i in self.national for i in gap):
                return []
            if draft.type == "decision" and any(i in self.starts for i in gap):
                return []  # قرار مبايعة فلان
            if draft.match.prefix.article or self.agreement.accusative(nominal):
                return []  # القتال has no genitive, nor is هجوم عددا من الجنود one
            if (
                (gap and self.quote_opens(draft.last, nominal.head - 1))
                or any(i in self.verbs for i in gap)
                or any(m.first in gap for cls in ("link", "toll", "told_before") for m in self.sentence.of(cls))
            ):
                return []
            if any(self.tokens[i].form.startswith(("و", "ي")) or self.served(i) for i in gap):
                return []  # تهريب السلاح وجلب المقاتلين, قصف يخطئ فلانا, قوات لقتال فلان
            return self.group(nominal)
        return []
