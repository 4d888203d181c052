"""What parts a toll from an act beside it: several acts that it is of, its own killers, its own time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.extract.events.words import KILLING, VIOLENT, flags, named

if TYPE_CHECKING:
    from marsad.extract.events.casualties import Harm
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.lexicon import Match
    from marsad.text.view import Token

# Words between two acts that و joins; words around a toll in which its own time stands; words from what ties a
# toll to an act to the act; characters of a year in EDTF.
_JOINED, _TIMED, _TIED, _YEAR = 8, 8, 4, 4
# They tell what act a toll came of: قتل سبعة عندما اقتحم مسلحون الحاجز.
WHEN = frozenset({"عندما", "حين", "بعدما", "بعد ان"})
# Endings of a verb of two and of several.
_SEVERAL = ("ا", "وا")
_ACTS = VIOLENT | {"operation"}
_AND = frozenset({"و", "او"})


def of_several(sentence: Sentence, tokens: tuple[Token, ...], act: Draft) -> bool:
    """Whether a toll told of an act is that of another act as well: قتل ثلاثون في غارات واشتباكات, إما في معارك أو في
    قصف. Two words for one kind of act are one."""
    if act.verb:
        return False
    nouns = [m for m in sentence.of("trigger") if named(m) in _ACTS or (m.first, m.last) == (act.first, act.last)]
    for one, other in pairwise(nouns):
        if act.first not in (one.first, other.first) or named(one) == named(other):
            continue
        if _linked(sentence, tokens, one, other):
            return True
    return False


def _linked(sentence: Sentence, tokens: tuple[Token, ...], one: Match, other: Match) -> bool:
    """Whether و or أو joins two nouns of action, also with a preposition of its own: في المعارك أو في القصف."""
    between = range(one.last + 1, other.first)
    if len(between) > _JOINED or any(tokens[i].form in ("،", ".", "؛", ":") for i in between):
        return False
    if any(b in between for b in sentence.breaks) or any(m.first in between for m in sentence.of("harm")):
        return False
    before = [tokens[i].form for i in range(max(one.last + 1, other.first - 3), other.first)]
    prepositions = {m.entry.form for m in sentence.of("toll") if m.first in between and m.entry.value == "harm"}
    while before and (before[-1] in prepositions or before[-1] == "عمليات"):
        before.pop()
    led = any(m.first in between and m.prefix.conjunction == "و" for m in sentence.of("toll"))
    return other.prefix.conjunction == "و" or (bool(before) and before[-1] in _AND) or led


def killers(drafts: list[Draft], harm: Harm) -> Draft | None:
    """The killing told by a word of harm itself, where it tells who killed: قتلت القوات سبعة."""
    for draft in drafts:
        if draft.spec.type == KILLING and draft.first == harm.first and draft.agents and not draft.inherited:
            return draft
    return None


def by_others(sentence: Sentence, harm: Harm, act: Draft, killing: Draft) -> bool:
    """Whether those killed died by other hands than those of an act: a clause of its own tells who killed them (كما
    قتلت الشرطة مسلحين), or they were killed before the act is named that they had done (قتلت القوات سبعة نفذوا
    هجمات)."""
    if any(m.first == harm.last + 1 and m.suffix for m in sentence.of("toll")):
        return False  # قتلت خلالها القوات سبعة
    first, second = sorted((act.first, harm.first))
    between = range(first + 1, second)
    when = [m.first for m in sentence.of("clause") if m.first in between and m.entry.form in WHEN]
    if (
        when
        and act.verb
        and act.match.entry.form.endswith(_SEVERAL)
        and act.first > harm.last
        and not _shared(act, killing)
    ):
        return True  # قتلت القوات شابين بعد أن طعنا جنديا
    if when or _shared(act, killing):
        return False
    if act.first > harm.last:
        if act.match.prefix.preposition == "ب":
            return False  # قتل قيادي في التنظيم بغارة
        own = [m.first for m in sentence.of("harm") if m.first in between and m.entry.value.startswith(harm.kind)]
        parted = min((i for i in own if any(harm.last < b <= i for b in sentence.breaks)), default=second)
        tied = [m for m in sentence.of("toll") if m.first in between and m.entry.value == "harm"]
        tied += [m for m in sentence.of("told_before") if m.first in between]  # قتلوا على يد الشرطة بعد اشتباكات
        told = killing.verb or killing.light is not None
        return told and not any(second - m.last <= _TIED and m.first < parted for m in tied)
    if any(m.first in between and m.entry.value == "act" for m in sentence.of("toll")):
        return False
    if any(m.first in between and m.entry.value == "relative" for m in sentence.of("clause")):
        return False  # هجوم أصاب المحطة وقتل ستة: the act itself, or who it is told of
    return any(first < b <= second for b in sentence.breaks)


def _shared(act: Draft, killing: Draft) -> bool:
    """Whether who killed is a party to the act."""
    theirs = {p.ref.key or p.ref.text for p in (*act.agents, *act.targets)}
    return any((p.ref.key or p.ref.text) in theirs for p in killing.agents)


def own_time(sentence: Sentence, harm: Harm, act: Draft) -> bool:
    """Whether a clause behind an act tells the dead of a longer time than the act's: يهاجمون القرى، وقتل ألف في الأشهر
    الأربعة الأولى من العام."""
    if act.first > harm.first or not any(act.last < b <= harm.first for b in sentence.breaks):
        return False
    clause = max(b for b in sentence.breaks if b <= harm.first)
    verb = any(m.first == harm.first and "verb" in flags(m.entry.value) for m in sentence.of("harm"))
    since = clause if verb else sentence.first
    if any(since <= m.first < harm.first and m.entry.value == "act" for m in sentence.of("toll")):
        return False
    spans = [t for t in sentence.times if max(clause, harm.first - _TIMED) <= t.first <= harm.last + _TIMED]
    if harm.who is not None and harm.who.kind == "others" and spans:
        return True  # إذ قتل أربعة آخرون في مايو
    return any("/" in t.mention.edtf or len(t.mention.edtf) <= _YEAR for t in spans)
