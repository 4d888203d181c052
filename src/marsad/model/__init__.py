"""The record and its parts: frozen values, and their JSON form."""

from marsad.model.document import Document
from marsad.model.event import CodedAs, Event, PloverType, Victims
from marsad.model.mentions import Actor, Place, PlaceAlternative, Quantity, Time
from marsad.model.reason import Outlook, Reason
from marsad.model.record import SCHEMA, Record, Source
from marsad.model.references import ActorRef, Count, PlaceRef, Span, TextSpan
from marsad.model.relation import Endpoint, Relation
from marsad.model.statement import Speaker, Statement
from marsad.model.warning import ReadingWarning

__all__ = [
    "SCHEMA",
    "Actor",
    "ActorRef",
    "CodedAs",
    "Count",
    "Document",
    "Endpoint",
    "Event",
    "Outlook",
    "Place",
    "PlaceAlternative",
    "PlaceRef",
    "PloverType",
    "Quantity",
    "ReadingWarning",
    "Reason",
    "Record",
    "Relation",
    "Source",
    "Span",
    "Speaker",
    "Statement",
    "TextSpan",
    "Time",
    "Victims",
]
