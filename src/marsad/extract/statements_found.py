"""A statement on its way: what one cue of a sentence gives, and how those of one speaker are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from marsad.extract.speakers_memory import Voice, agreeing
from marsad.model import ActorRef, Span
from marsad.model.quick import changed, quick

_NEAR = 30  # statements of one sentence among which a speaker is looked for


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """A statement by its tokens: `skip` letters of a prefix stand before the cue, `fend` ends it (folded).

    `carries_on` where its speaker may go on in the next sentence; `svo` where the speaker stands before the verb;
    `feminine` what the verb before the speaker tells of him, None where nothing."""

    cue: int
    skip: int
    fend: int
    kind: str
    rule: str
    speakers: tuple[ActorRef, ...]
    content: Span | None
    hedged: bool = False
    via: str | None = None
    carries_on: bool = True
    svo: bool = False
    feminine: bool | None = None


class Around(NamedTuple):
    """Where a cue stands: its sentence (tokens `start` to before `past`), the `limit` of its own reach, what the
    sentence has said before it, and who spoke before the sentence, the last one first."""

    start: int
    limit: int
    past: int
    found: list[Found]
    voices: tuple[Voice, ...]

    @property
    def speaking(self) -> tuple[ActorRef, ...]:
        """Who goes on where no subject is named."""
        return self.going_on(None, None)

    def going_on(self, feminine: bool | None, several: bool | None) -> tuple[ActorRef, ...]:
        """Who goes on where no subject is named; the verb tells whether it is feminine, and of several (None: not)."""
        here = tuple(Voice(f.speakers, f.feminine, 0) for f in reversed(self.found))
        return agreeing(here or self.voices, feminine, several)


def join(found: list[Found], more: Found) -> None:
    """Add a statement, or join it to the one of the same speaker."""
    near = max(0, len(found) - _NEAR)
    for n, known in enumerate(found[near:], near):
        if _same(known.speakers, more.speakers):
            if more.kind == "quote" and known.kind == "report":
                known = changed(known, kind="quote")
            if not _takes_along(known, more):
                known = changed(known, content=_both(known.content, more.content))
            found[n] = known
            return
    found.append(more)


def _same(a: tuple[ActorRef, ...], b: tuple[ActorRef, ...]) -> bool:
    if not a or not b:
        return False
    return any(
        x == y or (x.key is not None and x.key == y.key) or x.text == y.text or _refers_back(x.text, y.text)
        for x in a
        for y in b
    )


def _takes_along(known: Found, more: Found) -> bool:
    """Whether the content of a later cue (على حد قوله) is the clause of the first one, cue and all."""
    a, b = known.content, more.content
    return a is not None and b is not None and more.cue > known.cue and b.start < a.start and a.end <= b.end


def _both(a: Span | None, b: Span | None) -> Span | None:
    """What a speaker says in two parts of a sentence, as one stretch."""
    return Span(min(a.start, b.start), max(a.end, b.end)) if a and b else a or b


def _refers_back(full: str, short: str) -> bool:
    """Whether a definite noun takes up the head of a phrase: مصادر محلية … المصادر."""
    return short.startswith("ال") and " " not in short and full.split(" ", 1)[0] in (short[2:], short)
