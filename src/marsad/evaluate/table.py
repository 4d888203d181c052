"""An evaluation as a table to read, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from marsad.evaluate.evaluation import Evaluation


def as_table(result: Evaluation) -> str:
    """A line for each figure: precision, recall, F1, and the counts."""
    return "\n".join(_lines(result))


def _lines(result: Evaluation) -> Iterator[str]:
    absent = len(result.without_record)
    yield f"{result.documents} documents" + (f", {absent} without a record" if absent else "")
    yield f"{'layer':<22}{'P':>8}{'R':>8}{'F1':>8}{'tp':>7}{'gold':>7}{'system':>8}"
    for name, f in result.figures.items():
        yield f"{name:<22}{f.p:>8.3f}{f.r:>8.3f}{f.f1:>8.3f}{f.tp:>7}{f.gold:>7}{f.system:>8}"


def as_json(result: Evaluation) -> str:
    """An array of one object a figure, with its name as `figure`."""
    rows = [{"figure": name, **asdict(figures)} for name, figures in result.figures.items()]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def disagreement_lines(result: Evaluation, layer: str) -> Iterator[str]:
    """A line for each disagreement of one layer: document, kind, item."""
    for found in result.disagreements:
        if found.layer == layer:
            yield f"{found.document} {found.kind} {json.dumps(found.item, ensure_ascii=False)}"
