"""`marsad lexicon add` and `import`: rows and words for a folder of one's own, checked before anything is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from marsad.cli.options import into
from marsad.codebook import codebook_of
from marsad.lexicon.entry import PARTS
from marsad.resources import Resources
from marsad.tables import actors, words
from marsad.tables.adding import own_row, row_faults, write_row
from marsad.tables.check import check_actors
from marsad.tables.faults import Fault
from marsad.tables.words import WordRow, add_word, read_word_rows, unknown_type

NOTHING_DONE = 2


@click.command()
@click.argument("key", required=False)
@click.option("--arabic", help="The usual Arabic name.")
@click.option("--english", help="The usual English name.")
@click.option("--alias", "aliases", multiple=True, help="Another name; may be given several times.")
@click.option("--pejorative", multiple=True, help="A name that its opponents give it.")
@click.option("--self-given", multiple=True, help="A name that it gives itself.")
@click.option("--type", "kind", help="A type of actors: marsad codebook actor_types.")
@click.option("--country", help="ISO 3166-1 code: SY.")
@click.option("--parent", help="Key of what it belongs to.")
@click.option("--source", help="How you know.")
@click.option("--word", help="Add a word instead: its forms parted by |, a verb as perfect/imperfect.")
@click.option("--class", "cls", help="Class of the word: trigger, trigger_verb, weapon, say …")
@click.option("--value", default="", help="What the class makes of it: of a trigger the event type. - takes it out.")
@click.option(
    "--part", type=click.Choice(PARTS), help="What may be written in one with it; told by its class if left out."
)
@click.option("--force", is_flag=True, help="Also where a name belongs to another actor, or a class is new.")
@into
def add(
    key: str | None,
    arabic: str | None,
    english: str | None,
    aliases: tuple[str, ...],
    pejorative: tuple[str, ...],
    self_given: tuple[str, ...],
    kind: str | None,
    country: str | None,
    parent: str | None,
    source: str | None,
    word: str | None,
    cls: str | None,
    value: str,
    part: str | None,
    force: bool,
    into: Path,
) -> None:
    """Add an actor or a word to your folder.

    The next reading uses it. Where the KEY is known, what you do not give stays as it is,
    and names are added to those it has.

    \b
    marsad lexicon add al_nour_battalion --arabic "كتيبة النور" --type armed_group --country SY
    marsad lexicon add hamas --alias "الحركة الخضراء"
    marsad lexicon add --word "باغت/يباغت" --class trigger_verb --value "armed_attack needs=target"
    """
    if (key is None) == (word is None):
        raise click.UsageError("give the KEY of an actor, or --word with --class and --value")
    if word is not None:
        _add_word(into, word, cls, value, part, source, force)
        return
    assert key is not None
    given = {"english": english, "arabic": arabic, "type": kind, "country": country, "parent": parent, "source": source}
    names = {"aliases": aliases, "pejorative": pejorative, "self_given": self_given}
    row, known = own_row(into, key, given, names)
    _refuse(row_faults(row, into, force, "; --force adds it all the same"))
    write_row(row)
    click.echo(f"{key} written to {row.path}" + (f", in place of {known.owner}'s row" if known else ""))


@click.command("import")
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--licence", required=True, help="Licence of the table; written into its head.")
@click.option("--source", help="Where it comes from; the file's name where you do not say.")
@into
def import_(table: Path, licence: str, source: str | None, into: Path) -> None:
    """Import a table of actors (TSV, CSV).

    TABLE goes into your folder whole, or, where a row is wrong, not at all; all faults are told with their lines.

    \b
    The first line names the columns; key, arabic and type must be there:
    key english arabic aliases pejorative self_given type country parent backers since until source
    Several names or keys in one cell are parted by |.

    \b
    marsad lexicon import groups.csv --licence "CC BY 4.0"
    """
    rows, faults = actors.read_actors(table)
    beside = [r for r in (actors.rows_of(into) if into.is_dir() else ()) if r.path.stem != table.stem]
    faults += check_actors(rows, table, beside)
    _refuse(faults)
    origin = source or table.name
    target = into / "actors" / "theatres" / f"{table.stem}.tsv"
    comment = f"Actors of {origin}, imported {date.today().isoformat()}. Licence: {licence}."
    actors.write_actors(target, [{**r.cells, "source": r.cells["source"] or origin} for r in rows], comment)
    click.echo(f"{len(rows)} actors written to {target}")


def _refuse(faults: list[Fault]) -> None:
    """Tell what is wrong; end where something is worse than a warning."""
    for fault in faults:
        click.echo(str(fault), err=True)
    if any(not fault.warning for fault in faults):
        click.echo("nothing was written", err=True)
        raise SystemExit(NOTHING_DONE)


def _add_word(folder: Path, word: str, cls: str | None, value: str, part: str | None, source: str | None,
              force: bool) -> None:  # fmt: skip
    if not cls:
        raise click.UsageError("--word needs --class: marsad lexicon find WORD --words shows those of a word like it")
    if any(sign in cell for cell in (word, cls, value) for sign in "\t\n\r"):
        raise click.UsageError("a word, its class and value stand in one line and hold no tabs")
    resources = Resources(folder if folder.is_dir() else None)
    rows, _ = read_word_rows(resources.files("words/*.tsv"))
    like = [row.part for row in rows if row.cls == cls]
    if not like and not force:
        raise click.UsageError(f"no table has a class {cls!r}: {', '.join(sorted({r.cls for r in rows}))} (or --force)")
    kind = part or ("verb" if "/" in word else max(set(like), key=like.count) if like else "noun")
    note = f"added {date.today().isoformat()}" + (f"; {' '.join(source.split())}" if source else "")
    row = WordRow(cls, kind, word.strip(), value.strip(), note, folder / words.USER_TABLE, 0)
    if not row.folded():
        raise click.UsageError(f"{word!r} holds no word")
    if (
        cls in words.TRIGGERS
        and row.value != "-"
        and row.type not in words.PASSING | set(codebook_of(resources).event_types)
    ):
        raise click.UsageError(unknown_type(row.type))
    click.echo(f"{row.forms} ({cls}, {kind}) written to {add_word(folder, row)}")
