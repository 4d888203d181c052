"""Where the noun phrase of a speaker ends who is told by a common noun: what belongs to it, and what is said."""

from __future__ import annotations

from bisect import bisect_left

from marsad.analysis import Analysis
from marsad.extract.modality_words import CLAUSES, THAT
from marsad.extract.speakers_names import NO_PHRASE, PREPOSITIONS, SO, TITLES, Names
from marsad.grammar.scene import Placed
from marsad.lexicon.entry import NAME, NOUN
from marsad.lexicon.entry import VERB as VERB_PART
from marsad.text.clitics import Segmenter
from marsad.text.inflect import is_free

_LONGEST = 8  # words of a speaker who has no name
_SHORTEST_HOW = 3
_WITHIN = frozenset({"في", "من", "لدي", "داخل", "وسط", "ب"})
_OF = _WITHIN | {"باسم"}
_THIS = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_NO_NOUN = frozenset({"قد", "لم", "لن", "لا", "ليس", "ليست"})
_SHORTEST_PLURAL = 4
_QUOTED = 6  # words of a name behind what is known of it, inside quotation marks


class Extents:
    """Finds where the noun phrases of speakers end in one text; `actors`, `times` are its mentions by first token."""

    def __init__(
        self,
        analysis: Analysis,
        actors: dict[int, list[Placed]],
        times: dict[int, list[Placed]],
        names: Names,
        segmenter: Segmenter,
    ) -> None:
        self.text, self.matches = analysis.text, analysis.matches
        self.tokens = self.text.tokens
        self.actors, self.times, self.names = actors, times, names
        self._segmenter = segmenter
        self._tells_ya = " على " in self.text.raw
        self._quotes = [(q.start, q.end) for q in analysis.quotes]

    def end(self, at: int, limit: int, marked: bool) -> int:
        """The token behind a phrase that names its speaker by a common noun."""
        k = at + 1
        while k < min(limit, at + _LONGEST):
            token = self.tokens[k]
            form = token.form
            here = self.actors.get(k, ())
            if form in _THIS:
                return k
            if form == "باسم":
                named = self.actors.get(k + 1)
                if named:
                    return min(named[0].last + 1, limit)
                k += 2
                continue
            if here and here[0].prefix[:1] == "ل":
                if self.matches.is_in(k - 1, "loyal"):
                    return min(here[0].last + 1, limit)  # وسائل إعلام تابعة للحركة
                return k  # "residents told the paper": لـ
            if form.startswith("ال") and self._several(k - 1) and not self.tokens[k - 1].form.startswith("ال"):
                return k  # اتهم معارضون الرئيس …
            if not marked and self._second(at, k):
                return k  # دعا المبعوث الأممي الفصائل …
            if self._takes_office(at, k) or self.matches.is_in(k, "say_part"):
                return k
            if not marked and self.matches.is_in(k, "say_matter") and self._is_source(at):
                return k  # أكدت مصادر محلية سقوط عدد من الضحايا
            if (
                form == "."
                and self.tokens[k - 1].end == token.start
                and k + 1 < limit
                and self.tokens[k + 1].start == token.end
            ):
                k += 1  # the stops of an abbreviation
                continue
            if here and here[0].prefix == "" and here[0].mention.type != "person" and is_free(self._bare(k - 1)):
                return k  # "activists accused the army": no genitive stands behind a plural that keeps its ن
            if here and here[0].prefix in ("", "ب", "و", "ال"):
                k = here[0].last + 1
                if here[0].prefix != "":
                    return min(k, limit)
                continue
            if form == "من" and k == at + 1 and self.matches.is_in(at, "some") and not self.owned(at):
                k += 1
                continue
            if form in _WITHIN and k + 1 in self.actors:
                return min(self.actors[k + 1][0].last + 1, limit)
            if form in _WITHIN and k + 1 < limit and self._is_body(k + 1):
                return k + 2
            if form in "#_" or (form.isdigit() and k == at + 1 and self.matches.is_in(at, "press_outlet")):
                k += 1
                continue
            if (
                not token.word
                or (form in PREPOSITIONS and not self.is_ali(k))
                or form in _NO_NOUN
                or form in CLAUSES
                or form in THAT
                or form in SO
                or form in NO_PHRASE
                or k in self.times
            ):
                return k
            if not marked and not form.startswith("ال") and self.tokens[k - 1].form.startswith("ال"):
                return k  # أكد المنسق الدولي أهمية …: what is said begins
            if form in ("ل", "ب") or self._breaks(k) or self.owned(k) or self._tells_how(at, k):
                return k
            k += 1
        return min(k, limit)

    def unquoted(self, at: int, past: int, limit: int) -> int:
        """Past the quotation marks around a name, where they close behind `past`: «مركز الدراسات والإعلام»."""
        start, end = self.tokens[at].start, self.tokens[past - 1].end
        near = bisect_left(self._quotes, (start, 0))
        for opened, closed in self._quotes[max(0, near - 1) : near + 3]:
            if start - 1 <= opened <= end and closed > end:
                k = past
                while k < min(limit, past + _QUOTED) and self.tokens[k].end <= closed:
                    k += 1
                return k if k < len(self.tokens) and (k == limit or self.tokens[k].start >= closed) else past
        return past

    def is_to(self, at: int, letters: tuple[str, ...] = ("ل",)) -> bool:
        """Whether ل, or another preposition, is written to a word or name: whom something is told (لصحافيين)."""
        if any(p.prefix[:1] in letters for p in self.actors.get(at, ())):
            return True
        return self.tokens[at].form.startswith(letters) and self.names.written_to(at)

    def of_others(self, at: int, person: int) -> bool:
        """Whether a person named behind a noun is somebody else: it is a plural, or tells who is loyal to him."""
        if any(self.matches.is_in(k, "loyal") for k in range(at + 1, person)):
            return True
        return self._several(at)

    def owned(self, at: int) -> bool:
        """Whether a pronoun is written to a noun: what the speaker has or does, no part of its name."""
        token = self.tokens[at]
        form = token.form
        if not form.endswith(("ه", "ها", "هم")) or self.text.raw[token.end - 1] == "ة":
            return False
        return self._segmenter.split(self.text.raw[token.start : token.end]).suffix != ""

    def is_ali(self, at: int) -> bool:
        """Whether علي is the name, in a text that writes the preposition على."""
        token = self.tokens[at]
        return token.form == "علي" and self._tells_ya and self.text.raw[token.end - 1] == "ي"

    def _second(self, at: int, k: int) -> bool:
        """Whether a definite noun that can speak stands behind a definite phrase: no genitive of it, but an object."""
        definite = all(self.tokens[n].form.startswith("ال") for n in (at, k - 1, k))
        if not definite or any(m.entry.cls in ("rank", "office", "nation_adjective") for m in self.matches.at[k]):
            return False
        titled = any(m.entry.cls in ("rank", "office") for m in self.matches.at[k - 1])
        return not titled and self.matches.is_in(k, "speaker")

    def _takes_office(self, at: int, k: int) -> bool:
        """Whether an office begins behind a name that no list knows: فلان نائب وزير الدفاع."""
        here = self.matches.starting(k, "office")
        if not any(not m.prefix.preposition and not m.prefix.article for m in here):
            return self._acts_for(at, k)
        titles = any(m.entry.cls in TITLES for m in self.matches.at[k - 1])
        known = bool(self.matches.at[k - 1]) and not self.tokens[k - 1].form.startswith("ال")
        return not titles and not known and (k - at > 1 or not self.tokens[at].form.startswith("ال"))

    def _acts_for(self, at: int, k: int) -> bool:
        """Whether a definite noun behind a name of no list says for whom he acts: فلان القيادي في الحركة."""
        known = self.matches.is_in(at, "speaker") or any(m.entry.cls in TITLES for m in self.matches.at[at])
        if known or at in self.actors or k + 1 >= len(self.tokens) or not self.tokens[k].form.startswith("ال"):
            return False
        of = self.tokens[k + 1].form in _OF or self.is_to(k + 1, ("ب", "ل"))
        return of and self.matches.is_in(k, "speaker")

    def _is_source(self, at: int) -> bool:
        """Whether a phrase begins with sources, witnesses or officials, or with a noun that has its article."""
        return self.matches.is_in(at, "source") or self.tokens[at].form.startswith("ال")

    def _several(self, at: int) -> bool:
        """Whether a word is a sound plural in the nominative, which no genitive follows."""
        head = self._bare(at)
        return len(head) > _SHORTEST_PLURAL and head.endswith("ون")

    def _bare(self, at: int) -> str:
        """A word without a conjunction or preposition that its noun of speaking takes."""
        held = self.matches.starting(at, "speaker")
        token = self.tokens[at]
        if not held or held[0].prefix.article:
            return token.form
        return token.form[held[0].fstart - token.fstart :]

    def _is_body(self, at: int) -> bool:
        """Whether a word is a definite body that can speak (مصدر في المقاومة)."""
        return self.tokens[at].form.startswith("ال") and self.matches.is_in(at, "speaker")

    def _tells_how(self, head: int, at: int) -> bool:
        """Whether a word tells how or on what condition a source speaks: معلقا، نقلا، رفض الكشف عن اسمه, بالمزيد."""
        form = self.tokens[at].form
        if form.startswith(("بال", "وبال")) or self.matches.is_in(at, "speaker_end"):
            return True
        if self.matches.starting(at, "say_phrase"):
            return True
        indefinite = form.endswith("ا") and len(form) > _SHORTEST_HOW and not form.startswith("ال")
        nominative = self.tokens[head].form.startswith("ال") or self.tokens[head].form.endswith("ون")
        return indefinite and nominative

    def _breaks(self, at: int) -> bool:
        """Whether a word ends a noun phrase: a verb, or a noun with a preposition other than باسم."""
        if self.tokens[at].form == "باسم":
            return False
        here = self.matches.at[at]
        nominal = any(m.entry.part in (NOUN, NAME) and not m.prefix.preposition for m in here)
        if not here or nominal:
            return False
        written = any(m.prefix.preposition for m in here) and self.names.written_to(at)
        return written or any(m.entry.part == VERB_PART and not m.prefix.preposition for m in here)
