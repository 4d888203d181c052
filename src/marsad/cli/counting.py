"""Numbers with what they count."""

from __future__ import annotations


def counted(number: int, name: str) -> str:
    """A number and what it counts: 1 report, 1,200 reports, 3 entities."""
    several = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return f"{number:,} {name if number == 1 else several}"
