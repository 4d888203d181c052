"""Words of the lexicons found in a text by one automaton."""

from marsad.lexicon.automaton import Automaton, Match, Matches
from marsad.lexicon.entry import Entry, Variant, variants
from marsad.lexicon.words import read_words

__all__ = ["Automaton", "Entry", "Match", "Matches", "Variant", "read_words", "variants"]
