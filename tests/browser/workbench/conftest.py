"""The workbench served to a real browser, which may reach nothing else."""

from __future__ import annotations

import secrets
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

import marsad
from marsad.ingest import Ingest
from marsad.model import Document
from marsad.serve.server import Server
from marsad.serve.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SAMPLES = Path(marsad.__file__).parent / "samples"
DRIVER = "GL Driver Message"
"""A remark of the software that draws WebGL where there is no graphics card: no fault of the page."""
AXE = Path(__file__).parent / "axe" / "axe.min.js"


@dataclass(frozen=True)
class Served:
    """A running workbench: its address without the token, the token, and the case."""

    base: str
    token: str
    case: Path


@pytest.fixture(scope="session")
def samples_case(tmp_path_factory: pytest.TempPathFactory, reader: marsad.Reader) -> Path:
    """A case of all sample articles."""
    path = tmp_path_factory.mktemp("samples") / "samples.marsad"
    with marsad.open_case(path, write=True) as case:
        for document in Ingest().read([str(SAMPLES)]):
            if isinstance(document, Document):
                case.store(reader.read_document(document), document.original or b"")
    return path


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, samples_case: Path) -> Iterator[Served]:
    """The workbench on a case of its own."""
    path = tmp_path_factory.mktemp("served") / "samples.marsad"
    shutil.copy(samples_case, path)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        token = secrets.token_urlsafe(16)
        server = Server(Settings(case=path, hosts=frozenset({f"127.0.0.1:{port}"}), token=token, who="samar",
                                 own=path.parent / "own"))  # fmt: skip
        thread = Thread(target=server.run, args=(listening,))
        thread.start()
        yield Served(f"http://127.0.0.1:{port}", token, path)
        server.stop()
        thread.join(20)


Open = Callable[..., "Page"]


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Open]:
    """Opens a page of the workbench. What a page complains of, and any request that leaves it, fails the test."""
    faults: list[str] = []
    contexts: list[Any] = []

    def open_page(path: str, width: int = 1400, height: int = 900, scheme: str = "light", **more: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **more)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda message: None if DRIVER in message.text else faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(served.base + "/") else faults.append(r.url))
        page.goto(f"{served.base}/?token={served.token}")
        page.goto(served.base + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def violations(page: Page) -> list[str]:
    """What axe finds of WCAG 2.2 A and AA on a page that is serious or worse, with the elements."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    # Words of a sentence are as large as its letters: WCAG 2.5.8 exempts targets inside a sentence.
    return [
        f"{rule['id']}: {node['html'][:150]}"
        for rule in found["violations"] if rule["impact"] in ("serious", "critical") for node in rule["nodes"]
        if rule["id"] != "target-size" or 'class="m ' not in node["html"]
    ]  # fmt: skip
