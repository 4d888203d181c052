"""What a trigger's line in words/triggers.tsv says of it, parsed once for each value."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from marsad.codebook import codebook
from marsad.cues import cue
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.lexicon import Match

# No types of the codebook: a death or injury, which becomes a type once its act and its killer are known.
KILLING, INJURY = "killing", "injury"
# Nor this: somebody flees, which is a type once it is known who.
FLIGHT = "flight"
# Types whose parties speak or decide: they have no place of their own unless it is said with them.
# Verbs that say that the act whose noun follows was done.
DONE = cue("done")
SPOKEN = frozenset({"accusation", "condemnation", "threat", "demand"})
# Types whose parties stand on one side together.
TOGETHER = frozenset({"talks", "agreement"})
# Types that a move makes: the place is the one reached or left.
MOVES = frozenset({"deployment", "withdrawal", "displacement"})


@dataclass(frozen=True, slots=True)
class Spec:
    """One trigger's meaning. `needs` names what must be told with it; `to` and `place` are prepositions; `violent`:
    harm belongs to the event itself; `openings` are those of the words `with_` of which only the start is told."""

    type: str
    patient: bool = False
    either: bool = False
    generic: bool = False
    definite: bool = False
    self_harm: bool = False
    state: bool = False
    arms: bool = False
    participle: bool = False
    adverb: bool = False
    harms: bool = False
    objectless: bool = False
    visits: bool = False
    needs: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    with_: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    violent: bool = field(init=False)
    openings: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "violent", self.harms or self.type in VIOLENT)
        object.__setattr__(self, "openings", tuple(w[:-1] for w in self.with_ if w.endswith("*")))


FROM_AFAR = frozenset({"air_strike", "shelling"})
"""What is done without being there."""
VIOLENT = frozenset(name for name, entry in codebook().event_types.items() if entry.violent)


def named(trigger: Match) -> str:
    """The type that a trigger names first."""
    return specs(trigger.entry.value)[0].type


@lru_cache(maxsize=512)
def specs(value: str) -> tuple[Spec, ...]:
    """The meanings of a trigger's value in order, as the head of words/triggers.tsv explains it."""
    return tuple(_spec(meaning) for meaning in value.split(" ; "))


def _spec(value: str) -> Spec:
    kind, *flags = value.split()
    named: dict[str, frozenset[str]] = {}
    plain: set[str] = set()
    for flag in flags:
        key, sign, content = flag.partition("=")
        if sign:
            named[key] = frozenset(content.replace("+", ",").split(","))
        else:
            plain.add(key)
    return Spec(
        kind,
        patient="patient" in plain,
        either="either" in plain,
        generic="generic" in plain,
        definite="definite" in plain,
        self_harm="self" in plain,
        state="state" in plain,
        arms="arms" in plain,
        participle="participle" in plain,
        adverb="adverb" in plain,
        objectless="objectless" in plain,
        visits="visits" in plain,
        needs=named.get("needs", frozenset()),
        to=named.get("to", frozenset()),
        place=named.get("place", frozenset()),
        with_=_folded(named.get("with", frozenset())),
        without=_folded(named.get("without", frozenset())),
    )


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(fold_word(w.rstrip("*")) + "*" * w.endswith("*") for w in words)


@lru_cache(maxsize=64)
def flags(value: str) -> frozenset[str]:
    """The words of a value (weapon, harm)."""
    return frozenset(value.split())
