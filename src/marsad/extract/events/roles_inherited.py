"""Who did what a noun tells without naming anybody: a pronoun on it, or what it is told with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.cues import cue
from marsad.extract.events.roles_carried import Carried
from marsad.extract.events.words import DONE, INJURY, KILLING, MOVES, SPOKEN, TOGETHER

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal

# Words between a verb and the noun that it carries where its subject was named before.
_CARRIED = 4
# Words between an act, or whom it was done to, and a noun joined to it; between a verb of leading to and the noun.
_JOINED = 12
_LED = 5
# A verb in the plural goes on about several, not about one government.
_MANY = "ون"
_IN_WORDS = TOGETHER | {"decision", "support", "vote"}
_OF_CROWDS = frozenset({"protest", "vote"})
_APART = cue("apart")
# Definite words behind a verb that are no subject of it: الآن, الكثير.
_NO_SUBJECT = frozenset({"place_noun", "many_of", "say_skip", "deictic", "uncounted"})
_WAS = cue("was")
_THAT = cue("that")
# Verbs of losing, and words from one to what is lost.
_LOSING, _LOST = cue("losing"), 5
_BEHIND = 4
# Words between a relative pronoun and a noun in its clause.
_CLAUSE = 4
# Words between a noun with a pronoun and the place that it was done to.
_PLACE = 3


class Inherited(Carried):
    """Finds the parties of a noun in what is told around it."""

    def pronoun(self, draft: Draft) -> None:
        """A noun with a pronoun (هجومه) is that of the one party before that fits, else of the nearest that acts."""
        if draft.match.suffix in ("نا", "هما"):
            return
        if draft.light is not None and self.said_of_noun(draft.light.first):
            return  # سيارات لفلان، كان ينوي تفجيرها
        blown_up = draft.spec.patient or draft.spec.type == "bombing"  # زرعوا عبوة وتم تفجيرها
        if draft.light is not None and draft.light.entry.form in DONE and not blown_up:
            return  # حددوا مقرا لفلان وتم قصفه
        plural = draft.match.suffix in ("هم", "هن")
        if self.in_other_clause(draft):
            return
        others = {n.ref.key for n in (*draft.targets, *draft.agents) if n.ref.key}
        meant: list[Nominal] = []
        for nominal in reversed([n for n in self.nominals if n.last < draft.first]):
            if nominal.kind == "media" or (nominal.kind == "person" and plural) or nominal.ref.key in others:
                continue
            if plural and not self.strikers.isdisjoint(range(nominal.head, nominal.first + 1)):
                continue  # aircraft are ها
            if self.agreement.meant(draft.match.suffix, nominal):
                meant.append(nominal)
        if plural:
            joined = [d for d in self.found if d.first < draft.first][-1:] if draft.match.prefix.conjunction else []
            ours = [n for n in meant if any(n in d.agents for d in joined)]
            meant = ours or [n for n in meant if self.agreement.gender(n) == "p"] or meant  # تقدم فلان وسيطرتهم
        if draft.first in self.freed and not any(0 < p.first - draft.last <= _PLACE for p in self.sentence.places):
            return  # the place itself: بعد تحريرها
        suffered = draft.spec.patient or draft.first in self.undergone
        beside = bool(meant) and meant[0].last == draft.first - 1 and not suffered  # تكثيف التحالف غاراته
        if not beside and len({n.ref.key or n.ref.text for n in meant}) > 1:  # it stays open, unless one acted before
            acts = [d for d in self.found if d.first < draft.first]
            if acts and acts[-1].type == "demand" and acts[-1].targets:
                known = acts[-1].targets  # حث فلان فلانا على وقف غاراته
            else:
                known = [n for d in acts for n in (d.targets if suffered else d.agents)]
            meant = [n for n in meant if n in known]
        if not meant:
            return
        near = self.tokens[max(self.sentence.first, draft.first - _LOST) : draft.first]
        lost = draft.type == "territory_gain" and any(t.form in _LOSING for t in near)
        if suffered or lost:  # فقد فلان سيطرته على البلدة
            draft.targets = draft.targets or meant[:1]
        else:
            draft.agents = draft.agents or meant[:1]

    def in_other_clause(self, draft: Draft) -> bool:
        """Whether a noun with a pronoun stands in a clause on what belongs to a party that the pronoun cannot mean, so
        that the clause is on neither: ضرب مواقع المتمردين التي جددت اعتداءاتها."""
        near = range(max(self.sentence.first, draft.first - _CLAUSE), draft.first)
        at = next((i for i in reversed(near) if i in self.relative), None)
        if at is None or any(not self.tokens[i].word for i in range(at, draft.first)):
            return False
        about = [n for n in self.nominals if n.last == at - 1]
        return bool(about) and (about[-1].asset or not self.agreement.meant(draft.match.suffix, about[-1]))

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
                acting = [n for n in before[-1].agents if n.link != "by"] if before else []
                suffered = [n for d in before for n in d.targets]
                draft.agents = acting or [n for n in subjects[:1] if n not in suffered and not self.in_words(n, before)]
            draft.agents = [n for n in draft.agents if n not in draft.targets]
            return
        if draft.type == "talks" and len(draft.agents) == 1 and draft.agents[0].link == "with":
            start = self.left(draft.first)
            subjects = [n for n in self.nominals if n.last < draft.first and n.named and not n.link]
            subjects = [n for n in subjects if n.speaker or (start <= n.first and not self.told_aside(start, n))]
            draft.agents = [*subjects[-1:], *draft.agents]
        if self.known(draft) and draft.type != "clash":
            return
        if self.lifted(draft) or self.succeeded(draft) or draft.type in _OF_CROWDS:
            return  # who suppresses a protest does not protest, who lost a vote did not hold it
        struck = [n for d in before if d.spec.violent for n in d.targets]
        doers = [d for d in before if d.agents and d.type not in SPOKEN and not all(n in struck for n in d.agents)]
        if draft.type == "talks":
            doers = [d for d in doers if d.type in TOGETHER]
        harming = draft.spec.violent or draft.type in (KILLING, INJURY)
        light = draft.light
        if light is not None and light.last + 1 < draft.first and self.strange_doer(light.last + 1):
            return  # قامت القوات الكردية باستهدافهما
        if harming:  # who decides or meets does not strike by that
            doers = [d for d in doers if d.type not in _IN_WORDS]
        if not doers:
            if (
                draft.light is not None
                and draft.light.first < draft.first
                and (draft.type in _IN_WORDS or not self.strange_subject(draft.light, draft))
                and not self.parted(draft.light, draft)
                and draft.light.entry.value.startswith("agent")
                and not self.bursts(draft)
                and not self.sated(draft.light, draft)
            ):
                draft.agents = [n for n in self.elided(draft) if n not in draft.targets]
                draft.inherited = True
            return
        last = doers[-1]
        if any(t.form in _APART for t in self.tokens[max(last.last + 1, draft.first - _BEHIND) : draft.first]):
            return
        if draft.type == "clash":
            self.other_side(draft, last)
        elif draft.type == "arrest" and last.spec.violent and last.agents[0].kind == "armed_group":
            return  # فلان يستهدف المصلين وتوقيف مشتبه بهم
        elif self.joined_to(draft, last) or self.came_of(draft, last, before) or self.carried_on(draft, last):
            draft.agents = [n for n in last.agents if n not in draft.targets]
            draft.inherited = True

    def in_words(self, nominal: Nominal, before: list[Draft]) -> bool:
        """Whether a party only stands in what a speaker who is none says: دعا المبعوث إلى حماية المدنيين."""
        spoken = before[-1] if before and before[-1].type in SPOKEN and not before[-1].agents else None
        return spoken is not None and all(t.word for t in self.tokens[spoken.last + 1 : nominal.head])

    def known(self, draft: Draft) -> bool:
        """Whether its doer is known already, more than by who backed him."""
        return any(n.link != "co" for n in draft.agents)

    def strange_doer(self, i: int) -> bool:
        """Whether a definite noun that is no party stands right behind a verb as its subject, with an adjective."""
        known = any(n.head <= i <= n.last for n in self.nominals)
        told = {m.entry.cls for m in self._matches.at[i]}
        described = self.tokens[i + 1].form.startswith("ال") and i + 1 not in self.starts
        return self.unnamed(i) and described and not known and told.isdisjoint(_NO_SUBJECT)

    def joined_to(self, draft: Draft, last: Draft) -> bool:
        """Whether a noun is joined with و to an act whose doer is known; its own pronoun means somebody else."""
        if not draft.match.prefix.conjunction or (draft.spec.patient and draft.match.suffix.strip("ا")):
            return False
        if last.type in MOVES and not last.verb and draft.type not in MOVES and not draft.spec.violent:
            return False  # بانسحاب فلان وفرض العقوبات
        light = draft.light.first if draft.light is not None else draft.first
        if any(last.last < i < light for i in (*self.verbs, *self.speech)):
            return False
        return draft.first - max([last.last, *(n.last for n in last.targets)]) <= _JOINED

    def came_of(self, draft: Draft, last: Draft, before: list[Draft]) -> bool:
        """Whether a noun tells what an act led to, and no violence of another kind stands nearer."""
        nearer = any(d.spec.violent and d.first > last.first and d.type != last.type for d in before)
        return (
            not nearer
            and draft.type not in _IN_WORDS
            and any(
                t.entry.value == "act" and last.last < t.first < draft.first <= t.last + _LED
                for t in self.sentence.of("toll")
            )
        )

    def carried_on(self, draft: Draft, last: Draft) -> bool:
        """Whether a verb right before a noun goes on about who did the last act: وتمكنوا من السيطرة."""
        light = draft.light
        if light is None or not light.entry.value.startswith("agent") or draft.first - light.last > _CARRIED:
            return draft.type == "talks" and (draft.definite or bool(draft.tails))
        if last.verb and last.by:
            return False  # قتلوا برصاص الشرطة قبل أن يتمكنوا من دخولها
        if light.entry.form.endswith(_MANY) and last.agents[0].kind == "government":
            return False
        if any(self.told_apart(i, light.first) for i in range(last.last + 1, light.first)):
            return False  # سيطر فلان على البلدة وقال مصدر إن طيرانا شن غارات
        if self.said_of_noun(light.first):
            return False  # قصف مجموعة كانت تحاول اقتحام البلدة
        return self.agreement.before(light, last.agents)

    def told_apart(self, i: int, verb: int) -> bool:
        """Whether what is said opens at a token, with words of its own before the verb: قال مصدر إن طيرانا شن."""
        return i in self.speech and any(self.tokens[k].form in _THAT for k in range(i + 1, verb - 1))

    def said_of_noun(self, verb: int) -> bool:
        """Whether a verb behind كان, which nothing joins to what stands before, is said of the noun before it."""
        was = verb - 1
        if was <= self.sentence.first or self.tokens[was].form not in _WAS:
            return False
        if (
            self.tokens[was - 1].form == "،"
            and self.tokens[verb].form.startswith("ي")
            and self.tokens[was].form == "كان"
        ):
            return True  # سيارات لفلان، كان ينوي تفجيرها
        return self.tokens[was - 1].word and was not in self.new | self.starts and was - 1 not in self.new | self.selves

    def told_aside(self, start: int, party: Nominal) -> bool:
        """Whether a party stands in a relative clause that goes on: الذي شكله فلان ليكون."""
        clause = [i for i in range(start, party.head) if i in self.relative]
        return bool(clause) and not any(self.tokens[i].form == "،" for i in range(clause[-1], party.head))

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
        if doers[0].ref.key and doers[0].ref.key in {n.ref.key for n in draft.agents}:
            return
        if draft.agents and doers[0] not in draft.agents:
            draft.agents, draft.targets = doers, draft.agents
        elif not draft.agents:
            draft.agents = doers
