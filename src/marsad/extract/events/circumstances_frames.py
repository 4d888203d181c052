"""Whether a place holds for all of a sentence, and where a speaker's words begin and end."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from marsad.cues import PLACE_CUES, cue
from marsad.extract.events.circumstances_spots import HOLDS

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# Prepositions of place.
_WITHIN = cue("held", PLACE_CUES)


def frames(analysis: Analysis, sentence: Sentence, chain: list[Placed]) -> bool:
    """Whether a place opens the sentence and holds for all of it: وفي تعز قصف فلان كذا فيما ...; سوريا: مقتل عشرة."""
    past = chain[-1].last + 1
    if past < sentence.past and analysis.text.tokens[past].form == ":":
        return True
    return chain[0].first - sentence.first <= HOLDS and held(analysis, chain[0])


def held(analysis: Analysis, placed: Placed) -> bool:
    """Whether a preposition of place holds it; else it belongs to somebody's name or to what is spoken of."""
    if placed.prefix.endswith("ب"):
        return True
    tokens = analysis.text.tokens[max(0, placed.first - HOLDS) : placed.first]
    forms = {t.form for t in tokens} | {t.form[1:] for t in tokens if t.form.startswith(("و", "فف"))}
    nouns = (m for t in tokens for m in analysis.matches.at[t.n] if m.entry.cls == "place_noun")
    return not _WITHIN.isdisjoint(forms) or any(m.prefix.preposition == "ب" for m in nouns)


def speakers(analysis: Analysis, sentence: Sentence) -> list[tuple[int, int, int]]:
    """Where each speaker of a sentence is named, from the cue to what is said, and where that ends: a place named
    there is where somebody spoke."""
    tokens = analysis.text.tokens
    first, past = tokens[sentence.first].start, tokens[sentence.past - 1].end
    found = []
    for k in range(bisect_left(analysis.statements, first, key=lambda s: s.start), len(analysis.statements)):
        statement = analysis.statements[k]
        if statement.start >= past:
            break
        if (
            statement.content is not None
            and statement.speaker is not None
            and statement.start < statement.content.start
        ):
            found.append((statement.start, statement.content.start, statement.content.end))
    return found
