"""Subjects of verbs that do not stand behind them: before the verb, in a clause around it, told before, left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.cues import cue
from marsad.extract.events.roles_links import Links
from marsad.extract.events.words import INJURY, KILLING, SPOKEN, TOGETHER

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal

# What he who is accused did stands behind it.
_OF_HIM = cue("accused_of")
# A relative pronoun stands this near behind what it is about.
_ANTECEDENT = 5
# Words of a relative clause before its verb, and the pronouns on that for what the clause is about.
_CLAUSE = 4
_BACK = frozenset({"ه", "ها", "هم", "هما"})
_HARM = frozenset({KILLING, INJURY})
# What is done by words, mostly to somebody.
_BY_WORDS = SPOKEN | TOGETHER | {"decision", "support", "vote"}
# Subjects without a name, and the verb that stands before a subject whose own verb follows.
_SOME = cue("some")
_THIS, _LATTER = frozenset({"هذا", "هذه", "هذان", "هولاء"}), cue("latter")
_WAS = cue("was")
# With a verb of saying it opens an aside: فلان، كما يقول فلان، أمر بكذا.
_AS = cue("as")
_THAT = cue("that")
# Words of an office between a verb and its body.
_OFFICER = 4
# A verdict is told of as a passive where no court stands behind it.
_JUDGED = "حكم"
# What a verb may stand behind without telling of it.
_OPENING_VERB = frozenset({
    "clause", "elsewhere", "link", "say_skip", "speech", "trigger_verb", "light", "modal.negate", "before_act", "toll",
    "deictic", "denied_back", "lead_tail", "not_counted", "beginning",
})  # fmt: skip
_PEOPLE = frozenset({"civilian", "civilians", "crowd"})
_WITHIN_IT = frozenset({"فيها", "فيه", "فيهما"})
_ASKING = ("لماذا", "ماذا", "كيف", "متي", "هل")
# Words from كان to the قد of its verb.
_HAD = 12
# What may stand between a verb of speech and its subject: titles, bodies, people, and words for when or where.
_BEFORE_SUBJECT = frozenset({
    "office", "rank", "courtesy", "speaker", "people", "member", "many", "many_of", "leader", "part_noun", "body_noun",
    "nation_adjective", "say_skip", "toll", "lead_tail",
})  # fmt: skip


# How verbs of accusing begin behind their prefix (اتهم، يتهم).
_ACCUSED = ("اتهم", "هم")


class Subjects(Links):
    """Finds who a verb is said of where nobody stands behind it."""

    def told_of(self, draft: Draft) -> list[Nominal]:
        """The speaker, where he tells what he himself did: قالت الحركة إنها سيطرت على البلدة."""
        if draft.match.entry.form.startswith(_JUDGED):
            return []  # قال المحامي إنه حكم على المتهم
        if draft.first - 1 not in self.selves and draft.first - 2 not in self.selves:
            return []
        known = [n for n in self.nominals if n.last < draft.first and n.speaker and n.named and not n.link]
        if known and not self.agreement.before(draft.match, known[-1:]):
            return []  # قالت المنظمة إنه سيجري محادثات
        return self.group_ending(known[-1]) if known else []

    def begun(self, draft: Draft) -> int:
        """The verb of beginning right before an imperfect, whose subject stands before both; else 0."""
        for k in (draft.first - 1, draft.first - 2):
            if k >= self.sentence.first and k in self.beginning:
                return k
        return 0

    def unknown(self, draft: Draft, party: Nominal) -> bool:
        """Whether a subject that no actor is known for stands before the party: كان فلان اتهم, اتهم البعض."""
        if any(t.form in _SOME for t in self.tokens[draft.last + 1 : party.head]):
            return True
        behind = [t.form for t in self.tokens[draft.last + 1 : draft.last + 3]]
        if len(behind) > 1 and behind[0] in _THIS and behind[1] in _LATTER:
            return True  # أشعلت هذه الأخيرة النار
        kin = any(m.first == draft.last + 1 for m in self.sentence.of("kin"))
        if kin and draft.type in SPOKEN and party.head > draft.last + 2 and party.kind != "person":
            return True  # دعا والد الرهينة السلطات
        if self.tokens[draft.first - 1].form == "قد":  # كان فلان قد اتهم: the subject stood before
            start = max(self.sentence.first, draft.first - _HAD)
            return any(t.form.removeprefix("و") in _WAS for t in self.tokens[start : draft.first - 2])
        if draft.type == "accusation" and party.head == draft.last + 2 and self.agreement.strange(draft.last + 1):
            return not self.tokens[draft.last + 1].form.startswith("ال")  # يتهم فلان الحكومة
        i = draft.first - 1
        if draft.type == "demand" and i >= self.sentence.first and i not in self.starts and self.agreement.strange(i):
            return draft.match.entry.form.startswith("ي") and not self.tokens[i].form.startswith("ال")
        if self.begun(draft) or self.for_body(draft, party):
            return True  # بدأت تحشد الشباب
        k = draft.first - 2
        return (
            k >= self.sentence.first
            and self.tokens[k].form.removeprefix("و") in _WAS
            and self.tokens[k + 1].form != "قد"
        )

    def stranger(self, draft: Draft, party: Nominal) -> bool:
        """Whether a noun right behind a verb of speech or of dealings is its subject or object, so that the party
        behind it is not its subject: انتقد التلفزيون فلانا, يهدد حياة فلان."""
        i = draft.last + 1
        while i < party.head and not self.tokens[i].word:
            i += 1
        if draft.type not in _BY_WORDS or i >= party.head:
            return False
        told = {m.entry.cls for m in self._matches.at[i]}
        body = "titled" in told and "rank" not in told
        return told.isdisjoint(_BEFORE_SUBJECT) or "kin" in told or (body and party.kind == "person")

    def relative_verb(self, draft: Draft) -> bool:
        """Whether an imperfect of speech tells of the plain noun right before it, so that who stands behind it is
        spoken to: أطلقوا هتافات تدعو الحكومة إلى الرحيل."""
        i = draft.first - 1
        imperfect = draft.match.entry.form.startswith(("ي", "ت")) and not draft.match.prefix.conjunction
        if draft.type not in SPOKEN or not imperfect or i < self.sentence.first or not self.tokens[i].word:
            return False
        apart = self.raw[self.tokens[i].end : self.tokens[draft.first].start].strip()
        times = any(t.first <= i <= t.last for t in self.sentence.times)
        if apart or times or i in self.verbs or self.tokens[i].form.endswith(_ASKING):
            return False
        known = {m.entry.cls for m in self._matches.at[i]}
        return known.isdisjoint(_OPENING_VERB) and all(m.last != i for m in self._within("say_skip"))

    def told_in(self, draft: Draft, bare: list[list[Nominal]]) -> bool:
        """Whether a verb of speech tells what a text holds, so that the one party behind it is spoken of: تغريدة انتقد
        فيها فلانا."""
        i = draft.last + 1
        within = i < self.sentence.past and self.tokens[i].form in _WITHIN_IT
        return draft.type in SPOKEN and within and len(bare) == 1 and not draft.match.prefix.conjunction

    def for_body(self, draft: Draft, party: Nominal) -> bool:
        """Whether an officer of a body, who is not named, speaks to the party: دعا الأمين العام للمنظمة الحكومة."""
        if draft.type not in SPOKEN:
            return False
        bodies = [n for n in self.nominals if n.link == "for" and draft.last + 1 < n.head <= draft.last + _OFFICER]
        return any(n.last < party.head and not self.titled(n) for n in bodies)

    def several(self, draft: Draft) -> list[Nominal]:
        """Those whom a verb in the plural goes on about: رفع المحتجون أعلاما واتهموا الحكومة."""
        if not draft.match.entry.form.endswith("وا"):
            return []
        known = [n for n in self.nominals if n.last < draft.first and not n.link and self.agreement.gender(n) == "p"]
        return [n for n in known[-1:] if not self.inner(n)]

    def elided(self, draft: Draft) -> list[Nominal]:
        """The subject that a verb leaves out: the last armed party that nothing governs before it; of a verb of
        speech, the one who spoke before."""
        if draft.type in SPOKEN:
            spoke = [n for n in self.nominals if n.last < draft.first and n.named and not n.link and n.speaker]
            return [] if draft.match.suffix or not self.agreement.before(draft.match, spoke[-1:]) else spoke[-1:]
        known = [n for n in self.nominals if n.last < draft.first and not n.link and (n.armed or n.named)]
        if draft.verb and self.agreement.may_be_noun(draft.match):
            return []
        harming = [d for d in self.found if d.first < draft.first and (d.spec.violent or d.spec.type in _HARM)]
        struck = [n for d in harming if d.type != "clash" for n in d.targets]
        governed = {m.last + 1 for m in self.aims}  # لردع فلان
        nearest = [n for n in known if n.armed and not self.owned(n) and n not in struck and n.head not in governed][
            -1:
        ]
        nearest = [n for n in nearest if not self.inner(n) and not self.spoken_for(n, draft)]
        if nearest and draft.match.entry.form.endswith("وا"):  # بادر السكان إلى مهاجمتها، كما أسروا
            people = [n for n in self.nominals if nearest[0].last < n.first < draft.first and not n.link]
            nearest = [] if any(n.kind in _PEOPLE and n.count is None and not n.asset for n in people) else nearest
        return [n for n in nearest if self.agreement.before(draft.match, [n])]

    def spoken_for(self, party: Nominal, draft: Draft) -> bool:
        """Whether a party only owns the body that tells of an act: أضاف المركز الإعلامي لفلان أن طائرات شنت غارات."""
        cues = [m.last for m in self.sentence.of("speech") if m.last < party.head]
        if party.speaker or not cues:
            return False
        that = [
            m.first for m in self.sentence.of("clause") if cues[-1] < m.first < draft.first and m.entry.form in _THAT
        ]
        return bool(that) and party.last < that[0] and not any(party.last < i < that[0] for i in self.verbs)

    def relative_before(self, draft: Draft) -> int:
        """The relative pronoun that brings a verb in, perhaps with a word between (الذي كان يقاتل), else 0."""
        i = draft.first - 1
        if i in self.relative:
            return i
        return i - 1 if i - 1 in self.relative and self.tokens[i].word else 0

    def subject_inside(self, draft: Draft) -> list[Nominal] | None:
        """The subject of a relative clause whose verb has a pronoun for what it is about: الذي كان فلان استعاده; None
        where a verb is in no such clause."""
        near = range(max(self.sentence.first, draft.first - _CLAUSE), draft.first)
        at = next((i for i in reversed(near) if i in self.relative), None)
        if at is None or draft.match.suffix not in _BACK:
            return None
        known = [n for n in self.nominals if at < n.head and n.last == draft.first - 1 and not n.link]
        return self.group_ending(known[-1]) if known else []

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
        inside = self.subject_inside(draft)
        if inside is not None:
            return inside
        start = self.left(self.begun(draft) or draft.first)
        here = [n for n in self.nominals if start <= n.head < draft.first and not n.link and not n.joined]
        here = [
            n for n in here
            if self.free(n, draft) or (n.speaker and start > self.sentence.first and not self.quoted(n, draft.first))
        ]  # fmt: skip
        here = [n for n in here if not self.inner(n) and self.tokens[max(0, n.head - 2)].form not in _AS]
        if draft.type in SPOKEN:  # بعد مجازر فلان أدانت المنظمات
            here = [n for n in here if n.head - 1 not in self.condemned and n.head - 1 not in self.starts]
        if not here or self.owned(here[0]):
            return []
        subject = here[0]
        if draft.type in SPOKEN and subject.head <= start + 1:
            struck = {d.last for d in self.found if d.verb and (d.spec.violent or d.spec.type in _HARM)}
            if start - 1 in struck:
                return []  # قتلت عناصر الجيش طالب النواب
        if any(self.tokens[k].form == "،" for k in range(subject.last + 1, draft.first)) and subject.head > start + 2:
            return []
        return self.band(subject)

    def backed(self, group: list[Nominal]) -> list[Nominal]:
        """A party with its backers, where it is the whole of what was named."""
        band = self.band(group[0])
        if band[: len(group)] != group:
            return group
        return group + [n for n in band[len(group) :] if not n.joined]

    def accused_of(self, before: Draft, draft: Draft) -> bool:
        """Whether an act is what somebody is accused of, with a pronoun for him right before its verb."""
        told = self.tokens[draft.first - 1].form in _OF_HIM
        return told and draft.verb and before.type == "accusation" and before.last < draft.first

    def stands_accused(self, draft: Draft) -> None:
        """Makes whom a verb of accusing follows, with the charge right behind it, the accused: فلان الذي اتهم بكذا."""
        after = draft.last + 1
        told = draft.verb and draft.type == "accusation" and not draft.targets and not draft.match.suffix
        if not told or after >= self.sentence.past or not draft.match.entry.form.lstrip("يت").startswith(_ACCUSED):
            return
        charge = self.tokens[after].form.startswith("ب") and all(n.head != after for n in self.nominals)
        if charge and draft.agents and all(n.last < draft.first for n in draft.agents):
            draft.agents, draft.targets = [], draft.agents

    def ruled(self, draft: Draft) -> bool:
        """Whether a preposition follows the verb at once: its subject is left out, or comes late."""
        return any(m.first == draft.last + 1 and m.entry.value != "in" for m in self.sentence.of("link"))
