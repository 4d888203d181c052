"""The table of pages: what the application is made of, in the order of the navigation.

A page is a route module in `routes/` (with ROUTES, made by `get` and `post`), a template of the same name in
`templates/`, labels in `data/vocab/workbench.yml` (`nav_KEY` is its name in the navigation), and its line here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from marsad.serve.routing import Way


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `key` names its module in `routes/` and its label `nav_KEY`; `path` is where its link leads, below the
    language (/ar/documents), None where the navigation does not lead to it. `group` parts the navigation."""

    key: str
    path: str | None
    group: str = "case"

    @property
    def routes(self) -> Sequence[Way]:
        """The ways of its module."""
        ways: Sequence[Way] = import_module(f"marsad.serve.routes.{self.key}").ROUTES
        return ways


PAGES = (
    Page("overview", "/"),
    Page("documents", "/documents"),
    Page("reader", None),
    Page("review", None),
    Page("search", "/search"),
    Page("add", "/add"),
    Page("warnings", None),
    Page("views", "/views"),
    Page("actors", None),
    Page("why", "/why", "analysis"),
    Page("question", "/question", "analysis"),
    Page("events", "/events", "analysis"),
    Page("map", "/map", "analysis"),
    Page("timeline", "/timeline", "analysis"),
    Page("network", "/network", "analysis"),
    Page("compare", "/compare", "analysis"),
)
