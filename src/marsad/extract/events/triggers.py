"""Which words of a sentence name events, and what kind: the longest trigger, its light verb, its weapon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.draft import Draft
from marsad.extract.events.lights import by_means, campaign, construct, continues, light_verb, recast, strikes, tail
from marsad.extract.events.triggers_checks import asked_for, embedded, nominal, purpose, readable, relative
from marsad.extract.events.weapons import WEAPONED, arm, has_weapon
from marsad.extract.events.words import specs

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.sentence import Sentence
    from marsad.extract.events.words import Spec
    from marsad.lexicon import Match

_OPENING_MARKS = frozenset("«\"“'‘")


def drafts(analysis: Analysis, sentence: Sentence) -> list[Draft]:
    """The triggers of a sentence as drafts without arguments, in order."""
    found: list[Draft] = []
    taken: set[int] = {i for n in sentence.nominals if n.named for i in range(n.first, n.last + 1)}
    taken.update(i for p in (*sentence.places, *sentence.times) for i in range(p.first, p.last + 1))
    taken.update(m.first for m in sentence.of("link") if m.entry.value == "co")
    nouns = sentence.of("trigger")
    for match, verb in _in_order(sentence):
        span = range(match.first, match.last + 1)
        if not taken.isdisjoint(span) or _tag(analysis, match) or _name(analysis, sentence, match):
            continue
        meaning = _meaning(analysis, sentence, match, verb)
        if meaning is None:
            continue
        if verb and match.suffix == "ه" and any(m.first == match.first and not m.suffix for m in nouns):
            continue  # a noun in ه is spelt like the verb with its object (ضربه)
        draft = Draft(
            sentence.n, match.first, match.last, meaning, meaning.type, verb, match, f"table:events/{match.entry.cls}",
            definite=match.prefix.article or match.entry.form.startswith("ال") or bool(match.suffix.strip("ا")),
        )  # fmt: skip
        if not verb:
            draft.light = light_verb(analysis, sentence, match, meaning)
            draft.tails.extend(tail(sentence, match))
            if purpose(sentence, draft):
                continue
            if "light" in meaning.needs and draft.light is None and not draft.tails:
                continue
        before = found[-1] if found else None
        if verb and before is not None and continues(analysis, sentence, before, match, meaning):
            before.tails.append(match)
            taken.update(span)
            continue
        if (
            before is not None
            and not verb
            and (not before.verb or before.last > before.first)
            and construct(before, draft)
        ):
            taken.update(span)
            continue
        if before is not None and not verb and by_means(sentence, before, match, meaning):
            if before.type == before.spec.type:
                before.type = meaning.type
            taken.update(span)
            continue
        if before is not None and not verb and campaign(before, draft):
            draft.light = draft.light or before.light
            found.pop()
        if before is not None and not verb and strikes(before, draft):
            draft.tails.append(found.pop().match)
        recast(sentence, draft)
        draft.embedded = not verb and embedded(sentence, match)
        draft.aside = verb and relative(sentence, match)
        arm(analysis, sentence, draft)
        taken.update(span)
        if meaning.with_:  # its object tells the same act: وقعوا اتفاقا
            taken.update(k for k in [asked_for(analysis, sentence, match, meaning)] if k is not None)
        found.append(draft)
    return found


def _in_order(sentence: Sentence) -> list[tuple[Match, bool]]:
    """The triggers of a sentence as they begin, the longest first, and whether each is a verb; of a form that is noun
    and verb alike what it is here first."""
    nouns, verbs = sentence.of("trigger"), sentence.of("trigger_verb")
    found = [(m, False) for m in nouns] + [(m, True) for m in verbs]
    if not (nouns and verbs):
        return found  # in order as they are
    alike = {(m.first, m.fend) for m in nouns}.intersection([(m.first, m.fend) for m in verbs])

    def order(item: tuple[Match, bool]) -> tuple[int, int, bool]:
        match, verb = item
        return match.first, -match.fend, (match.first, match.fend) in alike and verb == nominal(sentence, match)

    return sorted(found, key=order)


def _tag(analysis: Analysis, match: Match) -> bool:
    """Whether a word is of a hashtag of several: #تفجير_المسجد is a tag, and reports nothing."""
    raw, tokens = analysis.text.raw, analysis.text.tokens
    start, end = tokens[match.first].start, tokens[match.last].end
    return raw.startswith("_", end) or (start > 0 and raw[start - 1] == "_")


def _name(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """Whether a word opens a name in quotation marks: جماعة تطلق على نفسها «استعادة الوطن»."""
    if not any(m.last == match.first - 1 for m in sentence.of("naming")):
        return False
    tokens = analysis.text.tokens
    return not _OPENING_MARKS.isdisjoint(analysis.text.raw[tokens[match.first - 1].end : tokens[match.first].start])


def _meaning(analysis: Analysis, sentence: Sentence, match: Match, verb: bool) -> Spec | None:
    """What a match means here: the first of its meanings whose words and weapons stand with it."""
    for meaning in specs(match.entry.value):
        if readable(analysis, sentence, match, verb, meaning):
            armed = meaning.needs & WEAPONED
            if not armed or all(has_weapon(sentence, match, need) for need in armed):
                return meaning
    return None
