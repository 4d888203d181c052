"""After a run: which figures have risen so far above their floors that the floors should follow."""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    advice = [
        value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == "advice"
    ]
    if advice:
        terminalreporter.section("floors that can rise (python tools/update_floors.py)")
        for line in advice:
            terminalreporter.write_line(str(line))
