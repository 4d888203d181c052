"""A real Chromium for tests. Without one they are skipped with a word on what to install; in CI that is a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tools.get_browser import NAMES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MISSING = (
    "no Chromium: pages are not tested in a browser. Install one (Debian, Ubuntu: apt install chromium), "
    "or name it: MARSAD_CHROMIUM=/path/to/chrome"
)
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def chromium() -> str | None:
    """The path of a Chromium: MARSAD_CHROMIUM, else the first of the usual names."""
    named = os.environ.get("MARSAD_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


Show = Callable[..., "Page"]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Opens a page's source in a window. What the page complains of, or asks of the network, fails the test."""
    faults: list[str] = []
    contexts = []

    def open_page(
        source: str, width: int = 1400, height: int = 900, scheme: str = "light", script: bool = True
    ) -> Page:
        file = tmp_path / "page.html"
        file.write_text(source, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: (faults.append("dialog"), dialog.dismiss()))
        page.on(
            "request", lambda request: None if request.url.startswith(file.as_uri()) else faults.append(request.url)
        )
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
