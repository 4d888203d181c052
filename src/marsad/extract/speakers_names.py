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
PRONOUNS = frozenset({"هو", "هي", "هم", "وهو", "وهي", "وهم", "فهو", "فهي", "فهم", "هما", "نحن", "انا"})
SO = frozenset({"فان", "فانه", "فانها", "فقد"})
NO_PHRASE = PREPOSITIONS | THAT | CLAUSES | SO | {"ممن", "مما", "بمن"}
_NO_NAME = NO_PHRASE | {"ل"}
_BEHIND_NAMES = PREPOSITIONS | {"،", ",", "ل"}
# What happened, told as a noun: the names behind it are no longer those of who tells it.
_TOLD = frozenset({"trigger", "claimed"})


class Names:
    """Finds names in the noun phrases of one text; `actors`, `times`, `places` are its mentions by first token."""

    def __init__(
        self,
        text: Text,
        matches: Matches,
        actors: dict[int, list[Placed]],
        times: dict[int, list[Placed]],
        places: dict[int, list[Placed]],
        segmenter: Segmenter,
    ) -> None:
        self.text, self.tokens, self.matches = text, text.tokens, matches
        self.actors, self.times = actors, times
        self._segmenter = segmenter
        self._tells_ya = " على " in text.raw
        self._ends = {p.last for here in (*actors.values(), *places.values()) for p in here}

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
            if k > at and not marked and any(m.entry.cls in _TOLD for m in self.matches.at[k]):
                if k != of + 1:
                    return None
                of = k
            for placed in self.actors.get(k, ()):
                if placed.mention.type != "person":
                    bodies = True
                elif placed.prefix in ("", "و") and self.tokens[k - 1].form not in PREPOSITIONS:
                    if k - 1 > at and self._serves(k - 1):
                        return None  # مستشار للرئيس فلان، الحكومة برئاسة فلان
                    if acting_for >= 0 and not bodies and all(map(self._is_title, range(acting_for + 1, k))):
                        return None  # the spokesman of somebody
                    return placed if not (placed.prefix == "و" and k > at) else None
        return None

    def stranger(self, at: int, limit: int) -> ActorRef | None:
        """A name that no list knows, behind a title and before `limit`: "the photographer T. K. said that …".

        Words without the article that follow a definite noun are no adjectives of it; nor is what a comma parts."""
        if not any(m.entry.cls in TITLES for m in self.matches.at[at]):
            return None
        for last in range(at + 1, limit):
            first = self._stranger_first(at, last) if self._may_end(last, limit) else -1
            if first >= 0:
                span = self.text.span(first, last)
                return ActorRef(self.text.words(span), span.start, span.end, None, "person")
        return None

    def _may_end(self, last: int, limit: int) -> bool:
        """Whether a name may end at a token: speech, a sign, a preposition or a time follows."""
        k = last + 1
        if k == limit or k in self.times or self.tokens[k].form in _BEHIND_NAMES:
            return True
        return any(p.prefix[:1] == "ل" for p in self.actors.get(k, ()))

    def _stranger_first(self, at: int, last: int) -> int:
        """The first word of an unknown name that ends at a token, -1 where none does."""
        first = last + 1
        while first - 1 > at and last - first < _LONGEST_NAME - 1 and self._unknown(first - 1):
            if self.tokens[first - 1].form.startswith("ال") and first <= last:
                break
            first -= 1
        words = last - first + 1
        if words < 1 or first <= at or self.matches.is_in(first, "no_name"):
            return -1
        before = self.tokens[first - 1].form
        apart, ranked = before in "،,", self.matches.is_in(first - 1, "rank")
        if not apart and not ranked and not before.startswith("ال") and first - 1 not in self._ends:
            return -1
        if words < _SHORTEST_NAME and not (ranked and first - 1 > at):
            return -1
        if self.tokens[first].form.startswith("ال") and not apart and not ranked:
            return -1
        odd = self.tokens[first].form.endswith(_FEMININE_OR_PLURAL) or self.written_to(first)
        odd = odd or any(self.tokens[k].form.endswith("ا") and self._tanwin(k) for k in range(first, last + 1))
        return -1 if odd or all(self.tokens[k].form.endswith("ا") for k in range(first, last + 1)) else first

    def _tanwin(self, at: int) -> bool:
        return "ً" in self.text.raw[self.tokens[at].start : self.tokens[at].end]

    def whole_name(self, named: Placed, limit: int) -> tuple[ActorRef, int] | None:
        """A person's name with the parts of it behind, that no list knows, up to where the phrase ends."""
        k = named.last + 1
        whole = self.tokens[named.last].form.startswith("ال")  # behind a surname an adjective follows
        while k < min(limit, named.last + 4) and self._unknown(k):
            if self._tanwin(k) or self.matches.is_in(k, "no_name") or self.written_to(k):
                break
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
        return any(m.entry.cls in ("rank", "office", "nation_adjective") for m in self.matches.at[at])

    def _serves(self, at: int) -> bool:
        """Whether a preposition is written to a title or a noun before a name: somebody else acts for him."""
        here = self.matches.at[at]
        titles = [m for m in here if m.entry.cls in ("office", "rank")]
        if titles:
            return all(m.prefix.preposition for m in titles)
        return self.tokens[at].form.startswith("ب") and self.matches.is_in(at, "led_by")

    def in_apposition(self, at: int, person: int) -> bool:
        """Whether a comma, or a comma and a title, stands right before a name (المتحدث، العقيد فلان)."""
        k = person - 1
        while k > at and any(m.entry.cls in TITLES for m in self.matches.at[k]):
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
        if token.form == "علي":
            return self._tells_ya and self.text.raw[token.end - 1] == "ي"
        return token.word and not self.matches.at[at] and token.form not in _NO_NAME


def ref(placed: Placed) -> ActorRef:
    """A mention as it fills a slot."""
    actor = placed.mention
    return ActorRef(actor.text, actor.start, actor.end, actor.key, actor.type)
