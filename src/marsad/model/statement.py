"""Who says so."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model.quick import quick
from marsad.model.references import ActorRef, Span

Speaker = ActorRef


@quick
@dataclass(frozen=True, slots=True)
class Statement:
    """Something attributed to somebody other than the author; `start` and `end` are those of the cue.

    `content` is what is said, None where it can't be told; `via` who passed it on."""

    id: str
    start: int
    end: int
    cue: str
    kind: str
    rule: str
    speaker: Speaker | None = None
    via: str | None = None
    hedged: bool = False
    content: Span | None = None
