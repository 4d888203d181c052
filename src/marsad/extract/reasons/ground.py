"""What the parts of this layer look things up in: one document's tokens, mentions and words."""

from __future__ import annotations

from typing import ClassVar

from marsad.analysis import Analysis
from marsad.grammar.scene import Placed
from marsad.lexicon.automaton import Match
from marsad.lexicon.entry import VERB
from marsad.model import Actor, Span

SIGNS = frozenset("،؛,;:.؟?!()[]…")
STRONG_SIGNS = frozenset("؛;:؟?!.…")


class Ground:
    """One analysis, indexed for this layer."""

    GROUP_RULE: ClassVar[str] = "table:group_noun"

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.tokens = analysis.text.tokens
        self.starts = [t.start for t in analysis.text.tokens]
        self.at = analysis.matches.at
        scene = analysis.scene("actor", "place", "event")
        self.actors = scene.mentions["actor"]
        self.places = scene.mentions["place"]
        self.events = scene.mentions["event"]
        self.scene = scene
        self.inside_actor = {
            t for placed in self.actors.values() for p in placed for t in range(p.first + 1, p.last + 1)
        }
        self.speakers = {
            (s.speaker.start, s.speaker.end)
            for s in analysis.statements
            if s.speaker is not None and s.speaker.start is not None
        }
        self.cues = {p.first for p in map(scene.tokens_of, analysis.statements) if p is not None}

    def match(self, token: int, cls: str) -> Match | None:
        """The longest match of a class that begins at a token."""
        return next((m for m in self.at.get(token, ()) if m.entry.cls == cls), None)

    def is_in(self, token: int, cls: str) -> bool:
        """Whether a match of a class begins at a token."""
        return any(m.entry.cls == cls for m in self.at.get(token, ()))

    def verb(self, token: int) -> bool:
        """Whether a token is a verb of any lexicon."""
        return any(m.entry.part == VERB and m.entry.cls != "no_purpose" for m in self.at.get(token, ()))

    def sentence(self, token: int) -> tuple[int, int]:
        """(first, past-last) token of a token's sentence."""
        return self.text.sentence_tokens[self.tokens[token].sentence]

    def actors_in(self, first: int, past: int) -> list[Placed]:
        """Actor mentions that begin in a stretch of tokens, in order, the longest at each token."""
        return [self.actors[t][0] for t in range(first, past) if t in self.actors]

    def doers_in(self, first: int, past: int) -> list[Placed]:
        """Those and the groups that are no mentions (مسلحون مجهولون), which can act as well."""
        found = self.actors_in(first, past)
        covered = {t for p in found for t in range(p.first, p.last + 1)}
        groups = [
            self._group(match)
            for t in range(first, past)
            if t not in covered and (match := self.match(t, "group_noun"))
        ]
        return sorted((*found, *groups)) if groups else found

    def _group(self, match: Match) -> Placed:
        """A group as a mention that this layer alone uses: the noun with one adjective that agrees with it."""
        last = match.last
        head = self.tokens[match.last].form
        if last + 1 < len(self.tokens):
            following = self.tokens[last + 1].form
            if following[-2:] in ("ون", "ين") and head[-2:] in ("ون", "ين") and following[:2] != "ال":
                last += 1
        span = self.text.slice(match.fstart, self.tokens[last].fend)
        mention = Actor("", span.start, span.end, self.text.words(span), "armed_group", self.GROUP_RULE)
        return Placed(match.first, last, match.prefix.conjunction + match.prefix.preposition, mention)

    def span(self, first: int, last: int, skip: int = 0) -> Span:
        """The raw span of tokens, without quotation marks at its ends."""
        return self.text.span(first, last, skip)

    def words(self, first: int, last: int) -> str:
        """The verbatim words of tokens."""
        return self.text.words(self.text.span(first, last))
