#!/usr/bin/env python3
"""How adding to a case grows with the number of documents, and how fast its questions are answered.

    python benchmarks/case.py                                        10,000 documents made of the samples
    python benchmarks/case.py --documents 2000 --svg docs/case.svg   with a plot
    python benchmarks/case.py --ask news.marsad                      questions only, of a case that is there

The documents are made of sentences of marsad's own samples, drawn anew for each, with other numbers and places in
them. They are read by one process, so that processor time tells what the work costs whatever else the machine does."""

from __future__ import annotations

import json
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

import marsad
from marsad.case import Case, Selection
from marsad.case.adding import Adding
from marsad.ingest import Ingest
from marsad.model import Document

SAMPLES = Path(marsad.__file__).parent / "samples"
PLACES = (
    "سراقب",
    "منبج",
    "الرستن",
    "تلعفر",
    "بعقوبة",
    "الخالدية",
    "المخا",
    "زنجبار",
    "درنة",
    "مرزق",
    "الفاشر",
    "نيالا",
)
_NUMBER = re.compile(r"\d+")
STEPS = 20


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    ") if __doc__ else None)
@click.option("--documents", default=10_000, show_default=True)
@click.option("--svg", type=click.Path(path_type=Path), help="Draw processor time against documents here.")
@click.option("--ask", type=click.Path(exists=True, path_type=Path), help="Measure the questions of this case alone.")
def main(documents: int, svg: Path | None, ask: Path | None) -> None:
    if ask:
        _print_questions(ask)
        return
    with tempfile.TemporaryDirectory() as folder:
        path, given = Path(folder, "c.marsad"), Path(folder, "made.jsonl")
        words = _make(given, documents)
        points = _add(path, given, documents)
        total, seconds = points[-1]
        quarter = points[STEPS // 4][1]
        last = seconds - points[-1 - STEPS // 4][1]
        click.echo(
            f"{total:,} documents, {words:,} words: {seconds:.1f} s of processor time, peak {_megabytes():,.0f} MB,"
        )
        click.echo(
            f"{path.stat().st_size / 1e6:.1f} MB of file; the last quarter took {last / quarter:.2f} times the first"
        )
        if svg:
            svg.write_text(plot(points), encoding="utf-8")
        _print_questions(path)


def _make(path: Path, count: int) -> int:
    """Write the documents; how many words they have."""
    drawn = random.Random(7)
    sentences = [
        document.text[span.start : span.end]
        for document in Ingest().read([str(SAMPLES)])
        if isinstance(document, Document)
        for span in marsad.read(document.text).sentences
    ]
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            chosen = (_varied(sentence, drawn) for sentence in drawn.sample(sentences, 5))
            text = "\n".join(chosen)
            words += len(text.split())
            day = f"2020-{drawn.randint(1, 12):02}-{drawn.randint(1, 28):02}"
            row = {"id": f"made-{n}", "text": text, "published": day, "outlet": f"outlet {drawn.randint(1, 40)}"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return words


def _varied(sentence: str, drawn: random.Random) -> str:
    """The sentence with other numbers, and places in the stead of every seventh word or so."""
    sentence = _NUMBER.sub(lambda _: str(drawn.randint(2, 90)), sentence)
    return " ".join(drawn.choice(PLACES) if drawn.random() < 0.15 else word for word in sentence.split())


def _add(path: Path, given: Path, count: int) -> list[tuple[int, float]]:
    """Documents stored and the processor time that it took so far, at equal steps."""
    marsad.read("")  # loading is no part of what grows
    points = [(0, 0.0)]
    done = 0
    with marsad.open_case(path, write=True) as case:
        start = time.process_time()
        for _ in Adding(case).add(("", item) for item in Ingest(apart=False).read([str(given)])):
            done += 1
            if done >= (len(points)) * count / STEPS:
                points.append((done, time.process_time() - start))
    return points


def _print_questions(path: Path) -> None:
    questions: dict[str, Callable[[Case], Any]] = {
        "events of one actor": lambda case: case.events(Selection(actor="islamic_state")),
        "events of one country and month": lambda case: case.events(
            Selection(place="SY", since="2015-07-01", until="2015-07-31")
        ),
        "reasons, all": lambda case: case.reasons(),
        "search, one word": lambda case: case.search("قصف"),
        "search, a phrase": lambda case: case.search('"قوات النظام"'),
        "documents by outlet and origin": lambda case: case.query(
            "SELECT outlet, count(*), count(DISTINCT origin) FROM document GROUP BY outlet"
        ),
        "reasons by actor and category": lambda case: case.query(
            "SELECT actor, category, count(*), count(DISTINCT origin) FROM reasons GROUP BY 1, 2"
        ),
    }
    click.echo("\n| question | answers | ms of processor time, warm |\n|---|---:|---:|")
    with marsad.open_case(path) as case:
        for name, ask in questions.items():
            found = ask(case)
            taken = []
            for _ in range(5):
                start = time.process_time()
                ask(case)
                taken.append(time.process_time() - start)
            click.echo(f"| {name} | {len(found):,} | {1000 * min(taken):.0f} |")


def plot(points: list[tuple[int, float]], width: int = 640, height: int = 320) -> str:
    """Seconds against documents as SVG, with the straight line from the first to the last point."""
    left, low = 60, 40
    most, longest = points[-1]

    def at(documents: float, seconds: float) -> str:
        x = left + documents / most * (width - left - 20)
        y = height - low - seconds / longest * (height - low - 20)
        return f"{x:.1f},{y:.1f}"

    def label(x: str, y: str, anchor: str, text: str) -> str:
        return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>'

    line = " ".join(at(*point) for point in points)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"',
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
        f'<polyline points="{at(0, 0)} {at(most, longest)}" stroke="#bbb" stroke-dasharray="4" fill="none"/>',
        f'<polyline points="{line}" stroke="#1f5f8b" stroke-width="2" fill="none"/>',
        label(str(width / 2), str(height - 6), "middle", "documents in the case"),
        label(str(left + 8), "14", "start", "seconds of processor time"),
    ]
    for k in range(5):
        x, y = at(most * k / 4, longest * k / 4).split(",")
        parts.append(label(x, str(height - 22), "middle", f"{most * k // 4:,}"))
        parts.append(label(str(left - 8), y, "end", f"{longest * k / 4:.0f}"))
    return "".join(parts) + "</svg>\n"


def _megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1000)


if __name__ == "__main__":
    main()
