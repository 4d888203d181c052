"""What is kept from one start to the next: the same as made anew, never stale, never more than a copy."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from marsad import Reader
from marsad.kept import kept, state_of
from marsad.lexicon.entry import Entry
from marsad.model.serialise import to_json

ARTICLE = "شنت طائرات غارات على بلدة خان شيخون صباح الثلاثاء، وقتل خمسة مدنيين. وقال مصدر طبي إن ثلاثة منهم أطفال."
ENTRY = Entry("غاره", "trigger", "noun")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


class Making:
    """Counts how often it is asked."""

    def __init__(self, made: object = ENTRY) -> None:
        self.times, self.made = 0, made

    def __call__(self) -> object:
        self.times += 1
        return self.made


def test_a_kept_reader_reads_as_a_new_one(folder: Path, reader: Reader) -> None:
    first = to_json(Reader().read(ARTICLE))
    assert [path.name.partition(".")[0] for path in folder.iterdir()] == ["reader"]
    second = to_json(Reader().read(ARTICLE))
    assert first == second == to_json(reader.read(ARTICLE))


def test_a_reader_of_a_users_own_words_is_not_kept(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    Reader(tmp_path / "own")
    assert not folder.exists()


def test_what_is_kept_is_made_once(folder: Path) -> None:
    make = Making()
    assert [kept("entry", make), kept("entry", make)] == [ENTRY, ENTRY]
    assert make.times == 1
    assert folder.stat().st_mode & 0o077 == 0


def test_nothing_is_kept_where_the_name_of_the_folder_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSAD_CACHE", "")
    make = Making()
    assert [kept("entry", make), kept("entry", make)] == [ENTRY, ENTRY]
    assert make.times == 2


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "file" / "cache"))
    assert kept("entry", Making()) == ENTRY


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda held: b"", id="empty"),
        pytest.param(lambda held: held[:-7], id="cut"),
        pytest.param(lambda held: held[:-1] + bytes([held[-1] ^ 1]), id="a bit turned"),
        pytest.param(lambda held: bytes(32) + held[32:], id="of another state"),
    ],
)
def test_a_damaged_file_is_made_again(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    kept("entry", Making())
    (path,) = folder.iterdir()
    held = path.read_bytes()
    path.write_bytes(damage(held))
    make = Making()
    assert kept("entry", make) == ENTRY
    assert make.times == 1
    assert path.read_bytes() == held


def test_a_file_that_names_other_code_is_not_run(folder: Path) -> None:
    kept("entry", Making(Touch(folder / "touched")))
    make = Making()
    assert kept("entry", make) == ENTRY
    assert make.times == 1
    assert not (folder / "touched").exists()


class Touch:
    """Pickled as a call that makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def test_the_call_would_be_made_by_pickle_itself(tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Touch(tmp_path / "touched")))
    assert (tmp_path / "touched").exists()


def test_the_state_is_that_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    table = tmp_path / "data" / "words.tsv"
    table.write_text("قصف")
    before = state_of([tmp_path])
    assert state_of([tmp_path]) == before
    table.write_text("قصف\tغارة")
    changed = state_of([tmp_path])
    (tmp_path / "data" / "more.tsv").touch()
    assert len({before, changed, state_of([tmp_path])}) == 3
