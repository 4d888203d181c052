"""The words that carry factuality, as their table gives them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from marsad.errors import ResourceError
from marsad.lexicon.entry import VERB

AFTER, DURATIVE, PERFECT_T, NO_FUTURE, STANDING = (
    "modal_after", "durative", "perfect_t", "no_future", "modal_standing",
)  # fmt: skip
ROLES = (
    "deny", "negate", "without", "refuse", "doubt", "prevent", "attempt", "fail", "achieve", "plan", "stop",
    "ongoing", "hedge", "claim", "forecast", "fear", "wish", "demand", "threat", "condition", "question",
    "purpose", "past", "happen", "carry", "perform", "bring",
)  # fmt: skip
LINKS = frozenset({"bare", "new", "part", "imp", "an", "ب", "ل", "ك", "في", "من", "الي", "علي", "عن", "حول"})
_REACH_OF_VERBS, _REACH_OF_OTHERS = 12, 1


class Governor(NamedTuple):
    """What a word does to the words that it governs: its role, the ways in which they are tied to it, its reach.

    `reach` is the greatest number of words between."""

    role: str
    links: frozenset[str]
    reach: int


FUTURE = Governor("future", frozenset(), 0)
PRESENT = Governor("present", frozenset(), 0)
PURPOSE = Governor("purpose", frozenset(), 0)


@cache
def governor(role: str, value: str, part: str) -> Governor:
    """A governor from its lexicon value. Raises ResourceError where the value can't be read."""
    reach = _REACH_OF_VERBS if part == VERB else _REACH_OF_OTHERS
    links = set()
    for word in value.split():
        if word.startswith("reach="):
            reach = int(word[6:])
        elif word in LINKS:
            links.add(word)
        else:
            raise ResourceError(
                f"words of class modal.{role}: {word!r} in {value!r} is neither reach=N nor a link "
                f"({', '.join(sorted(LINKS))})"
            )
    return Governor(role, frozenset(links), reach)


PREPOSITIONS = {"في": "في", "من": "من", "الي": "الي", "علي": "علي", "عن": "عن", "حول": "حول", "بشان": "عن"}
THAT = frozenset(
    {"ان", "بان", "انه", "انها", "انهم", "انهما", "بانهما", "بانه", "بانها", "بانهم", "لان", "وان", "وانه", "وانها"}
)
# Words that open a clause of their own: nothing before them governs what follows.
CLAUSES = frozenset(
    c + w
    for c in ("", "و", "ف")
    for w in (
        "الذي", "التي", "الذين", "اللذين", "اللتين", "اللواتي", "حيث", "بينما", "فيما", "لكن", "لكنه", "لكنها", "كما",
        "مما", "بل", "الا", "اذ", "غير", "عندما", "حين", "حينما", "لان", "لانه", "لانها", "مضيفا", "مضيفه", "موضحا",
        "مشيرا", "موكدا", "متهما", "متهمه", "متهمين", "محذرا", "محذره", "مطالبا", "مطالبه", "داعيا", "داعيه",
        "زاعما", "زاعمه", "مهددا", "مهدده", "معتبرا", "معتبره", "بعدما", "قبلما", "منذ", "ثم", "حتي",
    )
)  # fmt: skip
# Words that may stand between a governor and its noun and change nothing.
BETWEEN = frozenset({"هذه", "هذا", "تلك", "هولاء", "اي", "ايه", "كل", "جميع", "بعض", "كذلك", "ايضا", "فعلا", "اصلا"})
WITHOUT = frozenset({"دون"})
STOPS = frozenset(".,:;؛،!?؟()[]…|•")
