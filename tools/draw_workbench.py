"""The pictures of the workbench in docs/, in both languages, of a case of marsad's own samples.

    python -m tools.draw_workbench

Needs what the tests need: the extra workbench, playwright and a Chromium (tools/get_browser.py)."""

from __future__ import annotations

import tempfile
from os import chdir
from pathlib import Path

from tools.chromium import chromium_page, served

import marsad
from marsad.analyse.links import relink
from marsad.case.adding import Adding
from marsad.ingest import Ingest

ROOT = Path(__file__).parents[1]
SAMPLES = "src/marsad/samples"
"""From the root of the project: the pictures show where a document lay."""
PICTURES = {"overview": "/", "reader": "/documents/{read}", "why": "/why", "map": "/map", "network": "/network"}
TOP = {"map": 300, "network": 300, "why": 300}
"""Where the page is scrolled to, in pixels: the filters are the same on all."""
DOCUMENT = "analysis-hamrin"


def main() -> None:
    """Draw them all."""
    chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "samples.marsad")
        with marsad.open_case(path, write=True) as case:
            for _ in Adding(case).add(("", item) for item in Ingest().read([SAMPLES])):
                pass
            relink(case)
            read = next(d.number for d in case.documents() if DOCUMENT in d.id or DOCUMENT in (d.path or ""))
        with served(path) as (base, token):
            for name, address in PICTURES.items():
                _draw(base, token, name, address.format(read=read))


def _draw(base: str, token: str, name: str, address: str) -> None:
    for lang, scheme in (("ar", "light"), ("en", "dark" if name in ("map", "network") else "light")):
        with chromium_page(scheme=scheme) as page:  # type: ignore[arg-type]
            page.goto(f"{base}/?token={token}")
            page.goto(f"{base}/{lang}{address}")
            page.wait_for_load_state("networkidle")
            if name == "map":
                page.locator("[data-ready]").first.wait_for(state="attached", timeout=120_000)
                page.wait_for_timeout(4000)
            if name == "reader":
                page.keyboard.press("j")
                page.locator(".entry[aria-current] > .item").wait_for()
            page.evaluate(f"scrollTo(0, {TOP.get(name, 0)})")
            page.screenshot(path=ROOT / f"docs/workbench-{name}-{lang}.png")


if __name__ == "__main__":
    main()
