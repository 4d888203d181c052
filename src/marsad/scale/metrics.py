"""Figures of a run, and of all that the folder holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Metrics:
    """`read`, `words_read` and `seconds` (of the clock) are of this run, of which `failed` tells what did not come to
    its end; all others are of the folder. `months`: records by month of publication."""

    files: int
    documents: int
    not_arabic: int
    bad: int
    copies: int
    records: int
    words: int
    partitions: int
    finished_before: int
    read: int
    words_read: int
    seconds: float
    failed: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)

    @property
    def words_per_second(self) -> float:
        """Words that this run read, by the clock; 0 where all was there."""
        return self.words_read / self.seconds if self.seconds else 0.0

    def plain(self) -> dict[str, Any]:
        """As metrics.json holds them."""
        return {**asdict(self), "words_per_second": round(self.words_per_second, 1)}


def metrics(
    parts: Sequence[Mapping[str, Any]],
    done: Mapping[str, Mapping[str, Any]],
    now: Iterable[str],
    partitions: int,
    copies: int,
    failed: Iterable[str],
    seconds: float,
) -> Metrics:
    """The figures of what parts/ and done/ hold (layout.py); `now` names the chunks that this run read."""
    months: Counter[str] = Counter()
    for held in done.values():
        months.update(held["months"])
    new = [done[chunk] for chunk in now if chunk in done]
    return Metrics(
        files=sum(len(part["sha256"]) for part in parts),
        documents=sum(part["documents"] for part in parts),
        not_arabic=sum(part["not_arabic"] for part in parts),
        bad=sum(held["bad"] for held in (*parts, *done.values())),
        copies=copies,
        records=months.total(),
        words=sum(held["words"] for held in done.values()),
        partitions=partitions,
        finished_before=len(done) - len(new),
        read=sum(sum(held["months"].values()) for held in new),
        words_read=sum(held["words"] for held in new),
        seconds=round(seconds, 3),
        failed=tuple(failed),
        months=dict(sorted(months.items())),
    )
