"""Why an actor acts, and what is expected next."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.model.quick import quick
from marsad.model.references import ActorRef


@quick
@dataclass(frozen=True, slots=True)
class Reason:
    """A statement of why an actor does something, with the words that state it.

    `kind` is goal, cause, condition, response or exchange; `order` the number in an explicit list;
    `supports` ids of events and quantities that the text gives for it; `evidence` sentence numbers."""

    id: str
    start: int
    end: int
    text: str
    category: str
    rule: str
    kind: str = "goal"
    actor: ActorRef | None = None
    behaviour: str | None = None
    target: str | None = None
    hedged: bool = False
    denied: bool = False
    source: str | None = None
    order: int | None = None
    supports: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()
    confidence: float = 0.5


@quick
@dataclass(frozen=True, slots=True)
class Outlook:
    """What is said to be expected or likely to come; `actor` is who would act."""

    id: str
    start: int
    end: int
    text: str
    rule: str
    actor: ActorRef | None = None
    hedged: bool = False
    horizon: str | None = None
    condition: str | None = None
