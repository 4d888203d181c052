"""Which words of a sentence name events, and what kind: the longest trigger, its light verb, its weapon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.draft import Draft
from marsad.extract.events.words import Spec, flags, spec

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.sentence import Sentence
    from marsad.lexicon import Match

# How many words may stand between a light verb and its noun, and a trigger and its weapon.
_LIGHT_REACH = 12
_WEAPON_AFTER = 7
_WEAPON_BEFORE = 2
_CONTINUED = 6


def drafts(analysis: Analysis, sentence: Sentence) -> list[Draft]:
    """The triggers of a sentence as drafts without arguments, in order."""
    found: list[Draft] = []
    taken: set[int] = {i for n in sentence.nominals if n.named for i in range(n.first, n.last + 1)}
    nouns = [(m, False) for m in sentence.of("trigger")]
    verbs = [(m, True) for m in sentence.of("trigger_verb")]
    for match, verb in sorted(
        [*nouns, *verbs], key=lambda x: (x[0].first, -x[0].fend, x[1] != _verbal(sentence, x[0]))
    ):
        span = range(match.first, match.last + 1)
        if not taken.isdisjoint(span) or _is_name(analysis, sentence, match):
            continue
        if verb and _noun_like(match):
            continue
        meaning = spec(match.entry.value)
        draft = Draft(
            sentence.n, match.first, match.last, meaning, meaning.type, verb, match, f"table:events/{match.entry.cls}",
            definite=match.prefix.article or match.entry.form.startswith("ال") or bool(match.suffix.strip("ا")),
        )  # fmt: skip
        if not verb:
            draft.light = _light(sentence, match)
        before = found[-1] if found else None
        if verb and before is not None and _continues(analysis, sentence, before, match, meaning):
            before.light = before.light or match
            taken.update(span)
            continue
        _arm(analysis, sentence, draft)
        taken.update(span)
        found.append(draft)
    return found


def _verbal(sentence: Sentence, match: Match) -> bool:
    """Of a form that is a noun and a verb alike (قتل): a verb where it opens a clause or stands before a party."""
    i = match.first
    opens = i == sentence.first or i - 1 in sentence.breaks or any(
        m.last == i - 1 for cls in ("clause", "speech") for m in sentence.of(cls)
    )  # fmt: skip
    if match.prefix.preposition or match.prefix.article:
        return False
    if any(m.last == i - 1 and m.entry.value in ("in", "from", "about", "to", "against", "none", "by")
           for m in sentence.of("link")):  # fmt: skip
        return False
    return opens or match.prefix.conjunction != "" or bool(match.entry.cls == "trigger_verb")


def _noun_like(match: Match) -> bool:
    """A verb form with a preposition or article before it is a noun that happens to be spelt alike."""
    return match.prefix.article or match.prefix.preposition in ("ب", "ك")


def _is_name(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """Part of a name or of a general notion: مكافحة الإرهاب، قيادة العمليات، ذكرى الهجوم."""
    del analysis
    for word in sentence.of("generic_use"):
        if word.entry.value == "before" and word.last == match.first - 1:
            return True
        if word.entry.value == "after" and word.first == match.last + 1:
            return True
    return False


def _light(sentence: Sentence, match: Match) -> Match | None:
    """The verb that carries an event noun: the nearest light verb before it in its clause, or one that follows it."""
    best: Match | None = None
    for verb in sentence.of("light"):
        if verb.last < match.first <= verb.last + _LIGHT_REACH:
            between = range(verb.last + 1, match.first)
            if any(b in between for b in sentence.breaks):
                continue
            if any(t.first in between for t in sentence.of("trigger_verb")):
                continue
            best = verb
    if best is not None:
        return best
    for verb in sentence.of("light"):
        if match.last < verb.first <= match.last + 4 and verb.suffix:
            return verb
    return None


def _continues(analysis: Analysis, sentence: Sentence, noun: Draft, verb: Match, meaning: Spec) -> bool:
    """A verb that goes on about an event noun before it: هجوم استهدف رتلا, غارة جوية قتلت اثنين."""
    if (
        noun.verb
        or verb.prefix.conjunction
        or not (noun.spec.violent and (meaning.violent or meaning.type == "killing"))
    ):
        return False
    gap = range(noun.last + 1, verb.first)
    if len(gap) > _CONTINUED and not (meaning.generic and "both" in meaning.needs and len(gap) <= 2 * _CONTINUED):
        return False
    tokens = analysis.text.tokens
    if any(tokens[i].form in (".", "؛", ":") for i in gap):
        return False
    relative = any(m.entry.value == "relative" and m.first in gap for m in sentence.of("clause"))
    new = any(m.entry.value == "new" and m.first in gap for m in sentence.of("clause"))
    return not new and (relative or len(gap) <= 2 or (meaning.generic and "both" in meaning.needs))


def _arm(analysis: Analysis, sentence: Sentence, draft: Draft) -> None:
    """Lets the weapon or tactic named with the trigger decide the type."""
    for weapon in sentence.of("weapon"):
        after = draft.last < weapon.first <= draft.last + _WEAPON_AFTER
        before = draft.first - _WEAPON_BEFORE <= weapon.first < draft.first
        inside = draft.first <= weapon.first <= draft.last
        if not (after or before or inside) or _parted(sentence, draft, weapon):
            continue
        kind, *rest = weapon.entry.value.split()
        if "self" in rest and not draft.spec.self_harm:
            continue
        if draft.weapon is None and not inside and "self" not in rest:
            span = analysis.text.slice(weapon.fstart, weapon.fend + len(weapon.suffix))
            draft.weapon = analysis.text.words(span)
        if draft.spec.generic and kind != "none" and draft.type not in ("suicide_attack", "chemical_attack"):
            if (
                draft.type in ("bombing", "shelling", "air_strike")
                and draft.type != draft.spec.type
                and kind != "suicide_attack"
            ):
                continue
            if kind == "armed_attack" or (kind == "bombing" and draft.spec.type in ("shelling", "air_strike")):
                continue
            draft.type = kind


def has_weapon(sentence: Sentence, draft: Draft, wanted: str) -> bool:
    """Whether a weapon of a kind (weapon: any) stands with the trigger."""
    for weapon in sentence.of("weapon"):
        if draft.first - 8 <= weapon.first <= draft.last + 8 and not _parted(sentence, draft, weapon):
            if wanted == "weapon" or wanted in flags(weapon.entry.value):
                return True
    return False


def _parted(sentence: Sentence, draft: Draft, weapon: Match) -> bool:
    low, high = min(draft.last, weapon.first), max(draft.first, weapon.first)
    return any(low < b < high for b in sentence.breaks)
