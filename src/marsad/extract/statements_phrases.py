"""What attributes without a verb of its own: participles, "according to", nouns of speech, a name and a colon."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from marsad.analysis import Analysis
from marsad.extract import statements_cues as words
from marsad.extract.modality_words import CLAUSES, STOPS
from marsad.extract.speakers import Speakers
from marsad.extract.speakers_names import PREPOSITIONS, ref
from marsad.extract.speakers_phrase import Subject
from marsad.extract.statements_cues import THAT, Cue
from marsad.extract.statements_found import Around, Found
from marsad.extract.statements_markers import Markers
from marsad.extract.statements_spoken import NOT
from marsad.model import ActorRef, Span

CLAUSE_SIGNS = frozenset({"،", ",", ";", "؛", "كما", "فيما"})
_LONGEST_CLAUSE = 150  # words: no sentence of a news text is longer
_OPENING = 7  # words in which the subject of a sentence's own verb stands
_ABOUT_SOURCE = 20  # words that tell of a source before فإن
_WITH_VERB = frozenset({"كما", "علي ما"})  # كما قال فلان، على ما أعلن فلان: nothing without the verb
_DASHES = frozenset("-–—")
_TOLD_OF = 9  # words that tell of a source
_IN_MOUTH = "علي لسان"
_COMMAS = frozenset("،,")
_THEN = frozenset({"فان", "فانه", "فانها", "فقد"})
_VERB_REACH = 5  # words between the givers of statements and the verb that tells what these say
_PARTICIPLE_REACH = 13  # words between a participle and the أن of what it tells
_SOURCES = 6  # words of sources with no name before a colon
_REMARKABLE = frozenset({"كان", "كانت", "يكون", "وكان", "بدا", "من", "ليس", "بات", "اصبح"})


class Phrases:
    """Reads what attributes without a verb, in one analysis."""

    def __init__(self, analysis: Analysis, speakers: Speakers, markers: Markers) -> None:
        self.text, self.tokens, self.matches = analysis.text, analysis.text.tokens, analysis.matches
        self.speakers, self.markers = speakers, markers
        self.quotations = markers.quotations
        self._starts = [token.start for token in self.tokens]

    def participle(self, cue: Cue, around: Around) -> Found | None:
        """A participle (مضيفا): the speaker of the sentence goes on."""
        match, limit, found = cue.match, around.limit, around.found
        marker = self.markers.marker(match.last + 1, min(limit, match.last + _PARTICIPLE_REACH))
        before = self.tokens[match.first - 1].form if match.first else ""
        if (marker is None and not found) or before in _REMARKABLE:
            return None
        if match.prefix.article:
            return None  # التقارير القائلة إن …
        if not found and before not in CLAUSE_SIGNS and self.text.raw[self.tokens[match.last].end - 1] == "ة":
            return None  # محل متابعة الأجهزة: the noun
        acting = None if found else self.speakers.acting(around.start, match.first)
        if acting is None and not found and self.speakers.says(around.start, match.first):
            return None  # the verb before it names who goes on, in words that are not understood
        if acting is None and not found:
            near = min(match.first, around.start + _OPENING)
            acting = self._first_actor(around.start, near, match.first)
        speakers = acting.speakers if acting else around.speaking
        if not speakers:
            return None
        if marker is None and cue.force.needs <= {"that"}:
            return None  # وأضاف قائلا في حديثه …: what he says is brought in by the verb
        said = marker.said if marker is not None else match.last + 1
        return self.markers.found(cue, cue.force.kind, speakers, said, limit)

    def phrase(self, cue: Cue, around: Around) -> Found | None:
        """A phrase (بحسب): the clause that it stands in, or that follows it, is what is said."""
        match, start, past = cue.match, around.start, around.past
        first = match.last + 1
        if first < past and self.tokens[first].form == "ما":
            first += 1
        verb = next((m for m in self.matches.at.get(first, ()) if m.entry.cls == words.VERB), None)
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
            subject = self._first_actor(start, match.first, first + 1)
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
        opens = all(not t.word or t.form in ("فان", "فقد") for t in self.tokens[start : match.first])
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
        return (adjective and name.type is not None) or self.speakers.phrases.is_to(at)

    def _speaks(self, name: ActorRef) -> bool:
        """Whether a noun that can speak begins a source."""
        at = bisect_right(self._starts, name.start or 0) - 1
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
        return any(m.entry.cls in new for m in self.matches.at.get(at, ()))

    def _told_behind(self, told: Found, phrase: int) -> bool:
        """Whether a statement's verb stands before a phrase and its words behind it."""
        content = told.content
        return bool(told.speakers) and content is not None and content.start > self.tokens[phrase].end

    def _behind_then(self, at: int, past: int) -> int:
        """Past a clause about the source itself, to the فإن behind its comma (بحسب الوكالة التي …، فإن …)."""
        near = min(past, at + _ABOUT_SOURCE)
        then = (k for k in range(at, near) if self.tokens[k].form in _THEN and self.tokens[k - 1].form in "،,")
        return next(then, at)

    def noun(self, cue: Cue, around: Around) -> Found | None:
        """A noun of speech: قوله, بالقول, تصريحات."""
        match, (start, limit, _, found, _) = cue.match, around
        marker = self.markers.marker(match.last + 1, limit)
        if marker is None:
            return self._of_some(cue, around)
        via = None
        if match.suffix and match.prefix.preposition == "ب":  # علل الوزير القرار بقوله إن
            acting = None if found else self._first_actor(start, match.first, match.first)
            person = acting is not None and acting.speakers[0].type == "person"
            speakers = acting.speakers if acting is not None and person else found[-1].speakers if found else ()
        elif match.suffix:  # نقلت الوكالة عن مصدر قوله إن
            told = next((f for f in reversed(found) if f.rule == "table:statements"), None)
            quoted = self._source_of_report(match.first, start)
            if quoted is None:
                return None
            speakers = quoted.speakers
            via = told.speakers[0].text if told and told.speakers else None
        elif match.prefix.preposition == "ب":  # ومضت المصادر بالقول إن
            subject = self._subject_of_saying(match.first, start)
            speakers = subject.speakers if subject else around.speaking
        elif found:
            return None  # the verb before it has said who speaks
        else:
            first = match.last + 1
            while first < marker.at and self.matches.is_in(first, "press"):
                first += 1
            subject = self.speakers.behind(first, marker.at, plain=False, prefixed=True)
            told_to = self.speakers.phrases.is_to(first) and self.matches.is_in(first, "press_outlet")
            speakers = subject.speakers if subject and not told_to else ()
        if not speakers:
            return None
        return replace(self.markers.found(cue, cue.force.kind, speakers, marker.said, limit), via=via)

    def _of_some(self, cue: Cue, around: Around) -> Found | None:
        """What statements of somebody confirm (تصريحات لجهات عدة تؤكد قرب كذا)."""
        first = cue.match.last + 1
        if cue.match.suffix or around.found or first >= around.past or not self.tokens[first].form.startswith("ل"):
            return None
        subject = self.speakers.behind(first, around.past, plain=False, prefixed=True, marked=False)
        if subject is None:
            return None
        for at in range(subject.past, min(around.past - 1, subject.past + _VERB_REACH)):
            if any(m.entry.cls == words.VERB and not m.suffix for m in self.matches.at.get(at, ())):
                limit = next((k for k in range(at, around.past) if self.tokens[k].form in STOPS), around.past)
                return self.markers.found(cue, cue.force.kind, subject.speakers, at + 1, limit)
        return None

    def nobody(self, cue: Cue, around: Around) -> Found | None:
        """What is attributed to nobody: قيل, يشاع."""
        match, (start, _, past, found, _) = cue.match, around
        near = max(found[-1].cue, match.first - _LONGEST_CLAUSE) if found else 0
        if found and not any(t.form in CLAUSE_SIGNS for t in self.tokens[near : match.first]):
            return None
        first = match.last + 1
        if first >= past or (match.first > start and self.tokens[match.first - 1].form in NOT | {"فان", "وان"}):
            return None
        if match.first > start and self.tokens[match.first - 1].form == "ما" and self.tokens[first].form == "عن":
            return None  # كل ما قيل عن كذا: what is talked of, not what is told
        if match.entry.form.startswith("يعتقد") and not (
            self.tokens[first].form in THAT or match.entry.form.endswith("ان")
        ):
            return None
        said = first + (self.tokens[first].form in THAT)
        comments = (k for k in range(said, past - 1) if self._comments(k))
        read = self.markers.found(cue, cue.force.kind, (), said, next(comments, past))
        return replace(read, hedged=cue.force.strength == "doubtful", carries_on=False)

    def _comments(self, at: int) -> bool:
        """Whether the author goes on to say what comes of something (، ما يزيد الشكوك، مما …)."""
        return self.tokens[at].form in "،," and self.tokens[at + 1].form in ("ما", "مما")

    def colon(self, colon: int, start: int, past: int) -> Found | None:
        """A name and a colon: فلان: …, مصادر محلية: …"""
        subject = self.speakers.name_before(colon, start) or self._unnamed(colon, start)
        asked = any(self.matches.is_in(at, "asked") for at in range(start, colon))
        if subject is None or asked or colon + 1 >= past:
            return None
        quotation = self.quotations.opening(colon + 1, past)
        content = self.markers.content(colon + 1, past, quotation)
        kind = "quote" if quotation else "report"
        return Found(colon, 0, self.tokens[colon].fend, kind, "code:colon", subject.speakers, content)

    def _attributed(self, first: int, past: int, plain: bool) -> Subject | None:
        """The speaker that "according to" brings in, whose first word may carry ل."""
        limit = next((k for k in range(first, past) if self.tokens[k].form in STOPS | THAT), past)
        for placed in self.speakers.actors.get(first, ()):
            if placed.prefix in ("ل", "لل"):
                return Subject((ref(placed),), placed.last + 1)
        then = limit < past and self.tokens[limit].form in THAT
        return self.speakers.behind(first, max(limit, first), plain=plain, prefixed=True, marked=then)

    def _unnamed(self, colon: int, start: int) -> Subject | None:
        """Sources, witnesses or officials with no name that make up all that stands before a colon."""
        if colon - start > _SOURCES or not self.matches.is_in(start, "source"):
            return None
        subject = self.speakers.behind(start, colon, plain=False)
        return subject if subject is not None and subject.past == colon else None

    def _clause(self, start: int, past: int, kind: str) -> int:
        """Where what stands before "according to" begins: its sentence, or what a colon brings in.

        An estimate bears on the clause with its figure alone."""
        signs = ":" if kind != "estimate" else ":،,"
        near = max(start, past - _LONGEST_CLAUSE)
        return next((k + 1 for k in range(past - 2, near, -1) if self.tokens[k].form in signs), near)

    def _first_actor(self, start: int, limit: int, past: int) -> Subject | None:
        """The first actor of a sentence: who "in his words" goes back to."""
        for at in range(start, min(limit, start + _LONGEST_CLAUSE)):
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
