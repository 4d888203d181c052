"""The tables behind roles: each line's example and counter, as the whole pipeline reads them."""

from __future__ import annotations

import pytest

from marsad.resources import Resources

TOGETHER = ("talks", "agreement")


def rows(table):
    return list(Resources().rows(f"vocab/{table}.tsv"))


def parties(reader, text, kind, slot):
    """The parties of a slot of the events of a type in a text; `kind` * is any."""
    events = [e for e in reader.read(text).events if kind in ("*", e.type)]
    return {p.key or p.text for e in events for p in getattr(e, slot)}


@pytest.mark.parametrize("row", rows("aimed_at"), ids=lambda r: f"{r['link']} {r['type']}")
def test_prepositions_of_targets(reader, row):
    takes = row["takes"] == "yes"
    slot = "perpetrators" if row["type"] in TOGETHER else "targets"
    assert (row["party"] in parties(reader, row["example"], row["type"], slot)) == takes
    if takes:
        assert row["party"] not in parties(reader, row["counter"], row["type"], slot)
    else:  # where another preposition or type makes a party of it
        either = (parties(reader, row["counter"], "*", name) for name in ("perpetrators", "targets"))
        assert row["party"] in set().union(*either)


@pytest.mark.parametrize("row", rows("role_cues"), ids=lambda r: r["cue"])
def test_cues_of_roles(reader, row):
    assert any(form in row["example"] for form in row["forms"].split("|"))
    held = [row["party"] in parties(reader, row[text], row["type"], row["slot"]) for text in ("example", "counter")]
    assert held == ([True, False] if row["gives"] == "yes" else [False, True])


@pytest.mark.parametrize("row", rows("place_cues"), ids=lambda r: r["cue"])
def test_cues_of_places(reader, row):
    assert any(form in row["example"] for form in row["forms"].split("|"))
    held = []
    for text in (row["example"], row["counter"]):
        places = [p for e in reader.read(text).events if e.type == row["type"] for p in e.place]
        named = {q for p in places for q in (p.text, f"{p.text}:{p.kind}", f"{p.text}@{p.country}")}
        held.append(row["place"] in named)
    assert held == ([True, False] if row["gives"] == "yes" else [False, True])
