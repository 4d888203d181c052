"""Progress of a long run on standard error: how much is read, how fast, and how long it will take."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from marsad.cli.counting import counted
from marsad.ingest import Ingest

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_REFRESH, _LINE = 0.2, 10.0


class Progress:
    """A bar where standard error is a terminal and nothing else is printed there; messages everywhere.

    `quiet` is for runs whose results go to the terminal themselves; `lines` for long ones, that tell a file now and
    then how far they are."""

    def __init__(self, ingest: Ingest, paths: Iterable[str], quiet: bool, lines: bool = False) -> None:
        self._ingest = ingest
        self._lines = lines
        self._total = ingest.total_bytes(paths)
        self._documents = self._words = 0
        self._shown = 0.0
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        if sys.stderr.isatty() and not (quiet and sys.stdout.isatty()):
            from rich.console import Console
            from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("reading", total=self._total or None)
        self._started = time.perf_counter()

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()
            self.say(f"{counted(self._documents, 'document')}, {self._rate():,.0f} words a second")

    def say(self, message: str) -> None:
        """A line on standard error."""
        if self._bar:
            self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(message, err=True)

    def count(self, words: int) -> None:
        """Count a document of so many words that is done."""
        self._documents += 1
        self._words += words
        now = time.perf_counter()
        if self._bar is not None and self._task is not None:
            if now - self._shown > _REFRESH:
                self._shown = now
                told = f"{counted(self._documents, 'document')}, {self._rate():,.0f} words/s"
                self._bar.update(self._task, completed=self._ingest.consumed, description=told)
        elif self._lines and now - max(self._shown, self._started) > _LINE:
            self._shown = now
            self.say(f"{counted(self._documents, 'document')}, {self._rate():,.0f} words a second{self._left(now)}")

    def _left(self, now: float) -> str:
        """How long it will take, by the bytes that are read."""
        done = self._ingest.consumed
        if not self._total or not done:
            return ""
        seconds = (now - self._started) * (self._total - done) / done
        return f", about {seconds / 60:,.0f} min left" if seconds > 90 else f", about {seconds:,.0f} s left"

    def _rate(self) -> float:
        return self._words / max(time.perf_counter() - self._started, 1e-6)
