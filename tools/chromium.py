"""The workbench on a case, served for a moment, and a page of the machine's Chromium, drawn by software: for what is
measured or photographed in a browser."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Literal

import click
from tools.get_browser import NAMES

from marsad.serve.server import Server
from marsad.serve.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Page


@contextmanager
def served(case: Path) -> Iterator[tuple[str, str]]:
    """The workbench on a case: its address and token."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port, token = listening.getsockname()[1], secrets.token_urlsafe(16)
        server = Server(Settings(case=case.absolute(), hosts=frozenset({f"127.0.0.1:{port}"}), token=token))
        thread = Thread(target=server.run, args=(listening,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{port}", token
        finally:
            server.stop()
            thread.join()


@contextmanager
def chromium_page(width: int = 1400, height: int = 900, scheme: Literal["light", "dark"] = "light") -> Iterator[Page]:
    """A page in a new Chromium: MARSAD_CHROMIUM, else the first of the usual names. Needs playwright."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("MARSAD_CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise click.ClickException(
            "no Chromium: python3 tools/get_browser.py installs one, or name it: MARSAD_CHROMIUM"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        browser.close()
