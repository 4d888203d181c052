"""The floors: a TOML file with one table a set of figures, one line a figure."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.toml"

# A change that mends one thing may cost another a little; below this it is a loss.
MARGIN = 0.005

HEADER = """\
# The floor of every quality figure: tests/eval fails where one falls below its floor.
# Sets: samples (tests/gold), and where they are on the machine dev and the yardsticks. A layer's figure is its F1.
# Raise: python tools/update_floors.py. Lower, with the reason in the commit: the same with --lower SET:FIGURE
"""

Floors = dict[str, dict[str, float]]


def load(path: Path = FLOORS) -> Floors:
    """The floors by set and figure."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def dump(floors: Floors) -> str:
    """The text of a floors file."""
    lines = [HEADER]
    for name, figures in floors.items():
        lines.append(f"[{name}]")
        lines += (f'"{figure}" = {floor:.3f}' for figure, floor in figures.items())
        lines.append("")
    return "\n".join(lines)


def floor_of(measured: float) -> float:
    """The floor that a measured value earns: a margin below it, rounded down to three digits."""
    return max(0.0, math.floor((measured - MARGIN) * 1000 + 1e-6) / 1000)


def follow(
    name: str, old: Mapping[str, float], measured: Mapping[str, float], lower: Collection[str] = ()
) -> tuple[dict[str, float], list[str]]:
    """The new floors of a set, and the figures that are below floors which were not to be lowered.

    A floor rises by itself and falls only where `lower` holds "set:figure" or "all"."""
    new: dict[str, float] = {}
    kept: list[str] = []
    for figure, value in measured.items():
        before, earned = old.get(figure), floor_of(value)
        if before is None or earned > before or "all" in lower or f"{name}:{figure}" in lower:
            new[figure] = earned
            continue
        new[figure] = before
        if value < before:
            kept.append(figure)
    return new, kept
