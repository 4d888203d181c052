"""The registry of outlets: found by name, address and tag; the user's rows; the table itself."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from tests.tables import cases

from marsad.errors import ResourceError
from marsad.outlets import KINDS, outlets_of
from marsad.resources import Resources

HEAD = "key\tname\tvariants\tdomains\ttags\tcountry\tlanguage\tkind\tside\n"


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources()


@pytest.mark.parametrize("case", cases("outlets"), ids=lambda c: c["given"])
def test_an_outlet_is_found_by_what_it_is_called(resources: Resources, case: dict[str, str]) -> None:
    found = resources.of(outlets_of).named(case["given"])
    assert (found.key if found else "") == case["key"]


def test_each_outlet_is_found_by_all_its_names_and_domains(resources: Resources) -> None:
    outlets = resources.of(outlets_of)
    for outlet in outlets.by_key.values():
        for name in (outlet.key, outlet.name, *outlet.variants, *outlet.domains):
            assert outlets.named(name) is outlet, name


def test_the_table_is_wide_and_well_formed(resources: Resources) -> None:
    held = resources.of(outlets_of).by_key.values()
    assert len(held) >= 150
    assert {outlet.kind for outlet in held} == KINDS
    assert all(len(o.country) in (0, 2) and len(o.language) == 2 and o.side for o in held)
    domains = list(chain.from_iterable(o.domains for o in held))
    assert len(domains) == len(set(domains))


def test_a_row_of_the_user_replaces_or_adds(tmp_path: Path) -> None:
    changed = "okaz\tعكاظ الجديدة\t\tokaz.example\t\tSA\tar\twebsite\tmine\n"
    added = "z\tزيتون برس\tزيتون\tz.example\t\t\tar\twebsite\t\n"
    (tmp_path / "outlets.tsv").write_text(HEAD + changed + added, encoding="utf-8")
    outlets = Resources(tmp_path).of(outlets_of)
    assert [outlets.by_key[key].name for key in ("okaz", "z")] == ["عكاظ الجديدة", "زيتون برس"]
    assert outlets.named("وكالة زيتون") is outlets.by_key["z"]
    assert outlets.at("https://okaz.com.sa/1") is None


def test_a_name_of_two_outlets_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / "outlets.tsv").write_text(f"{HEAD}x\tعكاظ\t\t\t\t\tar\twebsite\t\n", encoding="utf-8")
    assert Resources(tmp_path).of(outlets_of).named("عكاظ") is None


@pytest.mark.parametrize(
    "row", ["x\t\t\t\t\t\tar\twebsite\t", "x\tاسم\t\t\t\t\tar\tblog\t", "\tاسم\t\t\t\t\tar\twebsite\t"]
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "outlets.tsv").write_text(f"{HEAD}{row}\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"outlets\.tsv"):
        Resources(tmp_path).of(outlets_of)
