"""Bodies that no dictionary names, told by their head noun: a council, a union, a newspaper, a brigade."""

from __future__ import annotations

from collections.abc import Container, Iterator

from marsad.actors.dictionary import ANAPHOR
from marsad.actors.nations import BODY
from marsad.actors.personal import PersonalNames
from marsad.annotate.actors_candidate import Candidate, quoted, skip_of
from marsad.lexicon.automaton import Match, Matches
from marsad.text.view import Text

_LONGEST = 4
_DEFINITE = ("ال", "لل")


def organised(
    text: Text, matches: Matches, found: list[Candidate], places: dict[int, int], names: PersonalNames
) -> Iterator[Candidate]:
    """Candidates for bodies named by a head noun and a definite complement.

    `found` are the actors found already, `places` the last token of the place that begins at a token."""
    begun = {c.first for c in found}
    covered = {n for c in found for n in range(c.first, c.last + 1)}
    for head in matches.of("org_head"):
        if head.suffix or head.prefix.article or head.first in covered:
            continue
        kind, _, mode = head.entry.value.partition(" ")
        last = _end(text, matches, head, begun, places, mode)
        if last is None or (mode == "quoted" and not quoted(text, head.last + 1, last)):
            continue
        if any(m.last > head.last for cls in (BODY, ANAPHOR) for m in matches.starting(head.first, cls)):
            continue
        if head.first and matches.is_in(head.first - 1, "facility"):
            continue
        if kind == "media" and (head.first in places or head.last + 1 in places):
            continue
        words = [t.form for t in text.tokens[head.first : last + 1]]
        words[0] = head.entry.form
        yield Candidate(head.first, last, skip_of(text, head), kind, names.key(words), "code:organised", weight=1)


def _end(
    text: Text, matches: Matches, head: Match, begun: Container[int], places: dict[int, int], mode: str
) -> int | None:
    """The last token of the complement, None where there is none that makes a name."""
    tokens = text.tokens
    at = head.last + 1
    _, past = text.sentence_tokens[tokens[head.first].sentence]
    if at >= past or not tokens[at].word:
        return None
    if mode == "place":
        return places.get(at)
    if at in places and not tokens[at].form.startswith("ال"):
        return places[at]
    end = None
    while at < min(past, head.last + 1 + _LONGEST):
        form = tokens[at].form
        joined = form.startswith("وال") and end is not None and mode == "joined"
        if not (form.startswith(_DEFINITE) or joined) or not tokens[at].word or matches.is_in(at, "name_end"):
            break
        if end is not None and not joined and (at in begun or matches.is_in(at, "ground")):
            break  # what it does something to: اتهمت نقابة المحامين الحوثيين
        end = at
        at += 1
    return end
