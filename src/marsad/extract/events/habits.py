"""What is told in general, of nobody's act at a time: what happens now and then or hardly ever, what somebody is like,
what a people is for or against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.words import SPOKEN

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence

# Acts that a relative clause in the imperfect tells of as somebody's way (الجماعة التي تعتقل الناس).
_WAYS = SPOKEN | {"arrest", "abduction"}
_IMPERFECT = ("ي", "ت")


def in_general(sentence: Sentence, draft: Draft) -> bool:
    """Whether an act is told of as what happens at times or hardly ever, as somebody's way, or as a people's attitude:
    with no date of its own and no toll."""
    if draft.own_date or draft.harm:
        return False
    return _now_and_then(sentence, draft) or _rarely(sentence, draft) or _way(draft) or _attitude(draft)


def _now_and_then(sentence: Sentence, draft: Draft) -> bool:
    """Whether an act of violence is told as what happens now and then."""
    words = (m for m in sentence.of("now_and_then") if m.entry.value == "many")
    return draft.spec.violent and any(not any(m.last < b < draft.first for b in sentence.breaks) for m in words)


def _rarely(sentence: Sentence, draft: Draft) -> bool:
    """Whether a word of its clause says that such an act is rare: نادرا ما تجري محاكمات, والإعلان عنها أمر نادر."""
    for word in sentence.of("now_and_then"):
        low, high = min(word.last, draft.last), max(word.first, draft.first)
        if word.entry.value == "rare" and not any(low < b < high for b in sentence.breaks):
            return True
    return False


def _way(draft: Draft) -> bool:
    """Whether a relative clause in the imperfect tells what somebody is wont to do, to nobody in particular."""
    known = draft.perpetrators and draft.targeted
    return draft.aside and _imperfect(draft) and draft.type in _WAYS and not known


def _attitude(draft: Draft) -> bool:
    """Whether a people is said to be for or against something: أهل المدينة يرفضون الفوضى."""
    if draft.sentence == 0 or not _imperfect(draft) or draft.type != "condemnation":
        return False
    return bool(draft.perpetrators) and all(a.type == "civilians" for a in draft.perpetrators)


def _imperfect(draft: Draft) -> bool:
    return draft.verb and draft.match.entry.form.startswith(_IMPERFECT)
