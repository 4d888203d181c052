"""Who is meant by "we": the speaker of what is said."""

from __future__ import annotations

from bisect import bisect_right

from marsad.extract.reasons.governor import segment_start
from marsad.extract.reasons.ground import Ground
from marsad.model import ActorRef, Statement

# So many statements that begin before a place are looked at for the one that holds it.
NEAR_CONTENTS = 12
# So many words of the reason itself tell who speaks (لاستكمال بسط سيطرتنا).
OWN_WORDS = 5
_THIS = frozenset({"هذا", "هذه"})
_SIDES = frozenset({"armed_group", "state_force", "political"})
_WE = frozenset({"نحن", "اننا", "باننا", "لاننا", "ونحن", "فنحن", "كلنا"})


def statement_at(ground: Ground, start: int) -> Statement | None:
    """The innermost statement that holds a place in the text."""
    near = bisect_right(ground.contents, start, key=lambda s: s.content.start if s.content else 0)
    held = [s for s in ground.contents[max(0, near - NEAR_CONTENTS) : near] if s.content and start < s.content.end]
    return min(held, key=lambda s: s.content.end - s.content.start if s.content else 0) if held else None


def we(ground: Ground, cue: int, last: int) -> ActorRef | None:
    """The speaker, where the clause before a cue, or the reason, speaks of us; else None."""
    start = segment_start(ground, cue)
    own = range(cue, min(last, cue + OWN_WORDS) + 1)
    if not any(_first_person(ground, t) for t in range(start, cue)) and not any(_ours(ground, t) for t in own):
        return None
    said = statement_at(ground, ground.tokens[cue].start)
    if said is None or said.speaker is None:
        return None
    speaker = said.speaker
    if speaker.key is None and speaker.type is None:
        return None  # a text, a source: who speaks through it is not told
    return ActorRef(speaker.text, speaker.start, speaker.end, speaker.key, speaker.type)


def own_act(ground: Ground, noun: int) -> ActorRef | None:
    """The speaker, where an armed side or a state calls an act its own by pointing at it (وقالت الكتيبة إن هذه العملية
    …); else None."""
    if ground.tokens[noun - 1].form not in _THIS:
        return None
    said = statement_at(ground, ground.tokens[noun].start)
    if said is None or said.speaker is None or said.speaker.type not in _SIDES:
        return None
    speaker = said.speaker
    return ActorRef(speaker.text, speaker.start, speaker.end, speaker.key, speaker.type)


def _first_person(ground: Ground, t: int) -> bool:
    form = ground.tokens[t].form
    if form in _WE:
        return True
    if not ground.verb(t):
        return False
    return (form.endswith("نا") and not form.endswith("ونا")) or form.startswith(("سن", "وسن"))


def _ours(ground: Ground, t: int) -> bool:
    return ground.tokens[t].form.endswith("نا") and ground.is_in(t, "aim")
