"""Saved views: addresses of the workbench under names that people gave them, kept in the case's table `setting`."""

from __future__ import annotations

from marsad.case.database import Database
from marsad.errors import UnknownItemError

_PREFIX = "view:"
_LONGEST_NAME, _LONGEST_ADDRESS = 80, 2000


def saved_views(database: Database) -> dict[str, str]:
    """Address (path and query, without the language) of each view by its name, in the order of the names."""
    rows = database.rows("SELECT name, value FROM setting WHERE name LIKE ? ORDER BY name", _PREFIX + "%")
    return {name.removeprefix(_PREFIX): address for name, address in rows}


def save_view(database: Database, name: str, address: str) -> None:
    """Keep an address under a name, in the place of one of that name. Raises UnknownItemError for what is none."""
    if not address.startswith("/") or address.startswith(("//", "/\\")) or len(address) > _LONGEST_ADDRESS:
        raise UnknownItemError(f"{address[:80]!r} is no address of the workbench: it begins with one slash")
    with database.transaction():
        database.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", _PREFIX + _checked(name), address)


def rename_view(database: Database, name: str, new: str) -> None:
    """Give a view another name. Raises UnknownItemError where there is none, or the other is taken."""
    held = saved_views(database)
    if _checked(new) in held:
        raise UnknownItemError(f"there is a view {new!r} already: choose another name")
    _known(held, name)
    with database.transaction():
        database.run("UPDATE setting SET name = ? WHERE name = ?", _PREFIX + _checked(new), _PREFIX + name)


def delete_view(database: Database, name: str) -> None:
    """Forget a view. Raises UnknownItemError where there is none."""
    _known(saved_views(database), name)
    with database.transaction():
        database.run("DELETE FROM setting WHERE name = ?", _PREFIX + name)


def _known(held: dict[str, str], name: str) -> None:
    if name not in held:
        raise UnknownItemError(f"there is no view {name!r}: {', '.join(held) or 'none was saved'}")


def _checked(name: str) -> str:
    checked = " ".join(name.split())
    if not 0 < len(checked) <= _LONGEST_NAME:
        raise UnknownItemError(f"a name of a view has 1 to {_LONGEST_NAME} letters")
    return checked
