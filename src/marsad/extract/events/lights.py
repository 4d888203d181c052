"""What carries an event noun or goes on about it: light verbs, verbs behind it, who is acted on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.extract.events.triggers_checks import noun_like, relative
from marsad.extract.events.words import SPOKEN, TOGETHER, Spec
from marsad.lexicon.entry import VERB

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.lexicon import Match

# How many words may stand between a light verb and its noun, and between a noun and a verb about it.
_LIGHT_REACH = 12
# The same between who suffered and what (تعرض فلان، وهو كذا، لهجوم): ل ties the noun to its verb.
_SUFFERED_REACH = 30
_CONTINUED = 6
_TAIL = 4
_MEANS = 12
# Prepositions that tie a light verb to its noun: تمكن من, نجح في, أقدم على.
_LIGHT_LINKS = frozenset({"من", "في", "علي", "الي", "عن"})
# What verbs of words and support carry.
_CARRIED_BY_WORDS = SPOKEN | TOGETHER | {"support", "decision"}
# Words between an act and who is acted on.
_ACTED_ON, _OBJECT = 3, 5
_PLAIN = ("", "", False)  # nothing written before a word
# Words from an act to a word that says that it goes on.
_GOING = 3


def light_verb(analysis: Analysis, sentence: Sentence, match: Match, meaning: Spec) -> Match | None:
    """The verb that carries an event noun: the nearest light verb before it in its clause, or one that follows it."""
    best: Match | None = None
    link = sentence.links.get(match.first - 1)
    if match.prefix.conjunction or (link is not None and link.entry.form not in _LIGHT_LINKS):
        return None
    for verb in sentence.of("light"):
        tied = match.prefix.preposition == "ل" and verb.entry.value == "target"
        if verb.last < match.first <= verb.last + (_SUFFERED_REACH if tied else _LIGHT_REACH):
            between = range(verb.last + 1, match.first)
            if noun_like(verb) or not _carries(verb, match, meaning) or any(b in between for b in sentence.breaks):
                continue
            if any(t.first in between and t.prefix.conjunction for t in sentence.of("trigger_verb")):
                continue
            if best is not None and _aside(analysis, sentence, verb, match):
                continue
            best = verb
    return best


def _carries(verb: Match, noun: Match, meaning: Spec) -> bool:
    """Whether a light verb carries such a noun: one behind ب or one without, an act of words or any."""
    value: str = verb.entry.value
    if value.endswith(" words") and meaning.type not in _CARRIED_BY_WORDS:
        return False
    return value.endswith((" b", " by")) if noun.prefix.preposition == "ب" else not value.endswith(" by")


def _aside(analysis: Analysis, sentence: Sentence, verb: Match, noun: Match) -> bool:
    """A verb of a relative clause that a comma ends before the noun."""
    return relative(sentence, verb) and any(t.form == "،" for t in analysis.text.tokens[verb.last + 1 : noun.first])


def tail(sentence: Sentence, match: Match) -> list[Match]:
    """A light verb of a relative clause behind the noun: هجوم شنه فلان."""
    near = [v for v in sentence.of("light") if match.last < v.first <= match.last + _TAIL]
    near = [v for v in near if v.suffix or (v.entry.value == "none" and not v.prefix.conjunction)]
    if near := [v for v in near if not noun_like(v)]:
        return near[:1]
    going = [g for g in sentence.of("going") if match.last < g.first <= match.last + _GOING and g.prefix == _PLAIN]
    if match.prefix.article:
        going = [g for g in going if not relative(sentence, g)]
    near_by = match.last + 1  # a masculine predicate farther off may be of another noun (للضربات أثر مستمر)
    return [g for g in going if g.entry.part == VERB or g.first == near_by or g.entry.form.endswith("ه")][:1]


def construct(before: Draft, draft: Draft) -> bool:
    """Two nouns of one type in a row name one event: اتفاق هدنة."""
    return draft.first == before.last + 1 and draft.type == before.type and not draft.match.prefix.conjunction


def campaign(before: Draft, draft: Draft) -> bool:
    """Whether a noun tells what acts the campaign right before it is of: حملة إعدامات جماعية, عملية التفجير."""
    held = draft.match.prefix
    apart = held.conjunction or held.preposition or (held.article and before.match.prefix.article)
    return before.type == "operation" and not before.verb and draft.first == before.last + 1 and not apart


def strikes(before: Draft, draft: Draft) -> bool:
    """Whether an attack is the subject of the verb of striking right before it: استهدف تفجير انتحاري المبنى."""
    held = draft.match.prefix
    struck = before.verb and before.spec.generic and "object" in before.spec.needs and not before.match.suffix
    beside = draft.first == before.last + 1 and not held.conjunction and not held.preposition
    return struck and beside and draft.spec.violent


def continues(analysis: Analysis, sentence: Sentence, noun: Draft, verb: Match, meaning: Spec) -> bool:
    """A verb that goes on about an event noun before it: هجوم استهدف رتلا, غارة جوية قتلت اثنين."""
    if (
        noun.verb
        or (verb.prefix.conjunction and not _happened(noun))
        or not (noun.spec.violent and (meaning.violent or meaning.type == "killing" or meaning.arms))
    ):
        return False
    gap = range(noun.last + 1, verb.first)
    if len(gap) > _CONTINUED and not (meaning.generic and "object" in meaning.needs and len(gap) <= 2 * _CONTINUED):
        return False
    tokens = analysis.text.tokens
    if any(tokens[i].form in (".", "؛", ":") for i in gap):
        return False
    relative = any(m.entry.value == "relative" and m.first in gap for m in sentence.of("clause"))
    new = any(m.entry.value == "new" and m.first in gap for m in sentence.of("clause"))
    goes_on = (meaning.generic and "object" in meaning.needs) or meaning.arms
    return not new and (relative or len(gap) <= 2 or goes_on)


def _happened(noun: Draft) -> bool:
    """Whether a verb behind an act says that it took place, so that one joined to it goes on about it: هجوم وقع أمس
    واستهدف دورية."""
    return any(t.entry.value in ("none", "going") for t in noun.tails)


def by_means(sentence: Sentence, before: Draft, match: Match, meaning: Spec) -> bool:
    """Whether a noun behind ب tells by what means the verb before it struck: استهدفوا البلدة بقصف عنيف."""
    destroyed = before.type == "destruction"
    if not before.verb or not (before.spec.generic or destroyed) or not meaning.violent:
        return False
    link = sentence.links.get(match.first - 1)
    in_it = destroyed and link is not None and link.entry.form == "في"
    gap = range(before.last + 1, match.first)
    if match.prefix.preposition != "ب" and not in_it and not _by_so_many(sentence, match):
        return False
    return len(gap) <= _MEANS and not any(b in gap for b in sentence.breaks)


def _by_so_many(sentence: Sentence, match: Match) -> bool:
    """Whether a noun stands behind a number with ب: بسبع غارات."""
    return any(q.last == match.first - 1 and q.prefix.endswith("ب") for q in sentence.quantities)


def recast(sentence: Sentence, draft: Draft) -> None:
    """Lets who is acted on decide the act: hostages are freed and not taken, inhabitants are driven out."""
    for word in sentence.of("recast"):
        if not 0 < word.first - draft.last <= (_OBJECT if draft.verb else _ACTED_ON) or any(
            draft.last < b <= word.first for b in sentence.breaks
        ):
            continue
        if any(draft.last < m.first <= word.first for m in sentence.of("link")) or word.prefix.conjunction:
            continue
        for change in word.entry.value.split():
            old, _, new = change.partition(">")
            if old == draft.type and not (old == "destruction" and word.first > draft.last + 1):
                draft.type = new
                draft.spec = replace(draft.spec, type=new, patient=not draft.verb, needs=frozenset({"any"}))
                return
