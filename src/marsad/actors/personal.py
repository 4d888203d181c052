"""Words of personal names (data/names): which may begin a name, which may go on, and how a key spells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from marsad.resources import Resources
from marsad.text.fold import fold_word
from marsad.text.forms import Forms

PARTICLES = frozenset(
    {"بن", "ابن", "بنت", "ابو", "ابي", "ابا", "ام", "ال", "عبد", "ولد", "دي", "فون", "دو", "فان", "اغ"}
)
# A particle that may begin a name by itself; the others stand between two names.
OPENING = frozenset({"ابو", "ابي", "ابا", "عبد"})
KUNYA = frozenset({"ابو", "ابي", "ابا", "ام"})

_PROCLITICS = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س", "")
_ENCLITICS = ("", "ها", "هم", "ه", "نا", "هما", "ا", "ين", "ون", "ات", "ان", "ت", "تها", "ته", "تهم", "كم", "ي", "ني")
_LATIN = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ء": "",
}  # fmt: skip
# Given names borne by fewer persons of the source are taken only behind a title.
_BEARERS = 5
_VOWELS = frozenset("aiu")
_REMEMBERED = 100_000


class Beginning(NamedTuple):
    """Tokens with which a name may begin: they open one as they stand, may open one behind a letter written in one
    with it (or as أم), or are no more than borne as a name."""

    opening: set[int]
    joined: set[int]
    borne: set[int]


class PersonalNames:
    """The tables of personal names. Made once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._kinds: dict[str, str] = {}
        self._latin: dict[str, str] = {}
        given: set[str] = set()
        for row in resources.rows("names/units.tsv"):
            self._kinds[row["name"]] = row["kinds"]
            self._latin[row["name"]] = row["latin"]
            if int(row["bearers"]) >= _BEARERS:
                given.add(row["name"])
        for row in resources.rows("names/spelling.tsv"):
            self._latin[row["name"]] = row["latin"]
        self._ordinary = frozenset(_words(resources.files("names/ordinary.txt")))
        self._never = frozenset(_words(resources.files("names/never.txt")))
        foreign = frozenset(_words(resources.files("names/foreign.txt")))
        given |= foreign
        self._opens = frozenset(given - self._ordinary - self._never - PARTICLES) | OPENING
        self._units = (frozenset(self._kinds) | foreign) - self._never
        # Surnames of the news that are ordinary words too, and stand alone all the same.
        self._alone = frozenset(_words(resources.files("names/alone.txt")))
        self._more = resources.files("clitics/more.txt")
        self._beginning: dict[str, int] = {}

    def opens(self, form: str) -> bool:
        """Whether a folded word can begin a name without a title before it."""
        return form in self._opens or (len(form) > 6 and (form.startswith("عبدال") or form.endswith("الدين")))

    def beginning(self, forms: Mapping[str, Sequence[int]]) -> Beginning:
        """The tokens of a text (`forms`: those of each folded word) with which a name may begin that no title stands
        before, as far as their form tells."""
        found = Beginning(set(), set(), set())
        if len(self._beginning) > _REMEMBERED:
            self._beginning.clear()
        known = self._beginning
        for form, at in forms.items():
            how = known.get(form)
            if how is None:
                how = known[form] = self._begins(form)
            if how >= 0:
                found[how].update(at)
        return found

    def _begins(self, form: str) -> int:
        """The field of Beginning that holds a word, -1 where none does."""
        if self.opens(form):
            return 0
        if form in KUNYA or self.opens(form[1:]):
            return 1
        return 2 if self.is_unit(form) else -1

    def is_unit(self, form: str) -> bool:
        """Whether a folded word is borne as a name by several people, ordinary word or not."""
        if form in self._units:
            return True
        return len(form) > 6 and (form.startswith("عبدال") or form.endswith(("الدين", "الله")))

    def is_ordinary(self, form: str) -> bool:
        """Whether a name is an ordinary word too."""
        return form in self._ordinary

    def stands_alone(self, form: str) -> bool:
        """Whether a surname alone says who is meant: no ordinary word, and no given name that many bear."""
        if form in self._alone:
            return True
        if form in self._never or form in self._ordinary or form in self._opens:
            return False
        return self.is_surname(form) or form not in self._vocabulary

    def is_rare_given(self, form: str) -> bool:
        """Whether a given name is rare enough for the news to use it alone."""
        return self.opens(form) and form not in PARTICLES and form.startswith("عبدال")

    def is_surname(self, form: str) -> bool:
        """Whether a folded word has the form of a surname after a place, tribe or craft (الخيالي)."""
        return len(form) > 5 and form.startswith("ال") and form.endswith("ي") and form not in self._never

    def is_word(self, form: str) -> bool:
        """Whether a dictionary of the language has the folded word as it stands."""
        return form in self._vocabulary

    def may_join(self, form: str) -> bool:
        """Whether a definite word may follow أبو or بن in a name."""
        return form.startswith("ال") and form not in self._never

    def is_never(self, form: str) -> bool:
        """Whether a folded word never is part of a name (names/never.txt)."""
        return form in self._never

    def is_listed(self, form: str) -> bool:
        """Whether the tables hold a folded word as a name, as it stands."""
        return form in self._units

    def is_clitic(self, form: str) -> bool:
        """Whether a folded word is likelier a particle written in one with a word (لمدة) than a name."""
        return form[0] in "لبكوف" and len(form) > 3 and form not in self._opens and form[1:] in self._vocabulary

    def is_unknown(self, form: str) -> bool:
        """Whether no dictionary word is written so, with or without clitics: in a name's place a foreign name."""
        if len(form) < 3 or form.endswith(("يه", "ات", "ين", "ون")) or form in self._never or not form.isalpha():
            return False
        words = self._vocabulary
        for proclitic in _PROCLITICS:
            if not form.startswith(proclitic):
                continue
            rest = form[len(proclitic) :]
            for enclitic in _ENCLITICS:
                if rest.endswith(enclitic):
                    stem = rest[: len(rest) - len(enclitic)] if enclitic else rest
                    # A short rest behind a single letter is chance: كولو is no ك + ولو.
                    if proclitic in ("ب", "ك") and stem.startswith("ي"):
                        continue  # a preposition stands before no verb
                    least = 4 if len(proclitic) == 1 or enclitic == "ي" else 2
                    if len(stem) >= least and (stem in words or stem + "ه" in words):
                        return False
        return True

    def key(self, forms: Iterable[str]) -> str:
        """The key of a name: lower_snake, as the news in English would spell it."""
        spelled: list[str] = []
        for form in forms:
            if spelled and spelled[-1] == "abdul" and form.startswith("ال"):
                spelled[-1] = "abdul" + self._spell(form[2:])
            else:
                spelled.append(self._spell(form))
        return "_".join(s for s in spelled if s).replace("abdulallah", "abdullah")

    def _spell(self, form: str) -> str:
        known = self._latin.get(form)
        article = form.startswith("ال") and len(form) > 4
        # A source that spells a surname without its article spells the French way (Rachdi).
        if known and (not article or known.startswith(("al_", "el_"))):
            return known
        if form.startswith("ال") and len(form) > 4:
            return "al_" + self._spell(form[2:])
        if form.startswith("عبدال") and len(form) > 6:
            return "abdul" + self._spell(form[5:])
        return transliterate(form)

    @cached_property
    def _vocabulary(self) -> Forms:
        return Forms(_words(self._more), folded=True)


def transliterate(form: str) -> str:
    """A folded word in Latin letters: consonants as the news spells them, a short a where two would meet."""
    out: list[str] = []
    for n, letter in enumerate(form):
        if letter == " ":
            out.append("_")
            continue
        latin = _LATIN.get(letter, "")
        if letter in "وي" and (n == 0 or (out and out[-1] in _VOWELS)):
            latin = "w" if letter == "و" else "y"
        if letter == "ه" and n == len(form) - 1 and n:
            latin = "a"
        if latin and latin not in _VOWELS and out and out[-1] not in _VOWELS and n < len(form) - 1 and n == 1:
            out.append("a")
        if latin:
            out.append(latin)
    return "".join(out).replace("aa", "a")


def _words(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield from (fold_word(word) for word in line.split())
