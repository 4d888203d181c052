"""Files, folders and lines to documents, and what is said of those that can't be read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ARTICLE

from marsad.errors import InputError
from marsad.ingest import Given, Ingest, SetAside, Skipped
from marsad.model import Document


def ingest(*paths: Path, given: Given | None = None) -> list[Document | SetAside | Skipped | InputError]:
    return list(Ingest(given or Given()).read([str(p) for p in paths]))


def one(path: Path, given: Given | None = None) -> Document:
    (document,) = ingest(path, given=given)
    assert isinstance(document, Document), document
    return document


def write(path: Path, content: str | bytes | dict[str, Any]) -> Path:
    path.write_bytes(
        content
        if isinstance(content, bytes)
        else (content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)).encode("utf-8")
    )
    return path


def test_a_text_file_is_one_document_named_by_its_content(tmp_path: Path) -> None:
    document = one(write(tmp_path / "a.txt", ARTICLE))
    assert document.text == ARTICLE
    assert document.id == one(write(tmp_path / "b.txt", ARTICLE)).id
    assert document.sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert document.published is document.published_basis is document.retrieved is None


def test_line_ends_and_marks_of_a_text_file_stay_as_they_are(tmp_path: Path) -> None:
    text = "قَصَفَ الجيشُ\r\nبنش \u200f(إدلب)\t.\r\n"
    assert one(write(tmp_path / "a.txt", text)).text == text


def test_a_json_document_keeps_what_it_states(tmp_path: Path) -> None:
    fields = {
        "id": "n-1",
        "text": ARTICLE,
        "outlet": "وكالة",
        "published": "2020-01-15",
        "url": "https://example.org/1",
    }
    document = one(write(tmp_path / "a.json", fields), Given("1999-01-01", "أخرى"))
    assert (document.id, document.outlet, document.published, document.published_basis) == (
        "n-1",
        "وكالة",
        "2020-01-15",
        "given",
    )
    assert document.url == "https://example.org/1"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("عنوان", "نص الخبر", "عنوان\n\nنص الخبر"),
        ("عنوان", "عنوان\n\nنص الخبر", "عنوان\n\nنص الخبر"),
        (" عنوان ", "\n عنوان ونص", "\n عنوان ونص"),
        (None, "نص الخبر", "نص الخبر"),
        ("", "نص الخبر", "نص الخبر"),
    ],
)
def test_a_title_stands_before_a_text_that_does_not_begin_with_it(
    tmp_path: Path, title: str | None, text: str, expected: str
) -> None:
    assert one(write(tmp_path / "a.json", {"title": title, "text": text})).text == expected


def test_what_the_user_gives_stands_where_the_document_is_silent(tmp_path: Path) -> None:
    document = one(write(tmp_path / "a.txt", ARTICLE), Given("2020-01-15", "وكالة"))
    assert (document.published, document.published_basis, document.outlet) == ("2020-01-15", "given", "وكالة")


def test_a_date_that_is_none_is_left_out_with_a_warning(tmp_path: Path) -> None:
    document = one(write(tmp_path / "a.json", {"text": ARTICLE, "published": "15/1/2020"}))
    assert document.published is None
    assert [w.code for w in document.warnings] == ["date"]


def test_a_field_of_another_kind_is_left_out_with_a_warning(tmp_path: Path) -> None:
    document = one(write(tmp_path / "a.json", {"text": ARTICLE, "title": ["x"], "id": 7}))
    assert (document.id, document.title) == ("7", None)
    assert [w.code for w in document.warnings] == ["field"]


def test_halves_of_characters_are_replaced(tmp_path: Path) -> None:
    document = one(write(tmp_path / "a.json", rb'{"text": "\ud83d\ude00 \ud83d x", "title": "\udc00"}'))
    assert document.text == "\ufffd\n\n\U0001f600 \ufffd x"
    assert [w.code for w in document.warnings] == ["encoding"]


def test_broken_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    good = json.dumps({"text": ARTICLE}, ensure_ascii=False)
    lines = [
        good,
        '{"text": ',
        "",
        '["a"]',
        '{"x": "x"}',
        '{"text": 3}',
        '{"text": " "}',
        good.replace("بنش", "سرمين"),
    ]
    found = ingest(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert [type(f).__name__ for f in found] == ["Document"] + ["BrokenDocumentError"] * 5 + ["Document"]
    told = [str(f) for f in found if isinstance(f, InputError)]
    for part, message in zip(["line 2", "line 4", "line 5", "line 6", "has no text"], told, strict=True):
        assert part in message
        assert str(tmp_path / "a.jsonl") in message


def test_a_line_may_be_in_another_encoding_than_the_rest(tmp_path: Path) -> None:
    lines = [json.dumps({"text": ARTICLE + n}, ensure_ascii=False) for n in "12"]
    data = lines[0].encode("utf-8-sig") + b"\r\n" + lines[1].encode("cp1256")
    first, second = ingest(write(tmp_path / "a.jsonl", data))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, second.text) == (ARTICLE + "1", ARTICLE + "2")
    assert second.encoding == "windows-1256"


def test_documents_of_one_id_are_told_apart(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": "a", "text": f"نص {n}"}, ensure_ascii=False) for n in range(3))
    documents = [d for d in ingest(write(tmp_path / "a.jsonl", lines)) if isinstance(d, Document)]
    assert [d.id for d in documents] == ["a", "a#2", "a#3"]
    assert [[w.code for w in d.warnings] for d in documents] == [[], ["duplicate-id"], ["duplicate-id"]]


def test_a_name_that_looks_like_a_numbered_one_is_no_second_of_it(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": i, "text": "نص"}, ensure_ascii=False) for i in ["a", "a#2", "a"])
    documents = [d for d in ingest(write(tmp_path / "a.jsonl", lines)) if isinstance(d, Document)]
    assert len({d.id for d in documents}) == 3


def test_a_folder_is_read_deep_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.txt", "a/k/x.json", ".hidden/h.txt", "c.rtf", "notes.md", ".x.txt"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, {"text": name} if name.endswith("json") else name)
    skipped, *documents = ingest(tmp_path)
    assert skipped == Skipped(str(tmp_path), ("c.rtf", "notes.md"))
    assert [d.text for d in documents if isinstance(d, Document)] == ["b.txt", "a/z.txt", "a/k/x.json"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t ", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.json", b"", "is empty"),
        ("a.txt", b"%PDF-1.4 \x00\x01", "looks like a PDF"),
        ("a.html", b"\x89PNG\r\n\x1a\n\x00", "looks like a picture"),
        ("a.jsonl", b"PK\x03\x04\x00\x00\n", "looks like a zip"),
        ("a.json", b'{"text": "x"', "not valid JSON"),
        ("a.json", b"[]", "empty list"),
        ("a.json", b'"x"', ".jsonl"),
        ("a.json", b'{"text": "x"}\n{"text": "y"}', "name it .jsonl"),
        ("a.json", b'{"title": "x", "corpus": "y"}', "title, corpus"),
        ("a.json", b"[" * 100_000, "not valid JSON"),
        ("a.rtf", b"{\\rtf", "save it as"),
        ("a.xyz", b"x", ".jsonl"),
        ("noending", b"x", "without an ending"),
        ("a.html", b"<html><body><script>var x = 1;</script></body></html>", "no article text"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = write(tmp_path / name, content)
    (error,) = ingest(path)
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{path}: ")
    assert says in str(error)


def test_a_missing_path_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    missing, empty = ingest(tmp_path / "none.txt", tmp_path)
    assert "no such file" in str(missing)
    assert "holds no file" in str(empty)


def test_a_text_above_the_limit_is_cut_between_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from marsad.model.making import make_document

    document = make_document("قصف الجيش بنش " * 10, limit=100)
    assert len(document.text) <= 100
    assert document.text.split()[-1] in {"قصف", "الجيش", "بنش"}
    assert [w.code for w in document.warnings] == ["cut"]


def test_the_same_input_gives_the_same_documents(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", ARTICLE.encode("cp1256"))
    write(tmp_path / "b.json", {"text": ARTICLE, "id": "b"})
    assert ingest(tmp_path) == ingest(tmp_path)


def test_a_document_carries_the_bytes_that_it_alone_was_read_from(tmp_path: Path) -> None:
    lines = [json.dumps({"text": ARTICLE + n}, ensure_ascii=False).encode() for n in "12"]
    write(tmp_path / "a.jsonl", b"\r\n".join(lines))
    write(tmp_path / "b.txt", ARTICLE)
    documents = [d for d in ingest(tmp_path) if isinstance(d, Document)]
    assert [d.original for d in documents] == [*lines, ARTICLE.encode()]
    assert [d.format for d in documents] == ["jsonl", "jsonl", "txt"]
    assert all(d.extractor == "marsad" and d.extractor_version for d in documents)
    assert all(d.original and d.sha256 == hashlib.sha256(d.original).hexdigest() for d in documents)


def test_a_longer_text_that_is_not_arabic_is_set_aside(tmp_path: Path) -> None:
    english = "The army shelled the town on Monday, residents said. "
    short, long = ingest(write(tmp_path / "a.txt", english), write(tmp_path / "b.txt", english * 30))
    assert isinstance(short, Document)
    assert isinstance(long, SetAside)
    assert long.document.text == english * 30
    assert "b.txt" in long.message
    assert "not an Arabic text" in long.message


def test_a_field_may_bear_another_name_and_the_user_may_say_which(tmp_path: Path) -> None:
    held = {"العنوان": "قصف", "المحتوى": ARTICLE, "Publish-Date": "2020-01-15", "note": "قيل"}
    path = write(tmp_path / "a.json", held)
    document = one(path)
    assert (document.title, document.published) == ("قصف", "2020-01-15")
    assert document.text.endswith(ARTICLE)
    assert one(path, Given(columns={"text": "note"})).text == "قصف\n\nقيل"
    (error,) = ingest(path, given=Given(columns={"text": "body"}))
    assert "no column 'body'" in str(error)
