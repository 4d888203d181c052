"""Figures: a token of digits with its separators, read as a number."""

from __future__ import annotations

from fractions import Fraction


def parse_digits(form: str) -> int | float | Fraction | None:
    """The value of a folded figure such as 1200, 1,200, 12.5, 0,08, 3/4; None where it is no number (1.2.3, 5:30).

    A comma groups thousands where each group behind it has three digits and the first is no lone zero
    (1,200), else it is the decimal sign (4,8). A point is the decimal sign unless several group (1.000.000)."""
    if form.isdecimal():
        return int(form) if len(form) <= 18 else None
    if ":" in form or len(form) > 30:
        return None
    if "/" in form:
        above, _, below = form.partition("/")
        is_part = len(form) <= 5 and above.isdecimal() and below.isdecimal() and 0 < int(above) < int(below)
        return Fraction(int(above), int(below)) if is_part else None
    if "," in form and "." in form:
        whole, _, rest = form.rpartition(".")
        groups = whole.split(",")
        return float(f"{''.join(groups)}.{rest}") if _grouped(groups) and rest.isdecimal() else None
    mark = "," if "," in form else "."
    groups = form.split(mark)
    if not all(g.isdecimal() for g in groups):
        return None
    if _grouped(groups) and (mark == "," or len(groups) > 2):
        return int("".join(groups))
    if len(groups) == 2:
        return _plain(float(f"{groups[0]}.{groups[1]}"))
    return None


def _grouped(groups: list[str]) -> bool:
    """Whether digit groups are thousands: 1 to 3 digits, no lone zero, then threes."""
    head = groups[0]
    return 1 <= len(head) <= 3 and head[0] != "0" and all(len(g) == 3 for g in groups[1:])


def _plain(value: float) -> int | float:
    return int(value) if value.is_integer() else value
