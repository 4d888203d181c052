"""What is made of marsad's own tables and takes long to make, kept in the user's cache folder for the next start.

It is derived, and may be deleted at any time. It holds marsad's tables alone: what is made of a user's own words is
never kept. It counts only for the very files that it was made of (their sizes and times) and the same Python; where
the folder can't be written or the file can't be read, things are made again, as without it. `MARSAD_CACHE` names
another folder; where it is empty nothing is kept."""

from __future__ import annotations

import io
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import daachorse

T = TypeVar("T")

# marsad with its tables, and the package whose compiled form of the automaton is kept.
_SOURCES = (Path(__file__).parent, Path(daachorse.__file__).parent)
_DIGEST = 32
# What a kept object may be made of besides marsad's own classes. A file that names anything else is not read.
_ALLOWED = {
    ("builtins", "frozenset"), ("builtins", "set"), ("fractions", "Fraction"), ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"),
}  # fmt: skip


def kept(name: str, make: Callable[[], T]) -> T:
    """What `make` makes, out of the cache folder where it lies there and nothing has changed since."""
    folder = _folder()
    if folder is None:
        return make()
    path, state = folder / f"{name}.{sys.implementation.cache_tag}", state_of(_SOURCES)
    found = _read(path, state)
    if found is None:
        found = make()
        _write(path, state, found)
    return found  # type: ignore[no-any-return]


def _folder() -> Path | None:
    named = os.environ.get("MARSAD_CACHE")
    if named is not None:
        return Path(named) if named else None
    above = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(above) if above else Path.home() / ".cache") / "marsad"
    except RuntimeError:  # nobody's home
        return None


def state_of(folders: Iterable[Path]) -> bytes:
    """A digest of what a kept object depends on: Python, and path, size and times of every file below some folders."""
    digest = blake2b(sys.version.encode(), digest_size=_DIGEST)
    for path, size, modified, changed in sorted(told for folder in folders for told in _files(str(folder))):
        digest.update(f"{path}\0{size}\0{modified}\0{changed}\n".encode("utf-8", "surrogateescape"))
    return digest.digest()


def _files(folder: str) -> Iterator[tuple[str, int, int, int]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                told = entry.stat()
                yield entry.path, told.st_size, told.st_mtime_ns, told.st_ctime_ns


class _Unpickler(pickle.Unpickler):
    """Makes marsad's own classes, a few of Python's, and nothing else, whatever a file asks for."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _ALLOWED:
            return super().find_class(module, name)
        if module.startswith("marsad.") and "." not in name:
            found = super().find_class(module, name)
            if getattr(found, "__module__", "").startswith("marsad."):  # not what a module of marsad imports
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of what marsad keeps")


def _read(path: Path, state: bytes) -> Any:
    """The object that a file holds; None where there is none for this state, or it is damaged or somebody else's."""
    try:
        with path.open("rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            head, content = file.read(2 * _DIGEST), file.read()
        if head != state + _checksum(content):
            return None
        return _Unpickler(io.BytesIO(content)).load()
    except Exception:  # whatever is wrong with it: it is only a copy
        return None


def _write(path: Path, state: bytes, made: object) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        content = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_bytes(state + _checksum(content) + content)
        part.replace(path)
    except OSError:  # no home, read-only, full: the next start makes it again
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
