"""Bounded fuzzing, by seeds and by hypothesis; `make fuzz` goes on where this ends."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from types import FrameType

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz import texts
from tests.fuzz.__main__ import main
from tests.fuzz.checks import PUBLISHED, container, ingest, read
from tests.fuzz.forms import form
from tests.ingest import files

from marsad import Reader
from marsad.model.making import MAX_CHARACTERS

# A sentence again and again costs in proportion: four times as often at most so many times the calls.
FEW, TIMES, MOST = 20, 4, 6.0
HARD = st.text(alphabet=st.one_of(st.sampled_from(texts.LETTERS + texts.SIGNS + texts.INVISIBLE), st.characters()))


@pytest.mark.parametrize("kind", texts.KINDS[1:] + texts.KINDS[:1], ids=lambda kind: kind.__name__)
def test_what_is_read_holds(reader: Reader, kind: object) -> None:
    assert callable(kind)
    for seed in range(250):
        chance = Random(seed)
        read(reader, kind(chance), chance.choice(PUBLISHED))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HARD, st.sampled_from(PUBLISHED))
def test_any_characters(reader: Reader, text: str, published: str | None) -> None:
    read(reader, text, published)


def test_small_files_with_a_hostile_text(reader: Reader) -> None:
    for seed in range(1500):
        documents = ingest(*form(Random(seed)))
        if seed % 20 == 0:
            for document in documents:
                read(reader, document.text)


def test_damaged_files(reader: Reader) -> None:
    for seed in range(150):
        for document in ingest(*container(Random(seed))):
            read(reader, document.text)


def test_a_table_that_ends_the_program_which_parses_it() -> None:
    name, data = container(Random(13017))  # pyarrow ends its process on these statistics of a column
    assert name == "a.parquet"
    assert ingest(name, data) == []


def test_a_table_with_a_cell_that_is_no_text() -> None:
    name, data = container(Random(17025))
    assert name == "a.parquet"
    ingest(name, data)


def test_a_chat_whose_name_is_no_text() -> None:
    export = files.EVERY["result.json"]()
    damaged = export.replace(files.OUTLET.encode(), b"a\nb", 1)
    assert damaged != export
    assert [document.outlet for document in ingest("result.json", damaged)] == [None, None]


def test_an_archive_with_a_file_that_has_no_name() -> None:
    archive = files.zipped({"Z.txt": b"x", "a.txt": files.article(0).encode()}).replace(b"Z.txt", b"\0.txt")
    assert [document.text for document in ingest("a.zip", archive)] == [files.article(0)]


def test_what_stands_between_pages_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    ingest("a.warc", files.warc().replace(b"\r\n\r\nWARC", b"clear the screen\r\nWARC"))
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("text", ["أم", "حضرت أم", "قالت أم.", "رجل أخبر", "قال المتحدث باسم"])
def test_a_text_that_ends_where_a_name_could_begin(reader: Reader, text: str) -> None:
    read(reader, text)


@pytest.mark.parametrize("published", ["0001-01-01", "0001", "9999-12-31", "9999-12"])
def test_days_at_the_ends_of_the_calendar(reader: Reader, published: str) -> None:
    read(reader, "قصفت طائرة البلدة أمس، وقتل اثنان العام الماضي، ويعود الوفد بعد أسبوع أو غدا.", published)


@pytest.mark.parametrize("sentence", texts.sentences()[::40])
def test_no_sentence_costs_more_than_its_length(reader: Reader, sentence: str) -> None:
    few, many = (_calls(reader, f"{sentence} " * times) for times in (FEW, FEW * TIMES))
    assert many < MOST * few


def _calls(reader: Reader, text: str) -> int:
    """The calls that a reading makes: the same on every machine."""
    count = 0

    def counting(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    reader.read(text)  # what it remembers of words from now on is no cost of the text
    sys.setprofile(counting)
    try:
        reader.read(text)
    finally:
        sys.setprofile(None)
    return count


def test_a_long_line_is_read_up_to_the_limit() -> None:
    line = ("قصف " * 5_000_000).encode()  # 35 MB
    found = ingest("line.txt", line)
    (document,) = found
    assert MAX_CHARACTERS - 10 < len(document.text) <= MAX_CHARACTERS
    assert document.warnings


def test_the_command_goes_on_behind_its_log(tmp_path: Path) -> None:
    log = tmp_path / "fuzz.jsonl"
    log.write_text('{"batch": 6, "inputs": 1000, "escaped": []}\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["--inputs", "0", "--log", str(log)])
    assert result.exit_code == 0, result.output
    assert "1,000 inputs" in result.output
