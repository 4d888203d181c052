"""Who did it and to whom: parties of a sentence given to its triggers by place, preposition and voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.triggers import noun_like
from marsad.extract.events.words import SPOKEN, TOGETHER

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.sentence import Sentence
    from marsad.text.view import Token

# Words that may stand between a verbal noun and its genitive, and between a verb and its subject.
_GENITIVE = 3
_SAID_OF = 5
_STOP_SIGNS = frozenset({".", ":", "؛", "؟", "!", "«", "»"})
_MUTUAL = frozenset({"clash"}) | TOGETHER


def assign(analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
    """Fills the agents and targets of the drafts of a sentence."""
    reader = _Roles(analysis, sentence, found)
    previous: list[Nominal] = []
    for k, draft in enumerate(found):
        if draft.verb:
            reader.verb(draft, previous)
        else:
            reader.noun(draft)
            reader.inherit(draft, found[:k])
        if draft.verb and draft.agents:
            previous = draft.agents


class _Roles:
    def __init__(self, analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
        self.sentence, self.found = sentence, found
        self.tokens: tuple[Token, ...] = analysis.text.tokens
        self.nominals = sentence.nominals
        self.numbers = [n for n in analysis.numbers if sentence.first <= n.first < sentence.past]
        self.cues = {
            s.speaker.start: s.start
            for s in analysis.statements
            if s.speaker is not None and s.speaker.start is not None
        }
        consumed = {d.light.first for d in found if d.light is not None}
        self.starts = {d.first for d in found}
        self.verbs = {m.first for m in sentence.of("trigger_verb") if not noun_like(m)}
        self.verbs |= {m.first for m in sentence.of("light") if not noun_like(m)}
        self.verbs |= {m.first for m in sentence.of("toll") if m.entry.part == "verb"}
        self.consumed = consumed
        self.new = {m.first for m in sentence.of("clause") if m.entry.value == "new"}
        self.relative = {m.first for m in sentence.of("clause") if m.entry.value == "relative"}
        self.speech = {m.first for m in sentence.of("speech")}

    # -- reach

    def right(self, draft: Draft) -> int:
        """Past-last token of what can belong to a trigger on its right."""
        skip = draft.light.first if draft.light is not None else -1
        for i in range(draft.last + 1, self.sentence.past):
            if i == skip:
                continue
            form = self.tokens[i].form
            if form in _STOP_SIGNS or i in self.new or i in self.speech:
                return i
            if i in self.verbs or (i in self.starts and i > draft.last + 1 and draft.verb is False):
                return i
        return self.sentence.past

    def left(self, first: int) -> int:
        """First token of the clause that holds a trigger."""
        for i in range(first - 1, self.sentence.first - 1, -1):
            if i in self.new or i in self.speech or i in self.starts or i in self.verbs:
                return i + 1
            if self.tokens[i].form in _STOP_SIGNS:
                return i + 1
        return self.sentence.first

    def free(self, nominal: Nominal, draft: Draft) -> bool:
        """A speaker is a party of what he does himself (اتهم), not of what he tells."""
        if nominal.link in ("source", "none"):
            return False
        if not nominal.speaker:
            return True
        cue = self.cues.get(nominal.ref.start)
        return cue is not None and self.tokens[draft.first].start <= cue < self.tokens[draft.last].end

    def holder(self, group: list[Nominal]) -> list[Nominal]:
        """The person behind a body in whose name he acts: رئيس الجمعية فلان."""
        first = group[0]
        at = self.nominals.index(first)
        if first.kind in ("person", "state_force", "armed_group") or not first.named or len(group) > 1:
            return group
        if at + 1 < len(self.nominals):
            following = self.nominals[at + 1]
            gap = self.tokens[first.last + 1 : following.head]
            if following.kind == "person" and following.named and not following.link and not following.joined:
                if len(gap) <= 3 and all(t.word for t in gap):
                    return self.group(following)
        return group

    def group(self, nominal: Nominal) -> list[Nominal]:
        """A party with those coordinated to it."""
        at = self.nominals.index(nominal)
        members = [nominal]
        for following in self.nominals[at + 1 :]:
            if not following.joined:
                break
            members.append(following)
        return members

    # -- verbs

    def verb(self, draft: Draft, previous: list[Nominal]) -> None:
        end = self.right(draft)
        end = min([end, *(i for i in self.relative if i > draft.last + 1)])
        after = [n for n in self.nominals if draft.last < n.head < end and self.free(n, draft)]
        bare = [self.group(n) for n in after if not n.link and not n.joined]
        if bare and self.holder(bare[0]) != bare[0]:
            bare = [self.holder(bare[0]), *bare[2:]]
        before = self.subject_before(draft)
        self.oblique(draft, after)
        if draft.match.suffix and bare:
            self.give(draft, bare[0], [])
            return
        if draft.spec.patient:
            subject = before or (bare[0] if bare else [])
            draft.targets.extend(subject)
            return
        if draft.spec.either and not draft.agents:
            self.either(draft, before, bare, previous)
            return
        follows = draft.match.prefix.conjunction and self.ruled(draft)
        carry = previous or self.elided(draft)
        if follows and carry and not before:
            self.give(draft, carry, bare[0] if bare and bare[0][0].head <= draft.last + 5 else [])
        elif before and not (len(bare) >= 2 and bare[0][0].head <= draft.last + 2):
            self.give(draft, before, bare[0] if bare else [])
        elif bare and not bare[0][0].asset and not self.inanimate(bare[0]):
            self.give(draft, bare[0], bare[1] if len(bare) > 1 else [])
        elif bare:
            self.give(draft, previous if draft.match.prefix.conjunction else [], bare[0])
        elif draft.match.prefix.conjunction and carry:
            self.give(draft, carry, [])

    def inanimate(self, group: list[Nominal]) -> bool:
        return group[0].count is not None and not group[0].armed and group[0].kind not in ("crowd",)

    def either(self, draft: Draft, before: list[Nominal], bare: list[list[Nominal]], previous: list[Nominal]) -> None:
        """قتل and its like: two bare parties make it active; one is the one acted on, unless it stands before
        with another behind."""
        counted = next((q for q in self.numbers if 0 < q.first - draft.last <= 2), None)
        if counted is not None and not before and previous and draft.match.prefix.conjunction and not bare:
            before = previous
        if draft.match.entry.form.endswith("وا") and counted is not None and not before:
            before = self.elided(draft)
        if before and counted is not None:
            whom = [n for n in self.nominals if counted.last < n.first <= counted.last + 5 or n.head == counted.first]
            self.give(draft, before, whom[:1])
        elif draft.agents:
            draft.targets.extend(bare[0] if bare else before)
        elif before and bare:
            self.give(draft, before, bare[0])
        elif len(bare) >= 2 and (bare[0][0].armed or bare[0][0].named) and bare[0][0].count is None:
            self.give(draft, bare[0], bare[1])
        elif bare:
            draft.targets.extend(bare[0])
        elif before:
            draft.targets.extend(before)

    def ruled(self, draft: Draft) -> bool:
        """Whether a preposition follows the verb at once: its subject is left out, or comes late."""
        return any(m.first == draft.last + 1 and m.entry.value != "in" for m in self.sentence.of("link"))

    def elided(self, draft: Draft) -> list[Nominal]:
        """The subject that a plural verb leaves out: the last armed party that nothing governs before it."""
        known = [n for n in self.nominals if n.last < draft.first and not n.link and (n.armed or n.named)]
        known = [n for n in known if n.armed or draft.type in SPOKEN] or []
        return [known[-1]] if known else []

    def subject_before(self, draft: Draft) -> list[Nominal]:
        """A subject in front of its verb: the first bare party of the clause, or what a relative clause is about."""
        if draft.match.prefix.conjunction:
            return []
        i = draft.first - 1
        if i in self.relative or (i - 1 in self.relative and self.tokens[i].word):
            at = i if i in self.relative else i - 1
            known = [n for n in self.nominals if at - 5 <= n.last < at and n.link not in ("source",)]
            return self.group_ending(known[-1]) if known and not draft.match.suffix else []
        start = self.left(draft.first)
        here = [n for n in self.nominals if start <= n.head < draft.first and not n.link and not n.joined]
        here = [n for n in here if self.free(n, draft) or (n.speaker and start > self.sentence.first)]
        if not here or here[0].asset:
            return []
        subject = here[0]
        if any(self.tokens[k].form == "،" for k in range(subject.last + 1, draft.first)) and subject.head > start + 2:
            return []
        return self.group(subject)

    def group_ending(self, nominal: Nominal) -> list[Nominal]:
        at = self.nominals.index(nominal)
        first = at
        while first > 0 and self.nominals[first].joined:
            first -= 1
        return list(self.nominals[first : at + 1])

    # -- nouns

    def noun(self, draft: Draft) -> None:
        end = self.right(draft)
        after = [n for n in self.nominals if draft.last < n.head < end and self.free(n, draft)]
        light = draft.light
        subject: list[Nominal] = []
        if light is not None and light.last < draft.first:
            subject = self.light_subject(draft)
        self.oblique(draft, after)
        genitive = self.genitive(draft, after)
        rest = [g for g in after if not g.link and not g.joined and g not in genitive]
        if light is not None and light.first > draft.last:
            self.relative_light(draft)
        if genitive:
            if draft.spec.patient and not (rest and rest[0].asset):
                taken = bool(draft.targets) or any(n.link == "for" for n in after)
                (draft.agents if taken and not draft.agents else draft.targets).extend(genitive)
            elif genitive[0].asset or draft.agents or (subject and draft.type not in _MUTUAL):
                draft.targets.extend(g for g in genitive if g not in draft.agents)
            else:
                draft.agents.extend(genitive)
                if rest and draft.type not in _MUTUAL and rest[0].head <= genitive[-1].last + 3:
                    draft.targets.extend(self.group(rest[0]))
        elif draft.match.suffix.strip("ا"):
            self.pronoun(draft)
        if subject:
            side = draft.targets if light is not None and light.entry.value == "target" else draft.agents
            if not side:
                side.extend(subject)
        if draft.spec.participle:
            self.described(draft)
        if draft.type in _MUTUAL:
            self.settle(draft)

    def described(self, draft: Draft) -> None:
        """The party that a participle is said of: الحوثيون باتوا محاصرين."""
        known = [n for n in self.nominals if n.last < draft.first <= n.last + _SAID_OF and n.link in ("", "for")]
        side = draft.targets if draft.spec.patient else draft.agents
        if known and not side:
            side.extend(self.group_ending(known[-1]))

    def light_subject(self, draft: Draft) -> list[Nominal]:
        light = draft.light
        if light is None or light.entry.value == "none":
            return []
        between = [
            n for n in self.nominals
            if light.last < n.head < draft.first and not n.link and not n.joined and self.free(n, draft)
        ]  # fmt: skip
        if between:
            return self.group(between[0])
        if light.first - 1 in self.relative:
            known = [n for n in self.nominals if light.first - 6 <= n.last < light.first - 1]
            return self.group_ending(known[-1]) if known else []
        start = self.left(light.first)
        here = [n for n in self.nominals if start <= n.head < light.first and not n.link and not n.joined]
        here = [n for n in here if self.free(n, draft) or start > self.sentence.first]
        return self.group(here[0]) if here else []

    def relative_light(self, draft: Draft) -> None:
        """هجوم شنه فلان: what follows the verb did it; هجوم استهدف فلانا: it was done to him."""
        light = draft.light
        if light is None:
            return
        end = next(
            (i for i in range(light.last + 1, self.sentence.past)
             if i in self.verbs or i in self.new or self.tokens[i].form in _STOP_SIGNS),
            self.sentence.past,
        )  # fmt: skip
        after = [n for n in self.nominals if light.last < n.head < end and not n.joined and self.free(n, draft)]
        bare = [n for n in after if not n.link]
        if light.suffix and bare and bare[0].head <= light.last + 3:
            draft.agents = draft.agents or self.group(bare[0])
        elif light.suffix and light.entry.cls == "light":
            earlier = [d for d in self.found if d.first < draft.first and d.agents]
            draft.agents = draft.agents or (list(earlier[-1].agents) if earlier else [])
        elif bare and light.entry.cls == "trigger_verb":
            draft.targets = draft.targets or self.group(bare[0])
        self.oblique(draft, after)

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
                if nominal.link == "for" and not draft.spec.patient and draft.spec.violent and len(gap) <= 1:
                    return [] if any(n.link == "against" for n in after) else self.group(nominal)
                return []
            if any(not self.tokens[i].word or i in self.relative for i in gap):
                return []
            if any(m.first in gap for m in self.sentence.of("link")):
                return []
            return self.group(nominal)
        return []

    def titled(self, body: Nominal) -> list[Nominal]:
        """The person whose title names his body: القيادي في التنظيم فلان."""
        at = self.nominals.index(body) + 1
        if at < len(self.nominals):
            person = self.nominals[at]
            if person.kind == "person" and person.named and not person.joined and person.head <= body.last + 3:
                return self.group(person)
        return []

    def pronoun(self, draft: Draft) -> None:
        """A noun with a pronoun (هجومه) is that of the nearest party before that fits."""
        plural = draft.match.suffix in ("هم", "هن")
        for nominal in reversed([n for n in self.nominals if n.last < draft.first]):
            if nominal.kind == "media" or (nominal.kind == "person" and plural):
                continue
            if draft.spec.patient:
                draft.targets = draft.targets or [nominal]
            else:
                draft.agents = draft.agents or [nominal]
            return

    def inherit(self, draft: Draft, before: list[Draft]) -> None:
        """Who did what a noun tells where it names nobody: who did the thing that it is joined to, that led to it,
        or that is told with it by a light verb."""
        if draft.spec.adverb:
            draft.targets = draft.targets or draft.agents
            subjects = [n for n in self.nominals if n.last < draft.first and not n.link and not n.asset]
            draft.agents = before[-1].agents if before and before[-1].agents else subjects[:1]
            draft.agents = [n for n in draft.agents if n not in draft.targets]
            return
        if draft.agents and (draft.type == "talks" and len(draft.agents) < 2):
            subjects = [n for n in self.nominals if n.last < draft.first and n.named and not n.link]
            draft.agents = [*subjects[-1:], *draft.agents]
        if draft.agents and draft.type != "clash":
            return
        doers = [d for d in before if d.agents and d.type not in ("accusation", "condemnation", "demand", "threat")]
        if not doers:
            if (
                draft.light is not None
                and draft.light.first < draft.first
                and draft.light.entry.value.startswith("agent")
            ):
                draft.agents = [n for n in self.elided(draft) if n not in draft.targets]
            return
        last = doers[-1]
        led = any(t.entry.value == "act" and last.last < t.first < draft.first for t in self.sentence.of("toll"))
        carried = (
            draft.light is not None and draft.light.first < draft.first and draft.light.entry.value.startswith("agent")
        )
        if draft.type == "clash":
            self.other_side(draft, last)
        elif draft.match.prefix.conjunction or led or carried or draft.type == "talks":
            draft.agents = [n for n in last.agents if n not in draft.targets]

    def other_side(self, draft: Draft, last: Draft) -> None:
        """The side of a clash that is told with the act before it: سيطروا على القرية بعد اشتباكات مع الجيش."""
        doers = [n for n in last.agents if n.armed]
        if not doers or (draft.agents and draft.targets):
            return
        if draft.agents and doers[0] not in draft.agents:
            draft.agents, draft.targets = doers, draft.agents
        elif not draft.agents:
            draft.agents = doers

    # -- prepositions

    def oblique(self, draft: Draft, after: list[Nominal]) -> None:
        """Parties behind a preposition."""
        kind = draft.type
        for nominal in after:
            if nominal.joined:
                continue
            link = nominal.link
            group = self.group(nominal)
            draft.tied = draft.tied or link in ("between", "against", "with")
            if link == "by":
                if not draft.verb or draft.spec.patient or draft.spec.either:
                    draft.agents = draft.agents or group
                    draft.by = True
            elif link == "co":
                draft.agents.extend(n for n in group if n not in draft.agents)
            elif link == "between" and kind in _MUTUAL:
                self.between(draft, group)
            elif link == "from" and draft.spec.violent and not draft.agents and nominal.head <= draft.last + 4:
                draft.agents = group
            elif (link == "in" and nominal.asset and draft.spec.violent) or _aimed(link, kind, nominal.link_word):
                draft.targets = draft.targets or group
            elif link == "for" and kind not in SPOKEN and nominal.head <= draft.last + 6:
                if kind in ("support", "decision") or draft.spec.patient or draft.agents:
                    draft.targets = draft.targets or group

    def between(self, draft: Draft, group: list[Nominal]) -> None:
        if draft.type == "clash":
            draft.agents, draft.targets = group[:1], group[1:]
        else:
            draft.agents = group

    # -- outcome

    def give(self, draft: Draft, agents: list[Nominal], targets: list[Nominal]) -> None:
        if not draft.agents:
            draft.agents = [n for n in agents if not n.asset] or list(agents)
        if not draft.targets:
            draft.targets = [n for n in targets if n not in draft.agents]
        if draft.type in _MUTUAL:
            self.settle(draft)

    def settle(self, draft: Draft) -> None:
        """All parties of talks and deals stand together."""
        if draft.type in TOGETHER:
            draft.agents.extend(n for n in draft.targets if n not in draft.agents)
            draft.targets = []
        elif draft.type == "clash" and not draft.agents:
            draft.agents, draft.targets = draft.targets, []
        elif draft.targets and draft.targets[0].first < draft.agents[0].first:
            draft.agents, draft.targets = draft.targets, draft.agents


# Behind which prepositions the target of a type stands; against is any type's but these.
_AIMS = frozenset({
    ("with", "support"), ("from", "demand"), ("from", "territory_gain"), ("about", "release"), ("about", "defection"),
    ("to", "accusation"), *(("with", kind) for kind in _MUTUAL),
})  # fmt: skip
_NOT_AGAINST = TOGETHER | {"territory_gain", "deployment"}


def _aimed(link: str, kind: str, word: str) -> bool:
    if link == "against":
        return kind not in _NOT_AGAINST
    return (link, kind) in _AIMS or (link == "in" and word == "ب" and kind == "condemnation")
