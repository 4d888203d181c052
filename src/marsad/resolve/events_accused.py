"""Doers that stand too far from an act to be accused of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.extract.events.words import VIOLENT
from marsad.model.references import Span
from marsad.resolve.events_gap import gap, same_sentence

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import ActorRef, Event

ACCUSED = 5
"""Words from an act of force to a person who is said to have done it. Of persons farther off hardly one had, in events
judged by hand: they speak of it, or are its victims."""
FARTHEST = 16
"""Words between the noun of an act and its doer beyond which a party between them makes him another's. Of such doers
nearly half were wrong. The sides of a clash are told far from it more often."""
FORCE = VIOLENT | {"arrest", "deployment", "displacement", "siege", "territory_gain"}
_VERB = "/trigger_verb"


class Accused:
    """Takes from the events of a document the doers that are out of reach."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.text
        self._actors = [a.start for a in analysis.actors]

    def settled(self, event: Event) -> Event:
        """The event, without doers whose first is out of reach."""
        first = event.perpetrators[0] if event.perpetrators else None
        return replace(event, perpetrators=()) if first is not None and self._out_of_reach(event, first) else event

    def _out_of_reach(self, event: Event, doer: ActorRef) -> bool:
        """Whether a doer stands far from the act: a person from an act of force, else anybody in the same sentence from
        the noun of one, with another party between the two."""
        if doer.start is None or doer.end is None:
            return False
        span = Span(doer.start, doer.end)
        between = gap(self._text, event, span)
        if doer.type == "person" and event.type in FORCE:
            return len(between) > ACCUSED
        if event.type == "clash" or event.rule.endswith(_VERB) or not same_sentence(self._text, event, span):
            return False
        return len(between) > FARTHEST and self._anybody(between)

    def _anybody(self, tokens: range) -> bool:
        """Whether an actor begins at one of the tokens."""
        first, last = self._text.tokens[tokens[0]].start, self._text.tokens[tokens[-1]].end
        return bisect_left(self._actors, first) < bisect_left(self._actors, last)
