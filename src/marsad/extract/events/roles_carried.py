"""Verbs that carry a verbal noun and tell its parties: شن فلان هجوما, هجوم شنه فلان."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.cues import cue
from marsad.extract.events.roles_reach import STOP_SIGNS
from marsad.extract.events.roles_verbs import Verbs
from marsad.extract.events.weapons import flies
from marsad.extract.events.words import SPOKEN, flags

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.lexicon import Match

_LIFTING, _ORIGIN = cue("lifting"), cue("origin")
# Words between a noun and a verb that carries it from behind.
_TAIL = 8
# Words from a noun of speech to the verb that carries it from behind.
_SAID = 2
# Letters of a word that is no plural in ون.
_PLURAL = 4
# Words between a verb and its noun that are no subject without a name.
_PLAIN = 2
# So begins a noun of what bursts by itself; verbs that make it burst.
_BURST, _BURSTING = "انفجار", cue("bursting")
# Who leads or builds something goes on to do more with it.
_LEADS = ("قاد", "قود", "بن")
_OF, _TO = "من", "الي"
# Verbs that a noun right behind is the subject of, and led by a preposition what was reached.
_SUCCEEDS = tuple(cue("succeeds"))
# ب with a pronoun for what is done.
_WITH_IT = frozenset({"به", "بها", "بهما", "بهم"})


class Carried(Verbs):
    """Reads the parties of a noun from the verb that carries it."""

    def light_subject(self, draft: Draft) -> list[Nominal]:
        light = draft.light
        if light is None or self.lifted(draft) or "near" in draft.spec.needs:
            return []  # باشر الدفاع المدني بلاغا عن سقوط قذيفة
        if not draft.match.prefix.conjunction and any(light.last < d.first < draft.first for d in self.found):
            return []  # it carries the noun before: تبنى قتل فلان ردا على الهجوم
        if self.parted(light, draft) or self.flown(light) or self.sated(light, draft):
            return []
        between = [
            n for n in self.nominals
            if light.last < n.head < draft.first and not n.link and not n.joined and self.free(n, draft)
            and n.head - 1 not in self.condemned  # ردوا على هجمات فلان بقصف
        ]  # fmt: skip
        if light.entry.value == "none":  # وقع فلان وفلان اتفاقا
            return self.group(between[0]) if between and between[0].named and draft.type == "agreement" else []
        if between:
            return self.band(between[0])
        if light.first - 1 in self.relative:
            known = [n for n in self.nominals if light.first - 6 <= n.last < light.first - 1 and n.link != "none"]
            return self.group_ending(known[-1]) if known else []
        if {light.first - 1, light.first - 2} & self.selves:
            known = [n for n in self.nominals if n.last < light.first and n.speaker and n.named and not n.link]
            return self.group_ending(known[-1]) if known else []
        behind = light.last + 1
        if self.succeeded(draft):
            return []
        if behind < draft.first and (self.unnamed(behind) or self.tokens[behind].form == _TO):
            return []  # نفذت الطائرات عشرين غارة, توجه إلى البلدة
        if draft.type == "air_strike" and light.entry.value.startswith("agent"):  # الطائرات تساند فلانا، حيث شنت غارات
            flying = {m.last for m in self.sentence.of("weapon") if "air" in flags(m.entry.value)}
            known = [n for n in self.nominals if n.last < light.first and flying & {n.head - 1, n.head, n.first}]
            if known:
                return self.band(known[-1])
        start = self.left(light.first)
        here = [n for n in self.nominals if start <= n.head < light.first and not n.link and not n.joined]
        here = [n for n in here if (self.free(n, draft) or start > self.sentence.first)]
        here = [n for n in here if not self.inner(n) and not self.owned(n)]
        if here and here[0].head == start and here[0].head - 1 in self.starts:
            return []  # governed by another act: ودعم الشرعية، شنت غارات
        return self.band(here[0]) if here else []

    def succeeded(self, draft: Draft) -> bool:
        """Whether an act is itself the subject of the verb right before it: نجحت عملية قادها فلان."""
        light = draft.light
        if light is None or light.last + 1 != draft.first or self.tokens[draft.first].form == _OF:
            return False
        return light.entry.form.lstrip("يت").startswith(_SUCCEEDS)

    def sated(self, light: Match, draft: Draft) -> bool:
        """Whether a verb in front of a noun has another object already, which its pronoun means: الحملة التي شنها فلان
        إثر الاحتجاجات, الجهود التي تقوم بها السلطات; not what that goes on to tell (ما تقوم به من هجمات)."""
        if self.tokens[draft.first - 1].form == _OF or light.entry.form.lstrip("يت").startswith(_LEADS):
            return False
        behind = light.last + 1
        within = behind < draft.first and self.tokens[behind].form in _WITH_IT
        return light.first < draft.first and (bool(light.suffix.strip("ا")) or within)

    def lifted(self, draft: Draft) -> bool:
        """Whether an act is only told of as one to be ended, or by where it comes from, so that it is another's:
        حاولوا كسر الحصار, استهدفوا مصادر إطلاق النار."""
        before = self.tokens[draft.first - 1].form
        return (draft.type == "siege" and before in _LIFTING) or before.lstrip("لب") in _ORIGIN

    def flown(self, light: Match) -> bool:
        """Whether aircraft, with no owner named, are the subject of a verb: مقاتلات أجنبية تقوم بقصف البلدة."""
        craft = [w for w in self.sentence.of("weapon") if "air" in flags(w.entry.value) and flies(light, w)]
        owned = any(craft[-1].first <= n.last < light.first for n in self.nominals) if craft else True
        return bool(craft) and not owned

    def strange_subject(self, light: Match, draft: Draft) -> bool:
        """Whether so many plain words stand between a verb and its noun that one may be the subject: ينفذ واحد منهم."""
        between = range(light.last + 1, draft.first)
        named = {i for n in self.nominals for i in range(n.head, n.last + 1)}
        commas = [i for i in between if self.tokens[i].form == "،"]
        aside = range(commas[0], commas[-1] + 1) if len(commas) > 1 else range(0)  # ، بعد اجتماع عقد أمس،
        return sum(i not in named and i not in aside for i in between) > _PLAIN

    def bursts(self, draft: Draft) -> bool:
        """Whether a noun of what bursts by itself stands behind a verb that does not make it burst: تباشر الشرطة
        انفجارا."""
        if draft.light is None or draft.light.first > draft.first:
            return False
        return draft.match.entry.form.startswith(_BURST) and draft.light.entry.form not in _BURSTING

    def late_tail(self, draft: Draft) -> list[Match]:
        """A verb that carries the noun and stands farther behind it: هجوم على القرية شنه فلان."""
        if draft.agents or not draft.spec.violent:
            return []
        later = [m for m in self.sentence.of("light") if m.first > draft.last]
        if not later or later[0].suffix not in ("ه", "ها") or not later[0].entry.value.startswith("agent"):
            return []
        gap = range(draft.last + 1, later[0].first)
        parted = any(i in self.starts or i in self.new or i in self.speech or i in self.verbs for i in gap)
        return [] if parted or later[0].prefix.conjunction or len(gap) > _TAIL else later[:1]

    def told_behind(self, draft: Draft, light: Match) -> None:
        """هجوم شنه فلان: what follows the verb did it; هجوم استهدف فلانا: it was done to him."""
        if any(draft.last < i < light.first for i in self.new):
            return
        if draft.type in SPOKEN and light.first - draft.last > _SAID:
            return  # إدانة الأعمال التي يرتكبها فلان
        if draft.spec.violent and "words" in light.entry.value:
            return  # غارات على معسكرات يتخذها فلان مقرات
        if draft.type in SPOKEN and any(draft.last < i < light.first for i in self.starts):
            return  # التنديد بالغارات التي يشنها فلان
        end = next(
            (i for i in range(light.last + 1, self.sentence.past)
             if i in self.verbs or i in self.new or self.tokens[i].form in STOP_SIGNS),
            self.sentence.past,
        )  # fmt: skip
        cue = range(self.tokens[light.first].start, self.tokens[light.last].end)
        after = [
            n for n in self.nominals
            if light.last < n.head < end and not n.joined and (self.free(n, draft) or n.cue in cue)
        ]  # fmt: skip
        bare = [n for n in after if not n.link or (n.link == "by" and n.head == light.last + 1)]
        if light.entry.cls == "light" and light.entry.value == "none":
            pass  # هجمات شهدتها البلاد
        elif light.suffix and self.plain_subject(light):
            pass  # نفذها مجرمون لتفجير مسجد لفلان
        elif light.suffix and bare and bare[0].head <= light.last + 3:
            draft.agents, draft.by = draft.agents or self.band(bare[0]), True
            if len(bare) > 1 and bare[1].asset and not draft.targets:
                draft.targets = self.group(bare[1])
        elif light.suffix and light.entry.cls == "light" and not self.names_subject(light):
            earlier = [d.agents for d in self.found if d.first < draft.first and d.agents]
            if earlier and not draft.agents and self.agreement.before(light, earlier[-1]):
                draft.agents = list(earlier[-1])
        elif bare and light.entry.cls == "trigger_verb":
            draft.targets = draft.targets or self.group(bare[0])
        self.oblique(draft, after)

    def plain_subject(self, verb: Match) -> bool:
        """Whether an indefinite plural that no party is known for stands behind a verb as its subject."""
        i = verb.last + 1
        if i >= self.sentence.past or self.tells_of_people(i) or any(n.head <= i <= n.last for n in self.nominals):
            return False
        form = self.tokens[i].form
        return form.endswith("ون") and len(form) > _PLURAL and not form.startswith("ال")

    def names_subject(self, verb: Match) -> bool:
        """Whether a definite noun that no party is known for stands behind a verb as its subject: نفذته الجماعة."""
        if verb.last + 1 >= self.sentence.past or any(t.first == verb.last + 1 for t in self.sentence.times):
            return False
        return self.tokens[verb.last + 1].form.startswith("ال")
