"""The codebook as data: the names that a record may use, their labels in two languages, and other codebooks' names.

The table is data/vocab/codebook.yml. What a conflict is coded as in ACLED and PLOVER follows from the type and the
arguments alone, so that a reader can check it against the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from marsad.errors import ResourceError
from marsad.model.event import CodedAs, PloverType

if TYPE_CHECKING:
    from marsad.resources import Resources

CODEBOOK = Path(__file__).parent / "data" / "vocab" / "codebook.yml"
SECTIONS = (
    "event_types", "statuses", "actor_types", "place_kinds", "reason_categories", "reason_kinds", "statement_kinds",
    "relation_types",
)  # fmt: skip
CONDITIONS = frozenset({"civilians", "state", "force", "sexual", "grenade", "vague"})


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the codebook: labels in English and Arabic, and what it means in a line."""

    name: str
    en: str
    ar: str
    means: str


@dataclass(frozen=True, slots=True)
class AcledRow:
    """What a type is in ACLED where a condition holds (None: always)."""

    when: str | None
    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True)
class EventType(Name):
    """An event type. `violent`: harm belongs to it; `sides`: its parties act on each other or together."""

    plover: str | None = None
    acled: tuple[AcledRow, ...] = ()
    violent: bool = False
    sides: bool = False


@dataclass(frozen=True, slots=True)
class Codebook:
    """All sections by name; `event_types` apart, since they carry more."""

    event_types: Mapping[str, EventType]
    sections: Mapping[str, Mapping[str, Name]] = field(default_factory=dict)

    def acled(self, event_type: str, conditions: Iterable[str]) -> CodedAs | None:
        """ACLED event type and sub-event type, None where ACLED has no such event or the codebook no such type."""
        held = frozenset(conditions)
        entry = self.event_types.get(event_type)
        for row in entry.acled if entry else ():
            if row.when is None or row.when in held:
                return CodedAs(row.event_type, row.sub_event_type)
        return None

    def plover(self, event_type: str) -> PloverType | None:
        """PLOVER type, None where PLOVER has no such event or the codebook no such type."""
        entry = self.event_types.get(event_type)
        return PloverType(entry.plover) if entry and entry.plover else None


@lru_cache(maxsize=1)
def codebook() -> Codebook:
    """marsad's codebook."""
    return read_codebook(CODEBOOK)


def codebook_of(resources: Resources) -> Codebook:
    """marsad's codebook with the event types of a user's folder (vocab/codebook.yml) added or put in their place."""
    book = codebook()
    for path in resources.files("vocab/codebook.yml"):
        if path != CODEBOOK:
            book = _with_own(book, path)
    return book


def _with_own(book: Codebook, path: Path) -> Codebook:
    content = _content(path)
    if set(content) - {"event_types"} or not isinstance(content.get("event_types") or {}, dict):
        raise ResourceError(f"{path}: a codebook of your own holds event_types alone, a map of names")
    own = {name: _name(path, "event_types", name, row) for name, row in (content.get("event_types") or {}).items()}
    types = {**book.event_types, **{name: entry for name, entry in own.items() if isinstance(entry, EventType)}}
    return Codebook(types, {**book.sections, "event_types": types})


def _content(path: Path) -> dict[str, Any]:
    try:
        held = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path}: is no valid YAML in UTF-8: {error}") from None
    if not isinstance(held, dict):
        raise ResourceError(f"{path}: expected a map of sections ({', '.join(SECTIONS)})")
    return held


def read_codebook(path: Path) -> Codebook:
    """A codebook from a YAML file. Raises ResourceError with file and entry where one is incomplete."""
    content = _content(path)
    missing = set(SECTIONS) - set(content)
    if missing:
        raise ResourceError(f"{path}: no section {', '.join(sorted(missing))}")
    sections: dict[str, dict[str, Name]] = {}
    for section in SECTIONS:
        sections[section] = {name: _name(path, section, name, row) for name, row in content[section].items()}
    types = {name: entry for name, entry in sections["event_types"].items() if isinstance(entry, EventType)}
    return Codebook(types, sections)


def _name(path: Path, section: str, name: str, row: dict[str, Any]) -> Name:
    for key in ("en", "ar", "means"):
        if not isinstance(row, dict) or not row.get(key):
            raise ResourceError(f"{path}: {section}.{name} has no {key!r}")
    if section != "event_types":
        return Name(name, row["en"], row["ar"], row["means"])
    try:
        acled = tuple(AcledRow(r.get("when"), r["event_type"], r["sub_event_type"]) for r in row.get("acled") or ())
    except (AttributeError, KeyError, TypeError):
        raise ResourceError(f"{path}: {section}.{name}: each row of acled has event_type and sub_event_type") from None
    unknown = {r.when for r in acled if r.when} - CONDITIONS
    if unknown:
        raise ResourceError(f"{path}: {section}.{name} asks for {sorted(unknown)}, known: {sorted(CONDITIONS)}")
    return EventType(
        name, row["en"], row["ar"], row["means"], row.get("plover"), acled,
        violent=bool(row.get("violent")), sides=bool(row.get("sides")),
    )  # fmt: skip
