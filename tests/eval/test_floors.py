"""The quality gate: no figure below its floor, no figure without one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.eval.floors import MARGIN, dump, floor_of, follow, load
from tests.eval.measuring import SETS, AbsentError, Figures, measure, parse

FLOORS = load()
# Above its floor by more than this, a figure is worth holding: the test run says so.
ADVICE = 0.03


def measured(name: str) -> Figures:
    try:
        return measure(name)
    except AbsentError as absent:
        if name == "samples":
            raise
        pytest.skip(f"NOT MEASURED: {name}: {absent}")


# One test a set, so that a set is measured by one worker only.
@pytest.mark.parametrize("name", SETS)
def test_no_figure_of_a_set_is_below_its_floor(name: str, record_property: Callable[[str, object], None]) -> None:
    values, floors = measured(name), FLOORS.get(name, {})
    for figure, value in values.items():
        if value > floors.get(figure, value) + ADVICE:
            record_property("advice", f"{name}: {figure} is {value:.3f}, its floor {floors[figure]:.3f}: raise it")
    below = [
        f"{name}:{figure} is {values.get(figure, 0.0):.3f}, below its floor of {floor:.3f}"
        for figure, floor in floors.items()
        if values.get(figure, 0.0) < floor
    ]
    assert not below, "\n".join(
        [
            *below,
            "Mend it, or lower a floor on purpose (python tools/update_floors.py --lower SET:FIGURE) "
            "and say why in the commit.",
        ]
    )
    assert list(values) == list(floors), "figures without a floor, or the reverse: run python tools/update_floors.py"


@pytest.mark.parametrize(("value", "floor"), [(1.0, 0.995), (0.8, 0.795), (0.6667, 0.661), (0.003, 0.0), (0.0, 0.0)])
def test_a_floor_is_a_margin_below_what_was_measured(value: float, floor: float) -> None:
    assert MARGIN == 0.005
    assert floor_of(value) == floor


def test_floors_survive_being_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(dump(FLOORS), encoding="utf-8")
    assert load(path) == FLOORS


def test_floors_rise_by_themselves_and_fall_only_where_told() -> None:
    old = {"risen": 0.5, "fallen": 0.5, "let fall": 0.5, "within the margin": 0.5, "gone": 0.5}
    measured = {"risen": 0.7, "fallen": 0.4, "let fall": 0.4, "within the margin": 0.502, "new": 0.3}
    new, kept = follow("s", old, measured, ["s:let fall", "other:fallen"])
    assert new == {"risen": 0.695, "fallen": 0.5, "let fall": 0.395, "within the margin": 0.5, "new": 0.295}
    assert kept == ["fallen"]


PRINTED = """\
toponyms: 4 documents, 0 without a record
names resolved 3/4 = 0.750
  IQ           1/2 = 0.500
  not a place  2/2 = 1.000
"""


@pytest.mark.parametrize(
    ("printed", "figures"),
    [
        (PRINTED, {"names resolved": 0.75, "not a place": 1.0}),
        (
            "times: …\nfound 9/10 = 0.900   value right 8/10 = 0.800\n  HeidelTime 1/2 = 0.5",
            {"found": 0.9, "value right": 0.8},
        ),
        ("q: …\nbounds, unit, rate   P 0.900 R 0.800 F1 0.847", {"bounds, unit, rate": 0.847}),
        ("g: …\nyes v easy no                  P 0.500 R 0.400 F1 0.444  (yes 5, no 5)", {"yes v easy no": 0.444}),
    ],
)
def test_figures_are_read_from_what_the_yardsticks_print(printed: str, figures: Figures) -> None:
    assert parse(printed) == figures
