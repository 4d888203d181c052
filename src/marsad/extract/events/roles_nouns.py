"""Complements of verbal nouns: genitive, light verb, relative clause, pronoun, and what is told with them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.extract.events.cues import cue
from marsad.extract.events.roles_links import MUTUAL
from marsad.extract.events.roles_reach import STOP_SIGNS
from marsad.extract.events.roles_verbs import Verbs
from marsad.extract.events.words import INJURY, KILLING, MOVES, SPOKEN, TOGETHER

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.lexicon import Match

# Words that may stand between a verbal noun and its genitive, and between a party and a participle said of it.
_GENITIVE = 3
_SAID_OF = 5
# An act told as the ground of another is somebody else's, where these stand right before it.
_TAIL = 8
# Words between a verb and the noun that it carries where its subject was named before.
_CARRIED = 4
# Words between a doer in the genitive and whom his act was done to, behind ل.
_OBJECT = 2
_IN_WORDS = TOGETHER | {"decision", "support", "vote"}
# Acts behind whose noun a country is where they were (هجوم تركيا).
_IN_COUNTRIES = frozenset({"armed_attack", "bombing", "suicide_attack", "assassination", "execution"})
_APART = cue("apart")
_BEHIND = 4


class Nouns(Verbs):
    """Reads the parties of verbal nouns."""

    def noun(self, draft: Draft) -> None:
        end = self.right(draft)
        after = [n for n in self.nominals if draft.last < n.head < end and self.free(n, draft)]
        light = draft.light
        subject: list[Nominal] = []
        if light is not None:
            subject = self.light_subject(draft)
        self.oblique(draft, after, led=bool(subject))
        genitive = self.genitive(draft, after)
        rest = [g for g in after if not g.link and not g.joined and g not in genitive]
        for tail in draft.tails or self.late_tail(draft):
            self.told_behind(draft, tail)
        if genitive and draft.match.suffix.strip("ا"):
            self.pronoun(draft)
            draft.targets.extend(g for g in genitive if g not in draft.agents and not draft.targets)
        elif genitive and draft.spec.patient and self.two_placed(genitive, rest):
            draft.agents, draft.targets = draft.agents or genitive, self.group(rest[0])
        elif genitive and draft.type == "decision" and genitive[0].kind == "person":
            draft.targets = draft.targets or genitive
        elif genitive:
            if draft.spec.patient and not (rest and rest[0].asset):
                taken = bool(draft.targets) or any(
                    n.link == "for" and n.head <= genitive[-1].last + _OBJECT for n in after
                )  # قتل الجيش لثلاثة
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
            elif genitive[0].asset or self.known(draft) or (subject and draft.type not in MUTUAL):
                draft.targets.extend(g for g in genitive if g not in draft.agents)
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
            owner = owner or [n for n in after if n.link == "for" and n.head <= draft.last + 2 and n.armed][:1]
            draft.agents = owner if owner and not genitive else draft.agents
        if draft.type in MUTUAL:
            self.settle(draft)

    def done_to(self, draft: Draft, genitive: list[Nominal], after: list[Nominal]) -> bool:
        """Whether the genitive of a noun that may tell either names the one acted on: محاصرة المسلحين, دعم الجيش; not
        where it is told behind it on whom or what (محاصرة الحوثيين للمدينة, دعم فلان لفلان)."""
        party = genitive[-1]
        if draft.type == "support":
            if genitive[0].kind in ("government", "international"):
                return False
        elif draft.first not in self.undergone:
            return False
        if any(
            n.head > party.last and (n.link in ("for", "against") or not n.link) for n in after if n not in genitive
        ):
            return False
        behind = self.tokens[party.last + 1 : party.last + 1 + _OBJECT]
        ruled = any(t.form.startswith("ل") and len(t.form) > _OBJECT for t in behind)
        return not ruled and not any(0 < p.first - party.last <= _OBJECT for p in self.sentence.places)

    def known(self, draft: Draft) -> bool:
        """Whether its doer is known already, more than by who backed him."""
        return any(n.link != "co" for n in draft.agents)

    def of_something(self, draft: Draft, party: Nominal) -> bool:
        """Whether a party stands behind other things in the genitive: it owns what was struck."""
        between = range(draft.last + 1, party.head)
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

    def light_subject(self, draft: Draft) -> list[Nominal]:
        light = draft.light
        if light is None:
            return []
        if not draft.match.prefix.conjunction and any(light.last < d.first < draft.first for d in self.found):
            return []  # it carries the noun before: تبنى قتل فلان ردا على الهجوم
        if self.parted(light, draft):
            return []
        between = [
            n for n in self.nominals
            if light.last < n.head < draft.first and not n.link and not n.joined and self.free(n, draft)
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
        start = self.left(light.first)
        here = [n for n in self.nominals if start <= n.head < light.first and not n.link and not n.joined]
        here = [n for n in here if (self.free(n, draft) or start > self.sentence.first) and not self.inner(n)]
        if here and here[0].head == start and here[0].head - 1 in self.starts:
            return []  # governed by another act: ودعم الشرعية، شنت غارات
        return self.band(here[0]) if here else []

    def strange_subject(self, light: Match, draft: Draft) -> bool:
        """Whether so many plain words stand between a verb and its noun that one may be the subject: ينفذ واحد منهم."""
        between = range(light.last + 1, draft.first)
        named = {i for n in self.nominals for i in range(n.head, n.last + 1)}
        commas = [i for i in between if self.tokens[i].form == "،"]
        aside = range(commas[0], commas[-1] + 1) if len(commas) > 1 else range(0)  # ، بعد اجتماع عقد أمس،
        return sum(i not in named and i not in aside for i in between) > _OBJECT

    def parted(self, light: Match, draft: Draft) -> bool:
        """Whether another clause lies between a verb and the noun."""
        between = self.tokens[light.last + 1 : draft.first]
        return any(a.form == "،" and b.form.startswith("و") for a, b in pairwise(between))

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
        if light.suffix and bare and bare[0].head <= light.last + 3:
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

    def names_subject(self, verb: Match) -> bool:
        """Whether a definite noun that no party is known for stands behind a verb as its subject: نفذته الجماعة."""
        if verb.last + 1 >= self.sentence.past or any(t.first == verb.last + 1 for t in self.sentence.times):
            return False
        return self.tokens[verb.last + 1].form.startswith("ال")

    def genitive(self, draft: Draft, after: list[Nominal]) -> list[Nominal]:
        for nominal in after:
            if nominal.joined:
                continue
            gap = range(draft.last + 1, nominal.head)
            if draft.spec.patient and nominal.link == "in" and nominal.head <= draft.last + _GENITIVE:
                held = self.titled(nominal)
                if held:
                    return held
            if len(gap) > _GENITIVE:
                return []
            if nominal.link:
                owned = nominal.link == "for" and not draft.match.prefix.article  # هجوم لفلان, not القصف لفلان
                if owned and not draft.spec.patient and draft.spec.violent and len(gap) <= 1:
                    return [] if self.owned(nominal) else self.group(nominal)
                return []
            if any(not self.tokens[i].word or i in self.relative for i in gap):
                return []
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

    def pronoun(self, draft: Draft) -> None:
        """A noun with a pronoun (هجومه) is that of the one party before that fits, else of the nearest that acts."""
        if draft.match.suffix == "نا":
            return
        plural = draft.match.suffix in ("هم", "هن")
        others = {n.ref.key for n in (*draft.targets, *draft.agents) if n.ref.key}
        meant: list[Nominal] = []
        for nominal in reversed([n for n in self.nominals if n.last < draft.first]):
            if nominal.kind == "media" or (nominal.kind == "person" and plural) or nominal.ref.key in others:
                continue
            if self.agreement.meant(draft.match.suffix, nominal):
                meant.append(nominal)
        if draft.first in self.freed and not any(0 < p.first - draft.last <= _GENITIVE for p in self.sentence.places):
            return  # the place itself: بعد تحريرها
        suffered = draft.spec.patient or draft.first in self.undergone
        beside = bool(meant) and meant[0].last == draft.first - 1 and not suffered  # تكثيف التحالف غاراته
        if not beside and len({n.ref.key or n.ref.text for n in meant}) > 1:  # it stays open, unless one acted before
            known = [n for d in self.found if d.first < draft.first for n in (d.targets if suffered else d.agents)]
            meant = [n for n in meant if n in known]
        if not meant:
            return
        if suffered:
            draft.targets = draft.targets or meant[:1]
        else:
            draft.agents = draft.agents or meant[:1]

    def inherit(self, draft: Draft, before: list[Draft]) -> None:
        """Who did what a noun tells where it names nobody: who did the thing that it is joined to, that led to it,
        or that is told with it by a light verb."""
        if draft.spec.adverb:
            draft.targets = draft.targets or draft.agents
            subjects = [n for n in self.nominals if n.last < draft.first and not n.link and not n.asset]
            spoke = [n for n in subjects if n.speaker]
            if spoke or any(i < draft.first for i in self.speech):  # who goes on to speak is he who spoke
                goes_on = draft.match.prefix.conjunction or not self.tokens[draft.first - 1].word
                draft.agents = spoke[-1:] if goes_on else []
            else:
                draft.agents = before[-1].agents if before and before[-1].agents else subjects[:1]
            draft.agents = [n for n in draft.agents if n not in draft.targets]
            return
        if draft.agents and (draft.type == "talks" and len(draft.agents) < 2):
            subjects = [n for n in self.nominals if n.last < draft.first and n.named and not n.link]
            draft.agents = [*subjects[-1:], *draft.agents]
        if draft.agents and draft.type != "clash":
            return
        struck = [n for d in before if d.spec.violent for n in d.targets]
        doers = [d for d in before if d.agents and d.type not in SPOKEN and not all(n in struck for n in d.agents)]
        if draft.type == "talks":
            doers = [d for d in doers if d.type in TOGETHER]
        harming = draft.spec.violent or draft.type in (KILLING, INJURY)
        if harming:  # who decides or meets does not strike by that
            doers = [d for d in doers if d.type not in _IN_WORDS]
        if not doers:
            if (
                draft.light is not None
                and draft.light.first < draft.first
                and not (harming and self.strange_subject(draft.light, draft))
                and not self.parted(draft.light, draft)
                and draft.light.entry.value.startswith("agent")
            ):
                draft.agents = [n for n in self.elided(draft) if n not in draft.targets]
                draft.inherited = True
            return
        last = doers[-1]
        if any(t.form in _APART for t in self.tokens[max(last.last + 1, draft.first - _BEHIND) : draft.first]):
            return
        led = any(t.entry.value == "act" and last.last < t.first < draft.first for t in self.sentence.of("toll"))
        carried = draft.light is not None and draft.light.entry.value.startswith("agent")
        carried = carried and draft.light is not None and draft.first - draft.light.last <= _CARRIED
        if draft.type == "clash":
            self.other_side(draft, last)
        elif draft.match.prefix.conjunction or led or carried or draft.type == "talks":
            draft.agents = [n for n in last.agents if n not in draft.targets]
            draft.inherited = True

    def taken_from(self, draft: Draft, found: list[Draft]) -> None:
        """Whom a place is taken from: the other side of the fighting told with it."""
        if draft.type != "territory_gain" or draft.targets or not draft.agents:
            return
        keys = {n.ref.key for n in draft.agents if n.ref.key}
        for clash in found:
            if clash.type == "clash":
                for mine, others in ((clash.agents, clash.targets), (clash.targets, clash.agents)):
                    if keys & {n.ref.key for n in mine}:
                        draft.targets = [n for n in others if n not in draft.agents]
                        return

    def other_side(self, draft: Draft, last: Draft) -> None:
        """The side of a clash that is told with the act before it: سيطروا على القرية بعد اشتباكات مع الجيش."""
        doers = [n for n in last.agents if n.armed]
        tied = any(0 < draft.first - m.last <= 2 for m in self.sentence.of("told_before"))
        tied = tied or any(t.form.startswith("بينه") for t in self.tokens[draft.last + 1 : draft.last + 3])
        parted = any(self.tokens[i].form == "،" for i in range(last.last + 1, draft.first))
        if (parted or last.type in MOVES) and not tied and not draft.agents:
            return  # told apart, or only on the way there
        if not doers or (draft.agents and draft.targets):
            return
        if draft.agents and doers[0] not in draft.agents:
            draft.agents, draft.targets = doers, draft.agents
        elif not draft.agents:
            draft.agents = doers
