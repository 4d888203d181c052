"""The places of a sentence as an event may have them: several words for one spot, lists, and mere landmarks."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from marsad.extract.events.cues import PLACE_CUES, cue
from marsad.extract.events.words import specs
from marsad.model import PlaceRef

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# How exact a kind of place is.
_EXACT = {
    "country": 0, "region": 1, "governorate": 2, "natural": 3, "road": 3, "district": 3, "city": 4, "village": 5,
    "facility": 5, "neighbourhood": 5,
}  # fmt: skip
# From here on a place is a spot, not an area.
_SPOT = 3
# Words between two places that name one spot (في قرية كذا بمحافظة كذا).
_CHAIN_GAP = 6
# The same to what lies on either side of it (كذا الواقعة على الحدود بين محافظتي كذا وكذا).
_WAY_GAP = 9
# The same to what lies beyond the words that tell whose the first is.
_FAR_GAP = 12
# Words between a word of distance or direction and the place that it makes a landmark.
_BESIDE = 4
# Bodies that sit somewhere, whatever they do elsewhere.
_SEATED = frozenset({"government", "organisation", "political", "international", "media"})
# Words from من to the name of a place (من مدينة كذا).
_FROM = 3
# What is fired from somewhere.
_FIRED = frozenset({"shelling", "clash", "armed_attack", "air_strike"})
# Words of a dateline behind its place.
_AGENCY = 10
# Characters back to the sign of a hashtag.
_TAG = 40
# Words of an office between its head and its land.
_OFFICE = 3
# Offices of whom rules a place.
_RULERS = frozenset({"governor", "ruler", "ambassador", "president", "minister", "prime_minister"})
_PRONOUNS = frozenset({"له", "لها", "لهم", "لهما"})
# Words between two places of a list.
_LISTED = 2
# Words behind "among them" that a place of theirs may stand in.
_PART = 8
_OF_SOME = frozenset({"في", "من"})
# Before a place named behind another they only say where that other lies (في ولاية كذا جنوب العاصمة).
_COMPASS = ("شمال", "جنوب", "شرق", "غرب", "وسط")
# Between a landmark and a place that only says where the landmark is.
_IN = frozenset({"في", "،", "ريف"})
_SITUATED = cue("situated", PLACE_CUES)
# Where a way ends is another spot than where it begins (من كذا إلى كذا).
_TO = "الي"
_BORDER = tuple(cue("border", PLACE_CUES))
_ROADS = cue("roads", PLACE_CUES)
_JOINING = cue("joining", PLACE_CUES)
# Words from a superlative to the place that it is said behind.
_RANKED = 10
_MOST = frozenset({
    "اكبر", "كبري", "اهم", "ثاني", "ثالث", "رابع", "خامس", "سادس", "الثاني", "الثالث", "الرابع", "الثانيه", "الثالثه",
    "الرابعه",
})  # fmt: skip
# What tells another act between two places.
_PARTING = ("trigger", "trigger_verb", "speech", "harm")
# Units of a distance, and words from it to the place that it is measured from (على بعد 20 كلم جنوب شرق مدينة كذا).
_LENGTHS, _MEASURED = frozenset({"km", "m"}), 5


class Spots(NamedTuple):
    """What a sentence names as places of acts, in order: one list for each spot or coordination of spots. By their
    first tokens: `ends`, of the places between which a spot lies that has no name of its own (الطريق بين كذا وكذا);
    `aside`, of those that are no place of an act, or only say where another lies."""

    chains: list[list[Placed]]
    ends: set[int]
    aside: set[int]


def spots(analysis: Analysis, sentence: Sentence) -> Spots:
    """The places of a sentence as its acts may have them."""
    if not sentence.places:
        return Spots([], set(), set())
    borne = _borne(sentence)
    places = [p for p in sentence.places if p.first not in borne]
    landmarks, ends = _landmarks(analysis, sentence) | borne, _ends(analysis, sentence)
    chains, lying = _chains(analysis, sentence, places, landmarks, ends)
    members = {m.last for cls in ("member", "people") for m in sentence.of(cls)}
    # مقاتلو المدينة are from there, wherever they fight.
    chains = [
        c for c in chains
        if c[0].first not in landmarks and not _of_some(analysis, sentence, c[0]) and not _topic(sentence, c[0])
        and not _ruled(analysis, sentence, c[0]) and not _tagged(analysis, c[0])
        and not _dateline(analysis, sentence, c[0])
        and not (c[0].first - 1 in members and not c[0].prefix)
    ]  # fmt: skip
    return Spots(chains, ends, landmarks | lying | ends)


def _topic(sentence: Sentence, placed: Placed) -> bool:
    """Whether a place is what is spoken of, not where: سياسة الحكومة حيال سوريا; a land is so behind more words."""
    near = [m for m in sentence.of("topic") if m.last == placed.first - 1]
    return any(m.entry.value == "any" or (m.entry.value == "land" and placed.mention.kind == "country") for m in near)


def of_matter(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a place is where what people talk of is, not where they talk: لقاء لبحث حل سياسي في سوريا."""
    k = placed.first - 1 - _nouns_before(analysis, sentence.first, placed)
    if analysis.text.tokens[k].form != "في":
        return False
    if placed.mention.kind == "country" and any(0 < k - m.last <= _OFFICE for m in sentence.of("office")):
        return True  # وزير حقوق الإنسان في اليمن
    return any(m.last == k - 1 and m.entry.value == "matter" for m in sentence.of("topic"))


def _tagged(analysis: Analysis, placed: Placed) -> bool:
    """Whether a place stands in a hashtag with other words: #حرب_كذا."""
    raw, at = analysis.text.raw, placed.mention.start
    return at > 0 and raw[at - 1] == "_" and "#" in raw[max(0, at - _TAG) : at].split()[-1]


def _dateline(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a place opens a story inside a text with its agency: * كذا - «الوكالة»: قال."""
    tokens = analysis.text.tokens
    behind = [t.form for t in tokens[placed.last + 1 : min(sentence.past, placed.last + 1 + _AGENCY)]]
    opens = not any(t.word for t in tokens[sentence.first : placed.first])
    return opens and behind[:1] in (["-"], ["–"], ["—"]) and ":" in behind


def _ruled(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a place is a part of somebody's office: أمير منطقة كذا, محافظ كذا."""
    k = placed.first - 1 - _nouns_before(analysis, sentence.first - 1, placed)
    return any(m.last == k and m.entry.value in _RULERS for m in sentence.of("office"))


def _of_some(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a place is where some of the harmed fell or are from, not where all did: بينهم ثلاثة قتلوا في كذا."""
    for match in sentence.of("part_of_toll"):
        behind = range(match.last + 1, placed.first)
        if 0 <= placed.first - match.last - 1 < _PART and not any(m.first in behind for m in sentence.of("trigger")):
            return any(t.form in _OF_SOME for t in analysis.text.tokens[match.last + 1 : placed.first])
    return False


def _landmarks(analysis: Analysis, sentence: Sentence) -> set[int]:
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
            found.update(_with_joined(sentence, following))
    for placed in sentence.places:  # a sea is mostly what a coast looks on
        if analysis.matches.is_in(placed.first, "sea") and not placed.prefix.endswith("ب"):
            before = analysis.text.tokens[placed.first - 1] if placed.first > sentence.first else None
            if placed.prefix.startswith("و") and placed.first - 1 in {p.last for p in sentence.places}:
                continue  # في بحر كذا وخليج كذا
            if before is None or not analysis.matches.is_in(before.n, "at_sea"):
                found.add(placed.first)
    return found | _measured_from(analysis, sentence) | _ranked(analysis, sentence) | _lies_by(analysis, sentence)


def _borne(sentence: Sentence) -> set[int]:
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
        k = placed.first - 1 - _nouns_before(analysis, sentence.first, placed)
        if k - 2 in spots and tokens[k - 1].form in _SITUATED and tokens[k].form.startswith(_COMPASS):
            found.add(placed.first)
    return found


def _ranked(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the places that another is only ranked behind: ثالث أكبر مدينة بعد كذا وكذا."""
    tokens, found = analysis.text.tokens, set[int]()
    for placed in sentence.places:
        before = [t.form for t in tokens[max(sentence.first, placed.first - _RANKED) : placed.first]]
        if before[-1:] == ["بعد"] and not _MOST.isdisjoint(before):
            found.update(_with_joined(sentence, placed))
    return found


def _ends(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the two places between which a spot lies that has no name of its own: الطريق بين كذا وكذا, or
    which say where another lies: منطقة كذا بين محافظتي كذا وكذا; not of lands, which are parties mostly."""
    tokens, found = analysis.text.tokens, set[int]()
    for a, b in pairwise(sentence.places):
        gap = range(a.last + 1, b.first)
        if tokens[a.first - 1].form in _ROADS and [tokens[i].form for i in gap] == ["-"]:
            found |= {a.first, b.first}  # طريق كذا - كذا
            continue
        k = a.first - 1 - _nouns_before(analysis, sentence.first - 1, a)
        with_b = b.prefix.startswith("ب") or tokens[b.first - 1 - _nouns_before(analysis, a.last, b)].form == "في"
        if k >= sentence.first and tokens[k].form in _JOINING and with_b and len(gap) <= 1 + _LISTED:
            found |= {a.first, b.first}  # الطريق الذي يربط كذا بكذا
            continue
        border = tokens[k - 1].form.lstrip("ب").startswith(_BORDER)
        if k < sentence.first or tokens[k].form != "بين" or (a.mention.kind == "country" and not border):
            continue
        joined = b.prefix.startswith("و") or (gap and tokens[gap.start].form.startswith("و"))
        if joined and len(gap) <= 1 + _LISTED:
            found |= {a.first, b.first}
    for placed in sentence.places:  # بين ميناء كذا ومركز المحافظة
        k = placed.first - 1 - _nouns_before(analysis, sentence.first - 1, placed)
        between = k >= sentence.first and tokens[k].form == "بين" and placed.mention.kind != "country"
        if between and any(t.form.startswith("و") for t in tokens[placed.last + 1 : placed.last + 2]):
            found.add(placed.first)
    return found


def _with_joined(sentence: Sentence, placed: Placed) -> set[int]:
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
    return any(f.startswith(_COMPASS) for f in forms) or forms[:1] in (["من"], ["عن"])


def origins(analysis: Analysis, sentence: Sentence) -> set[int]:
    """First tokens of the places that a party is told to be from: مسلحون من مدينة كذا."""
    away = {p.first: k for p in sentence.places if (k := leading_from(analysis, sentence, p)) is not None}
    if not away:
        return set()
    parties = {n.last for n in sentence.nominals if not n.named or n.kind == "person"}
    launching = {m.last for m in sentence.of("light") if m.entry.value.startswith("agent")}  # شنته من كذا
    firing = [m for m in sentence.of("trigger") if _FIRED & {s.type for s in specs(m.entry.value)}]  # قصف من كذا
    launching |= {i for m in firing for i in (m.last, m.last + 1)}
    tokens = analysis.text.tokens
    troops = {m.last for m in sentence.of("member")}
    held = {
        first
        for first, k in away.items()
        if k - 1 in parties
        or k - 1 in launching
        or (k - 2 in troops and tokens[k - 1].form.endswith("ه"))
        or (tokens[k - 1].form == "،" and k - 2 in parties)
    }  # قوات مشتركة من كذا
    for a, b in pairwise(sentence.places):
        if a.first in held and b.prefix.startswith("و") and b.first - a.last <= _LISTED:
            held.add(b.first)
    return held


def leading_from(analysis: Analysis, sentence: Sentence, placed: Placed) -> int | None:
    """The token of من that leads to a place; None where none does."""
    tokens = analysis.text.tokens
    for k in range(placed.first - 1, max(sentence.first, placed.first - _FROM) - 1, -1):
        if tokens[k].form == "من":
            return k
        if tokens[k].word and not analysis.matches.is_in(k, "place_noun"):
            break
    return None


def next_clause(analysis: Analysis, told: int, first: int) -> bool:
    """Whether a comma and و open another clause between the place or time of an act and the next act."""
    between = analysis.text.tokens[told + 1 : first + 1]
    return any(a.form == "،" and b.form.startswith("و") for a, b in pairwise(between))


def seats(analysis: Analysis, sentence: Sentence) -> tuple[set[int], set[int]]:
    """First tokens of the places that a body is told to sit in (الحكومة في كذا), and of those that one with its leader
    is (زعيم التنظيم في كذا)."""
    tokens = analysis.text.tokens
    within: dict[int, int] = {}
    for placed in sentence.places:
        k = placed.first - 1 - _nouns_before(analysis, sentence.first, placed)
        if tokens[k].form == "في":
            within[k - 1] = placed.first
    if not within:
        return set(), set()
    heads = {m.last for cls in ("office", "leader") for m in sentence.of(cls)}
    bodies = [n for n in sentence.nominals if n.last in within]
    led = {within[n.last] for n in bodies if not heads.isdisjoint(range(n.head - 1, n.first))}
    return {within[n.last] for n in bodies if n.kind in _SEATED}, led


def place_ref(placed: Placed) -> PlaceRef:
    """A place mention as it fills a slot."""
    p = placed.mention
    return PlaceRef(p.text, p.start, p.end, p.lat, p.lon, p.country, p.kind)


def _chains(
    analysis: Analysis, sentence: Sentence, places: list[Placed], landmarks: set[int], ends: set[int]
) -> tuple[list[list[Placed]], set[int]]:
    """Places that stand together, as one spot each: the most exact of a chain, all of a coordination. Apart from them
    the first tokens of those that only say where another lies."""
    chains = [[p] for p in places[:1]]
    lying = set[int]()
    for last, placed in pairwise(places):
        gap = [t.form for t in analysis.text.tokens[last.last + 1 : placed.first]]
        lies, one = _beside(analysis, sentence, gap, last, placed, landmarks, ends)
        if placed.first in ends and (one or last.first in ends):
            if chains[-1][-1] is last and last.first in ends:
                chains[-1].append(placed)
            continue  # else both only say where the place before them lies
        if not one or last.first in ends:
            chains.append([placed])
            continue
        joined = placed.prefix.startswith("و") or gap == ["،"] or any(g.startswith("و") or g == "او" for g in gap[:2])
        if "وفي" in gap and _reached(analysis, sentence, last):
            joined = False  # باتجاه كذا، وفي كذا
        level, held = level_of(placed), level_of(chains[-1][-1])
        listed = len(chains[-1]) > 1 and len(gap) <= _LISTED
        if lies and held > _EXACT["region"]:
            lying.add(placed.first)
        elif joined and (level == held or min(level, held) >= _SPOT or listed):
            chains[-1].append(placed)
        elif joined:
            chains.append([placed])
        elif level > held:
            chains[-1] = [placed]
    return chains, lying


def _beside(
    analysis: Analysis, sentence: Sentence, gap: list[str], a: Placed, b: Placed, landmarks: set[int], ends: set[int]
) -> tuple[bool, bool]:
    """Whether the words between two places say where the first lies, and whether both may name one spot or a row."""
    nouns = _nouns_before(analysis, a.last, b)
    words = gap[: len(gap) - nouns]
    if _CHAIN_GAP <= len(gap) <= _FAR_GAP and _seated(analysis, sentence, a, b) and _lies(words):
        return True, True
    if len(gap) >= (_WAY_GAP if b.first in ends else _CHAIN_GAP) or b.first in landmarks:
        return False, False
    if _lies(words):
        return True, True
    if a.first in landmarks and not all(g in _IN or g.startswith(_COMPASS) for g in words):
        return False, False
    return False, _one_spot(analysis, sentence, gap, a, b)


def _seated(analysis: Analysis, sentence: Sentence, a: Placed, b: Placed) -> bool:
    """Whether the words between two places tell whose stronghold the first is: صعدة معقل فلان شمال كذا."""
    between = range(a.last + 1, b.first)
    seat = {m.first for m in analysis.matches.within("held_by", between.start, between.stop) if m.entry.value == "home"}
    return between.start in seat and not any(i in between for i in sentence.breaks)


def _lies(gap: list[str]) -> bool:
    """Whether the words between two places say where the first lies: كذا شرق كذا, كذا إلى الشرق من كذا, كذا شمال وشرق
    كذا."""
    if gap[-1:] == ["من"]:
        return len(gap) > 1 and gap[-2].removeprefix("ال").startswith(_COMPASS)
    if len(gap) > 1 and gap[-2].lstrip("ب").startswith(_COMPASS):
        return gap[-1].removeprefix("و").startswith(_COMPASS)
    return bool(gap) and gap[-1].lstrip("ب").startswith(_COMPASS)


def _reached(analysis: Analysis, sentence: Sentence, placed: Placed) -> bool:
    """Whether a way leads to a place."""
    k = placed.first - 1 - _nouns_before(analysis, sentence.first, placed)
    return analysis.matches.is_in(k, "towards")


def level_of(placed: Placed) -> int:
    """How exact a place is, from a country (0) to a village (5)."""
    return _EXACT.get(placed.mention.kind, _SPOT)


def _nouns_before(analysis: Analysis, last: int, placed: Placed) -> int:
    """How many words right before a place, behind the token `last`, say of what kind it is: جنوب العاصمة كذا."""
    k = placed.first - 1
    while k > last and analysis.matches.is_in(k, "place_noun"):
        k -= 1
    return placed.first - 1 - k


def _one_spot(analysis: Analysis, sentence: Sentence, gap: list[str], a: Placed, b: Placed) -> bool:
    """Whether two places may name one spot or a row of them: no way leads from one to the other, and no other act,
    clause or aim begins between them (كذا لإعادة تشغيل مطار كذا)."""
    between = range(a.last + 1, b.first)
    if _TO in gap or any(i in between for i in sentence.breaks):
        return False
    if any(m.first in between for cls in _PARTING for m in sentence.of(cls)):
        return False
    inside, is_in = analysis.matches.within, analysis.matches.is_in
    if inside("elsewhere", between.start, between.stop):
        return False
    aims = inside("aim", between.start, between.stop)
    return not any(m.prefix.preposition == "ل" and not is_in(m.first, "place_noun") for m in aims)
