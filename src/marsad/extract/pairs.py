"""The former and the latter: ordinals that stand for one of the two actors that a "between" has named."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.extract.modality_words import PREPOSITIONS
from marsad.grammar.scene import Placed

if TYPE_CHECKING:
    from marsad.grammar.scene import Scene
    from marsad.lexicon.automaton import Matches
    from marsad.model import Actor

_REACH = 40  # words between the two and the ordinal
_FORMER = ("الاولي", "الاول")
_LATTER = ("الاخيره", "الاخير")
_BARE = frozenset((*_FORMER, *_LATTER))
_SWALLOWED = {"لل" + form[2:]: form for form in _BARE}
_ENDINGS = (*_FORMER, *_LATTER, *_SWALLOWED)
_DEFINITE = ("ال", "لل", "وال", "بال", "فال", "كال", "ولل")
_BETWEEN = frozenset({"بين", "وبين"})


def ordinals(scene: Scene, first: int, past: int) -> list[Placed]:
    """The ordinals among tokens `first` to before `past` that stand for an actor, as mentions of it in their words."""
    found = []
    written = scene.matches.derived(_written)
    for at in written[bisect_left(written, first) : bisect_left(written, past)]:
        actor = of_pair(scene, at) if _stands_alone(scene, at, first) else None
        if actor is not None:
            form = scene.tokens[at].form
            bare = len(form) if form in _SWALLOWED else len(next(e for e in _ENDINGS if form.endswith(e)))
            span = scene.text.span(at, at, len(form) - bare)
            mention = replace(actor, start=span.start, end=span.end, text=scene.text.words(span))
            found.append(Placed(at, at, form[: len(form) - bare], mention))
    return found


def _written(matches: Matches) -> list[int]:
    """The tokens of a text that are written like an ordinal, in order, where a "between" stands before them: elsewhere
    none can stand for one of two."""
    text, found = matches.text, set()
    for word in _BETWEEN:
        for start in text.forms.get(word, ()):
            _, past = text.sentence_tokens[text.tokens[start].sentence]
            near = text.tokens[start + 1 : min(past, start + 1 + _REACH)]
            found.update([t.n for t in near if t.form.endswith(_ENDINGS)])
    return sorted(found)


def _stands_alone(scene: Scene, at: int, first: int) -> bool:
    """Whether an ordinal is no adjective: behind a preposition, a verb or an indefinite noun."""
    form = scene.tokens[at].form
    if form not in _BARE:
        return True
    if at > first and scene.tokens[at - 1].form in _BARE:
        at -= 1  # اتهمت الأخيرة الأولى
    if at == first:
        return False
    before = scene.tokens[at - 1]
    if before.form.startswith(_DEFINITE) or not before.word:
        return False
    if scene.matches.is_in(at - 1, "trigger_verb") or before.form in PREPOSITIONS:
        return True
    raw = scene.text.raw[before.start : before.end]
    named = any(p.last >= at - 1 for k in range(max(first, at - 3), at) for p in scene.mentions["actor"].get(k, ()))
    return not named and not raw.endswith(("ه", "ها", "هم", "هما"))


def of_pair(scene: Scene, at: int) -> Actor | None:
    """The former or the latter of the two actors that the last "between" before a token names; None where there are
    not two, or where a third named since may be the latter. `scene` holds the layer "actor"."""
    form = scene.tokens[at].form
    form = _SWALLOWED.get(form, form)
    former, latter = form.endswith(_FORMER), form.endswith(_LATTER)
    if not (former or latter):
        return None
    first, _ = scene.text.sentence_tokens[scene.tokens[at].sentence]
    reach = range(at - 1, max(first, at - _REACH) - 1, -1)
    start = next((k for k in reach if scene.tokens[k].form in _BETWEEN), None)
    if start is None:
        return None
    actors = scene.mentions["actor"]
    named = [actors[k][0].mention for k in range(start, at) if k in actors]
    if len(named) < 2 or (latter and any(a.key != named[1].key for a in named[2:])):
        return None
    actor: Actor = named[0] if former else named[1]
    return actor
