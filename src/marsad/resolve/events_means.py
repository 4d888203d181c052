"""What an act is where its means are told elsewhere in the text: the toll of raids counted place by place, a bombing
whose doer the text goes on to call a suicide bomber."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.codebook import codebook
from marsad.extract.events.words import specs
from marsad.resolve.events_carry import turns
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analysis import Analysis
    from marsad.model import Event

# Sentences from raids to the acts that they are counted in, and from a bombing to its bomber.
_COUNTED, _TOLD_ON = 2, 3
# Words that tell that something was struck, not with what.
_STRUCK = ("استهداف", "استهدف")
_HIMSELF = frozenset({"نفسه", "نفسها"})
_SPOTS = frozenset({"facility", "neighbourhood", "village"})


def by_means(analysis: Analysis, events: Sequence[Event]) -> list[Event]:
    """The events of a text, in text order, with the types that their means told elsewhere make of them."""
    ordered = list(events)
    suicides = [e for e in ordered if e.type == "suicide_attack"]
    bombings = [e for e in ordered if e.type == "bombing"]
    made: list[Event] = []
    for event in ordered:
        if event.type == "armed_attack" and event.weapon is None:
            raids = [e for e in made if e.type == "air_strike" and _counts(analysis, e, event)]
            if raids:
                event = _as(event, "air_strike")
        elif event.type == "bombing":
            others = [b for b in bombings if b is not event]
            if any(_one_spot(s, event) for s in suicides) or (not suicides and _bomber(analysis, event, others)):
                event = _as(event, "suicide_attack")
        made.append(event)
    return made


def _as(event: Event, kind: str) -> Event:
    """An event as one of another type, which has but one name in other codebooks."""
    return replace(event, type=kind, plover=codebook().plover(kind), acled=codebook().acled(kind, ()))


def _counts(analysis: Analysis, raid: Event, event: Event) -> bool:
    """Whether an attack right behind raids is one of them: on the same party, by
    nobody who is named."""
    text = analysis.text
    behind = text.sentence_of(event.start) - text.sentence_of(raid.start)
    if not 0 < behind <= _COUNTED or not fold_word(event.trigger).startswith(_STRUCK):
        return False
    if event.perpetrators or event.status != raid.status:
        return False
    suffered = {a.key for a in raid.targets}
    harmed = [fold_word(v.who) for v in raid.victims]
    one = any(a.key and (a.key in suffered or any(fold_word(a.text) in who for who in harmed)) for a in event.targets)
    steps = range(text.sentence_of(raid.start) + 1, text.sentence_of(event.start) + 1)
    return one and not any(turns(analysis, n) for n in steps)


def _one_spot(suicide: Event, bombing: Event) -> bool:
    """Whether both are told of the same small place, with nothing that sets them apart."""
    spots = [{fold_word(p.text) for p in e.place if p.kind in _SPOTS} for e in (suicide, bombing)]
    return bool(spots[0] & spots[1])


def _bomber(analysis: Analysis, event: Event, others: Sequence[Event]) -> bool:
    """Whether the sentences behind a bombing speak of it, and of none of the others told in between, as of a suicide
    attack."""
    n = analysis.text.sentence_of(event.start)
    for match in analysis.matches.of("trigger"):
        tokens = analysis.text.tokens
        at = tokens[match.first].start
        if not 0 <= tokens[match.first].sentence - n <= _TOLD_ON or at < event.end:
            continue
        if any(event.start < b.start < at for b in others):
            return False
        known = match.prefix.article or match.entry.form.startswith("ال") or match.entry.form.split()[-1] in _HIMSELF
        if known and specs(match.entry.value)[0].type == "suicide_attack":
            return not any(turns(analysis, k) for k in range(n + 1, tokens[match.first].sentence + 1))
    return False
