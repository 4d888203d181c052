"""What a number counts: the noun beside it, the unit that the noun stands for, or the unit of the figure before."""

from __future__ import annotations

from typing import NamedTuple

from marsad.grammar import Scene
from marsad.lexicon import Match
from marsad.numbers import Number

PERSON, OTHER, PERCENT, FRACTION = "person", "other", "percent", "fraction"
# Shortest nationality or participle whose form alone says that people are counted.
_PERSON_LENGTH = 5
_OF_WORDS = ("اصل", "بين", "دون", "قبل", "خلال")
MEASURES = frozenset({"ton", "kg", "litre", "barrel", "hectare", "dunam", "km2", "m2"})
_PERIODS = frozenset({"day", "week", "month", "year"})
_THEM = ("منهم", "منهن", "بينهم", "بينهن")
_IT = ("منها", "منه")
_PREFIXES = ("ب", "ل", "ك", "و", "ف")


class Counted(NamedTuple):
    """Tokens `first` to `last` of the counted noun (None where only the unit is known) and its unit."""

    first: int | None
    last: int | None
    unit: str | None


def noun_at(scene: Scene, at: int, definite: bool | None = None, joined: bool = False) -> Match | None:
    """The longest known noun that begins at a token; where `joined`, a conjunction or preposition may be
    written in one with it. `definite` asks for one with, or without, the article."""
    best: Match | None = None
    for match in scene.matches.starting(at, "counted"):
        if not joined and (match.prefix.conjunction or match.prefix.preposition):
            continue
        if definite is not None and match.prefix.article is not definite:
            continue
        if best is None or (match.last, match.fend) > (best.last, best.fend):
            best = match
    return best


def percent_at(scene: Scene, at: int, end: int) -> int | None:
    """The last token of a percent sign or word that begins at a token."""
    if at >= end:
        return None
    if scene.tokens[at].form == "%":
        return at
    return next((m.last for m in scene.matches.starting(at, "percent")), None)


def counted_after(scene: Scene, number: Number, last: int, end: int) -> Counted | None:
    """The noun that follows a number and its bounds (tokens to `last`), or `من` and the noun; None where nothing
    that can be counted follows. A number in words has to count something; one in brackets, (44) شخصا, may."""
    at, words = last + 1, not number.figures
    if at < end and scene.tokens[at].form == ")" and number.first and scene.tokens[number.first - 1].form == "(":
        at += 1
    if at >= end:
        return None
    percent = percent_at(scene, at, end)
    if percent is not None:
        noun = _after_from(scene, percent + 1, end, known_only=False)
        return Counted(noun.first, noun.last, PERCENT) if noun else Counted(None, None, PERCENT)
    tokens = scene.tokens
    if at in scene.mentions["time"]:
        return None
    if tokens[at].form == "من":
        return _after_from(scene, at, end, known_only=not words)
    if tokens[at].form in _THEM:
        return Counted(None, None, PERSON)
    noun_match = noun_at(scene, at)
    if noun_match is not None:
        unit = _unit(scene, noun_match, end)
        return Counted(at, _with_substance(scene, noun_match.last, unit, end), unit)
    if not _may_be_counted(scene, at, definite=number.kind != "cardinal"):
        return None
    return Counted(at, at, PERSON if _looks_like_people(tokens[at].form) else OTHER)


def _after_from(scene: Scene, at: int, end: int, known_only: bool) -> Counted | None:
    """خمسة من عناصر الشرطة; 90 في المئة من السكان. Nothing for من أصل, من قبل."""
    if at + 1 >= end or scene.tokens[at].form != "من":
        return None
    following = scene.tokens[at + 1]
    if not following.word or following.form in _OF_WORDS:
        return None
    match = noun_at(scene, at + 1)
    if match is not None:
        # من السنّة is of the Sunnis: a period with the article is never counted.
        period = match.prefix.article and match.entry.value in _PERIODS
        return Counted(at + 1, match.last, None if period else str(match.entry.value))
    if scene.matches.is_in(at + 1, "number") or scene.matches.is_in(at + 1, "not_counted"):
        return None
    if known_only and not _looks_like_people(following.form):
        return None
    return Counted(at + 1, at + 1, PERSON if _looks_like_people(following.form) else None)


def _with_substance(scene: Scene, last: int, unit: str, end: int) -> int:
    """A measure goes on to what it measures: طن من الطحين."""
    if unit not in MEASURES or last + 2 >= end or scene.tokens[last + 1].form != "من":
        return last
    following = scene.tokens[last + 2]
    barred = not following.word or any(
        scene.matches.is_in(last + 2, cls) for cls in ("number", "not_counted", "period")
    )
    return last if barred or following.form in _OF_WORDS else last + 2


def _unit(scene: Scene, match: Match, end: int) -> str:
    """The noun's unit, or that of the kind named behind it (صواريخ من طراز غراد)."""
    for at in range(match.last + 1, min(end, match.last + 4)):
        for kind in scene.matches.starting(at, "weapon_kind"):
            return str(kind.entry.value)
    return str(match.entry.value)


_NEVER_COUNTED = (
    "not_counted", "number", "not_number", "bound", "rate", "month", "weekday", "deictic", "part_idiom",
)  # fmt: skip


def _may_be_counted(scene: Scene, at: int, definite: bool) -> bool:
    """Whether an unknown word can be what is counted: no particle, number, time or verb of the tables.

    A noun with the article follows vague counts and fractions (`definite`), no exact number."""
    token = scene.tokens[at]
    if not token.word or len(token.form) < 3:
        return False
    if any(scene.matches.is_in(at, cls) for cls in _NEVER_COUNTED):
        return False
    if any(m.prefix.conjunction or m.prefix.preposition for m in scene.matches.starting(at, "counted")):
        return False
    form = token.form
    raw = scene.text.raw[token.start : token.end]
    # A damma on the first letter marks a passive verb; ت behind three letters or more one of a feminine.
    if raw[1:2] == "\u064f" or (form.endswith("ت") and len(form) > 3 and not form.endswith("ات")):
        return False
    if form.endswith("وا") or (form[0] == "ي" and form.endswith(("ون", "ان"))):
        return False  # verbs: نزحوا, يحتاجون
    if form.startswith("ال") and not definite:
        return False
    return form[0] not in "وب" and not form.startswith(("لل", "فال"))


def _looks_like_people(form: str) -> bool:
    """Nationalities (سودانيا, أوكراني) and masculine sound plurals (مسلحين) count people."""
    if len(form) < _PERSON_LENGTH or (form.startswith("ال") and len(form) < _PERSON_LENGTH + 2):
        return False
    return form.endswith(("يا", "ون", "ين", "يين", "يون")) or (
        form.startswith("م") and form.endswith("ا") and not form.endswith("اا")
    )


def noun_prefix(scene: Scene, at: int) -> int:
    """Letters of a conjunction or preposition written in one with a counted noun."""
    for match in scene.matches.at[at]:
        if match.entry.cls in ("counted", "counted_dual"):
            swallowed = match.prefix.article and match.prefix.preposition == "ل"
            return len(match.prefix.conjunction) + (0 if swallowed else len(match.prefix.preposition))
    return 0


def counted_before(scene: Scene, first: int, start: int, definite: bool | None = None) -> Counted | None:
    """The noun before a number that agrees with it: الرهائن الثمانية, غارة واحدة, عبوة ناسفة واحدة."""
    for at in (first - 1,) if definite else (first - 1, first - 2):
        if at < start:
            return None
        match = noun_at(scene, at, definite, joined=True)
        if match is not None and match.last == first - 1:
            return Counted(at, match.last, str(match.entry.value))
        if match is not None and at == first - 2:
            return Counted(at, first - 1, str(match.entry.value))
    return None


def people_before(scene: Scene, first: int, start: int, reach: int = 4) -> bool:
    """Whether a verb or noun of harm to people stands a few words before a number."""
    return not scene.matches.holding["casualty_cue"].isdisjoint(range(max(start, first - reach), first))
