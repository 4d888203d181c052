"""A person's decisions, as the reader's script sends them: accept, reject, correct, comment, add, undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from starlette.responses import Response

from marsad.case.case import Case
from marsad.case.corrections import machine_record
from marsad.case.history import last_to_undo
from marsad.serve.offsets import raw_offset, without_blanks
from marsad.serve.routes.reader import document_of
from marsad.serve.routing import BadRequestError, post
from marsad.serve.view import View

_MOST_ITEMS, _LONGEST_COMMENT = 500, 5_000


def _decide(view: View) -> Response:
    """Carry out a decision; what was done is told in the page's language."""
    action = view.given.get("action")
    if not isinstance(action, str) or action not in _ACTIONS:
        raise BadRequestError(f"no such decision: {action!r}")
    number = document_of(view).number
    with view.writing() as case:
        made = _ACTIONS[action](case, number, view.given, view.settings.who)
    return view.json({"said": view.labels(f"said_{action}"), "item": made})


def _verdict(action: str) -> Callable[..., str | None]:
    def decide(case: Case, number: int, given: Mapping[str, Any], who: str) -> None:
        for item in _items(given):
            getattr(case, action)(f"{number}:{item}", who, _comment(given))

    return decide


def _correct(case: Case, number: int, given: Mapping[str, Any], who: str) -> None:
    field = given.get("field")
    if not isinstance(field, str) or "value" not in given:
        raise BadRequestError("a correction names a field and a value")
    for item in _items(given):
        case.correct(f"{number}:{item}", who, field, given["value"], _comment(given))


def _remark(case: Case, number: int, given: Mapping[str, Any], who: str) -> None:
    comment = _comment(given)
    if comment is None:
        raise BadRequestError("a comment has words")
    for item in _items(given):
        case.comment(f"{number}:{item}", who, comment)


def _add(case: Case, number: int, given: Mapping[str, Any], who: str) -> str:
    layer, fields = given.get("layer"), given.get("fields", {})
    if not isinstance(layer, str) or not isinstance(fields, dict):
        raise BadRequestError("what is added has a layer and fields")
    record = machine_record(case.database, number)
    start, end = (_offset(record, given.get(edge)) for edge in ("start", "end"))
    start, end = without_blanks(record["text"], start, end)
    made = case.add(number, layer, {**fields, "start": start, "end": end}, who, _comment(given))
    return str(made.value["id"])


def _undo(case: Case, number: int, given: Mapping[str, Any], who: str) -> None:
    """Take back an entry of this document, or the last one that this person made on it."""
    entry = given.get("entry")
    history = case.history(number)
    if entry is None:
        last = last_to_undo(history, who)
        if last is None:
            raise BadRequestError(f"nothing on this document by {who} that could be undone")
        entry = last.entry
    if entry not in {decision.entry for decision in history}:
        raise BadRequestError("this document has no such decision")
    case.undo(who, entry)


_ACTIONS: Mapping[str, Callable[..., str | None]] = {
    "accept": _verdict("accept"),
    "reject": _verdict("reject"),
    "correct": _correct,
    "comment": _remark,
    "add": _add,
    "undo": _undo,
}


def _items(given: Mapping[str, Any]) -> list[str]:
    items = given.get("items")
    if not isinstance(items, list) or not 0 < len(items) <= _MOST_ITEMS or not all(isinstance(i, str) for i in items):
        raise BadRequestError("a decision names its items")
    return items


def _comment(given: Mapping[str, Any]) -> str | None:
    comment = given.get("comment")
    if comment is not None and (not isinstance(comment, str) or len(comment) > _LONGEST_COMMENT):
        raise BadRequestError(f"a comment is a text of at most {_LONGEST_COMMENT:,} characters")
    return (comment or "").strip() or None


def _offset(record: Mapping[str, Any], place: object) -> int:
    """The offset of a place in the page: the number of a sentence, and characters behind its start."""
    sentences = record["sentences"]
    if not isinstance(place, list) or len(place) != 2 or not all(isinstance(n, int) and n >= 0 for n in place):
        raise BadRequestError("words are marked by sentence and offset")
    if place[0] >= len(sentences):
        raise BadRequestError("the document has no such sentence")
    return raw_offset(record["text"], sentences[place[0]]["start"], place[1])


ROUTES = (post("/documents/{number:int}/review", _decide),)
