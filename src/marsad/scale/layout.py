"""The folder that a run writes, and writing into it so that a file is there whole or not at all.

manifest.json                     inputs in their order, versions
parts/PART.json                   a file that is staged: its chunks, hash, counts
documents/CHUNK.parquet           its documents: texts, original bytes, fingerprints
done/CHUNK.json                   a chunk that is read: from what, with what, counts
records/month=2016-12/CHUNK.parquet   its records by month of publication
copies.parquet                    which document is a copy of which
bad/*.parquet, foreign/*.parquet  what could not be read; what is not Arabic
metrics.json                      figures of the last run
work/                             what is being written; empty after a run"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import OutputError

FORMAT = "marsad-scale/1"
UNKNOWN_MONTH = "unknown"


@dataclass(frozen=True, slots=True)
class Layout:
    """Paths in the folder `root`."""

    root: Path

    @property
    def manifest(self) -> Path:
        return self.root / "manifest.json"

    @property
    def metrics(self) -> Path:
        return self.root / "metrics.json"

    @property
    def copies(self) -> Path:
        return self.root / "copies.parquet"

    @property
    def records(self) -> Path:
        return self.root / "records"

    def part(self, part: str) -> Path:
        return self.root / "parts" / f"{part}.json"

    def documents(self, chunk: str) -> Path:
        return self.root / "documents" / f"{chunk}.parquet"

    def done(self, chunk: str) -> Path:
        return self.root / "done" / f"{chunk}.json"

    def aside(self, kind: str, partition: str) -> Path:
        """The side table `bad` or `foreign` of a part or chunk."""
        return self.root / kind / f"{partition}.parquet"

    def month(self, month: str, chunk: str) -> Path:
        return self.records / f"month={month}" / f"{chunk}.parquet"

    def written(self, chunk: str) -> list[Path]:
        """The files of records of a chunk that are there, finished or not."""
        return sorted(self.records.glob(f"*/{chunk}.parquet"))

    @contextmanager
    def work(self, partition: str) -> Iterator[Path]:
        """A folder to write a partition's files in, whose name tells the process; it is gone afterwards."""
        folder = self.root / "work" / f"{partition}.{os.getpid()}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def forget(self, part: str) -> None:
        """Remove all of a part: what says that it is finished first, so that no half of it counts."""
        self.part(part).unlink(missing_ok=True)
        for pattern in ("done/{}-*.json", "documents/{}-*.parquet", "records/*/{}-*.parquet", "*/{}*.parquet"):
            for path in self.root.glob(pattern.format(part)):
                path.unlink()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make the folder, keep other runs out of it, and clear what one that was killed left half written.

        Raises OutputError where it holds other files, can't be written, or another run writes to it."""
        try:
            if self.root.exists() and not self.manifest.exists() and any(self.root.iterdir()):
                raise OutputError(f"{self.root}: holds other files: name a new folder, or one that marsad scale wrote")
            self.root.mkdir(parents=True, exist_ok=True)
            lock = (self.root / ".lock").open("w")
        except OSError as error:
            raise OutputError(f"{self.root}: can't be written: {error.strerror}: choose another folder") from None
        with lock:
            try:
                import fcntl

                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except ImportError:
                pass  # Windows: two runs into one folder are the user's care
            except OSError:
                raise OutputError(f"{self.root}: another run writes to it: wait for its end") from None
            shutil.rmtree(self.root / "work", ignore_errors=True)
            try:
                yield
            finally:
                shutil.rmtree(self.root / "work", ignore_errors=True)


def load(path: Path) -> dict[str, Any] | None:
    """A JSON object that was saved, None where there is none. Raises OutputError where it is damaged."""
    try:
        held: dict[str, Any] = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise OutputError(f"{path}: is damaged ({error}): remove it, and its partition is read again") from None
    return held


def save(path: Path, value: dict[str, Any]) -> None:
    """Write a JSON object under its name when all of it is on disk."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    with part.open("w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def publish(written: Path, path: Path) -> None:
    """Give a whole file its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with written.open("rb+") as file:
        os.fsync(file.fileno())
    written.replace(path)
