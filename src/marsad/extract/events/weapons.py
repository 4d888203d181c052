"""The weapon or tactic that is named with a trigger, and the type that it makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.words import flags

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.lexicon import Match

# Needs of a trigger (data/words/triggers.tsv) that a weapon meets.
WEAPONED = frozenset({"weapon", "bomb", "missile", "near", "find", "falls"})
# How many words may stand between a trigger and its weapon.
_WEAPON_AFTER = 7
# The same for one behind ب, which tells the means wherever it stands in the clause.
_MEANS_AFTER = 16
_WEAPON_BEFORE = 2
_AIR_BEFORE = 6
_NEAR = 4
_FALLS = 3
_SELF = 2
_BEHIND = 2
_BY = "بواسطه"
# Words from one for who is backed to what backs him.
_BACKED = 2
# Endings of words for several aircraft.
SEVERAL = ("ات", "تان", "تين")
_ABOARD = frozenset({"متن", "ظهر"})
_AIMED_AT = frozenset({"استهدف", "استهدفت", "يستهدف", "تستهدف", "استهداف"})


def arm(analysis: Analysis, sentence: Sentence, draft: Draft) -> None:
    """Lets the weapon or tactic named with the trigger decide the type."""
    for weapon in sentence.of("weapon"):
        far = _MEANS_AFTER if _means(analysis, sentence, draft, weapon) else _WEAPON_AFTER
        after = draft.last < weapon.first <= draft.last + far
        flying = "air" in flags(weapon.entry.value) and (draft.verb or _goes_about(sentence, draft, weapon))
        reach = _AIR_BEFORE if flying else _WEAPON_BEFORE
        before = draft.first - reach <= weapon.first < draft.first
        inside = draft.first <= weapon.first <= draft.last
        if not (after or before or inside) or parted(sentence, draft, weapon):
            continue
        if _boarded(analysis, draft, weapon) or _of_another(sentence, draft, weapon):
            continue
        if draft.last < weapon.first and "air" in flags(weapon.entry.value) and _backs(analysis, weapon):
            continue
        kind, *rest = weapon.entry.value.split()
        if "self" in rest and (not draft.spec.self_harm or (not draft.verb and weapon.first - draft.last > _SELF)):
            continue  # بتفجير استخدم فيه النوع نفسه: the same kind
        if draft.weapon is None and not inside and "self" not in rest:
            span = analysis.text.slice(weapon.fstart, weapon.fend + len(weapon.suffix))
            draft.weapon = analysis.text.words(span)
        if draft.spec.arms and "find" in rest and draft.last < weapon.first <= draft.last + _NEAR:
            draft.type = "weapons_seizure"
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


def _boarded(analysis: Analysis, draft: Draft, weapon: Match) -> bool:
    """Whether an aircraft is where a bomb was or what an act was aimed at: تفجير عبوة على متن طائرة, تفجير طائرة
    ركاب, هجوم استهدف المروحية."""
    if "air" not in flags(weapon.entry.value):
        return False
    blown_up = draft.spec.type == "bombing" and weapon.first == draft.last + 1 and not weapon.prefix.preposition
    before = analysis.text.tokens[weapon.first - 1].form
    return blown_up or before in _ABOARD or (before in _AIMED_AT and draft.last < weapon.first - 1)


def _backs(analysis: Analysis, weapon: Match) -> bool:
    """Whether aircraft only back those who act: قوات مدعومة بمروحيات."""
    return any(analysis.matches.is_in(k, "loyal") for k in range(max(0, weapon.first - _BACKED), weapon.first))


def _of_another(sentence: Sentence, draft: Draft, weapon: Match) -> bool:
    """Whether a weapon stands in what came before an act, or right behind another: هجمات غداة وصول مقاتلات,
    تفجيرات كذا وقصف الطائرات للمهربين."""
    if any(draft.last < m.first < weapon.first for m in sentence.of("told_before")):
        return True
    if "air" not in flags(weapon.entry.value) or weapon.prefix.preposition:
        return False
    acts = (m for cls in ("trigger", "trigger_verb") for m in sentence.of(cls))
    return any(draft.last < m.first == weapon.first - 1 and m.prefix.conjunction for m in acts)


def _means(analysis: Analysis, sentence: Sentence, draft: Draft, weapon: Match) -> bool:
    """Whether a weapon behind ب, or بواسطة, is the means of the act before it, with no other act in between."""
    if weapon.prefix.preposition != "ب" and analysis.text.tokens[weapon.first - 1].form != _BY:
        return False
    acts = (m for cls in ("trigger", "trigger_verb") for m in sentence.of(cls))
    return not any(draft.last < m.first < weapon.first for m in acts)


def _goes_about(sentence: Sentence, draft: Draft, weapon: Match) -> bool:
    """Whether aircraft are the subject of the clause in which a noun tells what they do: المقاتلات لم تتوقف عن قصف
    البلدة, or of the verb that carries it (مقاتلات أجنبية تقوم بقصف البلدة); what another act of the clause struck is
    none."""
    if flies(draft.light, weapon):
        return True
    start = max((b for b in sentence.breaks if b < weapon.first), default=sentence.first)
    acts = [m for cls in ("trigger", "trigger_verb") for m in sentence.of(cls)]
    acts += [m for m in sentence.of("light") if m.entry.value == "target"]
    return weapon.prefix.article and not any(start <= m.first < draft.first for m in acts)


def flies(verb: Match | None, weapon: Match) -> bool:
    """Whether a verb stands right behind aircraft, perhaps with an adjective between."""
    if verb is None or verb.prefix.conjunction or not 0 < verb.first - weapon.last <= _BEHIND:
        return False
    return weapon.entry.form.split()[0].endswith(SEVERAL)


def has_weapon(sentence: Sentence, draft: Draft | Match, wanted: str) -> bool:
    """Whether a weapon of a kind (weapon: any) stands with the trigger."""
    for weapon in sentence.of("weapon"):
        if draft.first - 8 <= weapon.first <= draft.last + 8 and not parted(sentence, draft, weapon):
            if wanted in ("near", "falls"):
                gap = weapon.first - draft.last if weapon.first > draft.last else 2 * (draft.first - weapon.last)
                reach = _NEAR if wanted == "near" else _FALLS
                if (
                    "missile" in flags(weapon.entry.value)
                    and 0 < gap <= reach
                    and (wanted == "falls" or weapon.first > draft.last)
                ):
                    return True
                continue
            if wanted == "weapon" or wanted in flags(weapon.entry.value):
                return True
    return False


def parted(sentence: Sentence, draft: Draft | Match, weapon: Match) -> bool:
    low, high = min(draft.last, weapon.first), max(draft.first, weapon.first)
    return any(low < b < high for b in sentence.breaks)
