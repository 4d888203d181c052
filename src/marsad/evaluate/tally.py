"""Counts of what was right, and the figures that come of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1, rounded to four digits, with the counts behind them."""

    p: float
    r: float
    f1: float
    tp: int
    gold: int
    system: int


@dataclass(frozen=True, slots=True)
class Tally:
    """True positives, and how many items gold and system hold."""

    tp: int = 0
    gold: int = 0
    system: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.tp + other.tp, self.gold + other.gold, self.system + other.system)

    def figures(self) -> Figures:
        """An empty gold has recall 1, and precision 1 where the system is empty too."""
        precision = self.tp / self.system if self.system else float(not self.gold)
        recall = self.tp / self.gold if self.gold else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return Figures(round(precision, 4), round(recall, 4), round(f1, 4), self.tp, self.gold, self.system)
