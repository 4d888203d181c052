"""Whether a text of one sentence reports an act or only speaks of it: by where the trigger stands and what is told
with it, never by which words they are.

An article tells its story in many places, and what it brings in beside the way belongs to it. A lone sentence reports
one thing: what stands in it as the ground or time of something else, behind an article that points back, or in a
comment, happened elsewhere and is told elsewhere. The features are weighed by `data/vocab/reported.tsv`, which
tools/weigh_reports.py makes; docs/evaluation.md tells how well they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from marsad.extract.events.words import INJURY, KILLING, SPOKEN, VIOLENT, specs
from marsad.lexicon.entry import VERB

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.resources import Resources

TABLE = "vocab/reported.tsv"
# Texts of more sentences than this tell a story: nothing in them is left out.
_LONE = 2
# A word that makes an act the time or ground of another stands this near before it.
_NEAR = 3
# Words from the start of a sentence that open it; behind so many a trigger stands late.
_OPENING, _LATE = 3, 25
# A post or headline: so many words and signs at most.
_POST = 15
_WEIGHED = (VIOLENT | {"territory_gain", "casualties", KILLING}) - {"destruction", "riot"}
_ASSERTED = frozenset({"occurred", "ongoing", "attempted"})


class Judge(Protocol):
    """Tells whether an act of a sentence, whose events are `found`, is reported there."""

    def __call__(self, analysis: Analysis, sentence: Sentence, draft: Draft, found: list[Draft]) -> bool: ...


class Reports:
    """Tells what is reported from what is only spoken of. Made once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._weights = {row["feature"]: float(row["weight"]) for row in resources.rows(TABLE)}
        self._least = self._weights.pop("least")
        self._start = self._weights.pop("start")

    def __call__(self, analysis: Analysis, sentence: Sentence, draft: Draft, found: list[Draft]) -> bool:
        """Whether an act of a sentence, whose events are `found`, is reported there."""
        if not weighed(analysis, draft) or certain(analysis, sentence, draft):
            return True
        told = features(analysis, sentence, draft, found)
        return self._start + sum(self._weights.get(feature, 0.0) for feature in told) >= self._least


def weighed(analysis: Analysis, draft: Draft) -> bool:
    """Whether the question arises: an act of violence told as done, in a text of one sentence, or a title and one."""
    return len(analysis.text.sentences) <= _LONE and draft.type in _WEIGHED and draft.status in _ASSERTED


def certain(analysis: Analysis, sentence: Sentence, draft: Draft) -> bool:
    """What is never left out: an act that a verb of the main line reports with a party or a place, or whose dead or
    injured it reports (قتل ثلاثة في هجوم), and all that a headline or a short post tells."""
    if sentence.past - sentence.first <= _POST or _by_main_verb(analysis, sentence, draft):
        return True
    return bool(draft.harm) and _harm_by_main_verb(sentence)


def _harm_by_main_verb(sentence: Sentence) -> bool:
    """Whether a verb before any other clause says who died, or what an act led to (أدى الهجوم إلى مقتل ثلاثة)."""
    clause = min((m.first for m in sentence.of("clause")), default=sentence.past)
    verbs = [m for m in sentence.of("trigger_verb") if specs(m.entry.value)[0].type in (KILLING, INJURY)]
    verbs += [m for m in sentence.of("toll") if m.entry.part == VERB]
    return any(m.first < clause for m in verbs)


def features(analysis: Analysis, sentence: Sentence, draft: Draft, found: list[Draft]) -> frozenset[str]:
    """The features of an act by name, as `data/vocab/reported.tsv` explains them."""
    clause = _clause(sentence, draft)
    opening = range(sentence.first, sentence.first + _OPENING + 1)
    date = draft.date or "" if draft.own_date else ""
    held = {
        "ground": not draft.verb and _among(analysis, "ground", range(draft.first - _NEAR, draft.first), sentence),
        "definite": not draft.verb and draft.definite,
        "indefinite": not draft.verb and not draft.definite,
        "told_on": bool(draft.tails),
        "main": clause == "",
        "content": clause == "new",
        "relative": clause == "relative",
        "second": any(d.first < draft.first for d in found),
        "late": draft.first - sentence.first > _LATE,
        "general": _among(analysis, "general", range(sentence.first, sentence.past), sentence),
        "by_source": any(m.first in opening for m in sentence.of("speech")),
        "in_words": any(d.first in opening and d.type in SPOKEN for d in found if d is not draft),
        "agent": bool(draft.perpetrators),
        "target": bool(draft.targeted),
        "weapon": draft.weapon is not None,
        "harmed": draft.harmed,
        "day": date.startswith("XXXX-XX-XX") or len(date) > len("2016-12"),
        "year": len(date) <= len("2016-12") and date[:4].isdigit(),
    }
    return frozenset(name for name, holds in held.items() if holds)


def _clause(sentence: Sentence, draft: Draft) -> str:
    """The clause that a trigger stands in: "" for the main one, else what the last word that began one makes it; a time
    (في وقت سابق) weighs as one, as it did when the weights were fitted."""
    before = [m for m in sentence.of("clause") if m.last < draft.first]
    kind = before[-1].entry.value if before else ""
    return "new" if kind == "time" else kind


def _among(analysis: Analysis, cls: str, where: range, sentence: Sentence) -> bool:
    return any(analysis.matches.is_in(i, cls) for i in where if i >= sentence.first)


def _by_main_verb(analysis: Analysis, sentence: Sentence, draft: Draft) -> bool:
    """Whether a verb tells the act on the main line, alone or with its noun (تعرضت السفينة لهجوم): in no relative
    clause, nor in one of time or comparison."""
    carried = draft.light is not None and draft.light.first < draft.first
    if not (draft.verb or carried) or not (draft.perpetrators or draft.targeted or (draft.verb and draft.places)):
        return False
    before = [m for m in sentence.of("clause") if m.last < draft.first]
    if not before:
        return True
    return before[-1].entry.value != "relative" and not analysis.matches.is_in(before[-1].first, "when")
