"""Titles and offices before a name, and offices that stand for their holder."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.actors.dictionary import NAME_CLASS
from marsad.actors.nations import ADJECTIVE, NATION
from marsad.actors.personal import transliterate
from marsad.annotate.actors_candidate import Candidate
from marsad.lexicon.automaton import Match, Matches
from marsad.text.view import Text, Token

_REACH = 9
_OPEN_REACH = 5
_NAME_REACH = 7
_WITH_ARTICLE = frozenset({"president", "ruler"})
_FORMER = frozenset({"السابق", "السابقه", "الاسبق", "الراحل", "المخلوع", "المعزول"})
_ALONE = frozenset({"public_prosecutor", "crown_prince", "deputy_crown_prince"})
_OF_NATION = frozenset(
    {"president", "prime_minister", "vice_president", "foreign_minister", "defence_minister", "interior_minister",
     "minister", "ruler", "ambassador", "chief_of_staff", "deputy_foreign_minister", "deputy_prime_minister"}
)  # fmt: skip


class Titles:
    """Which tokens a title stands right before, and offices without a name."""

    def behind(self, text: Text, matches: Matches, covered: set[int], places: set[int]) -> dict[int, int]:
        """Tokens that can begin a titled name, with the first token of the title."""
        found: dict[int, int] = {}
        titles = sorted([*matches.of("rank"), *matches.of("office")], key=lambda m: (m.first, -m.last))
        for match in titles:
            if match.suffix or match.prefix.article:
                continue
            at = self._end(text, matches, match, covered, places)
            if at is not None:
                found[at] = min(match.first, found.get(at, match.first))
        return found

    def _end(self, text: Text, matches: Matches, match: Match, covered: set[int], places: set[int]) -> int | None:
        """The first token behind a title and what belongs to it, None where the sentence ends."""
        tokens = text.tokens
        _, past = text.sentence_tokens[tokens[match.first].sentence]
        at = match.last + 1
        open_ended = match.entry.cls == "office"
        limit = min(past, at + _REACH)
        while at < limit:
            token = tokens[at]
            if token.form in ("،", ",") and open_ended and at > match.last + 1:
                at += 1
                break
            adjective = _nationality(matches, at, token) or _of_group(matches, at, token)
            definite = token.word and token.form.startswith(("ال", "لل", "بال"))
            if adjective is not None:
                at = adjective.last + 1
            elif (
                matches.is_in(at, "rank")
                or (matches.is_in(at, "office_word") and (open_ended or definite))
                or (open_ended and (at in covered or at in places) and not self._person(matches, at))
                or (open_ended and definite and at - match.last < _OPEN_REACH)
            ):
                at += 1
            else:
                break
        return at if at < past and tokens[at].word else None

    def _person(self, matches: Matches, at: int) -> bool:
        return any(m.entry.value.actor.type == "person" for m in matches.starting(at, NAME_CLASS))

    def alone(
        self, text: Text, matches: Matches, places: list[range], found: list[Candidate], names: set[int]
    ) -> Iterator[Candidate]:
        """Offices of a state or a place that stand for a person who is not named."""
        placed = {r.start: r.stop - 1 for r in places}
        bodies = {c.first: c for c in found if c.type == "international" and not c.skip}
        offices = matches.of("office")
        inside = {n for m in offices for n in range(m.first + 1, m.last + 1)}
        for match in offices:
            office = match.entry.value
            if match.first in inside:
                continue
            if match.suffix or (match.prefix.article and office not in _WITH_ARTICLE):
                continue
            prefix = match.prefix
            # The article belongs to the mention, and so does the ل that swallows it.
            whole = prefix.article and prefix.preposition == "ل"
            skip = len(prefix.conjunction) + (0 if whole else len(prefix.preposition))
            if office in _ALONE:
                if not self._named(text, matches, match.last + 1, names):
                    yield Candidate(match.first, match.last, skip, "person", office, "table:offices", weight=1)
                continue
            if text.raw[text.tokens[match.first].start : text.tokens[match.first].end].startswith(("وإ", "والى")):
                continue  # وإلى is no والي
            holder = self._holder(text, matches, match, office, placed, bodies)
            if holder is not None:
                last, key = holder
                if last + 1 < len(text.tokens) and text.tokens[last + 1].form in _FORMER:
                    key = f"former_{key}"
                if not self._named(text, matches, last + 1, names):
                    yield Candidate(match.first, last, skip, "person", key, "table:offices", weight=1)

    def _holder(
        self,
        text: Text,
        matches: Matches,
        match: Match,
        office: str,
        placed: dict[int, int],
        bodies: dict[int, Candidate],
    ) -> tuple[int, str] | None:
        at = match.last + 1
        if office == "governor" and at in placed:
            where = " ".join(t.form for t in text.tokens[at : placed[at] + 1])
            return placed[at], f"{transliterate(where).replace(' ', '_')}_governor"
        if office == "envoy" and at in bodies:
            return bodies[at].last, f"{bodies[at].key}_envoy"
        if not matches.is_in(at, ADJECTIVE) and not matches.is_in(at, NATION):
            return None
        for m in matches.at[at]:
            cls = m.entry.cls
            if cls == ADJECTIVE and office in _OF_NATION and m.entry.value.definite and m.entry.value.gender == "m":
                return m.last, f"{m.entry.value.nation.prefix}_{office}"
            if cls == NATION and office in ("president", "ruler", "prime_minister") and not m.prefix.preposition:
                return m.last, f"{m.entry.value.prefix}_{office}"
        return None

    def _named(self, text: Text, matches: Matches, at: int, names: set[int]) -> bool:
        """Whether a person's name follows within a few words of title."""
        for k in range(at, min(len(text.tokens), at + _NAME_REACH)):
            if k in names:
                return True
            token = text.tokens[k]
            titled = any(matches.is_in(k, cls) for cls in ("office_word", "rank", "office", "org_head"))
            if token.word and not titled and not (k > at and token.form.startswith("ال")):
                return False
            if not token.word and token.form not in ("،", ",", "(", "-"):
                return False
        return False


def _nationality(matches: Matches, at: int, token: Token) -> Match | None:
    """A definite nationality adjective that is a whole token, without a conjunction."""
    for m in matches.starting(at, ADJECTIVE):
        if m.entry.value.definite and m.fstart == token.fstart:
            return m
    return None


def _of_group(matches: Matches, at: int, token: Token) -> Match | None:
    """An adjective made of a group's name: القيادي الحوثي."""
    for m in matches.starting(at, NAME_CLASS):
        whole = m.last == at and m.fstart == token.fstart
        form = m.entry.form
        if whole and form.startswith("ال") and form.endswith("ي") and m.entry.value.actor.type == "armed_group":
            return m
    return None
