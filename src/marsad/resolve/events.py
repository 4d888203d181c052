"""The same event told twice: headline, lead and retelling are one event, and "the attack" is the one told before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.analysis import numbered
from marsad.extract.events.coding import BACK
from marsad.resolve.events_accused import Accused
from marsad.resolve.events_alike import WIDE, Alike, arguments
from marsad.resolve.events_bare import with_acts
from marsad.resolve.events_carry import carry
from marsad.resolve.events_doubts import Doubts
from marsad.resolve.events_headline import repeats
from marsad.resolve.events_join import join
from marsad.resolve.events_kin import Kin
from marsad.resolve.events_links import linked
from marsad.resolve.events_means import by_means
from marsad.resolve.events_more import left_open
from marsad.resolve.events_open import completed
from marsad.resolve.events_retold import headlined, retold
from marsad.resolve.events_talk import Talk
from marsad.resolve.events_tolls import with_tolls

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.model import Event
    from marsad.resources import Resources

# A retelling shares two arguments with the first telling, or points back to it in so many words.
_ENOUGH = 2.0
# How many events back a definite noun may point.
_BACK = 12


class Same:
    """Joins events of a document that are one, and gives each the place and date that it carries over."""

    name: ClassVar[str] = "resolve.events"
    requires: ClassVar[tuple[str, ...]] = ("text", "events", "mentioned", "places", "times")
    assigns: ClassVar[tuple[str, ...]] = ("events",)

    def __init__(self, resources: Resources) -> None:
        self._kin = resources.of(Kin)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        alike = Alike(analysis, self._kin)
        again = repeats(analysis, alike.headline)
        stories: list[_Story] = []
        for event in analysis.events:
            if any(start <= event.start < end for start, end in again):
                continue
            story = _told_before(alike, stories, event)
            if story is None:
                stories.append(_Story(event, [event], [] if alike.in_headline(event) else [event]))
            else:
                others = [s.event for s in stories[-_BACK:] if s is not story]
                first, told = retold(analysis, alike, story.event, event, others)
                story.event = join(first, told, headline=alike.in_headline(first))
                story.tellings.append(event)
                if told.killed == event.killed and not alike.in_headline(event):
                    story.tolls.append(event)
        told_in = [s for s in stories if s.reported(analysis, alike)]
        counts = [(s, t.killed) for s in stories for t in s.tolls if t.killed is not None]
        with_dead = {analysis.text.sentence_of(e.start) for e in analysis.events if e.killed is not None}
        reported = []
        for story in told_in:
            event = story.event
            if event.killed is not None and all(t.killed is None for t in story.tolls):
                event = headlined(analysis, alike, event, story.tolls, [k for s, k in counts if s is not story])
            reported.append(completed(analysis, event, story.tolls, with_dead))
        kept = [e for e in with_tolls(analysis, alike, reported) if not _empty(e)]
        kept = carry(analysis, by_means(analysis, left_open(analysis, alike, with_acts(analysis, alike, kept))))
        talk, doubts, accused = Talk(analysis), Doubts(analysis), Accused(analysis)
        kept = [accused.settled(doubts.settled(e)) for e in kept if not talk.only(e)]
        told_at = [tuple([t.start for t in s.tellings]) for s in stories]
        tellings = {at: starts for starts in told_at for at in starts}
        return {"events": tuple(linked(analysis, list(numbered("e", kept)), tellings))}


@dataclass(slots=True)
class _Story:
    """One event with all its tellings: what they tell together, each by itself, and those whose toll is its own."""

    event: Event
    tellings: list[Event]
    tolls: list[Event]

    def reported(self, analysis: Analysis, alike: Alike) -> bool:
        """Whether some telling reports it, and does not only speak of it in passing (extract.events.reported)."""
        return any(t.id not in analysis.mentioned or alike.in_headline(t) for t in self.tellings)

    def likeness(self, alike: Alike, event: Event) -> float:
        """How like an event is to the likest telling."""
        if alike.of_another_month(self.event, event) or not alike.as_many(self.tellings, event):
            return 0.0
        # Told once, an event is its one telling.
        tellings = self.tellings if len(self.tellings) == 1 else [self.event, *self.tellings]
        announced = [alike.in_headline(t) for t in tellings]
        opened = any(announced) and (all(announced[-len(self.tellings) :]) or alike.retells(self.event, event))
        return max(
            [alike.likeness(t, event, title=opened and first) for t, first in zip(tellings, announced, strict=True)]
        )


def _told_before(alike: Alike, stories: list[_Story], event: Event) -> _Story | None:
    """Which of the events told so far this one is, the likest first, and of those as like the nearest.

    A telling need only be like one of the others: the third may share with the headline what the second left out."""
    best, chosen = 0.0, None
    for story in stories[: -_BACK - 1 : -1]:
        score = story.likeness(alike, event)
        if score >= _ENOUGH and score > best:
            best, chosen = score, story
    return chosen


def _empty(event: Event) -> bool:
    """A bare mention that points back to nothing and tells nothing."""
    return event.rule == BACK or (event.type in WIDE and arguments(event) == 0)
