"""Who demonstrates where no actor is named: آلاف المحتجين, المئات من أبناء القبائل, اعتصام لعمال المصنع."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.nominals import Nominal
from marsad.model import ActorRef

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.roles_nouns import Nouns
    from marsad.numbers.number import Number

CROWDS = frozenset({"protest", "riot"})
# Words between a verb and the number of those who came; between a noun and whose it is.
_COUNTED, _WHOSE = 2, 3
# Words of a crowd behind its number: آلاف المتظاهرين الغاضبين.
_WORDS = 2
_PLURALS = ("ون", "ين", "ات")


def gather(analysis: Analysis, reader: Nouns, draft: Draft) -> None:
    """Gives a protest that names nobody those who are counted with it, else the demonstrators of its sentence."""
    if draft.type not in CROWDS or draft.agents:
        return
    owner = [n for n in reader.nominals if n.link == "for" and 0 < n.head - draft.last <= _WHOSE]
    if owner and not draft.verb:
        draft.agents = [n for n in owner[:1] if n not in draft.targets]
        return
    verb = draft.last if draft.verb else draft.light.last if draft.light is not None else None
    number = next((n for n in reader.sentence.numbers if verb is not None and 0 < n.first - verb <= _COUNTED), None)
    if number is not None and not any(i in reader.new for i in range(verb or 0, number.first)):
        draft.agents = [_counted(analysis, reader, number)]
        return
    matches = analysis.matches
    demonstrators = [n for n in reader.nominals if matches.is_in(n.first, "demonstrators") and n.link != "source"]
    draft.agents = demonstrators[:1]


def _counted(analysis: Analysis, reader: Nouns, number: Number) -> Nominal:
    """The crowd that a number counts, as it is quoted: what follows the number, perhaps behind من."""
    tokens, past = reader.tokens, reader.sentence.past
    last = number.last
    i = last + 2 if last + 1 < past and tokens[last + 1].form == "من" else last + 1
    held = {t.first for t in reader.sentence.times} | {m.first for m in reader.sentence.of("link")}
    for k in range(i, min(past, i + _WORDS)):
        form = tokens[k].form
        if not tokens[k].word or k in held or k in reader.starts or not _names(form, k == i):
            break
        last = k
    span = analysis.text.span(number.first, last)
    ref = ActorRef(analysis.text.words(span), span.start, span.end)
    return Nominal(number.first, last, number.first, ref, "crowd", "", "")


def _names(form: str, first: bool) -> bool:
    """Whether a word behind a number tells who is counted: definite, or a plural; then its adjectives."""
    return form.startswith("ال") or form.endswith(_PLURALS) or (first and not form.startswith("احتجاج"))
