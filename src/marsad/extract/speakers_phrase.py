"""The noun phrase that names a speaker: a name, a name behind its title, a common noun with what belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from marsad.analysis import Analysis
from marsad.extract.speakers_extent import Extents
from marsad.extract.speakers_names import NO_PHRASE, PRONOUNS, TITLES, Names, ref
from marsad.grammar.scene import Placed
from marsad.model import ActorRef
from marsad.text.clitics import Segmenter

_THIS = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء", "اوليك"})
_NAMELESS = frozenset({"المصدر", "المصادر", "للمصدر", "للمصادر"})
_WITH = frozenset({"ومعه", "ومعها", "ومعهم"})
_NO_SUBJECT = NO_PHRASE | PRONOUNS


class Subject(NamedTuple):
    """Who speaks, and the token right behind the words that say so.

    `estimate` where the noun itself is one (a poll, a study)."""

    speakers: tuple[ActorRef, ...]
    past: int
    estimate: bool = False


class NounPhrases:
    """Reads the noun phrases of speakers in one text; `actors`, `times`, `places` are its mentions by first token."""

    def __init__(
        self,
        analysis: Analysis,
        actors: dict[int, list[Placed]],
        times: dict[int, list[Placed]],
        places: dict[int, list[Placed]],
        segmenter: Segmenter,
    ) -> None:
        self.text, self.matches = analysis.text, analysis.matches
        self.tokens = self.text.tokens
        self.actors, self.times = actors, times
        self.names = Names(self.text, self.matches, actors, times, places, segmenter)
        self.extents = Extents(analysis, actors, times, self.names, segmenter)

    def read(self, at: int, limit: int, plain: bool, prefixed: bool = False, marked: bool = True) -> Subject | None:
        """The speaker whose noun phrase begins at token `at`; see Speakers.behind."""
        if at >= limit or not self.tokens[at].word or at in self.times:
            return None
        if self.tokens[at].form in _NO_SUBJECT and not self.extents.is_ali(at):
            return None
        if self.matches.is_in(at, "say_part"):
            return None
        if self.tokens[at].form in _THIS and at + 1 < limit and self.matches.is_in(at + 1, "speaker"):
            return self.read(at + 1, limit, plain, prefixed, marked)  # يقول هذا الناشط
        if self.tokens[at].form == "كل" and at + 2 < limit and self.tokens[at + 1].form == "من":
            return self.read(at + 2, limit, plain, prefixed, marked)
        named = next((p for p in self.actors.get(at, ()) if p.prefix in ("", "و", "ف")), None)
        if named is not None and not prefixed and self.tokens[at].form.startswith("لل"):
            return None  # للجيش: to whom, not who
        if named is not None and named.mention.type == "person":
            return self._with_others(named, limit)
        known = self.matches.starting(at, "speaker")
        known = [m for m in known if not m.prefix.preposition or (prefixed and m.prefix.preposition == "ل")]
        person = self.names.person(at, limit, marked)
        if (
            person is not None
            and named is None
            and not known
            and (self.names.apart(at, person.first) or (person.first - at > 1 and not self._definite(at)))
        ):
            person = None  # "Kifah M., adviser to the president, said": the name is one that no list knows
        if person is not None and self.names.apart(at, person.first) and not self.names.in_apposition(at, person.first):
            person = None  # "the family, according to a channel, …": what stands apart is no part of the phrase
        if named is not None and not marked and person is not None and person.first > named.last + 2:
            person = None
        if not marked and self.tokens[at].form in _NAMELESS:
            person = None
        if person is not None and (self.extents.of_others(at, person.first) or self.matches.is_in(at, "held_by")):
            person = None  # the forces loyal to somebody, activists accused somebody, the office of somebody
        if person is not None and (named is not None or known or plain or person.first - at <= 5):
            return self._with_others(person, limit, alone=True)
        stranger = self.names.stranger(at, limit) if marked else None
        if stranger is not None:
            return Subject((stranger,), limit)
        if named is not None:
            return self._with_others(named, limit)
        if not known and not (plain and self._may_be_name(at, limit)):
            return None
        skip = known[0].fstart - self.tokens[at].fstart if known and not known[0].prefix.article else 0
        skip = len(known[0].prefix.conjunction) if known and known[0].prefix.article else skip
        return self._unnamed(at, limit, skip, marked)

    def _definite(self, at: int) -> bool:
        titled = any(m.entry.cls in TITLES for m in self.matches.at[at])
        return titled or self.tokens[at].form.startswith("ال")

    def _may_be_name(self, at: int, limit: int) -> bool:
        """Whether an unknown word can be a name: nothing is written to it, or it alone stands before the speech."""
        token = self.tokens[at]
        if token.form.startswith("لل") or token.form in _THIS or self.matches.starting(at, "say_phrase"):
            return False
        if not self.names.written_to(at):
            return True
        alone = at + 1 == limit and token.form.startswith("ل") and not self.matches.at[at]
        return alone and not any(p.prefix for p in self.actors.get(at, ())) and not self.extents.owned(at)

    def _unnamed(self, at: int, limit: int, skip: int, marked: bool) -> Subject:
        """A speaker told by a common noun; the body that a figure or a channel belongs to where it is named."""
        past = self.extents.unquoted(at, self.extents.end(at, limit, marked), limit)
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

    def _with_others(self, named: Placed, limit: int, alone: bool = False) -> Subject:
        """A named speaker and those joined to it: "Kyiv, and the West with it"."""
        whole = self.names.whole_name(named, limit) if named.mention.type == "person" else None
        refs, past = ([whole[0]], whole[1]) if whole else ([ref(named)], named.last + 1)
        closed = self.extents.unquoted(named.first, past, limit) if named.mention.type != "person" else past
        if closed > past and self.text.words(self.text.span(named.first, closed - 1)) != named.mention.text:
            span = self.text.span(named.first, closed - 1)  # صحيفة «كذا نيوز»: more of a name than a list knows
            refs, past = [ActorRef(self.text.words(span), span.start, span.end, None, named.mention.type)], closed
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
