"""What the parts of this layer look things up in: one document's tokens, mentions and words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from marsad.analysis import Analysis
from marsad.grammar.scene import Placed
from marsad.lexicon.automaton import Match
from marsad.lexicon.entry import NOUN, VERB
from marsad.model import Span

if TYPE_CHECKING:
    from marsad.extract.reasons.clause import Act

SIGNS = frozenset("،؛,;:.؟?!()[]…")
STRONG_SIGNS = frozenset("؛;:؟?!.…")


class Ground:
    """One analysis, indexed for this layer."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.tokens = analysis.text.tokens
        self.starts = analysis.text.starts
        self.matches = analysis.matches
        self.at = analysis.matches.at
        scene = analysis.scene("actor", "place", "event", "time")
        self.actors = scene.mentions["actor"]
        self.places = scene.mentions["place"]
        self.times = {first: placed[0].last for first, placed in scene.mentions["time"].items()}
        self.inside_time = {t for first, last in self.times.items() for t in range(first, last + 1)}
        self.events = scene.mentions["event"]
        self.scene = scene
        self.inside_actor = {
            t for placed in self.actors.values() for p in placed for t in range(p.first + 1, p.last + 1)
        }
        # The first token of the name that each later or only token belongs to, and the last of each name by its first.
        self.names_end = {first: here[0].last for layer in (self.places, self.actors) for first, here in layer.items()}
        self.names = {t: first for first, last in self.names_end.items() for t in range(first, last + 1)}
        # The words by which doers.py knows who acts without a name, and nouns that tell an act (act_head.py).
        holding = self.matches.holding
        self.doing = holding["group_noun"] | holding["nation_adjective"]
        self.deeds = holding["act_noun"] | holding["doing_noun"] | holding["done_to"]
        # What verbs.py and clause.py have read already, by token.
        self.finite: dict[int, bool] = {}
        self.acts: dict[int, Act | None] = {}
        self.speakers = {
            (s.speaker.start, s.speaker.end)
            for s in analysis.statements
            if s.speaker is not None and s.speaker.start is not None
        }
        self.perpetrators = {p.start for event in analysis.events for p in event.perpetrators if p.start is not None}
        self.contents = sorted(
            (s for s in analysis.statements if s.content is not None), key=lambda s: s.content.start if s.content else 0
        )
        self.cues = {bisect_right(self.starts, s.start) - 1 for s in analysis.statements}

    def match(self, token: int, cls: str) -> Match | None:
        """The longest match of a class that begins at a token."""
        return next(iter(self.matches.starting(token, cls)), None)

    def is_in(self, token: int, cls: str) -> bool:
        """Whether a match of a class begins at a token."""
        return token in self.matches.holding[cls]

    def verb(self, token: int) -> bool:
        """Whether a token is a verb of any lexicon."""
        found = self.at[token]
        verbs = [m for m in found if m.entry.part == VERB and m.entry.cls != "no_purpose"]
        if not verbs:
            return False
        if all(m.suffix == "ه" for m in verbs):  # سيطرة is no سيطر with a pronoun
            return not any(m.entry.part == NOUN and not m.suffix and m.first == m.last for m in found)
        return True

    def raw(self, token: int) -> str:
        """A token's letters as they stand in the text."""
        return self.text.raw[self.tokens[token].start : self.tokens[token].end]

    def sentence(self, token: int) -> tuple[int, int]:
        """(first, past-last) token of a token's sentence."""
        return self.text.sentence_tokens[self.tokens[token].sentence]

    def actors_in(self, first: int, past: int) -> list[Placed]:
        """Actor mentions that begin in a stretch of tokens, in order, the longest at each token."""
        return [self.actors[t][0] for t in range(first, past) if t in self.actors]

    def span(self, first: int, last: int, skip: int = 0) -> Span:
        """The raw span of tokens, without quotation marks at its ends."""
        return self.text.span(first, last, skip)

    def words(self, first: int, last: int) -> str:
        """The verbatim words of tokens."""
        return self.text.words(self.text.span(first, last))
