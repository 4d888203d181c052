"""The way from words to what governs them in their clause."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.extract.modality_index import Found, Index
from marsad.extract.modality_words import (
    AFTER,
    BETWEEN,
    CLAUSES,
    DURATIVE,
    FUTURE,
    PREPOSITIONS,
    PRESENT,
    PURPOSE,
    STANDING,
    STOPS,
    THAT,
    WITHOUT,
    Governor,
    governor,
)
from marsad.lexicon.automaton import Match
from marsad.lexicon.entry import NOUN, PARTICLE, VERB

_FARTHEST = 24  # words: no clause of a news text is governed from farther away
_LACKING = governor("without", "", "particle")
_WHAT = "لما"  # لما حدث: for what happened
_BE = frozenset({"يكون", "تكون", "يكن", "تكن"})
_WHO = frozenset({"من", "ممن", "ومن", "لمن"})
_SAID_NEXT = 4  # words behind a noun among which its verb in the future may stand
_BEHIND = 5  # words behind a noun among which a judging adjective or verb may stand
_PREVENTED = 6  # words between a verb of preventing and its دون
_ROW = 10  # words from one aim to the last of a row of aims
_WISHED = frozenset({"ان", "وان"})
_TOLD_AN = frozenset({"قبل", "بعد", "منذ", "الي", "ما", "سبق"})  # behind these أن brings in what happened
_BARE = frozenset({"bare"})
_THAT = frozenset({"an"})


class Scope:
    """The governors of the words `first` to `last`, from the inside out."""

    def __init__(self, index: Index, first: int, last: int) -> None:
        self.index, self.first, self.last = index, first, last
        self.tokens = index.text.tokens
        self.start, self.past = index.text.sentence_tokens[self.tokens[first].sentence]
        self._aim = False  # whether the outermost governor is what somebody is brought to, behind ل of purpose

    def governors(self) -> Iterator[Governor]:
        """What governs the words, each next one governing the one before."""
        none = True
        for rule in self._chain():
            none = False
            yield rule
        if self._aim or (none and self._wished()):
            yield PURPOSE

    def _wished(self) -> bool:
        """Whether the words are a verb that only the أن of a wish or duty governs: على القوات أن تستعيد البلدة."""
        before = self.first - 1
        if before <= self.start or self.tokens[before].form not in _WISHED or not self.index.is_imperfect(self.first):
            return False
        told = self.tokens[before - 1].form.lstrip("وف") in _TOLD_AN
        return not told and "إ" not in self.index.text.raw[self.tokens[before].start : self.tokens[before].end]

    def _chain(self) -> Iterator[Governor]:
        """What stands in the clause and governs the words, from the inside out."""
        index, tokens, ending = self.index, self.tokens, self.index.ending
        yield from self._behind()
        head, gap = self.first, 0
        if head in index.futures:
            yield FUTURE
        lowest = max(self.start, self.first - _FARTHEST)
        if ending.keys().isdisjoint(range(lowest, head)):
            return  # as of most words: no word before them governs anything
        predicate = index.is_verb(head)
        if predicate and self._opens_clause(head):
            return
        links, at = self._links(head)
        if links is _THAT and not predicate and self._definite(head):
            return  # what is said of it may be uncertain; it is not
        while at >= lowest:
            found = self._governor(at, links, gap, head) if at in ending else None
            if found is not None:
                match, rule = found
                if rule.role == "past" or (rule.role == "perform" and index.matches.is_in(head, STANDING)):
                    return
                yield _LACKING if rule.role == "negate" and self._of_those(match.first) else rule
                self._aim = rule.role == "bring" and match.prefix.preposition == "ل"
                if self._opens(match):
                    return
                head, gap, predicate = match.first, 0, True
                links, at = self._links(head)
                if match.entry.part == VERB:
                    if match.prefix.preposition == "س" or head in index.futures:
                        yield FUTURE
                    elif rule.role in ("carry", "perform") and self._is_present(head, links):
                        yield PRESENT
                continue
            form = tokens[at].form
            if (form in STOPS and not self._goes_on(at, head)) or form in CLAUSES:
                return
            if form in THAT:
                if not predicate and (links is not _BARE or self._definite(head) or gap > 1):
                    return
                links, gap = _THAT, 0
            else:
                if gap == 0 and links is _BARE and index.is_verb(at):
                    predicate = True  # a plain verb and its noun: what governs the clause reaches both
                gap += 1
            at -= 1

    def _of_those(self, at: int) -> bool:
        """Whether a "not" stands in a clause that tells who is meant: من لم يتم قصف منازلهم."""
        return at > self.start and self.tokens[at - 1].form in _WHO

    def _opens_clause(self, head: int) -> bool:
        """Whether a perfect verb has its conjunction written to it: a clause of its own (حاولوا الفرار فقتلوا)."""
        return self._joined_verb(head) and not self.index.is_imperfect(head)

    def _opens(self, match: Match) -> bool:
        """Whether a governor stands at the head of a clause of its own: وهناك, متهما."""
        joined = bool(match.prefix.conjunction) and match.entry.part == PARTICLE
        return joined or self.tokens[match.first].form in CLAUSES

    def _joined_verb(self, head: int) -> bool:
        here = self.index.matches.at[head]
        verbs = [m for m in here if m.entry.part == VERB]
        joined = bool(verbs) and all(m.prefix.conjunction for m in verbs)
        return joined and not any(m.entry.part == NOUN for m in here)

    def _is_present(self, head: int, links: frozenset[str]) -> bool:
        """Whether a light verb tells of what goes on; in a headline the imperfect tells of what has occurred."""
        return self.tokens[head].sentence > 0 and links is not _THAT and self.index.is_imperfect(head)

    def _goes_on(self, at: int, head: int) -> bool:
        """Whether a comma only parts the links of a chain: "of shelling the town, and of …"."""
        return self.tokens[at].form in "،," and head == at + 1 and self.tokens[head].form.startswith(("وب", "ول"))

    def aspect(self) -> str:
        """Where nothing governs the words: an imperfect of a lasting kind goes on, all else has occurred."""
        if self.first not in self.index.matches.holding[DURATIVE]:
            return "occurred"
        durative = self.index.matches.starting(self.first, DURATIVE)
        lasts = any(m.entry.part == NOUN for m in durative) or self.index.is_imperfect(self.first)
        return "ongoing" if lasts else "occurred"

    def _behind(self) -> Iterator[Governor]:
        """What is said of a noun behind it."""
        index = self.index
        near = range(self.last + 1, min(self.past, self.last + 1 + _BEHIND))
        if index.judging.isdisjoint(near):
            return
        definite = self._definite(self.first)
        if not definite and index.is_verb(self.first) and index.is_imperfect(self.first):
            return
        for at in near:
            form = self.tokens[at].form
            if form in STOPS or form in CLAUSES:
                return
            if definite and at <= self.last + _SAID_NEXT and at in index.futures:
                yield FUTURE  # what a definite noun will do: الاقتراع سيجرى
                return
            for match in index.matches.starting(at, AFTER):
                if match.prefix.conjunction:
                    continue
                lasting = match.entry.value == "ongoing" and not match.prefix.article
                if at == self.last + 1 or match.entry.part == VERB or lasting:
                    yield governor(match.entry.value, "", match.entry.part)
                    return
            if at + 1 < self.past and at in index.negations and not self._judges(at):
                for found in index.ending.get(at + 1, ()):
                    if found.rule.role in ("happen", "stop") and found.match.first == at + 1:
                        yield found.rule
                        yield governor("negate", "", "")
                        return

    def _judges(self, at: int) -> bool:
        """Whether a "not" behind a noun only says what it is like (المعارك لن تكون سهلة), or is none (لما حدث)."""
        tokens = self.tokens
        if tokens[at].form == _WHAT:
            return True
        like = at + 2 < self.past and tokens[at + 1].form in _BE and tokens[at + 2].word
        return like and tokens[at + 2].form not in PREPOSITIONS and tokens[at + 2].form not in THAT

    def _links(self, head: int) -> tuple[frozenset[str], int]:
        """How the head is tied to what stands before it, and where that stands."""
        tokens, before = self.tokens, head - 1
        prepositions = {m.prefix.preposition for m in self.index.matches.at[head]}
        if not prepositions:  # a word that no lexicon knows: its first letter may be a preposition
            form = tokens[head].form
            letter = form[1] if form[0] in "وف" and len(form) > 4 else form[0]
            prepositions = {"", letter}
        attached = prepositions & {"ب", "ل", "ك"}
        if attached:
            return frozenset(attached | ({"bare"} if "" in prepositions else set())), before
        while before >= self.start and tokens[before].form in BETWEEN:
            before -= 1
        if before >= self.start:
            form = tokens[before].form
            if form in THAT:
                return _THAT, before - 1
            if form in PREPOSITIONS and not any(f.match.first < before for f in self.index.ending.get(before, ())):
                return frozenset({PREPOSITIONS[form]}), before - 1
        return _BARE, before

    def _governor(self, at: int, links: frozenset[str], gap: int, head: int) -> Found | None:
        """A modal word that ends at a token and is tied to the head."""
        for found in self.index.ending.get(at, ()):
            match, rule = found
            in_row = gap > rule.reach and rule.role == "purpose" and gap <= _ROW and self._in_row(head, match.last)
            if match.first < self.start or (gap > rule.reach and not in_row) or not self._tied(found, links, head):
                continue
            if rule.role == "without" and gap and links is _BARE and self.index.is_verb(head):
                continue  # its noun stands between: طائرة بلا طيار هاجمت
            if rule.role == "without" and self.tokens[match.last].form in WITHOUT:
                prevented = self._prevented(match.first)
                return prevented or found
            return found
        return None

    def _in_row(self, head: int, purpose: int) -> bool:
        """Whether a noun goes on with a row of aims: بهدف اقتحام البلدة وتنفيذ اعتقالات."""
        if not self.tokens[head].form.startswith("و") or self._joined_verb(head):
            return False
        return not any(self.index.is_verb(k) and not self._is_noun(k) for k in range(purpose + 1, head + 1))

    def _is_noun(self, token: int) -> bool:
        return any(m.entry.part == NOUN for m in self.index.matches.at[token])

    def _tied(self, found: Found, links: frozenset[str], head: int) -> bool:
        match, rule = found
        if match.entry.part == NOUN and match.prefix.article:
            links = links - _BARE  # a noun with the article has no genitive
        if match.entry.part == VERB and self._joined_verb(head):
            return False  # two verbs side by side: ترفض وتحمل
        if not rule.links.isdisjoint(links):
            return True
        if "bare" not in links:
            return False
        if "imp" in rule.links and (self.index.is_imperfect(head) or self.tokens[head].form == "لا"):
            return True
        if "part" in rule.links and any(m.entry.cls == DURATIVE for m in self.index.matches.at[head]):
            return True
        return "new" in rule.links and not self._definite(head)

    def _prevented(self, without: int) -> Found | None:
        """The verb of preventing that a دون belongs to."""
        for at in range(without - 1, max(self.start, without - _PREVENTED) - 1, -1):
            for found in self.index.ending.get(at, ()):
                if found.rule.role == "prevent":
                    return found
        return None

    def _definite(self, token: int) -> bool:
        form = self.tokens[token].form
        return form.startswith(("ال", "لل", "وال", "بال", "فال"))
