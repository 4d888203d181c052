"""Where: the place that belongs to an event, not the nearest one by chance."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from marsad.annotate.places_spots import is_many
from marsad.extract.events.circumstances_chains import level_of, of_matter, place_ref, spots
from marsad.extract.events.circumstances_clauses import AFTER, Clauses, next_clause
from marsad.extract.events.circumstances_origins import leading_from
from marsad.extract.events.circumstances_spots import BESIDE, HOLDS, NAMED, OWN_AFTER, beside_act, named_before
from marsad.extract.events.cues import PLACE_CUES, cue
from marsad.extract.events.roles_sides import AIMED
from marsad.extract.events.words import INJURY, KILLING, SPOKEN, TOGETHER
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# Prepositions of place.
_WITHIN = cue("held", PLACE_CUES)
# Words from a place to the act right behind it, and from a preposition of time to its act.
_NEXT = 2
_OUT_OF = cue("came_of", PLACE_CUES)
# Words between a trigger and the farthest place between it and its neighbours; to one that stands beyond a neighbour,
# and to one beyond it in front.
_REACH, _NEAR, _FRONT = 25, 15, 9
# Letters of a word that is no preposition with a pronoun (لها).
_SHORT = 3
# Words between a place that opens a clause and its verb, behind a comma (وفي كذا الساحلية على البحر، قصفت).
_OPENING = 12
# Words from an act to a noun for its place, and from that on to a place of something else.
_SPOT, _FAR_BEHIND = 3, 5
# A verb of taking whose subject is the place.
_FALL = "سقط"
# What an act before is in keeping with.
_BY_RULE = cue("by_rule", PLACE_CUES)
# The ending of a verb of two.
_TWO = "ان"
# Words from an act to whose it is behind a verb with its pronoun, and those pronouns.
_TAIL, _ITS = 4, ("ه", "ها")
# Words between a place and what a relative clause tells of it; pronouns for it.
_SAID, _IT = 2, frozenset({"ه", "ها"})
# Behind these a noun of taking with a pronoun has no object: the pronoun is that.
_FREED_FROM = cue("freed_from", PLACE_CUES)
# Words between a place with what is told of it and a relative clause.
_BESIEGED = 8
# Words behind a trigger in which a noun stands that names its place.
_NEAR_BY = 5
# Types that take no place from outside their clause.
_NO_PLACE = SPOKEN | {"support", "vote", "decision", "talks", "agreement", "arrest", "release", "abuse"}
# Types whose place is where people met or spoke, told with a preposition of its own.
_ABSTRACT = TOGETHER | {"vote", "decision", "support"}
# Types that a noun for a place named before tells nothing of.
_NOT_STOOD_FOR = _ABSTRACT | SPOKEN
# Acts of people who gather or speak, mostly elsewhere than what they speak of.
_GATHERING = _ABSTRACT | SPOKEN | {"protest"}


def locate(analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
    """Gives each draft the place that its clause names."""
    chains, ends, others = spots(analysis, sentence)
    aside = [p.mention.start for p in sentence.places if p.first in others]
    if not chains:
        _stood_for(analysis, sentence, found, aside)
        return
    clauses = Clauses(analysis, sentence, found)
    told = _speakers(analysis, sentence)
    frame = chains[0] if len(chains) == 1 and _frames(analysis, sentence, chains[0]) else None
    for k, draft in enumerate(found):
        if draft.type in SPOKEN:
            continue
        left = found[k - 1].last if k else sentence.first - 1
        right = _right(analysis, sentence, found, k)
        kept = clauses.open_to(draft, _unspoken(analysis, chains, told, draft))
        kept = [c for c in kept if not _acting(analysis, draft, c)]
        after = _behind(analysis, sentence, clauses, found, k, [c for c in kept if draft.last < c[0].first < right])
        before = [c for c in kept if left < c[0].first and c[-1].last < draft.first]
        elsewhere = k > 0 and (_apart(found[k - 1], draft) or _another(clauses, found[k - 1], draft))
        if elsewhere:
            before, kept = [], after
        before = _in_front(analysis, sentence, clauses, found, k, before)
        led = _led_to(analysis, sentence, clauses, found, k, before)
        before, kept = [c for c in before if c not in led], [c for c in kept if c not in led]
        itself = _told_of(sentence, clauses, draft, chains)
        if itself:
            draft.places, draft.own_place = [place_ref(p) for p in itself], True
            continue
        if _of_it(analysis, draft):
            after = [c for c in after if c[0].first - draft.last <= _NEXT]  # احتلالها كذا, not احتلالها لقربها من كذا
            kept = [*before, *after]
        beside = beside_act(analysis, draft, right)
        spot = named_before(analysis, sentence, draft, beside, aside)
        if spot is not None and draft.type not in _ABSTRACT:  # تحرير المدينة
            draft.places = [spot]
            continue
        if any(m.first in beside and m.last == m.first and not m.suffix for m in sentence.of("spot")):
            kept = before = []  # a place named before, and not known: no other in front of it is meant
        if _named_anew(analysis, sentence, draft, right):
            before = [
                c for c in before
                if draft.first - c[-1].last <= _NEXT or _held(analysis, c[0]) or _frames(analysis, sentence, c)
            ]  # fmt: skip
            kept = [*before, *after]
        framing = [c for c in before if _frames(analysis, sentence, c)]
        chosen = _own(sentence, clauses, draft, after, before, framing, ends)
        near = _spot_between(sentence, draft, chosen) if chosen is not None and draft.type not in _ABSTRACT else None
        if near is not None:  # فك الحصار عن المدينة وإضعاف قدرات فلان في مطار كذا
            spot = named_before(analysis, sentence, draft, near, aside)
            draft.places = [spot] if spot is not None else []
            continue
        far = chosen is not None and chosen not in framing and _over_a_comma(analysis, chosen, draft)
        if far and draft.type not in _ABSTRACT:
            spot = named_before(analysis, sentence, draft, range(draft.last + 1, right), aside)
            if spot is not None:  # في كذا، ... هاجموا مواقع جنوبي البلدة
                draft.places = [spot]
                continue
        if chosen is None and draft.type not in _ABSTRACT:
            spot = named_before(analysis, sentence, draft, range(left + 1, right), aside)
            if spot is not None:
                draft.places = [spot]
                continue
        if chosen is None and draft.type not in _NO_PLACE:
            chosen = _near(sentence, [*clauses.breaks, *clauses.apart, *clauses.described], draft, found, kept)
            chosen = chosen or (None if elsewhere else frame)
        if chosen is not None:
            draft.places = list({fold_word(p.mention.text): place_ref(p) for p in chosen}.values())
            draft.own_place = bool(after or before) and _close(sentence, draft, chosen)
            draft.between = chosen[0].first in ends


def _unspoken(
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
        crimes = {m.first for m in analysis.matches.within("crime", draft.last + 1, draft.last + _NEAR)}
        after = [c for c in after if not any(draft.last < k < c[0].first for k in crimes)]
    if draft.type == "siege":  # قطعوا الإمداد عن فلان من كذا إلى كذا
        after = [c for c in after if leading_from(analysis, sentence, c[0]) is None]
    if draft.type == "support":
        after = [c for c in after if not c[0].prefix.endswith("ل")]  # دعمها لفلان
    if draft.type in _ABSTRACT:
        after = [c for c in after if draft.spec.visits or _held(analysis, c[0])]
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
    if draft.type in _ABSTRACT:
        before = [c for c in before if _held(analysis, c[0]) and draft.first - c[-1].last <= OWN_AFTER]
        told = {t.form for t in analysis.text.tokens[draft.first - _NEXT - 1 : draft.first]}
        if not told.isdisjoint((*AFTER, "قبل")):  # في كذا قبل يومين من الانتخابات; في كذا بعد الاتفاق
            before = [c for c in before if c[0].mention.kind == "country" and draft.type not in TOGETHER]
    taken = draft.type == "territory_gain" and draft.verb and not draft.aside and not draft.match.suffix
    if taken and not draft.match.entry.form.lstrip("يت").startswith(_FALL):  # ... قرب كذا، وسيطروا على أراض
        before = [c for c in before if _frames(analysis, sentence, c)]
    if k and draft.type in _NO_PLACE and (found[k - 1].spec.violent or found[k - 1].spec.type in (KILLING, INJURY)):
        return []  # عقب تفجير في كذا أوقفت فلانا
    return [c for c in before if _frames(analysis, sentence, c) or not clauses.crossed(c[-1].last, draft.first)]


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


def _named_anew(analysis: Analysis, sentence: Sentence, draft: Draft, right: int) -> bool:
    """Whether words right behind a trigger name a place that no table knows: ومثله قصف على قرية كذا."""
    near = min(right, draft.last + 1 + _NEAR_BY)
    starts = {p.first for p in sentence.places}
    taken = draft.type == "territory_gain" and draft.verb
    nouns = analysis.matches.within("place_noun", draft.last + 1, near) if taken else ()
    if any(not m.prefix.article and not m.suffix and starts.isdisjoint(range(m.first, m.last + NAMED)) for m in nouns):
        return True  # حرروا مديرية كذا
    many = analysis.matches.within("place_noun", draft.last + 1, min(right, draft.last + 1 + OWN_AFTER))
    if any(is_many(m) and analysis.matches.is_in(m.first - 2, "many_of") for m in many):
        return True  # غارات في العديد من المحافظات
    return any(
        m.first > draft.last and starts.isdisjoint(range(m.last, m.last + NAMED))
        for m in analysis.matches.within("ground_named", draft.last + 1, near)
    )


def _stood_for(analysis: Analysis, sentence: Sentence, found: list[Draft], aside: list[int]) -> None:
    """Gives each draft of a sentence that names no place the one that a definite noun of its clause stands for."""
    if not sentence.of("spot"):
        return
    for k, draft in enumerate(found):
        if draft.type not in _NOT_STOOD_FOR:
            left = found[k - 1].last if k else sentence.first - 1
            right = _right(analysis, sentence, found, k)
            spot = named_before(analysis, sentence, draft, beside_act(analysis, draft, right), aside)
            spot = spot or named_before(analysis, sentence, draft, range(left + 1, right), aside)
            if spot is not None:
                draft.places = [spot]


def _right(analysis: Analysis, sentence: Sentence, found: list[Draft], k: int) -> int:
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


def _own(
    sentence: Sentence,
    clauses: Clauses,
    draft: Draft,
    after: list[list[Placed]],
    before: list[list[Placed]],
    framing: list[list[Placed]],
    ends: set[int],
) -> list[Placed] | None:
    """The place between a trigger and its neighbours: in its own clause first, and behind it before in front of it;
    in front of the clause only what frames the sentence, or what its `where` goes back to (في كذا حيث هاجموا)."""
    before = [c for c in before if draft.first - c[-1].last <= _REACH]
    here = [c for c in after if not any(draft.last < b < c[0].first for b in clauses.breaks)]
    parting = [b for b in clauses.breaks if b not in clauses.where]
    front = [c for c in before if c in framing or not any(c[-1].last < b < draft.first for b in parting)]
    after = here or [c for c in after if c[0].first - draft.last <= _REACH]
    if len(here) > 1 and _of_the_doer(draft, here[0], here[1]):
        here = here[1:]
    if here or (after and not front):
        near = [c for c in after[:2] if c is after[0] or not _parted(sentence, clauses, after[0], c)]
        return max(near, key=lambda c: -1 if c[0].first in ends else level_of(c[0]))
    named = [c for c in front if c[0].first not in ends]
    return (named or front)[-1] if front else None


def _parted(sentence: Sentence, clauses: Clauses, first: list[Placed], second: list[Placed]) -> bool:
    """Whether another act, its dead, or an aim are told between two places: الغارات في شمال كذا بعد مقتل سكان في
    كذا, تحرير كذا لإعادة تشغيل مطار كذا."""
    acts = (m.first for cls in ("trigger", "trigger_verb", "harm") for m in sentence.of(cls))
    return any(first[-1].last < k < second[0].first for k in (*acts, *clauses.aims))


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


def _of_the_doer(draft: Draft, first: list[Placed], second: list[Placed]) -> bool:
    """Whether a place between a verb's subject and its object only says where the doer is, and another follows the
    object: قصفت فصائل في كذا مواقع فلان في كذا."""
    if not draft.verb or not draft.agents or not draft.targets:
        return False
    doer, done_to = draft.agents[-1].last, draft.targets[0].first
    return draft.last < doer < first[0].first < done_to < second[0].first


def _told_of(sentence: Sentence, clauses: Clauses, draft: Draft, chains: list[list[Placed]]) -> list[Placed]:
    """The place that a relative clause right behind it is about, where its verb has a pronoun for it: قاعدة كذا التي
    استعادها الثوار, البلدة المطلة على كذا التي يحاصرونها."""
    if not draft.verb or draft.match.suffix not in _IT or draft.type not in ("territory_gain", "siege"):
        return []
    who = max((i for i in clauses.relative if draft.first - _SAID <= i < draft.first), default=None)
    if who is None:
        return []
    if draft.type == "siege":
        return next((c for c in reversed(chains) if 0 < who - c[-1].last <= _BESIEGED), [])
    return [p for p in sentence.places if 0 < who - p.last <= _SAID][-1:]


def _spot_between(sentence: Sentence, draft: Draft, chosen: list[Placed]) -> range | None:
    """Where a definite noun for a place stands right behind an act, before a place far behind that: الحصار عن
    المدينة وإضعاف قدرات النظام في مطار كذا."""
    actors = {n.head for n in sentence.nominals}
    behind = set(range(draft.last + 1, draft.last + 1 + _SPOT)) - actors  # القاعدة may be one
    spots = [m for m in sentence.of("spot") if m.first in behind and not m.suffix]
    if not spots or chosen[0].first - spots[0].last <= _FAR_BEHIND:
        return None
    names = {p.first for p in sentence.places}
    beside = not names.isdisjoint(range(spots[0].last + 1, spots[0].last + NAMED))
    return None if beside else range(spots[0].first, spots[0].last + 1)


def _over_a_comma(analysis: Analysis, chosen: list[Placed], draft: Draft) -> bool:
    """Whether a comma lies between a place and the act behind it, or its verb goes on to it with و."""
    between = analysis.text.tokens[chosen[-1].last + 1 : draft.first]
    on = draft.verb and bool(draft.match.prefix.conjunction)
    return chosen[0].first < draft.first and (on or any(t.form == "،" for t in between))


def _of_it(analysis: Analysis, draft: Draft) -> bool:
    """Whether a noun of taking has a pronoun for the place, which was named before: إسقاط كذا وتحريرها."""
    if draft.verb or draft.type != "territory_gain" or draft.match.suffix not in _IT:
        return False
    tokens, past = analysis.text.tokens, draft.last + 1
    if past < len(tokens) and tokens[past].word and tokens[past].form not in _FREED_FROM:
        return False  # استعادتها السيطرة على كذا is hers
    words = analysis.matches.within("undergone", draft.first, past)
    return any(m.first == draft.first and m.entry.value == "place" for m in words)


def _near(
    sentence: Sentence, breaks: list[int], draft: Draft, found: list[Draft], chains: list[list[Placed]]
) -> list[Placed] | None:
    """The nearest place of the sentence, in front of the trigger before behind it; not one of another clause, nor one
    that another speaks of, nor one behind a verb that goes on to another act (قتلوا رهائن وشنوا هجمات في كذا)."""
    ends = [*breaks, *(m.first for m in sentence.of("speech"))]
    reach = _REACH if draft.type == "territory_gain" else _NEAR  # what is taken stands far behind its verb
    front = [c for c in chains if 0 < draft.first - c[-1].last <= _FRONT]
    front = [c for c in front if not any(c[-1].last < b <= draft.first for b in ends)]
    behind = [c for c in chains if 0 < c[0].first - draft.last <= reach]
    ends += [d.first for d in found if d.first > draft.last and (_goes_on(d) or _other(draft, d))]
    behind = [c for c in behind if not any(draft.last < b < c[0].first for b in ends)]
    return front[-1] if front else behind[0] if behind else None


def _goes_on(draft: Draft) -> bool:
    """Whether و brings in an act with its own verb: more than what came of the act before it, or whom that was
    aimed at."""
    if draft.spec.type in (KILLING, INJURY) or draft.match.entry.form.startswith(AIMED):
        return False
    word = draft.match if draft.verb else draft.light
    return word is not None and word.first <= draft.first and bool(word.prefix.conjunction)


def _other(draft: Draft, other: Draft) -> bool:
    """Whether an act is told apart from the one before it, with a place of its own; what is taken stands also behind
    the fight for it (استعادوا بعد قتال عنيف بلدة كذا)."""
    if draft.type == "territory_gain":
        return False
    return other.spec.violent and other.type != draft.type and other.spec.type not in (KILLING, INJURY)


def _frames(analysis: Analysis, sentence: Sentence, chain: list[Placed]) -> bool:
    """Whether a place opens the sentence and holds for all of it: وفي تعز قصف فلان كذا فيما ...; سوريا: مقتل عشرة."""
    past = chain[-1].last + 1
    if past < sentence.past and analysis.text.tokens[past].form == ":":
        return True
    return chain[0].first - sentence.first <= HOLDS and _held(analysis, chain[0])


def _speakers(analysis: Analysis, sentence: Sentence) -> list[tuple[int, int, int]]:
    """Where each speaker of a sentence is named, from the cue to what is said, and where that ends: a place named
    there is where somebody spoke."""
    tokens = analysis.text.tokens
    first, past = tokens[sentence.first].start, tokens[sentence.past - 1].end
    found = []
    for k in range(bisect_left(analysis.statements, first, key=lambda s: s.start), len(analysis.statements)):
        statement = analysis.statements[k]
        if statement.start >= past:
            break
        if (
            statement.content is not None
            and statement.speaker is not None
            and statement.start < statement.content.start
        ):
            found.append((statement.start, statement.content.start, statement.content.end))
    return found


def _held(analysis: Analysis, placed: Placed) -> bool:
    """Whether a preposition of place holds it; else it belongs to somebody's name or to what is spoken of."""
    if placed.prefix.endswith("ب"):
        return True
    tokens = analysis.text.tokens[max(0, placed.first - HOLDS) : placed.first]
    forms = {t.form for t in tokens} | {t.form[1:] for t in tokens if t.form.startswith(("و", "فف"))}
    nouns = (m for t in tokens for m in analysis.matches.at[t.n] if m.entry.cls == "place_noun")
    return not _WITHIN.isdisjoint(forms) or any(m.prefix.preposition == "ب" for m in nouns)


def _done_to(
    analysis: Analysis, sentence: Sentence, clauses: Clauses, before: Draft, draft: Draft, chain: list[Placed]
) -> bool:
    """Whether a place between two acts is what the first was done to or led to, not where both were: no preposition of
    place holds it, it is no subject of a verb of happening, no clause tells of it, and the second act was not before
    the first (اقتحموا كذا بعد مواجهات)."""
    past = chain[-1].last + 1
    if draft.first - past < _NEXT or _held(analysis, chain[0]) or _frames(analysis, sentence, chain):
        return False
    if any(past <= b < draft.first for b in (*clauses.relative, *clauses.where)):
        return False
    if any(t.form in _OUT_OF for t in analysis.text.tokens[draft.first - _NEXT : draft.first]):
        return False
    return not any(before.last < m.first < draft.first for m in sentence.of("light"))


def _close(sentence: Sentence, draft: Draft, chosen: list[Placed]) -> bool:
    """Whether a place stands in the trigger's clause, near enough to be told with it."""
    if chosen[0].first > draft.last:
        return chosen[0].first - draft.last <= OWN_AFTER
    return not any(chosen[-1].last < b < draft.first for b in sentence.breaks)
