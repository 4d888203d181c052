"""The condition that a text is in: its language, damage, and what else a reader of the record should know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.model.quick import changed
from marsad.model.warning import ReadingWarning

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources

_LETTERS = re.compile(r"[^\W\d_]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_OVERRIDES = re.compile("[\u202d\u202e]")

# Letters that a language writes and Arabic does not, and the share of all letters from which on they tell it.
# ک and ی are no sign of Persian: they stand in Arabic from Persian keyboards too.
_OTHERS = (
    ("ckb", "Sorani Kurdish", re.compile("[ەێۆڕڵ]"), 0.05),
    ("ur", "Urdu", re.compile("[ٹڈڑںےہھ]"), 0.03),
    ("ps", "Pashto", re.compile("[ټډړږښګڼېۍځڅ]"), 0.015),
    ("fa", "Persian", re.compile("[پچژگ]"), 0.015),
)
_ANY_OTHER = re.compile(f"[{''.join(pattern.pattern.strip('[]') for _, _, pattern, _ in _OTHERS)}]")
_UNCOMMON = re.compile("[^\0-@\u0600-\u066d]")  # all but signs, digits, and the letters that Arabic itself has
_COMMONEST = "ا"
# Posts with links and tags are Arabic all the same.
_LEAST_ARABIC = 0.25
_MANY_FORMS = 0.1


class Condition:
    """Tells the document's language, and warns where it is not Arabic, damaged, or without a date."""

    name: ClassVar[str] = "text.condition"
    requires: ClassVar[tuple[str, ...]] = ("document",)
    assigns: ClassVar[tuple[str, ...]] = ("document", "warnings")

    def __init__(self, resources: Resources) -> None:
        del resources

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        document = analysis.document
        language, warnings = judge(document.text)
        if document.language is None:
            document = changed(document, language=language)
        known = {warning.code for warning in document.warnings}
        fresh = [warning for warning in warnings if warning.code not in known]
        if document.published is None:
            message = "no publication date is known: dates without a year stay open (give it with --published)"
            fresh.append(ReadingWarning("no-date", message))
        return {"document": document, "warnings": (*analysis.warnings, *fresh)}


def judge(text: str) -> tuple[str | None, list[ReadingWarning]]:
    """The language of a text (ISO 639: ar, fa, ur, ckb, ps; None for another script) and warnings about it."""
    language, warnings = ("ar", []) if _is_plain(text) else _judged(text)
    if lost := text.count("\ufffd"):
        warnings.append(ReadingWarning("encoding", f"{lost} damaged characters (\ufffd) stand in the text"))
    if override := _OVERRIDES.search(text):
        message = "the text overrides the direction of its letters: what is seen may not be what is written"
        warnings.append(ReadingWarning("bidi-override", message, override.start(), override.end()))
    return language, warnings


def _is_plain(text: str) -> bool:
    """Whether a text is Arabic beyond doubt, as nearly all are: none of its letters is one by which another language
    or a damaged text is told, and of those of other scripts it has fewer than of one letter of its own."""
    others = "".join(_UNCOMMON.findall(text))
    return len(others) < text.count(_COMMONEST) and not _ANY_OTHER.search(others) and not _PRESENTATION.search(others)


def _judged(text: str) -> tuple[str | None, list[ReadingWarning]]:
    """The language of a text, and warnings about its letters, by the count of each."""
    warnings = []
    # Most are plain letters of Arabic; of the rest each question is asked of the few characters that there are.
    rest = _PLAIN.sub("", text)
    plain, characters = len(text) - len(rest), Counter(rest)
    letters, arabic = plain + _count(_LETTERS, characters), plain + _count(_ARABIC, characters)
    language = None
    if arabic < _LEAST_ARABIC * letters or not letters:
        share = f"{arabic / letters:.0%} of its letters are Arabic" if letters else "it has no letters"
        warnings.append(ReadingWarning("not-arabic", f"not an Arabic text ({share}): little can be read from it"))
    else:
        language, name = _language(characters, arabic)
        if language != "ar":
            message = f"the letters are those of {name}, not of Arabic: what was read may be wrong"
            warnings.append(ReadingWarning("not-arabic", message))
    forms = _count(_PRESENTATION, characters)
    if forms > _MANY_FORMS * arabic:
        message = f"{forms} letters are presentation forms, as some PDFs give them: read as plain letters"
        warnings.append(ReadingWarning("presentation-forms", message))
    return language, warnings


def _language(characters: Counter[str], arabic: int) -> tuple[str, str]:
    if _count(_ANY_OTHER, characters) < min(share for *_, share in _OTHERS) * arabic:
        return "ar", "Arabic"
    for code, name, letters, share in _OTHERS:
        if _count(letters, characters) > share * arabic:
            return code, name
    return "ar", "Arabic"


def _count(pattern: re.Pattern[str], characters: Counter[str]) -> int:
    """How many characters of a text are of a kind; the pattern matches one."""
    return sum(characters[character] for character in pattern.findall("".join(characters)))
