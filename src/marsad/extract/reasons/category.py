"""What a reason is about: one of the codebook's categories, by the words of its phrase.

Each word of the lexicon of aims (data/words/aims.tsv) votes for its category. The thing aimed at counts more than
the noun of action ("the category follows the thing aimed at, not the verb"), what stands near the head of the phrase
more than what stands far. A place alone is a weak vote for territory."""

from __future__ import annotations

from collections import defaultdict

from marsad.extract.reasons.ground import Ground
from marsad.lexicon.automaton import Match

Votes = defaultdict[str, float]
NEAR, MIDDLE = 6, 11
PLACE_VOTE, ROAD_VOTE = 0.8, 2.5
FAR_VOTE = 0.35
# A relative clause describes what is aimed at; it is not the aim.
RELATIVE_VOTE = 0.12
MIDDLE_VOTE = 0.7
SECOND_AIM = 0.5
UNKNOWN = "other"
# An attack is what a response comes from; as the aim of an act it is no retaliation.
HARM = "harm"
PAST_HARM, HARM_AIMED_AT = 2.5, 0.4
# Where something happened that an act comes from is seldom why.
PLACE_OF_CAUSE = 0.3
# An aim with its object written to it (لحمايتها من …) has told what it is aimed at.
PAST_OBJECT = 0.4
_OBJECTS = frozenset({"ه", "ها", "هم", "هما", "نا"})
_RELATIVE = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "اللواتي"})
_CLASSES = frozenset({"aim", "aimed", "aim_verb"})


def category(
    ground: Ground, first: int, last: int, usual: str = "", weight: float = 0.0, kind: str = "goal", held: bool = False
) -> tuple[str, float]:
    """The category of the words first..last, and how far it leads before the next, 0 to 1.

    `usual` is what the cue alone speaks for, with its weight. `held` where they explain that somebody stops, leaves or
    refuses. Without any vote: other, 0."""
    votes = votes_for(ground, first, last, goal=kind == "goal")
    if usual:
        votes[usual] += weight
    return ranked(votes, kind, held)


def ranked(votes: Votes, kind: str = "goal", held: bool = False) -> tuple[str, float]:
    """The first of the votes, and how far it leads, for a reason of a kind."""
    harm = votes.pop(HARM, 0.0)
    if kind == "goal":
        votes["capability"] += HARM_AIMED_AT * harm
    else:
        votes["protection" if held else "retaliation"] += PAST_HARM * harm if kind != "exchange" else 0.0
        votes["territory"] *= PLACE_OF_CAUSE
    best = sorted(((name, n) for name, n in votes.items() if n > 0), key=lambda vote: -vote[1])
    if not best:
        return UNKNOWN, 0.0
    second = best[1][1] if len(best) > 1 else 0.0
    return best[0][0], (best[0][1] - second) / best[0][1]


def votes_for(ground: Ground, first: int, last: int, share: float = 1.0, goal: bool = True) -> Votes:
    """The votes of the words first..last, each weighed by its place; a `goal` begins with what is done."""
    votes: Votes = defaultdict(float)
    aims = 0
    past = first
    relative = 1.0
    placed = False
    for t in range(first, last + 1):
        near = relative * (1.0 if t - first < NEAR else MIDDLE_VOTE if t - first < MIDDLE else FAR_VOTE)
        if t in ground.places and t - first < NEAR and not placed:
            road = ground.places[t][0].mention.kind == "road"
            votes["logistics" if road else "territory"] += (ROAD_VOTE if road else PLACE_VOTE) * near * share
            placed = True
        if ground.tokens[t].form in _RELATIVE:
            relative = RELATIVE_VOTE
        if t < past:
            continue
        found = _word(ground, t, first if goal else -1, last)
        if found is None or _named(ground, t, found):
            continue
        past = found.last + 1
        if found.entry.cls != "aimed":
            near *= 1.0 if aims == 0 else SECOND_AIM
            aims += 1
            if found.suffix in _OBJECTS:
                relative *= PAST_OBJECT
        name, _, weight = str(found.entry.value or "").partition(" ")
        if name:
            votes[name] += float(weight or 1) * near * share
    return votes


def _word(ground: Ground, token: int, first: int, last: int) -> Match | None:
    """The word of the lexicon of aims at a token: the longest, of those as long the thing aimed at.

    The first word of a phrase is what is done (لقصف الموقع), not what it is aimed at."""
    found, best = None, (0, False)
    for match in ground.at[token]:
        if match.suffix == "ا" and match.entry.form.endswith("ه"):
            continue  # مصالحها is no مصالحة
        if match.entry.cls in _CLASSES and match.last <= last:
            rank = (match.fend, (match.entry.cls == "aimed") is not (token == first))
            if found is None or rank > best:
                found, best = match, rank
    return found


def _named(ground: Ground, token: int, found: Match) -> bool:
    """Whether a word is part of a name, and so tells nothing; a phrase is none (المتنازع عليها)."""
    if token in ground.inside_actor or token in ground.actors:
        return True
    return token in ground.places and found.first == found.last
