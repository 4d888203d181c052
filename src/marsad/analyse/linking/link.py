"""Links the events of many documents: which of them report one and the same event."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from marsad.analyse.days import apart
from marsad.analyse.linking.candidates import candidates
from marsad.analyse.linking.excerpt import Excerpt
from marsad.analyse.linking.groups import Pair, grouped
from marsad.analyse.linking.kin import Kin
from marsad.analyse.linking.likeness import Likeness
from marsad.analyse.linking.passages import Passages
from marsad.analyse.linking.reports import Report, reports_of
from marsad.collecting import collection_paused

STORY = 0.20
"""How alike leads are that tell one story, on average over the group."""

MENTION = 0.30
"""The same for an event told in passing: its passage has fewer words, and a wrong link would add a witness.
At 0.26 more than twice as many wrong ones joined the events of the annotated news, and a half more right ones."""

TOLD_APART = -1.0
"""The likeness of two events that one document tells apart: no other report of them brings them together."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A report and its group: all with one `group` tell the same event.

    `main` says that it is what its document is about; `likeness` is its average likeness to the group's others, 0 to
    about 1, None where it stands alone."""

    document: str
    event: str
    main: bool
    group: str
    likeness: float | None


@collection_paused()
def link(excerpts: Iterable[Excerpt], passages: Passages, kin: Kin) -> list[Linked]:
    """Every event of the documents with its group, in their order.

    What documents are about is grouped first, by headline and lead; then what they tell in passing joins those groups
    or makes groups of its own, where types, days and places do not stand against it."""
    reports = reports_of(excerpts, passages)
    leading = [n for n, report in enumerate(reports) if report.lead is not None]
    scores = _alike_leads(reports, leading, kin)
    stories = grouped(scores, STORY)
    alone = set(leading).difference(*stories)
    passing = _alike_passages(reports, kin)
    groups = grouped(passing, MENTION, given=[*stories, *([n] for n in sorted(alone))])
    return _linked(reports, groups, {**passing, **scores})


def _alike_leads(reports: Sequence[Report], leading: Sequence[int], kin: Kin) -> dict[Pair, float]:
    chosen = [reports[n] for n in leading]
    alike = Likeness(chosen, [report.lead or report.told for report in chosen], kin)
    met = candidates(chosen, alike.vectors)
    return {_pair(leading[n], leading[m]): alike(n, m) for n, others in met for m in others}


def _alike_passages(reports: Sequence[Report], kin: Kin) -> dict[Pair, float]:
    """Pairs of which one at least is told in passing, and nothing stands against their being one; with them those that
    one document tells apart."""
    alike = Likeness(reports, [report.told for report in reports], kin)
    passing = [report.lead is None for report in reports]
    met = candidates(reports, alike.vectors)
    asked = ((n, others if passing[n] else [m for m in others if passing[m]]) for n, others in met)
    scores = {_pair(n, m): alike(n, m) for n, others in asked for m in alike.agreeing(n, others)}
    return scores | dict.fromkeys(_told_apart(reports, sorted({n for pair in scores for n in pair})), TOLD_APART)


def _pair(n: int, m: int) -> Pair:
    return (n, m) if n < m else (m, n)


def _told_apart(reports: Sequence[Report], chosen: Sequence[int]) -> Iterator[Pair]:
    """Events of one document on different days: it knows them to be two, however alike its words for them are."""
    for _, of_one in groupby(chosen, key=lambda n: reports[n].document):
        dated = [(n, days) for n in of_one if (days := reports[n].days) is not None]
        yield from ((n, m) for (n, one), (m, other) in combinations(dated, 2) if apart(one, other))


def _linked(reports: Sequence[Report], groups: Sequence[Sequence[int]], scores: Mapping[Pair, float]) -> list[Linked]:
    group_of = {n: group for group in groups for n in group}
    linked = []
    for n, report in enumerate(reports):
        group = group_of.get(n, (n,))
        first = min(group, key=lambda m: (reports[m].published or 0, reports[m].document, reports[m].event))
        likeness = None
        if len(group) > 1:
            likeness = sum(scores.get((min(n, m), max(n, m)), 0.0) for m in group if m != n) / (len(group) - 1)
        linked.append(Linked(report.document, report.event, report.lead is not None, _name(reports[first]), likeness))
    return linked


def _name(first: Report) -> str:
    """A group is called after its earliest report, so that it keeps its name while later ones join."""
    return "g" + hashlib.sha256(f"{first.document}\0{first.event}".encode()).hexdigest()[:12]
