"""Numbers that are no quantities: names (القناة 12), list markers, hours, ordinals, idioms."""

from __future__ import annotations

from marsad.annotate.quantities_noun import noun_at, people_before
from marsad.grammar import Scene
from marsad.numbers import Number

_MARKERS = frozenset({"-", ")", ".", ":", "/", "_", "–"})
_HOURS = ("الساعه", "للساعه", "بالساعه", "والساعه")
# Figures below this can be numbers of a series.
_TAGS_END = 10_000
_OPENS_FIGURE = frozenset({"not_counted", "casualty_cue", "bound", "counted", "number", "rate", "figure_opener"})
_LENGTHS = frozenset({"km", "m", "ton", "kg"})
_JOINERS = frozenset({"و", "،", "-", "او"})


def is_name(scene: Scene, number: Number, start: int) -> bool:
    """Whether a figure only names something: the word before is a label, or joins it to a model's name."""
    at = number.first - 1
    if number.figures and scene.matches.is_in(number.last + 1, "month"):
        return True  # ثورة 17 فبراير
    if at < start:
        return False
    tokens = scene.tokens
    if tokens[at].form == "-" and at - 1 >= start and tokens[at - 1].word:
        joined = tokens[at].fstart == tokens[at - 1].fend
        if joined or len(tokens[at - 1].form) <= 2:
            return True  # إف-16, ف - 16
    if number.figures and 1 < len(tokens[at].form) <= 2 and tokens[at].word and not _is_particle(scene, at):
        return True  # إف 16
    if scene.matches.is_in(at, "year_word"):
        return True
    if not any(m.last == at for m in scene.matches.starting(at, "label")):
        return False
    noun = noun_at(scene, number.last + 1)
    return noun is None or noun.entry.value not in _LENGTHS


def _is_particle(scene: Scene, at: int) -> bool:
    if scene.tokens[at].form in ("ال", "او", "ان", "هم", "به", "له", "لا", "كم"):
        return True
    return any(scene.matches.is_in(at, cls) for cls in ("not_counted", "bound", "counted", "casualty_cue"))


def is_marker(scene: Scene, number: Number, start: int, end: int) -> bool:
    """Whether a figure numbers an item of a list at the head of its sentence."""
    if not number.figures or number.last + 1 >= end:
        return False
    head = number.first == start or (number.first == start + 1 and scene.tokens[start].form in ("(", "-", "•"))
    return head and scene.tokens[number.last + 1].form in _MARKERS


def is_hour(scene: Scene, number: Number, start: int) -> bool:
    """Whether the number is a time of day."""
    at = number.first - 1
    return at >= start and scene.tokens[at].form in _HOURS


def is_bare_year(number: Number) -> bool:
    """Whether a figure with no noun can only be a year."""
    four = number.figures and number.end - number.start == 4
    return four and number.value is not None and 1900 <= number.value <= 2060


def is_ordinal(scene: Scene, number: Number, start: int, end: int) -> bool:
    """Whether a number with the article stands for a rank (الذكرى السبعين), or only points back (الاثنين).

    A definite number counts where a plural stands before it or a noun behind it; الآلاف and المئات always do."""
    if not number.definite or number.kind in ("vague", "few"):
        return False
    before, after = number.first - 1, number.last + 1
    if number.first == start and after >= end:
        return False
    if before >= start:
        if scene.matches.is_in(before, "ordinal_head"):
            return True
        noun = noun_at(scene, before, definite=True, joined=True)
        if noun is not None or scene.tokens[before].form.endswith(("ات", "ين", "ون")):
            return False
    return after >= end or noun_at(scene, after) is None


def has_article(scene: Scene, number: Number, start: int) -> bool:
    """Whether the article stands apart before a figure: المتهمين ال29."""
    at = number.first - 1
    return at >= start and scene.tokens[at].form == "ال" and scene.tokens[at].fend == scene.tokens[number.first].fstart


def is_tag(scene: Scene, number: Number, start: int) -> bool:
    """Whether a small figure with no noun only tells things apart: جنيف 2, 5+1, العادة (3).

    Figures of killed and wounded stand behind such words too, and often in brackets: they are kept."""
    at = number.first - 1
    if not number.figures or number.value is None or number.value >= _TAGS_END or at < start:
        return False
    before = scene.tokens[at]
    after = scene.tokens[number.last + 1].form if number.last + 1 < len(scene.tokens) else ""
    if "+" in (before.form, after):
        return True
    if before.form == "(" and at - 1 >= start:
        at, before = at - 1, scene.tokens[at - 1]
    if not before.word or len(before.form) < 3:
        return False
    opened = any(scene.matches.is_in(at, cls) for cls in _OPENS_FIGURE)
    return number.value.denominator == 1 and not opened and not people_before(scene, number.first, start)


def is_inside_ordinal(scene: Scene, number: Number, start: int) -> bool:
    """Whether the number is the second half of a rank: الثامنة عشرة."""
    at = number.first - 1
    return at >= start and any(m.last >= number.first for m in scene.matches.starting(at, "ordinal"))


def is_joined_to(scene: Scene, number: Number, dropped: int | None) -> bool:
    """Whether a figure goes on a row of names (البلوكات 2312 و2313) whose last token was dropped."""
    if dropped is None or not number.figures:
        return False
    between = scene.tokens[dropped + 1 : number.first]
    return len(between) <= 1 and all(t.form in _JOINERS for t in between)
