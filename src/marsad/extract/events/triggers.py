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
_AIR_BEFORE = 6
_NEAR = 4
_CONTINUED = 6
_TAIL = 4
_PREPOSITIONS = frozenset(
    {"الي", "علي", "من", "عن", "في", "مع", "ضد", "بعد", "قبل", "خلال", "بسبب", "نتيجه", "دون", "بدون"}
)
_WEAPONED = frozenset({"weapon", "bomb", "missile", "near"})
# Prepositions that tie a light verb to its noun: تمكن من, نجح في, أقدم على.
_LIGHT_LINKS = frozenset({"من", "في", "علي", "الي"})
_WORDS_AFTER = 9
_EMBED_GAP = 2
_PREPARING = frozenset(
    "استعدادا يستعد تستعد يستعدون تمهيدا يخطط تخطط يخططون استعداد تحضيرا تعرض تعرضت عرضه نتيجه خطه".split()
)
# Right before a noun of action: it is an aim, or any such act is meant, none in particular.
_AIMS = frozenset(
    "لشن لتنفيذ لارتكاب لخوض لمنع لوقف لتجنب لتفادي لصد لردع لتدبير بمنع بوقف يمنع تمنع بتنفيذ تجنب تفادي ضد".split()
)
_EITHER = frozenset({"اي", "او", "اما", "ام", "كل", "نوع", "مثل", "انواع"})
# Right before the word: it did not happen, and nobody says that it did.
_NEGATIONS = frozenset({"لم", "لا", "لن", "عدم", "دون", "بدون", "ولم", "ولا", "ولن"})
# Pronouns that news prose does not hang on a verb: a noun spelt alike stands there (جندي).
_FIRST_PERSON = frozenset({"ي", "ك", "كم", "ني"})


def drafts(analysis: Analysis, sentence: Sentence) -> list[Draft]:
    """The triggers of a sentence as drafts without arguments, in order."""
    found: list[Draft] = []
    taken: set[int] = {i for n in sentence.nominals if n.named for i in range(n.first, n.last + 1)}
    taken.update(i for p in (*sentence.places, *sentence.times) for i in range(p.first, p.last + 1))
    taken.update(m.first for m in sentence.of("link") if m.entry.value == "co")
    nouns = [(m, False) for m in sentence.of("trigger")]
    verbs = [(m, True) for m in sentence.of("trigger_verb")]
    for match, verb in sorted(
        [*nouns, *verbs], key=lambda x: (x[0].first, -x[0].fend, x[1] == _nominal(sentence, x[0]))
    ):
        span = range(match.first, match.last + 1)
        if not taken.isdisjoint(span) or _is_name(analysis, sentence, match):
            continue
        if verb and (noun_like(match) or _person(sentence, match) or _after_preposition(sentence, match)):
            continue
        if verb and match.suffix == "ه" and any(m.first == match.first and not m.suffix for m, v in nouns if not v):
            continue  # a noun in ه is spelt like the verb with its object (ضربة)
        if not verb and _only_thought_of(analysis, sentence, match):
            continue
        meaning = spec(match.entry.value)
        if match.suffix in _FIRST_PERSON or not _worded(analysis, sentence, match, meaning):
            continue
        if analysis.text.tokens[match.first - 1].form in _NEGATIONS and match.first > sentence.first:
            continue
        if meaning.adverb and (match.prefix.preposition or any(q.last == match.first - 1 for q in sentence.quantities)):
            continue
        if meaning.state and _state(analysis, sentence, match):
            continue
        draft = Draft(
            sentence.n, match.first, match.last, meaning, meaning.type, verb, match, f"table:events/{match.entry.cls}",
            definite=match.prefix.article or match.entry.form.startswith("ال") or bool(match.suffix.strip("ا")),
        )  # fmt: skip
        if not verb:
            draft.light = _light(analysis, sentence, match)
            draft.tails.extend(_tail(sentence, match))
            if _purpose(analysis, draft):
                continue
            if "light" in meaning.needs and draft.light is None and not draft.tails:
                continue
        before = found[-1] if found else None
        if verb and before is not None and _continues(analysis, sentence, before, match, meaning):
            before.tails.append(match)
            taken.update(span)
            continue
        if (
            before is not None
            and not verb
            and (not before.verb or before.last > before.first)
            and _construct(before, draft)
        ):
            taken.update(span)
            continue
        draft.embedded = _embedded(sentence, match)
        draft.aside = verb and _relative(sentence, match)
        _arm(analysis, sentence, draft)
        if any(need in _WEAPONED and not has_weapon(sentence, draft, need) for need in meaning.needs):
            continue
        taken.update(span)
        found.append(draft)
    return found


def _nominal(sentence: Sentence, match: Match) -> bool:
    """Whether a form that is noun and verb alike (قتل) is a noun: behind a preposition or another noun of action."""
    if match.prefix.preposition or match.prefix.article:
        return True
    before = match.first - 1
    if any(m.last == before and m.entry.part == "noun" for m in sentence.of("toll")):
        return True
    return any(m.last == before for m in sentence.of("link")) or any(m.last == before for m in sentence.of("act_noun"))


def _after_preposition(sentence: Sentence, match: Match) -> bool:
    """No verb stands right behind a preposition: a noun spelt alike does (إلى حشد القوات)."""
    return not match.prefix.conjunction and any(
        m.last == match.first - 1 and m.entry.form in _PREPOSITIONS for m in sentence.of("link")
    )


def _person(sentence: Sentence, match: Match) -> bool:
    """A word for people that is spelt like a verb with a pronoun (امرأة)."""
    return any(m.first == match.first for m in sentence.of("people")) and (
        bool(match.suffix) or match.entry.form.endswith("ه")
    )


def noun_like(match: Match) -> bool:
    """A verb form with a preposition or article before it is a noun that happens to be spelt alike."""
    if match.prefix.preposition == "ل" and match.entry.form[0] not in "يتن":
        return True
    return match.prefix.article or match.prefix.preposition in ("ب", "ك") or match.suffix in _FIRST_PERSON


def _worded(analysis: Analysis, sentence: Sentence, match: Match, meaning: Spec) -> bool:
    """Whether the words that a trigger asks for stand behind it, and none that rule it out."""
    if not meaning.with_ and not meaning.without:
        return True
    forms = [t.form for t in analysis.text.tokens[match.last + 1 : min(sentence.past, match.last + 1 + _WORDS_AFTER)]]
    if meaning.without and any(f in meaning.without for f in forms[:4]):
        return False
    starts = tuple(w[:-1] for w in meaning.with_ if w.endswith("*"))
    return not meaning.with_ or any(f in meaning.with_ or (starts and f.startswith(starts)) for f in forms)


def _state(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """How things stand: an imperfect in the body of a text (in a headline it is news), or a relative clause."""
    before = match.first - 1
    if _relative(sentence, match):
        return True
    imperfect = match.entry.form[0] in "يت"
    return imperfect and sentence.n > 0 and analysis.text.tokens[before].form != "من"


def _purpose(analysis: Analysis, draft: Draft) -> bool:
    """A verbal noun behind ل of purpose (لاستعادة المدينة), unless its actor prepares for it or was exposed to it."""
    if draft.match.prefix.preposition != "ل":
        return False
    if draft.tails or (draft.light is not None and draft.light.entry.value == "target"):
        return False
    before = [t.form for t in analysis.text.tokens[max(0, draft.first - 3) : draft.first]]
    return not any(f.lstrip("و") in _PREPARING for f in before)


def _only_thought_of(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """A noun of action that is an aim, one of several possibilities, or a sentence of a court."""
    if match.first == sentence.first:
        return False
    if match.prefix.preposition == "ب" and match.entry.form == "اعدام":
        return True
    before = analysis.text.tokens[match.first - 1].form
    return not match.prefix.preposition and (before in _AIMS or (before in _EITHER and not match.prefix.article))


def _embedded(sentence: Sentence, match: Match) -> bool:
    """Spoken of in passing: as what a case, a charge or a reckoning from then is about (قضية اغتيال, منذ الغزو)."""
    return any(0 < match.first - m.last <= _EMBED_GAP for m in sentence.of("embedding"))


def _is_name(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """Part of a name or of a general notion: مكافحة الإرهاب، قيادة العمليات، ذكرى الهجوم."""
    del analysis
    for word in sentence.of("generic_use"):
        if word.entry.value == "before" and word.last == match.first - 1:
            return True
        if word.entry.value == "after" and word.first == match.last + 1:
            return True
    return False


def _relative(sentence: Sentence, verb: Match) -> bool:
    return any(m.last == verb.first - 1 and m.entry.value == "relative" for m in sentence.of("clause"))


def _aside(analysis: Analysis, sentence: Sentence, verb: Match, noun: Match) -> bool:
    """A verb of a relative clause that a comma ends before the noun."""
    return _relative(sentence, verb) and any(t.form == "،" for t in analysis.text.tokens[verb.last + 1 : noun.first])


def _light(analysis: Analysis, sentence: Sentence, match: Match) -> Match | None:
    """The verb that carries an event noun: the nearest light verb before it in its clause, or one that follows it."""
    best: Match | None = None
    lights = [m for m in sentence.of("light") if not noun_like(m)]
    if match.prefix.conjunction or any(
        m.last == match.first - 1 and m.entry.form not in _LIGHT_LINKS for m in sentence.of("link")
    ):
        lights = []
    if match.prefix.preposition == "ب":
        lights = [m for m in lights if m.entry.value.endswith(" b")]
    for verb in lights:
        if verb.last < match.first <= verb.last + _LIGHT_REACH:
            between = range(verb.last + 1, match.first)
            if any(b in between for b in sentence.breaks):
                continue
            if any(t.first in between and t.prefix.conjunction for t in sentence.of("trigger_verb")):
                continue
            if best is not None and _aside(analysis, sentence, verb, match):
                continue
            best = verb
    return best


def _construct(before: Draft, draft: Draft) -> bool:
    """Two nouns of one type in a row name one event: اتفاق هدنة."""
    return draft.first == before.last + 1 and draft.type == before.type and not draft.match.prefix.conjunction


def _tail(sentence: Sentence, match: Match) -> list[Match]:
    """A light verb of a relative clause behind the noun: هجوم شنه فلان."""
    near = [v for v in sentence.of("light") if match.last < v.first <= match.last + _TAIL and v.suffix]
    return [v for v in near if not noun_like(v)][:1]


def _continues(analysis: Analysis, sentence: Sentence, noun: Draft, verb: Match, meaning: Spec) -> bool:
    """A verb that goes on about an event noun before it: هجوم استهدف رتلا, غارة جوية قتلت اثنين."""
    if (
        noun.verb
        or verb.prefix.conjunction
        or not (noun.spec.violent and (meaning.violent or meaning.type == "killing"))
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
    return not new and (relative or len(gap) <= 2 or (meaning.generic and "object" in meaning.needs))


def _arm(analysis: Analysis, sentence: Sentence, draft: Draft) -> None:
    """Lets the weapon or tactic named with the trigger decide the type."""
    for weapon in sentence.of("weapon"):
        after = draft.last < weapon.first <= draft.last + _WEAPON_AFTER
        reach = _AIR_BEFORE if draft.verb and "air" in flags(weapon.entry.value) else _WEAPON_BEFORE
        before = draft.first - reach <= weapon.first < draft.first
        inside = draft.first <= weapon.first <= draft.last
        if not (after or before or inside) or _parted(sentence, draft, weapon):
            continue
        kind, *rest = weapon.entry.value.split()
        if "self" in rest and not draft.spec.self_harm:
            continue
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


def has_weapon(sentence: Sentence, draft: Draft, wanted: str) -> bool:
    """Whether a weapon of a kind (weapon: any) stands with the trigger."""
    for weapon in sentence.of("weapon"):
        if draft.first - 8 <= weapon.first <= draft.last + 8 and not _parted(sentence, draft, weapon):
            if wanted == "near":
                return "missile" in flags(weapon.entry.value) and 0 < weapon.first - draft.last <= _NEAR
            if wanted == "weapon" or wanted in flags(weapon.entry.value):
                return True
    return False


def _parted(sentence: Sentence, draft: Draft, weapon: Match) -> bool:
    low, high = min(draft.last, weapon.first), max(draft.first, weapon.first)
    return any(low < b < high for b in sentence.breaks)
