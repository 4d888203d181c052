"""The words that announce what is to come, and the verb that each of them brings in."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from marsad.analysis import Analysis
from marsad.extract.modality_index import Index
from marsad.extract.modality_words import STOPS
from marsad.lexicon.automaton import Match
from marsad.text.view import Token

OUTLOOK, FIXED, STATE = "outlook", "outlook_fixed", "outlook_state"
_BE = frozenset({"يكون", "تكون", "يكونون"})
_OF = frozenset({"من"})
_THAT = frozenset({"ان", "بان"})
_EXPECTS = 9  # words between a verb of expecting and its أن
_HAS = frozenset({"له", "لها", "لهم", "لهذا", "لذلك"})
_DONE = frozenset({"تم", "تمت", "جري", "جرت", "كان", "كانت"})
_PLANNED = 4  # words between "was" and a verb of planning
_WAS = frozenset({"كان", "كانت", "كانوا", "وكان", "وكانت", "وكانوا", "نكن", "يكن", "تكن", "يكونوا"})
_NOT = frozenset({"لا", "ولا", "لم", "ولم", "لن", "دون", "بدون", "عدم"})
_NOT_TO_COME = _NOT | _WAS


class Cue(NamedTuple):
    """Tokens `first` to `verb`: the announcing word and what comes. `we` where the verb is in the first person."""

    first: int
    verb: int
    kind: str
    hedged: bool
    we: bool
    link: str
    rule: str


def cues(analysis: Analysis) -> list[Cue]:
    """All cues in text order, one for each verb."""
    index = analysis.matches.derived(Index)
    found: dict[int, Cue] = {}
    for match in analysis.matches.of(OUTLOOK):
        cue = _announced(index, match)
        if cue is not None and (cue.verb not in found or found[cue.verb].first > cue.first):
            found[cue.verb] = cue
    if not found and not index.futures:
        return []
    tokens = analysis.text.tokens
    names = sorted([(m.start, m.end) for layer in (analysis.actors, analysis.places) for m in layer])
    found = {verb: cue for verb, cue in found.items() if not _in_name(names, tokens[cue.first])}
    for n in index.futures:
        if n not in found and not _in_name(names, tokens[n]):
            letter = tokens[n].form.lstrip("وف")[1:2]
            found[n] = Cue(n, n, "certain", False, letter == "ن", "imp", "code:future")
    return [found[verb] for verb in sorted(found)]


def _in_name(names: list[tuple[int, int]], token: Token) -> bool:
    """Whether a word is part of an actor's name."""
    at = bisect_right(names, token.start, key=lambda n: n[0]) - 1
    return at >= 0 and names[at][1] > token.start


def _announced(index: Index, match: Match) -> Cue | None:
    kind, link = match.entry.value.split()
    tokens = index.text.tokens
    if link == "that":
        return _told(index, match, kind)
    verb = match.last + 1
    following = tokens[verb].form if verb < len(tokens) else "."
    if link in ("self", "end"):
        if following in _OF if link == "self" else following not in STOPS:
            return None
        return Cue(match.first, match.last, kind, False, False, "self", "table:outlooks")
    if verb >= len(tokens) or tokens[verb].sentence != tokens[match.first].sentence or not tokens[verb].word:
        return None
    form = tokens[verb].form
    if match.first and tokens[match.first - 1].form in _NOT_TO_COME:
        return None  # لا يخطط …, كان يخطط …: what is past did not come
    following = tokens[verb + 1].form if verb + 1 < len(tokens) else ""
    if link == "imp" and not index.is_imperfect(verb):
        return None
    if tokens[match.last].form == "فقد" and form[0] != "ي" and not index.is_verb(verb):
        return None  # فقد توازنه: the verb of losing
    if kind == "likely" and index.matches.is_in(verb, STATE):
        return None  # قد يعني, قد يبدو: what may be the case, not what may come
    if kind == "likely" and form in _BE and following not in _HAS:
        return None  # قد يكون السبب …: what may be the case, not what may come
    if kind == "likely" and form in ("ان", "بان") and following in _BE:
        return None
    if match.entry.part == "verb" and match.suffix:
        return None
    if kind == "plan" and any(t.form in _WAS for t in tokens[max(0, match.first - _PLANNED) : match.first]):
        return None  # كانت الخلية تخطط: foiled, or past
    if kind == "likely" and link == "noun" and form[0] == "ي" and index.is_imperfect(verb):
        return None  # احتمال يصبح بعيداً: told of as such
    if link == "clause" and any(t.form in _DONE for t in tokens[verb + 1 : verb + 3]):
        return None  # يرجح أن التسجيل تم أمس
    if kind == "plan" and link == "noun" and form.startswith("و") and len(form) > 2:
        return None  # نوى وجاسم: two towns
    if link == "verbal":
        if form in ("ان", "بان") or not any(m.entry.cls in ("trigger", "aim") for m in index.matches.at[verb]):
            return None
    elif link in ("ل", "ب"):
        verb = _with(index, verb, link)
        if verb < 0:
            return None
    we = link == "imp" and form[:1] == "ن" and index.is_imperfect(verb)
    return Cue(match.first, verb, kind, kind == "likely", we, link, "table:outlooks")


def _told(index: Index, match: Match, kind: str) -> Cue | None:
    """What somebody expects: يرجح فلان أن تستمر …, with who expects it between the verb and its أن."""
    tokens = index.text.tokens
    if match.suffix or (match.first and tokens[match.first - 1].form in _WAS):
        return None
    for at in range(match.last + 1, min(len(tokens) - 1, match.last + 1 + _EXPECTS)):
        if tokens[at].form in STOPS or tokens[at].sentence != tokens[match.first].sentence:
            return None
        if tokens[at].form in _THAT:
            return (
                Cue(at + 1, at + 1, kind, True, False, "imp", "table:outlooks") if index.is_imperfect(at + 1) else None
            )
    return None


def _with(index: Index, first: int, letter: str) -> int:
    """The noun with a preposition written to it, near behind its verb; -1 where there is none."""
    tokens = index.text.tokens
    for at in range(first, min(len(tokens), first + 8)):
        if tokens[at].sentence != tokens[first].sentence or not tokens[at].word:
            return -1
        here = index.matches.at[at]
        if any(m.prefix.preposition == letter and m.entry.cls in ("trigger", "aim", "act_noun") for m in here):
            return at
    return -1
