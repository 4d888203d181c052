"""Tolls that one mention leaves incomplete: where more dead of the act are told elsewhere, its toll is open above."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.cues import TOLL_LINKS, cue
from marsad.extract.events.words import flags
from marsad.model import Count
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from marsad.analysis import Analysis
    from marsad.lexicon import Match
    from marsad.model import Event

# Sentences between a toll and others of the dead of the same act.
_NEAR = 3
# Letters of a word too short to tell who somebody is.
_SHORT = 2


def completed(analysis: Analysis, event: Event, tellings: Sequence[Event], with_dead: Set[int]) -> Event:
    """An act with its toll as all its tellings in the text give it: the sum that one of them tells with its parts; open
    above where another one tells of other dead (قتل تسعة حوثيين. وقتل جندي بتلك المواجهات). `with_dead`: the sentences
    whose events have tolls."""
    killed = event.killed
    if killed is None or killed.max is None or killed.min is None:
        return event
    for again in tellings:
        if again.killed is not None and sums(again, killed):
            return replace(event, killed=again.killed, victims=again.victims)
    counted = [t for t in tellings if t.killed is not None]
    first = next((t for t in counted if t.killed == killed), event)
    sentence = analysis.text.sentence_of
    # Two sources that one sentence sets against each other tell of the same dead.
    elsewhere = [t for t in counted if sentence(t.start) != sentence(first.start)]
    if any(t.killed != killed and of_others(first, t) for t in elsewhere):
        return opened(event)
    told = [sentence(t.start) for t in counted]
    for again in tellings:
        n = sentence(again.start)
        if again.killed is not None or n in with_dead or all(abs(n - k) > _NEAR for k in told):
            continue
        other_side = event.type == "clash" and n > min(told)
        if (other_side or (n < min(told) and of_others(first, again))) and _more_fell(analysis, n):
            return opened(event)
    return event


def opened(event: Event) -> Event:
    """An event with its toll open above."""
    return event if event.killed is None else replace(event, killed=Count(event.killed.min, None))


def of_others(a: Event, b: Event) -> bool:
    """Whether two tolls are of other people, as far as both say who they are."""
    x, y = _who(a), _who(b)
    return bool(x and y) and x.isdisjoint(y)


def sums(whole: Event, part: Count) -> bool:
    """Whether a toll is one that was told before together with others: 13 حوثيا، و4 من المقاومة."""
    least = whole.killed.min if whole.killed is not None else None
    if least is None or part.min is None or least <= part.min:
        return False
    parts = [v for v in whole.victims if v.harm == "killed"]
    who = [_kinds((v.who,)) for v in parts]
    known = all(who) and all(x.isdisjoint(y) for i, x in enumerate(who) for y in who[:i])
    return known and part.min in [v.min for v in parts] and sum(v.min or 0 for v in parts) == least


def _who(event: Event) -> set[str]:
    """The words that tell who died; none where some are people of no kind (أشخاص)."""
    dead = [v.who for v in event.victims if v.harm == "killed"]
    return _kinds(dead or [a.text for a in event.targets if event.type != "clash"])


def _kinds(people: Iterable[str]) -> set[str]:
    words = {w.removeprefix("ال") for who in people for w in fold_word(who).split() if len(w) > _SHORT}
    return set() if words & cue("anybody", TOLL_LINKS) else {w for w in words if not w.isdigit()}


def _more_fell(analysis: Analysis, n: int) -> bool:
    """Whether a sentence says that people fell."""
    first, past = analysis.text.sentence_tokens[n]
    return any(fell(analysis, m) for m in analysis.matches.within("harm", first, past))


def fell(analysis: Analysis, match: Match) -> bool:
    """Whether a word tells that people died, and doesn't speak of the dead told of before: القتلى, الذين قتلوا."""
    kind = flags(match.entry.value)
    if "killed" not in kind or "none" in kind or match.prefix.article or match.entry.form.startswith("ال"):
        return False
    before = analysis.text.tokens[match.first - 1].form if match.first else ""
    return before not in cue("whose", TOLL_LINKS)
