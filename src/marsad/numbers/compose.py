"""Number words and figures put together: ثلاثمئة وخمسة وأربعون ألفا is one number.

The reader walks forward once, so that its cost is linear in the number of number words."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from marsad.numbers.words import NumberWord, Words
from marsad.text.view import Token

# No news counts further; it also bounds what a text of nothing but millions costs.
_LARGEST, _MOST_GROUPS = 10**24, 7
_ONES, _TEENS, _HUNDREDS = 10, 100, 1000


@dataclass(slots=True)
class Sum:
    """A cardinal on its way: closed groups (value and scale), and the open group below its scale."""

    groups: list[tuple[Fraction, int]] = field(default_factory=list)
    open: Fraction | None = None
    hundreds: bool = False
    tens: bool = False
    ones: bool = False

    def value(self) -> Fraction:
        return sum((v * s for v, s in self.groups), self.open or Fraction(0))

    def scale(self) -> int:
        """The scale that the number ends with: a half after it is a half of this."""
        return self.groups[-1][1] if self.open is None and self.groups else 1

    def add(self, value: Fraction) -> None:
        self.open = (self.open or Fraction(0)) + value

    def close(self, scale: int) -> bool:
        """Ends the open group with a scale; False where it does not fit behind the groups before it."""
        if self.open is None and self.groups:
            value, before = self.groups[-1]
            if before * scale > _LARGEST:
                return False
            self.groups[-1] = (value, before * scale)
            return True
        if self.groups and self.groups[-1][1] <= scale:
            return False
        self.groups.append((Fraction(1) if self.open is None else self.open, scale))
        self.open, self.hundreds, self.tens, self.ones = None, False, False, False
        return True


class Cardinals:
    """Reads whole numbers from the words of one text."""

    def __init__(self, tokens: tuple[Token, ...], words: Words) -> None:
        self.tokens, self.words = tokens, words

    def word(self, at: int, end: int) -> NumberWord | None:
        """The first reading of a token as a number word that is no bare fraction."""
        return self.words[at][0] if at < end and at in self.words else None

    def kind(self, at: int, end: int) -> str:
        """The kind of the word at a token, "" where it is none."""
        word = self.word(at, end)
        return word.kind if word else ""

    def linked(self, at: int, end: int) -> tuple[int, bool]:
        """Where the word after an optional و of its own stands, and whether an و joins it to what is before."""
        if at + 1 < end and self.tokens[at].form == "و" and at + 1 in self.words:
            return at + 1, True
        word = self.word(at, end)
        # وأحد عشر is spelt like واحد عشر once the hamza is folded: behind a number it is the former.
        eleven = bool(word) and self.tokens[at].form == "واحد" and self.kind(at + 1, end) == "ten"
        return at, bool(word and word.joined) or eleven

    def read(self, at: int, end: int) -> tuple[int, Sum] | None:
        """The longest cardinal that begins at a token: its past-last token and its sum."""
        total, place, first = Sum(), at, True
        while place < end:
            where, joined = (place, False) if first else self.linked(place, end)
            word = self.word(where, end)
            if word is None or word.owned or (not first and word.skip and not word.joined):
                break
            past = self._take(total, word, where, end, joined, first)
            if past is None:
                break
            place, first = past, False
        return None if first else (place, total)

    def _take(self, total: Sum, word: NumberWord, at: int, end: int, joined: bool, first: bool) -> int | None:
        """Adds one word to the sum; None where the number ends before it."""
        fresh = total.open is None
        may_follow = first or joined
        match word.kind:
            case "digits":
                return self._digits(total, word, at, end, joined, first)
            case "unit" | "joint" | "ten":
                return self._ones(total, word, at, end, joined, first)
            case "teen" | "tens" if may_follow or (total.hundreds and word.kind == "teen"):
                if total.tens or (total.ones and word.kind == "teen"):
                    return None
                total.add(word.value)
                total.tens = True
                total.ones = total.ones or word.kind == "teen"
                return at + 1
            case "hundred":
                return self._hundred(total, word, at, may_follow, fresh)
            case "dozen" if may_follow or not fresh:
                if joined or fresh:
                    total.add(word.value)
                else:
                    total.open = (total.open or Fraction(1)) * word.value
                total.hundreds = total.tens = total.ones = True
                return at + 1
            case "scale" | "scales" | "double" | "either":
                return self._scale(total, word, at, end, joined, first)
        return None

    def _digits(self, total: Sum, word: NumberWord, at: int, end: int, joined: bool, first: bool) -> int | None:
        if first:
            total.open, past = self._spaced(at, end)
        elif total.open is None and total.groups and word.value < total.groups[-1][1]:
            if not joined and self.kind(at + 1, end) not in ("hundred", "scale", "scales"):
                return None
            total.open, past = word.value, at + 1
        elif joined and total.open is not None and total.hundreds and not total.tens and word.value < 100:
            total.add(word.value)
            past = at + 1
        else:
            return None
        total.tens = total.ones = True
        total.hundreds = word.value >= _TEENS or word.value < 1
        return past

    def _spaced(self, at: int, end: int) -> tuple[Fraction, int]:
        """A figure and the groups of three that blanks part from it: 1 414 021."""
        form, past, digits = self.tokens[at].form, at + 1, self.tokens[at].form
        if form.isdecimal() and len(form) <= 3 and form[0] != "0":
            while past < min(end, at + _MOST_GROUPS):
                after = self.tokens[past]
                whole, point, rest = after.form.partition(".")
                if len(whole) != 3 or not whole.isdecimal() or after.fstart != self.tokens[past - 1].fend + 1:
                    break
                if point and not rest.isdecimal():
                    break
                digits += after.form
                past += 1
                if point:
                    break
        return (Fraction(digits), past) if past > at + 1 else (self.words[at][0].value, past)

    def _ones(self, total: Sum, word: NumberWord, at: int, end: int, joined: bool, first: bool) -> int | None:
        after = self.kind(at + 1, end)
        following = self.word(at + 1, end)
        if not first and after in ("parts", "share"):
            return None  # مئة وثلاثة أرباع: the three counts quarters
        if following and following.kind == "ten" and word.kind != "ten" and not following.skip:
            value, past, teen = word.value + 10, at + 2, True
        else:
            value, past, teen = word.value, at + 1, word.kind == "ten"
        if word.kind == "joint" and not teen and not self._joins_tens(at + 1, end):
            return None
        # Spoken usage leaves the و out after hundreds: متين تلاتة وستين.
        if not (first or joined or (total.hundreds and self._joins_tens(at + 1, end))):
            return None
        if total.ones or total.tens:
            return None
        if total.open is None and total.groups and value >= total.groups[-1][1]:
            return None
        total.add(value)
        total.ones, total.tens = True, teen
        return past

    def _joins_tens(self, at: int, end: int) -> bool:
        where, joined = self.linked(at, end)
        return joined and self.kind(where, end) == "tens"

    @staticmethod
    def _hundred(total: Sum, word: NumberWord, at: int, may_follow: bool, fresh: bool) -> int | None:
        if fresh and may_follow:
            total.add(word.value)
        elif not fresh and not may_follow and word.value == 100 and not total.hundreds and total.open:
            total.open *= 100
        else:
            return None
        total.hundreds = True
        total.tens = total.ones = False
        return at + 1

    def _scale(self, total: Sum, word: NumberWord, at: int, end: int, joined: bool, first: bool) -> int | None:
        size = int(word.value)
        fresh = total.open is None
        if joined and not fresh:
            return None
        if word.kind == "scales" and (first or joined):
            return None  # آلاف with nothing before it counts nothing exactly
        if fresh and not first and not joined and word.kind != "scale" and word.kind != "scales":
            return None
        if joined and total.groups and total.groups[-1][1] <= size:
            return None
        twice = word.kind == "double" or (word.kind == "either" and fresh and self._is_dual(at, end))
        if fresh and (first or joined):
            total.open = Fraction(2 if twice else 1)
        elif twice:
            return None
        return at + 1 if total.close(size) else None

    def _is_dual(self, at: int, end: int) -> bool:
        """ألفا جندي is 2000, ألفا وثلاثمئة and ألفا alone are 1000 with tanwin."""
        if at + 1 >= end or not self.tokens[at + 1].word:
            return False
        where, joined = self.linked(at + 1, end)
        return not (joined and where in self.words)
