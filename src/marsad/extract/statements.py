"""Who says so: what the text attributes to somebody other than its author.

One statement for each speaker in each sentence. A cue (a verb, a participle, "according to", a colon) counts where
what it says follows it; its speaker is the subject behind or before it, or the one who spoke last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from marsad.analysis import numbered
from marsad.extract import statements_cues as words
from marsad.extract.content import source_at, without_headline
from marsad.extract.modality_words import CLAUSES, STOPS
from marsad.extract.speakers_memory import Voice, Voices
from marsad.extract.statements_found import Found
from marsad.extract.statements_sentence import SentenceReader
from marsad.model import Span, Statement
from marsad.model.quick import changed
from marsad.text.clitics import Segmenter

_SCRIPTURE = ("الله", "رسول الله", "النبي")  # cited, and nobody who goes on to speak
SEMICOLONS = frozenset({"؛", ";"})
GOES_ON = frozenset({"حيث", "اذ", "لذا", "لذلك", "ما", "مما", "لان", "لانه", "لانها", "بسبب", "وذلك", "كي", "حتي"})
_PARTS = CLAUSES | STOPS

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.resources import Resources
    from marsad.text.view import Text


class Statements:
    """Finds statements: cue, speaker, kind, content. Figures inside somebody's speech get him as their source."""

    name: ClassVar[str] = "extract.statements"
    requires: ClassVar[tuple[str, ...]] = ("text", "matches", "quotes", "times", "places", "actors", "quantities")
    assigns: ClassVar[tuple[str, ...]] = ("statements", "quantities")

    def __init__(self, resources: Resources) -> None:
        self._segmenter = resources.of(_segmenter)

    def __call__(self, analysis: Analysis) -> Mapping[str, Any]:
        text = analysis.text
        reader = SentenceReader(analysis, self._segmenter)
        by_sentence: dict[int, list[words.Cue]] = {}
        for cue in words.cues(analysis.matches):
            by_sentence.setdefault(text.tokens[cue.token].sentence, []).append(cue)
        voices = Voices()
        found: list[Statement] = []
        stances = {text.tokens[m.first].sentence for m in analysis.matches.of("say_voice")}
        for sentence in sorted({*by_sentence, *reader.colons, *stances}):
            here = reader.read(sentence, by_sentence.get(sentence, []), voices.before(sentence))
            acting = reader.acting(sentence) if sentence in stances and not here else None
            if acting is not None:
                voices.add(acting)
            if here:
                here = self._going_on(analysis, here, sentence, by_sentence)
                found.extend(_statements(analysis, here))
                speaking = [f for n, f in enumerate(here) if f.speakers and f.carries_on and (not n or _anew(text, f))]
                speaking = [f for f in speaking if not f.speakers[0].text.startswith(_SCRIPTURE)]
                speaking += [f for f in here if f.via]  # نقلت الوكالة عن مصدر قوله: the source goes on
                if speaking:
                    voices.add(Voice(speaking[-1].speakers, speaking[-1].feminine, sentence))
        statements = numbered("s", without_headline(analysis, found))
        said = changed(analysis, statements=statements)
        quantities = tuple(
            q if q.source is not None else changed(q, source=source_at(said, q.start)) for q in analysis.quantities
        )
        return {"statements": statements, "quantities": quantities}

    @staticmethod
    def _going_on(analysis: Analysis, here: list[Found], sentence: int, cues: Mapping[int, object]) -> list[Found]:
        """The statements of a sentence, where a semicolon ends it and what is said goes on behind it (؛ حيث …)."""
        text = analysis.text
        if sentence + 1 >= len(text.sentences) or sentence + 1 in cues:
            return here
        first, past = text.sentence_tokens[sentence + 1]
        if first == past:  # a quotation mark is no word
            return here
        end = text.sentence_tokens[sentence][1]
        stop = end - 1 if text.tokens[end - 1].form in SEMICOLONS else end
        parted = stop < end or text.raw[text.tokens[end - 1].end : text.tokens[first].start].strip() in SEMICOLONS
        if not parted or text.tokens[first].form not in GOES_ON:
            return here
        last = past - 1
        while last > first and not text.tokens[last].word:
            last -= 1
        told, longer = text.tokens[stop - 1].end, text.tokens[last].end
        return [
            changed(f, content=Span(f.content.start, longer))
            if f.carries_on and f.content is not None and f.content.end == told
            else f
            for f in here
        ]


def _segmenter(resources: Resources) -> Segmenter:
    del resources
    return Segmenter()


def _anew(text: Text, found: Found) -> bool:
    """Whether a later statement of a sentence opens a clause of its own: وقال, إذ قال."""
    return found.skip > 0 or text.tokens[found.cue - 1].form in _PARTS


def _statements(analysis: Analysis, here: list[Found]) -> list[Statement]:
    text, tokens = analysis.text, analysis.text.tokens
    made: list[Statement] = []
    for found in here:
        head = tokens[found.cue]
        start = text.folded.raw_at(head.fstart + found.skip) if found.skip else head.start
        end = text.slice(head.fstart + found.skip, found.fend).end
        cue = text.words(Span(start, end))
        made += [
            Statement(
                id="",
                start=start,
                end=end,
                cue=cue,
                kind=found.kind,
                rule=found.rule,
                speaker=speaker,
                via=found.via,
                hedged=found.hedged,
                content=found.content,
            )
            for speaker in found.speakers or (None,)
        ]
    return made
