"""Deaths and injuries as triggers: harm of the act that the sentence names, else an act or a toll of their own."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.extract.events.casualties_attach import since, started
from marsad.extract.events.casualties_count import both, count_of
from marsad.extract.events.words import INJURY, KILLING, VIOLENT, flags, named
from marsad.model import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.extract.events.casualties import Harm
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence


# What an operation of taking a place is of: who dies in it fell fighting.
_TAKING = frozenset({"تحرير", "استعاده", "تطهير", "استعادتها", "تحريرها"})
# Words between a death and the operation that it came in.
_NEAR = 4
# Words behind a verb of falling in which the dead are told.
_FELL = 3
# Words from somebody to his kin.
_KIN = 2
# Words that tell since when something is, and how near before a death.
_AGO, _SINCE = frozenset({"منذ", "منذ ان"}), 2
# Endings of words for several fighters.
_MANY = ("ون", "ين", "ات")
# Words that tell how an act went: هجوم وقع عندما قتل مسلحون خمسة.
_WHEN = frozenset({"عندما", "حين"})


def settle(sentence: Sentence, drafts: list[Draft], loose: list[Harm]) -> list[Draft]:
    """The drafts of a sentence without bare deaths: each has become casualties, an attack or an assassination, or
    has gone into the act that caused it. `loose` are the tolls that no act took."""
    told = {harm.first for harm in loose if harm.count is not None}
    drafts = [d for d in drafts if d.type != KILLING or "toll" not in d.spec.needs or d.harm or d.first in told]
    acts = [d for d in drafts if d.spec.violent]
    deaths = [d for d in drafts if d.type in (KILLING, INJURY)]
    rest = [d for d in drafts if d.type not in (KILLING, INJURY)]
    if not deaths:
        return drafts
    for operation in [d for d in drafts if d.type == "operation" and d.match.entry.form.split()[-1] not in _TAKING]:
        killed = [d for d in deaths if d.type == KILLING]
        killed = [d for d in killed if 0 < operation.first - d.last <= _NEAR or d.first > operation.last]
        if any(t.named and t.kind == "person" for d in killed for t in d.targets) and not any(
            operation.last < a.first < d.first for d in killed for a in acts
        ):
            for death in killed:
                _into(operation, death)
            operation.type = "assassination"
            operation.harm.setdefault("killed", Count(1, 1))
            deaths = [d for d in deaths if d not in killed]
    if not deaths:
        return rest
    operated = [d for d in drafts if d.type == "operation" and "killed" in d.harm]
    if operated and not acts and not any(harm.count is not None for harm in loose):
        for death in deaths:  # مقتل عشرين مسلحا في عملية أمنية
            _into(operated[0], death)
        return rest
    if acts:
        freed = {harm.first for harm in loose if harm.count is not None and not harm.part}
        own = [
            d for d in deaths
            if all(_apart(sentence, d, act) for act in acts) or (d.first in freed and d.agents and d.verb)
        ]  # fmt: skip
        for death in deaths:
            if death not in own and not _long_ago(sentence, death, acts):
                _into(min(acts, key=lambda a: abs(a.first - death.first)), death)
        for death in own:
            death.type = _type(death)
            for harm in loose:
                if harm.first in _words(death, loose) and harm.count is not None and not harm.part:
                    death.harm.setdefault(harm.kind, harm.count)
        return sorted([*rest, *own], key=lambda d: d.first)
    if not loose and any(d.harm for d in rest if d.type == "territory_gain"):
        return rest
    people = {m.first for m in sentence.of("harm") if "person" in flags(m.entry.value)}
    for death in [d for d in deaths if d.first in people]:  # 35 جريحا كانوا أول جرحى المقاومة
        theirs = [a for a in death.agents if a.head == death.last + 1 and not a.link]
        death.agents = [a for a in death.agents if a not in theirs]
        death.targets.extend(t for t in theirs if t not in death.targets)
    first = min(deaths, key=lambda d: (not d.agents, d.type == INJURY, d.first))
    for death in deaths:
        if death is not first:
            first.agents = first.agents or death.agents
            first.targets.extend(t for t in death.targets if t not in first.targets)
    for kind in dict.fromkeys(h.kind for h in loose):
        counted = [h for h in loose if h.kind == kind and h.count is not None and not h.part]
        counted = [h for h in counted if not _bodies_apart(sentence, first, h)]
        total = _total(sentence, [h for h in counted if not _of_another(sentence, first, h)])
        if total is not None:
            first.harm.setdefault(kind, total)
    first.type = _type(first)
    return sorted([*rest, first], key=lambda d: d.first)


def _words(death: Draft, tolls: Sequence[Harm]) -> range:
    """Where the word of a death's harm begins: at the death, or behind a verb of falling (سقط ستة قتلى)."""
    own = any(toll.first == death.first for toll in tolls)
    return range(death.first, death.last + 1 + (0 if own else _FELL))


def with_kin(sentence: Sentence, draft: Draft, count: Count) -> Count:
    """A count of those named with their kin right behind the last of them: اغتالوا فلانا وزوجته."""
    last = max(t.last for t in draft.targets)
    for match in sentence.of("kin"):
        if last < match.first <= last + _KIN and match.prefix.conjunction == "و" and match.suffix:
            more = int(match.entry.value)  # 0 for a plural
            count = both(count, Count(max(more, 1), more or None))
    return count


def put_to_death(draft: Draft, tolls: Sequence[Harm]) -> Count | None:
    """How many an execution killed: those whom it tells as its targets, where each has a number, or a name behind a
    verb. None where a noun's dead have no number (مجزرة سقط فيها سبعون بين قتيل وجريح)."""
    if not draft.verb and any(t.kind == "killed" and t.count is None for t in tolls):
        return None
    counts = [
        count_of(t.count) if t.count is not None else Count(1, 1)
        for t in draft.targets
        if t.count is not None or (draft.verb and t.named and t.kind == "person")
    ]
    known = [c for c in counts if c is not None]
    return reduce(both, known) if known and len(known) == len(draft.targets) else None


def _of_another(sentence: Sentence, death: Draft, toll: Harm) -> bool:
    """Whether a toll is that of an act which a death is only tied to: قتل ضابط ثأرا لتفجير أسفر عن مقتل سبعة."""
    led = [m.first for m in sentence.of("toll") if m.entry.value == "act" and death.last < m.first < toll.first]
    acts = (m for m in sentence.of("trigger") if named(m) in VIOLENT and m.first != death.first)
    return bool(led) and any(death.last < m.first < led[-1] for m in acts)


def _bodies_apart(sentence: Sentence, death: Draft, toll: Harm) -> bool:
    """Whether bodies are told of in another clause than those harmed: وصل ثلاثون جريحا، فيما نقلت جثث من قرى
    بعيدة."""
    found = {m.first for m in sentence.of("harm") if "found" in flags(m.entry.value)}
    first, second = sorted((death.first, toll.first))
    hurt = death.type == INJURY and toll.first in found
    return hurt and any(first < b < second for b in sentence.breaks)


def _total(sentence: Sentence, tolls: list[Harm]) -> Count | None:
    """The tolls of a sentence that names no act, as one: those of different parties together; the first where each is
    of a place of its own, none where they may be two figures for the same dead."""
    if len(tolls) > 1 and _placed_apart(sentence, tolls):
        return tolls[0].count
    counts = [t.count for t in tolls if t.count is not None]
    if len(set(counts)) <= 1:
        return next(iter(counts), None)
    parties = [t.who.ref.key or t.who.ref.text for t in tolls if t.who is not None]
    return reduce(both, counts) if len(set(parties)) == len(tolls) else None


def _placed_apart(sentence: Sentence, tolls: list[Harm]) -> bool:
    """Whether a clause of its own tells the dead of another place: قتل سبعة في بعقوبة، تليها كركوك التي قتل فيها
    ستة."""
    places = [p.first for p in sentence.places]
    for one, other in pairwise(tolls):
        relative = [
            m.first for m in sentence.of("clause") if m.entry.value == "relative" and one.last < m.first < other.first
        ]
        if relative and any(one.last < p < relative[-1] for p in places):
            return True
    return False


def _apart(sentence: Sentence, death: Draft, act: Draft) -> bool:
    """Whether a death is told as an act of its own beside another: by its own killer or in its own clause, with who
    died, and with no word that makes it the harm of the other (في هجوم, ما أدى إلى مقتل)."""
    if death.first < act.first and (since(sentence, act) or started(sentence, death.last, act)):
        return True
    if act.type == "destruction" and act.verb and death.verb and death.agents:
        return True
    if not death.targets or (not death.agents and not death.verb):
        return False
    if death.agents and act.agents and {a.ref for a in death.agents} & {a.ref for a in act.agents} and not death.harm:
        return False
    first, second = (death, act) if death.first < act.first else (act, death)
    between = range(first.last + 1, second.first + 1)
    tied = any(m.first in between for m in sentence.of("toll")) or any(
        m.first in between and (m.entry.value == "relative" or m.entry.form in _WHEN) for m in sentence.of("clause")
    )
    if second is act and act.match.prefix.preposition == "ب":
        tied = True
    if second is death and death.verb and not death.match.prefix.conjunction and not death.agents:
        tied = True
    return not tied and any(b in between for b in sentence.breaks)


def _long_ago(sentence: Sentence, death: Draft, acts: list[Draft]) -> bool:
    """Whether a death only tells since when something is, in a clause where no act stands (منذ مقتل فلان)."""
    if not any(0 < death.first - m.last <= _SINCE and m.entry.form in _AGO for m in sentence.of("told_before")):
        return False
    end = next((b for b in sentence.breaks if b > death.last), sentence.past)
    return all(not death.last < act.first < end for act in acts)


def _into(act: Draft, death: Draft) -> None:
    """What a death tells of its act: who did it, and who it was done to."""
    if act.type == "clash":
        _side(act, death)
        return
    if not act.agents:
        act.agents = [a for a in death.agents if a not in act.targets]
    if not act.targets:
        act.targets = [t for t in death.targets if t.kind not in ("person", "crowd") or t.named]
        act.targets = [t for t in act.targets if t not in act.agents]


def _side(clash: Draft, death: Draft) -> None:
    """Who died in a clash that names one side alone is of the other."""
    dead = [t for t in death.targets if t.armed and t.count is None and t not in clash.agents]
    dead = [t for t in dead if t.named or t.kind != "armed" or t.ref.text.endswith(_MANY)]  # not مقتل قائد كتيبة
    if dead and clash.agents and not clash.targets:
        clash.targets = dead[:1]
        if dead[0].first < clash.agents[0].first:
            clash.agents, clash.targets = clash.targets, clash.agents


def _type(death: Draft) -> str:
    killers = [a for a in death.agents if a not in death.targets]
    if not killers:
        return "casualties"
    named = [t for t in death.targets if t.named and t.kind == "person"]
    if death.spec.type == KILLING and named and len(named) == len(death.targets):
        return "assassination"
    return "armed_attack"
