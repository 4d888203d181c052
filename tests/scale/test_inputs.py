"""Files elsewhere, as Daft reads them: a server on this machine stands for an object store."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pandas
import pytest
from tests.scale.articles import articles, write_lines
from tests.scale.conftest import Scale, records, side

from marsad.ingest import Ingest
from marsad.model import Document
from marsad.scale.inputs import InputFile, files, opened


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing on standard error."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of tmp_path/stored."""
    (tmp_path / "stored").mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path / "stored"))) as held:
        thread = threading.Thread(target=held.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{held.server_port}"
        held.shutdown()
        thread.join()


def test_a_stored_file_is_read_as_a_local_one(scale: Scale, out: Path, tmp_path: Path, server: str) -> None:
    path = write_lines(tmp_path / "stored" / "a.jsonl", articles(4, 2))
    scale(f"{server}/a.jsonl")
    told = {document.id: document.text for document in Ingest().read([str(path)])}  # type: ignore[union-attr]
    assert {id: record.text for id, record in records(out).items()} == told  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["a.parquet", "a.csv", "a.jsonl.gz", "a.warc.gz"])
def test_every_kind_of_stored_file_gives_what_the_local_one_does(
    scale: Scale, out: Path, tmp_path: Path, server: str, name: str
) -> None:
    path = tmp_path / "stored" / name
    WRITERS[name.partition(".")[2]](path, articles(3, 3))
    figures = scale(f"{server}/{name}")
    told = [document.text for document in Ingest().read([str(path)]) if isinstance(document, Document)]
    assert (sorted(record.text for record in records(out).values()), len(told)) == (sorted(told), 3)  # type: ignore[attr-defined]
    assert (figures.bad, figures.failed) == (0, ())


def _warc(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("wb") as file:
        for row in rows:
            page = f"<html><body><article><p>{row['text']}</p></article></body></html>"
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
            head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.example/{row['id']}\r\n"
            file.write(gzip.compress(f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"))


WRITERS: dict[str, Callable[[Path, list[dict[str, str]]], object]] = {
    "parquet": lambda path, rows: pandas.DataFrame(rows).to_parquet(path),
    "csv": lambda path, rows: pandas.DataFrame(rows).to_csv(path, index=False),
    "jsonl.gz": lambda path, rows: path.write_bytes(gzip.compress(write_lines(path, rows).read_bytes())),
    "warc.gz": _warc,
}


def test_a_file_that_is_not_there_is_told_and_tried_again(scale: Scale, out: Path, tmp_path: Path, server: str) -> None:
    path = write_lines(tmp_path / "a.jsonl", articles(2, 2))
    figures = scale(path, f"{server}/none.jsonl")
    assert (figures.records, len(figures.failed), side(out, "bad")) == (2, 1, [])
    write_lines(tmp_path / "stored" / "none.jsonl", articles(4, 2)[2:])
    again = scale(path, f"{server}/none.jsonl")
    assert (again.records, again.failed) == (4, ())


def test_patterns_name_many_files(tmp_path: Path) -> None:
    for name in ("2016/b.jsonl", "2016/a.warc.gz", "2017/c.csv", "2016/page.svg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = list(files([f"file://{tmp_path}/2016/*"]))
    assert [Path(item.address).name for item in found if isinstance(item, InputFile)] == ["a.warc.gz", "b.jsonl"]
    assert [item.message.count("page.svg") for item in found if not isinstance(item, InputFile | Exception)] == [1]


def test_a_stored_file_can_be_read_in_any_order(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"one\ntwo\nthree\n")
    (file,) = files([f"file://{tmp_path}/a.jsonl"])
    assert isinstance(file, InputFile)
    with opened(file) as stream:
        assert (stream.readline(), stream.seek(8), stream.read(), stream.seek(0), stream.read(3)) == (
            b"one\n", 8, b"three\n", 0, b"one",
        )  # fmt: skip


def test_standard_input_has_no_partitions(scale: Scale) -> None:
    assert ["can't be read in partitions" in told for told in scale("-").failed] == [True]
