"""A case of invented news and some of marsad's sample articles, linked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import marsad
from marsad.analyse.links import relink
from marsad.case import Case
from marsad.ingest import Ingest
from marsad.model import Document, Record
from marsad.model.serialise import from_json, to_json
from marsad.resources import read_rows

NEWS = Path(__file__).parent / "linking/news.tsv"
SAMPLES = Path(marsad.__file__).parent / "samples"
ANALYSES = ("analysis-hamrin", "analysis-sukhna")


@pytest.fixture(scope="session")
def news(reader: marsad.Reader) -> list[Record]:
    """The invented news, read."""
    return [
        reader.read(row["text"].replace("\\n", "\n"), id=row["id"], published=row["published"], outlet=row["outlet"])
        for row in read_rows(NEWS)
    ]


@pytest.fixture(scope="session")
def case_file(tmp_path_factory: pytest.TempPathFactory, reader: marsad.Reader, news: list[Record]) -> Path:
    """The file of the case."""
    path = tmp_path_factory.mktemp("analyse") / "news.marsad"
    found = Ingest().read([str(SAMPLES / f"{name}.json") for name in ANALYSES])
    records = [*news, *(reader.read_document(document) for document in found if isinstance(document, Document))]
    with marsad.open_case(path, write=True) as case:
        for record in records:
            line = to_json(record)
            case.store(from_json(line), line.encode())
        relink(case)
    return path


@pytest.fixture
def case(case_file: Path) -> Iterator[Case]:
    """The case, open for reading."""
    with marsad.open_case(case_file) as case:
        yield case
