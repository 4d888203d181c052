"""Event types that two reporters may use for one event (data/vocab/linking.yml)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import yaml

from marsad.folders import DATA

TABLE = DATA / "vocab/linking.yml"


class Kin:
    """Whether two types may name one event. `rows` hold the types that are kin to each other, `daily` those of events
    that recur day by day between the same parties."""

    def __init__(self, rows: Iterable[Sequence[str]], daily: Iterable[str] = ()) -> None:
        self._daily = frozenset(daily)
        self._pairs = frozenset((one, other) for row in rows for one in row for other in row)

    def __call__(self, one: str, other: str) -> bool:
        return one == other or (one, other) in self._pairs

    def recur(self, one: str, other: str) -> bool:
        """Whether events of both types recur day by day."""
        return one in self._daily and other in self._daily


def kin() -> Kin:
    """marsad's table."""
    held = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return Kin(held["kin"].values(), held["daily"])
