"""Every format: its documents, what is known of them, and the bytes that hold each alone."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.ingest import files
from tests.ingest.files import OUTLET, article
from tests.ingest.test_documents import ingest, write

from marsad.errors import InputError
from marsad.ingest import Given, SetAside
from marsad.ingest.formats import ENDINGS, READERS
from marsad.ingest.input import Input
from marsad.model import Document


def documents(path: Path, data: bytes, given: Given | None = None) -> list[Document]:
    found = ingest(write(path, data), given=given)
    assert all(isinstance(f, Document) for f in found), found
    return [f for f in found if isinstance(f, Document)]


def faults(path: Path, data: bytes) -> tuple[list[Document], list[str]]:
    found = ingest(write(path, data))
    assert not [f for f in found if isinstance(f, SetAside)]
    return [f for f in found if isinstance(f, Document)], [str(f) for f in found if isinstance(f, InputError)]


@pytest.mark.parametrize("name", files.EVERY)
def test_every_format_gives_its_documents_and_the_bytes_of_each(tmp_path: Path, name: str) -> None:
    found = documents(tmp_path / name, files.EVERY[name]())
    assert found
    for document in found:
        assert any(" ".join(article(n).split()) in " ".join(document.text.split()) for n in range(2)), document.text
        assert document.original
        assert document.sha256 == hashlib.sha256(document.original).hexdigest()
        assert document.extractor
        assert document.extractor_version
        assert document.format
        (again,) = READERS[document.format](Input(io.BytesIO(document.original)))
        assert not isinstance(again, InputError), again
        assert again.text in document.text


def test_every_ending_is_tried() -> None:
    tried = {Path(name).suffix for name in files.EVERY}
    assert {format for ending, format in ENDINGS.items() if ending in tried} == set(ENDINGS.values())


@pytest.mark.parametrize(
    "name", ["a.rss", "a.atom", "a.jsonl", "a.docx", "a.pdf", "a.warc", "a.zip", "list.json", "a.parquet"]
)
def test_a_pipe_tells_the_format(run: Callable[..., Result], name: str) -> None:
    result = run("read", "-", "--format", "jsonl", input=files.EVERY[name]())
    assert result.exit_code == 0, result.stderr
    assert all(article(0)[:60] in json.loads(line)["text"].replace("\n", " ") for line in result.stdout.splitlines())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
def test_a_table_tells_its_delimiter_encoding_and_columns(tmp_path: Path, delimiter: str, encoding: str) -> None:
    first, second = documents(tmp_path / "a.csv", files.table(2, delimiter, encoding))
    assert first.text == f"قصف 0\n\n{article(0)}"
    assert (second.id, second.outlet, second.published, second.published_basis) == ("n1", OUTLET, "2020-01-15", "given")
    assert first.original != second.original


def test_the_user_says_which_column_holds_what(run: Callable[..., Result], tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f"x1,x2,title\n{article(0).replace(',', ' ')},2020-01-15,غارة\n")
    failed = run("read", path)
    assert failed.exit_code == 2
    assert "--map text=COLUMN" in failed.stderr
    result = run("read", path, "--format", "jsonl", "--map", "text=x1", "--map", "published=x2")
    record = json.loads(result.stdout)
    assert record["text"].startswith("غارة\n\nقصفت")
    assert record["source"]["published"] == "2020-01-15"
    assert run("read", path, "--map", "body=x1").exit_code == 2


def test_a_quoted_cell_goes_over_lines_and_null_characters_go(tmp_path: Path) -> None:
    data = f'text,id\r\n"{article(0)}\r\nسطر ""آخر""",n0\r\n\r\nقصف\0ت القوات,n1\r\n'.encode()
    first, second = documents(tmp_path / "a.csv", data)
    assert first.text == f'{article(0)}\r\nسطر "آخر"'
    assert second.text == "قصفت القوات"
    assert [w.code for w in second.warnings] == ["encoding"]


@pytest.mark.parametrize("made", [files.feed, files.atom])
def test_a_feed_tells_title_date_address_and_outlet(tmp_path: Path, made: Callable[[], bytes]) -> None:
    first, _ = documents(tmp_path / "a.xml", made())
    assert first.text.endswith(article(0))
    assert (first.id, first.url, first.published, first.outlet) == ("n0", "https://example.org/0", "2020-01-15", OUTLET)
    assert first.title in ("قصف 0", "قصف & 0")


def test_a_message_of_telegram_tells_channel_day_and_origin(tmp_path: Path) -> None:
    held = files.telegram(forwarded_from="مرصد الزيتون", reply_to_message_id=1)
    first, second = documents(tmp_path / "result.json", files.dumped(held))
    assert (first.id, first.outlet, first.published) == ("telegram/77/2", "مرصد الزيتون", "2020-01-15")
    assert second.text == article(1)
    assert [w.code for w in first.warnings] == ["forwarded", "reply"]
    first, _ = documents(tmp_path / "messages.html", files.telegram_page(forwarded="مرصد الزيتون"))
    assert (first.outlet, first.published) == ("مرصد الزيتون", "2020-01-15")
    assert first.text == article(0)


def test_all_chats_of_an_account_are_read_and_persons_are_no_outlets(tmp_path: Path) -> None:
    person = {**files.telegram(1), "name": "شخص", "type": "personal_chat", "id": 5}
    export = {"about": "…", "chats": {"about": "…", "list": [files.telegram(2), person]}}
    found = documents(tmp_path / "result.json", json.dumps(export, indent=1, ensure_ascii=False).encode())
    assert [(d.id, d.outlet) for d in found] == [
        ("telegram/77/2", OUTLET),
        ("telegram/77/3", OUTLET),
        ("telegram/5/2", None),
    ]


def test_names_of_persons_in_chats_are_not_kept(tmp_path: Path) -> None:
    held = {
        **files.telegram(1, forwarded_from="سمير", forwarded_from_id="user5"),
        "name": "هناء",
        "type": "personal_chat",
    }
    (document,) = documents(tmp_path / "result.json", files.dumped(held))
    page = files.telegram_page(2).replace(f'class="from_name">{OUTLET}'.encode(), 'class="from_name">سمير'.encode(), 1)
    for told in [document, *documents(tmp_path / "messages.html", page)]:
        assert told.outlet is None
        assert not any(name in str((told.id, told.warnings)) for name in ("سمير", "هناء", OUTLET))


def test_tables_and_notes_of_a_word_document_are_read_and_deleted_words_are_not(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = f"<w:tbl><w:tr>{cell(files.paragraph('بنش'))}{cell(files.paragraph('3 قتلى'))}</w:tr></w:tbl>"
    deleted = "<w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del>"
    changed = f"<w:p>{deleted}<w:r><w:t>باق</w:t><w:tab/><w:t>هنا</w:t></w:r></w:p>"
    notes = f"<w:footnote>{files.paragraph('حاشية')}</w:footnote>"
    (document,) = documents(
        tmp_path / "a.docx", files.word(files.paragraph(article(0)) + row + changed, footnotes=notes)
    )
    assert document.text == f"{article(0)}\nبنش\t3 قتلى\nباق\tهنا\nحاشية"


def test_macros_are_told_and_stay_unread(tmp_path: Path) -> None:
    (document,) = documents(tmp_path / "a.docm", files.word(files.paragraph(article(0)), vbaProject=b"Sub AutoOpen()"))
    assert [w.code for w in document.warnings] == ["macros"]
    assert document.text == article(0)


def test_the_lines_of_a_pdf_are_read_from_right_to_left_and_numbers_are_not(tmp_path: Path) -> None:
    line = "قتل 21 شخصا (بينهم 3) في 02/1/51 قرب HCRNU أمس"  # noqa: RUF100 - numbers and names as they are drawn
    (document,) = documents(tmp_path / "a.pdf", files.pdf([line]))
    assert document.text == "قتل 12 شخصا )بينهم 3( في 15/1/20 قرب UNRCH أمس"


def test_presentation_forms_and_reversed_letters_of_a_pdf_are_repaired(tmp_path: Path) -> None:
    (forms,) = documents(tmp_path / "a.pdf", files.pdf(["ﻗﺼﻔﺖ ﻗﻮات اﻟﻨﻈﺎم ﺑﻠﺪة ﺑﻨﺶ"]))
    assert forms.text == "قصفت قوات النظام بلدة بنش"
    assert "presentation-forms" in [w.code for w in forms.warnings]
    (turned,) = documents(tmp_path / "b.pdf", files.pdf([article(0)[:60]], visual=False))
    assert turned.text == article(0)[:60].strip()
    assert "reversed" in [w.code for w in turned.warnings]


def test_a_web_archive_gives_its_pages_and_passes_over_the_rest(tmp_path: Path) -> None:
    first, second = documents(tmp_path / "a.warc", files.warc())
    assert (first.url, second.url) == ("https://example.org/0", "https://example.org/1")
    assert first.retrieved == "2020-01-16T08:00:00Z"
    pictures = files.warc({"https://example.org/x": b"GIF8"}, kind="image/gif")
    failed = files.warc({"https://example.org/y": b"<p>gone</p>"}, status="404 Not Found")
    assert len(documents(tmp_path / "b.warc", files.warc() + pictures + failed)) == 2


def test_files_of_an_archive_bear_its_name_and_others_are_told(tmp_path: Path) -> None:
    held = {"../../etc/x.txt": article(0).encode(), "b.png": b"\x89PNG", "__MACOSX/c.txt": b"x", ".d.txt": b"x"}
    document, skipped = ingest(write(tmp_path / "a.zip", files.zipped(held)))
    assert isinstance(document, Document)
    assert document.path == f"{tmp_path / 'a.zip'}/../../etc/x.txt"
    assert getattr(skipped, "names", None) == ("b.png",)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_what_a_list_of_json_holds_besides_documents_is_named(tmp_path: Path) -> None:
    found, told = faults(tmp_path / "a.json", files.dumped([{"text": article(0)}, 3, {"x": 1}, {"text": article(1)}]))
    assert [d.text for d in found] == [article(0), article(1)]
    assert ["object 2" in told[0], "object 3" in told[1]] == [True, True]


def test_a_missing_extra_is_named_with_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for name, module in [
        ("a.pdf", "pdfminer.pdfpage"),
        ("a.warc", "warcio.archiveiterator"),
        ("a.parquet", "pyarrow.parquet"),
    ]:
        data = files.EVERY[name]()
        monkeypatch.setitem(sys.modules, module, None)
        ((), (told,)) = faults(tmp_path / name, data)
        assert f"pip install 'marsad[{name[2:]}]'" in told


@pytest.mark.parametrize("extra", range(4))
def test_a_long_input_is_told_by_its_first_bytes_wherever_they_end(tmp_path: Path, extra: int) -> None:
    padding = "x" * extra + article(0) * 3000
    for name, data in {
        "a.json": files.dumped([{"text": padding}]),
        "a.csv": f"text,id\n{padding},1\n".encode(),
    }.items():
        (document,) = documents(tmp_path / name, data)
        assert (document.text, document.encoding, document.warnings) == (padding, "utf-8", ())
