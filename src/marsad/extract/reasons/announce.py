"""Which lists are lists of reasons: their marks, their lead-in or the article's question say so."""

from __future__ import annotations

from marsad.extract.reasons.ground import Ground
from marsad.text.lists import TextList

LEAD_REACH = 40
MOST_BULLETS = 10
TITLE_SENTENCES = 4
# Dresses that count in words; those that may rest on the question of the title alone.
IN_WORDS = frozenset({"adverb", "ordinal", "of_them", "side"})
BY_QUESTION = frozenset({"number", "letter", "adverb"})


def question_tokens(ground: Ground) -> tuple[int, int] | None:
    """Tokens of the article's question, where it asks why."""
    question = ground.analysis.question
    if question is None:
        return None
    placed = ground.scene.tokens_of(question)
    if placed is None or not asks(ground, placed.first, placed.last):
        return None
    return placed.first, placed.last


def asks(ground: Ground, first: int, last: int) -> bool:
    """Whether words ask why, or announce several reasons."""
    return any(ground.is_in(t, "why_word") or announces(ground, t) for t in range(first, last + 1))


def announces(ground: Ground, token: int) -> bool:
    found = ground.match(token, "why_noun")
    return found is not None and str(found.entry.value).endswith("many")


def tells_reasons(ground: Ground, found: TextList) -> bool:
    """Whether a list is one of reasons: by its marks, its lead-in, or the article's question."""
    if _quotes(ground, found):
        return False
    if any(ground.is_in(t, "why_noun") for item in found.items for t in range(item.mark, item.first)):
        return True
    if found.lead is None or (found.dress == "bullet" and len(found.items) > MOST_BULLETS) or _asked(ground, found):
        return False
    last = found.lead[1]
    first = max(found.lead[0], last - LEAD_REACH)
    asked = question_tokens(ground)
    leads = ground.tokens[last].form in ":؟?" or any(ground.is_in(t, "lead_tail") for t in range(first, last + 1))
    if asks(ground, first, last):
        if _of_others(ground, found, first, last):
            return False
        return leads or found.dress in IN_WORDS or asked is not None
    if found.dress not in BY_QUESTION or asked is None or not leads:
        return False
    in_title = ground.tokens[asked[0]].sentence < TITLE_SENTENCES
    return in_title and not any(ground.is_in(t, "other_list") for t in range(first, last + 1))


def _of_others(ground: Ground, found: TextList, first: int, last: int) -> bool:
    """Whether what is counted is something else: by the marks (القطاع الأول), or a lead-in that announces no reasons
    (ترجع إلى ثلاثة آراء)."""
    if any(ground.is_in(t, "other_list") for item in found.items for t in range(item.mark, item.first)):
        return True
    said = any(ground.is_in(t, "other_list") for t in range(first, last + 1))
    return said and not any(announces(ground, t) for t in range(first, last + 1))


def _asked(ground: Ground, found: TextList) -> bool:
    """Whether items are questions themselves: an interview."""
    return any(
        ground.tokens[ground.sentence(item.first)[1] - 1].form in "؟?" for item in found.items if item.head is None
    ) or any(ground.tokens[item.head].form in "؟?" for item in found.items if item.head is not None)


def _quotes(ground: Ground, found: TextList) -> bool:
    """Whether the heads are those of speech (وأضاف: …)."""
    return found.dress == "heading" and any(
        t in ground.cues or ground.is_in(t, "say") or ground.is_in(t, "say_phrase")
        for item in found.items
        if item.head is not None
        for t in range(item.first, item.head + 1)
    )
