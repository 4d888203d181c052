"""An actor: its names and roles in the case, and adding a name, to the user's own tables and to the case."""

from __future__ import annotations

from itertools import islice

from starlette.responses import Response

from marsad.analyse.actor import profile
from marsad.errors import UnknownItemError
from marsad.report.safe import safe
from marsad.serve.known import actor_name
from marsad.serve.routing import BadRequestError, get, post
from marsad.serve.view import View
from marsad.tables.actors import split
from marsad.tables.adding import own_row, row_faults, write_row

_NAMES, _CHANGES = 40, 20


def _show(view: View) -> Response:
    key = view.request.path_params["key"]
    found, known = profile(view.case, key), view.known.get(key)
    # Nobody is followed through a case but who holds a public role.
    if found is None or (found.type == "person" and known is None):
        raise UnknownItemError(f"no actor {key!r} in this case")
    names = dict(islice(found.names.items(), _NAMES))
    first = next(iter(names), key)
    return view.page(
        "actor.html", found=found, known=known, names=names, more=len(found.names) - _NAMES,
        called=actor_name(view.known, key, first, view.labels),
        aliases=split(known.row.cells["aliases"]) if known else (), folder=view.settings.own,
    )  # fmt: skip


def _preview(view: View) -> Response:
    """What a name would change, before anything is."""
    key, name = _asked(view)
    changes = view.case.preview_alias(name, key)
    told = dict.fromkeys((change.document, change.reference, safe(change.text)) for change in changes)
    lines = [{"document": document, "told": f"{reference} · {text}"} for document, reference, text in told]
    return view.json({"faults": _faults(view, key, name), "changes": len(lines), "lines": lines[:_CHANGES]})


def _add(view: View) -> Response:
    """Add the name to the user's table, and where it is wished to the case that is open."""
    key, name = _asked(view)
    faults = _faults(view, key, name)
    if faults:
        raise BadRequestError("; ".join(faults))
    assert view.settings.own is not None
    row, _ = own_row(view.settings.own, key, {}, {"aliases": [name]})
    write_row(row)
    if view.given.get("here"):
        with view.writing() as case:
            case.alias(name, key, view.settings.who)
    return view.json({"written": str(row.path)})


def _faults(view: View, key: str, name: str) -> list[str]:
    if view.settings.own is None:
        return [view.labels("no_own_folder")]
    row, _ = own_row(view.settings.own, key, {}, {"aliases": [name]})
    return [fault.message for fault in row_faults(row, view.settings.own)]


def _asked(view: View) -> tuple[str, str]:
    key, name = view.request.path_params["key"], " ".join(str(view.given.get("name") or "").split())
    if not 0 < len(name) <= 120:
        raise BadRequestError("a name has 1 to 120 letters")
    if key not in view.known:
        raise UnknownItemError(f"no dictionary holds {key!r}: marsad lexicon add makes an actor of it")
    return key, name


ROUTES = (
    get("/actors/{key}", _show),
    post("/actors/{key}/preview", _preview),
    post("/actors/{key}/alias", _add),
)
