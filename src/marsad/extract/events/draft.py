"""An event being read: what one trigger tells, before what is told twice is joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.extract.events.nominals import Nominal
from marsad.extract.events.words import Spec
from marsad.lexicon import Match
from marsad.model import ActorRef, Count, PlaceRef, Victims


@dataclass(slots=True)
class Draft:
    """A trigger with its arguments as they are found. It never leaves the layer, so it may be filled in place."""

    sentence: int
    first: int
    last: int
    spec: Spec
    type: str
    verb: bool
    match: Match
    rule: str
    definite: bool = False
    light: Match | None = None
    tails: list[Match] = field(default_factory=list)
    agents: list[Nominal] = field(default_factory=list)
    targets: list[Nominal] = field(default_factory=list)
    perpetrators: list[ActorRef] = field(default_factory=list)
    targeted: list[ActorRef] = field(default_factory=list)
    places: list[PlaceRef] = field(default_factory=list)
    date: str | None = None
    weapon: str | None = None
    count: int | None = None
    harm: dict[str, Count] = field(default_factory=dict)
    victims: list[Victims] = field(default_factory=list)
    status: str = "occurred"
    source: str | None = None
    evidence: list[int] = field(default_factory=list)
    negated_harm: bool = False
    own_place: bool = False
    between: bool = False  # its places only say what lies on either side of it: الطريق بين كذا وكذا
    harmed: bool = False
    own_date: bool = False
    embedded: bool = False
    aside: bool = False
    tied: bool = False
    by: bool = False
    inherited: bool = False
