"""Fuzzing that follows the code: atheris (libFuzzer) keeps what reaches new branches of marsad, and changes it further.

The first byte of an input tells whether it is a text for the pipeline or a file of some format for its reader. It
begins with the rules' sentences and a file of each format; half of the changes of texts are those of texts.py."""

from __future__ import annotations

import gc
import sys
import tempfile
import traceback
from pathlib import Path
from random import Random
from types import FunctionType

import click
from tests.fuzz.checks import SLOW, ingest, read
from tests.fuzz.texts import damaged_again, sentences
from tests.ingest import files

from marsad.reader import Reader, lasting_reader

_NAMES = tuple(name for name in files.EVERY if name not in SLOW)
_TEXT = len(_NAMES)
_LONGEST = 600  # bytes; files of most formats are some hundred


def fuzz(seconds: int, seed: int, folder: Path) -> None:
    """Runs until the time is over, and ends the process. What escapes is kept in `folder`, once for each place."""
    try:
        import atheris
    except ImportError:
        raise click.UsageError("--guided needs the package atheris: pip install 'marsad[fuzz]'") from None
    _load()
    for held in gc.get_objects():
        if isinstance(held, FunctionType) and (held.__module__ or "").startswith("marsad"):
            atheris.instrument_func(held)
    reader = lasting_reader()
    known: set[str] = set()

    def one(data: bytes) -> None:
        try:
            _read(reader, data)
        except Exception as error:
            where = "{0.filename}:{0.lineno}".format(traceback.extract_tb(error.__traceback__)[-1])
            if where not in known:
                known.add(where)
                path = folder / f"guided-{seed}-{len(known)}"
                path.write_bytes(data)
                click.echo(f"{path}: {type(error).__name__} at {where}: {str(error)[:300]}", err=True)

    def changed(data: bytes, longest: int, number: int) -> bytes:
        chance = Random(number)
        if not data or data[0] % (_TEXT + 1) != _TEXT or chance.random() < 0.5:
            made: bytes = atheris.Mutate(data, longest)
            return made
        return (data[:1] + damaged_again(chance, data[1:].decode("utf-8", "ignore")).encode("utf-8", "ignore"))[
            :longest
        ]

    with tempfile.TemporaryDirectory() as begun:
        for number, held in enumerate(_beginnings()):
            Path(begun, str(number)).write_bytes(held)
        told = (
            f"-max_total_time={seconds}",
            f"-seed={seed}",
            f"-max_len={_LONGEST}",
            "-timeout=60",
            "-rss_limit_mb=2000",
        )
        atheris.Setup([sys.argv[0], begun, *told], one, custom_mutator=changed)
        atheris.Fuzz()


def _load() -> None:
    """Imports what is imported late: only functions that are there can be followed."""
    Reader().read(" ".join(sentences()[:50]))
    for name in _NAMES:
        ingest(name, files.EVERY[name]())


def _read(reader: Reader, data: bytes) -> None:
    kind = data[0] % (_TEXT + 1) if data else _TEXT
    if kind == _TEXT:
        read(reader, data[1:].decode("utf-8", "ignore"))
    else:
        ingest(_NAMES[kind], data[1:])


def _beginnings() -> list[bytes]:
    texts = [bytes((_TEXT,)) + sentence.encode()[: _LONGEST - 1] for sentence in sentences()[::5]]
    return texts + [bytes((n,)) + files.EVERY[name]() for n, name in enumerate(_NAMES)]
