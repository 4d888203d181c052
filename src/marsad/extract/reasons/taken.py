"""Whether a word before a ل takes it, so that what follows is its object, task or content and no purpose."""

from __future__ import annotations

from marsad.extract.reasons.clause import act_before
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.phrases import PREPOSITIONS

# Words that a purpose's governor may stand before the ل.
VERB_REACH = 6
BODY_REACH = 3
# Whose seeking it is stands between it and its ل (استعداد المقاتلين التام لصد …).
SOUGHT_REACH = 4
EXPOSED_REACH = 25
# Words between a noun and the ل that says what it is for, or what it is about.
BETWEEN = 4
# Who is asked is told in so many words.
ASKED_REACH = 10
_BY_THEM = frozenset({"به", "بها", "بهم"})


def bare_noun(ground: Ground, at: int) -> bool:
    """Whether للـ stands before a mere noun (للنقل الجوي، مصادر للتمويل), not a noun of action with its object."""
    if not ground.tokens[at].form.lstrip("وف").startswith("لل") or at + 1 >= len(ground.tokens):
        return False
    following = ground.tokens[at + 1]
    if following.form[0] == "و" and len(following.form) > 2 and at + 1 not in ground.names:
        # للتسليح والتدريب: as bare as what is joined to it; للقضاء وتركهم: joined to something else
        return not ground.is_in(at + 1, "aim") or at + 2 >= len(ground.tokens) or not ground.tokens[at + 2].word
    return not following.word or following.form.startswith("ال")


def exposed(ground: Ground, at: int, first: int) -> bool:
    """Whether the ل belongs to تعرض or خضع, however far before: تعرضت الأحياء … لقصف."""
    if not ground.is_in(at, "suffered"):
        return False
    before = (ground.tokens[t].form for t in range(max(first, at - EXPOSED_REACH), at))
    return any(stem in form for form in before for stem in ("تعرض", "خضع"))


def taken_by_governor(ground: Ground, at: int, first: int) -> bool:
    """Whether a word before takes the ل: a verb like سعى, a noun like فرصة, the name of a body, a site."""
    if _about_noun(ground, at, first) or _asked_of(ground, at, first):
        return True
    for back in range(1, VERB_REACH + 1):
        t = at - back
        if t < first or ground.tokens[t].form in SIGNS:
            return False
        for match in ground.at[t]:
            if match.suffix in ("ه", "ي"):  # شرطة is no شرط with a pronoun
                continue
            if match.entry.cls == "no_purpose" and back <= int(match.entry.value or 1) + (back == 2):
                return True
            if match.entry.cls == "body_noun" and back <= BODY_REACH:
                return True
            if match.entry.cls == "seeking_noun" and back <= SOUGHT_REACH:
                return True
            if match.entry.cls == "urges" and (t + 1 == at if match.suffix else _made_to(ground, t + 1, at)):
                return True  # دفع الحزب للتجنيد, دفعته للتجنيد
            if match.entry.cls == "lets" and (t + 1 == at if match.suffix else _of_whom(ground, t + 1, at)):
                return True  # مساعدة السكان للخروج
        if t in ground.events or ground.is_in(t, "act_noun") or ground.is_in(t, "doing_noun"):
            return False
    return False


def _about_noun(ground: Ground, at: int, first: int) -> bool:
    """Whether a ل tells, behind a noun, what is in a plan (سيناريوهات محتملة لإنهاء …), or what an indefinite site is
    for (قصف معسكراً لتدريب …), unless the site is made or used for it (أقام معسكراً لتدريب …).

    Its adjectives, or whose plan it is (مخطط التنظيم لتهديد …), may stand between."""
    for t in range(at - 1, max(first, at - 1 - BETWEEN) - 1, -1):
        if not ground.tokens[t].word or ground.tokens[t].form in PREPOSITIONS:
            return False
        if t in ground.names:
            continue
        if _asks_by(ground, t):
            return False  # طلبات للالتحاق بالجيش لقتال …: what is in it is told already
        definite = _definite(ground, t)
        between = [k in ground.names or _definite(ground, k) for k in range(t + 1, at)]
        if _bare(ground, t, "content_noun") and (all(between) or not (definite or any(between))):
            return True
        if not definite and not any(between) and _bare(ground, t, "site_noun"):
            act = act_before(ground, at)
            return act is None or not (ground.is_in(act.head, "makes") or ground.is_in(t - 1, "makes"))
    return False


def _asked_of(ground: Ground, at: int, first: int) -> bool:
    """Whether a ل brings in what somebody is asked to do, behind who is asked (مطالباً الهيئات المسؤولة لتكثيف …)."""
    for t in range(at - 1, max(first, at - 1 - ASKED_REACH) - 1, -1):
        form = ground.tokens[t].form
        if form in SIGNS or form in PREPOSITIONS or form == "ان" or _asks_by(ground, t):
            return False
        if ground.is_in(t, "asks"):
            return True
    return False


def _asks_by(ground: Ground, t: int) -> bool:
    """Whether a ب before a noun of action tells already what is asked (مطالباً الحكومة بفتح …)."""
    return any(m.prefix.preposition in ("ب", "ل") and m.entry.cls in ("aim", "act_noun") for m in ground.at[t])


def _definite(ground: Ground, t: int) -> bool:
    return ground.tokens[t].form.startswith(("ال", "وال", "بال", "لل"))


def _bare(ground: Ground, t: int, cls: str) -> bool:
    """Whether a word of a class stands without a pronoun."""
    return any(m.entry.cls == cls and m.suffix in ("", "ا") for m in ground.at[t])


def _of_whom(ground: Ground, first: int, at: int) -> bool:
    """Whether between a noun like مساعدة and a ل stands only who is helped (مساعدة السكان للخروج)."""
    named = first in ground.names or _definite(ground, first)
    return named and _made_to(ground, first, at)


def _made_to(ground: Ground, first: int, at: int) -> bool:
    """Whether between a verb like دفع and a ل stands only whom it makes act (دفع النظام لسحب قواته)."""
    if first + 1 == at and ground.tokens[first].form in _BY_THEM:
        return True  # دفع بهم للالتحاق
    t = ground.names_end.get(first, first) + 1
    if t < at and ground.tokens[t].form.startswith("ال"):
        t += 1
    return t == at and not ground.tokens[first].form.startswith(("ب", "ل"))
