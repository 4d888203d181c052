"""What a trigger reaches in its sentence: the limits of its clause, and the parties inside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.actors.nations import ADJECTIVE
from marsad.cues import cue
from marsad.extract.events.roles_agreement import Agreement
from marsad.extract.events.sentence import between
from marsad.extract.events.triggers_checks import noun_like

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.roles_aims import Aims
    from marsad.extract.events.sentence import Sentence
    from marsad.lexicon import Match
    from marsad.lexicon.automaton import Matches
    from marsad.text.view import Token

STOP_SIGNS = frozenset({".", ":", "؛", "؟", "!", "«", "»"})
_OPENING = ("«", "“", '"', ":")
# Words between a party and who backs it, and between an aircraft and the words that tell whose it is.
_ALLY = 5
_CRAFT = 2
# Who leads a force is named with it, and is no second party.
_LEADING = cue("leading")
# Endings of that with a pronoun: what follows is told of somebody named before (إنه، أنها، بأنهم).
_SELVES = ("انه", "انها", "انهم", "انهما")
# Behind these no verb stands: a noun spelt alike does (في تجمع).
_BEFORE_NOUN = frozenset({"في", "من", "الي", "علي", "عن", "مع", "داخل", "قرب", "ضد"})
# Bodies in whose name a person acts.
_OFFICES = frozenset({"government", "organisation", "political", "international", "media"})
# A relative clause names its own subject this near behind the pronoun (التي يسيطر عليها فلان).
_INNER = 3
# Words of a person's title, and what they are.
_TITLES, _TITLED = 4, ("office", "rank", ADJECTIVE)
# Words of a title between a body and the person who acts for it.
_TITLE = 3
# The same where his rank stands before his name: عضو لجنة كذا في البرلمان العراقي النائب فلان.
_OFFICE = 5


def _stops(matches: Matches) -> list[int]:
    """The tokens of a text that are signs which end a clause, in order."""
    forms = matches.text.forms
    return sorted([i for sign in STOP_SIGNS for i in forms.get(sign, ())])


class Reach:
    """The clause limits of a sentence and the parties in reach of its triggers."""

    def __init__(self, analysis: Analysis, sentence: Sentence, found: list[Draft], aims: Aims) -> None:
        self.sentence, self.found, self.aims_of = sentence, found, aims
        self.tokens: tuple[Token, ...] = analysis.text.tokens
        self.nominals = sentence.nominals
        self.raw, self._matches = analysis.text.raw, analysis.matches
        self.starts = {d.first for d in found}
        self.agreement = Agreement(analysis)
        self.speech = {m.first for m in sentence.of("speech")}
        self.new: set[int] = set()
        self.relative: set[int] = set()
        for match in sentence.of("clause"):
            if match.entry.value == "new":
                self.new.add(match.first)
            elif match.entry.value == "relative":
                self.relative.add(match.first)
        verbs = [m.first for cls in ("trigger_verb", "light") for m in sentence.of(cls) if not noun_like(m)]
        verbs += [m.first for m in sentence.of("toll") if m.entry.part == "verb"]
        self.verbs = self._acting(verbs)
        signs = between(analysis.matches.derived(_stops), sentence.first, sentence.past)
        self._ends = {*signs, *self.new, *self.speech}
        # Where the clause of a trigger may end, in order.
        self._limits = sorted(self._ends | self.verbs | self.starts)

    # Words that few triggers ask for: looked for when one does.

    @cached_property
    def selves(self) -> set[int]:
        """Where words like أنها end: what follows is told of somebody named before."""
        return {m.last for m in self.sentence.of("clause") if m.entry.form.endswith(_SELVES)}

    @cached_property
    def strikers(self) -> set[int]:
        """Where what strikes by itself is named: aircraft, guns."""
        return {m.first for m in self._within("striker")}

    @cached_property
    def whose(self) -> set[int]:
        """The same without an article: قصفت الطائرات مواقع فلان, where what has its article is no owner's."""
        return {m.first for m in self._within("striker") if not m.prefix.article}

    @cached_property
    def movers(self) -> set[int]:
        """Where a noun of movement stands, whose genitive is who moves."""
        return {m.first for m in self._within("mover")}

    @cached_property
    def announcing(self) -> set[int]:
        """Where a word of announcing ends."""
        return {m.last for m in self._within("announcing")}

    @cached_property
    def beginning(self) -> set[int]:
        """Where a verb of beginning ends."""
        return {m.last for m in self._within("beginning")}

    @cached_property
    def condemned(self) -> set[int]:
        """Where a noun of what is condemned ends."""
        return {m.last for m in self._within("condemned")}

    @cached_property
    def papers(self) -> set[int]:
        """Where a text is named that speaks."""
        return {m.first for m in self._within("paper")}

    @cached_property
    def held(self) -> set[int]:
        """Where a noun ends that says whose kin or office is meant."""
        return {m.last for m in self._within("held_by")}

    @cached_property
    def undergone(self) -> set[int]:
        """Where a noun stands whose genitive mostly undergoes the act."""
        return {m.first for m in self._within("undergone") if m.entry.value != "place"}

    @cached_property
    def national(self) -> set[int]:
        """Where an indefinite adjective of a nation stands: behind one a noun has no genitive (غارة أميركية)."""
        return {m.first for m in self._within(ADJECTIVE) if not self.tokens[m.first].form.startswith("ال")}

    @cached_property
    def freed(self) -> set[int]:
        """Where a noun of an act stands that a place undergoes."""
        return {m.first for m in self._within("undergone") if m.entry.value == "place"}

    @cached_property
    def aims(self) -> list[Match]:
        """Nouns of action that may be an aim."""
        named = {n.first for n in self.nominals}
        return [m for m in self._within("aim") if m.first not in named]

    def parted(self, light: Match, draft: Draft) -> bool:
        """Whether another clause lies between a verb and the noun."""
        words = self.tokens[light.last + 1 : draft.first]
        return any(a.form == "،" and b.form.startswith("و") for a, b in pairwise(words))

    def unnamed(self, token: int) -> bool:
        """Whether a definite noun stands at a token that no time or noun of place holds; whether a party does, who
        asks knows."""
        if not self.tokens[token].form.startswith("ال") or self._matches.is_in(token, "link"):
            return False
        times = any(t.first <= token <= t.last for t in self.sentence.times)
        return not times and not self._matches.is_in(token, "place_noun")

    def _within(self, cls: str) -> list[Match]:
        return self._matches.within(cls, self.sentence.first, self.sentence.past)

    def _acting(self, verbs: list[int]) -> set[int]:
        """Of the words that may be verbs those that are one where they stand."""
        if not verbs:
            return set()
        links, names, ends = self.sentence.links, {n.first for n in self.nominals}, {n.last for n in self.nominals}
        carry = {m.first for m in self.sentence.of("carry")}
        acting = set()
        for i in verbs:
            held, link = links.get(i - 1), links.get(i)
            if i in names or (held is not None and held.entry.form in _BEFORE_NOUN) or (i in carry and i - 1 in ends):
                continue
            if link is None or link.first != i or link.suffix or self.expresses(link):
                acting.add(i)
        return acting

    def expresses(self, word: Match) -> bool:
        """Whether a word spelt like a preposition is the verb: عبر عن, not عبر الحدود."""
        return word.last + 1 < self.sentence.past and self.tokens[word.last + 1].form == "عن"

    def right(self, draft: Draft) -> int:
        """Past-last token of what can belong to a trigger on its right."""
        skip = {t.first for t in draft.tails}
        for i in self._limits[bisect_right(self._limits, draft.last) :]:
            if i in skip:
                continue
            if i in self._ends or i in self.verbs or (i > draft.last + 1 and not draft.verb):
                return i
        return self.sentence.past

    def left(self, first: int) -> int:
        """First token of the clause that holds a trigger."""
        k = bisect_left(self._limits, first)
        return self._limits[k - 1] + 1 if k else self.sentence.first

    def free(self, nominal: Nominal, draft: Draft) -> bool:
        """A speaker is a party of what he does himself (اتهم), not of what he tells."""
        if nominal.link in ("source", "none") or nominal.head - 1 in self.announcing:
            return False
        if not nominal.speaker:
            return True
        return nominal.cue is not None and (self.tokens[draft.first].start <= nominal.cue < self.tokens[draft.last].end)

    def inner(self, nominal: Nominal) -> bool:
        """Whether a party belongs to a relative clause: no subject of the verbs behind it."""
        reach = range(nominal.head - _INNER, nominal.head)
        return any(i in self.relative for i in reach) and not any(self.tokens[i].form == "،" for i in reach if i >= 0)

    def served(self, i: int) -> bool:
        """Whether a word says what something is for: قوات لقتال فلان."""
        return any(m.first == i and m.prefix.preposition == "ل" for m in self.aims)

    def of_another(self, nominal: Nominal) -> bool:
        """Whether a person is named only to say whose kin or office is meant: عائلة فلان."""
        if nominal.kind != "person" or not nominal.named:
            return False
        first = nominal.head - 1
        while first > nominal.head - _TITLES and any(self._matches.is_in(first, cls) for cls in _TITLED):
            first -= 1
        if first < nominal.head - 1:  # معقل الرئيس فلان; the government of a president is his
            return any(m.last == first and m.entry.value == "home" for m in self._within("held_by"))
        return not self.held.isdisjoint(range(first, nominal.first))

    def titles(self, words: range) -> bool:
        """Whether words are all of a person's title."""
        return all(any(self._matches.is_in(i, cls) for cls in (*_TITLED, "state_body", "office_word")) for i in words)

    def one_of(self, parties: list[Nominal]) -> bool:
        """Whether it is left open which of several parties it was: الجيش أو التحالف."""
        return any(self.tokens[n.head - 1].form == "او" or self.tokens[n.head].form == "او" for n in parties[1:])

    def quoted(self, nominal: Nominal, first: int) -> bool:
        """Whether a quotation opens between a party and a trigger: قال فلان «قتل عشرة»."""
        return self.quote_opens(nominal.last, first)

    def quote_opens(self, first: int, last: int) -> bool:
        """Whether a quotation or a list opens between two tokens."""
        between = self.raw[self.tokens[first].end : self.tokens[last].start]
        return any(mark in between for mark in _OPENING)

    def group(self, nominal: Nominal) -> list[Nominal]:
        """A party with those coordinated to it."""
        at = self.nominals.index(nominal)
        members = [nominal]
        for following in self.nominals[at + 1 :]:
            if not following.joined:
                break
            members.append(following)
        return members

    def band(self, nominal: Nominal) -> list[Nominal]:
        """A party that acts, with those coordinated to it and those who back it (مدعوما بفلان)."""
        members = self.group(nominal)
        at = self.nominals.index(members[-1]) + 1
        while at < len(self.nominals):
            ally = self.nominals[at]
            if ally.link != "co" or ally.head - members[-1].last > _ALLY or ally.link_word in _LEADING:
                break
            members.append(ally)
            at += 1
        return members

    def owned(self, nominal: Nominal) -> bool:
        """Whether something owned by a party is meant that does not strike itself: a post, not an aircraft."""
        if not nominal.asset:
            return False
        before, inside = range(nominal.head - _CRAFT, nominal.head), range(nominal.head, nominal.first + 1)
        # الطيران التابع لفلان strikes, whatever its article.
        belongs = any(m.first == nominal.head and m.entry.value == "of" for m in self.sentence.of("asset"))
        striking = self.strikers if belongs else self.whose
        return striking.isdisjoint(before) and self.strikers.isdisjoint(inside)

    def group_ending(self, nominal: Nominal) -> list[Nominal]:
        at = self.nominals.index(nominal)
        first = at
        while first > 0 and self.nominals[first].joined:
            first -= 1
        return list(self.nominals[first : at + 1])

    def holder(self, group: list[Nominal]) -> list[Nominal]:
        """The person behind a body in whose name he acts: رئيس الجمعية فلان."""
        first = group[0]
        at = self.nominals.index(first)
        if not first.named or len(group) > 1 or not (first.kind in _OFFICES or self.headed(first)):
            return group
        if at + 1 < len(self.nominals):
            following = self.nominals[at + 1]
            gap = self.tokens[first.last + 1 : following.head]
            if any(t.n in self.verbs for t in gap):
                return group
            plain = following.kind == "person" and following.named and not following.link and not following.joined
            near = len(gap) <= _TITLE or (
                len(gap) <= _OFFICE
                and gap[0].form == "في"
                and any(m.last == following.head - 1 for m in self.sentence.of("rank"))
            )
            if plain and near and all(t.word for t in gap):
                return self.group(following)
        return group

    def headed(self, body: Nominal) -> bool:
        """Whether a body is named in the office of its head: زعيم حزب الله فلان."""
        near = range(body.head - 1, body.first)
        return any(m.first in near for cls in ("office", "leader") for m in self.sentence.of(cls))

    def titled(self, body: Nominal) -> list[Nominal]:
        """The person whose title names his body: القيادي في التنظيم فلان."""
        at = self.nominals.index(body) + 1
        if at < len(self.nominals):
            person = self.nominals[at]
            if person.kind == "person" and person.named and not person.joined and person.head <= body.last + 3:
                return self.group(person)
        return []
