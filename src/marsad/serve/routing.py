"""Ways to pages: from a request to a view with a case of its own, and from errors to answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marsad.case.case import open_case
from marsad.errors import CaseFullError, CaseLockedError, MarsadError, ReadOnlyCaseError, UnknownItemError
from marsad.serve.view import View

Show = Callable[[View], Response]
"""A page: from a view to its answer. It runs in a thread of its own, with a case of its own."""


@dataclass(frozen=True, slots=True)
class Way:
    """A path below the language (/documents/{document}) and what answers it."""

    path: str
    show: Show
    method: str = "GET"


class BadRequestError(Exception):
    """A request that no page of the workbench makes: the message says what is wrong with it."""


def get(path: str, show: Show) -> Way:
    """A way to a page that only reads: `view.case` is open for reading, all its queries see the same state."""
    return Way(path, show)


def post(path: str, show: Show) -> Way:
    """A way that changes something: the page writes with `view.writing()`."""
    return Way(path, show, "POST")


def route(way: Way) -> Route:
    """The way as a route of the application, in both languages."""

    def answered(request: Request) -> Response:
        return _answer(View.of(request), way)

    async def received(request: Request) -> Response:
        view = View.of(request)
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            async with request.form(max_files=view.settings.files, max_fields=100) as form:
                view.uploads = [part for part in form.getlist("file") if isinstance(part, UploadFile)]
                view.given = {name: part for name, part in form.items() if isinstance(part, str)}
                return await run_in_threadpool(_answer, view, way)
        view.body = await request.body()
        return await run_in_threadpool(_answer, view, way)

    endpoint = received if way.method == "POST" else answered
    return Route("/{lang:lang}" + way.path, endpoint, methods=[way.method])


_STATUS: dict[type[Exception], HTTPStatus] = {
    UnknownItemError: HTTPStatus.NOT_FOUND,
    BadRequestError: HTTPStatus.BAD_REQUEST,
    CaseLockedError: HTTPStatus.SERVICE_UNAVAILABLE,
    CaseFullError: HTTPStatus.INSUFFICIENT_STORAGE,
    ReadOnlyCaseError: HTTPStatus.FORBIDDEN,
}
_OTHER = HTTPStatus.INTERNAL_SERVER_ERROR


def _answer(view: View, way: Way) -> Response:
    begun, worked = time.perf_counter(), time.thread_time()
    try:
        if view.body:
            view.given = _values(view.body)
        with open_case(view.settings.case) as case, case.snapshot():
            view.case = case
            answer = way.show(view)
    except (BadRequestError, MarsadError) as error:
        status = next((told for kind, told in _STATUS.items() if isinstance(error, kind)), _OTHER)
        answer = failed(view, status, str(error))
    took, work = (time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000
    answer.headers["server-timing"] = f"page;dur={took:.1f}, cpu;dur={work:.1f}"
    return answer


def _values(body: bytes) -> dict[str, Any]:
    """The values that a script sent as a JSON object."""
    try:
        given = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise BadRequestError("the request holds no JSON object")
    return given


def failed(view: View, status: HTTPStatus, message: str) -> Response:
    """What is told where something went wrong: JSON to a script, a page to a person."""
    told: dict[str, Any] = {"error": message}
    if "application/json" in view.request.headers.get("accept", ""):
        return view.json(told, int(status))
    return view.page("fault.html", status=int(status), message=message)
