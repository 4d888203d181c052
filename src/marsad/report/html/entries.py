"""The explanation of a page: the outline's sections, each entry linked to its words and to what it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from marsad.model import Record
from marsad.report.html.anchors import Anchors
from marsad.report.html.markup import Markup, joined, tag
from marsad.report.labels import Labels
from marsad.report.outline import DATA, OWN, QUESTION, Entry, Fact, Outline, Part, Section, between
from marsad.report.passages import passage

# So many mentions are linked beside a name, the others below it.
_SHOWN = 8
_TERSE = frozenset({"places", "actors", "times", "quantities"})

Beside = Callable[[Entry], Markup | None]


class Entries:
    """Writes the sections of one outline. `beside` gives what is shown with an entry besides, such as its review."""

    def __init__(self, record: Record, labels: Labels, anchors: Anchors, beside: Beside = lambda _: None) -> None:
        self._record, self._labels, self._anchors, self._beside = record, labels, anchors, beside

    def sections(self, outline: Outline) -> Markup:
        """All sections, each with its heading."""
        return joined([self._section(section) for section in outline.sections])

    def _section(self, section: Section) -> Markup:
        count = sum(entry.id != QUESTION for entry in section.entries)
        heading = tag("h3", section.heading, " ", tag("span", str(count), class_="count") if count else None)
        kind = "terse" if section.layer in _TERSE else "full"
        entries = [self._entry(section.layer, entry) for entry in section.entries]
        anchor = self._anchors.section(section.layer)
        return tag("section", heading, tag("ol", *entries, class_=kind), id=anchor, class_=f"layer {section.layer}")

    def _entry(self, layer: str, entry: Entry) -> Markup:
        name = tag("b", _isolated(entry.name, entry.form), class_="name")
        head = [tag("span", entry.mark, class_="mark", aria_hidden="true"), name, *self._facts(entry.brief)]
        besides = self._beside(entry)
        body = [tag("div", *self._facts(line), class_="facts") for line in entry.facts]
        if len(entry.items) > _SHOWN:
            # Folded away: laying out thousands of links beside each other takes a browser minutes.
            rest = tag("p", *self._mentions(entry, _SHOWN, len(entry.items)))
            body.append(tag("details", tag("summary", f"+{len(entry.items) - _SHOWN}"), rest, class_="more"))
        if entry.quoted:
            body.append(self._quote(entry))
        if entry.evidence:
            body.append(self._evidence(entry))
        if entry.made:
            body.append(tag("div", *self._facts(entry.made), class_="facts made"))
        return tag(
            "li", tag("div", tag("div", *head, besides, class_="what"), self._back(entry), class_="head"), *body,
            id=self._anchors.entry(entry.id), class_=f"entry {QUESTION if entry.id == QUESTION else layer}",
            data_level=str(entry.level) if entry.level else None, tabindex="-1",
        )  # fmt: skip

    def _back(self, entry: Entry) -> Markup:
        """Links to the words in the article, one for each mention."""
        label = self._labels("in_text")
        if len(entry.items) == 1:
            return tag("a", label, class_="back", href="#" + self._anchors.words(entry.id))
        return tag("span", label, *self._mentions(entry, 0, _SHOWN), class_="back")

    def _mentions(self, entry: Entry, first: int, past: int) -> Iterator[Markup]:
        """Links to mentions, by their number."""
        for n, item in list(enumerate(entry.items, 1))[first:past]:
            yield Markup(" ")
            href = "#" + self._anchors.words(item)
            yield tag("a", str(n), href=href, aria_label=f"{self._labels('in_text')} {n}")

    def _facts(self, facts: tuple[Fact, ...]) -> Iterator[Markup]:
        for fact in facts:
            label = tag("span", fact.label, " ", class_="label") if fact.label else None
            kind = "chip" if fact.form == OWN and not fact.label else fact.form
            yield tag("span", label, *self._values(fact), class_=f"fact {kind}")
            yield Markup(" ")

    def _values(self, fact: Fact) -> Iterator[Markup]:
        for n, part in enumerate(fact.parts):
            if n:
                yield tag("span", between(fact.parts[n - 1], part, self._labels.comma))
            yield self._value(part, fact.form)

    def _value(self, part: Part, form: str) -> Markup:
        if part.sign:
            return tag("span", part.text, class_="sign")
        value = _isolated(part.text, form)
        if part.target is None or not self._anchors.shown(part.target):
            return value
        return tag("a", value, href="#" + self._anchors.entry(part.target))

    def _quote(self, entry: Entry) -> Markup:
        """The sentence of the entry's words, with the words marked."""
        record, (start, end) = self._record, entry.words
        held = passage(record, start, end)
        words = tag("a", tag("mark", record.text[start:end]), href="#" + self._anchors.words(entry.id))
        return tag("blockquote", record.text[held.start : start], words, record.text[end : held.end], dir="auto")

    def _evidence(self, entry: Entry) -> Markup:
        rows = []
        for number in entry.evidence:
            span = self._record.sentences[number]
            words = tag("a", self._record.text[span.start : span.end], href="#" + self._anchors.sentence(number))
            rows.append(tag("li", words, dir="auto"))
        label = f"{self._labels('evidence')} ({len(rows)})"
        return tag("details", tag("summary", label), tag("ul", *rows), class_="evidence", open=True)


def _isolated(value: str, form: str) -> Markup:
    """A value kept apart from the direction of what stands around it."""
    if form == OWN:
        return tag("span", value)
    return tag("bdi", value, dir="ltr" if form == DATA else "auto")
