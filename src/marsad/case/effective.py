"""What holds: a record as the machine read it, with people's decisions applied. The record itself is never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from marsad.case.history import VERDICTS, Decision, active
from marsad.case.layers import LAYERS, Plain, identities
from marsad.text.affixes import NAME_PREFIXES, SWALLOWED_PREFIXES
from marsad.text.fold import fold_word

MACHINE, ACCEPTED, CORRECTED, ADDED, REJECTED = "machine", "accepted", "corrected", "added", "rejected"
STATES = (MACHINE, ACCEPTED, CORRECTED, ADDED, REJECTED)


@dataclass(frozen=True, slots=True)
class Effective:
    """An item as it holds. `machine` is as it was read, None for one that a person added; `value` with all
    corrections, of which `changed` names the fields. A rejected item keeps its value, to be shown."""

    layer: str
    identity: str
    state: str
    machine: Plain | None
    value: Plain
    changed: tuple[str, ...] = ()


def effective(record: Plain, history: Sequence[Decision], aliases: Mapping[str, str]) -> list[Effective]:
    """The items of a record, layer by layer in the text's order, after the decisions on its document.

    `aliases` hold for the whole case: folded name to key; a person's correction of an item stands above them."""
    by_item: dict[str, list[Decision]] = {}
    for decision in active(history):
        if decision.identity:
            by_item.setdefault(decision.identity, []).append(decision)
    renamed = _Renaming(record, aliases) if aliases else None
    found = []
    for layer in LAYERS:
        machine: Sequence[Plain] = record[layer]
        for identity, item in zip(identities(layer, machine), machine, strict=True):
            value, changed = renamed(layer, item) if renamed else (item, ())
            start = Effective(layer, identity, CORRECTED if changed else MACHINE, item, value, changed)
            found.append(_decided(start, by_item.get(identity, ())))
    found.extend(_added(by_item))
    return sorted(found, key=lambda e: (LAYERS.index(e.layer), e.value["start"], -e.value["end"], e.identity))


def orphans(record: Plain | None, history: Sequence[Decision]) -> list[Decision]:
    """Decisions that still hold on items that the record no longer has: kept, and shown to the person."""
    known = {identity for layer in LAYERS for identity in identities(layer, record[layer])} if record else set()
    held = active(history)
    known |= {d.identity for d in held if d.action == "add" and d.identity}
    return [d for d in held if d.identity and d.identity not in known]


def _decided(item: Effective, decided: Sequence[Decision]) -> Effective:
    value, changed, state = dict(item.value), list(item.changed), item.state
    for decision in decided:
        if decision.action == "correct" and decision.field:
            value[decision.field] = decision.value
            changed.append(decision.field)
        if decision.action in VERDICTS:
            state = {"accept": ACCEPTED, "reject": REJECTED, "correct": CORRECTED}[decision.action]
    if state == ACCEPTED and changed:
        state = CORRECTED
    if state in (ACCEPTED, CORRECTED) and item.state == ADDED:
        state = ADDED
    return replace(item, state=state, value=value, changed=tuple(dict.fromkeys(changed)))


def _added(by_item: Mapping[str, Sequence[Decision]]) -> Iterator[Effective]:
    for identity, decided in by_item.items():
        for decision in decided:
            if decision.action == "add":
                layer = identity.partition(":")[0]
                yield _decided(Effective(layer, identity, ADDED, None, decision.value), decided)


class _Renaming:
    """Aliases applied to one record: to mentions with that name, those that refer back to them, and other items."""

    def __init__(self, record: Plain, aliases: Mapping[str, str]) -> None:
        self._keys = {form: key for name, key in aliases.items() for form in written_forms(name)}
        self._mentions: dict[str, str] = {}
        # A mention refers back to one before it, so one pass in the text's order follows each chain.
        for actor in sorted(record["actors"], key=lambda a: (a["start"], a["end"])):
            key = self._keys.get(fold_word(actor["text"])) or self._mentions.get(actor["head"] or "")
            if key:
                self._mentions[actor["id"]] = key
        self._spans = {
            (a["start"], a["end"]): self._mentions[a["id"]] for a in record["actors"] if a["id"] in self._mentions
        }

    def __call__(self, layer: str, item: Plain) -> tuple[Plain, tuple[str, ...]]:
        """The item with the keys of the aliases, and the fields that this changes."""
        if layer == "actors":
            key = self._mentions.get(item["id"])
            return ({**item, "key": key}, ("key",)) if key and key != item["key"] else (item, ())
        changes = {name: new for name, old in item.items() if (new := self._renamed(old)) != old}
        return ({**item, **changes}, tuple(changes)) if changes else (item, ())

    def _renamed(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return [self._renamed(part) for part in value]
        if isinstance(value, Mapping) and "key" in value and "text" in value:
            key = self._keys.get(fold_word(value["text"])) or self._spans.get((value["start"], value["end"]))
            return {**value, "key": key} if key else value
        return value


def written_forms(name: str) -> set[str]:
    """A folded name with all that may be written in one with it: والكتيبة, للكتيبة."""
    forms = {prefix + name for prefix in NAME_PREFIXES}
    if name.startswith("ال"):
        forms |= {prefix + name[2:] for prefix in SWALLOWED_PREFIXES}
    return forms
