"""The measurement of the workbench: it asks every page, and its invented reports hold what is measured."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import marsad
from benchmarks import workbench
from marsad.serve.pages import PAGES


def test_every_page_is_measured() -> None:
    assert {page.path for page in PAGES if page.path} - {"/add"} <= {path.partition("?")[0] for path in workbench.PAGES}


def test_its_reports_hold_events_and_reasons(reader: marsad.Reader) -> None:
    drawn, day = random.Random(3), date(2019, 5, 7)
    text = " ".join(
        workbench.sentence(pattern, drawn, day, ["منبج", "تلعفر"]) for pattern in (*workbench.ACTS, *workbench.REASONS)
    )
    record = reader.read(text, published="2019-05-10")
    assert len(record.events) >= len(workbench.ACTS)
    assert {event.date for event in record.events} >= {"2019-05-07", "2019-05"}
    assert record.reasons


def test_the_header_of_times_is_read() -> None:
    assert workbench.timing("page;dur=12.5, cpu;dur=3.0") == {"page": 12.5, "cpu": 3.0}


def test_a_case_is_filled_in(tmp_path: Path, reader: marsad.Reader) -> None:
    path = tmp_path / "c.marsad"
    with marsad.open_case(path, write=True) as case:
        case.store(reader.read("قصف الجيش مدينة منبج يوم 7 أيار 2019 وقتل ثلاثة مدنيين.", outlet="س"), b"")
    with marsad.open_case(path) as case:
        assert set(workbench.filled(case)) == set(re.findall("[A-Z]+", " ".join(workbench.PAGES)))
