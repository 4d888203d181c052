"""The noun phrase that names a speaker: a name, a name behind its title, a common noun with what belongs to it."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from marsad.analysis import Analysis
from marsad.extract.modality_words import CLAUSES, THAT
from marsad.extract.speakers_names import NO_PHRASE, PREPOSITIONS, PRONOUNS, SO, TITLES, Names, ref
from marsad.grammar.scene import Placed
from marsad.lexicon.entry import NAME, NOUN
from marsad.lexicon.entry import VERB as VERB_PART
from marsad.model import ActorRef
from marsad.text.clitics import Segmenter
from marsad.text.inflect import is_free

_LONGEST = 8  # words of a speaker who has no name
_SHORTEST_HOW = 3
_THIS = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء", "اوليك"})
_NAMELESS = frozenset({"المصدر", "المصادر", "للمصدر", "للمصادر"})
_WITHIN = frozenset({"في", "من", "لدي", "داخل", "وسط", "ب"})
_NO_NOUN = frozenset({"قد", "لم", "لن", "لا", "ليس", "ليست"})
_SHORTEST_PLURAL = 4
_QUOTED = 6  # words of a name behind what is known of it, inside quotation marks
_WITH = frozenset({"ومعه", "ومعها", "ومعهم"})


class Subject(NamedTuple):
    """Who speaks, and the token right behind the words that say so.

    `estimate` where the noun itself is one (a poll, a study)."""

    speakers: tuple[ActorRef, ...]
    past: int
    estimate: bool = False


class NounPhrases:
    """Reads the noun phrases of speakers in one text; `actors`, `times`, `places` are its mentions by first token."""

    def __init__(
        self,
        analysis: Analysis,
        actors: dict[int, list[Placed]],
        times: dict[int, list[Placed]],
        places: dict[int, list[Placed]],
        segmenter: Segmenter,
    ) -> None:
        self.text, self.matches = analysis.text, analysis.matches
        self.tokens = self.text.tokens
        self.actors, self.times = actors, times
        self.names = Names(self.text, self.matches, actors, times, places, segmenter)
        self._segmenter = segmenter
        self._tells_ya = " على " in self.text.raw
        self._quotes = [(q.start, q.end) for q in analysis.quotes]

    def read(self, at: int, limit: int, plain: bool, prefixed: bool = False, marked: bool = True) -> Subject | None:
        """The speaker whose noun phrase begins at token `at`; see Speakers.behind."""
        if at >= limit or not self.tokens[at].word or at in self.times:
            return None
        if self.tokens[at].form in NO_PHRASE | PRONOUNS and not self._ali(at):
            return None
        if self.matches.is_in(at, "say_part"):
            return None
        if self.tokens[at].form in _THIS and at + 1 < limit and self.matches.is_in(at + 1, "speaker"):
            return self.read(at + 1, limit, plain, prefixed, marked)  # يقول هذا الناشط
        if self.tokens[at].form == "كل" and at + 2 < limit and self.tokens[at + 1].form == "من":
            return self.read(at + 2, limit, plain, prefixed, marked)
        named = next((p for p in self.actors.get(at, ()) if p.prefix in ("", "و", "ف")), None)
        if named is not None and not prefixed and self.tokens[at].form.startswith("لل"):
            return None  # للجيش: to whom, not who
        if named is not None and named.mention.type == "person":
            return self._with_others(named, limit)
        known = self.matches.starting(at, "speaker")
        known = [m for m in known if not m.prefix.preposition or (prefixed and m.prefix.preposition == "ل")]
        person = self.names.person(at, limit, marked)
        if (
            person is not None
            and named is None
            and not known
            and (self.names.apart(at, person.first) or (person.first - at > 1 and not self._definite(at)))
        ):
            person = None  # "Kifah M., adviser to the president, said": the name is one that no list knows
        if person is not None and self.names.apart(at, person.first) and not self.names.in_apposition(at, person.first):
            person = None  # "the family, according to a channel, …": what stands apart is no part of the phrase
        if named is not None and not marked and person is not None and person.first > named.last + 2:
            person = None
        if not marked and self.tokens[at].form in _NAMELESS:
            person = None
        if person is not None and (self._of_others(at, person.first) or self.matches.is_in(at, "held_by")):
            person = None  # the forces loyal to somebody, activists accused somebody, the office of somebody
        if person is not None and (named is not None or known or plain or person.first - at <= 5):
            return self._with_others(person, limit, alone=True)
        stranger = self.names.stranger(at, limit) if marked else None
        if stranger is not None:
            return Subject((stranger,), limit)
        if named is not None:
            return self._with_others(named, limit)
        if not known and not (plain and self._may_be_name(at, limit)):
            return None
        skip = known[0].fstart - self.tokens[at].fstart if known and not known[0].prefix.article else 0
        skip = len(known[0].prefix.conjunction) if known and known[0].prefix.article else skip
        return self._unnamed(at, limit, skip, marked)

    def is_to(self, at: int, letters: tuple[str, ...] = ("ل",)) -> bool:
        """Whether ل, or another preposition, is written to a word or name: whom something is told (لصحافيين)."""
        if any(p.prefix[:1] in letters for p in self.actors.get(at, ())):
            return True
        return self.tokens[at].form.startswith(letters) and self.names.written_to(at)

    def _of_others(self, at: int, person: int) -> bool:
        """Whether a person named behind a noun is somebody else: it is a plural, or tells who is loyal to him."""
        if any(self.matches.is_in(k, "loyal") for k in range(at + 1, person)):
            return True
        return self._several(at)

    def _several(self, at: int) -> bool:
        """Whether a word is a sound plural in the nominative, which no genitive follows."""
        head = self._bare(at)
        return len(head) > _SHORTEST_PLURAL and head.endswith("ون")

    def _unquoted(self, at: int, past: int, limit: int) -> int:
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

    def _definite(self, at: int) -> bool:
        titled = any(m.entry.cls in TITLES for m in self.matches.at.get(at, ()))
        return titled or self.tokens[at].form.startswith("ال")

    def _may_be_name(self, at: int, limit: int) -> bool:
        """Whether an unknown word can be a name: nothing is written to it, or it alone stands before the speech."""
        token = self.tokens[at]
        if token.form.startswith("لل") or token.form in _THIS or self.matches.starting(at, "say_phrase"):
            return False
        if not self.names.written_to(at):
            return True
        alone = at + 1 == limit and token.form.startswith("ل") and not self.matches.at.get(at)
        return alone and not any(p.prefix for p in self.actors.get(at, ())) and not self._owned(at)

    def _ali(self, at: int) -> bool:
        """Whether علي is the name, in a text that writes the preposition على."""
        token = self.tokens[at]
        return token.form == "علي" and self._tells_ya and self.text.raw[token.end - 1] == "ي"

    def _unnamed(self, at: int, limit: int, skip: int, marked: bool) -> Subject:
        """A speaker told by a common noun; the body that a figure or a channel belongs to where it is named."""
        past = self._unquoted(at, self._end(at, limit, marked), limit)
        values = {m.entry.value for k in range(at, past) for m in self.matches.starting(k, "speaker")}
        near = (p for k in range(at + 1, min(limit, at + 4)) for p in self.actors.get(k, ()))
        owner = next((p for p in near if p.prefix == ""), None)
        if owner is not None and ("held" in values or (owner.first == at + 1 and owner.mention.type == "media")):
            return Subject((ref(owner),), max(past, owner.last + 1))
        span = self.text.span(at, past - 1, skip)
        inside = next((p.mention for k in range(at, past) for p in self.actors.get(k, ())), None)
        estimate = "estimate" in values
        kind = inside.type if inside is not None and not estimate else None
        speaker = ActorRef(self.text.words(span), span.start, span.end, None, kind)
        return Subject((speaker,), past, estimate)

    def _owned(self, at: int) -> bool:
        """Whether a pronoun is written to a noun: what the speaker has or does, no part of its name."""
        token = self.tokens[at]
        form = token.form
        if not form.endswith(("ه", "ها", "هم")) or self.text.raw[token.end - 1] == "ة":
            return False
        return self._segmenter.split(self.text.raw[token.start : token.end]).suffix != ""

    def _end(self, at: int, limit: int, marked: bool) -> int:
        """The token behind a phrase that names its speaker by a common noun."""
        k = at + 1
        while k < min(limit, at + _LONGEST):
            token = self.tokens[k]
            form = token.form
            here = self.actors.get(k, ())
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
            if form == "من" and k == at + 1 and self.matches.is_in(at, "some") and not self._owned(at):
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
                or (form in PREPOSITIONS and not self._ali(k))
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
            if form in ("ل", "ب") or self._breaks(k) or self._owned(k) or self._tells_how(at, k):
                return k
            k += 1
        return k

    def _takes_office(self, at: int, k: int) -> bool:
        """Whether an office begins behind a name that no list knows: فلان نائب وزير الدفاع."""
        here = self.matches.starting(k, "office")
        if not any(not m.prefix.preposition and not m.prefix.article for m in here):
            return self._acts_for(at, k)
        titles = any(m.entry.cls in TITLES for m in self.matches.at.get(k - 1, ()))
        known = bool(self.matches.at.get(k - 1)) and not self.tokens[k - 1].form.startswith("ال")
        return not titles and not known and (k - at > 1 or not self.tokens[at].form.startswith("ال"))

    def _acts_for(self, at: int, k: int) -> bool:
        """Whether a definite noun behind a name of no list says for whom he acts: فلان القيادي في الحركة."""
        known = self.matches.is_in(at, "speaker") or any(m.entry.cls in TITLES for m in self.matches.at.get(at, ()))
        if known or at in self.actors or k + 1 >= len(self.tokens) or not self.tokens[k].form.startswith("ال"):
            return False
        of = self.tokens[k + 1].form in _WITHIN | {"باسم"} or self.is_to(k + 1, ("ب", "ل"))
        return of and self.matches.is_in(k, "speaker")

    def _is_source(self, at: int) -> bool:
        """Whether a phrase begins with sources, witnesses or officials, or with a noun that has its article."""
        return self.matches.is_in(at, "source") or self.tokens[at].form.startswith("ال")

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
        here = self.matches.at.get(at, ())
        nominal = any(m.entry.part in (NOUN, NAME) and not m.prefix.preposition for m in here)
        if not here or nominal:
            return False
        written = any(m.prefix.preposition for m in here) and self.names.written_to(at)
        return written or any(m.entry.part == VERB_PART and not m.prefix.preposition for m in here)

    def _with_others(self, named: Placed, limit: int, alone: bool = False) -> Subject:
        """A named speaker and those joined to it: "Kyiv, and the West with it"."""
        whole = self.names.whole_name(named, limit) if named.mention.type == "person" else None
        refs, past = ([whole[0]], whole[1]) if whole else ([ref(named)], named.last + 1)
        closed = self._unquoted(named.first, past, limit) if named.mention.type != "person" else past
        if closed > past and self.text.words(self.text.span(named.first, closed - 1)) != named.mention.text:
            span = self.text.span(named.first, closed - 1)  # صحيفة «كذا نيوز»: more of a name than a list knows
            refs, past = [ActorRef(self.text.words(span), span.start, span.end, None, named.mention.type)], closed
        if alone:
            return Subject(tuple(refs), past)
        while past < limit:
            following = past + (self.tokens[past].form in _WITH)
            joined = next(
                (p for p in self.actors.get(following, ()) if p.prefix.startswith("و") or following > past), None
            )
            if joined is None:
                break
            refs.append(ref(joined))
            past = joined.last + 1
        if past < limit and any(m.prefix.conjunction == "و" for m in self.matches.starting(past, "speaker")):
            other = self.read(past, limit, plain=False)
            if other is not None:
                return Subject((*refs, *other.speakers), other.past)
        return Subject(tuple(refs), past)
