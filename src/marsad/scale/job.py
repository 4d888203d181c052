"""A run: files → documents → what is a copy → records, each only where it is not finished already."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad.case.versions import Versions, versions
from marsad.ingest import Given, Skipped
from marsad.scale.copies import Decisions, decide, write_table
from marsad.scale.inputs import InputFile, files
from marsad.scale.layout import Layout, load, publish, save
from marsad.scale.metrics import Metrics, metrics
from marsad.scale.plan import digest, plan
from marsad.scale.reading import Read, read_chunk
from marsad.scale.running import Runner
from marsad.scale.schema import aside_schema, write
from marsad.scale.staging import Stage, stage

CHUNK_DOCUMENTS = 1_000


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done: inputs, and how they are read. `chunk_documents` go into one partition of records."""

    root: Path
    inputs: tuple[str, ...]
    given: Given = field(default_factory=Given)
    user: Path | None = None
    read_copies: bool = False
    chunk_documents: int = CHUNK_DOCUMENTS

    def manner(self, with_: Versions) -> str:
        """What documents depend on besides their files."""
        given = [self.given.published, self.given.outlet, sorted(self.given.columns.items())]
        return digest([with_.marsad, self.chunk_documents, given])


def run(job: Job, runner: Runner, say: Callable[[str], None]) -> Metrics:
    """Do the job. Each partition that is finished is told; the same job again goes on where it was stopped.

    Raises OutputError, MissingExtraError."""
    layout = Layout(job.root)
    started = time.monotonic()
    with layout.held():
        this = _Run(job, layout, runner, say, versions(job.user))
        parts = this.stage()
        hashes = {chunk: hash for part in parts for chunk, hash in part["chunks"]}
        decisions = decide(layout, list(hashes))
        this.write_tables(decisions)
        now = this.read(hashes, decisions)
        done = {chunk: held for chunk in hashes if (held := load(layout.done(chunk))) is not None}
        copies = sum(len(held.copies) for held in decisions.values())
        seconds = time.monotonic() - started
        figures = metrics(parts, done, now, len(hashes), copies, this.failed, seconds)
        save(layout.metrics, figures.plain())
        return figures


@dataclass(slots=True)
class _Run:
    """One run under way. `failed` tells what did not come to its end."""

    job: Job
    layout: Layout
    runner: Runner
    say: Callable[[str], None]
    with_: Versions
    failed: list[str] = field(default_factory=list)

    def stage(self) -> list[dict[str, Any]]:
        """Make documents of the files that are new or changed; what parts/ says of all, in their order."""
        job = self.job
        parts = plan(self.layout, list(self._files()), job.manner(self.with_), self.with_)
        todo = [
            Stage(job.root, part, job.given, job.chunk_documents)
            for part in parts
            if load(self.layout.part(part.name)) is None
        ]
        self._follow(self.runner.run(stage, todo), len(todo), "parts are ready")
        return [held for part in parts if (held := load(self.layout.part(part.name))) is not None]

    def _files(self) -> Iterable[InputFile]:
        for item in files(self.job.inputs):
            if isinstance(item, InputFile):
                yield item
            elif isinstance(item, Skipped):
                self.say(item.message)
            else:
                self._fails(str(item))

    def write_tables(self, decisions: Mapping[str, Decisions]) -> None:
        """The table of copies, and empty side tables: a question to all files of a folder needs one."""
        with self.layout.work("tables") as folder:
            write_table(self.layout, decisions, folder / "copies")
            publish(folder / "copies", self.layout.copies)
            for kind in ("bad", "foreign"):
                write(folder / kind, [], aside_schema())
                publish(folder / kind, self.layout.aside(kind, "none"))

    def read(self, hashes: Mapping[str, str], decisions: Mapping[str, Decisions]) -> list[str]:
        """Read the chunks that are not finished, as they are now and with what is decided now; their names."""
        tasks = [self._task(chunk, hash, decisions[chunk]) for chunk, hash in hashes.items()]
        todo = [task for task in tasks if (load(self.layout.done(task.chunk)) or {}).get("key") != task.key]
        if len(todo) < len(tasks):
            self.say(f"{len(tasks) - len(todo)} of {len(tasks)} partitions are finished")
        self._follow(self.runner.run(read_chunk, todo), len(todo), "partitions are read")
        return [task.chunk for task in todo]

    def _task(self, chunk: str, hash: str, held: Decisions) -> Read:
        job, with_ = self.job, self.with_
        told = [
            hash,
            with_.marsad,
            with_.tables,
            job.read_copies,
            sorted(held.copies.items()),
            sorted(held.names.items()),
        ]
        return Read(job.root, chunk, digest(told), job.user, job.read_copies, held.copies, held.names)

    def _follow(self, ended: Iterable[tuple[Any, str | None]], count: int, what: str) -> None:
        for n, (task, why) in enumerate(ended, 1):
            self.say(f"{n} of {count} {what}: {task.partition}")
            if why is not None:
                self._fails(f"{task.partition}: {why}")

    def _fails(self, message: str) -> None:
        self.failed.append(message)
        self.say(message)
