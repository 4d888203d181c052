"""The same event told twice: headline, lead and retelling are one event, and "the attack" is the one told before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.analysis import numbered
from marsad.extract.events.coding import BACK
from marsad.resolve.events_alike import WIDE, Alike, arguments
from marsad.resolve.events_carry import carry
from marsad.resolve.events_headline import repeats
from marsad.resolve.events_join import join
from marsad.resolve.events_kin import Kin
from marsad.resolve.events_links import linked
from marsad.resolve.events_totals import of_a_war
from marsad.text.fold import fold_word

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
                stories.append(_Story(event, [event]))
            else:
                story.event = join(story.event, event, headline=alike.in_headline(story.event))
                story.tellings.append(event)
        reported = [s.event for s in stories if s.reported(analysis, alike)]
        kept = [e for e in _tolls(analysis, alike, reported) if not _empty(e)]
        kept = carry(analysis, kept)
        tellings = {at: tuple(t.start for t in s.tellings) for s in stories for at in (t.start for t in s.tellings)}
        return {"events": tuple(linked(analysis, list(numbered("e", kept)), tellings))}


@dataclass(slots=True)
class _Story:
    """One event with all its tellings: what they tell together, and each by itself."""

    event: Event
    tellings: list[Event]

    def reported(self, analysis: Analysis, alike: Alike) -> bool:
        """Whether some telling reports it, and does not only speak of it in passing (extract.events.reported)."""
        return any(t.id not in analysis.mentioned or alike.in_headline(t) for t in self.tellings)

    def likeness(self, alike: Alike, event: Event) -> float:
        """How like an event is to the likest telling."""
        opened = all(alike.in_headline(t) for t in self.tellings) or alike.retells(self.event, event)
        return max(
            alike.likeness(t, event, title=opened and alike.in_headline(t)) for t in (self.event, *self.tellings)
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


def _tolls(analysis: Analysis, alike: Alike, events: list[Event]) -> list[Event]:
    """Tolls told apart from their act go to it: the act next to them whose place and date do not contradict."""
    kept: list[Event | None] = list(events)
    for k, toll in enumerate(events):
        if toll.type != "casualties" or (toll.date is not None and "/" in toll.date) or of_a_war(analysis, toll):
            continue
        sentence = analysis.text.sentence_of(toll.start)
        best, chosen = (_NEAR + 1, 0), -1
        for i in range(max(0, k - _BACK), min(len(kept), k + _BACK)):
            act = kept[i]
            if act is None or act.type not in WIDE or alike.likeness(act, toll, told=False) < 0:
                continue
            apart = act.start > toll.start or (_many(toll) and not _goes_on(analysis, sentence))
            if apart and not _same(act, toll):
                continue
            rank = (_distance(analysis.text.sentence_of(act.start) - sentence), -arguments(act))
            if rank < best:
                best, chosen = rank, i
        act = kept[chosen] if chosen >= 0 else None
        if act is not None and best[0] <= _NEAR:
            kept[chosen] = join(act, toll, headline=alike.in_headline(act), keep_trigger=True)
            kept[k] = None
    return [e for e in kept if e is not None]


_NEAR = 3
_MOST = 300
_CAME_OF = ("مما", "ما", "واسفر", "وادي", "اسفر", "ادي", "وخلف", "واوقع")


def _many(toll: Event) -> bool:
    """Whether more died than in one act that is told apart from them: the toll of a war."""
    return toll.killed is not None and (toll.killed.min or 0) > _MOST


def _goes_on(analysis: Analysis, n: int) -> bool:
    """Whether a sentence opens with a word of consequence, and goes on about the one before (مما أسفر عن مقتل ألف)."""
    span = analysis.text.sentences[n]
    return fold_word(analysis.document.text[span.start : span.end].split()[0]).startswith(_CAME_OF)


def _same(act: Event, toll: Event) -> bool:
    """Whether an act told behind a toll has that toll, or tells of it (صاروخ أوقع قتلى)."""
    return act.killed is not None and act.killed == toll.killed


def _distance(sentences: int) -> int:
    """A toll is told behind its act rather than before it."""
    return -sentences if sentences <= 0 else sentences + 2


def _empty(event: Event) -> bool:
    """A bare mention that points back to nothing and tells nothing."""
    return event.rule == BACK or (event.type in WIDE and arguments(event) == 0)
