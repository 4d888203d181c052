"""Who speaks: the subject of a verb of speech, before or behind it."""

from __future__ import annotations

from marsad.analysis import Analysis
from marsad.extract.modality_words import CLAUSES, STOPS, THAT
from marsad.extract.speakers_names import PREPOSITIONS, PRONOUNS, RELATIVES, ref
from marsad.extract.speakers_phrase import NounPhrases, Subject
from marsad.grammar.scene import Placed
from marsad.text.clitics import Segmenter

LONGEST_CLAUSE = 150  # words: no sentence of a news text is longer
_REACH = 25  # words behind a verb in which its speaker's name may stand
_NEAR_NOUN = 3  # words of a noun and its adjectives before its relative pronoun
_APPOSITION = 10  # words between two commas: "the minister, a party leader, said"
_ALREADY = frozenset({
    "كان", "كانت", "وكان", "وكانت", "قد", "كانوا", "وقد", "وكانوا", "ولكن", "لكن", "ان", "فان", "بان",
})  # fmt: skip
_WAS = frozenset({"كان", "كانت", "وكان", "وكانت"})  # وكان مصدر، اعتبر أن: what opens the sentence is the subject
_ON = frozenset({"في", "منذ", "خلال", "يوم", "صباح", "مساء", "ظهر", "فجر"})
_SPEECH_REACH = 40  # words between the giver of a speech and what he calls for in it
_NAMED_BEFORE = 150  # words in which the person was named
_IN = frozenset({"في", "من", "ب"})
_MATTER = frozenset({"الامر", "الشيء", "الشي"})
_STYLED = 2  # words before a name in which its title stands
_NAME = 4  # words of a name
_ON_PAGE = frozenset({"في", "علي", "عبر"})
_PAGE_PARTS = 3  # the network, and its name
_PLACE_NOUNS = 3  # words before a place that say of what kind it is
_OPENS = 5  # words of a sentence in which its verb stands
_INITIALS = frozenset({"د", "ا", "م"})
_NO_SUBJECT = CLAUSES | THAT | PRONOUNS


class Speakers:
    """Finds speakers in one analysis."""

    def __init__(self, analysis: Analysis, segmenter: Segmenter) -> None:
        self.text, self.matches, self.tokens = analysis.text, analysis.matches, analysis.text.tokens
        scene = analysis.scene("actor", "time", "place")
        self.actors: dict[int, list[Placed]] = scene.mentions["actor"]
        self.times: dict[int, list[Placed]] = scene.mentions["time"]
        self.places: dict[int, list[Placed]] = scene.mentions["place"]
        self.phrases = NounPhrases(analysis, self.actors, self.times, self.places, segmenter)

    def behind(
        self, first: int, limit: int, plain: bool, prefixed: bool = False, marked: bool = True
    ) -> Subject | None:
        """The speaker that stands behind a verb: from token `first` on, before `limit`.

        `plain` lets a noun phrase of unknown words be one; `prefixed` one with ل written to it (وفقاً لمصدر);
        `marked` says that `limit` is where the speech begins."""
        at = self.skip(first, limit)
        return self.phrases.read(at, min(limit, at + _REACH), plain, prefixed, marked)

    def before(self, verb: int, start: int) -> Subject | None:
        """The speaker that stands before a verb of speech, in its clause."""
        at = verb - 1
        if at >= start and self.tokens[at].form in ("قد", "وقد"):
            at -= 1
        if at < start:
            return None
        if self.tokens[at].form in RELATIVES:
            return self._antecedent(at, start)
        if self.tokens[at].form in "،,":
            near = max(start, at - _APPOSITION)
            comma = next((k for k in range(at - 1, near - 1, -1) if self.tokens[k].form in "،,"), -1)
            at = at - 1 if comma < 0 and self.tokens[start].form in _WAS else comma - 1
            held = self._held_by(comma + 1, verb) if comma >= 0 else None
            if held is not None:
                return held  # قائد العملية، اللواء فلان، قال
        first = at + 1
        while first > start and verb - first < _REACH:
            form = self.tokens[first - 1].form
            if form in STOPS or form in CLAUSES or form in THAT:
                break
            first -= 1
        titled = first <= at and any(m.entry.cls == "office" for m in self.matches.at[first])
        holder = self._ending(first - 2, verb) if titled and first - 2 > start else None
        if holder is not None and self.tokens[first - 1].form in "،,":
            return holder  # فلان، سفير كذا، قال
        had = first
        while first <= at and self.tokens[first].form in _ALREADY:
            first += 1
        had_said = first > had and self.tokens[verb - 1].form == "قد"  # وكانت جماعة … قد أعلنت
        return self.phrases.read(first, verb, plain=had_said) if 0 <= first <= at else None

    def _held_by(self, first: int, verb: int) -> Subject | None:
        """The person named between two commas before a verb, behind his rank at most."""
        for at in (first, first + 1):
            for placed in self.actors.get(at, ()):
                alone = placed.mention.type == "person" and self.tokens[placed.last + 1].form in "،,"
                if alone and (at == first or self.matches.is_in(first, "rank")):
                    return Subject((ref(placed),), verb)
        return None

    def _ending(self, last: int, verb: int) -> Subject | None:
        """The person whose name ends at a token."""
        for at in range(last, max(-1, last - _NAME), -1):
            for placed in self.actors.get(at, ()):
                if placed.last == last and placed.mention.type == "person" and not placed.prefix:
                    return Subject((ref(placed),), verb)
        return None

    def follows_noun(self, verb: int, start: int) -> bool:
        """Whether a verb follows a noun that no list knows for a speaker: it is its subject, and nobody goes on."""
        at = verb - 1 - (verb > start and self.tokens[verb - 1].form == "قد")
        if at < start or not self.tokens[at].word or self.tokens[at].form in _NO_SUBJECT:
            return False
        first, start = at, max(start, at - _REACH)
        while first > start and not (self.tokens[first - 1].form in STOPS or self.tokens[first - 1].form in CLAUSES):
            first -= 1
        opening = self.tokens[first].form
        return opening not in PREPOSITIONS and not self.matches.starting(first, "say_skip") and first not in self.times

    def nearest(self, verb: int, start: int) -> Subject | None:
        """The group nearest before a plural verb that follows no noun: "activists released a recording, they said"."""
        for first in range(verb - 1, max(start, verb - _APPOSITION) - 1, -1):
            if first > start and self.tokens[first - 1].form in PREPOSITIONS:
                continue
            if self.matches.is_in(first, "say_where"):
                continue  # أصدرا بيانا أكدا فيه: no statement speaks
            if any(not m.prefix.preposition for m in self.matches.starting(first, "speaker")) or first in self.actors:
                return self.phrases.read(first, verb, plain=False)
        return None

    def name_before(self, at: int, start: int) -> Subject | None:
        """The name that ends right before a token, as before a colon: alone, or behind a title."""
        for first in range(at - 1, max(start, at - 8) - 1, -1):
            for placed in self.actors.get(first, ()):
                if placed.last != at - 1 or placed.prefix or self._governed(first, start):
                    continue
                if placed.mention.type == "person" or self._stands_alone(first, start):
                    return Subject((ref(placed),), at)
        return None

    def _stands_alone(self, at: int, start: int) -> bool:
        """Whether a body's name opens its sentence, or follows a sign or a noun that names its kind."""
        if any(self.tokens[k].form in PREPOSITIONS for k in range(start, at)):
            return False
        return at == start or not self.tokens[at - 1].word or self.matches.is_in(at - 1, "speaker")

    def skip_where(self, at: int, limit: int) -> int:
        """Past "in a press statement to the paper", behind the speaker."""
        if at + 1 < limit and self.tokens[at].form in _ON_PAGE and self.matches.is_in(at + 1, "say_page"):
            return self._past_page(at + 2, limit)
        if at + 1 >= limit or self.tokens[at].form != "في" or not self.matches.is_in(at + 1, "say_where"):
            return at
        at += 2
        while at < limit and (
            self.matches.is_in(at, "press") or any(p.prefix[:1] == "ل" for p in self.actors.get(at, ()))
        ):
            addressed = next((p for p in self.actors.get(at, ()) if p.prefix[:1] == "ل"), None)
            at = addressed.last + 1 if addressed else at + 1
        return self.skip(at, limit)

    def _past_page(self, at: int, limit: int) -> int:
        """Past what is told of a page or channel: its adjectives, and the network (على صفحته في «كذا»)."""
        for _ in range(_PAGE_PARTS):
            while at < limit and (self.tokens[at].form.startswith("ال") or not self.tokens[at].word):
                at += 1
            on = at < limit and (self.tokens[at].form in _ON_PAGE or self.tokens[at].form.startswith("بت"))
            if not on:
                break
            at += 1 + (self.tokens[at].form in _ON_PAGE)
            while at < limit and not self.tokens[at].word:
                at += 1
        return self.skip(at, limit)

    def past_place(self, at: int, limit: int) -> int:
        """Past "in the province of X" behind a speaker, where what he says follows."""
        first = at + (at < limit and self.tokens[at].form in _IN)
        for k in range(first, min(limit, first + _PLACE_NOUNS)):
            placed = next((p for p in self.places.get(k, ()) if p.prefix == ("" if k > at else "ب")), None)
            if placed is not None and placed.last + 1 < limit:
                return placed.last + 1 if self.tokens[placed.last + 1].word else at
            nouns = self.matches.starting(k, "place_noun")
            if not any(m.prefix.preposition == ("" if first > at or k > at else "ب") for m in nouns):
                return at
        return at

    def past_media(self, at: int) -> int:
        """Past the name of a paper, where it stands at a token (أبلغت «الفجر» مصادر)."""
        media = next((p for p in self.actors.get(at, ()) if p.mention.type == "media"), None)
        if media is None and at + 1 < len(self.tokens) and not self.tokens[at].word:
            media = next((p for p in self.actors.get(at + 1, ()) if p.mention.type == "media"), None)
        return media.last + 1 if media is not None else at

    def acting(self, start: int, past: int) -> Subject | None:
        """Who is the subject of a sentence that opens with a verb of stance (استنكر، رحب): he may go on to speak."""
        for at in range(start, min(past, start + _OPENS)):
            voice = next((m for m in self.matches.starting(at, "say_voice") if not m.suffix), None)
            if voice is not None:
                known = self.behind(voice.last + 1, past, plain=False, marked=False)
                return known or self._alone(voice.last + 1, past)
        return None

    def _alone(self, at: int, past: int) -> Subject | None:
        """A single word that no list knows, before the preposition of a verb (أشاد فلان ب…): a surname."""
        if at + 1 >= past or self.matches.at[at] or not self.phrases.extents.is_to(at + 1, ("ب", "ل")):
            return None
        return self.phrases.read(at, at + 1, plain=True)

    def says(self, start: int, past: int) -> bool:
        """Whether a sentence opens with a verb of stance or speech, whose subject is who goes on."""
        opening = range(start, min(past, start + _OPENS))
        return any(self.matches.is_in(at, cls) for at in opening for cls in ("say_voice", "say"))

    def first_acting(self, start: int, limit: int, past: int) -> Subject | None:
        """The first actor of a sentence: who "in his words" goes back to."""
        for at in range(start, min(limit, start + LONGEST_CLAUSE)):
            subject = self.behind(at, limit, plain=False)
            if subject is not None:
                return Subject(subject.speakers, past)
        return None

    def giving(self, verb: int, start: int, feminine: bool) -> Subject | None:
        """Who gave a speech that is named before a verb: the last person, else the first body before it."""
        near = range(verb - 1, max(start, verb - _SPEECH_REACH) - 1, -1)
        speech = next((k for k in near if self.matches.is_in(k, "say_where")), None)
        if speech is None:
            return None
        named = [p for k in near for p in self.actors.get(k, ())]
        person = next((p for p in named if p.mention.type == "person"), None)
        before = [p for p in named if p.first < speech]
        bodies = (p for p in reversed(before) if p.mention.text.split(" ")[0].endswith(("ة", "ات")) == feminine)
        giver = person if person is not None and not feminine else next(bodies, person)
        return Subject((ref(giver),), verb) if giver is not None else None

    def titled(self, verb: int, limit: int) -> Subject | None:
        """The person that an honorific behind a verb stands for (قال سموه): the first one named before."""
        first = verb + 1
        if first >= limit or not self.matches.is_in(first, "honorific"):
            return None
        for at in range(max(0, verb - _NAMED_BEFORE), verb):
            for placed in self.actors.get(at, ()):
                styled = self.matches.starting(first, "honorific")[0].entry.value != self._style(placed)
                if placed.mention.type == "person" and not styled:
                    return Subject((ref(placed),), first + 1)
        return None

    def _style(self, placed: Placed) -> str:
        """How a person is spoken of: a king otherwise than a prince or a minister."""
        for at in range(max(0, placed.first - _STYLED), placed.last + 1):
            for match in self.matches.starting(at, "styled"):
                return str(match.entry.value)
        return ""

    def _governed(self, at: int, start: int) -> bool:
        """Whether a preposition stands right before a phrase, alone or written to a noun ("in the paper X")."""
        before = at - 1
        if before < start:
            return False
        form = self.tokens[before].form
        written = {m.prefix.preposition for m in self.matches.at[before]}
        return form in PREPOSITIONS or form in ("ل", "ب") or (bool(written) and "" not in written)

    def skip(self, at: int, limit: int) -> int:
        """Past the adverbs, times and brackets that may stand between a verb and its subject."""
        while at < limit:
            told = at + (self.tokens[at].form in _ON and at + 1 < limit)
            if told in self.times:
                at = self.times[told][0].last + 1
                continue
            skipped = self.matches.starting(at, "say_skip") or self.matches.starting(at, "say_saying")
            if skipped:
                at = skipped[0].last + 1
                continue
            addressed = next((p for p in self.actors.get(at, ()) if p.prefix[:1] == "ل"), None)
            if addressed is not None and addressed.mention.type == "media":
                at = addressed.last + 1
                continue
            if self.tokens[at].form in _INITIALS and at + 1 < limit and self.tokens[at + 1].form == ".":
                at += 2
                continue
            if self.tokens[at].form == "(":
                closing = next((k for k in range(at, min(limit, at + 6)) if self.tokens[k].form == ")"), -1)
                if closing < 0:
                    return at
                at = closing + 1
                continue
            return at
        return at

    def _antecedent(self, relative: int, start: int) -> Subject | None:
        """The name that a relative pronoun goes back to."""
        apart = self.tokens[relative - 1].form in "،," if relative > start else False
        if relative > start and self.tokens[relative - 1].form in _MATTER:
            return None  # الأمر الذي يشير إلى كذا
        before = range(relative - 1, max(start, relative - _APPOSITION) - 1, -1)
        for first in before:
            for placed in self.actors.get(first, ()):
                if placed.mention.type == "person" and self.tokens[relative].form.endswith("التي"):
                    continue  # وفاة فلان التي أعلنت
                if placed.last < relative and relative - placed.last <= _NEAR_NOUN:
                    return Subject((ref(placed),), relative)
        for first in before:
            nouns = [m for m in self.matches.starting(first, "speaker") if m.entry.value != "estimate"]
            agrees = self.tokens[first].form.endswith("ه") == (self.tokens[relative].form.endswith("التي"))
            if nouns and agrees and (apart or relative - first <= _NEAR_NOUN):
                return self.phrases.read(first, relative - apart, plain=False, prefixed=True)
        return None
