"""Whether a word that looks like a verb of speech is one where it stands."""

from __future__ import annotations

from marsad.analysis import Analysis
from marsad.extract.modality_words import PERFECT_T
from marsad.extract.statements_cues import THAT
from marsad.lexicon.automaton import Match

NOT = frozenset({"لم", "لن", "لا", "ولم", "ولن", "ولا", "ان", "عدم", "دون", "وان"})
_SHORTEST_DUAL, _SHORTEST_TANWIN = 4, 4
_US = frozenset({"نا", "ني", "ي"})
_BEFORE_NOUNS = frozenset(
    {"جري", "تم", "يتم", "يجري", "تمت", "من", "في", "عن", "الي", "علي"}
)  # تمكنت من كشفها: the noun
_NO_VERB = NOT | _BEFORE_NOUNS
_CALLED = frozenset({"يدعي", "تدعي"})
_OURS = "perfect_n"  # perfects that begin with ن, as the imperfect of "we" does
_PASSIVE = "say_passive"


class Spoken:
    """Tells verbs of speech from words of the same letters, in one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self.text, self.tokens, self.matches = analysis.text, analysis.text.tokens, analysis.matches

    def told(self, match: Match, start: int) -> bool:
        """Whether a word is a verb of speech here, told as a fact of somebody else; its sentence begins at `start`."""
        form = match.entry.form
        raw = self.text.raw[self.tokens[match.last].start : self.tokens[match.last].end]
        if form[0] in "يت" and form.endswith("وا"):
            return False  # a subjunctive or jussive: wanted or denied, not told
        if (
            form[0] == "ت"
            and form.endswith("ا")
            and not match.suffix
            and not self.matches.is_in(match.first, PERFECT_T)
        ):
            return False  # أكثر تشددا: letters of a subjunctive
        if form[0] == "ن" and not self.matches.is_in(match.first, _OURS):
            return False  # نقول: the author, or who is quoted
        if form[0] in "يت" and match.first > start and self.tanwin(match.first - 1):
            return False  # بيانا رسميا يؤكد التعيين: a clause that describes the noun
        if match.suffix and (self.with_ta_marbuta(match) or match.suffix in _US):
            return False
        behind = self.tokens[match.last + 1].form if match.last + 1 < len(self.tokens) else ""
        if form in _CALLED and raw.endswith("ى") and behind not in THAT:
            return False  # رجل يدعى فلانا: his name
        if raw.endswith("نفي"):  # the noun, or the verb in the spelling of Egypt
            near = (self.tokens[k].form for k in (match.first - 1, match.last + 1) if start <= k < len(self.tokens))
            if "او" in near:
                return False
        return match.first == start or self.tokens[match.first - 1].form not in _NO_VERB

    def tanwin(self, at: int) -> bool:
        """Whether a word is an indefinite noun in the accusative: with its mark, or two in a row (بيانا رسميا)."""
        if self.marked(at) and not self.matches.is_in(at, "say_skip"):
            return self.tokens[at].form.endswith("ا")
        forms = [self.tokens[k].form for k in (at, at - 1) if k >= 0]
        return all(f.endswith("ا") and len(f) >= _SHORTEST_TANWIN and not f.startswith("ال") for f in forms)

    def marked(self, at: int) -> bool:
        """Whether a word is written with the mark of the indefinite accusative."""
        return "ً" in self.text.raw[self.tokens[at].start : self.tokens[at].end]

    def passive(self, match: Match, after: int, limit: int) -> bool:
        """Whether a verb of two objects has one alone: تعتبر الدولة حليفا, it is considered an ally."""
        if match.entry.form[0] not in "يت" or match.suffix or after >= limit:
            return False
        if self.matches.is_in(match.last + 1, _PASSIVE):
            return True  # التي تعتبر أكبر المدن
        form = self.tokens[after].form
        return form.endswith("ا") and len(form) >= _SHORTEST_TANWIN and not form.startswith(("ال", "لل"))

    def with_ta_marbuta(self, match: Match) -> bool:
        """Whether a word is a noun in ة, which folding makes look like a verb with a pronoun (إضافة)."""
        return self.text.raw[self.tokens[match.last].end - 1] == "ة"


def is_of_several(match: Match) -> bool:
    """Whether a verb is of two or more (قالوا, أكدا, يعتبرون), whose subject stands before it."""
    form = match.entry.form
    if form[0] in "يت" and form.endswith(("ون", "ان")) and len(form) > _SHORTEST_DUAL:
        return True
    return form.endswith("وا") or (not match.suffix and form.endswith("ا") and len(form) >= _SHORTEST_DUAL)
