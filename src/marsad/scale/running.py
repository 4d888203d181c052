"""Tasks on processes of this machine, or on the workers of a Ray cluster. A task whose process dies is run again.

A task is a pure function's argument: it writes its own files, whole or not at all, so that running it twice, or while
another attempt still runs, leaves the same files."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from marsad.errors import MarsadError, OutputError
from marsad.scale.engines import ray

ATTEMPTS = 3
"""How often a task is begun whose process dies: a document that kills its process would do so for ever."""
STORE_BYTES = 100_000_000
"""Ray's object store of a cluster on this machine. Tasks hand over names of files, never documents."""


class _Task(Protocol):
    @property
    def partition(self) -> str: ...


T = TypeVar("T", bound=_Task)
Done = tuple[T, str | None]
"""A task that ended, and why it failed, None where it did not."""


class Runner(Protocol):
    """Runs tasks; use it in a `with`."""

    def run(self, do: Callable[[T], None], tasks: Sequence[T]) -> Iterator[Done[T]]:
        """Each task as it ends, in no order."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None
    ) -> None: ...


@dataclass(slots=True)
class Local:
    """`jobs` processes of this machine; one does it in this process."""

    jobs: int = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing stays open between runs."""

    def run(self, do: Callable[[T], None], tasks: Sequence[T]) -> Iterator[Done[T]]:
        """Each task as it ends."""
        if self.jobs == 1 or len(tasks) < 2:
            for task in tasks:
                yield task, _attempted(do, task)
            return
        left = list(tasks)
        for _ in range(ATTEMPTS - 1):
            for task, why in self._once(do, left):
                left.remove(task)
                yield task, why
        # Those that a dying process may have taken with it: each alone, so that only the one at fault fails.
        for task in left:
            yield next(self._once(do, [task]), (task, f"its process died {ATTEMPTS} times (out of memory?)"))

    def _once(self, do: Callable[[T], None], tasks: Sequence[T]) -> Iterator[Done[T]]:
        """The tasks that came to an end before a process died, all where none did."""
        if not tasks:
            return
        # Daft's threads do not survive a fork.
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(min(self.jobs, len(tasks)), context, initializer=_deaf) as pool:
            begun: dict[Future[str | None], T] = {pool.submit(_attempted, do, task): task for task in tasks}
            try:
                for future in as_completed(begun):
                    try:
                        yield begun[future], future.result()
                    except BrokenProcessPool:
                        return
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


@dataclass(slots=True)
class Cluster:
    """A Ray cluster: the one at `address`, or one of `jobs` workers started on this machine for the run."""

    address: str | None = None
    jobs: int | None = None
    _engine: Any = None

    def __enter__(self) -> Self:
        engine = ray()
        options: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR", "configure_logging": False}
        if self.address:
            options["address"] = self.address
        else:
            options |= {"num_cpus": self.jobs, "include_dashboard": False, "object_store_memory": STORE_BYTES}
        try:
            engine.init(**options)
        except (ConnectionError, OSError, ValueError, RuntimeError) as error:
            told = str(error).strip().partition("\n")[0]
            raise OutputError(f"Ray {self.address or 'on this machine'}: can't be reached: {told}") from None
        self._engine = engine
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.shutdown()

    def run(self, do: Callable[[T], None], tasks: Sequence[T]) -> Iterator[Done[T]]:
        """Each task as it ends; Ray begins one again whose worker or machine dies."""
        engine = self._engine
        remote = engine.remote(max_retries=ATTEMPTS - 1, num_cpus=1)(_attempted)
        begun = {remote.remote(do, task): task for task in tasks}
        waiting = list(begun)
        while waiting:
            (ended,), waiting = engine.wait(waiting, num_returns=1)
            try:
                why = engine.get(ended)
            except engine.exceptions.RayError as error:
                why = f"its worker died {ATTEMPTS} times ({type(error).__name__})"
            yield begun[ended], why


def _attempted(do: Callable[[T], None], task: T) -> str | None:
    """Why a task failed. One that fails must not cost the others."""
    try:
        do(task)
    except (MarsadError, OSError) as error:
        return str(error)
    except Exception as error:
        return f"a fault of marsad, please report it: {type(error).__name__}: {error}"
    return None


def _deaf() -> None:
    """An interrupt from the keyboard is for the process that was asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
