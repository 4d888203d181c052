"""The command: one address that works, an end by Ctrl-C without complaint, and nothing for other machines without a
password."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result


def test_one_address_is_printed_at_once_and_an_interrupt_ends_it(case_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "marsad", "serve", str(case_path), "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": ""},
    )  # fmt: skip
    try:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        assert "/?token=" in address
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(), urllib.request.ProxyHandler({}))
        assert "marsad" in browser.open(address, timeout=20).read().decode()
        process.send_signal(signal.SIGINT)
        rest, complaints = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (process.returncode, rest, complaints) == (0, "", "")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
def test_other_machines_need_a_password(run: Callable[..., Result], case_path: Path, host: str) -> None:
    result = run("serve", case_path, "--host", host)
    assert result.exit_code == 2
    assert "--password" in result.output


def test_a_case_that_is_not_there_is_told(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("serve", tmp_path / "none.marsad")
    assert result.exit_code == 2
    assert "no such case" in result.output


def test_a_port_that_is_taken_is_told(run: Callable[..., Result], case_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", case_path, "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 1
    assert "--port" in result.output
