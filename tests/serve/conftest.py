"""The workbench on a case of samples, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import marsad
from marsad.ingest import Ingest
from marsad.model import Document
from marsad.model.serialise import from_json, to_json
from marsad.serve.app import workbench
from marsad.serve.settings import Settings

SAMPLES = Path(marsad.__file__).parent / "samples"
NAMES = ("wire-marib", "wire-binnish-a", "wire-binnish-b", "analysis-hamrin")
ADDRESS = "http://127.0.0.1:8040"
HOSTS = frozenset({"127.0.0.1:8040"})


@pytest.fixture(scope="session")
def sample_case(tmp_path_factory: pytest.TempPathFactory, reader: marsad.Reader) -> bytes:
    """The file of a case that holds some samples."""
    path = tmp_path_factory.mktemp("case") / "samples.marsad"
    documents = Ingest().read([str(SAMPLES / f"{name}.json") for name in NAMES])
    with marsad.open_case(path, write=True) as case:
        for document in documents:
            assert isinstance(document, Document)
            case.store(from_json(to_json(reader.read_document(document))), document.original or b"")
    return path.read_bytes()


@pytest.fixture
def case_path(tmp_path: Path, sample_case: bytes) -> Path:
    """A case of one's own, which a test may change."""
    path = tmp_path / "samples.marsad"
    path.write_bytes(sample_case)
    return path


@pytest.fixture
def settings(case_path: Path) -> Settings:
    return Settings(case=case_path, hosts=HOSTS, who="samar", lang="en", upload=1_000_000)


@pytest.fixture
def stranger(settings: Settings) -> Iterator[TestClient]:
    """A browser without the token."""
    with TestClient(workbench(settings), base_url=ADDRESS, follow_redirects=False) as client:
        yield client


@pytest.fixture
def client(stranger: TestClient, settings: Settings) -> TestClient:
    """A browser that opened the printed address, and sends the CSRF token as the pages' scripts do."""
    stranger.get(f"/?token={settings.token}")
    page = stranger.get("/en/").text
    stranger.headers["x-csrf-token"] = page.partition('name="csrf" content="')[2].partition('"')[0]
    return stranger


@pytest.fixture
def guarded(settings: Settings) -> Iterator[TestClient]:
    """A workbench that asks for a password, in a browser that has the token."""
    asking = replace(settings, password="حصن-72-نخلة")
    with TestClient(workbench(asking), base_url=ADDRESS, follow_redirects=False) as client:
        client.get(f"/?token={settings.token}")
        yield client
