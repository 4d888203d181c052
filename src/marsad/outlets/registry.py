"""The registry of outlets (data/outlets.tsv), found by name, by address and by the tag of a dateline.

A user's folder may hold an outlets.tsv of its own: a row whose key is known replaces the row, a new one adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from marsad.errors import ResourceError
from marsad.lexicon.entry import PARTICLE, Entry
from marsad.resources import Resources
from marsad.text.fold import fold, fold_word

TABLE = "outlets.tsv"
TAG_CLASS = "outlet_tag"
KINDS = frozenset("agency newspaper television radio website monitor research un government party".split())
# Words before a name that say what the outlet is.
_HEADS = tuple(
    fold_word(word) for word in "وكالة صحيفة جريدة قناة موقع شبكة منصة تلفزيون فضائية إذاعة راديو مجلة".split()
)
_PARTS = re.compile(r"\s+[|\-–—:•»/]\s+|[|•»]")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LONGEST = 200


class Outlet(NamedTuple):
    """Who publishes. `country` is ISO 3166-1 alpha-2; `side` the owner or side as publicly known, for people."""

    key: str
    name: str
    variants: tuple[str, ...]
    domains: tuple[str, ...]
    tags: tuple[str, ...]
    country: str
    language: str
    kind: str
    side: str


class Outlets:
    """Outlets by key, name and domain. A name or domain of two outlets finds none: abstaining beats guessing."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.by_key = {outlet.key: outlet for outlet in outlets}
        self._names: dict[str, Outlet | None] = {}
        self._domains: dict[str, Outlet | None] = {}
        for outlet in self.by_key.values():
            names = {_plain(name) for name in (outlet.key, outlet.name, *outlet.variants)}
            for table, forms in ((self._names, names), (self._domains, set(outlet.domains))):
                for form in forms:
                    table[form] = outlet if table.get(form, outlet) is outlet else None

    def named(self, name: str) -> Outlet | None:
        """The outlet of a name, a key, a domain or an address, also with a section behind it ("X | أخبار")."""
        name = name[:_LONGEST].strip()
        found = self._called(name) or self.at(name)
        parts = [part for part in _PARTS.split(name) if part.strip()]
        if found or len(parts) < 2:
            return found
        held = {outlet for part in parts if (outlet := self._called(part))}
        return held.pop() if len(held) == 1 else None

    def _called(self, name: str) -> Outlet | None:
        """A name as the table has it comes before one without its head: صحيفة الجزيرة is not قناة الجزيرة."""
        plain = _plain(name)
        if plain in self._names:
            return self._names[plain]
        head, _, rest = fold(name).text.strip().partition(" ")
        return self._names.get(_plain(rest)) if head in _HEADS else None

    def at(self, address: str | None) -> Outlet | None:
        """The outlet of an address (https://www.example.org/x) or a host, by the longest domain that is known."""
        if not address:
            return None
        try:
            host = (urlsplit(address if "//" in address else f"//{address}").hostname or "").lower()
        except ValueError:
            return None
        if not _HOST.fullmatch(host):
            return None
        labels = host.split(".")
        return next((o for n in range(len(labels) - 1) if (o := self._domains.get(".".join(labels[n:])))), None)


def outlets_of(resources: Resources) -> Outlets:
    """The registry, the user's rows in it. Raises ResourceError where a row is wrong."""
    return Outlets(_rows(resources))


def tags(resources: Resources) -> Iterator[Entry]:
    """The tags of datelines as lexicon entries, whose value is the outlet."""
    for outlet in resources.of(outlets_of).by_key.values():
        for tag in outlet.tags:
            yield Entry(fold(tag).text, TAG_CLASS, PARTICLE, outlet)


def _rows(resources: Resources) -> Iterator[Outlet]:
    for row in resources.rows(TABLE):
        try:
            outlet = Outlet(
                row["key"], row["name"], _listed(row["variants"]), tuple(d.lower() for d in _listed(row["domains"])),
                _listed(row["tags"]), row["country"], row["language"], row["kind"], row["side"],
            )  # fmt: skip
        except KeyError as error:
            raise ResourceError(f"{TABLE}: the column {error} is missing: see the head of marsad's own table") from None
        if not outlet.key or not outlet.name or outlet.kind not in KINDS:
            which = outlet.key or outlet.name or "a row"
            raise ResourceError(f"{TABLE}: {which} lacks a key, a name, or a kind of {', '.join(sorted(KINDS))}")
        yield outlet


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _plain(name: str) -> str:
    """A name without what makes no difference: case, spelling, blanks, points."""
    return re.sub(r"[\W_]+", "", fold(name[:_LONGEST]).text.casefold())
