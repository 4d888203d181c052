"""Templates: everything that is put into one is escaped, and can neither command nor reorder the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from marsad.codebook import Codebook
from marsad.explanation import Explanation
from marsad.folders import DATA
from marsad.report.labels import LANGUAGES, REPORT, Labels
from marsad.report.safe import safe

WORKBENCH = DATA / "vocab" / "workbench.yml"


class Templates:
    """The templates of the package. `static` gives the address of a static file, `labels` and `explanations` are by
    language, `book` is the codebook."""

    def __init__(self, book: Codebook, static: Callable[[str], str], lexicons: Path | None, **known: Any) -> None:
        self.book = book
        self.explanations = {lang: Explanation(lang, lexicons) for lang in LANGUAGES}
        self.labels = {lang: Labels(lang, book, (REPORT, WORKBENCH)) for lang in LANGUAGES}
        self._environment = Environment(
            loader=PackageLoader("marsad.serve", "templates"),
            autoescape=True,
            finalize=_finalized,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(static=static, **known)
        self._environment.filters["grouped"] = grouped
        self._environment.filters["capital"] = capital

    def load(self) -> None:
        """Read now what else the first page that needs it would wait for."""
        for explanation in self.explanations.values():
            explanation.load()

    def render(self, name: str, **values: Any) -> str:
        """A template with its values."""
        return self._environment.get_template(name).render(**values)


def grouped(value: float | None) -> str:
    """A number with its thousands apart, in Latin digits; a dash for none."""
    return "–" if value is None else f"{value:,}"


def capital(label: str) -> str:
    """A label as it begins a line: the report's labels stand inside lines."""
    return label[:1].upper() + label[1:]


def _finalized(value: Any) -> Any:
    """Values as they are written: text of documents must not reorder what stands around it."""
    if value is None:
        return ""
    return value if not isinstance(value, str) or isinstance(value, Markup) else safe(value)
