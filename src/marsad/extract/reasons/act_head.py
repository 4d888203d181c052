"""The word of the act that a cue explains: the nearest verb or noun of action before it."""

from __future__ import annotations

from marsad.extract.reasons.ground import Ground
from marsad.extract.reasons.noun_doer import doer_of_noun, gerund
from marsad.extract.reasons.phrases import PREPOSITIONS
from marsad.extract.reasons.relatives import HARD, THAT, opens_relative
from marsad.extract.reasons.verbs import finite, object_pronoun

# How many commas may stand between a cue and its act.
COMMAS = 3
# An aside between dashes has so many words at most.
ASIDE = 20
_DASHES = frozenset({"-", "–", "—", "ـ"})
THERE = frozenset({"هناك", "وهناك", "ثمه", "وثمه"})  # وهناك جهود …: nobody is said to act
# Such a clause says what something is: nothing before it is what a cue behind it explains.
_IT_IS = frozenset({"فهو", "فهي", "فهم"})
_WHAT = frozenset({"ما", "وما", "فما"})  # ما تحتاجه هو …: the clause is about what is needed
_ALONG = frozenset({"مع", "منذ"})
_MEANWHILE = frozenset({"اثناء", "خلال", "لدي", "عند"})
TIMES = frozenset(
    {"بعد", "قبل", "عقب", "خلال", "اثناء", "رغم", "منذ", "اثر", "قبيل", "غداه", "وسط", "مع", "دون", "لدي"}
)


def act_head(ground: Ground, before: int, first: int) -> int | None:
    """The nearest verb or noun of action before a token."""
    commas, closed = 0, 0
    happens: int | None = None  # a verb that only says that an act comes (جاء), for want of its noun
    dating: int | None = None  # a noun that only dates another act (بعد القصف), for want of one
    t = _before_aside(ground, before, first)
    while t >= first:
        form = ground.tokens[t].form
        if form == ")":
            closed += 1
        elif form == "(":
            closed = max(0, closed - 1)
        elif closed:
            pass
        elif form in HARD or form in THAT or form in _IT_IS or _this_is(ground, t, first):
            break
        elif form in "،,":
            commas += 1
            if commas > COMMAS:
                break
        elif form in THERE:
            return happens if happens is not None else t
        elif t in ground.names:
            t = ground.names[t]
        elif finite(ground, t, first):
            if _of_what(ground, t, first) or ground.is_in(t, "outcome"):
                t -= 1
                continue
            describes = opens_relative(ground, t, first) or object_pronoun(ground, t)
            if describes and ground.is_in(t, "state_verb") and ground.tokens[t - 1].form not in _WHAT:
                t -= 1
                continue  # المدن التي تمثل محاور: only says what the act is about
            if not ground.is_in(t, "happens"):
                return happens if happens is not None else t
            if dating is not None:
                return dating
            happens = happens if happens is not None else t
        elif action(ground, t):
            if their_own(ground, t, first):
                return t
            if t > first and ground.is_in(t - 1, "cause_word"):
                t -= 1
                continue  # نتيجة الهجمات، وذلك نظرا إلى …: the cause of the act is not the act
            if t == first or ground.tokens[t - 1].form.lstrip("وف") not in TIMES:
                return t
            if ground.tokens[t - 1].form.lstrip("وف") in _ALONG and doer_of_noun(ground, t, before + 1) is not None:
                return t  # مع نشر الحكومة قوات: an act of its own, told beside another
            dating = dating if dating is not None else t
        t -= 1
    return dating if happens is None else happens


def _before_aside(ground: Ground, before: int, first: int) -> int:
    """The last token before a cue, or before an aside between dashes that ends right there."""
    t = before - 1
    if t < first or ground.tokens[t].form not in _DASHES:
        return t
    opening = next((k for k in range(t - 1, max(first, t - ASIDE) - 1, -1) if ground.tokens[k].form in _DASHES), None)
    return t if opening is None else opening - 1


def _of_what(ground: Ground, verb: int, first: int) -> bool:
    """Whether a verb only tells what something is against or about (الوقوف ضد ما تقوم به الميليشيات)."""
    if verb - 2 < first or ground.tokens[verb - 1].form != "ما" or ground.tokens[verb - 2].form not in PREPOSITIONS:
        return False
    return object_pronoun(ground, verb)


def their_own(ground: Ground, noun: int, first: int) -> bool:
    """Whether a noun of action is told as what several were doing meanwhile (أثناء محاولتهم التسلل): a cue behind it
    explains that, not what was done to them."""
    if noun <= first or ground.tokens[noun - 1].form.lstrip("وف") not in _MEANWHILE:
        return False
    return ground.tokens[noun].form.endswith("هم")


def _this_is(ground: Ground, t: int, first: int) -> bool:
    """Whether a clause begins behind a comma with what it says something of (…، هذا الربط خطير)."""
    return t > first and ground.tokens[t].form in ("هذا", "هذه") and ground.tokens[t - 1].form in "،,"


def action(ground: Ground, t: int) -> bool:
    """Whether a noun tells an action on which a purpose can hang."""
    form = ground.tokens[t].form.lstrip("و")
    if form in PREPOSITIONS or form in TIMES:
        return False  # أثناء is no إثناء
    if t in ground.deeds or gerund(ground, t):
        return True
    return t in ground.events and not ground.is_in(t, "people")  # المتهمة: somebody, not the accusation
