"""Names in the noun phrase of a speaker: behind a title, in apposition, or known to no list."""

from __future__ import annotations

from marsad.extract.modality_words import CLAUSES, THAT
from marsad.grammar.scene import Placed
from marsad.lexicon.automaton import Matches
from marsad.model import ActorRef
from marsad.text.clitics import Segmenter
from marsad.text.view import Text

_SHORTEST_NAME, _LONGEST_NAME = 2, 4  # words of a name that no list knows
TITLES = frozenset({"speaker", "office", "rank"})
_FEMININE_OR_PLURAL = ("ون", "ين", "يه", "ات")
PREPOSITIONS = frozenset({
    "في", "من", "الي", "علي", "عن", "مع", "عبر", "خلال", "امام", "لدي", "حول", "ضد", "بين", "منذ", "قبل", "بعد", "عقب",
    "عند", "اثناء", "تحت", "فوق", "وفي", "ومن", "وعن", "بحسب", "حسب",
})  # fmt: skip
RELATIVES = frozenset({"الذي", "التي", "الذين", "والذي", "والتي", "والذين"})
SO = frozenset({"فان", "فانه", "فانها", "فقد"})
NO_PHRASE = PREPOSITIONS | THAT | CLAUSES | SO
# What happened, told as a noun: the names behind it are no longer those of who tells it.
_TOLD = frozenset({"trigger", "claimed"})


class Names:
    """Finds names in the noun phrases of one text. `actors` and `times` are its mentions by their first token."""

    def __init__(
        self,
        text: Text,
        matches: Matches,
        actors: dict[int, list[Placed]],
        times: dict[int, list[Placed]],
        segmenter: Segmenter,
    ) -> None:
        self.text, self.tokens, self.matches = text, text.tokens, matches
        self.actors, self.times = actors, times
        self._segmenter = segmenter

    def person(self, at: int, limit: int, marked: bool) -> Placed | None:
        """A person's name in the phrase that begins at a token: behind a title, or in apposition."""
        bodies = False
        acting_for, of = -1, at  # of: the last word of "commander of the battle for the liberation of"
        for k in range(at, limit):
            form = self.tokens[k].form
            if form in RELATIVES or form in ":.؛" or self.matches.is_in(k, "speaker_end"):
                return None
            if form == "باسم":
                acting_for, bodies = k, False
            if k > at and not marked and any(m.entry.cls in _TOLD for m in self.matches.at.get(k, ())):
                if k != of + 1:
                    return None
                of = k
            for placed in self.actors.get(k, ()):
                if placed.mention.type != "person":
                    bodies = True
                elif placed.prefix in ("", "و") and self.tokens[k - 1].form not in PREPOSITIONS:
                    if acting_for >= 0 and not bodies and all(map(self._is_title, range(acting_for + 1, k))):
                        return None  # the spokesman of somebody
                    return placed if not (placed.prefix == "و" and k > at) else None
        return None

    def stranger(self, at: int, limit: int) -> ActorRef | None:
        """A name that no list knows, at the end of a definite phrase: "the photographer T. K. said that …".

        Words without the article that follow a definite noun are no adjectives of it."""
        last = limit - 1
        apart = last > at and self.tokens[last].form in "،,"
        last -= apart
        first = last + 1
        while first - 1 > at and last - first < _LONGEST_NAME - 1 and self._unknown(first - 1):
            if self.tokens[first - 1].form.startswith("ال") and not apart:
                break
            first -= 1
        if not last - first + 1 >= _SHORTEST_NAME or first <= at:
            return None
        if apart and self.tokens[first - 1].form not in "،,":
            return None
        if self.tokens[first - 1].form in PREPOSITIONS or self.tokens[first].form.endswith(_FEMININE_OR_PLURAL):
            return None
        if self.written_to(first) or all(self.tokens[k].form.endswith("ا") for k in range(first, last + 1)):
            return None
        definite = any(self.tokens[k].form.startswith("ال") or k in self.actors for k in range(at, first))
        if not definite or not any(m.entry.cls in TITLES for m in self.matches.at.get(at, ())):
            return None
        span = self.text.span(first, last)
        return ActorRef(self.text.words(span), span.start, span.end, None, "person")

    def whole_name(self, named: Placed, limit: int) -> tuple[ActorRef, int] | None:
        """A person's name with the parts of it behind, that no list knows, up to where the phrase ends."""
        k = named.last + 1
        whole = self.tokens[named.last].form.startswith("ال")  # behind a surname an adjective follows
        while k < min(limit, named.last + 4) and self._unknown(k):
            if self.tokens[k].form.startswith("ال") and (whole or self.tokens[k].form.endswith(("ين", "ون"))):
                break
            k += 1
        ends = k == limit or not self.tokens[k].word or self.tokens[k].form in NO_PHRASE or k in self.times
        ends = ends or self.tokens[k].form == "ل" or any(p.prefix == "ل" for p in self.actors.get(k, ()))
        if k == named.last + 1 or not ends:
            return None
        start = named.mention.start
        end = self.tokens[k - 1].end
        return ActorRef(self.text.raw[start:end], start, end, None, "person"), k

    def _is_title(self, at: int) -> bool:
        """Whether a word is part of a title in front of a name: الرئيس الأفغاني."""
        return any(m.entry.cls in ("rank", "office", "nation_adjective") for m in self.matches.at.get(at, ()))

    def in_apposition(self, at: int, person: int) -> bool:
        """Whether a comma, or a comma and a title, stands right before a name (المتحدث، العقيد فلان)."""
        k = person - 1
        while k > at and any(m.entry.cls in TITLES for m in self.matches.at.get(k, ())):
            k -= 1
        return self.tokens[k].form in "،,"

    def apart(self, at: int, person: int) -> bool:
        """Whether a comma parts the phrase that begins at a token from a person's name."""
        return any(self.tokens[k].form in "،," for k in range(at, person))

    def written_to(self, at: int) -> bool:
        """Whether a preposition or a pronoun is written to a word."""
        split = self._segmenter.split(self.text.raw[self.tokens[at].start : self.tokens[at].end])
        return split.parts.preposition != "" or split.suffix != ""

    def _unknown(self, at: int) -> bool:
        token = self.tokens[at]
        return token.word and not self.matches.at.get(at) and token.form not in NO_PHRASE | {"ل"}


def ref(placed: Placed) -> ActorRef:
    """A mention as it fills a slot."""
    actor = placed.mention
    return ActorRef(actor.text, actor.start, actor.end, actor.key, actor.type)
