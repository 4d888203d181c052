"""Numbers in Arabic: words in all cases and genders, figures of three scripts, fractions, vague counts."""

from marsad.numbers.number import Number, plain
from marsad.numbers.read import read_numbers

__all__ = ["Number", "plain", "read_numbers"]
