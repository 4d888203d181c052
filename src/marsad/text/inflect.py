"""The written forms of a verb or noun, from what a lexicon line gives of it. Folded strings in and out."""

from __future__ import annotations

# Letters in which a defective verb ends in the folded spelling (رمى, دعا / يرمي, يدعو).
_WEAK_PERFECT = "يا"
_WEAK_IMPERFECT = "يو"


def perfect_forms(perfect: str) -> list[str]:
    """He, she, they (plural, dual), they (feminine): قتل قتلت قتلوا قتلا قتلتا قتلن."""
    if len(perfect) > 2 and perfect[-1] in _WEAK_PERFECT:
        base = perfect[:-1]
        return [perfect, base + "ت", base + "وا", base + "يا", base + "تا", base + "ين"]
    return [perfect, perfect + "ت", perfect + "وا", perfect + "ا", perfect + "تا", perfect + "ن"]


def imperfect_forms(imperfect: str) -> list[str]:
    """He, she, they, indicative and subjunctive: يقتل تقتل يقتلون يقتلوا يقتلان تقتلان يقتلن."""
    stem = imperfect[1:]
    weak = len(stem) > 2 and stem[-1] in _WEAK_IMPERFECT
    plural = stem[:-1] if weak else stem
    return [
        "ي" + stem, "ت" + stem, "ي" + plural + "ون", "ي" + plural + "وا", "ي" + stem + "ان", "ت" + stem + "ان",
        "ي" + stem + "ا", "ت" + stem + "ا", "ي" + plural + "ن", "ن" + stem,
    ]  # fmt: skip


def verb_forms(spec: str) -> list[str]:
    """Forms of `perfect/imperfect`, either side may be empty."""
    perfect, _, imperfect = spec.partition("/")
    forms = perfect_forms(perfect) if perfect else []
    return list(dict.fromkeys(forms + (imperfect_forms(imperfect) if imperfect else [])))


def noun_forms(noun: str) -> list[str]:
    """The noun, its dual in both cases; a noun in ة also its sound plural. Broken plurals stand in the lexicon."""
    if noun.endswith("ه") and len(noun) > 2:
        base = noun[:-1]
        return [noun, base + "تان", base + "تين", base + "ات"]
    return [noun, noun + "ان", noun + "ين"]


def is_free(form: str) -> bool:
    """Whether a folded noun cannot stand before a genitive: it has its article, or keeps the ن of its sound plural.

    اتهم ناشطون قوات النظام has two parties, ناشطو المدينة is one. Short words keep a ن of their own (أمين, قانون)."""
    return form.startswith("ال") or (len(form) > 5 and form.endswith(("ون", "ين")))
