"""Whether a telling speaks of one act or of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.cues import TOLL_LINKS, cue
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.model import Event

# Endings of two and of several.
_MANY = ("ات", "ين", "ان")


def number(event: Event) -> str | None:
    """Whether a telling speaks of one act or of several; None where its words don't tell (قصف, a verb)."""
    head = fold_word(event.trigger.split()[0]).removeprefix("ال")
    if event.type == "clash" or event.rule.endswith("/trigger_verb") or head in cue("mass", TOLL_LINKS):
        return None
    many = head.endswith(_MANY) and head not in cue("single", TOLL_LINKS)
    return "several" if many or head in cue("plural", TOLL_LINKS) else "one"


def one_number(a: Event, b: Event) -> bool:
    """Whether two tellings may be of as many acts."""
    x, y = number(a), number(b)
    return x is None or y is None or x == y
