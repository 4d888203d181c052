"""Parties behind a preposition, and what becomes of the two sides of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.cues import cue
from marsad.extract.events.roles_reach import Reach
from marsad.extract.events.words import SPOKEN, TOGETHER

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal

MUTUAL = frozenset({"clash"}) | TOGETHER
# Acts in which somebody or something is taken from the party behind من.
_TAKEN_FROM = frozenset({"abduction", "arrest", "release", "destruction"})
_THEIRS = frozenset({"ه", "ها", "هم", "هما"})
_UNDERGONE, _WAS = cue("undergone"), cue("was")
# One side of a clash is set against the other by these, in so many words: من جهة.
_SIDE = cue("side")
_FACING = 6
# What these say goes on behind them: a party far off belongs to what is said.
_TOLD = frozenset({"accusation", "condemnation", "demand"})
_NEAR, _FAR = 4, 8
# So begin verbs of leading without the letters of their imperfect.
_LEADING = ("قاد", "قود")
# Words between a trigger and whom it served.
_SERVED = 6


class Links(Reach):
    """Reads parties by the preposition before them."""

    def joined_act(self, draft: Draft, party: Nominal) -> bool:
        """Whether another act, joined with و, stands between a noun and a party."""
        between = range(draft.last + 1, party.head)
        return any(m.first in between and m.prefix.conjunction for m in self.sentence.of("trigger"))

    def joined_noun(self, draft: Draft, party: Nominal) -> bool:
        """Whether the word right before a party's preposition is joined to the act with و, so that it is that which
        has the party."""
        k = party.head - 2
        if k <= draft.last or not self.tokens[k].form.startswith("و"):
            return False
        return any(m.prefix.conjunction and m.entry.part == "noun" for m in self._matches.at[k])

    def oblique(self, draft: Draft, after: list[Nominal], led: bool = False) -> None:
        """Parties behind a preposition; `led` where the doer is named elsewhere."""
        kind = draft.type
        for nominal in after:
            if nominal.joined:
                continue
            link = nominal.link
            if link == "co" and kind == "accusation" and draft.verb:
                continue  # اتهمه بدعم فلان
            if link == "co" and not draft.verb and self.joined_act(draft, nominal):
                continue  # تحرير البلدة وإعادة السلطة بقيادة فلان
            if link == "with" and not draft.verb and kind in TOGETHER and self.joined_noun(draft, nominal):
                continue  # صفقات السلاح وأزمات مع فلان
            group = self.group(nominal)
            if link == "for" and kind in SPOKEN and self.titled(nominal):
                continue  # هدد الأمين العام للحزب فلان
            if kind == "protest" and any(draft.last < i < nominal.head for i in self.starts):
                continue  # تظاهروا تنديدا بالغارات على فلان
            draft.tied = draft.tied or link in ("between", "against", "with")
            if (
                link in ("by", "co")
                and not draft.verb
                and any(m.last < nominal.head - 1 and m.first > draft.last for m in self.sentence.of("told_before"))
            ):
                continue  # حصار المدينة قبل دحرهم من قبل فلان
            of_another = self.beside_undergone(nominal) or (not draft.verb and self.told_of_another(draft, nominal))
            of_another = of_another or self.other_clause(draft, nominal)
            if link == "by" and (of_another or self.told_on(draft, nominal)):
                continue
            if link == "by":
                struck = led or nominal.asset or nominal.kind == "civilian"
                if struck and nominal.link_word.endswith(draft.match.entry.form):
                    draft.targets = draft.targets or group  # بقصف مدنيين, رد الجيش بقصف مواقع فلان
                elif not draft.verb or draft.spec.patient or draft.spec.either or kind == "territory_gain":
                    draft.agents = draft.agents or group
                    draft.by = True
            elif (link == "co" and kind != "decision") or (
                link == "with" and kind == "clash" and self.allied(draft, after)
            ):
                backs = bool(draft.targets) and draft.type == "clash" and draft.targets[-1].last < nominal.first
                side = (
                    draft.targets if backs and draft.agents[:1] and draft.agents[0].link == "between" else draft.agents
                )
                side.extend(n for n in group if n not in side)
            elif link == "between" and kind in MUTUAL:
                # ... هي السبب الأول لسقوط الضحايا بين المدنيين
                if not any(n.link == "between" for n in draft.agents):
                    self.between(draft, group)
            elif link == "from" and not draft.agents and _given(draft, nominal):
                draft.agents = group
            elif (
                (link == "in" and nominal.asset and draft.spec.violent)
                or (
                    self.aims_of.at("ب" if link == "in" and nominal.link_word == "ب" else link, kind)
                    and (kind not in _TOLD or nominal.head <= draft.last + (_FAR if link == "to" else _NEAR))
                )
                or (_served(draft, nominal, led) and (draft.verb or not self.joined_act(draft, nominal)))
                or (link == "from" and self.retaken(draft, nominal))
            ):
                draft.targets = draft.targets or group

    def beside_undergone(self, nominal: Nominal) -> bool:
        """Whether a party behind من قبل did what somebody beside the act underwent: بلدة الوزير المختطف من قبل فلان."""
        words = nominal.link_word.split()
        before = nominal.head - 1 - len(words)
        return len(words) > 1 and before >= self.sentence.first and self.tokens[before].form in _UNDERGONE

    def other_clause(self, draft: Draft, nominal: Nominal) -> bool:
        """Whether a clause of something else opens between a noun and a party: لكنها تلاقي مقاومة من قبل فلان."""
        gap = range(draft.last + 1, nominal.head)
        return not draft.verb and any(m.first in gap for m in self._within("elsewhere") if m.entry.value == "elsewhere")

    def told_on(self, draft: Draft, nominal: Nominal) -> bool:
        """Whether the noun is the subject of كان, so that a doer behind it did something else: تفجيرات كانت سببا في
        تأسيس المركز من قبل فلان."""
        by = nominal.link_word.startswith("من")
        return by and not draft.verb and any(t.form in _WAS for t in self.tokens[draft.last + 1 : nominal.head])

    def told_of_another(self, draft: Draft, nominal: Nominal) -> bool:
        """Whether a verb of doing before a party tells of a later noun: مقتله سيحد من العمليات التي ينفذها فلان, غارات
        على حاجز يقوده فلان."""
        if not nominal.link_word.endswith(("ه", "ها")):
            return False
        held = nominal.head - 1 - len(nominal.link_word.split())
        if held > draft.last and any(m.last == held for m in self.sentence.of("asset")):
            return True
        if nominal.link_word.lstrip("يت").startswith(_LEADING) and any(
            t.form.startswith("و") for t in self.tokens[draft.last + 1 : held + 1]
        ):
            return True  # عملية في كذا والإطاحة بخلية كان يقودها فلان
        gap = range(draft.last + 1, nominal.head - 1)
        acts = [m.first for cls in ("trigger", "act_noun") for m in self.sentence.of(cls) if m.first in gap]
        return bool(acts) and any(i in self.relative for i in range(max(acts), nominal.head))

    def retaken(self, draft: Draft, nominal: Nominal) -> bool:
        """Whether an attack is to take something from a party: هجوم لاستعادة القرية من فلان."""
        if not draft.spec.violent and draft.type != "operation":
            return False
        gap = range(draft.last + 1, nominal.head)
        return any(m.first in gap and m.entry.value.startswith("territory") for m in self.aims)

    def allied(self, draft: Draft, after: list[Nominal]) -> bool:
        """Whether who is fought with is an ally: قاتل مع فلان ضد فلان."""
        return draft.verb and any(n.link == "against" for n in after)

    def between(self, draft: Draft, group: list[Nominal]) -> None:
        facing = self.facing(group[-1])
        if draft.type != "clash":
            draft.agents = group + facing
        elif facing:
            draft.agents, draft.targets = group, facing
        else:
            draft.agents, draft.targets = group[:1], group[1:]

    def facing(self, last: Nominal) -> list[Nominal]:
        """The other side, where words set it against the one that ends with a party: بين فلان وفلان من جهة وفلان."""
        at = self.nominals.index(last) + 1
        if at == len(self.nominals):
            return []
        gap = self.tokens[last.last + 1 : self.nominals[at].head + 1]
        told = 2 < len(gap) <= _FACING and any(t.form in _SIDE for t in gap) and any(t.form[0] == "و" for t in gap)
        return self.group(self.nominals[at]) if told else []

    def give(self, draft: Draft, agents: list[Nominal], targets: list[Nominal]) -> None:
        if all(n.link == "co" for n in draft.agents):
            led = [n for n in agents if not n.asset] or list(agents)
            draft.agents = led + [n for n in draft.agents if n not in led]
        if not draft.targets:
            draft.targets = [n for n in targets if n not in draft.agents]
        if draft.type in MUTUAL:
            self.settle(draft)

    def settle(self, draft: Draft) -> None:
        """All parties of talks and deals stand together."""
        if draft.type in TOGETHER:
            draft.agents.extend(n for n in draft.targets if n not in draft.agents)
            draft.targets = []
        elif draft.type == "clash" and not draft.agents:
            if draft.match.suffix not in _THEIRS:  # حربه على فلان: the other side is not named
                draft.agents, draft.targets = draft.targets, []
        elif draft.targets and draft.targets[0].first < draft.agents[0].first:
            draft.agents, draft.targets = draft.targets, draft.agents


def _given(draft: Draft, nominal: Nominal) -> bool:
    """Whether a party behind من does what is told: إطلاق نار من فلان, تلقى دعما من فلان, اتهامات من فلان."""
    if nominal.head > draft.last + _NEAR or draft.type in _TAKEN_FROM:
        return False
    given = draft.type in SPOKEN or (draft.type == "support" and draft.light is not None)
    return draft.spec.violent or (given and not draft.verb)


def _served(draft: Draft, nominal: Nominal, led: bool) -> bool:
    """Whether a party behind ل is the one supported, appointed or struck."""
    if nominal.link != "for" or draft.type in SPOKEN or nominal.head > draft.last + _SERVED:
        return False
    return (
        draft.type in ("support", "decision")
        or draft.spec.patient
        or led
        or bool(draft.agents)
        or (nominal.asset and draft.spec.violent)
    )
