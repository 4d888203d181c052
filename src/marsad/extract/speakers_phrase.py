"""The noun phrase that names a speaker: a name, a name behind its title, a common noun with what belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.modality_words import CLAUSES, THAT
from marsad.grammar.scene import Placed
from marsad.lexicon.automaton import Matches
from marsad.lexicon.entry import NAME, NOUN
from marsad.lexicon.entry import VERB as VERB_PART
from marsad.model import ActorRef
from marsad.text.clitics import Segmenter
from marsad.text.view import Text

_LONGEST = 8  # words of a speaker who has no name
_SHORTEST_NAME, _LONGEST_NAME = 2, 4  # words of a name that no list knows
_TITLES = frozenset({"speaker", "office", "rank"})
_FEMININE_OR_PLURAL = ("ون", "ين", "يه", "ات")
PREPOSITIONS = frozenset({
    "في", "من", "الي", "علي", "عن", "مع", "عبر", "خلال", "امام", "لدي", "حول", "ضد", "بين", "منذ", "قبل", "بعد", "عقب",
    "عند", "اثناء", "تحت", "فوق", "وفي", "ومن", "وعن", "بحسب", "حسب",
})  # fmt: skip
_WITHIN = frozenset({"في", "من", "لدي", "داخل", "وسط", "ب"})
_WITH = frozenset({"ومعه", "ومعها", "ومعهم"})
RELATIVES = frozenset({"الذي", "التي", "الذين", "والذي", "والتي", "والذين"})
_SO = frozenset({"فان", "فانه", "فانها", "فقد"})
_NO_PHRASE = PREPOSITIONS | THAT | CLAUSES | _SO
# What happened, told as a noun: the names behind it are no longer those of who tells it.
_TOLD = frozenset({"trigger", "claimed"})


class Subject(NamedTuple):
    """Who speaks, and the token right behind the words that say so.

    `estimate` where the noun itself is one (a poll, a study)."""

    speakers: tuple[ActorRef, ...]
    past: int
    estimate: bool = False


class NounPhrases:
    """Reads the noun phrases of speakers in one text. `actors` and `times` are its mentions by their first token."""

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
        self._tells_ya = " على " in text.raw

    def read(self, at: int, limit: int, plain: bool, prefixed: bool = False, marked: bool = True) -> Subject | None:
        """The speaker whose noun phrase begins at token `at`; see Speakers.behind."""
        if at >= limit or not self.tokens[at].word:
            return None
        if self.tokens[at].form in _NO_PHRASE and not self._ali(at):
            return None
        named = next((p for p in self.actors.get(at, ()) if p.prefix in ("", "و", "ف")), None)
        if named is not None and named.mention.type == "person":
            return self._with_others(named, limit)
        known = self.matches.starting(at, "speaker")
        known = [m for m in known if not m.prefix.preposition or (prefixed and m.prefix.preposition == "ل")]
        person = self._person(at, limit, marked)
        if (
            person is not None
            and named is None
            and not known
            and (self._apart(at, person.first) or (person.first - at > 1 and not self._definite(at)))
        ):
            person = None  # "Kifah M., adviser to the president, said": the name is one that no list knows
        if person is not None and self._apart(at, person.first) and self.tokens[person.first - 1].form not in "،,":
            person = None  # "the family, according to a channel, …": what stands apart is no part of the phrase
        if named is not None and not marked and person is not None and person.first > named.last + 2:
            person = None
        if person is not None and (named is not None or known or plain or person.first - at <= 5):
            return self._with_others(person, limit, alone=True)
        stranger = self._stranger(at, limit) if marked else None
        if stranger is not None:
            return Subject((stranger,), limit)
        if named is not None:
            return self._with_others(named, limit)
        if not known and not (plain and self._may_be_name(at, limit)):
            return None
        skip = known[0].fstart - self.tokens[at].fstart if known and not known[0].prefix.article else 0
        return self._unnamed(at, limit, skip, marked)

    def _definite(self, at: int) -> bool:
        titled = any(m.entry.cls in _TITLES for m in self.matches.at.get(at, ()))
        return titled or self.tokens[at].form.startswith("ال")

    def _may_be_name(self, at: int, limit: int) -> bool:
        """Whether an unknown word can be a name: nothing is written to it, or it alone stands before the speech."""
        token = self.tokens[at]
        if token.form.startswith("لل"):
            return False
        if not self._written_to(at):
            return True
        alone = at + 1 == limit and token.form.startswith("ل") and not self.matches.at.get(at)
        return alone and not any(p.prefix for p in self.actors.get(at, ())) and not self._owned(at)

    def _stranger(self, at: int, limit: int) -> ActorRef | None:
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
        if self._written_to(first):
            return None
        definite = any(self.tokens[k].form.startswith("ال") or k in self.actors for k in range(at, first))
        if not definite or not any(m.entry.cls in _TITLES for m in self.matches.at.get(at, ())):
            return None
        span = self.text.span(first, last)
        return ActorRef(self.text.words(span), span.start, span.end, None, "person")

    def _apart(self, at: int, person: int) -> bool:
        """Whether a comma parts the phrase that begins at a token from a person's name."""
        return any(self.tokens[k].form in "،," for k in range(at, person))

    def _ali(self, at: int) -> bool:
        """Whether علي is the name, in a text that writes the preposition على."""
        token = self.tokens[at]
        return token.form == "علي" and self._tells_ya and self.text.raw[token.end - 1] == "ي"

    def _unnamed(self, at: int, limit: int, skip: int, marked: bool) -> Subject:
        """A speaker told by a common noun; the body that a figure or a channel belongs to where it is named."""
        past = self._end(at, limit, marked)
        values = {m.entry.value for k in range(at, past) for m in self.matches.starting(k, "speaker")}
        near = (p for k in range(at + 1, min(limit, at + 4)) for p in self.actors.get(k, ()))
        owner = next((p for p in near if p.prefix == ""), None)
        if owner is not None and ("held" in values or (owner.first == at + 1 and owner.mention.type == "media")):
            return Subject((ref(owner),), max(past, owner.last + 1))
        span = self.text.span(at, past - 1, skip)
        inside = next((p.mention for k in range(at, past) for p in self.actors.get(k, ())), None)
        estimate = "estimate" in values
        kind = inside.type if inside is not None and not estimate else None
        speaker = ActorRef(self.text.words(span), span.start, span.end, None, kind)
        return Subject((speaker,), past, estimate)

    def _owned(self, at: int) -> bool:
        """Whether a pronoun is written to a noun: what the speaker has or does, no part of its name."""
        token = self.tokens[at]
        form = token.form
        if not form.endswith(("ه", "ها", "هم")) or self.text.raw[token.end - 1] == "ة":
            return False
        return self._segmenter.split(self.text.raw[token.start : token.end]).suffix != ""

    def _written_to(self, at: int) -> bool:
        """Whether a preposition or a pronoun is written to a word."""
        split = self._segmenter.split(self.text.raw[self.tokens[at].start : self.tokens[at].end])
        return split.parts.preposition != "" or split.suffix != ""

    def _person(self, at: int, limit: int, marked: bool) -> Placed | None:
        """A person's name in the phrase that begins at a token: behind a title, or in apposition."""
        bodies = False
        acting_for = False
        for k in range(at, limit):
            form = self.tokens[k].form
            if form in RELATIVES or form in ":.؛":
                return None
            if form == "باسم":
                acting_for, bodies = True, False
            if k > at and not marked and any(m.entry.cls in _TOLD for m in self.matches.at.get(k, ())):
                return None
            for placed in self.actors.get(k, ()):
                if placed.mention.type != "person":
                    bodies = True
                elif placed.prefix in ("", "و") and self.tokens[k - 1].form not in PREPOSITIONS:
                    if acting_for and not bodies:
                        return None
                    return placed if not (placed.prefix == "و" and k > at) else None
        return None

    def _end(self, at: int, limit: int, marked: bool) -> int:
        """The token behind a phrase that names its speaker by a common noun."""
        k = at + 1
        while k < min(limit, at + _LONGEST):
            token = self.tokens[k]
            form = token.form
            here = self.actors.get(k, ())
            if here and here[0].prefix[:1] == "ل":
                return k  # "residents told the paper": لـ
            if (
                form == "."
                and self.tokens[k - 1].end == token.start
                and k + 1 < limit
                and self.tokens[k + 1].start == token.end
            ):
                k += 1  # the stops of an abbreviation
                continue
            if here and here[0].prefix in ("", "ب", "و", "ال"):
                k = here[0].last + 1
                if here[0].prefix != "":
                    return min(k, limit)
                continue
            if form == "من" and k == at + 1 and self.matches.is_in(at, "some"):
                k += 1
                continue
            if form in _WITHIN and k + 1 in self.actors:
                return min(self.actors[k + 1][0].last + 1, limit)
            if form in "#_":
                k += 1
                continue
            if (
                not token.word
                or (form in PREPOSITIONS and not self._ali(k))
                or form == "قد"
                or form in CLAUSES
                or form in THAT
                or form in _SO
                or k in self.times
            ):
                return k
            if not marked and not form.startswith("ال") and self.tokens[k - 1].form.startswith("ال"):
                return k  # أكد المنسق الدولي أهمية …: what is said begins
            if form in ("ل", "ب") or self._breaks(k) or self._owned(k):
                return k
            k += 1
        return k

    def _breaks(self, at: int) -> bool:
        """Whether a word ends a noun phrase: a verb, or a noun with a preposition other than باسم."""
        if self.tokens[at].form == "باسم":
            return False
        here = self.matches.at.get(at, ())
        nominal = any(m.entry.part in (NOUN, NAME) and not m.prefix.preposition for m in here)
        return bool(here) and not nominal and any(m.entry.part == VERB_PART or m.prefix.preposition for m in here)

    def _with_others(self, named: Placed, limit: int, alone: bool = False) -> Subject:
        """A named speaker and those joined to it: "Kyiv, and the West with it"."""
        whole = self._whole_name(named, limit) if named.mention.type == "person" else None
        refs, past = ([whole[0]], whole[1]) if whole else ([ref(named)], named.last + 1)
        if alone:
            return Subject(tuple(refs), past)
        while past < limit:
            following = past + (self.tokens[past].form in _WITH)
            joined = next(
                (p for p in self.actors.get(following, ()) if p.prefix.startswith("و") or following > past), None
            )
            if joined is None:
                break
            refs.append(ref(joined))
            past = joined.last + 1
        if past < limit and any(m.prefix.conjunction == "و" for m in self.matches.starting(past, "speaker")):
            other = self.read(past, limit, plain=False)
            if other is not None:
                return Subject((*refs, *other.speakers), other.past)
        return Subject(tuple(refs), past)

    def _whole_name(self, named: Placed, limit: int) -> tuple[ActorRef, int] | None:
        """A person's name with the parts of it behind, that no list knows, up to where the phrase ends."""
        k = named.last + 1
        while k < min(limit, named.last + 4) and self._unknown(k):
            k += 1
        ends = k == limit or not self.tokens[k].word or self.tokens[k].form in _NO_PHRASE or k in self.times
        ends = ends or self.tokens[k].form == "ل" or any(p.prefix == "ل" for p in self.actors.get(k, ()))
        if k == named.last + 1 or not ends:
            return None
        start = named.mention.start
        end = self.tokens[k - 1].end
        return ActorRef(self.text.raw[start:end], start, end, None, "person"), k

    def _unknown(self, at: int) -> bool:
        token = self.tokens[at]
        return token.word and not self.matches.at.get(at) and token.form not in _NO_PHRASE | {"ل"}


def ref(placed: Placed) -> ActorRef:
    """A mention as it fills a slot."""
    actor = placed.mention
    return ActorRef(actor.text, actor.start, actor.end, actor.key, actor.type)
