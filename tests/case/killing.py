"""Adding documents to a case, killed over and over: `python -m tests.case.killing CASE INPUT KILLS`.

Resources are loaded and documents read once: what is left to a run is looking up, storing and reporting, which is what
a kill may break. Each attempt is a process of its own, killed with SIGKILL at a moment drawn from the time that a whole
run takes. After each kill the case is opened and checked against what was reported as added. Prints the
number of kills that met a run under way; ends with status 1 where anything was lost, or is there twice."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

import marsad
from marsad.case import adding, workers
from marsad.case.prepared import Prepared, prepare
from marsad.ingest import Ingest
from marsad.reader import lasting_reader


def main(path: Path, given: str, kills: int) -> None:
    adding.DOCUMENTS = 2
    lasting_reader(None)
    read: dict[str, Prepared] = {}
    workers.prepare = lambda reader, document: (
        read.get(document.id)
        or read.setdefault(  # type: ignore[assignment]
            document.id, prepare(reader, document)
        )
    )
    _add(path.with_name("warm.marsad"), given, os.open(os.devnull, os.O_WRONLY))
    whole = path.with_name("whole.marsad")
    start = time.monotonic()
    _attempt(whole, given, delay=None)
    longest = (time.monotonic() - start) * 1.1
    wanted = _content(whole)
    moments = random.Random(20)
    hit = 0
    while hit < kills:
        for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            name.unlink(missing_ok=True)
        told: list[str] = []
        complete = False
        while not complete and hit < kills:
            reported, complete = _attempt(path, given, delay=moments.uniform(0, longest))
            hit += not complete
            told += reported
            _check(path, told)
        told += _attempt(path, given, delay=None)[0]
        _check(path, told)
        if _content(path) != wanted:
            sys.exit("the case that was interrupted differs from the one that was not")
    print(hit)


def _attempt(path: Path, given: str, delay: float | None) -> tuple[list[str], bool]:
    """Ids that a run reported before it was killed, and whether it came to its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _add(path, given, writing)
        os._exit(0)
    os.close(writing)
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as stream:
        lines = stream.read().split(b"\n")[:-1]
    _, status = os.waitpid(child, 0)
    return [line.decode() for line in lines], status == 0


def _add(path: Path, given: str, writing: int) -> None:
    with marsad.open_case(path, write=True) as case:
        for outcome in adding.Adding(case).add((given, item) for item in Ingest(apart=False).read([given])):
            if outcome.kind == "added":
                os.write(writing, f"{outcome.id}\n".encode())


def _check(path: Path, told: list[str]) -> None:
    if not path.exists() or not path.stat().st_size:
        if told:
            sys.exit("documents were reported, and there is no case")
        return
    with marsad.open_case(path, write=True) as case:
        there = [document.id for document in case.documents()]
        lost = set(told) - set(there)
        twice = [id for id, count in Counter(d.sha256 for d in case.documents()).items() if count > 1]
        reported_twice = [id for id, count in Counter(told).items() if count > 1]
        sound = case.query("PRAGMA integrity_check") == [("ok",)] and not case.query("PRAGMA foreign_key_check")
        halves = case.query("SELECT doc FROM document WHERE doc NOT IN (SELECT doc FROM record)")
    if lost or twice or reported_twice or halves or not sound:
        sys.exit(f"lost {lost}, twice {twice}, reported twice {reported_twice}, half there {halves}, sound {sound}")


def _content(path: Path) -> list[object]:
    with marsad.open_case(path) as case:
        events = [event.plain() for event in case.events()]
        return [events, case.query("SELECT doc, id, sha256, copy_of, origin FROM document ORDER BY doc")]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
