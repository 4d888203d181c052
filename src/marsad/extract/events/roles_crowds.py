"""Who demonstrates where no actor is named: آلاف المحتجين, المئات من أبناء القبائل, اعتصام لعمال المصنع."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.model import ActorRef

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.numbers.number import Number

CROWDS = frozenset({"protest", "riot"})
# Words between a verb and the number of those who came; between a noun and whose it is.
_COUNTED, _WHOSE = 2, 3
# Words of a crowd behind its number: آلاف المتظاهرين الغاضبين.
_WORDS = 2
_PLURALS = ("ون", "ين", "ات")


def crowd(analysis: Analysis, sentence: Sentence, draft: Draft) -> list[ActorRef]:
    """Who a protest that names nobody belongs to, who is counted with it, else the demonstrators of its sentence.

    Asked once it is settled that the protest is an event: a crowd alone makes none."""
    if not draft.verb:
        owner = [n.ref for n in sentence.nominals if n.link == "for" and 0 < n.head - draft.last <= _WHOSE]
        if owner:
            return owner[:1]
    verb = draft.last if draft.verb else draft.light.last if draft.light is not None else None
    if verb is not None:
        near = (n for n in sentence.numbers if 0 < n.first - verb <= _COUNTED)
        number = next((n for n in near if not analysis.matches.is_in(n.last + 1, "place_noun")), None)
        if number is not None and not any(verb < b < number.first for b in sentence.breaks):
            return [_counted(analysis, sentence, number)]
    known = (n for n in sentence.nominals if n.link != "source" and analysis.matches.is_in(n.first, "demonstrators"))
    return [n.ref for n in known][:1]


def _counted(analysis: Analysis, sentence: Sentence, number: Number) -> ActorRef:
    """The crowd that a number counts, as it is quoted: what follows the number, perhaps behind من."""
    tokens, past = analysis.text.tokens, sentence.past
    last = number.last
    start = last + 2 if last + 1 < past and tokens[last + 1].form == "من" else last + 1
    held = {t.first for t in sentence.times} | {m.first for cls in ("link", "trigger") for m in sentence.of(cls)}
    for k in range(start, min(past, start + _WORDS)):
        if (
            not tokens[k].word
            or k in held
            or not (k == start or tokens[k].form.startswith("ال") or _plural(tokens[k].form))
        ):
            break
        last = k
    span = analysis.text.span(number.first, last)
    return ActorRef(analysis.text.words(span), span.start, span.end)


def _plural(form: str) -> bool:
    return form.endswith(_PLURALS)
