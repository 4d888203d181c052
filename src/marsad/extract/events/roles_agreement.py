"""Gender and number as they are written: whether a party can be the subject of a verb, or what a pronoun means.

Only a clear contradiction speaks against a party: most names tell no gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.nominals import PEOPLES
from marsad.extract.speakers_memory import feminine

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.nominals import Nominal
    from marsad.lexicon import Match

# Behind a verb only a party this near agrees with it in gender.
_BESIDE = 2
# A shorter word that ends so may be no plural.
_LONG = 4
# A verb in the plural has its subject before it.
_MANY = ("وا", "ون")
# So ends a singular whose root ends in ون (يتعاون).
_ROOT = "اون"
# Of these one is meant, so that a verb in the plural is another's.
_ONE = frozenset({"government", "person"})
# Letters of a perfect like دعا, which is no dual.
_WEAK = 3
_FEMININE, _MASCULINE, _PLURAL = "f", "m", "p"
# What each pronoun cannot mean.
_AGAINST = {"ه": (_FEMININE, _PLURAL), "ها": (_MASCULINE, _PLURAL), "هم": (), "هما": (_PLURAL,)}

# Pronouns for people, never for one state.
_THEM = frozenset({"هم", "هن"})


class Agreement:
    """Compares the parties of a text with verbs and pronouns."""

    def __init__(self, analysis: Analysis) -> None:
        self._matches, self._tokens, self._raw = analysis.matches, analysis.text.tokens, analysis.text.raw
        self._nouns: dict[tuple[int, str], bool] = {}

    def behind(self, verb: Match, party: Nominal) -> bool:
        """Whether a party behind a verb may be its subject: such a verb is singular, of the subject's gender."""
        oblique = self.oblique(party) or self._bare_object(party)
        if verb.entry.form.partition(" ")[0].endswith(_MANY) or (oblique and not self.may_be_noun(verb)):
            return False
        wanted, gender = self._wanted(verb), self.gender(party)
        if wanted is None:
            return True
        if party.head > verb.last + _BESIDE:
            return not (wanted and gender == _MASCULINE)
        return gender != (_MASCULINE if wanted else _FEMININE)

    def before(self, verb: Match, group: list[Nominal]) -> bool:
        """Whether the parties before a verb may be its subject, with which it agrees in number too."""
        wanted = self._wanted(verb)
        form, one = verb.entry.form.partition(" ")[0], len(group) == 1
        several = one and form.endswith(_MANY[0])
        if one and form.startswith("ي") and form.endswith(_MANY[1]) and not form.endswith(_ROOT):
            several = group[0].head == group[0].first and not self._people(group[0])
        if several and group[0].named and group[0].kind in _ONE and not self.may_be_noun(verb):
            return False
        if several and group[0].armed and self._matches.is_in(group[0].head, "striker"):
            return False  # طائرات التحالف ... استطاعوا
        if wanted is None or len(group) != 1:
            return True
        gender = self.gender(group[0])
        return gender not in (_MASCULINE if wanted else _FEMININE, _PLURAL)

    def _wanted(self, verb: Match) -> bool | None:
        """Whether a verb's subject is feminine; None where it does not tell, or may be a noun (قصف)."""
        if self.may_be_noun(verb):
            return None
        first, _, rest = verb.entry.form.partition(" ")  # أطلقوا النار
        if rest and first.endswith(("ت", "ا", "ون")):
            return True if first.endswith("ت") else None
        if rest and first.startswith("ي"):
            return False  # يجري محادثات
        if len(first) == _WEAK and first.endswith("ا"):
            return False  # دعا
        return feminine(self._matches, verb)

    def strange(self, token: int) -> bool:
        """Whether no table holds the word at a token: behind a verb somebody's name that is not known."""
        return self._tokens[token].word and not self._matches.at[token]

    def may_be_noun(self, verb: Match) -> bool:
        """Whether a verb is spelt like the noun of its act (قصف)."""
        first, form = verb.first, verb.entry.form
        told = self._nouns.get((first, form))
        if told is None:
            told = any(m.entry.part == "noun" and m.entry.form == form for m in self._matches.at[first])
            self._nouns[first, form] = told
        return told

    def meant(self, pronoun: str, party: Nominal) -> bool:
        """Whether a pronoun may mean a party."""
        state = party.named and party.kind == "government" and self.gender(party) != _PLURAL
        if pronoun in _THEM and state and not self._people(party):
            return False
        return self.gender(party) not in _AGAINST.get(pronoun, ())

    def _people(self, party: Nominal) -> bool:
        """Whether a state is named by its people: الأتراك, الأميركيون."""
        form = self._tokens[party.first].form
        return form.endswith(("ون", "ين", "ان")) or form in PEOPLES

    def oblique(self, party: Nominal) -> bool:
        """Whether a party is written as no subject is: مسلحين, عددا من الجنود."""
        form = self._tokens[party.head].form
        plural = form.endswith("يين" if party.named and party.kind != "civilians" else "ين") and len(form) > _LONG
        return (plural and party.kind != "person") or self.accusative(party)

    def accusative(self, party: Nominal) -> bool:
        """Whether a party is written as an indefinite object: عددا من الجنود with its tanwin."""
        token = self._tokens[party.head]
        return self._raw[token.start : token.end].endswith(("\u064b", "\u064bا"))

    def _bare_object(self, party: Nominal) -> bool:
        """Whether a party is written as an indefinite object without its tanwin: مسلحا, not ميليشيا or مقاتلونا."""
        form = self._tokens[party.head].form
        if party.named or party.asset or party.count is not None or len(form) <= _LONG or form.startswith("ال"):
            return False
        feminine = any(m.entry.value == _FEMININE for m in self._matches.starting(party.head, "gender"))
        return form.endswith("ا") and not form.endswith(("نا", "ها")) and not feminine

    def gender(self, party: Nominal) -> str:
        """f, m, p (several men, or men and women), or "" where its first word does not tell. What is not human is
        feminine in the plural."""
        if party.named and (party.kind == "person" or party.count is not None):
            return ""
        if party.count is not None:
            return _PLURAL
        told = self._matches.starting(party.head, "gender")
        if told:
            return str(told[0].entry.value)
        token = self._tokens[party.head]
        if not party.named and party.head == party.first and not token.form.endswith(("ون", "ين")):
            return ""  # قراصنة, طلبة
        if self._matches.is_in(party.head, "many"):
            return ""
        if self._raw[token.end - 1] == "ة" or (token.form.endswith("ات") and len(token.form) > _LONG):
            return _FEMININE
        if token.form.endswith(("ون", "ين")) and len(token.form) > _LONG and party.head == party.first:
            return _PLURAL if not party.named or party.kind in ("armed_group", "civilians") else ""
        return ""
