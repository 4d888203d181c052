"""A reason on its way: by tokens, before its fields are filled."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model import ActorRef
from marsad.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Draft:
    """A reason's words are the tokens first..last, less `skip` folded letters; its aim begins at `head`.

    `lead` is how far its category leads before the next best, 0 to 1; `cue` where its cue begins, where that stands
    apart from its words."""

    sentence: int
    first: int
    last: int
    head: int
    rule: str
    kind: str
    category: str
    lead: float
    actor: ActorRef | None = None
    behaviour: tuple[int, int] | None = None
    target: str | None = None
    hedged: bool = False
    denied: bool = False
    order: int | None = None
    evidence: tuple[int, ...] = ()
    skip: int = 0
    confidence: float = 0.5
    cue: int = -1
