"""Records of the sample articles, as they are and made safe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import marsad
from marsad import Reader
from marsad.export.formats import write
from marsad.export.options import Options
from marsad.export.redaction import Redaction
from marsad.ingest import Ingest
from marsad.model import Document, Record

SAMPLES = Path(marsad.__file__).parent / "samples"


@pytest.fixture(scope="session")
def full(reader: Reader) -> list[Record]:
    return [reader.read_document(d) for d in Ingest().read([str(SAMPLES)]) if isinstance(d, Document)]


@pytest.fixture(scope="session")
def redaction(reader: Reader) -> Redaction:
    return Redaction(reader.resources)


@pytest.fixture(scope="session")
def safe(full: list[Record], redaction: Redaction) -> list[Record]:
    return [redaction.safe(record) for record in full]


Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes records in a format to a file."""

    def to_file(name: str, records: list[Record], **options: object) -> Path:
        path = tmp_path / f"out.{name}"
        assert write(name, path, records, Options(**options)) > 0  # type: ignore[arg-type]
        return path

    return to_file
