"""Every format: its columns, its codes, and that the tools which users have read it back."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import duckdb
import openpyxl
import pandas
import pytest
from tests.export.conftest import Written
from tests.report.sample import record

from marsad.errors import OutputError
from marsad.export import acled, polecat, ucdp
from marsad.export.fields import countries, field_map
from marsad.export.flat import TABLES
from marsad.export.formats import write
from marsad.export.happening import happenings, item_ids
from marsad.model import ActorRef, CodedAs, Count, Event, PlaceRef, PloverType, Record
from marsad.model.serialise import from_json

COUNTS = {"acled": 31, "ucdp": 49, "polecat": 40}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def one(**changes: object) -> Record:
    """A record with one event: an attack of an armed group on an army in a village."""
    event = Event(
        "e1", 0, 5, "هاجم", "armed_attack", "t", date="2020-01-14",
        place=(PlaceRef("الصنوبر", lat=35.5, lon=36.25, country="SY", kind="village"),),
        perpetrators=(ActorRef("داعش", key="islamic_state", type="armed_group"),),
        targets=(ActorRef("الجيش السوري", key="syrian_armed_forces", type="state_force"),),
        killed=Count(3, 3), acled=CodedAs("Battles", "Armed clash"), plover=PloverType("ASSAULT"),
    )  # fmt: skip
    return replace(record(), events=(replace(event, **changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", COUNTS)
def test_columns_are_those_of_the_data_set_in_their_order(name: str, written: Written, full: list[Record]) -> None:
    path = written(name, full)
    head = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    assert head == list(field_map(name)["columns"])
    assert len(head) == COUNTS[name] == len(set(head))
    assert len(pandas.read_csv(path)) == len(rows(path)) > 0
    assert duckdb.sql(f"SELECT count(*) FROM read_csv('{path}', header = true)").fetchall() == [(len(rows(path)),)]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_the_same_as_csv_and_parquet(table: str, written: Written, full: list[Record]) -> None:
    text, typed = written("csv", full, table=table), written("parquet", full, table=table)
    columns = list(TABLES[table][0])
    assert list(pandas.read_csv(text).columns) == list(pandas.read_parquet(typed).columns) == columns
    assert len(rows(text)) == len(pandas.read_parquet(typed))
    assert duckdb.sql(f"SELECT count(*) FROM '{typed}'").fetchall() == [(len(rows(text)),)]


def test_a_workbook_has_a_sheet_a_table_from_right_to_left(written: Written, full: list[Record]) -> None:
    book = openpyxl.load_workbook(written("xlsx", full, lang="ar"))
    assert book.sheetnames == list(TABLES)
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    assert [c.value for c in next(book["events"].iter_rows())] == list(TABLES["events"][0])
    assert not any(s.sheet_view.rightToLeft for s in openpyxl.load_workbook(written("xlsx", full, lang="en")))


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_stays_text(sign: str, written: Written) -> None:
    attacked = one(weapon=sign, source=sign)
    for name in ("csv", "acled", "ucdp", "polecat", "hxl"):
        cells = [c for row in rows(written(name, [attacked])) for c in row.values()]
        assert not any(c.startswith(("=", "+", "-", "@", "\t", "\r")) for c in cells)
    sheet = openpyxl.load_workbook(written("xlsx", [attacked]))["events"]
    assert {
        c.data_type for row in sheet.iter_rows() for c in row if c.value == sign.strip("\r") or c.value == sign
    } <= {"s"}


@pytest.mark.parametrize("name", ["jsonl", "csv", "geojson", "acled", "polecat", "html", "hxl", "ftm"])
def test_half_a_character_stops_no_export(name: str, written: Written) -> None:
    broken = one(weapon="رش\ud800اش", source="شا\udc80هد")
    written(name, [replace(broken, source=replace(broken.source, outlet="و\ud800"))]).read_text(encoding="utf-8")


def test_a_byte_order_mark_is_an_option(written: Written) -> None:
    assert written("csv", [one()], bom=True).read_bytes().startswith(b"\xef\xbb\xbf")
    assert not written("csv", [one()]).read_bytes().startswith(b"\xef\xbb\xbf")


def test_points_of_geojson_are_longitude_first(written: Written, full: list[Record]) -> None:
    collection = json.loads(written("geojson", [one()]).read_text(encoding="utf-8"))
    (feature,) = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.25, 35.5]}
    assert set(feature["properties"]) == set(TABLES["events"][0]) - {"lat", "lon"}
    whole = json.loads(written("geojson", full).read_text(encoding="utf-8"))
    assert len(whole["features"]) == sum(len(r.events) for r in full)


def test_records_come_back_as_they_were(written: Written, full: list[Record]) -> None:
    lines = written("jsonl", full).read_text(encoding="utf-8").splitlines()
    assert [from_json(line) for line in lines] == full


def test_hashtags_stand_under_the_head(written: Written, full: list[Record]) -> None:
    tags, *_ = rows(written("hxl", full))
    assert all(value.startswith("#") for value in tags.values())


def test_entities_are_linked_by_ids_that_are_there(written: Written, full: list[Record]) -> None:
    entities = [json.loads(line) for line in written("ftm", full).read_text(encoding="utf-8").splitlines()]
    ids = {e["id"] for e in entities}
    assert len(ids) == len(entities)
    assert {e["schema"] for e in entities} >= {"Article", "Event", "Address", "Organization", "PublicBody"}
    for entity in entities:
        assert all(isinstance(v, list) and all(isinstance(x, str) for x in v) for v in entity["properties"].values())
        for name in ("organizer", "involved", "proof", "addressEntity"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_a_page_holds_every_document(written: Written, full: list[Record]) -> None:
    assert written("html", full).read_text(encoding="utf-8").count("</article>") == len(full)


def test_ids_stay_when_other_items_come_and_when_a_type_is_corrected(full: list[Record]) -> None:
    whole = next(r for r in full if len(r.events) > 2)
    fewer = replace(whole, events=whole.events[1:])
    assert item_ids(whole, "events", whole.events)[1:] == item_ids(fewer, "events", fewer.events)
    changed = replace(whole, events=tuple(replace(e, type="clash") for e in whole.events))
    assert [h.id for h in happenings([changed])] == [h.id for h in happenings([whole])]
    every = [h.id for h in happenings(full)]
    assert len(every) == len(set(every))


@pytest.mark.parametrize(
    ("date", "acled_code", "ucdp_code"),
    [
        ("2020-01-14", 1, 1),
        ("2020-01-14/2020-01-16", 2, 2),
        ("2020-01-14/2020-01-20", 2, 3),
        ("2020-01", 3, 4),
        ("2020-01-01/2020-02-20", None, 5),
        ("2020", None, 5),
        ("2019/2020", None, None),
        ("XXXX-01-14", None, None),
        (None, None, None),
    ],
)
def test_precision_of_time(date: str | None, acled_code: int | None, ucdp_code: int | None) -> None:
    given = one(date=date)
    assert [r["time_precision"] for r in acled.rows([given])] == ([acled_code] if acled_code else [])
    assert [r["date_prec"] for r in ucdp.rows([given])] == ([ucdp_code] if ucdp_code else [])


@pytest.mark.parametrize(
    ("kind", "country", "acled_code", "ucdp_code"),
    [
        ("city", "SY", 1, 1),
        ("village", "SY", 1, 1),
        ("district", "SY", 2, 3),
        ("governorate", "SY", 3, 4),
        ("road", "SY", 2, 5),
        ("natural", "SY", 2, 5),
        ("natural", None, 2, 7),
        ("country", "SY", None, 6),
    ],
)
def test_precision_of_place(kind: str, country: str | None, acled_code: int | None, ucdp_code: int) -> None:
    given = one(place=(PlaceRef("الصنوبر", lat=35.5, lon=36.25, country=country, kind=kind),))
    assert [r["geo_precision"] for r in acled.rows([given])] == ([acled_code] if acled_code else [])
    assert [r["where_prec"] for r in ucdp.rows([given])] == [ucdp_code]


@pytest.mark.parametrize(
    ("killed", "deaths", "low_best_high"),
    [
        (Count(3, 3), 3, (3, 3, 3)),
        (Count(3, 9), 3, (3, 3, 9)),
        (Count(21, None), 21, (21, 21, 21)),
        (None, 0, None),
    ],
)
def test_fatalities(killed: Count | None, deaths: int, low_best_high: tuple[int, ...] | None) -> None:
    given = one(killed=killed)
    assert [r["fatalities"] for r in acled.rows([given])] == [deaths]
    told = [(r["low"], r["best"], r["high"]) for r in ucdp.rows([given])]
    assert told == ([low_best_high] if low_best_high else [])


@pytest.mark.parametrize(
    ("sentence", "least", "deaths"),
    [("قُتل العشرات في القصف.", 20, 10), ("قُتل المئات في القصف.", 200, 100), ("قُتل 20 على الأقل.", 20, 20)],
)
def test_tens_and_hundreds_are_numbers_in_acled_alone(sentence: str, least: int, deaths: int) -> None:
    given = replace(one(killed=Count(least, None)), text=sentence, sentences=())
    given = replace(given, events=(replace(given.events[0], start=0, end=len(sentence)),))
    assert [r["fatalities"] for r in acled.rows([given])] == [deaths]
    assert [r["low"] for r in ucdp.rows([given])] == [least]


@pytest.mark.parametrize(
    ("by", "against", "code"),
    [
        ("armed_group", "state_force", 1),
        ("state_force", "armed_group", 1),
        ("armed_group", "armed_group", 2),
        ("armed_group", "civilians", 3),
        ("armed_group", None, ""),
    ],
)
def test_type_of_violence(by: str, against: str | None, code: int | str) -> None:
    given = one(perpetrators=(ActorRef("أ", type=by),), targets=(ActorRef("ب", type=against),))
    assert [r["type_of_violence"] for r in ucdp.rows([given])] == [code]


def test_what_did_not_happen_is_left_out_where_only_deeds_count() -> None:
    given = one(status="planned")
    assert list(acled.rows([given])) == list(ucdp.rows([given])) == []
    assert [r["Event Type"] for r in polecat.rows([given])] == ["ASSAULT"]


def test_actors_have_their_english_names_sectors_and_countries() -> None:
    (row,) = polecat.rows([one()])
    assert (row["Actor Name"], row["Primary Actor Sector"], row["Actor Name Raw"]) == ("Islamic State", "REB", "داعش")
    assert (row["Recipient Country"], row["Recipient COW"], row["Quad Code"]) == ("SYR", "652", "MATERIAL CONFLICT")
    (row,) = acled.rows([one()])
    assert (row["actor1"], row["inter1"], row["inter2"], row["iso"]) == (
        "Islamic State",
        "Rebel group",
        "State forces",
        760,
    )


def test_countries_are_whole_and_unlike() -> None:
    held = countries().values()
    for name in ("iso2", "iso3", "number", "english"):
        assert len({getattr(c, name) for c in held}) == len(held)
    assert all(len(c.iso2) == 2 and len(c.iso3) == 3 and len(c.number) == 3 and c.acled and c.ucdp for c in held)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="choose another"):
        write("csv", tmp_path / "none" / "out.csv", [one()])
    assert list(tmp_path.iterdir()) == []
