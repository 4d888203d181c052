"""Groups by average linkage: two groups join where their members are alike on average.

One strong pair does not chain two stories together, and pairs that were never compared count as 0."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

Pair = tuple[int, int]


def grouped(scores: Mapping[Pair, float], threshold: float, given: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    """The groups of two and more, each in ascending order, ordered by their first member.

    `given` are groups that stand already: they may take in others, but never join each other."""
    home = {n: min(group) for group in given for n in group}
    members = {min(group): sorted(group) for group in given}
    for pair in scores:
        for n in pair:
            members.setdefault(home.get(n, n), [n])
    fixed = {min(group) for group in given}
    near = _averages(scores, home, members)
    heap = [(-score, one, other) for one in near for other, score in near[one].items() if one < other]
    heap = [entry for entry in heap if -entry[0] >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, one, other = heapq.heappop(heap)
        # What has been joined or rescored meanwhile is stale.
        if one not in members or other not in members or near[one].get(other) != -negative:
            continue
        if one in fixed and other in fixed:
            continue
        if other in fixed:
            fixed.add(one)
        for third, score in _join(near, one, other, len(members[one]), len(members[other])):
            if score >= threshold:
                heapq.heappush(heap, (-score, min(one, third), max(one, third)))
        members[one] += members.pop(other)
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _averages(
    scores: Mapping[Pair, float], home: Mapping[int, int], members: Mapping[int, Sequence[int]]
) -> dict[int, dict[int, float]]:
    """The average likeness between groups, both ways."""
    near: dict[int, dict[int, float]] = {n: {} for n in members}
    for (n, m), score in scores.items():
        one, other = home.get(n, n), home.get(m, m)
        if one != other:
            share = score / (len(members[one]) * len(members[other]))
            near[one][other] = near[other][one] = near[one].get(other, 0.0) + share
    return near


def _join(near: dict[int, dict[int, float]], one: int, other: int, mine: int, theirs: int) -> list[tuple[int, float]]:
    """Puts group `other` into `one` (of so many members each); gives the new averages to the third groups."""
    kept, gone = near[one], near.pop(other)
    kept.pop(other, None)
    gone.pop(one, None)
    changed = []
    for third in sorted(kept.keys() | gone.keys()):
        near[third].pop(other, None)
        score = (kept.get(third, 0.0) * mine + gone.get(third, 0.0) * theirs) / (mine + theirs)
        kept[third] = near[third][one] = score
        changed.append((third, score))
    return changed
