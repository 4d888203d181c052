"""What is told twice: a reason is written down once, at its fuller mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from marsad.extract.reasons.draft import Draft
from marsad.extract.reasons.ground import Ground
from marsad.model import ActorRef

# Two phrases of one category with so large a share of words in common tell one reason.
SAME = 0.6
# Or of which one says what the other does, with more words.
CONTAINED = 0.66
# So many first letters stand for a word: endings and pronouns change.
STEM = 5
# So many earlier reasons of the category are compared: repetitions stand near, and cost stays linear.
MEMORY = 40


def beside_lists(listed: Iterable[Draft], drafts: Iterable[Draft]) -> list[Draft]:
    """Reasons of running text without those that say again, inside a list's item, what its head says.

    Where nobody is named inside an item, who acts is whom the list is about."""
    by_sentence: dict[int, set[tuple[str, str]]] = {}
    actors: dict[int, ActorRef | None] = {}
    for item in listed:
        for sentence in (*item.evidence, item.sentence):
            by_sentence.setdefault(sentence, set()).add((item.category, item.kind))
            actors[sentence] = item.actor
    return [
        draft if draft.actor is not None else replace(draft, actor=actors.get(draft.sentence))
        for draft in drafts
        if (draft.category, draft.kind) not in by_sentence.get(draft.sentence, ())
    ]


def once(ground: Ground, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without repetitions: a list's item stays, else the longer phrase, else the later."""
    kept: dict[str, list[tuple[set[str], Draft]]] = {}
    for draft in drafts:
        words = _words(ground, draft)
        same = kept.setdefault(draft.category, [])
        for k in range(max(0, len(same) - MEMORY), len(same)):
            other, before = same[k]
            if draft.order is None and before.sentence != draft.sentence and _alike(words, other):
                if before.order is None and len(words) >= len(other):
                    same[k] = (words, draft)
                break
        else:
            same.append((words, draft))
    return [draft for same in kept.values() for _, draft in same]


def _words(ground: Ground, draft: Draft) -> set[str]:
    forms = (ground.tokens[t].form for t in range(draft.head, draft.last + 1) if ground.tokens[t].word)
    return {form.removeprefix("لل").removeprefix("ال")[:STEM] for form in forms if len(form) > 2}


def _alike(a: set[str], b: set[str]) -> bool:
    common = len(a & b)
    if not common:
        return False
    return 2 * common / (len(a) + len(b)) >= SAME or (common > 1 and common / min(len(a), len(b)) >= CONTAINED)
