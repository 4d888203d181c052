"""Whole pages: one or more documents, styles and script inside, nothing from elsewhere."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from marsad.codebook import Codebook
from marsad.model import Record
from marsad.report.html.anchors import Anchors
from marsad.report.html.article import article
from marsad.report.html.entries import Entries
from marsad.report.html.markup import Markup, joined, tag, void
from marsad.report.labels import Labels
from marsad.report.outline import Explain, Outline, unexplained
from marsad.report.outlined import HEADINGS, outlined, title

_DIRECTION = {"ar": "rtl", "en": "ltr"}


class Pages:
    """Makes pages of records. `lang` (en, ar) is that of headings and labels, `book` the codebook."""

    def __init__(self, lang: str = "en", book: Codebook | None = None, explain: Explain = unexplained) -> None:
        self._labels = Labels(lang, book)
        self._explain = explain

    def part(self, record: Record, number: int = 1) -> Markup:
        """The part of a page that shows one document. `number` tells the documents of a page apart."""
        outline = outlined(record, self._labels, self._explain)
        anchors = Anchors(number, outline)
        return tag(
            "section",
            self._header(outline),
            tag(
                "div",
                tag("article", tag("h3", self._labels("article"), class_="aside"), article(record, outline, anchors),
                    lang=record.source.language or "ar", id=f"{anchors.document}-article", tabindex="0"),
                tag("div", self._explanation(record, outline, anchors), class_="explanation",
                    id=f"{anchors.document}-explanation", tabindex="0"),
                class_="reading",
            ),
            class_="document", id=anchors.document,
        )  # fmt: skip

    def page(self, parts: Iterable[Markup], titles: list[str]) -> str:
        """A whole page of parts, with a list of their titles where there are several."""
        labels = self._labels
        contents = None
        if len(titles) > 1:
            rows = [tag("li", tag("a", tag("bdi", t), href=f"#d{n}")) for n, t in enumerate(titles, 1)]
            contents = tag("nav", tag("h2", labels("documents")), tag("ol", *rows), class_="contents")
        body = [self._layers(), contents, *parts, Markup(f"<script>{_asset('page.js')}</script>")]
        return self._whole(titles[0] if len(titles) == 1 else labels("documents"), body)

    def index(self, files: list[tuple[str, str]]) -> str:
        """A page that lists other pages: file name and title of each."""
        rows = [tag("li", tag("a", tag("bdi", title), href=_relative(name))) for name, title in files]
        heading = self._labels("documents")
        return self._whole(heading, [tag("nav", tag("h2", heading), tag("ol", *rows), class_="contents")])

    def title(self, record: Record) -> str:
        """What a document is called in a list."""
        return title(record)

    def _whole(self, name: str, body: list[Markup | None]) -> str:
        head = [
            void("meta", charset="utf-8"),
            void("meta", http_equiv="Content-Security-Policy", content=_policy()),
            void("meta", name="viewport", content="width=device-width, initial-scale=1"),
            void("meta", name="referrer", content="no-referrer"),
            void("meta", name="color-scheme", content="light dark"),
            tag("title", name),
            Markup(f"<style>{_asset('page.css')}</style>"),
        ]
        lang = self._labels.lang
        root = tag("html", tag("head", *head), tag("body", *body), lang=lang, dir=_DIRECTION[lang])
        return f"<!doctype html>\n{root}\n"

    def _layers(self) -> Markup:
        """The switches of the layers."""
        boxes = []
        for layer, key in HEADINGS.items():
            box = void("input", type="checkbox", id=f"show-{layer}", checked=True)
            boxes.append(tag("label", box, tag("span", self._labels(key), class_=f"swatch {layer}")))
        return tag("fieldset", tag("legend", self._labels("show")), *boxes, class_="layers")

    def _header(self, outline: Outline) -> Markup:
        rows = [
            tag("p", *(self._source_fact(f.label, [p.text for p in f.parts], f.form) for f in line), class_="source")
            for line in outline.source
        ]
        return tag("header", tag("h2", tag("bdi", outline.title)), *rows)

    def _source_fact(self, label: str, values: list[str], form: str) -> Markup:
        direction = "ltr" if form == "data" else "auto"
        return tag("span", f"{label} " if label else None, *(tag("bdi", v, dir=direction) for v in values))

    def _explanation(self, record: Record, outline: Outline, anchors: Anchors) -> Markup:
        """The entries, and what a reader should know before relying on them."""
        notes = [tag("p", outline.note, class_="note")] if outline.note else []
        if outline.warnings:
            rows = [tag("li", tag("bdi", warning)) for warning in outline.warnings]
            notes.append(tag("div", tag("h3", self._labels("warnings")), tag("ul", *rows), class_="warnings"))
        return joined([*notes, Entries(record, self._labels, anchors).sections(outline)])


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """A policy that lets the page's own style and script work and nothing else, whatever a document holds."""
    style, script = (f"'sha256-{_digest(_asset(name))}'" for name in ("page.css", "page.js"))
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    return b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def _relative(name: str) -> str:
    from urllib.parse import quote

    return "./" + quote(name)
