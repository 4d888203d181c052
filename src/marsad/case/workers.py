"""Reading on all cores: processes that make documents ready to be stored, in order, with bounded memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from typing import Self

from marsad.case.prepared import Prepared, made_ready, prepare, put_aside
from marsad.errors import CaseError, fault_message
from marsad.model import Document, Record
from marsad.reader import lasting_reader

BATCH_BYTES, BATCH_DOCUMENTS = 60_000, 16
HELD_BYTES = 64_000_000
"""Originals that are read or wait to be read at one time; a single document may be larger."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be read, or, where `aside` tells why, to be kept unread, or that was read before, with its
    `record`; `given` is the path that was asked for."""

    document: Document
    aside: str | None = None
    given: str = ""
    record: Record | None = None

    @property
    def size(self) -> int:
        """Bytes that wait with it."""
        return len(self.document.original or b"") + len(self.document.text)


@dataclass(frozen=True, slots=True)
class Fault:
    """A document on which marsad itself failed."""

    message: str
    given: str


Result = Prepared | Fault


class Workers:
    """`jobs` processes that read with marsad's tables and those of the folder `user`; one reads in this process.

    Use it in a `with`; the processes begin with the first document and end with this process, however it ends."""

    def __init__(self, jobs: int, user: Path | None = None) -> None:
        self._jobs = jobs
        self._user = user
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def read(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """What becomes of each task, in their order. Takes tasks as they are needed.

        Raises CaseError where a process dies, as one does that the system takes memory away from."""
        if self._jobs == 1:
            for task in tasks:
                yield _read_one(task, self._user)
            return
        try:
            yield from self._parallel(tasks)
        except BrokenProcessPool:
            raise CaseError(
                "a process that reads ended by itself (out of memory?): what was reported as added is stored; "
                "run the same command again, with fewer --jobs"
            ) from None

    def _parallel(self, tasks: Iterable[Task]) -> Iterator[Result]:
        pending: deque[tuple[Future[list[Result]], int]] = deque()
        held = 0
        for batch in _batches(tasks):
            size = sum(task.size for task in batch)
            pending.append((self._started().submit(_read_all, batch, self._user), size))
            held += size
            while len(pending) > 2 * self._jobs + 1 or (held > HELD_BYTES and len(pending) > 1):
                done, freed = pending.popleft()
                held -= freed
                yield from done.result()
        for done, _ in pending:
            yield from done.result()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Where processes are forked they share what is loaded before, and start at once.
            fork = sys.platform == "linux"
            if fork:
                lasting_reader(self._user)
            context = multiprocessing.get_context("fork" if fork else "spawn")
            self._pool = ProcessPoolExecutor(self._jobs, context, initializer=_begin, initargs=(self._user,))
        return self._pool


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Short documents together: handing each over by itself would cost more than reading it."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if size >= BATCH_BYTES or len(batch) >= BATCH_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _begin(user: Path | None) -> None:
    """What a process does first. An interrupt from the keyboard is for the one that writes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    lasting_reader(user)


def _end_with_parent() -> None:
    """A process that waits for work would wait for ever when its parent is killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read_all(tasks: list[Task], user: Path | None) -> list[Result]:
    return [_read_one(task, user) for task in tasks]


def _read_one(task: Task, user: Path | None) -> Result:
    try:
        if task.record is not None:
            return made_ready(task.document, task.record)
        return put_aside(task.document, task.aside) if task.aside else prepare(lasting_reader(user), task.document)
    except Exception as error:
        return Fault(fault_message(error, task.document.path or "standard input", task.document.id), task.given)
