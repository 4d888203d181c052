"""States as actors: their bodies as composed of a head noun and a nation, their names where they act, their people."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.actors.nations import ADJECTIVE, BODY, CAPITAL, CONSTRUCT, NATION, Adjective, Body, Nation
from marsad.annotate.actors_candidate import Candidate, skip_of
from marsad.lexicon.automaton import Match, Matches
from marsad.resolve import metonymy
from marsad.text.view import Text

_OFFICES = frozenset({"وزير", "وزيره", "وزراء", "نايب", "وكيل", "مساعد"})
_LOCATED = frozenset({"في", "لدي"})


def bodies(text: Text, matches: Matches) -> Iterator[Candidate]:
    """ "The Syrian army", "the parliament of Ukraine", "the ministry of justice in the Region"."""
    for match in matches.of(BODY):
        body: Body = match.entry.value
        if match.first and text.tokens[match.first - 1].form in _OFFICES:
            continue
        found = _adjective_behind(text, matches, match, body)
        if found is not None:
            last, nation = found
            yield _candidate(text, match, last, body, nation, "table:bodies")
        elif body.type == "government":
            place = _located(text, matches, match)
            if place is not None:
                yield _candidate(text, match, place.last, body, place.entry.value, "table:bodies")
    for match in matches.of(CONSTRUCT):
        if match.prefix.article or match.suffix:
            continue
        # "The government of Ankara"; "the army of Damascus" nobody says.
        classes = (NATION, CAPITAL) if match.entry.value.type == "government" else (NATION,)
        if not any(matches.is_in(match.last + 1, cls) for cls in classes):
            continue
        for following in matches.at[match.last + 1]:
            if following.entry.cls in classes and following.fstart == match.fend + 1:
                yield _candidate(text, match, following.last, match.entry.value, following.entry.value, "table:bodies")


def _candidate(text: Text, head: Match, last: int, body: Body, nation: Nation, rule: str) -> Candidate:
    name = f"{nation.prefix.replace('_', ' ').title()} {body.english}"
    return Candidate(head.first, last, skip_of(text, head), body.type, body.key_of(nation), rule, name, weight=2)


def _adjective_behind(text: Text, matches: Matches, head: Match, body: Body) -> tuple[int, Nation] | None:
    """The nation's adjective behind a head noun, one other definite word between them allowed."""
    at = head.last + 1
    for step in (0, 1):
        for m in matches.starting(at + step, ADJECTIVE):
            if m.prefix.conjunction or m.prefix.preposition:
                continue
            adjective: Adjective = m.entry.value
            if adjective.definite and adjective.gender == body.gender:
                return m.last, adjective.nation
        if at >= len(text.tokens) or not _plain_adjective(text, head, at, body):
            return None
    return None


def _plain_adjective(text: Text, head: Match, at: int, body: Body) -> bool:
    """Whether a token can stand between a head noun and its nation: a definite adjective that agrees with it."""
    token = text.tokens[at]
    if token.sentence != text.tokens[head.first].sentence or not token.form.startswith("ال"):
        return False
    return token.form.endswith("ه") if body.gender == "f" else not token.form.endswith(("ه", "ات"))


def _located(text: Text, matches: Matches, head: Match) -> Match | None:
    at = head.last + 1
    if at >= len(text.tokens) or text.tokens[at].form not in _LOCATED:
        return None
    if text.tokens[head.first].form.startswith(("وزار", "مجلس")):
        return next(iter(matches.starting(at + 1, NATION)), None)
    return None


def states(text: Text, matches: Matches) -> Iterator[Candidate]:
    """Countries and capitals that act, speak or are acted on."""
    for cls in (NATION, CAPITAL):
        for match in matches.of(cls):
            nation: Nation = match.entry.value
            if metonymy.read(text, matches, match) != "place":
                yield Candidate(
                    match.first, match.last, skip_of(text, match), "government", nation.key, "code:metonymy", weight=1
                )


def peoples(text: Text, matches: Matches) -> Iterator[Candidate]:
    """ "The Russians" stand for their state, "the Yemenis" for civilians."""
    for match in matches.of(ADJECTIVE):
        adjective: Adjective = match.entry.value
        if adjective.gender != "p" or not adjective.definite or _qualifies(text, match):
            continue
        nation = adjective.nation
        kind, key = ("government", nation.key) if nation.power else ("civilians", f"{nation.prefix}_civilians")
        yield Candidate(match.first, match.last, skip_of(text, match), kind, key, "table:peoples", weight=1)


def _qualifies(text: Text, match: Match) -> bool:
    """Whether a plural adjective belongs to a noun before it (المسؤولون الأميركيون)."""
    if match.prefix.conjunction or match.prefix.preposition or match.first == 0:
        return bool(match.prefix.conjunction) and not match.prefix.preposition
    before = text.tokens[match.first - 1]
    if before.sentence != text.tokens[match.first].sentence or not before.word:
        return False
    return before.form.startswith(("ال", "لل", "بال", "وال", "فال", "كال", "ولل"))
