"""Mentions of actors: named, described, and states that act. Which actor a bare noun means is settled later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from marsad.actors.subjects import Subjects
from marsad.analysis import Analysis, numbered
from marsad.annotate import actors_states
from marsad.annotate.actors_candidate import outermost, to_actor
from marsad.annotate.actors_described import DescribedActors
from marsad.annotate.actors_named import NamedActors
from marsad.annotate.people import People
from marsad.resources import Resources


class Actors:
    """The step that finds mentions of actors with their type, and their key where the words alone give it."""

    name: ClassVar[str] = "annotate.actors"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches", "places")
    assigns: ClassVar[tuple[str, ...]] = ("actors",)

    def __init__(self, resources: Resources) -> None:
        self._named = NamedActors(resources)
        self._described = DescribedActors(resources)
        self._people = People(resources)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        text, matches = analysis.text, analysis.matches
        subjects = Subjects(matches, analysis.places)
        found = list(self._named.find(text, matches, subjects))
        found.extend(actors_states.bodies(text, matches))
        found.extend(actors_states.states(text, matches))
        found.extend(actors_states.peoples(text, matches))
        found.extend(self._people.find(analysis, found))
        found.extend(self._described.find(analysis, found))
        return {"actors": numbered("a", (to_actor(text, c) for c in outermost(found)))}
