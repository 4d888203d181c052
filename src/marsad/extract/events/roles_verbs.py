"""Subject and object of verbs: before or behind, left out, active or passive as the parties tell."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.extract.events.cues import cue
from marsad.extract.events.roles_links import Links
from marsad.extract.events.words import INJURY, KILLING, MOVES, SPOKEN

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal


# A relative pronoun stands this near behind what it is about.
_ANTECEDENT = 5


# Words between a verb and its subject, and between that and the object.
_BETWEEN = 7
# Words between a verb of taking and its subject: farther off somebody else is told of.
_BESIDE = 4
# Behind a verb of killing they make it the harm of what was told before.
_IN_IT = frozenset({"فيها", "فيه", "فيهما", "خلالها", "خلاله", "اثرها", "اثره", "جراءها", "جراءه"})
_HARM = frozenset({KILLING, INJURY})
# The vowel behind the first letter of a passive; letters of an imperfect, where it tells nothing (يُطلق).
_DAMMA = "\u064f"
_IMPERFECT = ("ي", "ت", "ن")
_BURST = ("انفجر", "نفجر")
# Subjects without a name, and the verb that stands before a subject whose own verb follows.
_SOME = cue("some")
# What crowds do, however they are counted.
_CROWDS = frozenset({"protest", "riot"})
# Words of an office between a verb and its body.
_OFFICER = 4
# Words from كان to the قد of its verb.
_HAD = 12
# Behind a verb that may be active or passive they make it passive: دمر بالكامل.
_WHOLLY = cue("wholly")
_WAS = cue("was")


class Verbs(Links):
    """Reads the parties of verbs."""

    def verb(self, draft: Draft, previous: list[Nominal]) -> None:
        end = self.right(draft)
        end = min([end, *(i for i in self.relative if i > draft.last + 1)])
        after = [n for n in self.nominals if draft.last < n.head < end and self.free(n, draft)]
        bare = self.near(draft, [self.group(n) for n in after if not n.link and not n.joined])
        bare = bare[:1] + [b for a, b in pairwise(bare) if not self.part(a[-1], b[0])]
        if bare and self.holder(bare[0]) != bare[0]:
            bare = [self.holder(bare[0]), *bare[2:]]
        before = self.subject_before(draft)
        told_of = self.relative_before(draft)
        if before and not self.agreement.before(draft.match, before):
            before = []
        if told_of and not before:  # التي سيطر فلان عليها: only who stands right behind can be the subject
            bare = bare if bare and bare[0][0].head <= draft.last + 2 else []
        if before and self.nominal(draft):
            before = []
        if told_of and not before:
            previous = []
        if previous and not self.agreement.before(draft.match, previous):
            previous = []
        self.oblique(draft, after)
        if any(m.first == draft.first for m in self.sentence.of("we")):
            draft.targets = draft.targets or (bare[0] if bare else [])
            return
        if draft.match.suffix == "نا":
            return  # we did it, or it was done to us
        if draft.match.suffix and (bare or (draft.match.prefix.conjunction and previous)):
            self.give(draft, bare[0] if bare else previous, [])
            return
        before = before or self.told_of(draft)
        if draft.match.entry.form.lstrip("يت").startswith(_BURST):
            return  # what blows up is the bomb, whoever is named before it
        if draft.type == "suicide_attack" and not draft.agents:
            draft.agents = self.bomber(draft)
            draft.targets.extend(n for g in bare for n in g if n not in draft.agents and not draft.targets)
            return
        if self.passive(draft) and before:
            draft.targets = draft.targets or before
            return
        if draft.spec.patient and not before and len(bare) > 1 and self.drives(bare[0][0]):
            self.give(draft, bare[0], bare[1])
            return
        if draft.spec.patient:
            subject = before or (bare[0] if bare else [])
            draft.targets.extend(subject)
            return
        if draft.spec.either and (draft.by or not draft.agents):
            self.either(draft, before, bare, previous)
            return
        if draft.type in SPOKEN and bare and self.judged(draft, bare[0][0]):
            self.give(draft, before or previous, bare[0])  # استنكر فلان صمت فلان
            return
        if draft.type in SPOKEN and self.paper(draft):
            self.spoken_by_paper(draft, after, bare)
            return
        if self.tokens[draft.last + 1 : draft.last + 2] and self.tokens[draft.last + 1].form in _WHOLLY:
            draft.targets = draft.targets or before
            return
        alone = not (before or previous or draft.targets or draft.match.suffix or self.several(draft))
        if draft.type == "accusation" and alone and len(bare) == 1 and len(after) == len(bare[0]):
            draft.targets = bare[0]  # اتهمت القوات بارتكاب فظائع: nobody is named whom she accuses
            return
        if draft.first in self.movers and bare and bare[0][0].head == draft.last + 1:
            self.give(draft, bare[0], [])  # منع تسلل المسلحين, spelt like the verb
            return
        follows = draft.match.prefix.conjunction and self.ruled(draft)
        carry = [] if told_of and not before else previous or self.elided(draft)
        people = {m.first for cls in ("people", "member") for m in self.sentence.of(cls)}
        struck = draft.spec.violent or draft.type == "siege"
        noun = struck and self.agreement.may_be_noun(draft.match) and draft.last + 1 not in people
        if noun and bare and bare[0][0].head > draft.last + 1 and not before:
            self.give(draft, carry if draft.match.prefix.conjunction else [], [])  # قطع إمدادات فلان
            return
        if follows and carry and not before:
            self.give(draft, carry, bare[0] if bare and bare[0][0].head <= draft.last + 5 else [])
        elif before and not (len(bare) >= 2 and bare[0][0].head <= draft.last + 2):
            self.give(draft, before, bare[0] if bare else [])
        elif bare and not self.agreement.behind(draft.match, bare[0][0]):
            self.give(draft, (previous or self.several(draft)) if draft.match.prefix.conjunction else [], bare[0])
        elif bare and self.unknown(draft, bare[0][0]):
            self.give(draft, [], bare[0])
        elif bare and draft.match.prefix.conjunction and previous and bare[0][0].head > draft.last + 1:
            self.give(draft, previous, bare[0])  # شن غارات وقطع إمدادات فلان
        elif bare and (draft.type in MOVES or not self.owned(bare[0][0])) and not self.inanimate(draft, bare[0]):
            if draft.spec.type == "territory_gain" and bare[0][0].head > draft.last + _BESIDE:
                return
            self.give(draft, self.backed(bare[0]), bare[1] if len(bare) > 1 else [])
        elif bare:
            self.give(draft, previous if draft.match.prefix.conjunction else [], bare[0])
        elif draft.match.prefix.conjunction and carry:
            self.give(draft, carry, [])

    def near(self, draft: Draft, groups: list[list[Nominal]]) -> list[list[Nominal]]:
        """Of the parties behind a verb those that stand near enough to be its subject and object, with no other act
        between them."""
        if draft.type == "protest":
            return groups
        kept: list[list[Nominal]] = []
        last = draft.last
        links = self.starts
        if draft.type in SPOKEN:
            links = {m.first for m in self.sentence.of("link") if m.entry.value == "to"}
        for group in groups:
            gap = range(last + 1, group[0].head)
            if len(gap) > _BETWEEN or any(i in links for i in gap):
                break
            kept.append(group)
            last = group[-1].last
        return kept

    def object_before(self, draft: Draft, before: list[Draft]) -> None:
        """Whom a pronoun on a verb that goes on means: the one acted on before (انتقد فلانا واتهمه)."""
        if draft.match.suffix and draft.match.prefix.conjunction and not draft.targets and before:
            last = before[-1]
            if last.targets and draft.agents and last.agents == draft.agents:
                draft.targets = list(last.targets)

    def nominal(self, draft: Draft) -> bool:
        """Whether what is spelt like a verb is the noun of its act, governed by the plain word before it: شجب حرق."""
        i = draft.first - 1
        if not self.agreement.may_be_noun(draft.match) or draft.match.prefix.conjunction or i < self.sentence.first:
            return False
        known = {n.last for n in self.nominals} | {p.last for p in (*self.sentence.times, *self.sentence.places)}
        known |= {m.last for cls in ("clause", "speech") for m in self.sentence.of(cls)}
        return self.tokens[i].word and i not in known and self.tokens[i].form.endswith(("ه", "ها", "هم"))

    def passive(self, draft: Draft) -> bool:
        """Whether a verb is written as a passive: عُيّن."""
        start = self.tokens[draft.first].start + len(draft.match.prefix.conjunction)
        return not draft.match.entry.form.startswith(_IMPERFECT) and self.raw[start + 1 : start + 2] == _DAMMA

    def told_of(self, draft: Draft) -> list[Nominal]:
        """The speaker, where he tells what he himself did: قالت الحركة إنها سيطرت على البلدة."""
        if draft.first - 1 not in self.selves and draft.first - 2 not in self.selves:
            return []
        known = [n for n in self.nominals if n.last < draft.first and n.speaker and n.named and not n.link]
        return self.group_ending(known[-1]) if known else []

    def bomber(self, draft: Draft) -> list[Nominal]:
        """Who blows himself up: the nearest attacker named before the verb, else behind it."""
        attackers = [n for n in self.nominals if n.kind == "attacker" or (n.kind == "armed" and n.count is None)]
        before = [n for n in attackers if n.last < draft.first]
        behind = [n for n in attackers if 0 < n.first - draft.last <= 2]
        return before[-1:] or behind[:1]

    def drives(self, party: Nominal) -> bool:
        """Whether a subject makes others flee, as a power may."""
        return party.named and (party.armed or party.kind == "government") and party.count is None

    def unknown(self, draft: Draft, party: Nominal) -> bool:
        """Whether a subject that no actor is known for stands before the party: كان فلان اتهم, اتهم البعض."""
        if any(t.form in _SOME for t in self.tokens[draft.last + 1 : party.head]):
            return True
        if self.tokens[draft.first - 1].form == "قد":  # كان فلان قد اتهم: the subject stood before
            start = max(self.sentence.first, draft.first - _HAD)
            return any(t.form.removeprefix("و") in _WAS for t in self.tokens[start : draft.first - 2])
        if self.begun(draft) or self.for_body(draft, party):
            return True  # بدأت تحشد الشباب
        k = draft.first - 2
        return (
            k >= self.sentence.first
            and self.tokens[k].form.removeprefix("و") in _WAS
            and self.tokens[k + 1].form != "قد"
        )

    def for_body(self, draft: Draft, party: Nominal) -> bool:
        """Whether an officer of a body, who is not named, speaks to the party: دعا الأمين العام للمنظمة الحكومة."""
        if draft.type not in SPOKEN:
            return False
        bodies = [n for n in self.nominals if n.link == "for" and draft.last + 1 < n.head <= draft.last + _OFFICER]
        return any(n.last < party.head and not self.titled(n) for n in bodies)

    def begun(self, draft: Draft) -> int:
        """The verb of beginning right before an imperfect, whose subject stands before both; else 0."""
        for k in (draft.first - 1, draft.first - 2):
            if k >= self.sentence.first and k in self.beginning:
                return k
        return 0

    def backed(self, group: list[Nominal]) -> list[Nominal]:
        """A party with its backers, where it is the whole of what was named."""
        band = self.band(group[0])
        return band if band[: len(group)] == group else group

    def part(self, whole: Nominal, party: Nominal) -> bool:
        """Whether a party only says who the one before it is: 68 رهينة من الأجانب."""
        return party.head <= whole.last and self.tokens[whole.last + 1].form == "من"

    def judged(self, draft: Draft, party: Nominal) -> bool:
        """Whether a party behind a verb only owns what is spoken of: أدان جرائم فلان."""
        return party.head == draft.last + 2 and draft.last + 1 in self.condemned

    def paper(self, draft: Draft) -> bool:
        """Whether a text speaks: دعا البيان."""
        return draft.last + 1 in self.papers

    def spoken_by_paper(self, draft: Draft, after: list[Nominal], bare: list[list[Nominal]]) -> None:
        """Who issued a text speaks in it; the next party named is spoken to."""
        owners = [n for n in after if n.head <= draft.last + 3 and (n.link in ("for", "from") or not n.link)]
        definite = self.tokens[draft.last + 1].form.startswith("ال")
        speaker = owners[:1] if owners and (owners[0].link or not definite) else []
        draft.agents = speaker
        others = [g for g in bare if g[0] not in speaker]
        if others:
            draft.targets = others[0]

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
        counted = next((q for q in self.sentence.numbers if 0 < q.first - draft.last <= 2), None)
        if counted is not None and (
            any(draft.last < d.first < counted.first for d in self.found)
            or self.tokens[draft.last + 1].form.startswith("و")
        ):
            counted = None
        if counted is not None and not before and previous and draft.match.prefix.conjunction and not bare:
            before = previous
        if draft.match.entry.form.endswith("وا") and counted is not None and not before:
            before = self.elided(draft)
        goes_on = draft.match.prefix.conjunction and not before and not draft.agents
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
        elif before and bare:
            self.give(draft, before, bare[0])
        elif (
            len(bare) >= 2
            and (bare[0][0].armed or bare[0][0].named)
            and bare[0][0].count is None
            and self.agreement.behind(draft.match, bare[0][0])
        ):
            self.give(draft, bare[0], bare[1])
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
        if any(m.first == i for cls in ("member", "people") for m in self.sentence.of(cls)):
            return True
        times = {t.first for t in self.sentence.times}
        return draft.type == "abduction" and before[0].kind == "armed_group" and i not in times and i not in self.new

    def suffers(self, draft: Draft, party: Nominal) -> bool:
        """Whether the one party behind a verb that goes on (هاجم القرية وقتل خمسة) is the one acted on."""
        return party.head <= draft.last + 3 and (party.count is not None or not party.armed)

    def several(self, draft: Draft) -> list[Nominal]:
        """Those whom a verb in the plural goes on about: رفع المحتجون أعلاما واتهموا الحكومة."""
        if not draft.match.entry.form.endswith("وا"):
            return []
        known = [n for n in self.nominals if n.last < draft.first and not n.link and self.agreement.gender(n) == "p"]
        return [n for n in known[-1:] if not self.inner(n)]

    def captor(self, draft: Draft, group: list[Nominal]) -> bool:
        """Whether the one party of a verb of capture is who captured: armed, and not counted."""
        party = group[0]
        if party.count is not None or party.asset or draft.match.suffix:
            return False
        if not self.agreement.behind(draft.match, party):
            return False
        if draft.type == "arrest":
            return party.kind == "state_force"
        return draft.type == "abduction" and party.kind in ("armed", "armed_group")

    def ruled(self, draft: Draft) -> bool:
        """Whether a preposition follows the verb at once: its subject is left out, or comes late."""
        return any(m.first == draft.last + 1 and m.entry.value != "in" for m in self.sentence.of("link"))

    def elided(self, draft: Draft) -> list[Nominal]:
        """The subject that a verb leaves out: the last armed party that nothing governs before it; of a verb of
        speech, the one who spoke before."""
        if draft.type in SPOKEN:
            spoke = [n for n in self.nominals if n.last < draft.first and n.named and not n.link and n.speaker]
            return [] if draft.match.suffix else spoke[-1:]
        known = [n for n in self.nominals if n.last < draft.first and not n.link and (n.armed or n.named)]
        if draft.verb and self.agreement.may_be_noun(draft.match):
            return []
        harming = [d for d in self.found if d.first < draft.first and (d.spec.violent or d.spec.type in _HARM)]
        struck = [n for d in harming if d.type != "clash" for n in d.targets]
        governed = {m.last + 1 for m in self.aims}  # لردع فلان
        nearest = [n for n in known if n.armed and not self.owned(n) and n not in struck and n.head not in governed][
            -1:
        ]
        return [n for n in nearest if not self.inner(n) and self.agreement.before(draft.match, [n])]

    def relative_before(self, draft: Draft) -> int:
        """The relative pronoun that brings a verb in, perhaps with a word between (الذي كان يقاتل), else 0."""
        i = draft.first - 1
        if i in self.relative:
            return i
        return i - 1 if i - 1 in self.relative and self.tokens[i].word else 0

    def subject_before(self, draft: Draft) -> list[Nominal]:
        """A subject in front of its verb: the first bare party of the clause, or what a relative clause is about."""
        if draft.match.prefix.conjunction:
            return []
        at = self.relative_before(draft)
        if at:
            known = [n for n in self.nominals if at - _ANTECEDENT <= n.last < at and n.link not in ("source", "none")]
            backing = {i for n in self.nominals if n.link == "none" for i in (n.head - 2, n.head - 1)}
            nouns = {m.first for cls in ("trigger", "link", "asset") for m in self.sentence.of(cls)} - backing
            known = [n for n in known if nouns.isdisjoint(range(n.last + 1, at))]
            return self.group_ending(known[-1]) if known and not draft.match.suffix else []
        start = self.left(self.begun(draft) or draft.first)
        here = [n for n in self.nominals if start <= n.head < draft.first and not n.link and not n.joined]
        here = [
            n for n in here
            if self.free(n, draft) or (n.speaker and start > self.sentence.first and not self.quoted(n, draft.first))
        ]  # fmt: skip
        here = [n for n in here if not self.inner(n)]
        if draft.type in SPOKEN:  # بعد مجازر فلان أدانت المنظمات
            here = [n for n in here if n.head - 1 not in self.condemned and n.head - 1 not in self.starts]
        if not here or self.owned(here[0]):
            return []
        subject = here[0]
        if any(self.tokens[k].form == "،" for k in range(subject.last + 1, draft.first)) and subject.head > start + 2:
            return []
        return self.band(subject)
