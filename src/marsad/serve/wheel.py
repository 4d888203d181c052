"""A network drawn without a script: actors on two facing arcs with their names outside, ties as curves between.

Names never cover each other, in whichever direction they are written, and the same ties give the same picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.analyse.network import Tie

WIDTH, ROW = 1000, 44
"""Of the drawing, in its units: how wide it is, and how far two names stand apart."""
_REACH, _BEND, _DOT = 150, 0.62, 9


@dataclass(frozen=True, slots=True)
class Dot:
    """An actor: where it is, its radius by how much is told of it, whether its name stands to the left."""

    key: str
    x: float
    y: float
    radius: float
    left: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """A tie: an SVG path, its width, and the points of its arrow's head (none where it has no direction)."""

    tie: Tie
    path: str
    width: float
    head: str


@dataclass(frozen=True, slots=True)
class Wheel:
    """The drawing: dots, curves (those told least first, so that the others lie above), and its height."""

    dots: tuple[Dot, ...]
    curves: tuple[Curve, ...]
    height: float


def wheel(ties: Sequence[Tie], mutual: Sequence[str]) -> Wheel:
    """Ties and their actors as a drawing; `mutual` kinds get no arrow."""
    weights: dict[str, int] = {}
    for tie in ties:
        for key in (tie.source, tie.target):
            weights[key] = weights.get(key, 0) + tie.origins
    order = _around(ties, weights)
    rows = max(math.ceil(len(order) / 2), 2)
    height = (rows + 1) * ROW
    dots: dict[str, Dot] = {}
    most = max(weights.values(), default=1)
    for n, key in enumerate(order):
        left = n >= rows
        row = n if not left else 2 * rows - 1 - n
        y = ROW * (row + 1)
        lean = (2 * y / height - 1) ** 2
        reach = _REACH * math.sqrt(1 - min(lean, 1)) + 80
        x = WIDTH / 2 + (-reach if left else reach)
        dots[key] = Dot(key, round(x, 1), y, round(_DOT * math.sqrt(weights[key] / most) + 3, 1), left)
    strongest = max((tie.origins for tie in ties), default=1)
    curves = [_curve(tie, dots, height, strongest, tie.kind in mutual) for tie in reversed(ties)]
    return Wheel(tuple(dots.values()), tuple(curves), height)


def _around(ties: Sequence[Tie], weights: dict[str, int]) -> list[str]:
    """The actors in an order that keeps those close who have most to do with each other."""
    between: dict[tuple[str, str], int] = {}
    for tie in ties:
        for pair in ((tie.source, tie.target), (tie.target, tie.source)):
            between[pair] = between.get(pair, 0) + tie.origins
    rest = sorted(weights, key=lambda key: (-weights[key], key))
    order = rest[:1]
    rest = rest[1:]
    while rest:
        ends = [
            (between.get((key, end), 0), -n, key, end) for n, key in enumerate(rest) for end in (order[0], order[-1])
        ]
        _, _, key, end = max(ends)
        order = [key, *order] if end == order[0] and len(order) > 1 else [*order, key]
        rest.remove(key)
    return order


def _curve(tie: Tie, dots: dict[str, Dot], height: float, strongest: int, mutual: bool) -> Curve:
    one, other = dots[tie.source], dots[tie.target]
    middle = (one.x + other.x) / 2, (one.y + other.y) / 2
    # Both directions between two actors part by the side that each bends to.
    along = other.x - one.x, other.y - one.y
    length = math.hypot(*along) or 1
    bend = _BEND * min(1, 0.35 + length / 400)
    x = middle[0] + (WIDTH / 2 - middle[0]) * bend - along[1] / length * 14
    y = middle[1] + (height / 2 - middle[1]) * bend * 0.3 + along[0] / length * 14
    width = round(1.2 + 6 * math.sqrt(tie.origins / strongest), 1)
    back = math.hypot(other.x - x, other.y - y) or 1
    unit = (other.x - x) / back, (other.y - y) / back
    gap = other.radius + 2 + (0 if mutual else 9 + width)
    end = other.x - unit[0] * gap, other.y - unit[1] * gap
    tip = other.x - unit[0] * (other.radius + 2), other.y - unit[1] * (other.radius + 2)
    half = 4 + width * 0.7
    sides = [(end[0] - unit[1] * half, end[1] + unit[0] * half), (end[0] + unit[1] * half, end[1] - unit[0] * half)]
    head = "" if mutual else " ".join(f"{px:.1f},{py:.1f}" for px, py in (tip, *sides))
    return Curve(tie, f"M{one.x} {one.y}Q{x:.1f} {y:.1f} {end[0]:.1f} {end[1]:.1f}", width, head)
