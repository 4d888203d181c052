"""The words between an event and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.annotate.places_spots import token_at

if TYPE_CHECKING:
    from marsad.model import Event
    from marsad.model.references import Span
    from marsad.text.view import Text


def gap(text: Text, event: Event, span: Span) -> range:
    """The tokens between an event's words and a span, whichever is first; empty where they touch."""
    first, last = (span.end, event.start) if span.start < event.start else (event.end, span.start)
    return range(token_at(text, first), token_at(text, last))


def same_sentence(text: Text, event: Event, span: Span) -> bool:
    """Whether a span stands in the sentence of an event."""
    return text.sentence_of(span.start) == text.sentence_of(event.start)
