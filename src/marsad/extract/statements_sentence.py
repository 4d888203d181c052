"""The statements of one sentence: its cues, tied to speakers and contents."""

from __future__ import annotations

from bisect import bisect_left

from marsad.analysis import Analysis
from marsad.extract import statements_cues as words
from marsad.extract.content import Quotations
from marsad.extract.speakers import Speakers
from marsad.extract.speakers_memory import Voice
from marsad.extract.statements_cues import Cue
from marsad.extract.statements_found import Around, Found, join
from marsad.extract.statements_markers import Markers
from marsad.extract.statements_phrases import Phrases
from marsad.extract.statements_sources import CLAUSE_SIGNS, Sources
from marsad.extract.statements_verbs import Verbs
from marsad.model import Span
from marsad.model.quick import changed
from marsad.text.clitics import Segmenter

_AGAINST = frozenset({"بينما", "فيما", "لكن", "ولكن", "وقد", "ولقد"})  # … لكن السلطات تقول: somebody else speaks
_BUT = frozenset({"لكن", "ولكن", "بينما", "فيما", "اما"})
_AGAINST_REACH = 22  # words between لكن and the verb of who speaks then
_COLON_REACH = 14  # words before "name: …"


class SentenceReader:
    """Reads the statements of the sentences of one analysis. `colons` are those that a name may stand before."""

    def __init__(self, analysis: Analysis, segmenter: Segmenter) -> None:
        self.text, self.tokens = analysis.text, analysis.text.tokens
        self.quotations = Quotations(analysis)
        self._speakers = speakers = Speakers(analysis, segmenter)
        markers = Markers(analysis, self.quotations, speakers)
        self._verbs, self._phrases = Verbs(analysis, speakers, markers), Phrases(analysis, speakers, markers)
        self._sources = Sources(analysis, speakers, markers)
        self.colons: dict[int, int] = {}
        for at in self.text.forms.get(":", ()):
            sentence = self.tokens[at].sentence
            if 0 < at - self.text.sentence_tokens[sentence][0] <= _COLON_REACH:
                self.colons.setdefault(sentence, at)

    def read(self, sentence: int, cues: list[Cue], voices: tuple[Voice, ...]) -> list[Found]:
        """The statements of a sentence; `voices` are those who spoke before it, the last one first."""
        start, past = self.text.sentence_tokens[sentence]
        cues = [c for c in cues if self.quotations.holding(c.token) is None]
        found: list[Found] = []
        if sentence in self.colons and not any(c.token < self.colons[sentence] for c in cues):
            told = self._phrases.colon(self.colons[sentence], start, past)
            if told is not None:
                found.append(told)
        done = -1
        for n, cue in enumerate(cues):
            if cue.token <= done:
                continue  # بحسب ما أفادت: one cue
            read = self._read(cue, Around(start, self._limit(cues, n, past), past, found, voices))
            if read is not None:
                if cue.match.entry.cls == words.PHRASE:
                    self._end_before(found, read, past)
                join(found, read)
                if cue.match.entry.cls == words.PHRASE:
                    done = cue.match.last + 1 + (self.tokens[min(cue.match.last + 1, past - 1)].form == "ما")
        return found

    def acting(self, sentence: int) -> Voice | None:
        """The subject of a sentence that says nothing itself but takes a stand: he may speak in the next one."""
        start, past = self.text.sentence_tokens[sentence]
        subject = self._speakers.acting(start, past)
        return Voice(subject.speakers, None, sentence) if subject is not None else None

    def _end_before(self, found: list[Found], phrase: Found, past: int) -> None:
        """Ends what was said before a source that closes its sentence behind a comma (قالت إن …، بحسب الوكالة)."""
        before, speaker = phrase.cue - 1, phrase.speakers[0] if phrase.speakers else None
        ends = speaker is not None and speaker.end is not None
        behind = bisect_left(self.text.starts, speaker.end) if speaker is not None and speaker.end is not None else past
        closes = ends and self._speakers.skip(behind, past) >= past - 1
        if not closes or before < 1 or self.tokens[before].form not in CLAUSE_SIGNS:
            return
        end = self.tokens[before - 1].end
        for n, known in enumerate(found):
            content = known.content
            if content is not None and known.speakers != phrase.speakers and content.start < end < content.end:
                found[n] = changed(known, content=Span(content.start, end))

    def _read(self, cue: Cue, around: Around) -> Found | None:
        match cue.match.entry.cls:
            case words.VERB:
                return self._verbs.read(cue, around)
            case words.PARTICIPLE:
                return self._phrases.participle(cue, around)
            case words.PHRASE:
                return self._sources.read(cue, around)
            case words.NOUN:
                return self._phrases.noun(cue, around)
        return self._phrases.nobody(cue, around)

    def _limit(self, cues: list[Cue], n: int, past: int) -> int:
        """Where the reach of a cue ends: at the next verb that begins speech of its own."""
        for other in cues[n + 1 :]:
            if other.match.entry.cls == words.PHRASE and other.match.prefix.conjunction:
                return other.token  # … وبحسب الوكالة: another source begins
            if other.match.entry.cls != words.VERB:
                continue
            opens = [k for k in (other.token - 1, other.token - 2) if k > cues[n].token]
            against = next((k for k in opens if self.tokens[k].form in _AGAINST), None)
            if against is None and not other.match.prefix.conjunction:
                against = self._spoken_against(cues[n].token, other.token)
            apart = other.match.prefix.conjunction or self.tokens[other.token - 1].form in CLAUSE_SIGNS
            if (apart or against is not None) and self._verbs.begins(other, past):
                return other.token if against is None else against
        return past

    def _spoken_against(self, cue: int, verb: int) -> int | None:
        """The لكن behind which somebody else is named who speaks: … لكن المحافظ، وهو لواء سابق، يقول …"""
        near = range(max(cue + 1, verb - _AGAINST_REACH), verb)
        at = next((k for k in near if self.tokens[k].form in _BUT), None)
        if at is None or self._speakers.phrases.read(at + 1, verb, plain=False) is None:
            return None
        return at
