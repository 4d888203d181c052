"""What a web page says of itself: title, outlet, date of publication, address.

Only explicit statements count (meta elements, JSON-LD, microdata, a `time` element marked as the publication).
Dates guessed from running text are wrong too often in Arabic pages: "10 أيلول 2018" is commonly taken for the
first of January. The text's own date line is read later, by the times layer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from marsad.ingest.dates import edtf_date

_DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "citation_publication_date", "publishdate",
    "publish-date", "pubdate", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "twitter:site")
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "Report")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself, each None where it does not say."""

    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


def read_metadata(tree: Any) -> Metadata:
    """The metadata of a page, parsed by lxml."""
    meta = _meta(tree)
    linked: dict[str, Any] = next(_articles(tree), {})
    publisher = linked.get("publisher")
    return Metadata(
        title=_first(
            [meta.get(name) for name in _TITLES], linked.get("headline"), _only(tree, "//h1"), _only(tree, "//title")
        ),
        outlet=_first(
            [meta.get(name) for name in _OUTLETS], publisher.get("name") if isinstance(publisher, dict) else None
        ),
        published=_date([meta.get(name) for name in _DATES], linked.get("datePublished"), *_marked_times(tree)),
        url=_first([meta.get("og:url")], *tree.xpath("//link[@rel='canonical']/@href")),
    )


def _meta(tree: Any) -> dict[str, str]:
    """Contents of the meta elements by their lower-case name, property or itemprop; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD objects that describe an article."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            held = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        heap: list[Any] = [held]
        while heap:
            value = heap.pop()
            if isinstance(value, list):
                heap.extend(reversed(value))
            elif _is_map(value):
                kind = value.get("@type")
                if any(k in _ARTICLES for k in (kind if isinstance(kind, list) else [kind])):
                    yield value
                heap.append(value.get("@graph"))


def _marked_times(tree: Any) -> list[str]:
    """`datetime` of the time elements that are marked as the publication, or of the page's only one."""
    marked = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    every = tree.xpath("//time/@datetime")
    return list(marked) or (list(every) if len(set(every)) == 1 else [])


def _only(tree: Any, path: str) -> str | None:
    """Text of the one element of a kind, None where there are several."""
    found = tree.xpath(path)
    return " ".join("".join(found[0].itertext()).split()) if len(found) == 1 else None


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _first(named: list[str | None], *others: Any) -> str | None:
    return next((v.strip() for v in [*named, *others] if isinstance(v, str) and v.strip()), None)


def _date(named: list[str | None], *others: Any) -> str | None:
    return next((d for v in [*named, *others] if isinstance(v, str) and (d := edtf_date(v))), None)
