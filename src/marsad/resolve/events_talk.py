"""Acts of violence that a text only speaks of: in a column, in a long sentence without a scene, in an exclamation.

News tells an attack with where it was, whom it killed or who did it, and mostly more than once. What columns and
speeches say of killing and destruction has none of that, and counts nothing that happened."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event

VIOLENCE = frozenset({
    "air_strike", "armed_attack", "assassination", "bombing", "casualties", "clash", "deployment", "destruction",
    "execution", "operation", "shelling",
})  # fmt: skip
"""Types whose words are used of violence at large."""
_DEATHS = frozenset({"armed_attack", "casualties", "clash"})
"""Types of the sayings in which one man is killed."""
_COLUMN = 2
"""So many questions and exclamations make a text a column."""
_MARKS = ("؟", "?", "!")
_LONG = 40
"""Words of a sentence that goes on about something else."""


class Talk:
    """Tells which events of a document are only spoken of."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._column = sum(len(analysis.text.forms.get(sign, ())) for sign in _MARKS) >= _COLUMN

    def only(self, event: Event) -> bool:
        """Whether the sentence of an event exclaims, or speaks of violence without telling of an act. Whoever counts
        dead or hurt tells of one, but for the one man of a column's saying."""
        saying = self._column and event.killed is not None and event.killed.min == 1 and event.type in _DEATHS
        if (event.killed is not None or event.injured is not None) and not saying:
            return False
        text = self._analysis.text
        told = text.sentence_of(event.start)
        first, past = text.sentence_tokens[told]
        if "!" in (t.form for t in takewhile(lambda t: not t.word, text.tokens[past - 1 : first : -1])):
            return True
        if event.type not in VIOLENCE or len(event.evidence) > 1:
            return False
        if self._column and not (event.place or event.perpetrators):
            return True
        return sum(t.word for t in text.tokens[first:past]) > _LONG and not self._scene(told)

    def _scene(self, sentence: int) -> bool:
        """Whether a sentence names any place."""
        span = self._analysis.text.sentences[sentence]
        at = bisect_left(self._analysis.places, span.start, key=lambda p: p.start)
        return at < len(self._analysis.places) and self._analysis.places[at].start < span.end
