"""Whether a word of the trigger tables names an event where it stands: no name, no notion, no aim, no other word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.words import DONE, INJURY, KILLING, SPOKEN, specs
from marsad.lexicon.entry import VERB

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.extract.events.words import Spec
    from marsad.lexicon import Match

_WORDS_AFTER = 9
_NOT_NEAR = 4
_EMBED_GAP = 2
# What accidents and disasters bring too.
_BY_CHANCE = frozenset({KILLING, INJURY, "displacement"})
_CRIMES = frozenset({KILLING, "execution", "abduction", "abuse", "assassination", "destruction"})
# Words from one act to another that it may be instead.
_OR = 8
# Words from "any" to the act that is any; between a death and the accident that it came of.
_ANY, _ANY_WHO = 3, 8
_ACCIDENT = 10
_WHAT = frozenset({"ما", "مما"})
_THAT_IS = frozenset({"هو", "وهو", "هي", "وهي", "هذا", "وهذا", "ذلك", "وذلك"})
_BROUGHT = ("دع", "يدع", "تدع")
_THESE = frozenset({"هذه", "تلك", "هذا", "ذلك"})
# Words before a verbal noun among which stands what its actor prepares.
_PREPARED = 3
# Words for an ambush, which is a checkpoint where it is attacked; words between an attack and it; verbs of attacking.
_AMBUSH, _CHECKPOINT, _STRIKES = ("كمين", "كماين"), 4, ("استهدف", "يستهدف", "هاجم", "يهاجم")
# The word for a death penalty, and words from it to the means (حكم بإعدام سبعة متهمين شنقا).
_DEATH, _VERDICT = "اعدام", 5
# Words from an aim to one that is joined to it.
_AIMS = 5
# What points back to a place from the clause that tells of it.
_BACK_TO_IT = frozenset({"عليها", "عليه", "عليهم"})
# Words from a verb of demanding to the first thing that it asks for.
_ASKED = 6
# Nouns that carry the noun of an act; relative pronouns joined with و.
_CARRYING, _AND_WHO = frozenset({"شن", "تنفيذ", "بدء"}), frozenset({"والذي", "والتي", "والذين"})
# Pronouns that news prose does not hang on a verb: a noun spelt alike stands there (جندي).
_FIRST_PERSON = frozenset({"ي", "ك", "كم", "ني"})


def readable(analysis: Analysis, sentence: Sentence, match: Match, verb: bool, meaning: Spec) -> bool:
    """Whether a match can be a trigger: a verb or a noun as it is read here, with the words that its table asks for."""
    if _is_name(sentence, match) or match.suffix in _FIRST_PERSON or not _worded(analysis, sentence, match, meaning):
        return False
    if match.suffix.strip("ا") and meaning.objectless:
        return False
    if verb and (noun_like(match) or _person(sentence, match) or _after_preposition(sentence, match)):
        return False
    if not verb and not match.prefix.article and relative(sentence, match):
        return False  # a verb spelt alike: الدعم الذي تقدمه
    if not verb and (_only_thought_of(sentence, match) or _classed(sentence, match)):
        return False
    if verb and _alike(sentence, match) and (nominal(sentence, match) or _or(analysis, match, meaning)):
        return False
    harms = meaning.violent or meaning.type in (KILLING, INJURY)
    if verb and harms and match.entry.form[0] in "يت" and sentence.leads.get(match.first - 1) == "habit":
        return False
    if not verb and _demanded(analysis, sentence, match):
        return False
    if not verb and (_one_of_several(analysis, sentence, match) or _in_a_row(sentence, match, meaning)):
        return False
    if verb and match.prefix.conjunction and _subjunctive(match):
        return False  # joined to an aim: ليدخلوا البلدة ويفجروها
    if meaning.type in ("condemnation", "threat") and not verb and match.suffix == "ا":
        return False  # what a crowd gathers for (تظاهروا تنديدا بالغارات), what a thing is (يشكل تهديدا)
    if (
        meaning.type == "accusation"
        and not verb
        and analysis.text.tokens[match.first - 1].form.lstrip("وفبل") in _THESE
    ):
        return False  # told before: إدانة تلك الاتهامات
    if sentence.leads.get(match.first - 1) == "deny" or _any_such(sentence, match):
        return False
    if verb and meaning.type == "demand" and _brought(analysis, match):
        return False
    if meaning.type in (KILLING, INJURY) and any(m.entry.value == "illness" for m in sentence.of("accident")):
        return False
    if meaning.type in _BY_CHANCE and any(abs(m.first - match.first) <= _ACCIDENT for m in sentence.of("accident")):
        return False
    if meaning.adverb and (
        match.first - 1 in sentence.links
        or match.prefix.preposition
        or any(q.last == match.first - 1 for q in sentence.quantities)
    ):
        return False
    if not verb and match.entry.form.removeprefix("ال").startswith(_AMBUSH) and _struck(analysis, sentence, match):
        return False
    if verb and meaning.type == "execution" and _sentenced(analysis, sentence, match):
        return False
    if not verb and meaning.type == "territory_gain" and _fought_for(sentence, match):
        return False
    if verb and meaning.arms and _by_a_raid(sentence, match):
        return False
    if (
        not verb
        and meaning.type in SPOKEN
        and any(m.last == match.first - 1 and specs(m.entry.value)[0].type == "protest" for m in sentence.of("trigger"))
    ):
        return False  # مظاهرات منددة بفلان
    if verb and meaning.type == "deployment" and _where(analysis, match):
        return False
    if (
        verb
        and meaning.type == "demand"
        and match.last + 1 < sentence.past
        and analysis.text.tokens[match.last + 1].form == "،"
    ):
        return False  # فلان طالب، المتحدث باسم ...
    return not (meaning.state and _state(analysis, sentence, match))


def _struck(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """Whether what is spelt like an ambush is a checkpoint that is attacked: هجوم على كمين للجيش, استهدف كمينا
    للشرطة."""
    acts = [m for m in sentence.of("trigger") if 0 < match.first - m.last <= _CHECKPOINT]
    on = any(t.form == "علي" for m in acts for t in analysis.text.tokens[m.last + 1 : match.first])
    verbs = (m for m in sentence.of("trigger_verb") if m.last == match.first - 1)
    if match.entry.form == "كمين" and not match.suffix:
        return on  # استهدف كمين للمقاومة تعزيزات
    return on or any(m.entry.form.startswith(_STRIKES) for m in verbs)


def _fought_for(sentence: Sentence, match: Match) -> bool:
    """Whether a taking is only what the fighting named right before it is for: معارك تحرير البلدة."""
    before = [m for m in sentence.of("trigger") if m.last == match.first - 1]
    return not (match.prefix.conjunction or match.prefix.preposition) and any(
        specs(m.entry.value)[0].type == "clash" for m in before
    )


def _by_a_raid(sentence: Sentence, match: Match) -> bool:
    """Whether what destroyed something is a raid, which is told by its noun: دمرت إحدى الغارات دبابة."""
    behind = (m for m in sentence.of("trigger") if match.last < m.first <= match.last + 2 and not m.prefix.preposition)
    return any(specs(m.entry.value)[0].type in ("air_strike", "shelling") for m in behind)


def _sentenced(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """Whether a word only tells by what means somebody was sentenced to die: حكمت عليهم بالإعدام شنقا."""
    before = analysis.text.tokens[max(sentence.first, match.first - _VERDICT) : match.first]
    return match.entry.form.endswith("ا") and any(_DEATH in t.form for t in before)


def _demanded(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """Whether a noun is what a verb of demanding, parted from it by what is said of its subject, asks for: طالب فلان
    الذي يحتجز جنودا، بالإفراج عن أقاربه; دعا فلان (...) إلى شن هجمات."""
    tokens = analysis.text.tokens
    asked = [
        m for m in sentence.of("trigger_verb") if m.last < match.first and specs(m.entry.value)[0].type == "demand"
    ]
    if not asked:
        return False
    if match.prefix.conjunction and match.prefix.preposition == "ب":  # طالب بوقف القصف وبالإفراج عن فلان
        near = (m for m in sentence.of("trigger") if asked[-1].last < m.first <= asked[-1].last + _ASKED)
        return any(m.prefix.preposition == "ب" for m in near)
    k = match.first - 1
    if match.prefix.preposition != "ب":
        k -= tokens[k].form in _CARRYING
        if tokens[k].form != "الي":
            return False
        k -= 1
    if k <= sentence.first or tokens[k].word:
        return False
    verbs = [m for cls in ("trigger_verb", "light") for m in sentence.of(cls) if asked[-1].last < m.first < k]
    return all(relative(sentence, m) or tokens[m.first - 1].form in _AND_WHO for m in verbs)


def _one_of_several(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """The first of several possible acts: خطف جندي أو تفجير حافلة."""
    if match.prefix.article:
        return False
    near = [m for m in sentence.of("trigger") if 1 < m.first - match.last <= _OR]
    return any(analysis.text.tokens[m.first - 1].form == "او" and not m.prefix.article for m in near)


def _in_a_row(sentence: Sentence, match: Match, meaning: Spec) -> bool:
    """A crime told in a row of crimes, with nobody it was done to: من قتل وذبح وخطف."""
    if meaning.type not in _CRIMES or not match.prefix.conjunction or match.prefix.article or match.suffix:
        return False
    return any(m.last == match.first - 1 and not m.suffix for m in sentence.of("trigger"))


def _subjunctive(match: Match) -> bool:
    """A plural that only stands behind a particle: يفجروا, يفجروها."""
    return match.entry.form[0] in "يت" and match.entry.form.endswith("وا")


def _any_such(sentence: Sentence, match: Match) -> bool:
    """Whether any such act is meant, none in particular: أي مؤامرة تستهدف البلاد, كل من قام باعتداء."""
    words = sentence.of("any_such")
    if not words:
        return False
    reach = _ANY_WHO if match.entry.part == "verb" and match.entry.form[0] in "يت" else _ANY
    near = [m for m in words if 0 < match.first - m.last <= reach]
    return any(not any(m.last < b < match.first for b in sentence.breaks) for m in near)


def nominal(sentence: Sentence, match: Match) -> bool:
    """Whether a form that is noun and verb alike (قتل) is a noun: behind a preposition or another noun of action."""
    if match.prefix.preposition or match.prefix.article:
        return True
    before = match.first - 1
    if before in sentence.links:
        return True
    if any(m.last == before and m.entry.part == "noun" for m in sentence.of("toll")):
        return True
    if sentence.leads.get(before) in ("aim", "either"):
        return True
    if any(m.last == before and m.entry.form in DONE for m in sentence.of("light")):
        return True  # تم طرد فلان
    if match.prefix.conjunction and any(m.last == before and nominal(sentence, m) for m in sentence.of("trigger")):
        return True  # one of a row: من قتل وذبح
    return any(m.last == before for m in sentence.of("act_noun"))


def _alike(sentence: Sentence, match: Match) -> bool:
    """Whether a verb is spelt like a noun of the trigger tables (خطف, قتل)."""
    return any(m.first == match.first and m.last == match.last for m in sentence.of("trigger"))


def _or(analysis: Analysis, match: Match, meaning: Spec) -> bool:
    """Whether an act is the second of two that may be: أو خطف جندي; deaths and wounds are told so as facts."""
    return meaning.type not in (KILLING, INJURY) and analysis.text.tokens[match.first - 1].form == "او"


def _after_preposition(sentence: Sentence, match: Match) -> bool:
    """No verb stands right behind a preposition: a noun spelt alike does (إلى حشد القوات)."""
    link = sentence.links.get(match.first - 1)
    return link is not None and not match.prefix.conjunction and link.entry.value not in ("by", "co")


def _person(sentence: Sentence, match: Match) -> bool:
    """A word for people that is spelt like a verb with a pronoun (امرأة)."""
    return bool(match.suffix or match.entry.form.endswith("ه")) and any(
        m.first <= match.first <= m.last for m in sentence.of("people")
    )


def noun_like(match: Match) -> bool:
    """A verb form with a preposition or article before it is a noun that happens to be spelt alike."""
    if match.prefix.preposition == "ل" and match.entry.form[0] not in "يتن":
        return True
    return match.prefix.article or match.prefix.preposition in ("ب", "ك") or match.suffix in _FIRST_PERSON


def _worded(analysis: Analysis, sentence: Sentence, match: Match, meaning: Spec) -> bool:
    """Whether the words that a trigger asks for stand behind it, and none that rule it out."""
    if meaning.without:
        reach = _WORDS_AFTER if meaning.type in SPOKEN else _NOT_NEAR
        if not meaning.without.isdisjoint(_behind(analysis, sentence, match)[:reach]):
            return False
    if not meaning.with_:
        return True
    at = asked_for(analysis, sentence, match, meaning)
    if at is None:
        return False
    carried = any(m.first == match.first and m.entry.value.startswith("agent") for m in sentence.of("light"))
    return not carried or at not in _named_by(sentence, meaning)


def asked_for(analysis: Analysis, sentence: Sentence, match: Match, meaning: Spec) -> int | None:
    """Where the word stands that a trigger asks for; None where it does not."""
    starts = meaning.openings
    for k, form in enumerate(_behind(analysis, sentence, match), match.last + 1):
        if form in meaning.with_ or (starts and form.startswith(starts)):
            return k
    return None


def _behind(analysis: Analysis, sentence: Sentence, match: Match) -> list[str]:
    end = min((b for b in sentence.breaks if b > match.last), default=sentence.past)
    return [t.form for t in analysis.text.tokens[match.last + 1 : min(end, match.last + 1 + _WORDS_AFTER)]]


def _named_by(sentence: Sentence, meaning: Spec) -> set[int]:
    """Where nouns stand that name the same act by themselves: وجه اتهاما is told by the noun."""
    return {
        m.first for m in sentence.of("trigger")
        if not m.prefix.preposition and specs(m.entry.value)[0].type == meaning.type
    }  # fmt: skip


def _brought(analysis: Analysis, match: Match) -> bool:
    """What happened made somebody do something, and nobody asked for it: ما دعاهم إلى التراجع."""
    tokens = analysis.text.tokens
    if not match.entry.form.startswith(_BROUGHT) or tokens[match.first - 1].form not in _WHAT:
        return False
    return tokens[match.first - 2].form not in _THAT_IS


def _where(analysis: Analysis, match: Match) -> bool:
    """How things stand at a place that was named: حيث ينتشر المسلحون."""
    return match.entry.form[0] in "يت" and analysis.text.tokens[match.first - 1].form == "حيث"


def _state(analysis: Analysis, sentence: Sentence, match: Match) -> bool:
    """How things stand: an imperfect in the body of a text (in a headline it is news), or a relative clause, with its
    particle or without (في بلدة تسيطر عليها قوات النظام); a noun, what is taken from under it (من سيطرة فلان)."""
    before = match.first - 1
    if relative(sentence, match):
        return True
    if match.entry.part != VERB:
        return sentence.leads.get(before) == "held"
    if match.entry.form[0] not in "يت":
        return False
    if match.last + 1 < sentence.past and analysis.text.tokens[match.last + 1].form in _BACK_TO_IT:
        return True
    return sentence.n > 0 and analysis.text.tokens[before].form != "من"


def purpose(sentence: Sentence, draft: Draft) -> bool:
    """A verbal noun behind ل of purpose (لاستعادة المدينة), unless its actor prepares for it or was exposed to it."""
    if draft.match.prefix.preposition != "ل" and not _joined_aim(sentence, draft.match):
        return False
    undergone = draft.light is not None and draft.light.entry.value == "target" and draft.type != "territory_gain"
    if draft.tails or undergone:
        return False
    return not any(sentence.leads.get(k) == "prepare" for k in range(draft.first - _PREPARED, draft.first))


def _classed(sentence: Sentence, match: Match) -> bool:
    """Whether a noun says what kind an act told before it was: في أول هجوم منذ عام, هو الأعنف."""
    if any(q.last == match.first - 1 for q in sentence.of("classing")):
        before = [m for cls in ("trigger", "trigger_verb") for m in sentence.of(cls) if m.last < match.first - 1]
        return any(specs(m.entry.value)[0].type not in (KILLING, INJURY) for m in before)
    return False


def _joined_aim(sentence: Sentence, match: Match) -> bool:
    """Whether a noun is joined to one behind ل of purpose: لاستعادة المدينة وتحرير سكانها."""
    if not match.prefix.conjunction or any(m.first == match.first for m in sentence.of("trigger_verb")):
        return False
    verbs = [m for cls in ("trigger_verb", "light") for m in sentence.of(cls)]
    for aim in sentence.of("trigger"):
        gap = range(aim.last + 1, match.first)
        if aim.prefix.preposition == "ل" and aim.last < match.first and len(gap) <= _AIMS:
            return not any(m.first in gap for m in verbs) and not any(b in gap for b in sentence.breaks)
    return False


def _only_thought_of(sentence: Sentence, match: Match) -> bool:
    """A noun of action that is an aim, one of several possibilities, or a sentence of a court."""
    if match.first == sentence.first:
        return False
    lead = sentence.leads.get(match.first - 1)
    if lead == "among":
        return True  # one of the ways in which those told before died: إما في المعارك أو في القصف
    if match.prefix.preposition == "ب" and match.entry.form == "اعدام":
        return True
    if match.prefix.preposition:
        return False
    if lead == "aim":
        return True
    return not match.prefix.article and lead == "either"


def embedded(sentence: Sentence, match: Match) -> bool:
    """Spoken of in passing: as what a case, a charge or a reckoning from then is about (قضية اغتيال, منذ الغزو)."""
    return any(0 < match.first - m.last <= _EMBED_GAP for m in sentence.of("embedding"))


def _is_name(sentence: Sentence, match: Match) -> bool:
    """Part of a name or of a general notion: مكافحة الإرهاب، قيادة العمليات، ذكرى الهجوم."""
    for word in sentence.of("generic_use"):
        if word.entry.value == "before" and word.first < match.first <= word.last + 1:
            return True  # قائد عمليات تحرير كذا
        if word.entry.value == "after" and word.first == match.last + 1:
            return True
    return False


def relative(sentence: Sentence, verb: Match) -> bool:
    before = verb.first - 1
    for match in sentence.of("clause"):
        if match.last == before:
            return bool(match.entry.value == "relative")
    return False
