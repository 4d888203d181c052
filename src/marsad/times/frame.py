"""What a rule of times.yml caught, and what the text has told before: all that a value is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from marsad.grammar import Capture, RuleMatch, Scene
from marsad.numbers import Number
from marsad.times.edtf import Interval, Moment, Value


class Reading(NamedTuple):
    """A value and what it rests on: explicit, publication or context."""

    value: Value
    basis: str
    calendar: str = "gregorian"


@dataclass(slots=True)
class Context:
    """The date of the document, and the dates told so far in it.

    `direction` is "future" where the nearest verb is. `years` and `days` are what the same sentence, or the one
    before it, has dated last; `year` and `day` the last of the whole document.
    `probing` asks only whether words can have a value at all."""

    published: date | None
    direction: str | None = None
    alone: bool = False
    probing: bool = False
    year: int | None = None
    month: int | None = None
    day: date | None = None
    near_year: int | None = None
    near_day: date | None = None

    def learn(self, value: Value, by_date: bool) -> None:
        """Keeps what later words can refer back to. `by_date`: the day was told as a date, not as today or Sunday."""
        last = value.end if isinstance(value, Interval) else value
        first = value.start if isinstance(value, Interval) else value
        if last is None:
            last = first
        if last is None or last.year is None:
            return
        self.year = self.near_year = last.year
        self.near_day = None
        if last.month is not None and last.precision != "season":
            self.month = last.month
        if isinstance(value, Moment) and value.known is not None:
            self.day = value.known
            self.near_day = value.known if by_date else None

    def forget_sentence(self) -> None:
        """A paragraph has ended: what it dated is no longer near."""
        self.near_year = self.near_day = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A rule's match, its captures read as numbers and words."""

    match: RuleMatch
    scene: Scene
    emit: Mapping[str, Any] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.match.captures

    def capture(self, name: str) -> Capture | None:
        """The tokens caught under a name."""
        return self.match.captures.get(name)

    def word(self, name: str) -> str | None:
        """The value that the word table gives to the caught word."""
        caught = self.match.captures.get(name)
        return caught.match.entry.value if caught is not None and caught.match is not None else None

    def integer(self, name: str) -> int | None:
        """The caught number or ordinal, where it is whole."""
        caught = self.match.captures.get(name)
        if caught is None:
            return None
        if caught.match is not None:
            return int(caught.match.entry.value)
        number = caught.mention
        if isinstance(number, Number):
            whole = number.kind == "cardinal" and number.value is not None and number.value.denominator == 1
            return int(number.value) if whole and number.value is not None else None
        form = self.form(name)
        return int(form) if form and form.isdecimal() and len(form) <= 4 else None

    def number(self, name: str) -> Number | None:
        """The caught number as it stands in the text."""
        caught = self.match.captures.get(name)
        return caught.mention if caught is not None and isinstance(caught.mention, Number) else None

    def form(self, name: str) -> str:
        """The folded form of the first caught token."""
        caught = self.match.captures.get(name)
        return self.scene.tokens[caught.first].form if caught is not None else ""

    def after(self) -> str:
        """The folded form of the token behind the match in the same sentence, "" at its end."""
        return self._beside(self.match.last + 1)

    def before(self) -> str:
        """The folded form of the token before the match in the same sentence, "" at its start."""
        return self._beside(self.match.first - 1)

    def follows(self, cls: str) -> bool:
        """Whether a word of a class stands right before the match."""
        at = self.match.first - 1
        return self.scene.matches.is_in(at, cls) and bool(self.before())

    def counts_something(self) -> bool:
        """Whether the word behind the match is a noun that a number would count (so that 2000 is no year)."""
        form = self.after()
        if not form or not form[0].isalpha():
            return form in ("%",)
        at = self.match.last + 1
        return any(
            not (m.prefix.conjunction or m.prefix.preposition)
            for cls in ("counted", "number")
            for m in self.scene.matches.starting(at, cls)
        )

    def _beside(self, at: int) -> str:
        tokens = self.scene.tokens
        if not 0 <= at < len(tokens) or tokens[at].sentence != tokens[self.match.first].sentence:
            return ""
        return tokens[at].form
