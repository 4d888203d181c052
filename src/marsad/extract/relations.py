"""Relations that the text states: who backs, leads, fights over or holds what, which names are one, which way leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from marsad.actors.dictionary import Name
from marsad.actors.nations import Adjective, Nation
from marsad.analysis import Analysis, numbered
from marsad.annotate.actors_candidate import skip_of
from marsad.extract.content import source_at
from marsad.extract.modality import OCCURRED, ONGOING, POSSIBLE, Modality
from marsad.extract.pairs import of_pair
from marsad.extract.relations_holder import holder
from marsad.grammar import Capture, RuleMatch, Scene
from marsad.model import Actor, Endpoint, Place, PlaceRef, Relation
from marsad.resources import Resources
from marsad.text.affixes import TANWIN

_ROUTE, _HELD = ("one", "two", "three"), ("place", "also")
_WHILE = frozenset("خلال ابان اثناء بعد منذ رغم مع فتره مرحله استمرار".split())
_TERMS = frozenset({"مقابل", "علي", "تتضمن", "يتضمن", "تشمل", "بموجبها", "بموجبه"})  # what a deal is made of


class Relations:
    """Finds relations by grammars/relations.yml; `status` says how firmly each is told."""

    name: ClassVar[str] = "extract.relations"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches", "places", "actors", "statements")
    assigns: ClassVar[tuple[str, ...]] = ("relations",)

    def __init__(self, resources: Resources) -> None:
        self._grammar = resources.grammar("relations")
        self._modality = resources.of(Modality)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        found: dict[tuple[object, ...], Relation] = {}
        scene = analysis.scene("actor", "place")
        for match in self._grammar.find(scene):
            relation = self._relation(analysis, scene, match)
            if relation is not None:
                relation = _as_the_deal(scene, match, relation, found.values())
                found.setdefault(_told(relation), relation)
        return {"relations": numbered("l", _most_exact(found.values()))}

    def _relation(self, analysis: Analysis, scene: Scene, match: RuleMatch) -> Relation | None:
        text = analysis.text
        kind = str(match.rule.emit["type"])
        if not _tied(scene, match) or (match.rule.emit.get("while") and not _while(scene, match.first)):
            return None
        ends = {name: _endpoint(scene, capture) for name, capture in match.captures.items()}
        from_, to = ends.get("from"), ends.get("to") or ends.get("place")
        if from_ is None and match.rule.emit.get("holder"):
            actor = holder(scene, match)
            if actor is None:
                return None
            from_ = _of_actor(actor)
        same = from_ is not None and to is not None and from_.key is not None and from_.key == to.key
        # One actor is no party to a relation with itself; a name in brackets is an alias only of the same actor.
        if same if kind != "alias" else match.rule.emit.get("same") and not same:
            return None
        route = tuple(_place(ends[name]) for name in _ROUTE if name in ends)
        span = text.span(match.first, match.last)
        return Relation(
            id="",
            start=span.start,
            end=span.end,
            type=kind,
            rule=match.rule.name,
            from_=from_,
            to=to,
            places=route or tuple(_place(ends[name]) for name in _HELD if name in ends),
            status=self._status(analysis, match),
            source=source_at(analysis, span.start),
            evidence=(text.tokens[match.first].sentence,),
        )

    def _status(self, analysis: Analysis, match: RuleMatch) -> str:
        """How firmly a relation is told: by the words around it, and by an adjective of its own noun (صفقة محتملة)."""
        whole = self._modality.at(analysis, match.first, match.last)
        noun = self._modality.at(analysis, match.first, match.first)
        for factuality in (whole, noun):
            if factuality.status not in (OCCURRED, ONGOING):
                return factuality.status
        return POSSIBLE if whole.hedged or noun.hedged else whole.status


def _endpoint(scene: Scene, capture: Capture) -> Endpoint:
    """An end as the text names it, with what is known of it."""
    text = scene.text
    mention = capture.mention
    if capture.match is None and mention is None:
        here = scene.mentions["actor"].get(capture.first) or scene.mentions["place"].get(capture.first)
        mention = here[0].mention if here else of_pair(scene, capture.first)
    if isinstance(mention, Actor):
        return _of_actor(mention)
    if isinstance(mention, Place):
        return Endpoint(
            mention.text, mention.start, mention.end, lat=mention.lat, lon=mention.lon, country=mention.country,
            kind=mention.kind,
        )  # fmt: skip
    if capture.match is not None:
        value = capture.match.entry.value
        title = value.title if isinstance(value, Name) else 0
        span = text.span(capture.first + title, capture.last, 0 if title else skip_of(text, capture.match))
        if isinstance(value, Adjective):
            return Endpoint(text.words(span), span.start, span.end, key=value.nation.key, type="government")
        if isinstance(value, Nation):
            return Endpoint(text.words(span), span.start, span.end, key=value.key, type="government")
        return Endpoint(text.words(span), span.start, span.end, key=value.actor.key, type=value.actor.type)
    span = text.span(capture.first, capture.last)
    return Endpoint(text.words(span), span.start, span.end)


def _while(scene: Scene, at: int) -> bool:
    """Whether the word before says when something was held, rather than that it was lost."""
    return at > 0 and scene.tokens[at - 1].form in _WHILE


def _of_actor(actor: Actor) -> Endpoint:
    return Endpoint(actor.text, actor.start, actor.end, key=actor.key, type=actor.type)


def _as_the_deal(scene: Scene, match: RuleMatch, relation: Relation, before: Iterable[Relation]) -> Relation:
    """A relation that is a term of a deal ("against support of X for Y"), no firmer than the deal itself."""
    if relation.type != "backing" or match.first == 0 or scene.tokens[match.first - 1].form not in _TERMS:
        return relation
    keys = {end.key for end in (relation.from_, relation.to) if end}
    for deal in before:
        parties = {end.key for end in (deal.from_, deal.to) if end}
        if deal.type == "alliance" and deal.evidence == relation.evidence and keys == parties:
            return replace(relation, status=deal.status)
    return relation


def _most_exact(relations: Iterable[Relation]) -> list[Relation]:
    """Without control over "the areas" where the same words name them."""
    found = list(relations)
    named = {r.start for r in found if r.type == "control" and r.to is not None and r.to.lat is not None}
    return [r for r in found if r.type != "control" or r.start not in named or (r.to and r.to.kind is not None)]


def _tied(scene: Scene, match: RuleMatch) -> bool:
    """Whether the participle really belongs to the group: "and those loyal to" begins another one.

    A group that is told by its backer alone must have been found as an actor."""
    group = match.captures.get("to")
    for k in range(match.first, match.last + 1):
        participles = [m for m in scene.matches.at[k] if m.entry.cls == "loyal"]
        if participles and all(m.suffix not in TANWIN for m in participles):
            return False
    if match.rule.emit.get("group") and group is not None:
        here = scene.mentions["actor"].get(group.first)
        return here is not None and here[0].last >= group.last
    return True


def _place(end: Endpoint) -> PlaceRef:
    return PlaceRef(end.text, end.start, end.end, end.lat, end.lon, end.country, end.kind)


def _told(relation: Relation) -> tuple[object, ...]:
    """What makes two findings one: the type, the ends and the sentence."""
    ends = (relation.from_, relation.to)
    names = tuple((end.key or end.text) if end else None for end in ends)
    return (relation.type, *names, tuple(p.text for p in relation.places), relation.evidence)
