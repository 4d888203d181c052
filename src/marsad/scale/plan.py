"""Which parts a folder is made of: a large file, or small ones together, in the order in which they came."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from marsad.case.versions import Versions
from marsad.scale.inputs import InputFile
from marsad.scale.layout import FORMAT, Layout, load, save

TOGETHER_BYTES, TOGETHER_FILES = 32_000_000, 1_000
"""Files are put together up to so many bytes, and so many of them: a folder of pages would else be as many parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are read by one task. `manner` tells what their documents depend on besides the files."""

    name: str
    files: tuple[InputFile, ...]
    manner: str


def plan(layout: Layout, found: Sequence[InputFile], manner: str, with_: Versions) -> list[Part]:
    """All parts in their order: those of earlier runs that still hold, then those of files that are new or changed.

    A finished part of files that this run was not given stays; of one with a changed file the others are read again."""
    now = {file.address: file for file in found}
    parts: list[Part] = []
    loose: dict[str, InputFile] = {}
    for old in _parts((load(layout.manifest) or {"parts": []})["parts"]):
        finished = load(layout.part(old.name))
        given = [(n, now[file.address]) for n, file in enumerate(old.files) if file.address in now]
        if finished and all(_holds(old, n, file, manner, finished) for n, file in given):
            parts.append(old)
            continue
        layout.forget(old.name)
        if finished:
            loose |= {file.address: file for file in old.files if file.address not in now and _is_there(file)}
    covered = {file.address for part in parts for file in part.files}
    loose |= {address: file for address, file in now.items() if address not in covered}
    parts += _grouped(loose.values(), manner)
    save(layout.manifest, {"format": FORMAT, **asdict(with_), "parts": [asdict(part) for part in parts]})
    return parts


def _parts(entries: Iterable[Mapping[str, Any]]) -> Iterator[Part]:
    for entry in entries:
        yield Part(entry["name"], tuple(InputFile(**file) for file in entry["files"]), entry["manner"])


def _holds(part: Part, n: int, file: InputFile, manner: str, finished: Mapping[str, Any]) -> bool:
    """Whether a finished part holds a file as it is now: by size and time, or, where it was only touched, by hash."""
    if part.manner != manner:
        return False
    held, hash = part.files[n], finished["sha256"][n]
    return held == file or (held.size == file.size and hash is not None and hash == file.sha256())


def _is_there(file: InputFile) -> bool:
    return not file.is_local or Path(file.address).exists()


def _grouped(files: Iterable[InputFile], manner: str) -> Iterator[Part]:
    group: list[InputFile] = []
    size = 0
    for file in files:
        if group and (size + file.size > TOGETHER_BYTES or len(group) >= TOGETHER_FILES):
            yield _part(group, manner)
            group, size = [], 0
        group.append(file)
        size += file.size
    if group:
        yield _part(group, manner)


def _part(files: Sequence[InputFile], manner: str) -> Part:
    return Part("p" + digest([*map(asdict, files), manner])[:12], tuple(files), manner)


def digest(value: Any) -> str:
    """A hash of plain values."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()
