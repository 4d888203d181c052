"""Standard input has no ending: what comes through it tells its format."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result
from tests.conftest import ARTICLE

HTML = f"<!doctype html><html><body><article>{''.join(f'<p>{ARTICLE}</p>' for _ in range(3))}</article></body></html>"


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (ARTICLE.encode(), 1),
        (ARTICLE.encode("utf-16"), 1),
        (json.dumps({"text": ARTICLE}, indent=1).encode(), 1),
        (b"".join(json.dumps({"text": f"{ARTICLE} {n}"}).encode() + b"\n" for n in range(3)), 3),
        (b"\xef\xbb\xbf" + json.dumps({"text": ARTICLE}).encode(), 1),
        (HTML.encode(), 1),
    ],
    ids=["text", "utf-16", "json", "jsonl", "jsonl with a mark", "html"],
)
def test_a_pipe_tells_its_format(run: Callable[..., Result], data: bytes, count: int) -> None:
    result = run("read", "-", "--format", "jsonl", input=data)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert len(records) == count
    assert all(ARTICLE in record["text"] and record["source"]["path"] is None for record in records)


def test_an_empty_pipe_is_an_error(run: Callable[..., Result]) -> None:
    result = run("read", "-", input=b"")
    assert result.exit_code == 2
    assert "standard input: is empty" in result.stderr
