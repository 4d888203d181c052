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
        self._kin: dict[str, frozenset[str]] = {}
        for row in rows:
            for one in row:
                self._kin[one] = self.of(one).union(row)

    def __call__(self, one: str, other: str) -> bool:
        return one == other or other in self._kin.get(one, ())

    def of(self, one: str) -> frozenset[str]:
        """The types that may name what `one` names, itself among them."""
        return self._kin.get(one) or frozenset((one,))

    def recur(self, one: str, other: str) -> bool:
        """Whether events of both types recur day by day."""
        return one in self._daily and other in self._daily


def kin() -> Kin:
    """marsad's table."""
    held = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return Kin(held["kin"].values(), held["daily"])
