"""What is said, and what brings it in: أن, a colon, a quotation, the preposition that a verb takes."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from marsad.analysis import Analysis
from marsad.extract import statements_cues as words
from marsad.extract.content import Quotation, Quotations
from marsad.extract.modality_words import CLAUSES, STOPS
from marsad.extract.speakers import Speakers
from marsad.extract.speakers_names import PREPOSITIONS
from marsad.extract.statements_cues import THAT, Cue
from marsad.extract.statements_found import Found
from marsad.extract.statements_spoken import Spoken
from marsad.model import ActorRef, Span
from marsad.text.fold import QUOTES

MARKER_REACH = 45  # words between a verb of speech and the أن of what is said
# إلا أن, قبل أن, كما أن: conjunctions of their own.
_OTHER_THAT = frozenset({
    "الا", "غير", "بيد", "كما", "لو", "لولا", "بعد", "قبل", "منذ", "دون", "رغم", "مع", "حتي", "بمجرد", "خاصه", "لاسيما",
    "سوي", "حيث", "خصوصا", "يمكن", "يجب", "ينبغي",
})  # fmt: skip
AND_THAT = frozenset({"وان", "وانه", "وانها", "وبان", "وانهم"})
_SHORTEST_AT_STOP = 2  # letters of the words beside a full stop that is none of an abbreviation
_IN_WRITING = 14  # words of "in a statement on its page" between who claims an attack and the attack
_TRAILING = 4  # words behind the last comma that belong to the next clause: "في السياق ذاته", "في حين"
_LETTERS = frozenset({"ب", "ل"})


class Marker(NamedTuple):
    """What brings in speech: its token (or the first one quoted), and where the speech begins.

    `direct` where it is a colon or a quotation mark."""

    at: int
    said: int
    direct: bool


class Markers:
    """Finds where speech begins and ends in one analysis."""

    def __init__(self, analysis: Analysis, quotations: Quotations, speakers: Speakers) -> None:
        self.text, self.tokens, self.matches = analysis.text, analysis.text.tokens, analysis.matches
        self.quotations, self.actors = quotations, speakers.actors
        self.quotes = {q.start: q for q in analysis.quotes}
        self._spoken = Spoken(analysis)
        self._glosses = [m.first for m in analysis.matches.of("say_gloss")]
        self._glued = [at for at in self.text.forms.get(".", ()) if self._is_glued(at)]
        holding = analysis.matches.holding
        self._voiced = holding[words.VERB] | holding[words.PARTICIPLE]

    def found(self, cue: Cue, kind: str, speakers: tuple[ActorRef, ...], said: int, limit: int) -> Found:
        """The statement of a cue whose content begins at token `said` and ends before `limit`."""
        match = cue.match
        gloss = bisect_right(self._glosses, said)  # what the author explains of it is no longer said
        if gloss < len(self._glosses):
            limit = min(limit, self._glosses[gloss])
        stop = bisect_right(self._glued, said)
        if stop < len(self._glued) and self._glued[stop] < limit - 1:
            limit = self._glued[stop]
        quotation = self.quotations.opening(min(match.last + 1, said), limit)
        if kind == "report" and quotation is not None:
            kind = "quote"
        hedged = cue.force.strength == "likely" or self.hedged(said, limit)
        content = self.content(said, limit, quotation) if said < limit else None
        return Found(
            match.first, len(match.prefix.conjunction), match.fend, kind, "table:statements", speakers, content, hedged,
        )  # fmt: skip

    def _is_glued(self, at: int) -> bool:
        """Whether a full stop is written between two words with no blank: a sentence ends there all the same."""
        if not 0 < at < len(self.tokens) - 1:
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        close = before.end == self.tokens[at].start and self.tokens[at].end == after.start
        return close and min(len(before.form), len(after.form)) >= _SHORTEST_AT_STOP and before.word and after.word

    def content(self, first: int, past: int, quotation: Quotation | None) -> Span | None:
        """What is said between two tokens, without signs at its ends; a quotation alone without its marks."""
        while first < past and not self.tokens[first].word and not self.tokens[first].form[0].isdigit():
            first += 1
        last = past - 1
        while last > first and not self.tokens[last].word and not self.tokens[last].form[0].isdigit():
            last -= 1
        if first > last:
            return None
        last = self._without_tail(first, last, past)
        while last > first and self.tokens[last].form in ("وذلك", "،", ","):
            last -= 1
        if quotation is not None and quotation.first <= first + 1:
            return Span(quotation.span.start, self._joined(quotation, past).span.end)
        address = self.text.raw.find("http", self.tokens[first].start + 1, self.tokens[last].end)
        while address > 0 and last > first and self.tokens[last].end > address:
            last -= 1
        span = self._with_mark(self.text.span(first, last))
        return Span(span.start, max(span.end, quotation.span.end)) if quotation is not None else span

    def _joined(self, quotation: Quotation, past: int) -> Quotation:
        """The last of the quotations that follow one upon another, joined by و and أن alone (إن «…»، وإن «…»)."""
        while True:
            at = quotation.last + 1
            while at < past and (not self.tokens[at].word or self.tokens[at].form in AND_THAT):
                at += 1
            following = self.quotations.opening(at, min(at + 1, past))
            if following is None or not any(self.tokens[k].word for k in range(quotation.last + 1, at)):
                return quotation
            quotation = following

    def _without_tail(self, first: int, last: int, past: int) -> int:
        """The last token of what is said, without what opens the next clause where a verb cuts it off."""
        if past >= len(self.tokens) or self.tokens[past].sentence != self.tokens[last].sentence:
            return last
        if self.tokens[last].form in CLAUSES and last > first:
            last -= 1
        for at in range(last, max(first, last - _TRAILING), -1):
            if self.tokens[at].form in "،,":
                opens = self.tokens[at + 1].form if at < last else ""
                connects = opens in CLAUSES or opens in PREPOSITIONS or opens.removeprefix("و") in PREPOSITIONS
                return at - 1 if connects or at == last else last
        return last

    def _with_mark(self, span: Span) -> Span:
        """The span with the quotation mark that opens right before it and closes inside it."""
        raw = self.text.raw
        if span.start and raw[span.start - 1] in QUOTES:
            quote = self.quotes.get(span.start)
            if quote is None or quote.end >= span.end:
                return span
            return Span(span.start - 1, span.end)
        return span

    def marker(self, first: int, limit: int) -> Marker | None:
        """What brings in the speech behind a verb: أن, a colon, or the quotation itself."""
        named = -1
        for at in range(first, min(limit, first + MARKER_REACH)):
            form = self.tokens[at].form
            if at in self.actors:
                named = max(named, self.actors[at][0].last)
            if form == ":" and at > first and self._other_verb(at - 1):
                return None  # استمرار الغارات على مواقع قال: …
            if form == ":":
                that = at + 1 < limit and self.tokens[at + 1].form in THAT
                return Marker(at, at + 1 + that, direct=True)
            if at in self.quotations.firsts:
                return Marker(at, at, direct=True)
            if form in THAT and at > named and self._that(at, first):
                return Marker(at, at + 1, direct=False)
            if at > first and at in self._voiced and self._speaks_anew(at):
                return None
        return None

    def _other_verb(self, at: int) -> bool:
        """Whether a verb of speech right before a colon has that speech for its own."""
        return any(not m.prefix.preposition for m in self.matches.starting(at, words.VERB))

    def _speaks_anew(self, at: int) -> bool:
        """Whether another verb of speech begins here, or a participle of one behind a comma (، لافتا إلى أن)."""
        for m in self.matches.at[at]:
            if m.entry.cls in (words.VERB, words.PARTICIPLE) and m.prefix.conjunction:
                return m.entry.cls == words.PARTICIPLE or self._spoken.told(m, at)
            if m.entry.cls == words.PARTICIPLE and self.tokens[at - 1].form in "،,":
                return True
        return False

    def _that(self, at: int, first: int) -> bool:
        """Whether أن brings in speech here: it belongs to no other conjunction, and is no letters of a name."""
        if at == first and self.tokens[at].form == "فان":
            return False
        before = self.tokens[at - 1]
        if before.form == "خاصه" and self.matches.is_in(at - 2, "source"):
            return True  # قالت مصادر خاصة إن: an adjective
        return before.form not in _OTHER_THAT and not (before.form == "." and before.end == self.tokens[at].start)

    def tied(self, needs: frozenset[str], first: int, after: int, limit: int, pronoun: bool) -> bool:
        """Whether what a verb needs follows it."""
        if "object" in needs and pronoun:
            return True
        if "noun" in needs and after < limit and self.tokens[after].word:
            return self.tokens[after].form not in PREPOSITIONS
        for at in range(first, min(limit, first + MARKER_REACH)):
            form = self.tokens[at].form
            if form in needs:
                return True
            if form in (".", "؛"):
                return False
            if (at >= after or at > first + 1) and self.takes(needs, at):
                return True
        return False

    def takes(self, needs: frozenset[str], at: int) -> bool:
        """Whether a word has a preposition written to it that a verb needs."""
        return any(self._begins_with(at, letter) for letter in _LETTERS & needs)

    def _begins_with(self, at: int, letter: str) -> bool:
        """Whether a word has a preposition written to it, as far as its form tells."""
        form = self.tokens[at].form
        if form == letter or any(x.prefix.preposition == letter for x in self.matches.at[at]):
            return True
        return len(form) > 4 and form.startswith((letter + "ا", letter + "ت"))

    def claims(self, after: int, limit: int) -> bool:
        """Whether an attack, or responsibility for one, is what follows."""
        past = min(limit, after + 2)
        if after < limit and self.tokens[after].form in PREPOSITIONS:  # تبنت المجموعة في بيان نشرته الهجوم
            stops = (k for k in range(after, min(limit, after + _IN_WRITING)) if self.tokens[k].form in STOPS)
            past = next(stops, min(limit, after + _IN_WRITING))
        return any(self.matches.is_in(at, "claimed") for at in range(after, past))

    def responsible(self, first: int, limit: int) -> bool:
        """Whether the speaker tells of a responsibility of his own."""
        return any(self.is_responsibility(at) for at in range(first, min(limit, first + 10)))

    def is_responsibility(self, at: int) -> bool:
        """Whether a word is the responsibility that is claimed: مسؤوليته."""
        return self.matches.is_in(at, "responsibility")

    def hedged(self, first: int, limit: int) -> bool:
        """Whether the content itself opens with a hedge."""
        for at in range(first, min(limit, first + 4)):
            if any(match.entry.form not in ("قد", "يمكن") for match in self.matches.starting(at, "modal.hedge")):
                return True
            if at > first and self.tokens[at].form in STOPS:
                return False
        return False
