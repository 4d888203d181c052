"""Cases made from marsad's own sample articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import marsad
from marsad.case import Case
from marsad.ingest import Ingest
from marsad.model import Document
from marsad.model.serialise import from_json, to_json

SAMPLES = Path(marsad.__file__).parent / "samples"
NAMES = ("wire-marib", "wire-binnish-a", "wire-binnish-b", "analysis-hamrin")


@pytest.fixture(scope="session")
def records(reader: marsad.Reader) -> list[tuple[marsad.Record, bytes]]:
    """Records of some samples with the bytes that they were read from."""
    paths = [str(SAMPLES / f"{name}.json") for name in NAMES]
    documents = [d for d in Ingest().read(paths) if isinstance(d, Document)]
    return [(from_json(to_json(reader.read_document(d))), d.original or b"") for d in documents]


@pytest.fixture
def path(tmp_path: Path, records: list[tuple[marsad.Record, bytes]]) -> Path:
    """The file of a case that holds the samples."""
    path = tmp_path / "samples.marsad"
    with marsad.open_case(path, write=True) as case:
        for record, original in records:
            case.store(record, original)
    return path


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    """A case of the samples, open for writing."""
    with marsad.open_case(path, write=True) as case:
        yield case
