"""What a reason is about: one of the codebook's categories, by the words of its phrase.

Each word of the lexicon of aims (data/words/aims.tsv) votes for its category. The thing aimed at counts more than
the noun of action ("the category follows the thing aimed at, not the verb"), what stands near the head of the phrase
more than what stands far. A place alone is a weak vote for territory."""

from __future__ import annotations

from collections import Counter

from marsad.extract.reasons.ground import Ground

NEAR, MIDDLE = 6, 11
PLACE_VOTE = 1.2
FAR_VOTE = 0.35
MIDDLE_VOTE = 0.7
SECOND_AIM = 0.5
UNKNOWN = "other"


def category(ground: Ground, first: int, last: int, usual: str = "", weight: float = 0.0) -> tuple[str, float]:
    """The category of the words first..last, and how far it leads before the next, 0 to 1.

    `usual` is what the cue alone speaks for, with its weight. Without any vote: other, 0."""
    votes = votes_for(ground, first, last)
    if usual:
        votes[usual] += weight
    if not votes:
        return UNKNOWN, 0.0
    ranked = votes.most_common(2)
    best, top = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return best, (top - second) / top if top else 0.0


def votes_for(ground: Ground, first: int, last: int, share: float = 1.0) -> Counter[str]:
    """The votes of the words first..last, each weighed by its place."""
    votes: Counter[str] = Counter()
    aims = 0
    past = first
    for t in range(first, last + 1):
        near = 1.0 if t - first < NEAR else MIDDLE_VOTE if t - first < MIDDLE else FAR_VOTE
        if t in ground.places and t - first < NEAR:
            votes["territory"] += PLACE_VOTE * near * share
        if t < past:
            continue
        found = None
        for match in ground.at.get(t, ()):
            if match.entry.cls in ("aim", "aimed", "aim_verb") and match.last <= last:
                if found is None or match.fend > found.fend or match.entry.cls == "aimed" == found.entry.cls:
                    found = match
        if found is None or t in ground.inside_actor or t in ground.actors:
            continue
        past = found.last + 1
        if found.entry.cls != "aimed":
            near *= 1.0 if aims == 0 else SECOND_AIM
            aims += 1
        name, _, weight = str(found.entry.value or "").partition(" ")
        if name:
            votes[name] += float(weight or 1) * near * share
    return votes
