"""All numbers of a text, with fractions, vague counts and signs."""

from __future__ import annotations

from fractions import Fraction

from marsad.lexicon.automaton import Matches
from marsad.numbers.compose import Cardinals, Sum
from marsad.numbers.number import Number, role_of
from marsad.numbers.words import NumberWord, number_words
from marsad.text.view import Text

# Hundreds of thousands of millions is the longest that is written.
_MOST_PLURALS = 3
# So many digits are told one by one behind a decimal sign.
_MOST_DIGITS = 12


def read_numbers(text: Text, matches: Matches) -> tuple[Number, ...]:
    """The numbers of a text in order, none inside another; list markers and dates are numbers here too."""
    reader = _Reader(text, matches)
    found: list[Number] = []
    place = 0
    for at in sorted(reader.words):
        if at < place:
            continue
        number = reader.read(at, text.sentence_tokens[text.tokens[at].sentence][1])
        if number is not None:
            found.append(number)
            place = number.last + 1
    return tuple(found)


class _Reader:
    def __init__(self, text: Text, matches: Matches) -> None:
        self.text = text
        self.matches = matches
        self.words = number_words(text, matches)
        self.cardinals = Cardinals(text.tokens, self.words)

    def read(self, at: int, end: int) -> Number | None:
        for way in (self._signed, self._fraction, self._few, self._vague, self._cardinal):
            number = way(at, end)
            if number is not None:
                return number
        return None

    # -- whole numbers and what follows them

    def _cardinal(self, at: int, end: int) -> Number | None:
        read = self.cardinals.read(at, end)
        if read is None:
            return None
        past, total = read
        value, scale = total.value(), total.scale()
        kind = "fraction" if "/" in self.text.tokens[at].form else "cardinal"
        for follow in (self._over, self._parts, self._decimals, self._and_part, self._but_part):
            more = follow(at, past, end, total)
            if more is not None:
                past, value, kind = more
                scale = scale if follow in (self._and_part, self._but_part) else 1
                break
        return self._make(at, past - 1, kind, value, scale)

    def _and_part(self, at: int, past: int, end: int, total: Sum) -> tuple[int, Fraction, str] | None:
        """And a half: مليون ونصف المليون, ثلاثة وربع, مئة وثلاثة أرباع."""
        where, joined = self.cardinals.linked(past, end)
        if not joined or where >= end:
            return None
        size = total.scale()
        part = self._part_at(where, end, tens=total.tens)
        if part is None:
            return None
        share, after = part
        scale = self.cardinals.word(after, end)
        if size > 1 and scale is not None and scale.kind == "scale" and scale.value == size:
            after += 1
        return after, total.value() + share * size, "cardinal"

    def _but_part(self, at: int, past: int, end: int, total: Sum) -> tuple[int, Fraction, str] | None:
        """Less a quarter: مليون إلا ربعا."""
        if past + 1 >= end or self.text.tokens[past].form != "الا":
            return None
        for word in self.words.get(past + 1, ()):
            if word.kind == "part" and not word.skip and not word.owned and not word.definite:
                return past + 2, total.value() - word.value * total.scale(), "cardinal"
        return None

    def _part_at(self, at: int, end: int, tens: bool) -> tuple[Fraction, int] | None:
        """A fraction that follows an و: its value and past-last token."""
        for word in self.words.get(at, ()):
            if word.kind == "part" and not word.owned and not word.definite:
                return word.value, at + 1
            if word.kind == "tens" and word.value == 50 and tens:
                return Fraction(2, 5), at + 1  # خمسين behind tens can only be two fifths
        count = self.words[at][0] if at in self.words else None
        below = self.words.get(at + 1, ())
        if count is not None and count.kind == "unit" and at + 1 < end:
            for word in below:
                if word.kind == "parts":
                    return count.value * word.value, at + 2
        return None

    def _parts(self, at: int, past: int, end: int, total: Sum) -> tuple[int, Fraction, str] | None:
        """Three quarters; twenty-three fifths, spelt ثلاثة وعشرون خمس; three of twenty-one, as sums spell it."""
        for word in self.words.get(past, ()) if past < end else ():
            if word.skip or word.definite:
                continue
            if word.kind == "unit":
                where, joined = self.cardinals.linked(past + 1, end)
                tens = self.cardinals.word(where, end)
                if joined and tens is not None and tens.kind == "parts":
                    return where + 1, total.value() / (word.value + 1 / tens.value), "fraction"
            if word.kind == "parts" or (word.kind == "short" and total.value() > 10):
                return past + 1, total.value() * word.value, "fraction"
        return None

    def _over(self, at: int, past: int, end: int, total: Sum) -> tuple[int, Fraction, str] | None:
        """One of three, 1 على 20, twenty parts of twenty-five."""
        if past + 1 >= end:
            return None
        form, one = self.text.tokens[past].form, total.value() == 1
        if self.cardinals.kind(past, end) == "share" and self.text.tokens[past + 1].form == "من":
            return self._share(past + 2, end, total.value())
        if form == "علي" or (form == "من" and one):
            start = past + 1
            if form == "من" and self.text.tokens[start].form == "كل":
                start += 1
            return self._share(start, end, total.value())
        if form == "من" and at == self.text.sentence_tokens[self.text.tokens[at].sentence][0]:
            # Three of twenty are three, unless nothing else is said.
            share = self._share(past + 1, end, total.value())
            return share if share is not None and share[0] == end else None
        return None

    def _share(self, at: int, end: int, count: Fraction) -> tuple[int, Fraction, str] | None:
        word = self.cardinals.word(at, end)
        below = self.cardinals.read(at, end) if word and not word.skip and not word.definite else None
        if below is None or below[1].value() == 0:
            return None
        whole = below[1].value()
        if count > whole and whole in (100, 1000):
            # Two hundred and seventy-one hundredths is written for 200 and 71 hundredths.
            return below[0], count - count % whole + count % whole / whole, "cardinal"
        return below[0], count / whole, "fraction"

    def _decimals(self, at: int, past: int, end: int, total: Sum) -> tuple[int, Fraction, str] | None:
        """Two فاصلة three: 2.3; two فاصلة three of a hundred: 2.03; digits may be told one by one."""
        if self.cardinals.kind(past, end) != "point":
            return None
        below = self.cardinals.read(past + 1, end)
        if below is None or below[1].value().denominator != 1:
            return None
        after, digits = below[0], int(below[1].value())
        if after + 1 < end and self.text.tokens[after].form == "من":
            share = self._share(after + 1, end, Fraction(digits))
            if share is not None:
                return share[0], total.value() + share[1], "cardinal"
        size = below[1].scale()  # 3 فاصلة 5 ملايين
        spelt, place = str(digits // size), after
        while digits < 10 and place < min(end, past + _MOST_DIGITS):
            word = self.cardinals.word(place, end)
            if word is None or word.kind != "unit" or word.skip or word.definite:
                break
            read = self.cardinals.read(place, end)
            if read is None or read[0] != place + 1 or not 0 <= read[1].value() <= 9:
                break
            spelt, place = f"{spelt}{word.value}", place + 1
        return place, (total.value() + Fraction(int(spelt), 10 ** len(spelt))) * size, "cardinal"

    # -- fractions alone

    def _fraction(self, at: int, end: int) -> Number | None:
        for word in self.words[at]:
            if word.kind == "share" and at + 2 < end and self.text.tokens[at + 1].form == "من":
                share = self._share(at + 2, end, Fraction(1))
                return self._make(at, share[0] - 1, "fraction", share[1]) if share else None
            if word.kind == "part" and not word.definite:
                return self._part_of(at, end, word)
            if word.kind == "short" and self._reads_as_fraction(word, at, end):
                return self._part_of(at, end, word)
        return None

    def _part_of(self, at: int, end: int, word: NumberWord) -> Number:
        """Half; half a million; a fifth of the twenty."""
        scale = self.cardinals.word(at + 1, end)
        if not word.owned and scale is not None and not scale.skip:
            if scale.kind in ("scale", "dozen") and not scale.definite:
                return self._make(at, at + 1, "cardinal", word.value * scale.value, int(scale.value))
            if scale.definite and scale.kind in ("tens", "teen", "hundred"):
                return self._make(at, at + 1, "cardinal", word.value * scale.value)
        return self._make(at, at, "fraction", word.value)

    def _reads_as_fraction(self, word: NumberWord, at: int, end: int) -> bool:
        """خُمس against خمس: the damma says so, or a singular with the article, or nothing that it could count."""
        token = self.text.tokens[at]
        if "\u064f" in self.text.raw[token.start : token.start + 3 + word.skip]:
            return True
        first, past = self.text.sentence_tokens[token.sentence]
        if past - first == 1 and word.value in (Fraction(1, 5), Fraction(1, 8)):
            return True
        if at + 1 < end and self.matches.is_in(at + 1, "whole"):
            return True
        if word.value not in (Fraction(1, 5), Fraction(1, 10)) or at + 1 >= end or word.definite or word.owned:
            return False  # ثمن is a price far more often than an eighth, سبع a part of names
        after = self.text.tokens[at + 1].form
        return len(after) > 4 and after.startswith("ال") and not after.endswith(("ات", "الاف"))

    # -- numbers that are no numbers

    def _few(self, at: int, end: int) -> Number | None:
        """Three to nine: of ones, of tens, hundreds, thousands (بضع مئات); بضعة عشر is 13 to 19."""
        word = self.words[at][0]
        if word.kind not in ("few", "several"):
            return None
        kind = word.kind
        multiple, past = self._plural(at + 1, end)
        if kind == "few":
            if self.cardinals.kind(at + 1, end) == "ten":
                return self._make(at, at + 1, "few", Fraction(0))
            return self._make(at, past - 1, kind, multiple or Fraction(1))
        if multiple is None:
            return self._make(at, at, "several", None)
        return self._make(at, past - 1, "vague", multiple * 2)

    def _vague(self, at: int, end: int) -> Number | None:
        multiple, past = self._plural(at, end)
        return None if multiple is None else self._make(at, past - 1, "vague", multiple * 2)

    def _plural(self, at: int, end: int) -> tuple[Fraction | None, int]:
        """Dozens, hundreds of thousands: what they multiply, and the past-last token."""
        multiple, place = Fraction(1), at
        while place < min(end, at + _MOST_PLURALS):
            word = self.cardinals.word(place, end)
            if word is None or word.kind not in ("vague", "scales") or (place > at and word.skip):
                break
            multiple *= word.value
            place += 1
        return (multiple, place) if place > at else (None, at)

    def _signed(self, at: int, end: int) -> Number | None:
        if self.cardinals.kind(at, end) != "minus" or at + 1 not in self.words or at + 1 >= end:
            return None
        number = self._cardinal(at + 1, end)
        if number is None or number.value is None:
            return None
        return self._make(at, number.last, number.kind, -number.value, number.scale)

    def _make(self, first: int, last: int, kind: str, value: Fraction | None, scale: int = 1) -> Number:
        word = self.words[first][0]
        span = self.text.span(first, last, word.skip)
        figures = all(self.text.tokens[i].form[0].isdecimal() for i in range(first, last + 1))
        role = role_of(kind, value, figures, span.end - span.start)
        owned = self.words[last][0].owned if last in self.words else False
        return Number(
            span.start, span.end, first, last, kind, value, scale, figures, word.definite, owned, word.joined, role
        )
