"""Whose behaviour a reason explains: the actor, the behaviour and its target, read from the clause before the cue."""

from __future__ import annotations

from typing import NamedTuple

from marsad.extract.reasons.clause import act_before
from marsad.extract.reasons.doers import GROUP, NATION, doers_in
from marsad.extract.reasons.ground import SIGNS, STRONG_SIGNS, Ground
from marsad.extract.reasons.subject import SUFFERS, subject_score
from marsad.grammar.scene import Placed
from marsad.model import ActorRef

# How much each sign of being the subject counts; set by hand, in steps of a half.
SAME_SEGMENT, COMMA, STEP = 1.0, -0.5, -0.04
LATER, UNNAMED, PERPETRATOR = -0.8, -0.5, 0.5
# Who is made to act acts, not who makes them (دعا الرئيس الأحزاب إلى …).
URGED = 2.5
# A verb with its subject right before the cue.
ADJACENT = 1.0
# A comma before the cue: it explains the whole sentence, not what stands next to it.
APART = 0.5
URGED_REACH = 4
BESIDE = 2
EARLIER_SENTENCE = -1.5
REACH = 4
BEHAVIOUR_WORDS = 14
# So many words before an act belong to what is done; an aside in brackets has at most so many.
SUBJECT_BEFORE, ASIDE = 8, 12
SHORT = 4
# Nothing farther away than so many tokens governs; it also keeps the cost linear where a sentence never ends.
WINDOW = 80


class Doer(NamedTuple):
    """An actor mention as the one whose behaviour is explained; `score` over 0 means that it stands as a subject."""

    mention: Placed
    score: float

    def ref(self) -> ActorRef:
        actor = self.mention.mention
        return ActorRef(actor.text, actor.start, actor.end, actor.key, actor.type or None)


def segment_start(ground: Ground, cue: int) -> int:
    """The first token of the clause before a cue: behind the last sign that parts clauses."""
    first = max(ground.sentence(cue)[0], cue - WINDOW)
    t = cue - 1
    while t > first and (ground.tokens[t].form in SIGNS or not ground.tokens[t].word):
        t -= 1
    while t > first and ground.tokens[t - 1].form not in SIGNS:
        t -= 1
    return t


def doer_before(ground: Ground, cue: int, strict: bool = False) -> Doer | None:
    """The best actor before a cue in its sentence."""
    first = max(ground.sentence(cue)[0], cue - WINDOW)
    return best_doer(ground, first, cue, cue, strict=strict)


def best_doer(
    ground: Ground, first: int, past: int, cue: int, named: bool = False, strict: bool = False
) -> Doer | None:
    """The actor in first..past that most looks like the subject of what leads to `cue`.

    `named` leaves out groups and nations told in passing, `strict` who stands as an object or only speaks."""
    best: Doer | None = None
    before = -1
    urging = False
    apart = past == cue and cue > first and ground.tokens[cue - 1].form in "،,"
    for placed in doers_in(ground, first, past):
        if named and placed.mention.rule in (GROUP, NATION):
            continue
        if best is not None and _beside(ground, placed, before):
            before = placed.last
            continue
        score = subject_score(ground, placed)
        urged = urging and before >= 0 and placed.first - before <= URGED_REACH
        urging = ground.is_in(placed.first - 1, "urges") or (urging and not urged)
        if strict and score <= SUFFERS and not urged:
            before = placed.last
            continue
        if placed.mention.start in ground.perpetrators:
            score += PERPETRATOR
        if placed.mention.rule == GROUP:
            # Without a verb before it, or joined with و, a group is hardly who acts.
            score += UNNAMED * (1 if score > 0 and placed.prefix != "و" else 2)
        if urged:
            score = max(score, 0.0) + URGED
        elif before >= 0 and not any(ground.tokens[t].form in SIGNS for t in range(before + 1, placed.first)):
            score += LATER
        before = placed.last
        between = range(placed.last + 1, cue) if placed.first < cue else range(cue, placed.first)
        commas = 0
        for t in between:
            form = ground.tokens[t].form
            if form in STRONG_SIGNS:
                score += 2 * COMMA
            elif form in SIGNS:
                commas += 1
        if not between and score > 0 and placed.first < cue:
            score += ADJACENT
        far = (COMMA * min(commas, 4) if commas else SAME_SEGMENT) + STEP * min(len(between), 40)
        score += far * APART if apart and far < 0 else far
        if best is None or score > best.score:
            best = Doer(placed, score)
    return best


def _beside(ground: Ground, placed: Placed, before: int) -> bool:
    """Whether a mention is joined with و to the one before: the first stands for both."""
    gap = placed.first - before - 1
    if before < 0 or gap > BESIDE:
        return False
    if gap and any(ground.tokens[t].form in SIGNS or ground.verb(t) for t in range(before + 1, placed.first)):
        return False
    return placed.prefix.startswith("و") if not gap else ground.tokens[before + 1].form.startswith("و")


def doer_around(ground: Ground, first: int, last: int) -> Doer | None:
    """The actor of a stretch of words that is no clause with a cue: a lead-in, a title."""
    return best_doer(ground, first, last + 1, last + 1)


def doer_earlier(ground: Ground, token: int, reach: int = REACH) -> Doer | None:
    """The subject nearest before a token's sentence: the one that goes on being spoken of."""
    sentence = ground.tokens[token].sentence
    best: Doer | None = None
    for back in range(1, reach + 1):
        if sentence - back < 0:
            break
        first, past = ground.text.sentence_tokens[sentence - back]
        first = max(first, past - WINDOW)
        found = best_doer(ground, first, past, past, named=True, strict=True)
        if found is not None:
            found = found._replace(score=found.score + back * EARLIER_SENTENCE)
            if best is None or found.score > best.score:
                best = found
    return best


def behaviour(ground: Ground, cue: int) -> tuple[int, int] | None:
    """Tokens of the short phrase before a cue that tells what is done: the clause right before it, or, where that is an
    aside of few words (هاجم …، جنوب المدينة، بهدف …), the clause of the act; None where nothing stands there."""
    last = _outside(ground, cue - 1)
    first, _ = ground.sentence(cue)
    if last < first:
        return None
    start = segment_start(ground, last + 1)
    if ground.tokens[start].form.lstrip("وف") in ("ذلك", "هذا"):
        start = segment_start(ground, start)
    act = act_before(ground, cue)
    if last - start >= SHORT or act is None or not first <= act.head < start:
        return max(start, last - BEHAVIOUR_WORDS + 1), last
    start = max(segment_start(ground, act.head + 1), act.head - SUBJECT_BEFORE)
    end = min(last, start + BEHAVIOUR_WORDS - 1)
    while end > act.head and not ground.tokens[end].word:
        end -= 1
    return start, end


def _outside(ground: Ground, last: int) -> int:
    """The last word up to a token that is no sign and stands in no brackets that end there."""
    first, _ = ground.sentence(last) if last >= 0 else (0, 0)
    while last >= first and not ground.tokens[last].word:
        if ground.tokens[last].form == ")":
            opened = next(
                (t for t in range(last, max(first, last - ASIDE) - 1, -1) if ground.tokens[t].form == "("), last
            )
            last = opened
        last -= 1
    return last


def target(ground: Ground, spans: list[tuple[int, int] | None], actor: ActorRef | None) -> str | None:
    """The first place or other actor named in the reason, else in the behaviour."""
    for span in spans:
        if span is None:
            continue
        for t in range(span[0], span[1] + 1):
            if t in ground.places:
                return str(ground.places[t][0].mention.text)
            if t in ground.actors:
                other = ground.actors[t][0].mention
                if actor is None or (other.key or other.text) != (actor.key or actor.text):
                    return str(other.text)
    return None
