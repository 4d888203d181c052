"""A record with its corrections as rows of the tables that questions are asked of. A pure function: it runs in the
processes that read, and again when somebody corrects something."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from marsad.case.effective import Effective
from marsad.case.layers import WHOLE, Plain, type_of
from marsad.text.fold import fold_word
from marsad.times.bounds import bounds

ITEMS_PER_DOCUMENT = 1 << 20
"""An item's number is its document's times this, plus its place among the document's items."""

Row = tuple[Any, ...]
_GAZETTEER = ("name", "kind", "country", "admin1", "lat", "lon", "uncertainty_km", "gazetteer_id")


@dataclass(slots=True)
class Rows:
    """Rows of each derived table, without the document's number: items are numbered from 0."""

    item: list[Row] = field(default_factory=list)
    event: list[Row] = field(default_factory=list)
    reason: list[Row] = field(default_factory=list)
    statement: list[Row] = field(default_factory=list)
    party: list[Row] = field(default_factory=list)
    location: list[Row] = field(default_factory=list)


def project(record: Plain, items: Sequence[Effective]) -> Rows:
    """The rows of a record whose items hold as told."""
    rows = Rows()
    places = _Places(record, items)
    for n, item in enumerate(items):
        value, layer = item.value, item.layer
        # Columns: n, layer, id, identity, start, stop, sentence, type, state, rule, confidence, value
        rows.item.append((
            n, layer, value["id"], item.identity, value["start"], value["end"], places.sentence_of(value["start"]),
            type_of(layer, value), item.state, value.get("rule"), value.get("confidence"),
            json.dumps(value, ensure_ascii=False, separators=(",", ":")) if layer in WHOLE else None,
        ))  # fmt: skip
        _details(rows, n, layer, value)
        rows.party.extend(_parties(n, layer, value))
        rows.location.extend((n, role, k, *cells) for (role, k), cells in places.of(layer, value))
    return rows


def sentence_rows(record: Plain) -> list[Row]:
    """Number, start, end and words of each sentence."""
    text = record["text"]
    return [(n, s["start"], s["end"], text[s["start"] : s["end"]]) for n, s in enumerate(record["sentences"])]


def _details(rows: Rows, n: int, layer: str, value: Plain) -> None:
    if layer == "events":
        killed, injured = value["killed"] or {}, value["injured"] or {}
        rows.event.append((
            n, value["status"], value["date"], *days(value["date"]), value["trigger"],
            *(_whole(count.get(end)) for count in (killed, injured) for end in ("min", "max")),
            value["weapon"], value["source"],
        ))  # fmt: skip
    elif layer == "reasons":
        rows.reason.append((
            n, value["kind"], value["behaviour"], value["target"], int(value["hedged"]), int(value["denied"]),
            value["source"], _whole(value["order"]),
        ))  # fmt: skip
    elif layer == "statements":
        content = value["content"] or {}
        rows.statement.append((n, int(value["hedged"]), value["via"], content.get("start"), content.get("end")))


def days(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day that a date allows, as ISO dates."""
    since, until = bounds(edtf)
    return (since.isoformat() if since else None), (until.isoformat() if until else None)


def _whole(count: int | None) -> int | None:
    """A count that SQLite can hold, None for one that no event has and only a broken text says."""
    return count if count is not None and abs(count) < 1 << 63 else None


def _parties(n: int, layer: str, value: Plain) -> Iterator[Row]:
    """Role, number in it, key, type, words and folded words of each actor that an item names."""
    if layer == "actors":
        yield n, "mention", 0, *_party(value)
    for role, slot in (("perpetrator", "perpetrators"), ("target", "targets")):
        for k, reference in enumerate(value.get(slot) or () if layer == "events" else ()):
            yield n, role, k, *_party(reference)
    for role in ("actor", "speaker", "from", "to"):
        reference = value.get(role)
        # The end of a relation may be a place, which has a kind and no type.
        if isinstance(reference, Mapping) and (reference.get("type") or not reference.get("kind")):
            yield n, role, 0, *_party(reference)


def _party(reference: Plain) -> Row:
    return reference["key"], reference["type"], reference["text"], fold_word(reference["text"])


class _Places:
    """The places that items are about, with what the gazetteer said of each mention."""

    def __init__(self, record: Plain, items: Sequence[Effective]) -> None:
        self._starts = [s["start"] for s in record["sentences"]]
        mentions = [e.value for e in items if e.layer == "places" and e.state != "rejected"]
        self._at = {(m["start"], m["end"]): m for m in mentions}
        self._named = {m["text"]: m for m in reversed(mentions)}
        self._in: dict[int, list[Plain]] = {}
        for mention in mentions:
            self._in.setdefault(self.sentence_of(mention["start"]), []).append(mention)
        question = record["question"]
        self._asked = [m for m in mentions if question and question["start"] <= m["start"] < question["end"]]
        self._headed = [m for m in mentions if m["end"] <= len(record["title"] or "")]

    def sentence_of(self, start: int) -> int:
        """Number of the sentence that holds an offset."""
        from bisect import bisect_right

        return max(0, bisect_right(self._starts, start) - 1)

    def of(self, layer: str, value: Plain) -> Iterator[tuple[tuple[str, int], Row]]:
        """Role and number, and the cells of each place of an item."""
        if layer == "places":
            yield ("mention", 0), _cells(value)
        elif layer == "events":
            for k, reference in enumerate(value["place"]):
                yield ("place", k), self._cells(reference)
        elif layer == "relations":
            for k, reference in enumerate(value["places"]):
                yield ("route", k), self._cells(reference)
            for role in ("from", "to"):
                if value[role] and value[role]["kind"]:
                    yield (role, 0), self._cells(value[role])
        elif layer == "reasons":
            yield from self._of_reason(value)

    def _of_reason(self, value: Plain) -> Iterator[tuple[tuple[str, int], Row]]:
        told: set[str] = set()
        target = self._named.get(value["target"] or "")
        around = self._in.get(self.sentence_of(value["start"]), [])
        argued = [m for n in value["evidence"] for m in self._in.get(n, [])]
        groups = (
            ("target", [target] if target else []),
            ("sentence", around),
            ("evidence", argued),
            ("question", self._asked),
            ("title", self._headed),
        )
        for role, mentions in groups:
            k = 0
            for mention in mentions:
                key = mention["gazetteer_id"] or fold_word(mention["text"])
                if key not in told:
                    told.add(key)
                    yield (role, k), _cells(mention)
                    k += 1

    def _cells(self, reference: Plain) -> Row:
        mention = self._at.get((reference["start"], reference["end"])) or self._named.get(reference["text"])
        return _cells({**dict.fromkeys(_GAZETTEER), **(mention or {}), **{k: v for k, v in reference.items() if v}})


def _cells(place: Plain) -> Row:
    return place["text"], fold_word(place["text"]), *(place[name] for name in _GAZETTEER)
