"""The gazetteer's file, written by tools/build_gazetteer.py: lines of text, read whole in some milliseconds.

The first line is HEAD and how many places follow; then a line a place (the n-th is place n), then a line a name, cells
parted by tabs:

place  id, name, english, kind, country, admin1, admin2, lat, lon, radius_km, source, weight
name   form, caution, places, written, barred

`weight`: how likely the place is meant where nothing tells (see tools/gazetteer/weights.py).
`form`: the folded name. `caution`: what a mention of it needs, see Caution. `places`: numbers of places, blank between,
the likeliest first. `written`: the spellings that the tables give, parted by |. `barred`: proclitics that make another
word of the name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from marsad.errors import ResourceError

HEAD = "marsad gazetteer 2"
FILE = "gazetteer/gazetteer.txt"
"""The file, in the folder of the data."""


def read_lines(path: Path) -> tuple[list[str], list[str]]:
    """The lines of places and of names. Raises ResourceError where the file is missing, cut or none of these."""
    if not path.is_file():
        raise ResourceError(f"no gazetteer at {path}: run make gazetteer")
    try:
        head, *lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise ResourceError(f"{path} is no gazetteer: {error}") from error
    told, _, counts = head.partition("\t")
    places, _, names = counts.partition("\t")
    if told != HEAD or not places.isdigit() or not names.isdigit():
        raise ResourceError(f"{path} is no gazetteer, or one of another version: run make gazetteer")
    if lines.pop() or len(lines) != int(places) + int(names):
        raise ResourceError(f"{path} is cut: run make gazetteer")
    return lines[: int(places)], lines[int(places) :]


def write_lines(path: Path, places: Sequence[str], names: Sequence[str]) -> None:
    """Write the file."""
    head = f"{HEAD}\t{len(places)}\t{len(names)}"
    path.write_text("\n".join([head, *places, *names, ""]), encoding="utf-8", newline="\n")


class Caution:
    """What must stand beside a name before it counts as one."""

    NONE = 0
    """Nothing: the word is hardly anything but a place."""
    CUE = 1
    """A preposition of place, a generic noun, or another place in a row: the word is ordinary too (الباب)."""
    NOUN = 2
    """A generic noun (حي النور) or an established place in a row: the word is mostly ordinary."""
