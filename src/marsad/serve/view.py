"""What a page is made with: the request, the case, the language, and the templates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from marsad.case.case import Case, open_case
from marsad.explanation import Explanation
from marsad.report.labels import Labels
from marsad.serve.adding import Jobs
from marsad.serve.known import known_actors
from marsad.serve.rendering import Templates
from marsad.serve.sessions import Session
from marsad.serve.settings import Settings
from marsad.tables.lookup import Found

DIRECTIONS = {"ar": "rtl", "en": "ltr"}
PAGE_SIZE = 50


@dataclass(slots=True)
class View:
    """One request. `case` is open for reading until the answer is made; `labels` speak the page's language.

    `given` are the values that a script or form sent, `uploads` its files."""

    request: Request
    settings: Settings
    templates: Templates
    lang: str
    session: Session
    case: Case = field(init=False)
    given: Mapping[str, Any] = field(default_factory=dict)
    uploads: list[UploadFile] = field(default_factory=list)
    body: bytes = b""

    @classmethod
    def of(cls, request: Request) -> View:
        """The view of a request that the guard let through."""
        state = request.app.state
        lang = request.path_params.get("lang", state.settings.lang)
        return cls(request, state.settings, state.templates, lang, request.scope["session"])

    @property
    def labels(self) -> Labels:
        """Labels of the workbench, of the report and of the codebook, in the page's language."""
        return self.templates.labels[self.lang]

    @property
    def jobs(self) -> Jobs:
        """What is being added."""
        jobs: Jobs = self.request.app.state.jobs
        return jobs

    @property
    def explanation(self) -> Explanation:
        """What tells how an item was made, in the page's language."""
        return self.templates.explanations[self.lang]

    @property
    def violent(self) -> frozenset[str]:
        """Event types that are acts of violence, the user's own too."""
        return frozenset(name for name, type_ in self.templates.book.event_types.items() if type_.violent)

    @property
    def known(self) -> dict[str, Found]:
        """The actors of the dictionaries by key, as their tables are now."""
        return known_actors(self.settings.tables)

    def path(self, path: str, **query: Any) -> str:
        """An address of the workbench in the page's language; what is None or empty is left out of the query."""
        given = {k: v for k, v in query.items() if v not in (None, "", (), [], False)}
        return f"/{self.lang}{path}" + (f"?{urlencode(given, doseq=True)}" if given else "")

    def with_query(self, **changed: Any) -> str:
        """The address of this page with other values in its query."""
        held: dict[str, Any] = {name: self.asked_all(name) for name in self.request.query_params}
        return self.path(self.request.url.path.removeprefix(f"/{self.lang}"), **{**held, **changed})

    def in_language(self, lang: str) -> str:
        """The address of this page in another language."""
        url = self.request.url
        rest = url.path.removeprefix(f"/{self.lang}") if self.request.path_params.get("lang") else "/"
        return f"/{lang}{rest}" + (f"?{url.query}" if url.query else "")

    def is_at(self, path: str) -> bool:
        """Whether this page is the one at a path of the table of pages, or below it."""
        here = self.request.url.path.removeprefix(f"/{self.lang}")
        return here == path or (path != "/" and here.startswith(path + "/"))

    def asked(self, name: str) -> str | None:
        """A value of the query, None where it is missing or blank."""
        return (self.request.query_params.get(name) or "").strip() or None

    def asked_all(self, name: str) -> list[str]:
        """All values of a name in the query."""
        return [value for value in self.request.query_params.getlist(name) if value.strip()]

    def number(self, name: str, default: int, most: int = 1_000_000_000) -> int:
        """A whole number of the query, from 1 to `most`; the default where it is none."""
        given = self.asked(name) or ""
        return min(max(int(given), 1), most) if given.isdecimal() and given.isascii() and len(given) < 12 else default

    @contextmanager
    def writing(self) -> Iterator[Case]:
        """The case open for writing, for one short change."""
        with open_case(self.settings.case, write=True) as case:
            yield case

    def page(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """A page from a template, which knows `view` and `t` (labels) besides the values."""
        text = self.templates.render(template, view=self, t=self.labels, lang=self.lang,
                                     direction=DIRECTIONS[self.lang], **values)  # fmt: skip
        return HTMLResponse(text, status)

    def json(self, value: Mapping[str, Any] | list[Any], status: int = 200) -> Response:
        """JSON for a script."""
        return Response(json.dumps(value, ensure_ascii=False), status, media_type="application/json")
