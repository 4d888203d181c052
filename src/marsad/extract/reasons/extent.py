"""How far the words of a reason reach."""

from __future__ import annotations

from bisect import bisect_right

from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.verbs import RELATIVES, finite, joined
from marsad.text.view import Token

LONGEST = 18
LEAST = 2
# So many quotations that began before a word are looked at for the one that holds it.
NESTED = 8
_IMPERFECT = "يتن"
# Words that open what was cut off; a phrase does not end with them.
_DANGLING = frozenset(
    {"لا", "ولا", "من", "في", "علي", "الي", "عن", "ان", "التي", "الذي", "ما", "و", "او", "مع", "بما", "كل", "غير"}
)


def phrase_end(ground: Ground, first: int, head: int, past: int, stops: frozenset[int] | set[int] = frozenset()) -> int:
    """Last token of the phrase that begins at `first` and whose own words begin at `head`.

    It ends before a sign, a word that opens another clause, another reason (`stops`), the end of the quotation that
    holds it, `past`, or after so many words."""
    tokens = ground.tokens
    limit = min(past, head + LONGEST, quotation_end(ground, first))
    t = head
    while t < limit:
        form = tokens[t].form
        if form in SIGNS and form != "(":
            break
        if form == "(" or (t in stops and t > head):
            break
        if t - head >= LEAST and (ground.is_in(t, "reason_end") or t in ground.cues):
            break
        if t > head and form[0] in "وف" and _next_deed(ground, head, t):
            break
        t += 1
    while t - 1 > head and (tokens[t - 1].form in _DANGLING or _sign(tokens[t - 1])):
        t -= 1
    return max(t - 1, head if head < past else first)


def _next_deed(ground: Ground, head: int, t: int) -> bool:
    """Whether a joined verb tells a further deed (استغل الفوضى واستولى على …), and does not go on with a clause of the
    phrase (هجوم الفصيل الذي قصف ودمر …)."""
    if not (finite(ground, t, head) and joined(ground, t)):
        return False
    form = ground.tokens[t].form
    future = form[1] in _IMPERFECT and not form.endswith("وا") and not ground.is_in(t, "perfect_t")
    if future and not ground.is_in(head, "aim"):
        return False  # ليقطعوا الطريق ويمنعوا …
    return not any(ground.tokens[k].form in RELATIVES or finite(ground, k, head) for k in range(head, t))


def _sign(token: Token) -> bool:
    return not token.word and not token.form[0].isdigit()


def quotation_end(ground: Ground, token: int) -> int:
    """Past-last token of the innermost quotation that holds a token; past the text where none does."""
    start = ground.tokens[token].start
    quotes = ground.analysis.quotes
    before = bisect_right(quotes, start, key=lambda q: q.start)
    ends = [q.end for q in quotes[max(0, before - NESTED) : before] if q.start <= start < q.end]
    if not ends:
        return len(ground.tokens)
    return bisect_right(ground.starts, min(ends) - 1)


def coordinated(ground: Ground, head: int, last: int, past: int) -> int | None:
    """A further aim that is joined with و ("… وإضعاف الحكومة"), inside the phrase or right behind its comma.

    Its token, or None."""
    tokens = ground.tokens
    for t in range(head + 1, last + 1):
        if _joined_aim(ground, t):
            return t
        if any(m.entry.cls == "aim" and m.prefix.preposition == "ب" for m in ground.at[t]):
            return None  # للسيطرة على دروب خاصة بجلب السلاح وتهريب الوقود: joined to that one
    k = last + 1
    if k + 1 < past and tokens[k].form in ("،", ",") and _joined_aim(ground, k + 1):
        return k + 1
    return None


def _joined_aim(ground: Ground, t: int) -> bool:
    return any(
        m.entry.cls == "aim"
        and m.prefix.conjunction == "و"
        and m.prefix.preposition in ("", "ل")
        and not m.prefix.article
        and not (m.suffix == "ا" and m.entry.form.endswith("ه"))  # مصالحها is no مصالحة
        for m in ground.at[t]
    )
