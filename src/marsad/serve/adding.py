"""Adding uploads to the case: one job at a time, in a process of its own, with the same code as `marsad add`."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from marsad.errors import MarsadError
from marsad.ingest import Given
from marsad.serve.settings import Settings

_KEPT = 200
"""Messages that a job keeps to be shown."""


@dataclass(slots=True)
class Job:
    """What became of one upload so far. `faults` tell what could not be read, `added` the numbers of new documents."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    done: bool = False

    def take(self, outcome: Any) -> None:
        """Count an outcome."""
        self.counts[outcome.kind] += 1
        self.counts["copies"] += outcome.copy
        if outcome.kind in ("failed", "aside", "skipped") and len(self.faults) < _KEPT:
            self.faults.append(outcome.message)
        if outcome.kind == "added" and len(self.added) < _KEPT:
            self.added.append(outcome.number)


class Jobs:
    """The job that runs, or ran last."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self.last: Job | None = None

    def start(self, folder: Path, given: Given) -> bool:
        """Add the files of a folder, which is removed afterwards; False where a job runs already."""
        with self._lock:
            if self.last is not None and not self.last.done:
                return False
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe(duplex=False)
            self._process = context.Process(
                target=_work, args=(theirs, self._settings.case, folder, given, self._settings.tables)
            )
            self._process.start()
            theirs.close()
            self.last = Job()
            threading.Thread(target=self._follow, args=(self.last, ours, folder), daemon=True).start()
            return True

    def stop(self) -> None:
        """End what runs: what was told as added is stored."""
        process = self._process
        if process is not None and process.is_alive():
            process.terminate()
            process.join(5)

    def _follow(self, job: Job, ours: Connection, folder: Path) -> None:
        ended = False
        try:
            while not ended:
                told = ours.recv()
                if isinstance(told, str):
                    job.faults.append(told)
                    job.counts["failed"] += 1
                elif told is None:
                    ended = True
                else:
                    job.take(told)
        except EOFError:
            job.faults.append("the process that reads ended by itself: add the same files again")
            job.counts["failed"] += 1
        finally:
            ours.close()
            shutil.rmtree(folder, ignore_errors=True)
            job.done = True


def upload_folder() -> Path:
    """A folder of its own for the files of one upload, readable by this user alone."""
    return Path(tempfile.mkdtemp(prefix="marsad-upload-"))


def _work(told: Connection, case: Path, folder: Path, given: Given, lexicons: Path | None) -> None:
    """The process that reads. An interrupt from the keyboard is for the one that serves, with which this one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from marsad.case.adding import Adding
    from marsad.case.case import open_case
    from marsad.ingest import Ingest

    try:
        # Below the folder names are as the person gave them; the folder's own says nothing.
        os.chdir(folder)
        names = sorted(p.name for p in Path(".").iterdir())
        with open_case(case, write=True) as opened:
            items = ((name, item) for name in names for item in Ingest(given, apart=False).read([name]))
            for outcome in Adding(opened, 1, lexicons).add(items):
                told.send(outcome)
        told.send(None)
    except MarsadError as error:
        told.send(str(error))
        told.send(None)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
