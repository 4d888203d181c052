"""A real workbench on a real case: many who read, one who adds and one who reviews; a full disk; a case that may not be
written."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

from tests.conftest import ARTICLE

import marsad

MARSAD = [sys.executable, "-m", "marsad"]
READERS, ROUNDS, ADDED, DECISIONS = 6, 6, 12, 12
PAGES = (
    "/en/",
    "/en/documents",
    "/en/documents/1",
    "/en/search?q=قصف",
    "/en/why",
    "/en/events",
    "/en/map/data",
    "/ar/timeline",
)
Browser = Callable[..., tuple[int, str]]


@contextmanager
def serving(case: Path, before: list[str] | None = None, limit: int | None = None) -> Iterator[Browser]:
    """A workbench in a process of its own; gives what asks it for an address, or posts values to it."""

    def limited() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = subprocess.Popen(
        [*(before or []), *MARSAD, "serve", str(case), "--by", "samar"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=limited,
    )  # fmt: skip
    try:
        assert process.stdout
        first = process.stdout.readline().strip()
        home = first.partition("/?")[0]
        cookies = CookieJar()
        opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(cookies), urllib.request.ProxyHandler({})
        )

        def ask(path: str, values: Any = None) -> tuple[int, str]:
            address = urllib.request.quote(home + path, safe=":/?=&")
            body = None if values is None else json.dumps(values).encode()
            head = {"accept": "application/json", "content-type": "application/json", "x-csrf-token": token}
            request = urllib.request.Request(address, body, {} if values is None else {**head, "origin": home})
            try:
                with opener.open(request, timeout=60) as answer:
                    return answer.status, answer.read().decode()
            except urllib.error.HTTPError as error:
                return error.code, error.read().decode()

        token = ""
        opener.open(first, timeout=60).close()
        token = ask("/en/")[1].partition('name="csrf" content="')[2].partition('"')[0]
        yield ask
        process.terminate()
        _, complaints = process.communicate(timeout=60)
        assert "Traceback" not in complaints
    finally:
        process.kill()
        process.wait()


def test_many_who_read_while_one_adds_and_one_reviews(case_path: Path, tmp_path: Path) -> None:
    lines = tmp_path / "news.jsonl"
    rows = [{"id": f"d{n}", "text": f"{ARTICLE} وأصيب {n + 2} آخرون في اليوم نفسه."} for n in range(ADDED)]
    lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    with serving(case_path) as ask, ThreadPoolExecutor(READERS + 1) as many:
        adding = subprocess.Popen([*MARSAD, "add", str(case_path), str(lines), "--jobs", "1"], stderr=subprocess.PIPE)
        reading = [
            many.submit(lambda n=n: [ask(PAGES[(n + k) % len(PAGES)]) for k in range(ROUNDS)]) for n in range(READERS)
        ]
        decided = [
            ask("/en/documents/1/review", {"action": "comment", "items": ["e1"], "comment": f"no. {n}"})
            for n in range(DECISIONS)
        ]
        assert [(status, text[:200]) for status, text in decided if status != 200] == []
        answers = [answer for held in reading for answer in held.result()]
        assert [(status, text[:200]) for status, text in answers if status != 200] == []
        told = adding.communicate(timeout=120)[1]
        assert adding.returncode == 0, told
    with marsad.open_case(case_path) as case:
        assert case.query("PRAGMA integrity_check") == [("ok",)]
        assert [d.comment for d in case.history(1)] == [f"no. {n}" for n in range(DECISIONS)]
        assert {f"d{n}" for n in range(ADDED)} <= {d.id for d in case.documents()}


def test_a_full_disk_is_told_and_nothing_is_half_there(case_path: Path) -> None:
    with serving(case_path, limit=case_path.stat().st_size + 65_536) as ask:
        comment = {"action": "comment", "items": ["e1"], "comment": "x" * 2_000}
        statuses = [ask("/en/documents/1/review", comment)[0] for _ in range(60)]
        assert set(statuses) == {200, 507}
        status, said = ask("/en/documents/1/review", comment)
        assert (status, "disk is full" in said or "disk full" in said) == (507, True), said
        assert ask("/en/documents/1")[0] == 200
    with marsad.open_case(case_path, write=True) as case:
        assert case.query("PRAGMA integrity_check") == [("ok",)]
        assert len(case.history(1)) == statuses.count(200)


def test_a_case_that_may_not_be_written_is_read(case_path: Path, common: list[str]) -> None:
    case_path.chmod(0o444)
    case_path.parent.chmod(0o555)
    try:
        with serving(case_path, common) as ask:
            assert [ask(page)[0] for page in PAGES] == [200] * len(PAGES)
            status, said = ask("/en/documents/1/review", {"action": "accept", "items": ["e1"]})
            assert (status, "permissions" in said) == (403, True), said
    finally:
        case_path.parent.chmod(0o755)
