"""A task whose process dies, for tests: the first time, or always."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Dying:
    """Leaves a file; dies before where `deaths` says so."""

    folder: Path
    name: str
    deaths: int = 0

    @property
    def partition(self) -> str:
        return self.name


def perform(task: Dying) -> None:
    """Die as often as is asked, then leave the file."""
    died = len(list(task.folder.glob(f"{task.name}.died*")))
    if died < task.deaths:
        (task.folder / f"{task.name}.died{died}").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    (task.folder / task.name).touch()
