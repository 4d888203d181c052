"""The network: who is tied to whom, by how many independent documents, and who is left out."""

from __future__ import annotations

import pytest

from marsad.analyse.network import KINDS, MUTUAL, Network, network, told_of
from marsad.case import Case
from marsad.case.selection import Selection
from marsad.codebook import codebook

VIOLENT = frozenset(name for name, type_ in codebook().event_types.items() if type_.violent)


@pytest.fixture
def found(case: Case) -> Network:
    return network(case, VIOLENT, ())


def test_ties_are_those_of_events_and_relations(case: Case, found: Network) -> None:
    assert {tie.kind for tie in found.ties} <= set(KINDS)
    for tie in found.ties:
        assert {tie.source, tie.target} <= set(found.nodes)
        assert tie.source != tie.target
        assert 1 <= tie.origins <= len(tie.items)
        assert len(told_of(case, tie)) == len(tie.items)


def test_an_attack_goes_from_who_did_it_to_who_was_hit(case: Case, found: Network) -> None:
    blows = {
        (by.key, on.key)
        for answer in case.events()
        if answer.value.type in VIOLENT and answer.value.status in ("occurred", "ongoing", "attempted", "denied")
        for by in answer.value.perpetrators
        for on in answer.value.targets
        if by.key and on.key and by.key != on.key and "person" not in (by.type, on.type)
    }
    assert blows
    assert {(tie.source, tie.target) for tie in found.ties if tie.kind == "attacks"} == blows


def test_copies_count_once(case: Case, found: Network) -> None:
    origins = dict(case.query("SELECT item.item, origin FROM item JOIN document USING (doc)"))
    for tie in found.ties:
        assert tie.origins == len({origins[item] for item in tie.items})


def test_mutual_ties_stand_once(found: Network) -> None:
    pairs = [(tie.kind, frozenset((tie.source, tie.target))) for tie in found.ties if tie.kind in MUTUAL]
    assert len(pairs) == len(set(pairs))


def test_private_persons_are_not_in_it(case: Case, found: Network) -> None:
    persons = {key for (key,) in case.query("SELECT DISTINCT key FROM party WHERE type = 'person' AND key IS NOT NULL")}
    assert persons
    assert not persons & set(found.nodes)
    assert set(network(case, VIOLENT, persons).nodes) >= set(found.nodes)


def test_filters_narrow(case: Case, found: Network) -> None:
    actor = found.ties[0].source
    narrowed = network(case, VIOLENT, (), Selection(actor=actor))
    assert 0 < len(narrowed.ties) <= len(found.ties)
    assert network(case, VIOLENT, (), Selection(actor="nobody_of_this_name")).ties == ()
