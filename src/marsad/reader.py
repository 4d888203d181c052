"""The reader: documents in, records out."""

from __future__ import annotations

import gc
from functools import lru_cache
from pathlib import Path

from marsad.analysis import Analysis
from marsad.collecting import collection_paused
from marsad.kept import kept
from marsad.model import Document, Record, Source
from marsad.model.making import make_document
from marsad.pipeline import Pipeline, standard_steps
from marsad.resources import Resources


class Reader:
    """Reads documents with one set of resources; make one and use it for many documents.

    `user` is a folder of a user's own tables (see marsad.resources). Raises ResourceError where a table is wrong."""

    def __init__(self, user: Path | None = None, resources: Resources | None = None) -> None:
        with collection_paused():
            if user is None and resources is None:
                self.resources, self.pipeline = kept("reader", lambda: _made(Resources()))
            else:
                self.resources, self.pipeline = _made(resources or Resources(user))

    def read(
        self,
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        published: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
    ) -> Record:
        """The record of a text. `published` is an EDTF date, the reference for "yesterday" and the like."""
        return self.read_document(make_document(text, id=id, title=title, published=published, outlet=outlet, url=url))

    def read_document(self, document: Document) -> Record:
        """The record of a document as ingest made it."""
        with collection_paused():
            return to_record(self.pipeline(document))


# A record is thousands of small objects and no garbage: the search waits until some dozens of records have been made.
_MADE_BETWEEN_SEARCHES = 100_000


def _made(resources: Resources) -> tuple[Resources, Pipeline]:
    return resources, Pipeline(standard_steps(resources))


@lru_cache(maxsize=1)
def lasting_reader(user: Path | None = None) -> Reader:
    """The reader of a process that reads until it ends: made once, and left alone by the garbage collector, which would
    walk its million small objects again and again."""
    with collection_paused():
        reader = Reader(user)
        gc.freeze()
    gc.set_threshold(_MADE_BETWEEN_SEARCHES, *gc.get_threshold()[1:])
    return reader


def to_record(analysis: Analysis) -> Record:
    """The record of an analysis: its layers, without what only the steps need."""
    document = analysis.document
    source = Source(
        path=document.path,
        url=document.url,
        outlet=document.outlet,
        outlet_key=document.outlet_key,
        published=document.published,
        published_basis=document.published_basis,
        retrieved=document.retrieved,
        sha256=document.sha256,
        encoding=document.encoding,
        language=document.language,
    )
    return Record(
        id=document.id,
        source=source,
        title=document.title,
        text=document.text,
        question=analysis.question,
        sentences=analysis.text.sentences,
        places=analysis.places,
        times=analysis.times,
        actors=analysis.actors,
        quantities=analysis.quantities,
        events=analysis.events,
        reasons=analysis.reasons,
        statements=analysis.statements,
        relations=analysis.relations,
        outlooks=analysis.outlooks,
        warnings=(*document.warnings, *analysis.warnings),
    )
