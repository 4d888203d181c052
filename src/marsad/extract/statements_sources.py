"""What "according to" and its like attribute: the source, and the clause that it stands in or that follows it."""

from __future__ import annotations

from bisect import bisect_right

from marsad.analysis import Analysis
from marsad.extract import statements_cues as words
from marsad.extract.modality_words import CLAUSES, STOPS
from marsad.extract.speakers import LONGEST_CLAUSE, Speakers
from marsad.extract.speakers_names import PREPOSITIONS, ref
from marsad.extract.speakers_phrase import Subject
from marsad.extract.statements_cues import THAT, Cue
from marsad.extract.statements_found import Around, Found
from marsad.extract.statements_markers import Markers
from marsad.model import ActorRef, Span

CLAUSE_SIGNS = frozenset({"،", ",", ";", "؛", "كما", "فيما"})
_TOLD_OF = 9  # words that tell of a source
_IN_MOUTH = "علي لسان"
_COMMAS = frozenset("،,")
_DASHES = frozenset("-–—")
_WITH_VERB = frozenset({"كما", "علي ما"})  # كما قال فلان، على ما أعلن فلان: nothing without the verb
_ABOUT_SOURCE = 20  # words that tell of a source before فإن
_THEN = frozenset({"فان", "فانه", "فانها", "فقد"})
_ENDS = STOPS | THAT


class Sources:
    """Reads the sources of one analysis that are brought in by a phrase (بحسب، نقلا عن)."""

    def __init__(self, analysis: Analysis, speakers: Speakers, markers: Markers) -> None:
        self.text, self.tokens, self.matches = analysis.text, analysis.text.tokens, analysis.matches
        self.speakers, self.markers = speakers, markers
        self.quotations = markers.quotations

    def read(self, cue: Cue, around: Around) -> Found | None:
        """A phrase (بحسب): the clause that it stands in, or that follows it, is what is said."""
        match, start, past = cue.match, around.start, around.past
        first = match.last + 1
        if first < past and self.tokens[first].form == "ما":
            first += 1
        verb = next((m for m in self.matches.at[first] if m.entry.cls == words.VERB), None)
        if match.entry.form in _WITH_VERB and (
            match.first == start
            or verb is None
            or not words.force(verb.entry.value, words.VERB).needs & {"any", "that"}
            or self.markers.marker(verb.last + 1, past) is not None
        ):
            return None
        if verb is not None:
            first = verb.last + 1
        if first < past and self.tokens[first].form == "ل":
            first += 1
        if first < past and self.matches.is_in(first, "his_words"):
            subject = self.speakers.first_acting(start, match.first, first + 1)
        else:
            with_verb = match.entry.form in _WITH_VERB
            subject = self._attributed(first, past, plain=verb is not None)
            free = verb is not None and "any" in words.force(verb.entry.value, words.VERB).needs
            if with_verb and subject is not None and not self._closes(subject, free, past):
                return None  # كما أعلنت البلاد الحداد: it, too, did
        if subject is None:
            return None
        via = None
        if verb is not None and subject.past < past and self.tokens[subject.past].form == "عن":
            origin = self.speakers.behind(subject.past + 1, past, plain=False, marked=False)
            if origin is not None:  # بحسب ما نقلته الوكالة عن المكتب
                via, subject = subject.speakers[0].text, origin
        kind = "estimate" if subject.estimate else cue.force.kind
        # What opens the sentence bears on what follows; else on what stands before.
        opens = all(not t.word or self._opens(t.n) for t in self.tokens[start : match.first])
        opens = opens or bool(match.prefix.conjunction) or self.tokens[match.first - 1].form == "و"
        told = next((f for f in reversed(around.found) if self._told_behind(f, match.last)), None)
        if told is not None:  # أوضح التقرير نقلا عن موظف قوله: the words are the employee's
            content, kind, via = told.content, told.kind if kind == "report" else kind, told.speakers[0].text
        elif opens:
            said = self._behind_then(subject.past, past)
            while said < past and (not self.tokens[said].word or self.tokens[said].form in THAT):
                said += 1
            quotation = self.quotations.opening(said, past)
            kind = "quote" if quotation is not None and kind == "report" else kind
            content = self.markers.content(said, past, quotation)
        elif match.entry.form == _IN_MOUTH and subject.past < past - 1:
            content = None  # أهم ما جاء على لسانه تأكيده كذا: what the sentence makes of it
        else:
            content = self.markers.content(self._clause(start, match.first, kind), match.first, None)
            said_before = next((f.content for f in reversed(around.found) if f.content), None)
            if content is not None and said_before is not None and content.start < said_before.start < content.end:
                content = Span(said_before.start, content.end)  # وتابع أن كذا بحسب فلان
            inside = self._inside(match.first, subject.past, past) if content is not None else -1
            if content is not None and inside >= 0:
                stops = (k for k in range(inside + 1, past) if self.tokens[k].form in STOPS)
                rest = self.markers.content(inside + 1, next(stops, past), None)
                content = Span(content.start, rest.end) if rest is not None else content
        return Found(
            match.first, len(match.prefix.conjunction), match.fend, kind, "table:statements", subject.speakers, content,
            carries_on=False, via=via,
        )  # fmt: skip

    def _opens(self, at: int) -> bool:
        """Whether a word only leads to a source: فإن, وحسبما."""
        return self.tokens[at].form in ("فان", "فقد") or bool(self.matches.starting(at, "say_phrase"))

    def _closes(self, subject: Subject, free: bool, past: int) -> bool:
        """Whether a source ends its clause: a sign, an adjective, a preposition or a time follows, no object.

        One that no list knows has to be one word, behind a `free` verb: an object could stand behind it."""
        at, name = subject.past, subject.speakers[0]
        if name.type is None and not self._speaks(name) and (" " in name.text or not free):
            return False
        if at >= past or not self.tokens[at].word or self.matches.starting(at, "say_phrase"):
            return True
        if at in self.speakers.times or self.tokens[at].form in PREPOSITIONS or self.speakers.skip(at, past) > at:
            return True
        if self.matches.is_in(at, "say_how"):
            return True  # كما يقول المسؤول مبديا أسفه
        adjective = self.tokens[at].form.startswith("ال") and self.tokens[at].form.endswith(("ي", "يه"))
        return (adjective and name.type is not None) or self.speakers.phrases.extents.is_to(at)

    def _speaks(self, name: ActorRef) -> bool:
        """Whether a noun that can speak begins a source."""
        at = bisect_right(self.text.starts, name.start or 0) - 1
        return self.matches.is_in(at, "speaker")

    def _inside(self, phrase: int, after: int, past: int) -> int:
        """The sign behind a source that stands inside what is said, -1 where it does not: between two dashes, or two
        commas with no new clause behind.

        وضع البلدة - حسب الوكالة - في المقدمة; يشكل مقتله، بحسب المحللين، ضربة للتنظيم."""
        if not 0 < phrase < after < past - 1:
            return -1
        after = self._past_told_of(after, past)
        if after >= past - 1:
            return -1
        signs = {self.tokens[phrase - 1].form, self.tokens[after].form}
        if signs <= _DASHES:
            return after
        following = self.tokens[after + 1].form
        opens = following in CLAUSES or following in CLAUSE_SIGNS or following.startswith(("و", "ف", "ب"))
        return after if signs <= _COMMAS and not opens and not self._speaks_anew(after + 1) else -1

    def _past_told_of(self, at: int, past: int) -> int:
        """Past what is told of a source up to the next comma (بحسب بيان نشرته الوكالة، …)."""
        if not self.matches.is_in(at, "speaker_end"):
            return at
        return next((k for k in range(at, min(past, at + _TOLD_OF)) if self.tokens[k].form in _COMMAS), at)

    def _speaks_anew(self, at: int) -> bool:
        """Whether a verb, a participle or another source goes on behind one (، مشيرا إلى أن)."""
        new = (words.VERB, words.PARTICIPLE, words.PHRASE)
        return any(m.entry.cls in new for m in self.matches.at[at])

    def _told_behind(self, told: Found, phrase: int) -> bool:
        """Whether a statement's verb stands before a phrase and its words behind it."""
        content = told.content
        return bool(told.speakers) and content is not None and content.start > self.tokens[phrase].end

    def _behind_then(self, at: int, past: int) -> int:
        """Past a clause about the source itself, to the فإن behind its comma (بحسب الوكالة التي …، فإن …)."""
        near = min(past, at + _ABOUT_SOURCE)
        then = (k for k in range(at, near) if self.tokens[k].form in _THEN and self.tokens[k - 1].form in "،,")
        return next(then, at)

    def _attributed(self, first: int, past: int, plain: bool) -> Subject | None:
        """The speaker that "according to" brings in, whose first word may carry ل."""
        limit = next((k for k in range(first, past) if self.tokens[k].form in _ENDS), past)
        for placed in self.speakers.actors.get(first, ()):
            if placed.prefix in ("ل", "لل"):
                return Subject((ref(placed),), placed.last + 1)
        then = limit < past and self.tokens[limit].form in THAT
        return self.speakers.behind(first, max(limit, first), plain=plain, prefixed=True, marked=then)

    def _clause(self, start: int, past: int, kind: str) -> int:
        """Where what stands before "according to" begins: its sentence, or what a colon brings in.

        An estimate bears on the clause with its figure alone."""
        signs = ":" if kind != "estimate" else ":،,"
        near = max(start, past - LONGEST_CLAUSE)
        return next((k + 1 for k in range(past - 2, near, -1) if self.tokens[k].form in signs), near)
