"""The case: many documents, what was read from them, and people's corrections, in one SQLite file."""

from marsad.case.answers import Answer
from marsad.case.case import Case, open_case
from marsad.case.corrections import Change
from marsad.case.documents import CaseDocument
from marsad.case.effective import Effective
from marsad.case.history import Decision
from marsad.case.search import Hit, Passage
from marsad.case.selection import Selection

__all__ = [
    "Answer",
    "Case",
    "CaseDocument",
    "Change",
    "Decision",
    "Effective",
    "Hit",
    "Passage",
    "Selection",
    "open_case",
]
