"""Where what is said begins, behind a verb of speech: past who says it, where, to whom, and what is told of him."""

from __future__ import annotations

from marsad.analysis import Analysis
from marsad.extract.speakers import Speakers
from marsad.extract.speakers_names import PREPOSITIONS, RELATIVES
from marsad.extract.speakers_phrase import Subject
from marsad.extract.statements_cues import Cue
from marsad.extract.statements_markers import MARKER_REACH, Marker

OPEN_TO_SPEECH = frozenset({"any", "that", "direct", "continues"})
_TOLD_FIRST = 3  # words between speaker and quotation that tell something themselves
_ASIDE = 16  # words between two commas that tell of the speaker
_GOVERNED_REACH = 20  # words between the speaker and the preposition that brings in what he says
_GOVERNED = frozenset({"عن", "الي", "علي", "من"})
# Prepositions that tell where or when somebody speaks, and never bring in what he says.
SETTINGS = PREPOSITIONS - {"علي", "عن", "الي", "من", "بحسب", "حسب"}
_TO = frozenset({"ل", "الي"})


class Starts:
    """Finds the first word of what is said, in one analysis."""

    def __init__(self, analysis: Analysis, speakers: Speakers) -> None:
        self.tokens, self.matches = analysis.text.tokens, analysis.matches
        self.speakers = speakers

    def said(self, cue: Cue, marker: Marker | None, behind: Subject | None, after: int, limit: int) -> int:
        """The token at which what is said begins; `after` is the one behind the speaker, `limit` where it may reach."""
        needs = cue.force.needs
        start = self._past_setting(behind, after, limit)
        about = self.about(cue.match.last + 1, limit) if "عن" in needs and marker is not None else limit
        if marker is not None and about < marker.at and not marker.direct and self._comma(about, marker.at):
            return about + 1  # معلومات عن فرار المقاتلين، لذا أراد أن …
        if marker is not None and marker.direct and not needs & OPEN_TO_SPEECH - {"continues"}:
            return self._past_relative(start, limit)
        governed = frozenset() if needs & {"ل", "origin"} else needs & _GOVERNED
        tied = marker is not None and self.tokens[marker.at - 1].form in governed
        if marker is not None and not marker.direct and not tied and self.tokens[start].form in governed:
            return start + (self.tokens[start].form == "عن")  # حذر من كذا بأنه …: the preposition brings it in
        if marker is not None and marker.direct and "pair" in needs and self.tokens[marker.at].form != ":":
            return start  # يعتبر الحزب «منظمة إرهابية»
        if marker is not None:
            told = marker.said == marker.at and behind is not None and cue.force.strength == "firm"
            if not told or marker.at - start < _TOLD_FIRST or self.tokens[start].form in PREPOSITIONS:
                return marker.said
        # أكد المرصد تقدم القوات …: a noun is what is said, whatever is quoted later
        start = self._governed(start, governed, limit)
        start = self._past_relative(start, limit)
        return start + 1 if start < limit and self.tokens[start].form == "عن" else start

    def about(self, first: int, mark: int) -> int:
        """The عن before a mark: behind it stands what is told, or who told it."""
        return next((k for k in range(first, min(mark, first + MARKER_REACH)) if self.tokens[k].form == "عن"), mark)

    def _past_setting(self, behind: Subject | None, after: int, limit: int) -> int:
        """Past where and when it is said, and to whom: "in a statement to the paper", "in the province of X"."""
        start = self.speakers.skip(self._attributes(behind, after, limit), limit)
        start = self._past_addressed(start, limit)
        start = self.speakers.skip_where(self._past_source(start, limit), limit)
        if behind is not None:
            start = self.speakers.skip(self.speakers.past_place(start, limit), limit)
        while start < limit and not self.tokens[start].word:
            start = self.speakers.skip(start + 1, limit)
        return start

    def _past_source(self, at: int, limit: int) -> int:
        """Past another source between the speaker and what he says (أفادت مصادر بحسب القناة بكذا)."""
        for match in self.matches.starting(at, "say_phrase") if at < limit else ():
            source = self.speakers.behind(match.last + 1, limit, plain=False, prefixed=True, marked=False)
            if source is not None and source.past < limit:
                return source.past
        return at

    def _past_addressed(self, at: int, limit: int) -> int:
        """Past the paper that something is told, parted from its ل by a sign (لـ «كذا»)."""
        if at + 1 >= limit or self.tokens[at].form != "ل":
            return at
        past = self.speakers.past_media(at + 1)
        while at + 1 < past < limit and not self.tokens[past].word:
            past += 1
        return past if past > at + 1 else at

    def _governed(self, start: int, governed: frozenset[str], limit: int) -> int:
        """Past what tells of the speaker, to the preposition with which the verb brings in what he says."""
        if start >= limit or not governed or self.tokens[start].form in governed:
            return start
        adverbial = self.tokens[start].form in PREPOSITIONS or self.tokens[start].form in RELATIVES
        here = self.matches.at[start]
        adverbial = adverbial or (bool(here) and all(m.prefix.preposition for m in here))
        form = self.tokens[start].form
        adverbial = adverbial or ("عن" in governed and form.startswith("ال") and form.endswith(("ي", "يه")))
        told_of = adverbial or self._titled(start) or self.matches.is_in(start, "say_aside")
        if not told_of and not self.speakers.phrases.extents.is_to(start):
            return start
        for k in range(start, min(limit, start + _GOVERNED_REACH)):
            if self.tokens[k].form in governed and not (self.tokens[k].form in _TO and k + 1 in self.speakers.places):
                return k
        return start

    def _comma(self, first: int, past: int) -> bool:
        """Whether a comma stands between two tokens."""
        return any(self.tokens[k].form in "،," for k in range(first, past))

    def _attributes(self, behind: Subject | None, at: int, limit: int) -> int:
        """Past a nationality or an epithet behind a speaker's name (خلية الإعلام العراقية)."""
        while behind is not None and at < limit and self.tokens[at].form.startswith("ال"):
            if not any(self.matches.is_in(at, cls) for cls in ("nation_adjective", "epithet")):
                break
            at += 1
        return at

    def _past_relative(self, at: int, limit: int) -> int:
        """Past what is told of the speaker up to a comma: a relative clause, an office, that he wants no name."""
        if at >= limit:
            return at
        apart = at > 0 and self.tokens[at - 1].form in "،,"
        aside = self.tokens[at].form in RELATIVES or self._titled(at) or self.matches.is_in(at, "say_aside")
        if not (apart and aside) and not self.matches.is_in(at, "speaker_end"):
            return at
        return next((k + 1 for k in range(at, min(limit, at + _ASIDE)) if self.tokens[k].form in "،,"), at)

    def _titled(self, at: int) -> bool:
        """Whether an office or a rank begins at a word: what a speaker holds (فلان، المتحدث باسم الحكومة، …)."""
        return any(m.entry.cls in ("office", "rank") for m in self.matches.at[at])
