"""`marsad bundle`: a selection of a case as evidence that can be handed on and checked."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from marsad.case.history import now
from marsad.case.selection import Selection
from marsad.cli import options as shared
from marsad.cli.counting import counted
from marsad.cli.export import log_full
from marsad.cli.filters import filters
from marsad.cli.leaving import selected
from marsad.cli.listing import opened
from marsad.export.bundle import verify as verified
from marsad.export.bundle import write

_existing = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("case", required=False, type=click.Path(path_type=Path))
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@filters("--type", "An event type of the codebook.")
@click.option("--key", type=_existing, help="Sign with this Ed25519 key (PEM; the extra `sign`).")
@click.option("--full", is_flag=True, help="With all names and exact points. Logged in the case.")
@click.option("--originals", is_flag=True, help="With the documents' original bytes; needs --full.")
@click.option("--verify", type=_existing, metavar="FILE", help="Check a bundle instead of making one.")
@click.option("--public-key", type=_existing, help="The key (PEM) that it must be signed with.")
@shared.language
@shared.lexicons
@click.pass_context
def bundle(
    context: click.Context,
    case: Path | None,
    file: Path | None,
    selection: Selection,
    key: Path | None,
    full: bool,
    originals: bool,
    verify: Path | None,
    public_key: Path | None,
    lang: str,
    lexicons: Path | None,
) -> None:
    """Write a case, or what filters leave of it, to FILE as a zip: a page, the records, and a manifest with the
    SHA-256 of each file and of each document's original.

    A bundle is safe, as an export is, unless --full is given. Exit status of --verify: 0 where nothing was changed,
    1 where something was, 2 where the file is no bundle. docs/export.md tells what a bundle proves.

    \b
    marsad bundle hamrin.marsad evidence.zip --place خانقين --key key.pem
    marsad bundle --verify evidence.zip --public-key public.pem
    """
    if verify is not None:
        context.exit(_verify(verify, public_key))
    if case is None or file is None:
        raise click.UsageError("a bundle needs CASE and FILE: marsad bundle hamrin.marsad evidence.zip")
    if originals and not full:
        raise click.UsageError("--originals holds all names: give --full too where that is meant")
    _make(case, file, selection, key, full, originals, lang, lexicons)


def _make(
    case: Path, file: Path, selection: Selection, key: Path | None, full: bool, originals: bool, lang: str,
    lexicons: Path | None,
) -> None:  # fmt: skip
    from marsad.export.signing import Key

    signed = Key(key) if key else None
    with opened(case) as held, held.snapshot():
        records = list(selected(held, selection, ""))
        held_bytes = [held.original(record.id) for record in records] if originals else []
        readings = held.query("SELECT DISTINCT marsad, tables FROM reading JOIN document USING (reading) ORDER BY 1, 2")
    filtered = {name: value for name, value in asdict(selection).items() if value}
    if full:
        log_full(case, "bundle", file, len(records))
    else:
        from marsad.actors.dictionary import Dictionary
        from marsad.export.redaction import HIDDEN, Redaction
        from marsad.resources import Resources

        resources = Resources(lexicons)
        redaction = Redaction(resources)
        records = [redaction.safe(record) for record in records]
        if resources.of(Dictionary).get(selection.actor) is None and selection.actor:
            filtered["actor"] = HIDDEN  # it may be a private person's name
    about: dict[str, Any] = {
        "made": now(),
        "profile": "full" if full else "safe",
        "filters": filtered,
        "read_with": [{"marsad": marsad, "tables": tables} for marsad, tables in readings],
    }
    write(file, records, about, held_bytes, signed, lang)
    profile = "with all names (--full)" if full else "safe"
    click.echo(
        f"{file}: {counted(len(records), 'document')}, {profile}, {'signed' if signed else 'not signed'}", err=True
    )


def _verify(file: Path, public_key: Path | None) -> int:
    signer, faults = verified(file, public_key.read_bytes() if public_key else None)
    for fault in faults:
        click.echo(f"{file}: {fault}", err=True)
    if faults:
        return 1
    told = f"signed with the key {signer}" if signer else "not signed: whoever changed it could change the manifest too"
    click.echo(f"{file}: nothing was changed, {told}")
    if signer and public_key is None:
        click.echo("The key is the one in the bundle: compare it with what its owner tells, or give --public-key.")
    return 0
