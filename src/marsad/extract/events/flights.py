"""Flight as a trigger: a force leaves a place, civilians are displaced, captives get free."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.extract.events.words import FLIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.text.view import Token

# Words behind the trigger among which the place that is fled may stand.
_FROM = 7
# Words behind it among which who flees, and the preposition before where, stand.
_TOLD, _WAYS = 4, frozenset({"من", "الي", "نحو", "باتجاه", "صوب", "عبر", "امام"})
_PRISONS = ("سجن", "السجن", "معتقل", "المعتقل", "سجون", "الاسر")
_FORCES = frozenset({"state_force", "armed_group", "state", "armed"})


def who_flees(analysis: Analysis, sentence: Sentence, draft: Draft) -> None:
    """Gives a draft of a flight its type, by who flees and from where."""
    if draft.type != FLIGHT:
        return
    who = [*draft.agents, *draft.targets]
    behind = analysis.text.tokens[draft.last + 1 : min(sentence.past, draft.last + 1 + _FROM)]
    needs = {"target"}
    if any(n.kind == "captive" for n in who) or any(t.form.startswith(_PRISONS) for t in behind):
        kind = "release"
    elif any(n.kind in _FORCES for n in who):
        kind, needs = "withdrawal", {"agent", "place"}
    elif draft.match.prefix.conjunction and not _from_where(draft, behind):
        kind, needs = "displacement", {"never"}  # وفر المجلس مادة الديزل: provided it
    else:  # one person who runs away is no displacement
        many = any(n.kind != "person" or n.count is not None for n in who)
        kind, needs = "displacement", {"target", "place"} if many else {"never"}
    draft.type, draft.spec = kind, replace(draft.spec, type=kind, needs=frozenset(needs))
    if kind != "withdrawal":
        draft.agents, draft.targets = [], who


def _from_where(draft: Draft, behind: Sequence[Token]) -> bool:
    """Whether who flees, or from or to where, is told right behind a verb."""
    past = draft.last + 1 + _TOLD
    told = any(draft.last < n.head < past for n in (*draft.agents, *draft.targets))
    return told or any(t.form in _WAYS for t in behind[:_TOLD])
