"""Why one actor has to do with one place: the reasons, the figures and events that are given for them, who says so,
what happened there before and after each article, and what is expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marsad.analyse.drivers import Driver, drivers
from marsad.analyse.voices import Voice, voices
from marsad.analyse.whereabouts import Whereabouts, whereabouts
from marsad.case.answers import Answer
from marsad.case.case import Case
from marsad.case.selection import Selection
from marsad.model import Outlook, Statement

DAYS = 30
"""Before and after an article, in which events at the place are counted."""


@dataclass(frozen=True, slots=True)
class Support:
    """What a text gives for a reason: words for a quantity or event (`layer`), its sentence, and whose reason it is."""

    layer: str
    item: str
    words: str
    document: int
    sentence: int
    text: str
    category: str


@dataclass(frozen=True, slots=True)
class Sayer:
    """Who gives reasons here: a speaker, or the outlet itself (`speaks` False), and how firmly."""

    name: str | None
    speaks: bool
    origins: int
    firm: int
    hedged: int
    denied: int


@dataclass(frozen=True, slots=True)
class Around:
    """An article with reasons, and how many events are told of the place in the DAYS before and after it came out:
    all of them, and those in which the actor takes part. None where the article has no day."""

    document: int
    title: str | None
    outlet: str | None
    published: str | None
    before: int | None
    after: int | None
    own_before: int | None
    own_after: int | None


@dataclass(frozen=True, slots=True)
class Focus:
    """All of it. `there` are the events at the place, `own` those of them in which the actor takes part."""

    voices: tuple[Voice, ...]
    drivers: tuple[Driver, ...]
    supports: tuple[Support, ...]
    sayers: tuple[Sayer, ...]
    articles: tuple[Around, ...]
    there: Whereabouts
    own: Whereabouts
    outlooks: tuple[Answer[Outlook], ...]
    denials: tuple[Answer[Statement], ...]


def focus(case: Case, actor: str, place: str) -> Focus:
    """What a case holds of an actor and a place, both as Selection takes them."""
    told = tuple(voices(case, Selection(actor=actor, place=place)))
    documents = tuple(sorted({voice.document for voice in told}))
    there, own = whereabouts(case, Selection(place=place)), whereabouts(case, Selection(actor=actor, place=place))
    within = Selection(actor=actor, documents=documents)
    return Focus(
        voices=told,
        drivers=tuple(drivers(told, ("category",))),
        supports=tuple(_supports(case, told)),
        sayers=tuple(_sayers(told)),
        articles=tuple(_articles(case, documents, there, own)),
        there=there,
        own=own,
        outlooks=tuple(case.outlooks(within)) if documents else (),
        denials=tuple(case.statements(Selection(types=("denial",), documents=documents))) if documents else (),
    )


def pairs(case: Case, selection: Selection, most: int) -> list[Driver]:
    """The actors and places for which most independent documents give reasons."""
    found = drivers(voices(case, selection), ("actor", "place"))
    return [cell for cell in found if cell.actor and cell.actor.key and cell.place and cell.place.id][:most]


def _supports(case: Case, told: Sequence[Voice]) -> list[Support]:
    """The quantities and events that the reasons are supported by, each once for a category."""
    found: dict[tuple[str, str], Support] = {}
    for voice in told:
        reason = voice.said.item.partition(":")[2]
        for layer, item, sentence, words, text in case.query(
            "SELECT other.layer, other.doc || ':' || other.id, other.sentence,"
            " substr(sentence.text, other.start - sentence.start + 1, other.stop - other.start), sentence.text"
            " FROM item JOIN json_each(item.value, '$.supports') AS held JOIN item AS other ON other.doc = item.doc"
            " AND other.id = held.value AND other.layer IN ('quantities', 'events') AND other.state <> 'rejected'"
            " JOIN sentence ON sentence.doc = other.doc AND sentence.n = other.sentence"
            " WHERE item.doc = ? AND item.id = ? AND item.layer = 'reasons'",
            voice.document, reason,
        ):  # fmt: skip
            support = Support(layer, item, words, voice.document, sentence, text, voice.category)
            found.setdefault((voice.category, item), support)
    return sorted(found.values(), key=lambda support: (support.layer != "quantities", support.document, support.item))


def _sayers(told: Sequence[Voice]) -> list[Sayer]:
    held: dict[tuple[str | None, bool], list[Voice]] = {}
    for voice in told:
        held.setdefault((voice.said.source or voice.outlet, voice.said.source is not None), []).append(voice)
    found = [
        Sayer(
            name=name, speaks=speaks, origins=len({voice.origin for voice in members}),
            firm=sum(not voice.hedged and not voice.denied for voice in members),
            hedged=sum(voice.hedged and not voice.denied for voice in members),
            denied=sum(voice.denied for voice in members),
        )
        for (name, speaks), members in held.items()
    ]  # fmt: skip
    return sorted(found, key=lambda sayer: (-sayer.origins, not sayer.speaks, sayer.name or ""))


def _articles(case: Case, documents: Sequence[int], there: Whereabouts, own: Whereabouts) -> list[Around]:
    found = []
    for number in documents:
        document = case.document(number)
        ((since, until),) = case.query("SELECT since, until FROM document WHERE doc = ?", number)
        day = date.fromisoformat(since).toordinal() if since and since == until else None
        counts = [(None, None), (None, None)] if day is None else [_around(events, day) for events in (there, own)]
        found.append(
            Around(number, document.title, document.outlet, document.published, *counts[0], *counts[1])
        )  # fmt: skip
    return sorted(found, key=lambda around: (around.published is None, around.published or "", around.document))


def _around(told: Whereabouts, day: int) -> tuple[int, int]:
    """How many events surely fall in the days before and in those after a day; the day itself comes before."""
    before = after = 0
    for event in told.events:
        if event.since and event.until:
            first, last = (date.fromisoformat(end).toordinal() - day for end in (event.since, event.until))
            before += first >= -DAYS and last <= 0
            after += first > 0 and last <= DAYS
    return before, after
