#!/usr/bin/env python3
"""How fast the workbench answers, and how fast map and timeline are drawn again when the brush moves.

    python benchmarks/workbench.py                       a case of 5,000 events, made of invented reports
    python benchmarks/workbench.py --case news.marsad    another case; the first actor and place of its questions
    python benchmarks/workbench.py --keep made.marsad    keep the case that is made

Of each page the median of five requests after two others: processor time of the thread that answers (`cpu` of the
header Server-Timing), and by the clock. Of a redraw the processor time that Chromium's main thread spends in scripts,
and in all of its tasks (layout and painting too), for one move of the brush, with WebGL drawn by software. Both are
processor time, since the clock tells of whatever else the machine does."""

from __future__ import annotations

import json
import random
import re
import statistics
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click
from tools.chromium import chromium_page, served

import marsad
from marsad.analyse.focus import pairs
from marsad.analyse.links import relink
from marsad.analyse.listing import count_events
from marsad.case.adding import Adding
from marsad.case.selection import EVERYTHING
from marsad.folders import DATA
from marsad.gazetteer.schema import read_lines
from marsad.ingest import Ingest

if TYPE_CHECKING:
    from playwright.sync_api import Page

EVENTS = 5000
MONTHS = "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(",")
ACTORS = ("الجيش السوري", "تنظيم الدولة الإسلامية", "الحوثيون", "الجيش اليمني", "قوات الدعم السريع", "الجيش السوداني",
          "حزب الله", "حركة الشباب", "هيئة تحرير الشام", "الجيش العراقي")  # fmt: skip
TARGETS = ("الجيش العراقي", "الحوثيين", "قوات الدعم السريع", "تنظيم الدولة الإسلامية", "هيئة تحرير الشام")
ACTS = (
    "قصف {actor} مواقع {target} في مدينة {place} يوم {day} {month} {year} وقتل {n} مدنيين.",
    "هاجم {actor} حاجزاً لـ{target} قرب مدينة {place} في {day} {month} {year} وأصاب {n} مقاتلين.",
    "سيطر {actor} على مدينة {place} في {month} {year} بعد معارك مع {target}.",
)
REASONS = (
    "ويسعى {actor} إلى السيطرة على مدينة {place} بسبب موقعها على طريق الإمداد.",
    "وقال مصدر محلي إن {actor} يركز على مدينة {place} من أجل حقول النفط القريبة منها.",
)
PAGES = ("/", "/documents", "/documents/1", "/search?q=مدينة", "/views", "/warnings", "/why", "/why?by=place",
         "/question", "/question?actor=ACTOR&place=PLACE", "/events", "/events/rows", "/events/EVENT", "/map",
         "/map/data", "/timeline", "/network", "/actors/ACTOR", "/compare?one=ONE&other=OTHER")  # fmt: skip
"""Addresses; names in capitals are filled in by what the case holds."""

RUNS, MOVES = 5, 20


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.option("--case", "given", type=click.Path(exists=True, path_type=Path), help="A case that is there.")
@click.option("--keep", type=click.Path(path_type=Path), help="Where the case that is made stays.")
def main(given: Path | None, keep: Path | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = given or keep or Path(folder, "made.marsad")
        if not given:
            _make(path, Path(folder, "made.jsonl"))
        with marsad.open_case(path) as case:
            click.echo(f"{len(case.documents()):,} documents, {count_events(case):,} events\n")
            names = filled(case)
        with served(path) as (base, token), chromium_page() as page:
            page.goto(f"{base}/?token={token}")
            click.echo("| page | ms of processor | ms by the clock | KB |\n|---|---:|---:|---:|")
            for shown in PAGES:
                _tell(page, base, shown, names)
            click.echo("\n| redraw for one move of the brush | ms in scripts | ms in all tasks |\n|---|---:|---:|")
            for name in ("map", "timeline"):
                scripts, tasks = _moved(page, f"{base}/ar/{name}")
                click.echo(f"| {name} | {scripts:.1f} | {tasks:.1f} |")


def _make(path: Path, rows: Path) -> None:
    """A case of reports with two dated acts and a reason each, with as many events as are wanted when it is linked."""
    drawn = random.Random(11)
    places, _ = read_lines(DATA / "gazetteer" / "gazetteer.txt")
    cells = [line.split("\t") for line in places]
    towns = [row[1] for row in cells if row[3] == "city" and row[4] in ("SY", "IQ", "YE", "SD", "LY")]
    with rows.open("w", encoding="utf-8") as file:
        for n in range(EVENTS * 16 // 20):
            day = date(2015, 1, 1) + timedelta(drawn.randrange(5 * 365))
            said = [sentence(drawn.choice(ACTS), drawn, day, towns) for _ in range(2)]
            text = " ".join([*said, sentence(drawn.choice(REASONS), drawn, day, towns)])
            row = {"id": f"made-{n}", "text": text, "outlet": f"صحيفة {n % 25 + 1}",
                   "published": (day + timedelta(3)).isoformat()}  # fmt: skip
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    with marsad.open_case(path, write=True) as case:
        for n, _ in enumerate(Adding(case).add(("", item) for item in Ingest(apart=False).read([str(rows)]))):
            if n % 100 == 99 and count_events(case) >= EVENTS * 4 // 3:
                break
        relink(case)


def sentence(pattern: str, drawn: random.Random, day: date, towns: list[str]) -> str:
    return pattern.format(
        actor=drawn.choice(ACTORS), target=drawn.choice(TARGETS), place=drawn.choice(towns), day=day.day,
        month=MONTHS[day.month - 1], year=day.year, n=drawn.randint(3, 40),
    )  # fmt: skip


def filled(case: marsad.Case) -> dict[str, str]:
    """What stands for the names in PAGES: what most is told of."""
    asked = next((cell for cell in pairs(case, EVERYTHING, 1) if cell.actor and cell.place), None)
    outlets = [name for (name,) in case.query("SELECT DISTINCT outlet FROM document WHERE outlet > '' LIMIT 2")]
    groups = case.query("SELECT grp FROM link GROUP BY grp ORDER BY count(*) DESC LIMIT 1")
    return {
        "ACTOR": (asked and asked.actor and asked.actor.key) or "none",
        "PLACE": (asked and asked.place and asked.place.id) or "none",
        "EVENT": groups[0][0] if groups else "none",
        "ONE": outlets[0] if outlets else "none", "OTHER": outlets[-1] if outlets else "none",
    }  # fmt: skip


def _tell(page: Page, base: str, shown: str, names: dict[str, str]) -> None:
    """One row: the page's median times and its size."""
    address = re.sub("[A-Z]+", lambda name: quote(names[name[0]]), shown)
    asked = [page.request.get(f"{base}/ar{address}") for _ in range(RUNS + 2)]
    if not asked[-1].ok:
        raise click.ClickException(f"{address} answers {asked[-1].status}")
    times = [timing(answer.headers["server-timing"]) for answer in asked[2:]]
    processor, clock = (statistics.median(one[name] for one in times) for name in ("cpu", "page"))
    click.echo(f"| {shown} | {processor:.0f} | {clock:.0f} | {len(asked[-1].body()) / 1000:.0f} |")


def timing(header: str) -> dict[str, float]:
    parts = (part.strip().split(";dur=") for part in header.split(","))
    return {name: float(value) for name, value in parts}


def _moved(page: Page, address: str) -> tuple[float, float]:
    """Milliseconds of the main thread's processor time for a move of the brush: in scripts, in all tasks."""
    page.goto(address)
    page.locator("[data-ready]").first.wait_for(state="attached", timeout=120_000)
    page.wait_for_timeout(3000)
    tools = page.context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _metrics(tools.send("Performance.getMetrics"))
    for n in range(1, MOVES + 1):
        # The end of the stretch goes back and forth, so that every move changes all that is drawn.
        page.evaluate(
            "n => { const to = document.querySelector('.brush .to'); to.value = Math.floor(to.max * (n % 2 ? .5 : .9));"
            " to.dispatchEvent(new Event('input', { bubbles: true }));"
            " return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); }",
            n,
        )
    after = _metrics(tools.send("Performance.getMetrics"))
    scripts, tasks = (1000 * (after[name] - before[name]) / MOVES for name in ("ScriptDuration", "TaskDuration"))
    return scripts, tasks


def _metrics(told: dict[str, Any]) -> dict[str, float]:
    return {metric["name"]: metric["value"] for metric in told["metrics"]}


if __name__ == "__main__":
    main()
