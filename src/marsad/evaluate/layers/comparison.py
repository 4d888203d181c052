"""What comparing one layer of one document gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from marsad.evaluate.pairing import Item
from marsad.evaluate.tally import Tally

Items = Sequence[Item]
Pairs = list[tuple[Item, Item]]
SentenceSpans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Tallies by figure name, in printing order; gold items missed, system items too many, and pairs whose
    values differ."""

    tallies: dict[str, Tally]
    missed: Items = ()
    spurious: Items = ()
    differing: Sequence[tuple[Item, Item]] = ()


def comparison(
    tallies: dict[str, Tally],
    gold: Items,
    system: Items,
    pairs: Pairs,
    differs: Callable[[Item, Item], bool] | None = None,
) -> Comparison:
    """A comparison with its disagreements told apart; `differs` says which pairs do not agree in value."""
    paired_gold, paired_system = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    return Comparison(
        tallies,
        [a for a in gold if id(a) not in paired_gold],
        [b for b in system if id(b) not in paired_system],
        [(a, b) for a, b in pairs if differs and differs(a, b)],
    )


def sentence_of(item: Item, spans: SentenceSpans) -> int:
    """The number of the sentence that an item starts in, -1 where it starts between two."""
    for number, (start, end) in enumerate(spans):
        if start <= item["start"] < end:
            return number
    return -1
