"""A page of the machine's Chromium, drawn by software, for what is measured in a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from tools.get_browser import NAMES

if TYPE_CHECKING:
    from playwright.sync_api import Page


@contextmanager
def chromium_page() -> Iterator[Page]:
    """A page in a new Chromium: MARSAD_CHROMIUM, else the first of the usual names. Needs playwright."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("MARSAD_CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise click.ClickException(
            "no Chromium: python3 tools/get_browser.py installs one, or name it: MARSAD_CHROMIUM"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page(viewport={"width": 1400, "height": 900})
        browser.close()
