"""The statements of one sentence: its cues, tied to speakers and contents."""

from __future__ import annotations

from dataclasses import dataclass, replace

from marsad.analysis import Analysis
from marsad.extract import statements_cues as words
from marsad.extract.content import Quotation, Quotations
from marsad.extract.modality_words import STOPS
from marsad.extract.speakers import PREPOSITIONS, Speakers, Subject
from marsad.extract.statements_cues import Cue
from marsad.lexicon.automaton import Match
from marsad.model import ActorRef, Span
from marsad.text.clitics import Segmenter

_COLON_REACH = 14  # words before "name: …"
_MARKER_REACH = 45  # words between a verb of speech and the أن of what is said
_HEDGES = frozenset({"hedge", "claim", "forecast"})
_NOT = frozenset({"لم", "لن", "لا", "ولم", "ولن", "ولا", "ان", "عدم", "دون"})
THAT = frozenset({
    "ان", "انه", "انها", "انهم", "انهما", "انني", "اني", "اننا", "انا", "بان", "بانه", "بانها", "بانهم", "بانهما",
    "بانني", "باننا", "فان", "فانه",
})  # fmt: skip
_US = frozenset({"نا", "ني", "ي"})
_SUCH = frozenset({"هذا", "هذه", "ذلك", "تلك", "الامر"})
_HIS_WORDS = ("قوله", "قولها", "قولهم", "تعبيره", "تعبيرها", "وصفه", "وصفها", "زعمه", "زعمها", "زعمهم")
_CLAUSE_SIGNS = frozenset({"،", ",", ";", "؛", "كما", "فيما"})
_REMARKABLE = frozenset({"كان", "كانت", "يكون", "وكان", "بدا", "من", "ليس", "بات", "اصبح"})
_RESPONSIBILITY = frozenset({"مسووليته", "مسووليتها", "مسووليتهم", "مسووليتنا", "مسووليه", "المسووليه"})


@dataclass(frozen=True, slots=True)
class Found:
    """A statement by its tokens: `skip` letters of a prefix stand before the cue, `fend` ends it (folded)."""

    cue: int
    skip: int
    fend: int
    kind: str
    rule: str
    speakers: tuple[ActorRef, ...]
    content: Span | None
    hedged: bool = False
    via: str | None = None
    carries_on: bool = True
    svo: bool = False
    said_from: int = 0
    said_past: int = 0


class SentenceReader:
    """Reads the statements of the sentences of one analysis."""

    def __init__(self, analysis: Analysis, quotations: Quotations, segmenter: Segmenter) -> None:
        self.analysis, self.text, self.tokens = analysis, analysis.text, analysis.text.tokens
        self.matches, self.quotations = analysis.matches, quotations
        self.speakers = Speakers(analysis, segmenter)
        self.colons: dict[int, int] = {}
        for token in self.tokens:
            if token.form == ":":
                first = self.text.sentence_tokens[token.sentence][0]
                if 0 < token.n - first <= _COLON_REACH:
                    self.colons.setdefault(token.sentence, token.n)

    def read(self, sentence: int, cues: list[Cue], last: tuple[ActorRef, ...]) -> list[Found]:
        """The statements of a sentence; `last` is who spoke last before it."""
        start, past = self.text.sentence_tokens[sentence]
        cues = [c for c in cues if self.quotations.holding(c.token) is None]
        found: list[Found] = []
        if sentence in self.colons and not any(c.token < self.colons[sentence] for c in cues):
            told = self._colon(self.colons[sentence], start, past)
            if told is not None:
                found.append(told)
        for n, cue in enumerate(cues):
            limit = self._limit(cues, n, past)
            read = self._read(cue, start, limit, past, found, last)
            if read is not None:
                _join(found, read)
        return found

    def _limit(self, cues: list[Cue], n: int, past: int) -> int:
        """Where the reach of a cue ends: at the next cue that begins speech of its own."""
        for other in cues[n + 1 :]:
            if other.match.entry.cls == words.VERB and other.match.prefix.conjunction:
                return other.token
        return past

    def _read(
        self, cue: Cue, start: int, limit: int, past: int, found: list[Found], last: tuple[ActorRef, ...]
    ) -> Found | None:
        match cue.match.entry.cls:
            case words.VERB:
                return self._verb(cue, start, limit, past, found, last)
            case words.PARTICIPLE:
                return self._participle(cue, limit, past, found, last)
            case words.PHRASE:
                return self._phrase(cue, start, past)
            case words.NOUN:
                return self._noun(cue, start, limit, past, found, last)
        return self._nobody(cue, start, past, found)

    # ------------------------------------------------------------ one kind of cue each

    def _verb(
        self, cue: Cue, start: int, limit: int, past: int, found: list[Found], last: tuple[ActorRef, ...]
    ) -> Found | None:
        match, needs = cue.match, cue.force.needs
        form = match.entry.form
        if match.prefix.preposition or not self._is_verb(match, start):
            return None
        marker = self._marker(match.last + 1, limit)
        mark = limit if marker is None else marker
        about = self._about(match.last + 1, mark) if "عن" in needs else mark
        subject, behind = self._subject(cue, start, about, marker, found)
        after = behind.past if behind is not None else match.last + 1
        if not self._introduced(cue, marker, after, limit, subject, bool(found or last)):
            return None
        speakers = subject.speakers if subject else ()
        if not speakers:
            if not self._carries_on(cue, marker, start, bool(found)):
                return None
            speakers = found[-1].speakers if found else last
            if not speakers:
                return None
        that = marker is not None
        said = mark + (1 if that else 0) if that else after
        kind = "estimate" if subject is not None and subject.estimate else cue.force.kind
        if form.startswith(("اعلن", "يعلن", "تعلن", "تبن", "يتبن", "اكد", "يوكد", "توكد")) and self._responsible(
            match.last + 1, limit
        ):
            kind = words.KINDS["claim"]
        return replace(self._found(cue, kind, speakers, said, limit, past), svo=subject is not None and behind is None)

    def _is_verb(self, match: Match, start: int) -> bool:
        """Whether a word that looks like a verb of speech is one here, and told as a fact."""
        raw = self.text.raw[self.tokens[match.last].start : self.tokens[match.last].end]
        if match.suffix and (raw.endswith("ة") or match.suffix in _US):
            return False
        return match.first == start or self.tokens[match.first - 1].form not in _NOT

    def _subject(
        self, cue: Cue, start: int, mark: int, marker: int | None, found: list[Found]
    ) -> tuple[Subject | None, Subject | None]:
        """The speaker of a verb, and the same where it stands behind the verb."""
        match, needs = cue.match, cue.force.needs
        joined = bool(match.prefix.conjunction)
        before = None if joined else self.speakers.before(match.first, start)
        plural = match.entry.form.endswith("وا")
        if before is not None and (before.past == match.first or plural):
            return before, None
        if joined and found and found[-1].svo:
            return None, None  # فلان يؤكد كذا ويدعو كذا: what stands behind the second verb is its object
        if plural:
            return (None if joined or found else self.speakers.nearest(match.first, start)), None
        behind = self.speakers.behind(match.last + 1, mark, plain=marker is not None and "any" in needs)
        return (behind or before), behind

    def _introduced(
        self, cue: Cue, marker: int | None, after: int, limit: int, subject: Subject | None, spoken: bool
    ) -> bool:
        """Whether what the verb needs follows it."""
        match, needs = cue.match, cue.force.needs
        if "claimed" in needs:
            return bool(match.suffix) or self._claims(after, limit)
        if "direct" in needs:
            return marker is not None and self._direct(marker)
        if marker is not None:
            return True
        if self._tied(needs, match.last + 1, after, limit, bool(match.suffix)):
            return True
        return "any" in needs and (subject is not None or (spoken and bool(match.prefix.conjunction)))

    def _carries_on(self, cue: Cue, marker: int | None, start: int, spoken: bool) -> bool:
        """Whether a verb with no subject of its own goes on with the last speaker."""
        match, needs = cue.match, cue.force.needs
        if "continues" not in needs:
            return False
        first = self.speakers.skip(match.last + 1, len(self.tokens) if marker is None else marker)
        if marker is not None and first < marker and "any" not in needs:
            # a subject that can't speak: "the toll points to …"
            return self.tokens[first].form in PREPOSITIONS or not self.tokens[first].word
        if marker is None and "named" in needs:
            return self.tokens[min(first, len(self.tokens) - 1)].form in _SUCH
        return marker is not None or spoken or bool(match.prefix.conjunction) or match.first == start

    def _about(self, first: int, mark: int) -> int:
        """The عن before a mark: behind it stands what is told, or who told it."""
        return next((k for k in range(first, min(mark, first + _MARKER_REACH)) if self.tokens[k].form == "عن"), mark)

    def _participle(
        self, cue: Cue, limit: int, past: int, found: list[Found], last: tuple[ActorRef, ...]
    ) -> Found | None:
        match = cue.match
        marker = self._marker(match.last + 1, limit)
        before = self.tokens[match.first - 1].form if match.first else ""
        if (marker is None and not found) or before in _REMARKABLE:
            return None
        speakers = found[-1].speakers if found else last
        if not speakers:
            return None
        said = marker + 1 if marker is not None else match.last + 1
        return self._found(cue, cue.force.kind, speakers, said, limit, past)

    def _phrase(self, cue: Cue, start: int, past: int) -> Found | None:
        match = cue.match
        first = match.last + 1
        if first < past and self.tokens[first].form == "ما":
            first += 1
        verb = next((m for m in self.matches.at.get(first, ()) if m.entry.cls == words.VERB), None)
        if verb is not None:
            first = verb.last + 1
        elif match.entry.form == "كما":
            return None
        if first < past and self.tokens[first].form == "ل":
            first += 1
        if first < past and self.tokens[first].form in _HIS_WORDS:
            subject = self._first_actor(start, match.first, first + 1)
        else:
            subject = self._attributed(first, past)
        if subject is None:
            return None
        kind = "estimate" if subject.estimate else cue.force.kind
        opens = all(not t.word or t.form in ("فان", "فقد") for t in self.tokens[start : match.first])
        if opens:
            said_first = subject.past
            while said_first < past and (not self.tokens[said_first].word or self.tokens[said_first].form in THAT):
                said_first += 1
            content = self._span(said_first, past - 1) if said_first < past else None
            said_from, said_past = said_first, past
        else:
            said_past = match.first
            while said_past > start and not self.tokens[said_past - 1].word:
                said_past -= 1
            said_from = start
            content = self._span(start, said_past - 1) if said_past > start else None
        return Found(
            match.first, len(match.prefix.conjunction), match.fend, kind, "table:statements", subject.speakers, content,
            carries_on=False, said_from=said_from, said_past=said_past,
        )  # fmt: skip

    def _noun(
        self, cue: Cue, start: int, limit: int, past: int, found: list[Found], last: tuple[ActorRef, ...]
    ) -> Found | None:
        match = cue.match
        marker = self._marker(match.last + 1, limit)
        if marker is None:
            return None
        via = None
        if match.suffix:  # نقلت الوكالة عن مصدر قوله إن
            told = next((f for f in reversed(found) if f.rule == "table:statements"), None)
            quoted = self._source_of_report(match.first, start)
            if quoted is None:
                return None
            speakers = quoted.speakers
            via = told.speakers[0].text if told and told.speakers else None
        elif match.prefix.preposition == "ب":  # ومضت المصادر بالقول إن
            subject = self._subject_of_saying(match.first, start)
            speakers = subject.speakers if subject else (found[-1].speakers if found else last)
        else:
            subject = self.speakers.behind(match.last + 1, marker, plain=False)
            speakers = subject.speakers if subject else ()
        if not speakers:
            return None
        return replace(self._found(cue, cue.force.kind, speakers, marker + 1, limit, past), via=via)

    def _nobody(self, cue: Cue, start: int, past: int, found: list[Found]) -> Found | None:
        match = cue.match
        if found and not any(
            t.form in ("،", ";", "؛", "كما", "فيما") for t in self.tokens[found[-1].cue : match.first]
        ):
            return None
        first = match.last + 1
        if first >= past or (match.first > start and self.tokens[match.first - 1].form in _NOT):
            return None
        if match.entry.form.startswith("يعتقد") and not (
            self.tokens[first].form in THAT or match.entry.form.endswith("ان")
        ):
            return None
        read = self._found(cue, cue.force.kind, (), first, past, past)
        return replace(read, hedged=cue.force.strength == "doubtful", carries_on=False)

    def _colon(self, colon: int, start: int, past: int) -> Found | None:
        subject = self.speakers.name_before(colon, start)
        if subject is None or colon + 1 >= past:
            return None
        quotation = self.quotations.opening(colon + 1, past)
        content = self._content(colon + 1, past, quotation)
        kind = "quote" if quotation else "report"
        return Found(
            colon, 0, self.tokens[colon].fend, kind, "code:colon", subject.speakers, content,
            said_from=colon + 1, said_past=past,
        )  # fmt: skip

    # ------------------------------------------------------------ parts

    def _found(self, cue: Cue, kind: str, speakers: tuple[ActorRef, ...], said: int, limit: int, past: int) -> Found:
        match = cue.match
        quotation = self.quotations.opening(min(match.last + 1, said), limit)
        if kind == "report" and quotation is not None:
            kind = "quote"
        hedged = cue.force.strength == "likely" or self._hedged(said, limit)
        content = self._content(said, limit, quotation) if said < limit else None
        return Found(
            match.first, len(match.prefix.conjunction), match.fend, kind, "table:statements", speakers, content, hedged,
            said_from=said, said_past=limit,
        )  # fmt: skip

    def _content(self, first: int, past: int, quotation: Quotation | None) -> Span | None:
        while first < past and not self.tokens[first].word and not self.tokens[first].form[0].isdigit():
            first += 1
        last = past - 1
        while last > first and not self.tokens[last].word and not self.tokens[last].form[0].isdigit():
            last -= 1
        if first > last:
            return None
        if quotation is not None and quotation.first <= first + 1:
            return quotation.span
        span = self._span(first, last)
        return Span(span.start, max(span.end, quotation.span.end)) if quotation is not None else span

    def _span(self, first: int, last: int) -> Span:
        return self.text.span(first, last)

    def _marker(self, first: int, limit: int) -> int | None:
        """The token that brings in what is said: أن, a colon, or the sign before a quotation's first word."""
        for at in range(first, min(limit, first + _MARKER_REACH)):
            form = self.tokens[at].form
            if form in THAT or form == ":":
                return at
            quotation = self.quotations.opening(at, at + 1)
            if quotation is not None:
                return at - 1
            if at > first and any(
                m.entry.cls in (words.VERB, words.PARTICIPLE) and m.prefix.conjunction
                for m in self.matches.at.get(at, ())
            ):
                return None
        return None

    def _direct(self, marker: int) -> bool:
        return self.tokens[marker].form == ":" or self.quotations.opening(marker + 1, marker + 2) is not None

    def _tied(self, needs: frozenset[str], first: int, after: int, limit: int, pronoun: bool) -> bool:
        """Whether what a verb needs follows it."""
        if "object" in needs and pronoun:
            return True
        if "noun" in needs and after < limit and self.tokens[after].word:
            return self.tokens[after].form not in PREPOSITIONS or after > first
        for at in range(first, min(limit, first + _MARKER_REACH)):
            form = self.tokens[at].form
            if form in needs:
                return True
            if form in (".", "؛"):
                return False
            if at >= after or at > first + 1:
                for letter in ("ب", "ل"):
                    if letter in needs and (
                        form == letter or any(m.prefix.preposition == letter for m in self.matches.at.get(at, ()))
                    ):
                        return True
                    if (
                        letter in needs
                        and form.startswith((letter + "ا", letter + "ت", letter + "ان"))
                        and len(form) > 4
                    ):
                        return True
        return False

    def _claims(self, after: int, limit: int) -> bool:
        return any(
            m.entry.cls == "claimed" for at in range(after, min(limit, after + 2)) for m in self.matches.at.get(at, ())
        )

    def _responsible(self, first: int, limit: int) -> bool:
        return any(self.tokens[at].form in _RESPONSIBILITY for at in range(first, min(limit, first + 10)))

    def _hedged(self, first: int, limit: int) -> bool:
        """Whether the content itself opens with a hedge."""
        for at in range(first, min(limit, first + 4)):
            for match in self.matches.at.get(at, ()):
                if match.entry.cls in ("modal.hedge", "modal.claim") and match.entry.form not in ("قد", "يمكن"):
                    return True
            if at > first and self.tokens[at].form in STOPS:
                return False
        return False

    def _attributed(self, first: int, past: int) -> Subject | None:
        """The speaker that "according to" brings in, whose first word may carry ل."""
        if first < past:
            for placed in self.speakers.actors.get(first, ()):
                if placed.prefix in ("ل", "لل", ""):
                    person = self.speakers.behind(first, past, plain=False)
                    mention = placed.mention
                    named = Subject(
                        (ActorRef(mention.text, mention.start, mention.end, mention.key, mention.type),),
                        placed.last + 1,
                    )
                    return person if person is not None and placed.prefix == "" else named
        limit = next((k for k in range(first, past) if self.tokens[k].form in STOPS), past)
        return self.speakers.behind(first, max(limit, first), plain=False, prefixed=True)

    def _first_actor(self, start: int, limit: int, past: int) -> Subject | None:
        """The first actor of a sentence: who "in his words" goes back to."""
        for at in range(start, limit):
            subject = self.speakers.behind(at, limit, plain=False)
            if subject is not None:
                return Subject(subject.speakers, past)
        return None

    def _source_of_report(self, noun: int, start: int) -> Subject | None:
        """Who stands behind عن, before قوله."""
        for at in range(noun - 1, max(start, noun - 20) - 1, -1):
            if self.tokens[at].form == "عن":
                return self.speakers.behind(at + 1, noun, plain=True)
        return None

    def _subject_of_saying(self, noun: int, start: int) -> Subject | None:
        return self.speakers.before(noun, start) or next(
            (
                s
                for at in range(noun - 1, max(start, noun - 6) - 1, -1)
                if (s := self.speakers.behind(at, noun, plain=False)) is not None
            ),
            None,
        )


def _join(found: list[Found], more: Found) -> None:
    """Add a statement, or join it to the one of the same speaker."""
    for n, known in enumerate(found):
        if _same(known.speakers, more.speakers):
            if more.kind == "quote" and known.kind == "report":
                found[n] = replace(known, kind="quote")
            return
    found.append(more)


def _same(a: tuple[ActorRef, ...], b: tuple[ActorRef, ...]) -> bool:
    if not a or not b:
        return False
    return any(
        x == y or (x.key is not None and x.key == y.key) or x.text == y.text or _refers_back(x.text, y.text)
        for x in a
        for y in b
    )


def _refers_back(full: str, short: str) -> bool:
    """Whether a definite noun takes up the head of a phrase: مصادر محلية … المصادر."""
    return short.startswith("ال") and " " not in short and full.split(" ", 1)[0] in (short[2:], short)
