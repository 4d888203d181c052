"""The article of a page: paragraphs and sentences as they stand, the words of every item linked to its entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.model import Record
from marsad.report.html.anchors import Anchors
from marsad.report.html.markup import Markup, joined, tag, text
from marsad.report.html.segments import Marked, Segment, segments
from marsad.report.outline import QUESTION, Outline
from marsad.report.outlined import HEADINGS


def article(record: Record, outline: Outline, anchors: Anchors, *, items: bool = False) -> Markup:
    """The whole text in paragraphs. With `items` the words name those that they carry, for a script (data-items)."""
    writer = _Writer(record, outline, anchors, items)
    return joined(list(writer.paragraphs()))


class _Writer:
    """Writes one text. Stretches of the text are asked for in order, each once."""

    def __init__(self, record: Record, outline: Outline, anchors: Anchors, items: bool) -> None:
        self._record = record
        self._anchors = anchors
        self._items = items
        self._called = {
            anchors.entry(entry.id): f"{section.heading}: {entry.name}"
            for section in outline.sections
            for entry in section.entries
        }
        self._segments: Sequence[Segment] = segments(m for m in marks(record) if anchors.shown(m.id))
        self._next = self._sentence = 0
        self._anchored: set[str] = set()

    def paragraphs(self) -> Iterator[Markup]:
        """The lines of the text that are not empty, each a paragraph of its own direction."""
        start, whole = 0, self._record.text
        headline = (self._record.title or "").strip()
        for line in whole.split("\n"):
            end = start + len(line)
            if line.strip():
                kind = "headline" if headline and line.strip() == headline else None
                yield tag("p", *self._line(start, end), dir="auto", class_=kind)
                headline = "" if kind else headline
            start = end + 1

    def _line(self, start: int, end: int) -> Iterator[Markup]:
        """A line in sentences; what stands between them is written as it is."""
        sentences = self._record.sentences
        while start < end:
            while self._sentence < len(sentences) and sentences[self._sentence].end <= start:
                self._sentence += 1
            if self._sentence == len(sentences) or sentences[self._sentence].start >= end:
                yield joined(list(self._stretch(start, end)))
                return
            held = sentences[self._sentence]
            if held.start > start:
                yield joined(list(self._stretch(start, held.start)))
            here, start = max(start, held.start), min(end, held.end)
            anchor = self._anchors.sentence(self._sentence) if here == held.start else None
            yield tag("span", *self._stretch(here, start), class_="s", id=anchor)

    def _stretch(self, start: int, end: int) -> Iterator[Markup]:
        """Words and what stands between them."""
        while start < end:
            while self._next < len(self._segments) and self._segments[self._next].end <= start:
                self._next += 1
            if self._next == len(self._segments) or self._segments[self._next].start >= end:
                yield text(self._record.text[start:end])
                return
            segment = self._segments[self._next]
            if segment.start > start:
                yield text(self._record.text[start : segment.start])
            here, start = max(start, segment.start), min(end, segment.end)
            yield from self._words(segment, here, start)

    def _words(self, segment: Segment, start: int, end: int) -> Iterator[Markup]:
        """The words of a segment as one link, and a mark for every item that no other words are left for."""
        new = [m.id for m in segment.items if m.id not in self._anchored]
        self._anchored.update(new)
        for id in new[1:]:
            yield tag("span", class_="at", id=self._anchors.words(id))
        entries = list(dict.fromkeys(self._anchors.entry(m.id) for m in segment.items))
        yield tag(
            "a",
            self._record.text[start:end],
            class_=" ".join(["m", *dict.fromkeys(m.layer for m in segment.items)]),
            href="#" + self._anchors.entry(segment.owner.id),
            id=self._anchors.words(new[0]) if new else None,
            data_of=" ".join(entries),
            data_items=" ".join(m.id for m in segment.items) if self._items else None,
            title=" · ".join(self._called[entry] for entry in entries),
        )
        if end == segment.end:
            for item in segment.also:
                entry = self._anchors.entry(item.id)
                called = self._called[entry]
                yield tag("a", "◂", class_=f"also {item.layer}", href=f"#{entry}", data_of=entry, title=called,
                          data_items=item.id if self._items else None, aria_label=called)  # fmt: skip


def marks(record: Record) -> Iterator[Marked]:
    """Every item of a record with its words."""
    if record.question:
        yield Marked(record.question.start, record.question.end, QUESTION, QUESTION)
    for layer in HEADINGS:
        for item in getattr(record, layer):
            yield Marked(item.start, item.end, layer, item.id)
