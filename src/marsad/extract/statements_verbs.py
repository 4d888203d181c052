"""Verbs that attribute: قال, أعلن, نفى, يعتقد."""

from __future__ import annotations

from dataclasses import replace

from marsad.analysis import Analysis
from marsad.extract import statements_cues as words
from marsad.extract.speakers import Speakers
from marsad.extract.speakers_phrase import PREPOSITIONS, RELATIVES, Subject
from marsad.extract.statements_cues import Cue
from marsad.extract.statements_found import Around, Found
from marsad.extract.statements_markers import MARKER_REACH, Marker, Markers
from marsad.lexicon.automaton import Match

NOT = frozenset({"لم", "لن", "لا", "ولم", "ولن", "ولا", "ان", "عدم", "دون"})
_CLAIMING = ("اعلن", "يعلن", "تعلن", "تبن", "يتبن", "اكد", "يوكد", "توكد")
_TOLD_FIRST = 3  # words between speaker and quotation that tell something themselves
_ADDRESSES = frozenset({"الي", "ب"})
_NEAR = 5  # words between a verb of speech and أن that can only be its subject
_SHORTEST_DUAL = 4
_ABOUT_HER = frozenset({"انه", "انها", "انهم", "انهما", "فانه", "فانها", "فانهم", "فانهما", "بانه", "بانها", "بانهم"})
_US = frozenset({"نا", "ني", "ي"})
_SUCH = frozenset({"هذا", "هذه", "ذلك", "تلك", "الامر"})


class Verbs:
    """Reads verbs of speech in one analysis."""

    def __init__(self, analysis: Analysis, speakers: Speakers, markers: Markers) -> None:
        self.text, self.tokens = analysis.text, analysis.text.tokens
        self.speakers, self.markers = speakers, markers

    def read(self, cue: Cue, around: Around) -> Found | None:
        """The statement of a verb, None where it is none."""
        match, needs = cue.match, cue.force.needs
        form = match.entry.form
        start, limit, _, found, last = around
        if match.prefix.preposition or "relative" in needs or not self._is_verb(match, start):
            return None
        marker = self.markers.marker(match.last + 1, limit)
        mark = limit if marker is None else marker.at
        about = self._about(match.last + 1, mark) if "عن" in needs else mark
        subject, behind = self._subject(cue, start, about, marker, found)
        after = behind.past if behind is not None else match.last + 1
        subject = subject or self.speakers.titled(match.last, limit)
        claims = form.startswith(_CLAIMING) and self.markers.responsible(match.last + 1, limit)
        if subject is None and claims:
            subject = self.speakers.nearest(match.first, start)
        if not self._introduced(cue, marker, after, limit, subject, bool(found or last)):
            return None
        speakers = subject.speakers if subject else ()
        if not speakers:
            if not self._carries_on(cue, marker, start, bool(found)):
                return None
            speakers = around.speaking
            if not speakers:
                return None
        said = self._said(cue, marker, behind, after, limit)
        if match.first > start and self.tokens[match.first - 1].form in RELATIVES:
            limit = next((k for k in range(said, limit) if self.tokens[k].form in "،,"), limit)
        if match.suffix and marker is None:
            said = limit  # أكده فلان: what he says stands before, in the pronoun
        kind = "estimate" if subject is not None and subject.estimate else cue.force.kind
        if claims:
            kind = words.KINDS["claim"]
        return replace(self.markers.found(cue, kind, speakers, said, limit), svo=subject is not None and behind is None)

    def _said(self, cue: Cue, marker: Marker | None, behind: Subject | None, after: int, limit: int) -> int:
        """The token at which what is said begins."""
        start = self.speakers.skip(after, limit)
        start = self.speakers.skip_where(start, limit)
        while start < limit and not self.tokens[start].word:
            start = self.speakers.skip(start + 1, limit)
        if marker is not None:
            told = marker.said == marker.at and behind is not None and cue.force.strength == "firm"
            if not told or marker.at - start < _TOLD_FIRST or self.tokens[start].form in PREPOSITIONS:
                return marker.said
        # أكد المرصد تقدم القوات …: a noun is what is said, whatever is quoted later
        return start + 1 if start < limit and self.tokens[start].form == "عن" else start

    def _is_verb(self, match: Match, start: int) -> bool:
        """Whether a word that looks like a verb of speech is one here, and told as a fact."""
        raw = self.text.raw[self.tokens[match.last].start : self.tokens[match.last].end]
        if match.entry.form[0] in "يت" and match.entry.form.endswith("وا"):
            return False  # a subjunctive or jussive: wanted or denied, not told
        if match.suffix and (raw.endswith("ة") or match.suffix in _US):
            return False
        if raw.endswith("نفي"):  # the noun, or the verb in the spelling of Egypt
            near = (self.tokens[k].form for k in (match.first - 1, match.last + 1) if start <= k < len(self.tokens))
            if "او" in near:
                return False
        return match.first == start or self.tokens[match.first - 1].form not in NOT

    def _subject(
        self, cue: Cue, start: int, mark: int, marker: Marker | None, found: list[Found]
    ) -> tuple[Subject | None, Subject | None]:
        """The speaker of a verb, and the same where it stands behind the verb."""
        match, needs = cue.match, cue.force.needs
        joined = bool(match.prefix.conjunction)
        before = None if joined else self.speakers.before(match.first, start)
        plural = match.entry.form.endswith("وا") or (not match.suffix and _is_dual(match.entry.form))
        if before is not None and (before.past == match.first or (plural and before.past == match.first - 1)):
            return before, None
        if not joined and match.first > start and self.tokens[match.first - 1].form in _ABOUT_HER:
            return None, None  # فإنها دعت الحكومة: the pronoun is the subject, what stands behind it the object
        if joined and found and found[-1].svo:
            return None, None  # فلان يؤكد كذا ويدعو كذا: what stands behind the second verb is its object
        if found and _ADDRESSES & needs and "that" not in needs:
            return None, None  # … كما دعا الحكومة إلى: whom he calls on
        if plural:
            return (None if joined else self.speakers.nearest(match.first, start)), None
        near = "continues" in needs and mark - match.last <= _NEAR
        behind = self.speakers.behind(
            match.last + 1, mark, plain=marker is not None and ("any" in needs or near), marked=marker is not None
        )
        return (behind or before), behind

    def _introduced(
        self, cue: Cue, marker: Marker | None, after: int, limit: int, subject: Subject | None, spoken: bool
    ) -> bool:
        """Whether what the verb needs follows it."""
        match, needs = cue.match, cue.force.needs
        if "claimed" in needs:
            return bool(match.suffix) or self.markers.claims(after, limit)
        if "direct" in needs:
            return marker is not None and marker.direct
        if marker is not None:
            return True
        if self.markers.tied(needs, match.last + 1, after, limit, bool(match.suffix)):
            return True
        return "any" in needs and (subject is not None or (spoken and bool(match.prefix.conjunction)))

    def _carries_on(self, cue: Cue, marker: Marker | None, start: int, spoken: bool) -> bool:
        """Whether a verb with no subject of its own goes on with the last speaker."""
        match, needs = cue.match, cue.force.needs
        if "continues" not in needs:
            return False
        if match.suffix and not match.prefix.conjunction and "any" not in needs:
            return False
        if not match.prefix.conjunction and self.speakers.follows_noun(match.first, start):
            return False
        first = self.speakers.skip(match.last + 1, len(self.tokens) if marker is None else marker.at)
        if "any" not in needs and first < (len(self.tokens) if marker is None else marker.at):
            # a subject that can't speak: "the toll points to …"
            token = self.tokens[first]
            tied = token.form in PREPOSITIONS or not token.word or self.markers.takes(needs, first)
            return tied or (marker is None and "named" in needs and token.form in _SUCH)
        if marker is None and "named" in needs:
            return self.tokens[min(first, len(self.tokens) - 1)].form in _SUCH
        return marker is not None or spoken or bool(match.prefix.conjunction) or match.first == start

    def _about(self, first: int, mark: int) -> int:
        """The عن before a mark: behind it stands what is told, or who told it."""
        return next((k for k in range(first, min(mark, first + MARKER_REACH)) if self.tokens[k].form == "عن"), mark)


def _is_dual(form: str) -> bool:
    """Whether a perfect is of two (أكدا, طالبا), whose subject stands before it."""
    return form.endswith("ا") and len(form) >= _SHORTEST_DUAL
