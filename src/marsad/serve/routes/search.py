"""Words in the texts of the case, with the sentences that hold them."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.responses import Response

from marsad.case.search import Passage
from marsad.serve.routing import get
from marsad.serve.view import View

_HITS, _MOST = 20, 100
PASSAGES = 4
"""Sentences of a document that are shown at once."""


def _show(view: View) -> Response:
    words, exact = view.asked("q"), view.asked("exact") is not None
    limit = view.number("limit", _HITS, _MOST)
    hits = view.case.search(words, exact=exact, limit=limit + 1) if words else []
    more = view.with_query(limit=limit + _HITS) if len(hits) > limit and limit < _MOST else None
    return view.page("search.html", words=words, exact=exact, hits=hits[:limit], more=more, cut=cut, passages=PASSAGES)


def cut(passage: Passage) -> Iterator[tuple[str, bool]]:
    """The sentence in pieces, each with whether it was looked for."""
    done = 0
    for span in passage.spans:
        if span.start < done:
            continue
        yield passage.text[done : span.start], False
        yield passage.text[span.start : span.end], True
        done = span.end
    yield passage.text[done:], False


ROUTES = (get("/search", _show),)
