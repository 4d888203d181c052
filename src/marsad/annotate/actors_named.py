"""Actors of the dictionary in a text, with the generic noun that belongs to the name and the adjective behind it."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.actors.dictionary import NAME_CLASS, Dictionary, Name
from marsad.actors.nations import ADJECTIVE, CAPITAL, Nations
from marsad.actors.subjects import Subjects
from marsad.annotate.actors_candidate import Candidate, quoted, skip_of
from marsad.lexicon.automaton import Match, Matches
from marsad.resources import Resources
from marsad.text.view import Text

_OFFICES = frozenset({"وزير", "وزيره", "وزراء"})
_EXTENDED = frozenset({"armed_group", "political", "media", "organisation"})
# Words behind a name that are no part of one: judgements, objects, days, names.
_NO_PART = (ADJECTIVE, "epithet", "ground", "name_end", "agreeing", NAME_CLASS)
_HEADED = frozenset({"armed_group", "political", "international", "organisation"})


def _qualifies(text: Text, match: Match) -> bool:
    """Whether a group's name is only the adjective of a definite noun before it (القصف الحوثي)."""
    form = match.entry.form
    if match.first != match.last or any(match.prefix) or not form.startswith("ال") or not form.endswith(("ي", "يه")):
        return False
    if match.entry.value.actor.type != "armed_group" or match.first == 0:
        return False
    before = text.tokens[match.first - 1]
    close = text.tokens[match.first].start - before.end <= 1
    return close and before.sentence == text.tokens[match.first].sentence and before.form.startswith("ال")


def _is_part(text: Text, matches: Matches, match: Match) -> bool:
    """Whether a group's definite name is only the head of a longer, unknown one (الجبهة الوطنية العالمية)."""
    form, at = match.entry.form, match.last + 1
    if match.first == match.last or not form.startswith("ال") or at >= len(text.tokens):
        return False
    if match.entry.value.actor.type not in ("armed_group", "political"):
        return False
    token = text.tokens[at]
    if token.sentence != text.tokens[match.last].sentence or token.start - text.tokens[match.last].end != 1:
        return False
    feminine = form.split(" ", 1)[0].endswith("ه")
    if not token.form.startswith("ال") or not token.form.endswith("يه" if feminine else "ي"):
        return False
    return not any(matches.is_in(at, cls) for cls in _NO_PART)


def actor_country(name: Name) -> str:
    """The country of a name's actor, ISO 3166-1 alpha-2, empty where it has none."""
    return name.actor.country


class NamedActors:
    """Finds the names of the dictionary that count where they stand."""

    def __init__(self, resources: Resources) -> None:
        self._nations = resources.of(Nations)
        self._dictionary = resources.of(Dictionary)

    def find(self, text: Text, matches: Matches, subjects: Subjects) -> Iterator[Candidate]:
        """Candidates, the longest name at each place and its variants."""
        told: dict[str, int] = {}
        weak: list[Match] = []
        for match in matches.of(NAME_CLASS):
            name: Name = match.entry.value
            if name.actor.type == "government" and match.first and text.tokens[match.first - 1].form in _OFFICES:
                continue
            if not name.need:
                told.setdefault(name.actor.key, match.first)
                yield from self._candidates(text, matches, match)
            else:
                weak.append(match)
        for match in sorted(weak, key=lambda m: m.entry.value.need == "earlier"):
            if self._counts(text, matches, match, subjects, told):
                told.setdefault(match.entry.value.actor.key, match.first)
                yield from self._candidates(text, matches, match)

    def _counts(self, text: Text, matches: Matches, match: Match, subjects: Subjects, told: dict[str, int]) -> bool:
        """Whether a name that is an ordinary word too is a name here."""
        name: Name = match.entry.value
        first, last = match.first, match.last
        if name.need in ("label", "quoted"):
            if name.need == "label" and self._label(text, matches, match) is not None:
                return True
            return quoted(text, first, last, match.fstart - text.tokens[first].fstart)
        if name.need == "bare":
            return not match.prefix.preposition and subjects.holds(actor_country(name))
        if name.need == "clear":
            return match.prefix.preposition != "ب"
        if name.need == "agent":
            located = any(matches.is_in(k, "locates") or matches.is_in(k, CAPITAL) for k in (first - 1, first - 2))
            return match.prefix.preposition != "ب" and not located
        need, *countries = name.need.split()
        if need == "context":
            about = name.actor.key in told or any(subjects.holds(c) for c in countries or [name.actor.country])
            return about and match.prefix.preposition != "ب"
        before = told.get(name.actor.key)
        return before is not None or self._titled(matches, first)

    def _titled(self, matches: Matches, first: int) -> bool:
        return any(m.first >= first - 2 for m in matches.ending(first - 1, "rank"))

    def _label(self, text: Text, matches: Matches, match: Match) -> Match | None:
        """A generic noun right before a name: with an article it is a party of its own (اتهم الجيش قوات فلان)."""
        at = match.first - 1
        if at < 0 or match.prefix.conjunction or match.prefix.preposition:
            return None
        if text.tokens[at].sentence != text.tokens[match.first].sentence:
            return None
        labels = (m for m in matches.starting(at, "actor_label") if m.last == at)
        return next((m for m in labels if not m.prefix.article), None)

    def _candidates(self, text: Text, matches: Matches, match: Match) -> Iterator[Candidate]:
        name: Name = match.entry.value
        actor = name.actor
        if _qualifies(text, match) or _is_part(text, matches, match):
            return
        first = match.first + name.title
        skip = 0 if name.title else skip_of(text, match)
        last = self._adjective(matches, match, actor.country, actor.type)
        rule = "table:actors"
        yield Candidate(first, last, skip, actor.type, actor.key, rule, actor.english, weight=5)
        label = self._label(text, matches, match)
        if label is None or name.title:
            return
        head = label.first, last, label.fstart - text.tokens[label.first].fstart
        kind = label.entry.value
        if actor.type in _HEADED:
            yield Candidate(*head, actor.type, actor.key, rule, actor.english, weight=3)
            return
        nation = self._nations.by_country.get(actor.country) if actor.country else None
        if actor.type == "government":
            nation = self._nations.by_key.get(actor.key)
        if actor.type == "person":
            if kind == "government" and nation is not None:
                yield Candidate(*head, "government", nation.key, rule, weight=4)
            elif kind == "force":
                led = self._dictionary.get(actor.parent)
                key = led.key if led is not None else f"{actor.key}_forces"
                yield Candidate(*head, led.type if led is not None else "armed_group", key, rule, weight=4)
        elif actor.type == "government" and nation is not None:
            yield Candidate(*head, "state_force", nation.forces, rule, weight=4)

    def _adjective(self, matches: Matches, match: Match, country: str, kind: str) -> int:
        """The last token of a name with the adjective of its own nation behind it (حزب الله اللبناني)."""
        if kind not in _EXTENDED:
            return match.last
        for m in matches.starting(match.last + 1, ADJECTIVE):
            if not m.entry.value.definite or m.fstart != match.fend + 1:
                continue
            if m.entry.value.nation.iso2 == country or kind == "media":
                return m.last
        return match.last
