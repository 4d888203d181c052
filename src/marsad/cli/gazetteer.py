"""`marsad gazetteer`: look places up by name or point, import more of them into a folder of one's own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from marsad.cli.options import into, lexicons
from marsad.gazetteer.gazetteer import Found
from marsad.gazetteer.imported import geonames_rows
from marsad.gazetteer.lexicon import gazetteer as load
from marsad.gazetteer.ocha import is_ocha, ocha_rows
from marsad.gazetteer.tables import write_table
from marsad.resources import Resources

NOT_FOUND = 1
answer = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for people, or one JSON array.",
)


@click.group()
def gazetteer() -> None:
    """Look places up by name or by point, or import more of them."""


@gazetteer.command()
@click.argument("name")
@answer
@lexicons
def find(name: str, form: str, lexicons: Path | None) -> None:
    """The places that NAME can mean, the likeliest first.

    \b
    marsad gazetteer find طرابلس
    """
    found = Resources(lexicons).of(load).find(name)
    if form == "json":
        click.echo(json.dumps([_record(place) for place in found], ensure_ascii=False, indent=1))
        return
    for place in found:
        click.echo(_line(place))
    if not found:
        click.echo(f"no place is called {name!r}; marsad gazetteer import adds places", err=True)
        raise SystemExit(NOT_FOUND)


@gazetteer.command(context_settings={"ignore_unknown_options": True})
@click.argument("lat", type=click.FloatRange(-90, 90))
@click.argument("lon", type=click.FloatRange(-180, 180))
@click.option("--km", type=click.FloatRange(min=0), default=25.0, show_default=True, help="How far around.")
@answer
@lexicons
def near(lat: float, lon: float, km: float, form: str, lexicons: Path | None) -> None:
    """The places around the point LAT LON (degrees), nearest first.

    \b
    marsad gazetteer near 35.96 36.71 --km 10
    """
    found = Resources(lexicons).of(load).near(lat, lon, km)
    if form == "json":
        records = [{**_record(place), "km": round(apart, 1)} for apart, place in found]
        click.echo(json.dumps(records, ensure_ascii=False, indent=1))
        return
    for apart, place in found:
        click.echo(f"{apart:6.1f} km  {_line(place)}")


@gazetteer.command("import")
@click.argument("dump", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--names", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="alternateNamesV2.txt.")
@into
@click.option("--licence", help="Written into the table's head; needed for OCHA tables (their page on HDX tells it).")
def import_(dump: Path, names: Path | None, into: Path, licence: str | None) -> None:
    """Import places into your folder; they are used from the next reading on.

    DUMP is a GeoNames dump (SY.txt), or a table of OCHA's administrative units (COD-AB) in CSV.

    \b
    marsad gazetteer import SY.txt --into my-words
    marsad gazetteer import syr_admin3.csv --into my-words --licence "CC BY-IGO"
    """
    if is_ocha(dump):
        if licence is None:
            raise click.UsageError("the licences of OCHA's tables differ: name it with --licence")
        source, rows = "OCHA COD-AB", ocha_rows(dump)
    else:
        source, rows = "GeoNames", geonames_rows(dump, names)
        licence = licence or "CC BY 4.0"
    target = into / "gazetteer" / "places" / f"{source.split()[0].lower()}-{dump.stem.lower()}.tsv"
    comment = f"{source}, {dump.name}, imported {date.today().isoformat()}. Licence: {licence}."
    count = write_table(target, rows, comment)
    click.echo(f"{count} places with Arabic names written to {target}")


def _record(place: Found) -> dict[str, object]:
    return {key: value for key, value in place._asdict().items() if key not in ("n", "weight")}


def _line(place: Found) -> str:
    where = ", ".join(part for part in (place.admin1, place.country) if part)
    return f"{place.name}  {place.english}  {place.kind}  {where}  {place.lat:.3f} {place.lon:.3f}  [{place.source}]"
