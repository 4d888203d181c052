"""What the tolls of one act come to: parts, sides, later figures and other sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.casualties_count import both
from marsad.model import Count, Victims

if TYPE_CHECKING:
    from marsad.extract.events.casualties import Harm
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.text.view import Token

# Acts in which both sides have dead; words between the tolls of two sides, and between two parts of one total.
_SIDES = frozenset({"clash", "operation", "territory_gain", "armed_attack"})
_APART, _BESIDE = 25, 9
# Words behind a toll in which the act stands that it came of: قتل اثنان في تفجير مزدوج.
_OTHER_ACT = 8
# Words that say what a fight cost a side, and words from them to the toll; words to another one of the same office.
_COST, _COST_TO, _LIKE = ("كبد", "تكبد"), 6, 15
# Words between a word of summing up and the toll.
_SUMMED = 4
# Endings of two acts and of several; what tells of the first of them.
_SEVERAL = ("ين", "ان", "ات")
_FIRST = frozenset({"الاول", "الاولي", "احدهما", "احداهما", "احدها", "احداها"})
# Words before an act that may carry its toll: أدى القصف إلى مقتل خمسة.
_CARRIED = 3
# They set what somebody else says against what was told before.
_WHILE, _TALLY, _NAMES = frozenset({"حين", "فيما", "بينما", "لكن"}), "حصيل", 4


def fill(sentence: Sentence, tokens: tuple[Token, ...], draft: Draft, tolls: list[Harm], drafts: list[Draft]) -> None:
    """Gives an act its tolls. Of one kind those are added together that are told together; else the one that is tied
    to the act holds, and where one of several has no number there is no total."""
    for kind in dict.fromkeys(t.kind for t in tolls):
        told = [t for t in tolls if t.kind == kind]
        whole = [t for t in told if not t.part]
        counted = [t for t in whole if t.count is not None]
        for toll in told:
            draft.harmed = True
            if toll.part and toll.who is not None and toll.count is not None:
                draft.victims.append(Victims(toll.who.ref.text, toll.kind, toll.count.min, toll.count.max))
        if not counted:
            continue
        tied = [t for t in counted if _tied(sentence, draft, t)]
        first = min(tied, key=lambda t: max(t.first - draft.last, draft.first - t.last), default=counted[0])
        first = next((t for t in counted if _total(sentence, t) and t.first > first.first), first)
        if (
            first is not counted[0]
            and not _total(sentence, first)
            and _other_source(sentence, draft, counted[0], first, drafts)
        ):
            first = counted[0]
        total, open_, least = first.count, False, False
        for other in whole:
            if other is first or total is None or (_total(sentence, first) and other.first < first.first):
                continue
            if not _together(sentence, tokens, draft, first, other, drafts):
                if _against(tokens, range(first.last + 1, other.first)):
                    continue
                besides = _besides(sentence, draft, first, other, drafts)
                if besides and other.count is not None and other.who is not None and other.who.kind == "others":
                    total = both(total, other.count)  # كما قتل أربعة آخرون
                else:
                    open_ = open_ or besides
                continue
            if other.count == first.count and _voice_between(sentence, first, other):
                continue  # the same dead, told again
            if _some_of_them(sentence, first, other):
                continue
            if other.count is None:
                open_ = open_ or other.who is not None
                least = least or other.unsplit
            elif total is not None:
                total = both(total, other.count)
        summed = [t for t in counted if t is first or _together(sentence, tokens, draft, first, t, drafts)]
        for toll in summed:
            if toll.who is not None and toll.count is not None:
                told_of = toll.each or toll.count
                draft.victims.append(Victims(toll.who.ref.text, kind, told_of.min, told_of.max))
        if total is not None and not open_:
            least = least or _leader(sentence, draft, first, total) or _of_the_first(tokens, draft, first)
            least = least or _of_one_side(tokens, draft, first) or _another_like(tokens, sentence, first, total)
            draft.harm[kind] = Count(total.min, None) if least else total


def _of_the_first(tokens: tuple[Token, ...], draft: Draft, toll: Harm) -> bool:
    """Whether a toll is that of one of several acts told in one noun: هجومين، الأول أسفر عن ستة قتلى، والثاني …"""
    several = tokens[draft.first].form.endswith(_SEVERAL)
    return several and any(t.form in _FIRST for t in tokens[draft.last + 1 : toll.first])


def _of_one_side(tokens: tuple[Token, ...], draft: Draft, toll: Harm) -> bool:
    """Whether a fight's toll is what it cost one of its sides: معارك كبدت القوات 12 قتيلا."""
    near = tokens[max(draft.last, toll.first - _COST_TO) : toll.first]
    return draft.type == "clash" and any(t.form.removeprefix("و").startswith(_COST) for t in near)


def _another_like(tokens: tuple[Token, ...], sentence: Sentence, toll: Harm, total: Count) -> bool:
    """Whether somebody of the same office is named with the only one dead: قتل المسؤول الأمني في كذا والمسؤول ..."""
    if total != Count(1, 1) or toll.who is None or toll.who.head + 1 < toll.who.first:
        return False
    alike = "و" + tokens[toll.who.head].form
    return any(t.form == alike for t in tokens[toll.who.last + 1 : min(sentence.past, toll.who.last + _LIKE)])


def _leader(sentence: Sentence, draft: Draft, toll: Harm, total: Count) -> bool:
    """Whether a fight's toll is one leader, whom a text names among its dead: وأدت المعارك إلى مقتل القائد الميداني."""
    if draft.type != "clash" or total != Count(1, 1) or toll.who is None:
        return False
    told = range(toll.who.head, toll.who.first + 1)
    return any(m.first in told for cls in ("rank", "office", "leader") for m in sentence.of(cls))


def _total(sentence: Sentence, toll: Harm) -> bool:
    """Whether a toll is told as the sum of those before it: ليصبح إجمالي القتلى 13."""
    return any(0 < toll.first - m.last <= _SUMMED for m in sentence.of("total"))


def _besides(sentence: Sentence, draft: Draft, first: Harm, other: Harm, drafts: list[Draft]) -> bool:
    """Whether others may have died in the same act, as a clause behind it tells: كما قتل أربعة آخرون."""
    if other.count is None or other.first < first.first or other.count == first.count:
        return False
    gap = range(first.last + 1, other.first)
    act = any(
        d.first in range(first.last + 1, other.last + _OTHER_ACT) and d is not draft and d.spec.violent for d in drafts
    )
    act = act or any(other.last < t.first <= other.last + _OTHER_ACT for t in sentence.times)
    return not act and not any(m.first in gap for m in sentence.of("speech"))


def _some_of_them(sentence: Sentence, whole: Harm, other: Harm) -> bool:
    """Whether a smaller number behind a toll is of some of its dead: خلف 17 قتيلا، وبلغ القتلى من الحراس سبعة."""
    least, more = (t.count.min if t.count is not None else None for t in (other, whole))
    if least is None or more is None or least >= more or other.first < whole.first:
        return False
    words = [m for m in sentence.of("harm") if m.first == other.first]
    return any(m.prefix.article or m.entry.form.startswith("ال") for m in words)


def _voice_between(sentence: Sentence, first: Harm, other: Harm) -> bool:
    between = range(min(first.last, other.last) + 1, max(first.first, other.first))
    return any(m.first in between for m in sentence.of("speech"))


def _other_source(sentence: Sentence, draft: Draft, told: Harm, again: Harm, drafts: list[Draft]) -> bool:
    """Whether a second figure is another source's of the same act: the first one told holds."""
    gap = range(told.last + 1, again.first)
    if any(d.first in gap and d is not draft and d.spec.violent for d in drafts):
        return False
    if told.who is not None and again.who is not None and told.who.armed != again.who.armed:
        return False  # 11 مسلحا، وأشار إلى مقتل 10 مدنيين في انفجار
    return any(m.first in gap for m in sentence.of("speech"))


def _tied(sentence: Sentence, draft: Draft, toll: Harm) -> bool:
    """Whether words tie a toll to its act: أسفر الهجوم عن مقتل خمسة, قتل خمسة في الهجوم."""
    if toll.last < draft.first:
        return any(toll.last < m.first < draft.first for m in sentence.of("toll")) and not any(
            toll.last < b < draft.first for b in sentence.breaks
        )
    return any(draft.first - _CARRIED <= m.first < toll.first and m.entry.value == "act" for m in sentence.of("toll"))


def _in_another(sentence: Sentence, draft: Draft, before: Harm, behind: Harm) -> bool:
    """Whether the second of two tolls is told in a clause of its own with its own act: كما قتل مئات في حملة الجيش."""
    if not any(before.last < b <= behind.first for b in sentence.breaks):
        return False
    ties = [m.last + 1 for m in sentence.of("toll") if behind.last < m.first <= behind.last + _OTHER_ACT]
    acts = {m.first for cls in ("trigger", "act_noun") for m in sentence.of(cls)} - {draft.first}
    return not acts.isdisjoint(ties)


def _against(tokens: tuple[Token, ...], gap: range) -> bool:
    """Whether another count of the same dead is set against the one before: في حين تحدثت حصيلة رسمية عن ..."""
    while_ = [i for i in gap if tokens[i].form in _WHILE]
    return any(_TALLY in t.form for i in while_ for t in tokens[i + 1 : min(i + 1 + _NAMES, gap.stop)])


def _together(
    sentence: Sentence, tokens: tuple[Token, ...], draft: Draft, first: Harm, other: Harm, drafts: list[Draft]
) -> bool:
    """Whether two tolls of one kind are parts of one total: told in one clause, or of the two sides of fighting."""
    before, behind = (first, other) if first.first < other.first else (other, first)
    gap = range(before.last + 1, behind.first)
    if any(m.first in gap and m.entry.value == "act" for m in sentence.of("toll")):
        return False
    if any(d.first in gap and d is not draft and d.spec.violent for d in drafts):
        return False
    if _in_another(sentence, draft, before, behind) or _against(tokens, gap):
        return False
    if draft.type in _SIDES:
        return len(gap) <= _APART
    return len(gap) <= _BESIDE and not any(b in gap for b in sentence.breaks)
