"""The places that a mention can mean, as its name and its generic noun allow."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.gazetteer.gazetteer import Found, Gazetteer

# What else a noun may be said of, where no place of the name has its kind: a town's airport lies in the town.
_HOST = ("city", "village", "district", "governorate", "neighbourhood", "region", "natural", "facility")


def fitting(candidates: Sequence[Found], kinds: Sequence[str]) -> list[Found]:
    """Candidates of the kinds that a generic noun allows, likeliest first; all of them where none fits."""
    if not kinds:
        return list(candidates)
    rank = {kind: n for n, kind in enumerate(kinds)}
    fit = sorted((c for c in candidates if c.kind in rank), key=lambda c: rank[c.kind] - 0.5 * c.weight)
    if fit:
        return fit
    host = {kind: n for n, kind in enumerate(_HOST)}
    return sorted(candidates, key=lambda c: (host.get(c.kind, len(host)), -c.weight))


def candidates_of(gazetteer: Gazetteer, form: str, wholes: Sequence[str], kinds: Sequence[str]) -> list[Found]:
    """Candidates of a folded name; where the gazetteer knows one of the longer names, its places alone."""
    known = next((name for whole in wholes if (name := gazetteer.name(whole)) is not None), None)
    if known is not None:
        return gazetteer.candidates(known)
    name = gazetteer.name(form) or gazetteer.name(_whole(form))
    return fitting(gazetteer.candidates(name), kinds) if name is not None else []


def _whole(form: str) -> str:
    """The name in a word whose preposition has swallowed the article's alif: للبصرة."""
    bare = form.removeprefix("و").removeprefix("ف")
    return "ال" + bare.removeprefix("لل") if bare.startswith("لل") else form
