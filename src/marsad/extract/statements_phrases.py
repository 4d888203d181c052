"""What attributes without a verb of its own: participles, nouns of speech, a name and a colon."""

from __future__ import annotations

from marsad.analysis import Analysis
from marsad.extract import statements_cues as words
from marsad.extract.modality_words import STOPS
from marsad.extract.speakers import LONGEST_CLAUSE, Speakers
from marsad.extract.speakers_phrase import Subject
from marsad.extract.statements_cues import THAT, Cue
from marsad.extract.statements_found import Around, Found
from marsad.extract.statements_markers import Markers
from marsad.extract.statements_sources import CLAUSE_SIGNS
from marsad.extract.statements_spoken import NOT
from marsad.model.quick import changed

_OPENING = 7  # words in which the subject of a sentence's own verb stands
_VERB_REACH = 5  # words between the givers of statements and the verb that tells what these say
_PARTICIPLE_REACH = 13  # words between a participle and the أن of what it tells
_QUOTED_REACH = 7  # words between a noun of speech and a quotation of its own
_SOURCES = 6  # words of sources with no name before a colon
_REMARKABLE = frozenset({"كان", "كانت", "يكون", "وكان", "بدا", "من", "ليس", "بات", "اصبح"})
_NO_NOUN = NOT | {"فان", "وان"}


class Phrases:
    """Reads what attributes without a verb, in one analysis."""

    def __init__(self, analysis: Analysis, speakers: Speakers, markers: Markers) -> None:
        self.text, self.tokens, self.matches = analysis.text, analysis.text.tokens, analysis.matches
        self.speakers, self.markers = speakers, markers
        self.quotations = markers.quotations

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
            acting = self.speakers.first_acting(around.start, near, match.first)
        speakers = acting.speakers if acting else around.speaking
        if not speakers:
            return None
        if marker is None and cue.force.needs <= {"that"}:
            return None  # وأضاف قائلا في حديثه …: what he says is brought in by the verb
        said = marker.said if marker is not None else match.last + 1
        return self.markers.found(cue, cue.force.kind, speakers, said, limit)

    def noun(self, cue: Cue, around: Around) -> Found | None:
        """A noun of speech: قوله, بالقول, تصريحات."""
        match, (start, limit, _, found, _) = cue.match, around
        marker = self.markers.marker(match.last + 1, limit)
        if marker is None:
            return self._of_some(cue, around)
        if marker.direct and self.tokens[marker.at].form != ":" and marker.at - match.last > _QUOTED_REACH:
            return None
        via = None
        if match.suffix and match.prefix.preposition == "ب":  # علل الوزير القرار بقوله إن
            acting = None if found else self.speakers.first_acting(start, match.first, match.first)
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
            told_to = self.speakers.phrases.extents.is_to(first) and self.matches.is_in(first, "press_outlet")
            speakers = subject.speakers if subject and not told_to else ()
        if not speakers:
            return None
        return changed(self.markers.found(cue, cue.force.kind, speakers, marker.said, limit), via=via)

    def _of_some(self, cue: Cue, around: Around) -> Found | None:
        """What statements of somebody confirm (تصريحات لجهات عدة تؤكد قرب كذا)."""
        first = cue.match.last + 1
        if cue.match.suffix or around.found or first >= around.past or not self.tokens[first].form.startswith("ل"):
            return None
        subject = self.speakers.behind(first, around.past, plain=False, prefixed=True, marked=False)
        if subject is None:
            return None
        for at in range(subject.past, min(around.past - 1, subject.past + _VERB_REACH)):
            if any(m.entry.cls == words.VERB and not m.suffix for m in self.matches.at[at]):
                limit = next((k for k in range(at, around.past) if self.tokens[k].form in STOPS), around.past)
                return self.markers.found(cue, cue.force.kind, subject.speakers, at + 1, limit)
        return None

    def nobody(self, cue: Cue, around: Around) -> Found | None:
        """What is attributed to nobody: قيل, يشاع."""
        match, (start, _, past, found, _) = cue.match, around
        near = max(found[-1].cue, match.first - LONGEST_CLAUSE) if found else 0
        if found and not any(t.form in CLAUSE_SIGNS for t in self.tokens[near : match.first]):
            return None
        first = match.last + 1
        if first >= past or (match.first > start and self.tokens[match.first - 1].form in _NO_NOUN):
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
        return changed(read, hedged=cue.force.strength == "doubtful", carries_on=False)

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

    def _unnamed(self, colon: int, start: int) -> Subject | None:
        """Sources, witnesses or officials with no name that make up all that stands before a colon."""
        if colon - start > _SOURCES or not self.matches.is_in(start, "source"):
            return None
        subject = self.speakers.behind(start, colon, plain=False)
        return subject if subject is not None and subject.past == colon else None

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
