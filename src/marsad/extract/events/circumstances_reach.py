"""Which of a sentence's places an act may be at: those that no other act, speaker or clause has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from marsad.cues import PLACE_CUES, cue
from marsad.extract.events.circumstances_chains import of_matter
from marsad.extract.events.circumstances_clauses import AFTER, Clauses, next_clause
from marsad.extract.events.circumstances_frames import frames, held
from marsad.extract.events.circumstances_origins import leading_from
from marsad.extract.events.circumstances_spots import BESIDE, HOLDS, OWN_AFTER
from marsad.extract.events.words import INJURY, KILLING, SPOKEN, TOGETHER

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# Words from a place to the act right behind it, and from a preposition of time to its act.
NEXT = 2
_OUT_OF = cue("came_of", PLACE_CUES)
# Words between a trigger and a place that stands beyond a neighbour.
NEAR = 15
# Letters of a word that is no preposition with a pronoun (لها).
_SHORT = 3
# Words between a place that opens a clause and its verb, behind a comma (وفي كذا الساحلية على البحر، قصفت).
_OPENING = 12
# A verb of taking whose subject is the place.
_FALL = "سقط"
# What an act before is in keeping with.
_BY_RULE = cue("by_rule", PLACE_CUES)
# The ending of a verb of two.
_TWO = "ان"
# Words from an act to whose it is behind a verb with its pronoun, and those pronouns.
_TAIL, _ITS = 4, ("ه", "ها")
# Types that take no place from outside their clause.
NO_PLACE = SPOKEN | {"support", "vote", "decision", "talks", "agreement", "arrest", "release", "abuse"}
# Types whose place is where people met or spoke, told with a preposition of its own.
ABSTRACT = TOGETHER | {"vote", "decision", "support"}
# Acts of people who gather or speak, mostly elsewhere than what they speak of.
_GATHERING = ABSTRACT | SPOKEN | {"protest"}


@dataclass(slots=True)
class Reach:
    """The places that an act may be at: those in front of it and behind it up to the acts beside it, which end at the
    token `left` and begin at `right`, and all that are open to it (`kept`). `elsewhere` says that the act before was
    in another place."""

    before: list[list[Placed]]
    after: list[list[Placed]]
    kept: list[list[Placed]]
    left: int
    right: int
    elsewhere: bool


def in_reach(
    analysis: Analysis, sentence: Sentence, clauses: Clauses, found: list[Draft], k: int, chains: list[list[Placed]]
) -> Reach:
    """What of the places of a sentence is in reach of a draft; `chains` are those where nobody only spoke."""
    draft = found[k]
    left = found[k - 1].last if k else sentence.first - 1
    right = right_of(analysis, sentence, found, k)
    kept = [c for c in clauses.open_to(draft, chains) if not _acting(analysis, draft, c)]
    after = _behind(analysis, sentence, clauses, found, k, [c for c in kept if draft.last < c[0].first < right])
    before = [c for c in kept if left < c[0].first and c[-1].last < draft.first]
    elsewhere = k > 0 and (_apart(found[k - 1], draft) or _another(clauses, found[k - 1], draft))
    if elsewhere:
        before, kept = [], after
    before = _in_front(analysis, sentence, clauses, found, k, before)
    led = _led_to(analysis, sentence, clauses, found, k, before)
    before, kept = [c for c in before if c not in led], [c for c in kept if c not in led]
    return Reach(before, after, kept, left, right, elsewhere)


def unspoken(
    analysis: Analysis, chains: list[list[Placed]], told: list[tuple[int, int, int]], draft: Draft
) -> list[list[Placed]]:
    """The places that are not where the speaker of a draft spoke."""
    at = analysis.text.tokens[draft.first].start
    spoken = [(start, end) for start, end, past in told if end <= at < past]
    return [c for c in chains if not any(a <= c[0].mention.start < b for a, b in spoken)]


def _behind(
    analysis: Analysis, sentence: Sentence, clauses: Clauses, found: list[Draft], k: int, chains: list[list[Placed]]
) -> list[list[Placed]]:
    """Of the places between a draft and the next those that may be its own."""
    draft = found[k]
    after = [c for c in clauses.behind_act(draft, chains) if not _does_it(analysis, draft, c[0])]
    if k + 1 < len(found):
        after = [c for c in after if not _opens(analysis, found[k + 1], c[0])]
    if draft.type == "arrest":  # توقيف المشتبه بهم في الحادث الذي وقع في كذا
        crimes = {m.first for m in analysis.matches.within("crime", draft.last + 1, draft.last + NEAR)}
        after = [c for c in after if not any(draft.last < k < c[0].first for k in crimes)]
    if draft.type == "siege":  # قطعوا الإمداد عن فلان من كذا إلى كذا
        after = [c for c in after if leading_from(analysis, sentence, c[0]) is None]
    if draft.type == "support":
        after = [c for c in after if not c[0].prefix.endswith("ل")]  # دعمها لفلان
    if draft.type in ABSTRACT:
        after = [c for c in after if draft.spec.visits or held(analysis, c[0])]
        after = [c for c in after if c[0].first - draft.last <= OWN_AFTER]
        after = [c for c in after if not of_matter(analysis, sentence, c[0])]
    return after


def _in_front(
    analysis: Analysis, sentence: Sentence, clauses: Clauses, found: list[Draft], k: int, chains: list[list[Placed]]
) -> list[list[Placed]]:
    """Of the places between the draft before and a draft those that may be its own."""
    draft, before = found[k], clauses.before_act(k, chains)
    if analysis.text.tokens[draft.first - 1].form in _BY_RULE:
        return []  # اجتماع في كذا وفق قرار فلان
    if draft.type in ABSTRACT:
        before = [c for c in before if held(analysis, c[0]) and draft.first - c[-1].last <= OWN_AFTER]
        told = {t.form for t in analysis.text.tokens[draft.first - NEXT - 1 : draft.first]}
        if not told.isdisjoint((*AFTER, "قبل")):  # في كذا قبل يومين من الانتخابات; في كذا بعد الاتفاق
            before = [c for c in before if c[0].mention.kind == "country" and draft.type not in TOGETHER]
    taken = draft.type == "territory_gain" and draft.verb and not draft.aside and not draft.match.suffix
    if taken and not draft.match.entry.form.lstrip("يت").startswith(_FALL):  # ... قرب كذا، وسيطروا على أراض
        before = [c for c in before if frames(analysis, sentence, c)]
    if k and draft.type in NO_PLACE and (found[k - 1].spec.violent or found[k - 1].spec.type in (KILLING, INJURY)):
        return []  # عقب تفجير في كذا أوقفت فلانا
    return [c for c in before if frames(analysis, sentence, c) or not clauses.crossed(c[-1].last, draft.first)]


def _led_to(
    analysis: Analysis, sentence: Sentence, clauses: Clauses, found: list[Draft], k: int, before: list[list[Placed]]
) -> list[list[Placed]]:
    """Of the places in front of a draft those that a move leads to, or that the act before was done to."""
    draft = found[k]
    if k:
        if found[k - 1].type == "territory_gain":
            onward = draft.type == "deployment" and not draft.verb and draft.match.prefix.conjunction
            return before if onward else []  # تحرير كذا وتقدم فلان على الجبهات
        return [c for c in before if _done_to(analysis, sentence, clauses, found[k - 1], draft, c)]
    return [c for c in before if clauses.reached(c[0]) and next_clause(analysis, c[-1].last, draft.first)]


def right_of(analysis: Analysis, sentence: Sentence, found: list[Draft], k: int) -> int:
    """First token behind a trigger that is another's: not that of its own genitive (معارك تحرير البلدة)."""
    following = k + 1
    while (
        following < len(found)
        and found[following].first == found[following - 1].last + 1
        and not found[following].match.prefix.conjunction
    ):
        following += 1
    if following == len(found):
        return sentence.past
    first, light = found[following].first, found[following].light
    if light is not None and found[following - 1].last < light.first < first:
        before = analysis.text.tokens[light.first - 1].form
        if light.prefix.conjunction or before in AFTER:
            return light.first  # بعد تعرض كذا لقصف
    return first


def _apart(before: Draft, draft: Draft) -> bool:
    """Whether what stands before a trigger belongs to the act told there: people gather or speak in one place of what
    happened in another (تظاهروا في باريس تنديدا بالقصف), and what ف brings in is told anew."""
    if before.type in _GATHERING and draft.type not in _GATHERING:
        return True
    if draft.type == "deployment" and draft.light is not None and draft.light.first < draft.first:
        return bool(draft.light.prefix.conjunction)  # سيطروا على كذا وواصلوا تقدمهم
    return draft.verb and draft.match.prefix.conjunction == "ف"


def _another(clauses: Clauses, before: Draft, draft: Draft) -> bool:
    """Whether a relative clause tells which act the second of two like ones is: بين الهجوم في كذا والهجوم الذي."""
    joined = not draft.verb and bool(draft.match.prefix.conjunction) and draft.match.prefix.article
    return joined and before.type == draft.type and draft.last + 1 in clauses.relative


def _acting(analysis: Analysis, draft: Draft, chain: list[Placed]) -> bool:
    """Whether two lands right before a verb of two are its subject: تونس والجزائر تحاصران."""
    lands = len(chain) > 1 and all(p.mention.kind == "country" and not p.prefix.endswith("ب") for p in chain)
    return lands and draft.verb and chain[-1].last == draft.first - 1 and draft.match.entry.form.endswith(_TWO)


def _opens(analysis: Analysis, following: Draft, placed: Placed) -> bool:
    """Whether a place opens the clause of the act behind it: ..., وفي كذا قصف فلان مقر فلان."""
    tokens = analysis.text.tokens
    near = range(max(1, placed.first - HOLDS), placed.first)
    gap = tokens[placed.last + 1 : following.first]
    opened = following.verb and (len(gap) < BESIDE or (len(gap) < _OPENING and gap[-1].form == "،"))
    return opened and any(tokens[k].form == "وفي" and tokens[k - 1].form == "،" for k in near)


def _does_it(analysis: Analysis, draft: Draft, placed: Placed) -> bool:
    """Whether a land right behind a noun is whose act it is, on what stands behind ل: احتلال إيطاليا لبلاده."""
    if draft.verb or placed.mention.kind != "country" or placed.prefix:
        return False
    told = analysis.text.tokens[placed.first - 1].form
    if placed.first <= draft.last + _TAIL and told.endswith(_ITS):
        words = analysis.matches.at[placed.first - 1]
        if any(m.entry.value.startswith("agent") if m.entry.cls == "light" else m.entry.value == "by" for m in words):
            return True  # الحملة التي أطلقتها تركيا
    if placed.first != draft.last + 1:
        return False
    past = placed.last + 1
    form = analysis.text.tokens[past].form if past < len(analysis.text.tokens) else ""
    return draft.spec.violent | (draft.type == "territory_gain") and form.startswith("ل") and len(form) > _SHORT


def _done_to(
    analysis: Analysis, sentence: Sentence, clauses: Clauses, before: Draft, draft: Draft, chain: list[Placed]
) -> bool:
    """Whether a place between two acts is what the first was done to or led to, not where both were: no preposition of
    place holds it, it is no subject of a verb of happening, no clause tells of it, and the second act was not before
    the first (اقتحموا كذا بعد مواجهات)."""
    past = chain[-1].last + 1
    if draft.first - past < NEXT or held(analysis, chain[0]) or frames(analysis, sentence, chain):
        return False
    if any(past <= b < draft.first for b in (*clauses.relative, *clauses.where)):
        return False
    if any(t.form in _OUT_OF for t in analysis.text.tokens[draft.first - NEXT : draft.first]):
        return False
    return not any(before.last < m.first < draft.first for m in sentence.of("light"))
