"""Figures for small charts: shapes in their own units, which the templates draw as SVG without any script or style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a chart over time. `at`, `width`, `height` in hundredths of the chart, `at` from the older end."""

    name: str
    count: int
    at: float
    width: float
    height: float


def by_month(counts: Mapping[str, int], most: int = 240) -> list[Column]:
    """Columns for every month from the first to the last, those without documents too; of years where there would be
    more than `most` columns."""
    if not counts:
        return []
    if _number(max(counts)) - _number(min(counts)) >= most:
        return _columns(_yearly(counts))
    first, last = _number(min(counts)), _number(max(counts))
    return _columns({name: counts.get(name, 0) for name in map(_month, range(first, last + 1))})


def _yearly(counts: Mapping[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, count in counts.items():
        years[month[:4]] = years.get(month[:4], 0) + count
    first, last = int(min(years)), int(max(years))
    return {f"{year:04}": years.get(f"{year:04}", 0) for year in range(first, last + 1)}


def _columns(counts: Mapping[str, int]) -> list[Column]:
    width, most = 100 / len(counts), max(counts.values())
    return [
        Column(name, count, round(n * width, 3), round(width * 0.85, 3), round(100 * count / most, 2))
        for n, (name, count) in enumerate(counts.items())
    ]


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
