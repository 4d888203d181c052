"""Broken and hostile files of every format: a clear error, what was read before stays, nothing else is raised."""

from __future__ import annotations

import gzip
import json
import random
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.ingest import files
from tests.ingest.files import article
from tests.ingest.test_documents import ingest, write
from tests.ingest.test_formats import faults

from marsad.errors import InputError
from marsad.ingest import SetAside, Skipped, archive, tables
from marsad.model import Document

ALLOWED = (Document, SetAside, Skipped, InputError)
# Each file of these starts a program of its own.
SLOW = {"a.pdf"}


def small(path: Path, data: bytes) -> list[str]:
    """The errors of a file, which must name it."""
    found = ingest(write(path, data))
    assert all(isinstance(f, ALLOWED) for f in found), found
    told = [str(f) for f in found if isinstance(f, InputError)]
    assert all(message.startswith(str(path)) for message in told)
    return told


@pytest.mark.parametrize("name", files.EVERY)
def test_a_file_cut_anywhere_gives_errors_and_documents_only(tmp_path: Path, name: str) -> None:
    data = files.EVERY[name]()
    places = random.Random(1).sample(range(1, len(data)), 2 if name in SLOW else 25)
    for place in places:
        small(tmp_path / name, data[:place])


@pytest.mark.parametrize("name", files.EVERY)
def test_a_file_with_damaged_bytes_gives_errors_and_documents_only(tmp_path: Path, name: str) -> None:
    chance = random.Random(2)
    for _ in range(2 if name in SLOW else 25):
        data = bytearray(files.EVERY[name]())
        for _ in range(chance.choice([1, 5, 50])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        small(tmp_path / name, bytes(data))


@pytest.mark.parametrize("name", files.EVERY)
@pytest.mark.parametrize("data", [b"", b"\n", b"\x00" * 100, b"\xff\xfe", b"\x89PNG\r\n\x1a\n" + bytes(range(256))])
def test_other_data_under_an_ending_is_an_error(tmp_path: Path, name: str, data: bytes) -> None:
    assert small(tmp_path / name, data)


@pytest.mark.parametrize(
    ("name", "says"),
    [("a.jsonl.gz", "unpacked"), ("a.warc.gz", "unpacked"), ("a.warc", "breaks off"), ("result.json", "breaks off"),
     ("list.json", "breaks off"), ("a.rss", "breaks off"), ("a.zip", "zip"), ("a.docx", "zip"),
     ("a.parquet", "Parquet")],
)  # fmt: skip
def test_what_is_cut_off_is_told(tmp_path: Path, name: str, says: str) -> None:
    data = files.EVERY[name]()
    assert says in small(tmp_path / name, data[:-30])[-1]


def test_what_stands_before_a_cut_is_read(tmp_path: Path) -> None:
    for name, data in {
        "a.warc": files.warc(),
        "a.rss": files.feed(3),
        "r.json": files.dumped(files.telegram(3)),
    }.items():
        found, told = faults(tmp_path / name, data[: int(len(data) * 0.8)])
        assert [d.text.endswith(article(0)) or article(0) in d.text for d in found][:1] == [True], name
        assert len(told) == 1


@pytest.mark.parametrize("entity", ['<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY x "نص مدسوس">'])
def test_entities_of_a_feed_are_not_resolved(tmp_path: Path, entity: str) -> None:
    data = files.feed(1).replace(b"<rss", f"<!DOCTYPE rss [{entity}]><rss".encode()).replace("قصف 0".encode(), b"&x;")
    found, _ = faults(tmp_path / "a.xml", data)
    assert all("مدسوس" not in d.text and Path("/etc/hostname").read_text().strip() not in d.text for d in found)


def test_entities_that_multiply_cost_nothing(tmp_path: Path) -> None:
    laughs = '<!ENTITY l0 "ها">' + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
    data = files.feed(1).replace(b"<rss", f"<!DOCTYPE rss [{laughs}]><rss".encode()).replace("قصف 0".encode(), b"&l12;")
    found = ingest(write(tmp_path / "a.xml", data))
    assert all(isinstance(f, ALLOWED) for f in found)
    assert all(len(f.text) < 2000 for f in found if isinstance(f, Document))
    body = files.paragraph("&l12;")
    docx = files.zipped({"word/document.xml": f"<!DOCTYPE w [{laughs}]><w {files.WORD}>{body}</w>".encode()})
    assert all(len(f.text) < 2000 for f in ingest(write(tmp_path / "a.docx", docx)) if isinstance(f, Document))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b'{"a":' * 100_000),
        ("a.json", b"[" * 100_000),
        ("a.json", b'[{"text":' * 50_000),
        ("a.jsonl", b'{"text": ' + b"[" * 100_000 + b"\n"),
        ("result.json", b'{"name": "x", "type": "c", "id": 1, "messages": [' + b'{"text": [' * 50_000),
        ("a.xml", b"<rss><channel><item>" + b"<a>" * 100_000),
        ("a.docx", files.zipped({"word/document.xml": b"<w:p>" * 100_000})),
    ],
)
def test_deep_nesting_is_an_error(tmp_path: Path, name: str, data: bytes) -> None:
    assert small(tmp_path / name, data)


def test_deep_pages_are_read_or_told(tmp_path: Path) -> None:
    data = b"<html><body>" + b"<div>" * 50_000 + article(0).encode()
    assert ingest(write(tmp_path / "a.html", data))
    assert (
        small(tmp_path / "m.html", files.telegram_page().replace(b'<div class="text">', b"<div>" * 20_000)) is not None
    )


@pytest.mark.parametrize("name", ["a.zip", "a.jsonl.gz"])
def test_a_bomb_is_stopped(tmp_path: Path, name: str) -> None:
    blank = b" " * 60_000_000
    data = files.zipped({"a.txt": blank}) if name == "a.zip" else gzip.compress(blank)
    (told,) = small(tmp_path / name, data)
    assert "bomb" in told


def test_a_word_bomb_is_stopped(tmp_path: Path) -> None:
    (told,) = small(tmp_path / "a.docx", files.word(files.paragraph(" " * 60_000_000)))
    assert "bomb" in told


def test_a_page_of_a_web_archive_that_is_a_bomb_is_told_by_its_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("marsad.ingest.warc.MAX_BYTES", 1_000_000)
    data = files.warc({"https://example.org/b": gzip.compress(b" " * 5_000_000)})
    data = data.replace(b"charset=utf-8\r\n", b"charset=utf-8\r\nContent-Encoding: gzip\r\n")
    length = len(data[data.index(b"HTTP/1.1") :]) - 4
    told = small(
        tmp_path / "a.warc", data.replace(data.split(b"Content-Length: ")[2].split(b"\r\n")[0], b"%d" % length)
    )
    assert "https://example.org/b" in told[0]
    assert "bomb" in told[0]


def test_archives_within_archives_and_all_they_hold_are_limited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nested = files.EVERY["a.txt"]()
    for _ in range(archive.MAX_NESTING + 1):
        nested = files.zipped({"a.txt": nested} if nested == files.EVERY["a.txt"]() else {"b.zip": nested})
    (told,) = small(tmp_path / "a.zip", nested)
    assert "unpack it" in told
    many = files.zipped({f"{n}.txt": article(n).encode() for n in range(20)}, zipfile.ZIP_STORED)
    monkeypatch.setattr(archive, "MAX_MEMBERS", 10)
    assert "more than 10 files" in small(tmp_path / "b.zip", many)[0]
    monkeypatch.undo()
    monkeypatch.setattr(archive, "MAX_TOTAL", 1000)
    assert "unpacks to more than" in small(tmp_path / "c.zip", many)[-1]


def test_what_is_encrypted_is_told(tmp_path: Path) -> None:
    locked = bytearray(files.zipped({"a.txt": article(0).encode()}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in small(tmp_path / "a.zip", bytes(locked))[0]
    assert "encrypted" in small(tmp_path / "a.pdf", files.pdf([article(0)], encrypted=True))[0]
    assert "encrypted" in small(tmp_path / "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)[0]


def test_a_scan_is_told(tmp_path: Path) -> None:
    assert "scan" in small(tmp_path / "a.pdf", files.pdf([" "]))[0]


def test_a_pdf_that_swells_is_stopped(tmp_path: Path) -> None:
    packer = zlib.compressobj(1)
    blank = b" " * 1_000_000
    packed = zlib.compress(b"".join(packer.compress(blank) for _ in range(1300)) + packer.flush())
    held = files.pdf([article(0)])
    stream = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >> stream\n%s\nendstream" % (len(packed), packed)
    start = held.index(b"4 0 obj ") + 8
    end = held.index(b" endobj", start)
    assert "memory" in small(tmp_path / "a.pdf", held[:start] + stream + held[end:])[0]


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROW", 100_000)
    data = f'text\n{article(0)}\n"{article(1)}\n'.encode() + f"{article(2)}\n".encode() * 2000
    found, told = faults(tmp_path / "a.csv", data)
    assert [d.text for d in found] == [article(0)]
    assert "never closed" in told[0]


def test_rows_with_too_many_cells_are_named(tmp_path: Path) -> None:
    found, told = faults(tmp_path / "a.csv", f"text,id\n{article(0)},1\nقال, ثم, صمت\n{article(1)},2\n".encode())
    assert len(found) == 2
    assert "row 3" in told[0]


def test_formulas_and_bidi_controls_in_cells_are_text(tmp_path: Path) -> None:
    cells = ["=1+1", "@x", "\u202eقصف\u202c"]
    found = ingest(write(tmp_path / "a.csv", "text\n" + "\n".join(cells)))
    assert [f.text for f in found if isinstance(f, Document)] == cells


def test_names_in_archives_that_would_command_a_terminal_are_shown_plain(tmp_path: Path) -> None:
    (document,) = ingest(write(tmp_path / "a.zip", files.zipped({"\x1b[2Jx\u202e.txt": article(0).encode()})))
    assert isinstance(document, Document)
    assert document.path
    assert "\x1b" not in document.path
    assert "\u202e" not in document.path


def test_values_of_wrong_kinds_in_exports_are_passed_over(tmp_path: Path) -> None:
    last = {"id": {}, "text": article(0), "date": 3, "type": "message"}
    odd = [1, None, {"text": 5}, {"text": [1, {"x": 2}]}, last]
    export = {"name": "x", "type": "public_channel", "id": 1, "messages": odd}
    found, _ = faults(tmp_path / "result.json", json.dumps(export).encode())
    assert [d.text for d in found] == [article(0)]
