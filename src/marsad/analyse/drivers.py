"""Why: the reasons of a case by actor, place and category, with who gives each and how firmly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from msgspec import Raw

from marsad.analyse.voices import Party, Site, Voice

Dimension = Literal["actor", "place", "category", "outlet"]
DIMENSIONS: tuple[Dimension, ...] = ("actor", "place", "category")


@dataclass(frozen=True, slots=True)
class Driver:
    """One cell of the matrix of reasons, and the voices in it. A dimension that was not asked for is None.

    `origins` counts documents that are no copies of each other; `firm`, `hedged` and `denied` count voices, a denied
    one in `denied` alone."""

    actor: Party | None
    place: Site | None
    category: str | None
    outlet: str | None
    documents: int
    origins: int
    outlets: tuple[str, ...]
    firm: int
    hedged: int
    denied: int
    voices: tuple[Voice, ...]

    @property
    def plain(self) -> Mapping[str, Any]:
        """The cell as JSON values, its sentences under `sentences` as the JSON that they are."""
        return {
            **self.about,
            "outlet": self.outlet,
            "documents": self.documents,
            "origins": self.origins,
            "outlets": list(self.outlets),
            "firm": self.firm,
            "hedged": self.hedged,
            "denied": self.denied,
            "sentences": [Raw(voice.json) for voice in self.voices],
        }

    @property
    def about(self) -> Mapping[str, str | None]:
        """Actor, place and category as JSON values."""
        return {
            "actor": self.actor and (self.actor.key or self.actor.text),
            "actor_name": self.actor and self.actor.text,
            "place": self.place and self.place.text,
            "place_id": self.place and self.place.id,
            "category": self.category,
        }

    @property
    def told(self) -> Mapping[str, Any]:
        """How many say it, how firmly, and their sentences as JSON."""
        return {
            "documents": self.documents,
            "origins": self.origins,
            "firm": self.firm,
            "hedged": self.hedged,
            "denied": self.denied,
            "sentences": [Raw(voice.json) for voice in self.voices],
        }


def drivers(voices: Iterable[Voice], by: Sequence[Dimension] = DIMENSIONS) -> list[Driver]:
    """The cells that hold anything, the most independent origins first, then by their names."""
    cells: dict[tuple[str, ...], list[Voice]] = {}
    for voice in voices:
        cells.setdefault(tuple(_IDENTITY[name](voice) for name in by), []).append(voice)
    made = [(key, _driver(members, by)) for key, members in cells.items()]
    made.sort(key=lambda cell: (-cell[1].origins, -cell[1].documents, cell[0]))
    return [driver for _, driver in made]


def actor_identity(voice: Voice) -> str:
    """What tells actors apart: the key, else the words."""
    return (voice.actor.key or voice.actor.text) if voice.actor else ""


def place_identity(voice: Voice) -> str:
    """What tells places apart: the gazetteer's id, else the words."""
    return (voice.place.id or voice.place.text) if voice.place else ""


_IDENTITY: Mapping[Dimension, Callable[[Voice], str]] = {
    "actor": actor_identity,
    "place": place_identity,
    "category": lambda voice: voice.category,
    "outlet": lambda voice: voice.outlet or "",
}


def _driver(members: Sequence[Voice], by: Sequence[Dimension]) -> Driver:
    first = members[0]
    return Driver(
        actor=first.actor if "actor" in by else None,
        place=first.place if "place" in by else None,
        category=first.category if "category" in by else None,
        outlet=first.outlet if "outlet" in by else None,
        documents=len({voice.document for voice in members}),
        origins=len({voice.origin for voice in members}),
        outlets=tuple(sorted({voice.outlet for voice in members if voice.outlet})),
        firm=sum(not voice.hedged and not voice.denied for voice in members),
        hedged=sum(voice.hedged and not voice.denied for voice in members),
        denied=sum(voice.denied for voice in members),
        voices=tuple(members),
    )
