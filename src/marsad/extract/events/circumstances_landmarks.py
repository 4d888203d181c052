"""Places that are no place of an act: they only say where another lies, or give something its name."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.cues import PLACE_CUES, cue

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# Words between a word of distance or direction and the place that it makes a landmark.
_BESIDE = 4
_PRONOUNS = frozenset({"له", "لها", "لهم", "لهما"})
# Words between two places of a list.
LISTED = 2
# Before a place named behind another they only say where that other lies (في ولاية كذا جنوب العاصمة).
COMPASS = ("شمال", "جنوب", "شرق", "غرب", "وسط")
_SITUATED = cue("situated", PLACE_CUES)
_BORDER = tuple(cue("border", PLACE_CUES))
_ROADS = cue("roads", PLACE_CUES)
_JOINING = cue("joining", PLACE_CUES)
# Words from a superlative to the place that it is said behind.
_RANKED = 10
_MOST = frozenset({
    "اكبر", "كبري", "اهم", "ثاني", "ثالث", "رابع", "خامس", "سادس", "الثاني", "الثالث", "الرابع", "الثانيه", "الثالثه",
    "الرابعه",
})  # fmt: skip
# Units of a distance, and words from it to the place that it is measured from (على بعد 20 كلم جنوب شرق مدينة كذا).
_LENGTHS, _MEASURED = frozenset({"km", "m"}), 5


def landmarks_of(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the places that are no place of an act: a border's other side, a landmark, where a way leads."""
    found = set()
    for match in sentence.of("beside"):
        if match.entry.value in ("none", "name"):
            continue
        following = next((p for p in sentence.places if p.first > match.last), None)
        if following is None or following.first - match.last > _BESIDE:
            continue
        after = analysis.text.tokens[match.last + 1].form
        governed = after.startswith("ل") and after not in _PRONOUNS
        if governed or match.entry.value != "to":
            found.update(with_joined(sentence, following))
    for placed in sentence.places:  # a sea is mostly what a coast looks on
        if analysis.matches.is_in(placed.first, "sea") and not placed.prefix.endswith("ب"):
            before = analysis.text.tokens[placed.first - 1] if placed.first > sentence.first else None
            if placed.prefix.startswith("و") and placed.first - 1 in {p.last for p in sentence.places}:
                continue  # في بحر كذا وخليج كذا
            if before is None or not analysis.matches.is_in(before.n, "at_sea"):
                found.add(placed.first)
    return found | _measured_from(analysis, sentence) | _ranked(analysis, sentence) | _lies_by(analysis, sentence)


def named_after(sentence: Sentence) -> set[int]:
    """First tokens of the places whose name a street or an officer bears: شارع كذا, شارعي س وكذا."""
    found = set[int]()
    for match in sentence.of("beside"):
        if match.entry.value == "name" and not match.prefix.article:
            pair = match.entry.form.endswith("ي")
            near = (p for p in sentence.places if 0 < p.first - match.last <= 1 + pair)
            found.update(p.first for p in near if p.first == match.last + 1 or p.prefix.startswith("و"))
    return found


def _lies_by(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the places that only say where one named before lies: المدينة الواقعة شرق كذا."""
    tokens, found = analysis.text.tokens, set[int]()
    spots = {m.last for m in sentence.of("spot")}
    for placed in sentence.places:
        k = placed.first - 1 - nouns_before(analysis, sentence.first, placed)
        if k - 2 in spots and tokens[k - 1].form in _SITUATED and tokens[k].form.startswith(COMPASS):
            found.add(placed.first)
    return found


def _ranked(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the places that another is only ranked behind: ثالث أكبر مدينة بعد كذا وكذا."""
    tokens, found = analysis.text.tokens, set[int]()
    for placed in sentence.places:
        before = [t.form for t in tokens[max(sentence.first, placed.first - _RANKED) : placed.first]]
        if before[-1:] == ["بعد"] and not _MOST.isdisjoint(before):
            found.update(with_joined(sentence, placed))
    return found


def ends_of(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the two places between which a spot lies that has no name of its own: الطريق بين كذا وكذا, or
    which say where another lies: منطقة كذا بين محافظتي كذا وكذا; not of lands, which are parties mostly."""
    tokens, found = analysis.text.tokens, set[int]()
    for a, b in pairwise(sentence.places):
        gap = range(a.last + 1, b.first)
        if tokens[a.first - 1].form in _ROADS and [tokens[i].form for i in gap] == ["-"]:
            found |= {a.first, b.first}  # طريق كذا - كذا
            continue
        k = a.first - 1 - nouns_before(analysis, sentence.first - 1, a)
        with_b = b.prefix.startswith("ب") or tokens[b.first - 1 - nouns_before(analysis, a.last, b)].form == "في"
        if k >= sentence.first and tokens[k].form in _JOINING and with_b and len(gap) <= 1 + LISTED:
            found |= {a.first, b.first}  # الطريق الذي يربط كذا بكذا
            continue
        border = tokens[k - 1].form.lstrip("ب").startswith(_BORDER)
        if k < sentence.first or tokens[k].form != "بين" or (a.mention.kind == "country" and not border):
            continue
        joined = b.prefix.startswith("و") or (gap and tokens[gap.start].form.startswith("و"))
        if joined and len(gap) <= 1 + LISTED:
            found |= {a.first, b.first}
    for placed in sentence.places:  # بين ميناء كذا ومركز المحافظة
        k = placed.first - 1 - nouns_before(analysis, sentence.first - 1, placed)
        between = k >= sentence.first and tokens[k].form == "بين" and placed.mention.kind != "country"
        if between and any(t.form.startswith("و") for t in tokens[placed.last + 1 : placed.last + 2]):
            found.add(placed.first)
    return found


def with_joined(sentence: Sentence, placed: Placed) -> set[int]:
    """First tokens of a place and of those that و joins to it: الحدود مع سوريا والعراق."""
    found = {placed.first}
    for other in sentence.places:
        if other.first == placed.last + 1 and other.prefix.startswith(("و", "ب")):
            found.add(other.first)  # المطل على شارع كذا بكذا
            placed = other
    return found


def _measured_from(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the places that a distance is told from: على بعد 20 كلم جنوب شرق كذا."""
    tokens = analysis.text.tokens
    begin, past = tokens[sentence.first].start, tokens[sentence.past - 1].end
    found = set()
    for k in range(bisect_left(analysis.quantities, begin, key=lambda q: q.start), len(analysis.quantities)):
        told = analysis.quantities[k]
        if told.start >= past:
            break
        if told.unit in _LENGTHS:
            behind = next((p for p in sentence.places if p.mention.start >= told.end), None)
            if behind is not None and _wind_between(analysis, told.end, behind):
                found.add(behind.first)
    return found


def _wind_between(analysis: Analysis, end: int, placed: Placed) -> bool:
    """Whether words of the compass, or "from" alone, lead from a distance to a place."""
    near = analysis.text.tokens[max(0, placed.first - _MEASURED) : placed.first]
    forms = [t.form.removeprefix("ال").removeprefix("الي") for t in near if t.start >= end]
    if len(forms) == _MEASURED and near[0].start > end + 1:
        return False
    return any(f.startswith(COMPASS) for f in forms) or forms[:1] in (["من"], ["عن"])


def nouns_before(analysis: Analysis, last: int, placed: Placed) -> int:
    """How many words right before a place, behind the token `last`, say of what kind it is: جنوب العاصمة كذا."""
    k = placed.first - 1
    while k > last and analysis.matches.is_in(k, "place_noun"):
        k -= 1
    return placed.first - 1 - k
