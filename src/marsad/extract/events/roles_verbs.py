"""Subject and object of verbs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.cues import cue
from marsad.extract.events.roles_sides import AIMED
from marsad.extract.events.roles_voice import AMONG, Voice
from marsad.extract.events.words import INJURY, KILLING, MOVES, SPOKEN

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal

# Words between a verb and its subject, and between that and the object.
_BETWEEN = 7
# Words between a verb of taking and its subject: farther off somebody else is told of.
_BESIDE = 4
# The ending of a plural subject, and letters of words that end so by chance.
_SUBJECTS, _LONGER = "ون", 4
# Pronouns on a verb that tells of what stands before it.
_ITS = ("ه", "ها", "هم")
_BURST = ("انفجر", "نفجر")
# Behind a verb that may be active or passive they make it passive: دمر بالكامل.
_WHOLLY = cue("wholly")
# Behind these, and a noun, a party is no subject.
_TIMES = cue("time")
# They may stand between who is accused and the charge.
_ALSO = cue("also")
# Who stands alone behind these, with unknown words before him, is spoken to.
_ADDRESSING = frozenset({"demand", "condemnation"})
_EVERY = cue("every")
# Words between acts and a verb that tells whom they were aimed at.
_AIMED = 8
# What somebody is made to bear.
_BURDEN = frozenset({"مسووليه", "المسووليه", "مسيوليه", "المسيوليه", "كامل", "تبعات"})
# Who is mostly called on, not calling, where somebody else acted before.
_CALLED_ON = frozenset({"civilian", "civilians"})
# What somebody is asked to do, right behind him.
_BEAR = cue("bear")
# Behind these a part of those captured may be told.
_CAPTURES = frozenset({"arrest", "abduction", "release"})
# What is joined to the object of these is rejected as well. Beginnings of an imperfect, and letters of a bare perfect.
_REJECTING = frozenset({"condemnation", "demand", "accusation"})
_IMPERFECT, _BARE = ("ي", "ت"), 3
# How a dual of the perfect ends, and with a pronoun a plural of people (أسراهم).
_DUAL = "ا"
# Who flees stands behind the verb, and nobody is fled.
_FLIGHT = "flight"


class Verbs(Voice):
    """Reads the parties of verbs."""

    def verb(self, draft: Draft, previous: list[Nominal]) -> None:
        doer = self.linking(draft)
        if doer:
            draft.agents = doer
            return
        spokesman = self.spokesman(draft)
        end = self.right(draft)
        end = min([end, *(i for i in self.relative if i > draft.last + 1)])
        after = [n for n in self.nominals if draft.last < n.head < end and self.free(n, draft)]
        among = end
        if draft.type in _CAPTURES:
            among = next((t.n for t in self.tokens[draft.last + 1 : end] if t.form in AMONG), end)
        bare = self.near(draft, [self.group(n) for n in after if not n.link and not n.joined and n.head < among])
        if draft.type == "accusation":
            bare = [part for group in bare for part in self.apart(group)]
        elif draft.type in SPOKEN:
            bare = [part for group in bare for part in self.named_apart(group)]
        if draft.type in MOVES:
            bare = [g for g in bare if not self.aimed_at(draft, g[0])]
        bare = bare[:1] + [b for a, b in pairwise(bare) if not self.part(a[-1], b[0])]
        if bare and self.holder(bare[0]) != bare[0]:
            bare = [self.holder(bare[0]), *bare[2:]]
        if spokesman:
            self.give(draft, spokesman, next((g for g in bare if g[0].head > spokesman[-1].last), []))
            return
        speaker = self.before_colon(draft)
        if speaker:
            self.give(draft, speaker, bare[0] if bare else [])
            return
        before = self.subject_before(draft)
        told_of = self.relative_before(draft)
        if before and not self.agreement.before(draft.match, before):
            before = []
        if draft.match.prefix.preposition == "ل" and draft.type in MOVES and bare:
            before = before if bare[0][0].head > draft.last + 1 else []  # لتنسحب قوات فلان
        if told_of and not before:  # التي سيطر فلان عليها: only who stands right behind can be the subject
            bare = bare if bare and bare[0][0].head <= draft.last + 2 else []
        if draft.spec.type == _FLIGHT and before and bare and bare[0][0].head <= draft.last + _BESIDE:
            gap = range(before[-1].last + 1, draft.first)
            if len(gap) > 1 or any(p.first in gap for p in self.sentence.places):
                before = []  # بعد محاصرة فلان البلدة هرب فلان
        if draft.spec.type == _FLIGHT and any(m.first == draft.last + 1 for m in self.sentence.of("uncounted")):
            before, previous = [], []  # فرت معظم القيادات
        if self.nominal(draft):
            if bare:
                draft.targets = draft.targets or bare[0]  # لشجبه حرق المسجد
                return
            before = []
        if told_of and not before:
            previous = []
        if previous and not self.agreement.before(draft.match, previous):
            previous = []
        self.oblique(draft, after)
        owner = self.owner(draft)
        if owner:  # مواصلة إيران دعمها
            draft.agents = owner
            return
        if self.spoken_of(draft):
            draft.targets = draft.targets or (bare[0] if bare else [])  # أدان فلان الحصار وقتل المدنيين
            return
        if draft.first in self.undergone and bare and draft.type in MOVES and self.agreement.oblique(bare[0][0]):
            draft.targets = bare[0]  # حشد مقاتلين
            bare = bare[1:]
        if self.went_on(draft):  # تواصل السلطات حض السكان
            draft.agents = [n for n in self.nominals if n.last == draft.first - 1]
            draft.targets = bare[0] if bare else []
            return
        if self.described_noun(draft):
            draft.agents = draft.agents or before  # قدم فلان دعما كبيرا
            draft.targets = draft.targets or [n for n in after if n.link == "for"][:1]
            return
        if any(m.first == draft.first for m in self.sentence.of("we")):
            draft.targets = draft.targets or (bare[0] if bare else [])
            return
        if draft.match.suffix == "نا":
            return  # we did it, or it was done to us
        if draft.type in SPOKEN and draft.match.suffix and bare and self.behind_with(draft, bare[0][0]):
            bare = []  # تتهمه بدعم فلان
        if draft.match.suffix and draft.match.prefix.conjunction and not bare and self.unnamed(draft.last + 1):
            return  # واعترضته الدفاعات
        if draft.match.suffix and bare and self.stranger(draft, bare[0][0]):
            return  # رفضها شرعية فلان
        if draft.match.suffix and (bare or (draft.match.prefix.conjunction and previous)):
            self.give(draft, bare[0] if bare else previous, [])
            return
        form = draft.match.entry.form
        has_object = draft.match.suffix and draft.first == draft.last and not form.endswith(_DUAL)
        if has_object and draft.spec.either and before and before[0].armed and not told_of:
            self.give(draft, before, [])  # أفرجوا عن رجل كانوا اختطفوه
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
        if draft.type in MOVES and draft.spec.patient and not before and len(bare) > 1 and self.drives(bare[0][0]):
            self.give(draft, bare[0], bare[1])
            return
        if draft.spec.patient:
            subject = before or (bare[0] if bare else [])
            if draft.type == "assassination" and subject and subject[0].named and subject[0].kind != "person":
                # اغتيل مهندس الطيران فلان
                subject = next((g for g in bare if g[0].named and g[0].kind == "person"), subject)
            draft.targets.extend(subject)
            return
        if draft.spec.either and (draft.by or not draft.agents):
            self.either(draft, before, bare, previous)
            return
        if draft.type in SPOKEN and bare and self.judged(draft, bare[0][0]):
            self.give(draft, before or previous, bare[0])  # استنكر فلان صمت فلان
            return
        if draft.type == "threat" and bare and self.behind_with(draft, bare[0][0]):
            self.give(draft, before or previous, bare[0])  # هددت بإسقاط حكم فلان
            return
        if draft.type in SPOKEN and self.paper(draft):
            self.spoken_by_paper(draft, after, bare)
            return
        if self.tokens[draft.last + 1 : draft.last + 2] and self.tokens[draft.last + 1].form in _WHOLLY:
            draft.targets = draft.targets or before
            return
        if draft.type in _ADDRESSING and bare and not before and self.unknown_caller(draft):
            self.give(draft, [], bare[0])  # سيول دعت بيونغ يانغ
            return
        if draft.type in _ADDRESSING and bare and not before and self.addressed(draft, bare[0][0]):
            self.give(draft, previous if draft.match.prefix.conjunction else [], bare[0])
            return
        if bare and not before and self.called_on(draft, bare[0][0]):
            self.give(draft, previous or self.elided(draft), bare[0])
            return
        if draft.type == "accusation" and bare and not before and self.burdened(bare[0]):
            self.give(draft, previous if draft.match.prefix.conjunction else [], bare[0])
            return
        alone = not (before or previous or draft.targets or draft.match.suffix or self.several(draft))
        if draft.type == "accusation" and alone and len(bare) == 1 and self.charged(bare[0], after):
            draft.targets = bare[0]  # اتهمت القوات بارتكاب فظائع: nobody is named whom she accuses
            return
        if bare and not before and self.aimed(draft):
            draft.targets = draft.targets or bare[0]  # ضربات تستهدف فلانا
            return
        if draft.first in self.movers and bare and bare[0][0].head == draft.last + 1:
            self.give(draft, bare[0], [])  # منع تسلل المسلحين, spelt like the verb
            return
        follows = draft.match.prefix.conjunction and self.ruled(draft)
        carry = [] if told_of and not before else previous or self.elided(draft)
        struck = draft.spec.violent or draft.type == "siege"
        far = struck and bare and not before and bare[0][0].head > draft.last + 1
        if far and self.agreement.may_be_noun(draft.match) and not self.tells_of_people(draft.last + 1):
            self.give(draft, carry if draft.match.prefix.conjunction else [], [])  # قطع إمدادات فلان
            return
        if follows and carry and not before:
            self.give(draft, carry, bare[0] if bare and bare[0][0].head <= draft.last + 5 else [])
        elif before and not (len(bare) >= 2 and bare[0][0].head <= draft.last + 2):
            self.give(draft, before, bare[0] if bare else [])
        elif bare and not self.agreement.behind(draft.match, bare[0][0]):
            self.give(draft, (previous or self.several(draft)) if draft.match.prefix.conjunction else [], bare[0])
        elif bare and (self.relative_verb(draft) or self.told_in(draft, bare)):
            self.give(draft, [], bare[0])  # هتافات تدعو الحكومة إلى الرحيل
        elif bare and draft.type == "decision" and self.decided_on(draft, bare[0][0]):
            self.give(draft, [], [])
        elif bare and self.stranger(draft, bare[0][0]):
            near = bare[0][0].head <= draft.last + 2 or bare[0][0].kind != "person"
            self.give(draft, [], bare[0] if near and draft.type in SPOKEN else [])  # طالبت أرملة فلان فلانا
        elif bare and (self.unknown(draft, bare[0][0]) or self.brought_down(draft, bare[0][0])):
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

    def linking(self, draft: Draft) -> list[Nominal]:
        """Who stands behind a verb that links him to what he did: قذائف أطلقها فلان."""
        link = self.sentence.links.get(draft.last)
        if link is None or link.entry.value != "by" or not draft.match.suffix:
            return []
        behind = [n for n in self.nominals if n.link == "by" and n.head == draft.last + 1]
        return self.holder(self.group(behind[0])) if behind else []

    def spokesman(self, draft: Draft) -> list[Nominal]:
        """In whose name somebody speaks who stands behind the verb: نفى المتحدث باسم فلان."""
        if draft.type not in SPOKEN:
            return []
        offices = {m.last for m in self.sentence.of("office") if m.first == draft.last + 1}
        named = [n for n in self.nominals if n.link == "source" and n.named and n.head - 1 in offices]
        return self.group(named[0]) if named and not self.titled(named[0]) else []

    def called_on(self, draft: Draft, party: Nominal) -> bool:
        """Whether people right behind a verb in the feminine that goes on are spoken to: استعدت القوات للهجوم، ودعت
        الأهالي إلى الخروج."""
        if draft.type == "demand" and party.head == draft.last + 1 and self.tokens[party.last + 1].form in _BEAR:
            return True  # طالب المجلس بتحمل مسؤولياته
        if draft.type not in _ADDRESSING or not draft.match.prefix.conjunction or party.kind not in _CALLED_ON:
            return False
        plural = not self.tokens[party.head].form.endswith("ات")
        return draft.match.entry.form.endswith("ت") and plural and party.head == draft.last + 1

    def before_colon(self, draft: Draft) -> list[Nominal]:
        """Who is quoted in a headline, before a colon that the verb of what he did stands behind: فلان: أمرت الجيش."""
        if self.tokens[draft.first - 1].form != ":" or not draft.match.entry.form.endswith("ت"):
            return []
        return [n for n in self.nominals if n.last == draft.first - 2 and n.kind == "person" and n.named]

    def aimed_at(self, draft: Draft, party: Nominal) -> bool:
        """Whether a party stands behind what somebody moves for: وصل وفد للقاء فلان."""
        between = (m for m in self.sentence.of("trigger") if draft.last < m.first < party.head)
        return any(m.prefix.preposition == "ل" for m in between)

    def owner(self, draft: Draft) -> list[Nominal]:
        """The party right before what is spelt like a verb of the other gender with a pronoun: a noun that is hers."""
        if draft.match.suffix != "ها" or draft.match.prefix.conjunction or not self.agreement.may_be_noun(draft.match):
            return []
        known = [n for n in self.nominals if n.last == draft.first - 1 and not n.link]
        return [n for n in known if self.agreement.gender(n) == "f"]

    def spoken_of(self, draft: Draft) -> bool:
        """Whether what is spelt like a verb is a noun joined to what somebody condemns or demands."""
        harm = draft.spec.violent or draft.spec.type in (KILLING, INJURY)
        if not harm or not draft.match.prefix.conjunction or not self.agreement.may_be_noun(draft.match):
            return False
        told = next((d for d in reversed(self.found) if d.first < draft.first and d.verb), None)
        return told is not None and told.type in _REJECTING and not self.parted(told.match, draft)

    def went_on(self, draft: Draft) -> bool:
        """Whether what is spelt like a perfect is the noun of an act that somebody goes on with: behind a verb of going
        on and its subject no perfect stands."""
        bare = not (draft.match.prefix.conjunction or draft.match.suffix or len(draft.match.entry.form) > _BARE)
        if not bare or draft.match.entry.form.startswith(_IMPERFECT):
            return False
        subjects = [n.head for n in self.nominals if n.last == draft.first - 1]
        return (subjects[0] if subjects else draft.first - 1) - 1 in self.beginning

    def unknown_caller(self, draft: Draft) -> bool:
        """Whether who demands stands right before the verb, and is no party: a capital, or a name that opens the
        sentence."""
        before = draft.first - 1
        if draft.match.prefix.conjunction or before < self.sentence.first or self.agreement.may_be_noun(draft.match):
            return False
        place = any(p.last == before and not p.prefix for p in self.sentence.places)
        opens = before == self.sentence.first and not self.tokens[before].form.startswith(("و", "ف"))
        return place or (opens and self.agreement.strange(before))

    def addressed(self, draft: Draft, party: Nominal) -> bool:
        """Whether the first party behind a verb of demanding is spoken to, and who demands stands before it unknown:
        دعا فلان جميع المسلحين, طالب المتحدث باسم فلان الحكومة, طالب فلان المسلحين."""
        gap = range(draft.last + 1, party.head)
        if not gap or party.kind == "person":
            return False
        if self.tokens[gap[-1]].form in _EVERY and len(gap) > 1:
            return True
        if any(n.link in ("source", "for") and n.head in gap for n in self.nominals):
            return any(m.first in gap for m in self.sentence.of("office"))
        strange = len(gap) == 1 and self.agreement.strange(gap[0]) and self.raw[self.tokens[gap[0]].end - 1] != "ة"
        return strange and self.agreement.oblique(party)

    def behind_with(self, draft: Draft, party: Nominal) -> bool:
        """Whether a party stands behind what somebody threatens with, so that it is done to it."""
        return any(t.form.startswith("ب") for t in self.tokens[draft.last + 1 : party.head])

    def decided_on(self, draft: Draft, party: Nominal) -> bool:
        """Whether who decides stands before what is decided on a party: أصدرت المحكمة حكما بإعدام فلان."""
        return party.head > draft.last + _BESIDE - 1 and self.behind_with(draft, party)

    def brought_down(self, draft: Draft, party: Nominal) -> bool:
        """Whether a party owns what is taken or brought down: أسقطت الدفاعات طائرة لفلان."""
        return draft.type == "weapons_seizure" and party.asset and party.ref.text.startswith("ل")

    def burdened(self, accused: list[Nominal]) -> bool:
        """Whether what somebody is held responsible for stands right behind him, with nobody between: حمل فلانا
        مسؤولية القصف."""
        i = accused[-1].last + 1
        return i < self.sentence.past and self.tokens[i].form in _BURDEN

    def charged(self, accused: list[Nominal], after: list[Nominal]) -> bool:
        """Whether a party alone behind a verb of accusing is the accused: no other is named, or the charge follows."""
        if len(after) == len(accused):
            return True
        charge = accused[-1].last + 1
        if charge < self.sentence.past and self.tokens[charge].form.startswith("ال"):
            charge += 1  # القوات المتمردة
        charge = next((p.last + 1 for p in self.sentence.places if p.first in (charge, charge + 1)), charge)
        if charge < self.sentence.past and self.tokens[charge].form in _ALSO:
            charge += 1
        return any(m.first == charge and m.prefix.preposition == "ب" for m in self.sentence.of("share"))

    def apart(self, group: list[Nominal]) -> list[list[Nominal]]:
        """A subject and an object that only a comma parts: حمل المجلس، الحوثيين مسؤولية القصف."""
        whom = [i for i, n in enumerate(group) if i and self.agreement.oblique(n)]
        if not whom or self.agreement.oblique(group[0]):
            return [group]
        return [group[: whom[0]], group[whom[0] :]]

    def named_apart(self, group: list[Nominal]) -> list[list[Nominal]]:
        """A subject with its name, and an object that only a comma parts from it: انتقد رئيس المجلس، فلان، الحكومة."""
        for i in range(1, len(group)):
            person = group[i - 1].kind == "person" and group[i - 1].named
            if person and group[i].kind != "person" and self.tokens[group[i].head - 1].form == "،":
                return [group[:i], group[i:]]
        return [group]

    def aimed(self, draft: Draft) -> bool:
        """Whether a verb of aiming tells whom the act named right before it was aimed at."""
        if not draft.match.entry.form.startswith(AIMED) or draft.match.prefix.conjunction:
            return False
        if not self.tokens[draft.first - 1].word:
            return False
        start = max(self.left(draft.first), draft.first - _AIMED)
        acts = [m.last for cls in ("trigger", "weapon", "act_noun") for m in self.sentence.of(cls)]
        if draft.first - 1 in acts:
            return True
        several = draft.match.entry.form.endswith("ت")  # حملات مشتركة بالتنسيق مع فلان استهدفت فلانا
        return several and any(start <= i < draft.first and self.tokens[i].form.endswith("ات") for i in acts)

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
            if len(gap) > _BETWEEN or any(i in links or self.served(i) for i in gap):
                break
            if draft.type == "agreement" and any(self.tokens[i].form == "علي" for i in gap):
                break  # اتفقا على مواجهة فلان
            if kept and (self.apposed(group[0]) or self.laid(group[0], kept[0][0])):
                break
            if gap and (self.tokens[group[0].head - 2].form in _TIMES or self.begins(group[0])):
                break  # غزا الصحراء بعد سقوط فلان; هاجم رجال القرية وفلان يرد
            kept.append(group)
            last = group[-1].last
        return kept

    def apposed(self, party: Nominal) -> bool:
        """Whether a party only tells whose place was named before it: في بلدة كذا معقل فلان."""
        known = any(m.first == party.head for cls in ("people", "member", "office") for m in self.sentence.of(cls))
        beside = any(p.last == party.head - 1 for p in self.sentence.places)
        return party.head < party.first and beside and not known

    def laid(self, party: Nominal, before: Nominal) -> bool:
        """Whether a party behind another is a subject of its own, no object: it is written as one, or stands behind
        what is told of a weapon (قتل جندي بلغم زرعه مسلحون)."""
        form = self.tokens[party.head].form
        if party.head == party.first and form.endswith(_SUBJECTS) and len(form) > _LONGER:
            return True
        told = self.tokens[party.head - 1]
        by = any(before.last < m.first < party.head - 1 and m.prefix.preposition for m in self.sentence.of("weapon"))
        return by and told.form.endswith(_ITS) and self.raw[told.end - 1] != "ة"

    def begins(self, party: Nominal) -> bool:
        """Whether a party that nothing joins to one before opens a clause with و and a verb of its own behind it."""
        token = self.tokens[party.head]
        own = self.raw[token.start : token.end].startswith("و") and party.ref.start == token.start + 1
        return own and not party.joined and party.head == party.first and party.last + 1 in self.verbs

    def object_before(self, draft: Draft, before: list[Draft]) -> None:
        """Whom a pronoun on a verb that goes on means: the one acted on before (انتقد فلانا واتهمه)."""
        if draft.match.suffix and draft.match.prefix.conjunction and not draft.targets and before:
            last = before[-1]
            if last.targets and draft.agents and last.agents == draft.agents:
                draft.targets = list(last.targets)

    def bomber(self, draft: Draft) -> list[Nominal]:
        """Who blows himself up: the nearest attacker named before the verb, else behind it."""
        people = (
            m for m in self.sentence.of("people") if m.entry.value == "attacker" and m.last + 1 < self.sentence.past
        )
        members = [m for m in people if self.tokens[m.last + 1].form == "من"]  # انتحاريون من التنظيم
        heads = {k for m in members for k in (m.first, m.last + 1)}
        attackers = [
            n for n in self.nominals
            if n.kind == "attacker" or (n.kind == "armed" and n.count is None) or n.head in heads
        ]  # fmt: skip
        before = [n for n in attackers if n.last < draft.first]
        behind = [n for n in attackers if 0 < n.head - draft.last <= 2]
        return before[-1:] or behind[:1]

    def judged(self, draft: Draft, party: Nominal) -> bool:
        """Whether a party behind a verb only owns what is spoken of: أدان جرائم فلان."""
        act = draft.last + 1
        if party.head - 1 in self.condemned:
            return True  # نفى متحدث مزاعم فلان
        return party.head == act + 1 and any(m.first == act for m in self.aims)

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
