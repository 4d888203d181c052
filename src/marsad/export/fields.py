"""Field maps and code lists of the formats: data/vocab/export, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from marsad.folders import DATA
from marsad.resources import Resources, read_rows
from marsad.tables.lookup import all_actors

FOLDER = DATA / "vocab" / "export"


@dataclass(frozen=True, slots=True)
class Country:
    """A country as other codebooks name it; "" where they do not."""

    iso2: str
    iso3: str
    number: str
    gw: str
    cow: str
    english: str
    acled: str
    ucdp: str


@cache
def field_map(name: str) -> Mapping[str, Any]:
    """The map of a format (acled, ucdp, polecat): `columns`, and its code lists."""
    held: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return held


@cache
def countries() -> Mapping[str, Country]:
    """Countries by ISO 3166-1 alpha-2."""
    return {row["iso2"]: Country(**row) for row in read_rows(FOLDER / "countries.tsv")}


@cache
def english_names() -> Mapping[str, tuple[str, str]]:
    """English name and country of the actors of the dictionary, by key."""
    found = all_actors(Resources()).items()
    return {key: (row.row.cells["english"], row.row.cells["country"]) for key, row in found}


def filled(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a format: every column of its map with its value, "" where it has none."""
    row = {}
    for column, source in field_map(name)["columns"].items():
        value = values[source] if source else ""
        row[column] = "" if value is None else value
    return row
