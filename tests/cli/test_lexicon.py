"""`marsad lexicon`: find, add, import, check, and that what it writes is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from marsad import Reader

Run = Callable[..., Result]
COLUMNS = "key,english,arabic,aliases,type,country,parent,since,until"
OWN_TYPE = """event_types:
  drone_attack:
    en: Drone attack
    ar: هجوم بالمسيرات
    means: An unmanned aircraft strikes.
    violent: true
    plover: ASSAULT
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The user's folder that is used when none is named."""
    return tmp_path / "config" / "marsad"


def found(run: Run, *args: str | Path) -> list[dict[str, object]]:
    answer: list[dict[str, object]] = json.loads(run("lexicon", "find", *args, "--format", "json").output)
    return answer


@pytest.mark.parametrize("name", ["hamas", "حماس", "حركه حماس", "Hamas", "HAMAS", "حركة المقاومة الإسلامية"])
def test_find_by_key_name_and_alias(run: Run, name: str) -> None:
    assert found(run, name)[0]["key"] == "hamas"


def test_find_by_part_of_a_name(run: Run) -> None:
    assert "ahrar_al_sham" in [a["key"] for a in found(run, "Ahrar")]


def test_find_the_closest_spelling(run: Run) -> None:
    assert "hezbollah" in [a["key"] for a in found(run, "hezbolah")]


def test_find_marks_names_of_opponents(run: Run) -> None:
    aliases = found(run, "islamic_state")[0]["aliases"]
    assert {"name": "داعش", "marks": ["pejorative"]} in aliases  # type: ignore[operator]
    assert "داعش (pejorative)" in run("lexicon", "find", "islamic_state").output


def test_find_nothing(run: Run) -> None:
    result = run("lexicon", "find", "ققققق")
    assert result.exit_code == 1
    assert "ققققق" in result.stderr


def test_find_words(run: Run) -> None:
    classes = {(w["class"], w["value"]) for w in found(run, "اشتباكات", "--words")}
    assert ("trigger", "clash") in classes


def test_an_added_actor_is_found_and_read(run: Run, own: Path, tmp_path: Path) -> None:
    added = run("lexicon", "add", "al_rimal_brigade", "--arabic", "لواء الرمال الذهبية", "--type", "armed_group",
                "--country", "SY", "--self-given", "أسود الرمال", "--source", "our own interviews")  # fmt: skip
    assert added.exit_code == 0, added.stderr
    actor = found(run, "أسود الرمال")[0]
    assert (actor["key"], actor["table"], actor["source"]) == ("al_rimal_brigade", "user", "our own interviews")
    assert actor["aliases"] == [{"name": "أسود الرمال", "marks": ["self_given"]}]
    article = tmp_path / "a.txt"
    article.write_text("هاجم لواء الرمال الذهبية حاجزا قرب بلدة بنش.", encoding="utf-8")
    record = json.loads(run("read", article, "--format", "jsonl").stdout)
    assert "al_rimal_brigade" in [a["key"] for a in record["actors"]]


def test_a_name_is_added_to_an_actor_that_is_known(run: Run) -> None:
    assert "in place of marsad's row" in run("lexicon", "add", "hamas", "--alias", "الحركة الخضراء").output
    actor = found(run, "الحركة الخضراء")[0]
    assert (actor["key"], actor["type"], actor["table"]) == ("hamas", "armed_group", "user")
    assert found(run, "حماس")[0]["key"] == "hamas"


def test_adding_twice_keeps_one_row(run: Run, own: Path) -> None:
    for alias in ("الحركة الخضراء", "الحركة الزرقاء"):
        assert run("lexicon", "add", "hamas", "--alias", alias).exit_code == 0
    rows = [line for line in (own / "actors" / "user.tsv").read_text(encoding="utf-8").splitlines() if "hamas" in line]
    assert len(rows) == 1
    assert "الخضراء" in rows[0]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["new_group", "--arabic", "كتيبة الرمال", "--type", "gang"], "unknown type 'gang'"),
        (["New-Group", "--arabic", "كتيبة الرمال", "--type", "armed_group"], "lower_snake"),
        (["new_group", "--arabic", "Sand", "--type", "armed_group"], "no Arabic name"),
        (["new_group", "--arabic", "كتيبة الرمال", "--type", "armed_group", "--country", "Syria"], "ISO 3166-1"),
        (["new_group", "--arabic", "كتيبة الرمال", "--type", "armed_group", "--parent", "nobody"], "unknown parent"),
        (["new_group", "--arabic", "حركة حماس", "--type", "armed_group"], "one of hamas too"),
    ],
)
def test_what_is_wrong_is_not_added(run: Run, own: Path, args: list[str], told: str) -> None:
    result = run("lexicon", "add", *args)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not own.exists()


def test_force_adds_a_name_that_another_actor_has(run: Run) -> None:
    args = ("lexicon", "add", "new_group", "--arabic", "حركة حماس", "--type", "armed_group", "--force")
    assert run(*args).exit_code == 0


def test_an_added_word_is_found_and_read(run: Run, tmp_path: Path) -> None:
    into = tmp_path / "mine"
    args = ("--class", "trigger_verb", "--value", "shelling needs=any", "--into", into)
    assert run("lexicon", "add", "--word", "زنبر/يزنبر", *args).exit_code == 0
    assert found(run, "زنبرت", "--words", "--lexicons", into)[0]["value"] == "shelling needs=any"
    events = Reader(into).read("زنبرت قوات النظام بلدة بنش بالمدفعية.").events
    assert [e.type for e in events] == ["shelling"]


def test_a_word_of_an_unknown_class_or_type_is_refused(run: Run, own: Path) -> None:
    assert "no table has a class" in run("lexicon", "add", "--word", "زنبرة", "--class", "triger").stderr
    refused = run("lexicon", "add", "--word", "زنبرة", "--class", "trigger", "--value", "drone_attack")
    assert refused.exit_code == 2
    assert "vocab/codebook.yml" in refused.stderr
    assert not own.exists()


def test_an_event_type_of_ones_own(run: Run, own: Path) -> None:
    (own / "vocab").mkdir(parents=True)
    (own / "vocab" / "codebook.yml").write_text(OWN_TYPE, encoding="utf-8")
    args = ("--class", "trigger", "--value", "drone_attack needs=any")
    assert run("lexicon", "add", "--word", "زنبرة", *args).exit_code == 0
    event = Reader(own).read("نفذت جماعة الحوثي زنبرة على معسكر في مأرب أدت إلى مقتل ثلاثة جنود.").events[0]
    assert (event.type, event.acled, event.plover and event.plover.type) == ("drone_attack", None, "ASSAULT")
    assert event.killed is not None
    assert "Drone attack" in run("codebook", "drone_attack").output
    text = "نفذت جماعة الحوثي زنبرة على معسكر في مأرب.".encode()
    assert "هجوم بالمسيرات" in run("read", "-", "--lang", "ar", input=text).output
    assert run("lexicon", "check", own).exit_code == 0


def test_a_type_that_no_codebook_declares_is_coded_and_told_by_check(run: Run, own: Path) -> None:
    (own / "words").mkdir(parents=True)
    (own / "words" / "mine.tsv").write_text("trigger\tnoun\tزنبرة\tdrone_attack needs=any\n", encoding="utf-8")
    event = Reader(own).read("نفذت جماعة الحوثي زنبرة على معسكر في مأرب.").events[0]
    assert (event.type, event.acled, event.plover) == ("drone_attack", None, None)
    assert "unknown event type 'drone_attack'" in run("lexicon", "check", own).output


def test_a_row_of_ones_own_takes_the_place_of_an_imported_one(run: Run, own: Path, tmp_path: Path) -> None:
    table = tmp_path / "groups.tsv"
    table.write_text("key\tarabic\ttype\nsand_a\tلواء الرمال الذهبية\tarmed_group\n", encoding="utf-8")
    assert run("lexicon", "import", table, "--licence", "CC0").exit_code == 0
    assert run("lexicon", "add", "sand_a", "--type", "political").exit_code == 0
    assert found(run, "sand_a")[0]["type"] == "political"
    assert run("lexicon", "check", own).exit_code == 0


def test_a_states_names_do_not_become_an_actors(run: Run, own: Path) -> None:
    result = run("lexicon", "add", "qatari_government", "--alias", "حكام الدوحة")
    assert result.exit_code == 2
    assert "no Arabic name" in result.stderr


def test_a_folder_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "actors").write_text("no folder", encoding="utf-8")
    result = run("lexicon", "add", "hamas", "--alias", "الحركة الخضراء", "--into", tmp_path / "mine")
    assert result.exit_code == 2
    assert "--into" in result.stderr


def test_import(run: Run, own: Path, tmp_path: Path) -> None:
    table = tmp_path / "groups.csv"
    lines = [
        COLUMNS,
        'sand_a,"Sand, A",لواء الرمال الذهبية,,armed_group,SY,,2012,2015',
        "sand_b,,كتيبة الرمال الحمراء,,armed_group,SY,sand_a,,",
    ]
    table.write_text("\n".join(lines), encoding="utf-8")
    result = run("lexicon", "import", table, "--licence", "CC0")
    assert "2 actors written" in result.output
    head = (own / "actors" / "theatres" / "groups.tsv").read_text(encoding="utf-8").splitlines()[0]
    assert "groups.csv" in head
    assert "CC0" in head
    assert found(run, "Sand, A")[0]["source"] == "groups.csv"
    assert run("lexicon", "import", table, "--licence", "CC0").exit_code == 0, "a newer version may replace it"


def test_import_tells_all_faults_and_writes_nothing(run: Run, own: Path, tmp_path: Path) -> None:
    table = tmp_path / "groups.csv"
    lines = [
        COLUMNS,
        "sand_a,,لواء الرمال الذهبية,,gang,SY,,,",
        "sand_b,,كتيبة الرمال الحمراء,,armed_group,SY,nobody,2015,2012",
        "sand_b,,كتيبة الرمال الحمراء,,armed_group,SY",
    ]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = run("lexicon", "import", table, "--licence", "CC0")
    assert result.exit_code == 2
    for part in (
        "groups.csv:2: sand_a: unknown type",
        "groups.csv:3: sand_b: until",
        "nobody",
        "groups.csv:4: 6 cells",
    ):
        assert part in result.stderr
    assert not own.exists()


def test_marsads_own_tables_have_no_faults(run: Run) -> None:
    result = run("lexicon", "check")
    assert result.exit_code == 0, result.output


def test_check_tells_faults_of_a_folder(run: Run, own: Path) -> None:
    for name in ("actors", "words", "grammars"):
        (own / name).mkdir(parents=True)
    rows = ["key\tarabic\ttype", "sand_a\tحركة حماس\tgang", "sand_a\tلواء الرمال الذهبية\tarmed_group"]
    (own / "actors" / "user.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    words = [
        "trigger\tnoun\tزنبرة\tclash",
        "trigger\tnoun\tزنبرة\tsiege",
        "trigger\tnoun\tقنبرة\tparty",
        "trigger\tnoun",
    ]
    (own / "words" / "own.tsv").write_text("\n".join(words) + "\n", encoding="utf-8")
    (own / "grammars" / "times.yml").write_text("rules:\n - {name: a, pattern: يوم}\n", encoding="utf-8")
    result = run("lexicon", "check")
    assert result.exit_code == 1
    for part in (
        "user.tsv:2: sand_a: unknown type", "user.tsv:3: sand_a: the key stands already",
        "user.tsv:2: warning: sand_a: the name",
        "own.tsv:2: warning", "own.tsv:3: unknown event type 'party'", "own.tsv:4: expected class", "'example'",
    ):  # fmt: skip
        assert part in result.output


def test_check_of_one_table(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "groups.tsv"
    table.write_text("key\tarabic\ttype\tsince\nsand_a\tلواء الرمال\tarmed_group\tsoon\n", encoding="utf-8")
    result = run("lexicon", "check", table)
    assert result.exit_code == 1
    assert "groups.tsv:2: sand_a: since 'soon'" in result.output
