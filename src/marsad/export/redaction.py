"""The safe profile: a record without private names, and with places where people live told roughly.

A record becomes another record, whose offsets point into its own text, so every format is safe in the same way."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote, urlsplit

from marsad.export.privacy import Hidden, Name, PrivateNames
from marsad.model import Place, Record
from marsad.model.serialise import from_plain, to_plain
from marsad.resources import Resources
from marsad.text.view import Token, read_text

HIDDEN = "[شخص]"
HIDDEN_KEY = "private_person"
INHABITED = frozenset({"city", "village", "neighbourhood", "facility"})
DECIMALS = 1
"""Points where people live keep one decimal: about 11 km."""
COARSE_KM = 8.0
_LETTERS = "وفبلك"
_AS_IS = frozenset({"schema", "exported"})
_VERBATIM = frozenset({"text", "trigger", "cue"})


class Redaction:
    """Makes records safe. Made once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._private = PrivateNames(resources)

    def safe(self, record: Record) -> Record:
        """The record without private names in any field, and with coarse points where people live."""
        private = self._private.of(record)
        latin = {
            word for a in record.actors if a.type == "person" and _hides(a.text, private)
            for known in (a.key, a.name) if known for word in (known, known.replace("_", " "))
        }  # fmt: skip
        hider = _Hider(private, latin)
        plain = hider.record(to_plain(record))
        plain["places"] = [_coarse(p) for p in plain["places"]]
        for event in plain["events"]:
            event["place"] = [_coarse(p) for p in event["place"]]
        for relation in plain["relations"]:
            relation["places"] = [_coarse(p) for p in relation["places"]]
            for side in ("from", "to"):
                relation[side] = _coarse(relation[side]) if relation[side] else None
        return from_plain(plain)


def is_coarse(place: Place) -> bool:
    """Whether the point of a place was made coarse."""
    return place.kind in INHABITED and place.gazetteer_id is None and (place.uncertainty_km or 0) >= COARSE_KM


def _hides(text: str, private: Hidden) -> bool:
    forms = tuple(t.form for t in read_text(text).tokens)
    return forms in private.names or any(form in private.words for form in forms)


def _coarse(place: dict[str, Any]) -> dict[str, Any]:
    """A place whose point is told roughly where people live; a gazetteer's id would tell it again."""
    if place.get("kind") not in INHABITED or place.get("lat") is None or place.get("lon") is None:
        return place
    told = {**place, "lat": round(place["lat"], DECIMALS), "lon": round(place["lon"], DECIMALS)}
    if "gazetteer_id" in place:
        told |= {
            "gazetteer_id": None, "alternatives": [],
            "uncertainty_km": max(place["uncertainty_km"] or 0.0, COARSE_KM),
        }  # fmt: skip
    return told


class _Hider:
    """Hides names in every text of one record, and moves its offsets along."""

    def __init__(self, private: Hidden, latin: Iterable[str]) -> None:
        self._words = private.words
        self._names: dict[str, list[Name]] = {}
        for name in private.names:
            self._names.setdefault(name[0], []).append(name)
        self._latin = sorted(latin, key=len, reverse=True)
        self._done: dict[str, str] = {}
        self._raw = self._told = ""

    def record(self, plain: dict[str, Any]) -> dict[str, Any]:
        """The record with its text hidden, offsets moved, and every other text hidden too."""
        text = plain["text"]
        spans = self._spans(text)
        hidden, moves = _cut(text, spans)
        self._raw, self._told = text, hidden
        source = plain["source"]
        moved = {
            k: self._value(v, moves) for k, v in plain.items() if k not in _AS_IS and k not in ("text", "source", "id")
        }
        told = {k: self.text(v) if isinstance(v, str) else v for k, v in source.items()}
        told["path"] = self.text(PurePath(source["path"]).name) if source.get("path") else None
        told["url"] = self._url(source.get("url"))
        kept = {k: plain[k] for k in _AS_IS if k in plain}
        return {**kept, "id": self._id(plain["id"]), "source": told, "text": hidden, **moved}

    def text(self, value: str) -> str:
        """A text with HIDDEN in the place of every name."""
        if not self._names and not self._latin:
            return value
        if value not in self._done:
            # Types, dates and rules hold no Arabic word.
            found = value if value.isascii() else _cut(value, self._spans(value))[0]
            for name in self._latin:
                found = found.replace(name, HIDDEN_KEY if "_" in name else HIDDEN)
            self._done[value] = found
        return self._done[value]

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Where names stand, or words of one, also with a letter written before."""
        if not self._names:
            return []
        spans: list[tuple[int, int]] = []
        tokens = read_text(text).tokens
        n = 0
        while n < len(tokens):
            length, skipped = self._name_at(tokens, n)
            if length:
                start, end = tokens[n].start + skipped, tokens[n + length - 1].end
                if spans and not text[spans[-1][1] : start].strip(" \u00a0"):
                    start = spans.pop()[0]
                spans.append((start, end))
            n += max(1, length)
        return spans

    def _name_at(self, tokens: Sequence[Token], n: int) -> tuple[int, int]:
        """How many words of a name begin at a token, 0 where none does, and the letters written before it."""
        form = tokens[n].form
        for skipped in range(2):
            if skipped and form[:1] not in _LETTERS:
                break
            bare = form[skipped:]
            for name in self._names.get(bare, ()):
                if len(name) > 1 and tuple(t.form for t in tokens[n + 1 : n + len(name)]) == name[1:]:
                    return len(name), skipped
            if bare in self._words:
                return 1, skipped
        return 0, 0

    def _value(self, value: Any, moves: _Moves) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list | tuple):
            return [self._value(v, moves) for v in value]
        if not isinstance(value, dict):
            return value
        held = {k: self._value(v, moves) for k, v in value.items()}
        for name in ("start", "end"):
            if isinstance(value.get(name), int):
                held[name] = moves(value[name], name == "end")
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            # Words inside a hidden name are as the text has them now, though alone they would not be hidden.
            words = self._raw[value["start"] : value["end"]]
            for name in _VERBATIM & value.keys():
                if value[name] == words:
                    held[name] = self._told[held["start"] : held["end"]]
        return held

    def _id(self, id: str) -> str:
        """The id, which may be a name or an address; one that tells a name is replaced by its hash."""
        plain = unquote(id)
        return id if self.text(plain) == plain else "sha256-" + hashlib.sha256(id.encode("utf-8")).hexdigest()[:16]

    def _url(self, url: str | None) -> str | None:
        """The address; of one that tells a name the site alone."""
        if not url:
            return url
        plain = unquote(url)
        return (
            url
            if self.text(plain.replace("-", " ")) == plain.replace("-", " ")
            else f"{urlsplit(url).scheme}://{urlsplit(url).netloc}/"
        )


class _Moves:
    """From offsets of a text to those of the text with names hidden."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._spans = spans
        self._shift = [0]
        for start, end in spans:
            self._shift.append(self._shift[-1] + len(HIDDEN) - (end - start))

    def __call__(self, offset: int, is_end: bool) -> int:
        n = bisect_right(self._starts, offset - is_end) - 1
        if n >= 0:
            start, end = self._spans[n]
            if start <= offset - is_end < end:  # inside a hidden name: the whole of it
                return start + self._shift[n] + (len(HIDDEN) if is_end else 0)
        return offset + self._shift[n + 1]


def _cut(text: str, spans: list[tuple[int, int]]) -> tuple[str, _Moves]:
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], HIDDEN]
        at = end
    return "".join([*parts, text[at:]]), _Moves(spans)
