"""Tasks whose process dies are run again; one that always dies fails alone."""

from __future__ import annotations

from pathlib import Path

from tests.scale.dying import Dying, perform

from marsad.scale.running import ATTEMPTS, Local


def test_a_task_whose_process_dies_is_run_again(tmp_path: Path) -> None:
    tasks = [Dying(tmp_path, f"t{n}", deaths=1 if n == 1 else 0) for n in range(4)]
    assert sorted((task.name, why) for task, why in Local(2).run(perform, tasks)) == [(t.name, None) for t in tasks]
    assert all((tmp_path / task.name).exists() for task in tasks)


def test_a_task_that_always_dies_costs_no_other(tmp_path: Path) -> None:
    tasks = [Dying(tmp_path, f"t{n}", deaths=9 if n == 0 else 0) for n in range(3)]
    ended = {task.name: why for task, why in Local(2).run(perform, tasks)}
    assert (ended["t1"], ended["t2"], f"died {ATTEMPTS} times" in str(ended["t0"])) == (None, None, True)


def test_a_task_that_fails_tells_why(tmp_path: Path) -> None:
    (ended,) = Local().run(perform, [Dying(tmp_path / "none", "t")])
    assert "No such file" in str(ended[1])
