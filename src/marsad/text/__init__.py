"""The text as the steps see it: folded, in sentences and tokens, with offsets that never move."""

from marsad.text.view import Text, Token, read_text

__all__ = ["Text", "Token", "read_text"]
