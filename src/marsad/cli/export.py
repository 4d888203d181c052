"""`marsad export`: a case, or what filters leave of it, in a format of other tools."""

from __future__ import annotations

import json
from pathlib import Path

import click

from marsad.case.case import Case
from marsad.case.changes import Changed, changed_since, latest, revision_before
from marsad.case.history import now
from marsad.case.selection import Selection
from marsad.cli import options as shared
from marsad.cli.counting import counted
from marsad.cli.filters import filters
from marsad.cli.leaving import selected, tombstones
from marsad.cli.listing import case_file, opened
from marsad.errors import ReadOnlyCaseError
from marsad.export.formats import FORMATS, write
from marsad.export.options import Options
from marsad.export.tombstones import layers_of, write_tombstones, written

LINKS = "links"
_TABLES = ("events", "reasons", "statements", "places", "actors", "documents")


@click.command()
@case_file
@click.argument("format", type=click.Choice([*FORMATS, LINKS]))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@filters("--type", "An event type of the codebook.", changes=True)
@click.option(
    "--table", type=click.Choice(_TABLES), default="events", show_default=True, help="csv, parquet: the table."
)
@click.option("--bom", is_flag=True, help="csv and its kin: a byte order mark first, which Excel needs for Arabic.")
@click.option("--full", is_flag=True, help="With all names and exact points. Logged in the case.")
@shared.language
@shared.lexicons
def export(
    case: Path,
    format: str,
    file: Path,
    selection: Selection,
    table: str,
    bom: bool,
    full: bool,
    lang: str,
    lexicons: Path | None,
    since_change: str | None,
) -> None:
    """Write a case, or what filters leave of it, to FILE in FORMAT.

    jsonl, csv, geojson, acled, ucdp, polecat, xlsx, parquet, html, hxl, ftm; links (which reports tell one event).
    What is exported is what `marsad events` and its kin show with the same filters. Columns, codes and rules:
    docs/export.md.

    An export is safe unless --full is given: names of persons without a public role are hidden in every field, in
    quotations and titles too, and points of cities, villages and facilities are rounded to about 11 km.

    An export tells the revision of the case. With --since r17 (or --changed-since DATE) only documents that changed
    after it are written, and FILE.tombstones.csv lists what earlier exports hold and this case does not any more.

    \b
    marsad export hamrin.marsad acled hamrin.csv --since 2020-05-01
    marsad export hamrin.marsad acled changes.csv --since r17
    marsad export hamrin.marsad csv reasons.csv --table reasons --bom
    marsad export hamrin.marsad xlsx hamrin.xlsx --lang ar --full
    """
    options = Options(table, bom, lang)
    layers = layers_of(format, options)
    if since_change and layers is None:
        raise click.UsageError(f"{format} can't tell changes, since it is of one piece: export it whole")
    if format == LINKS:
        _write_links(case, file)
        return
    with opened(case) as held, held.snapshot():
        revision, changed = latest(held.database), _changed(held, since_change)
        only = None if changed is None else {document.number for document in changed}
        records = list(selected(held, selection, FORMATS[format].layer, only))
        ids = written(format, records, options) if changed else set[str]()
        lost = list(tombstones(held, changed or (), records, layers or (), ids))
    if full:
        log_full(case, format, file, len(records))
    else:
        from marsad.export.redaction import Redaction
        from marsad.resources import Resources

        redaction = Redaction(Resources(lexicons))
        records = [redaction.safe(record) for record in records]
    count = write(format, file, records, options)
    profile = "with all names (--full)" if full else "safe"
    told = f"{file}: {counted(count, FORMATS[format].counts)} from {counted(len(records), 'document')}, {profile}"
    if changed is not None:
        beside, buried = write_tombstones(file, lost)
        told += f"; {beside}: {counted(buried, 'tombstone')}"
    click.echo(f"{told}. --since r{revision} will tell what changes from now on", err=True)


def _changed(case: Case, since: str | None) -> list[Changed] | None:
    """The documents that changed after a revision, or on a day or later; None where nobody asks."""
    if since is None:
        return None
    named = int(since[1:]) if shared.is_revision(since) else revision_before(case.database, since)
    return changed_since(case.database, named)


def log_full(case: Path, format: str, file: Path, documents: int) -> None:
    """Note in the case that names left it. Raises ReadOnlyCaseError: what can't be logged is not done."""
    try:
        with opened(case, write=True) as held, held.database.transaction():
            told = json.dumps({"format": format, "file": file.name, "documents": documents}, ensure_ascii=False)
            number = len(held.query("SELECT name FROM setting WHERE name LIKE 'full export %'")) + 1
            held.database.run("INSERT INTO setting (name, value) VALUES (?, ?)", f"full export {number} {now()}", told)
    except ReadOnlyCaseError as error:
        raise ReadOnlyCaseError(f"{error}: a full export has to be logged in it; leave --full out") from None


def _write_links(case: Path, file: Path) -> None:
    from marsad.analyse.links import groups_of
    from marsad.cli.link import linked

    with linked(case) as held:
        rows = groups_of(held)
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    click.echo(f"{file}: {counted(len(rows), 'document')}", err=True)
