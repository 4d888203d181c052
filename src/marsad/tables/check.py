"""Checking whole folders of tables, marsad's own and a user's, or one table."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path

from marsad.actors.nations import Nations
from marsad.codebook import codebook_of
from marsad.errors import ResourceError
from marsad.folders import DATA
from marsad.grammar.grammar import read_grammar
from marsad.resources import Resources
from marsad.tables import actors, words
from marsad.tables.actors import ActorRow, read_actors
from marsad.tables.actors_check import key_faults, row_faults, shared_names
from marsad.tables.faults import Fault
from marsad.tables.words import read_word_rows, word_faults


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and how much it looked at."""

    faults: tuple[Fault, ...]
    actors: int
    words: int
    rules: int


def check_folder(root: Path) -> Checked:
    """Check the tables of a folder laid out like marsad/data; a user's against marsad's."""
    root = root.resolve()
    rows, faults = _actor_rows(actors.tables(root))
    faults += check_actors(rows, root)
    lines, wrong = read_word_rows(words.tables(root))
    types, broken = _event_types(root)
    faults += [*wrong, *broken, *word_faults(lines, types)]
    rules, unruly = _grammars(sorted(root.glob("grammars/*.yml")), root)
    return Checked((*faults, *unruly), len(rows), len(lines), rules)


def check_file(path: Path) -> Checked:
    """Check one table: a codebook or a grammar (.yml), words (in a folder words/, or looking like it) or actors."""
    path = path.resolve()
    if path.suffix in (".yml", ".yaml"):
        if path.name == "codebook.yml":
            _, broken = _event_types(path.parent.parent)
            return Checked(tuple(broken), 0, 0, 0)
        rules, unruly = _grammars([path], path.parent.parent)
        return Checked(tuple(unruly), 0, 0, rules)
    lines, wrong = read_word_rows([path]) if path.suffix == ".tsv" else ([], [])
    if path.parent.name == "words" or len(lines) > len(wrong):
        types, broken = _event_types(path.parent.parent)
        return Checked((*wrong, *broken, *word_faults(lines, types)), 0, len(lines), 0)
    rows, faults = _actor_rows([path])
    return Checked((*faults, *check_actors(rows, path)), len(rows), 0, 0)


def check_actors(rows: Iterable[ActorRow], at: Path, beside: Iterable[ActorRow] = ()) -> list[Fault]:
    """What is wrong with rows of actors that stand at `at`, marsad's folder or elsewhere.

    Their keys and names are compared with marsad's own, and with those of `beside`."""
    held = list(rows)
    own = list(beside) if at == DATA else [*actors.rows_of(DATA), *beside]
    replaced = {row.key for row in held}
    others = [row for row in own if row.key not in replaced]
    known = state_keys(held) | {row.key for row in own}
    faults = [fault for row in held for fault in row_faults(row)]
    return [*faults, *key_faults(held, known), *shared_names(held, others)]


def state_keys(rows: Iterable[ActorRow]) -> Set[str]:
    """Keys of states and their bodies (bodies.tsv composes them) among the parents and backers of rows."""
    nations = Resources().of(Nations)
    named = {key for row in rows for c in ("parent", "backers") for key in actors.split(row.cells[c])}
    return {key for key in named if nations.of_key(key) is not None}


def _actor_rows(paths: Iterable[Path]) -> tuple[list[ActorRow], list[Fault]]:
    rows: list[ActorRow] = []
    faults: list[Fault] = []
    for path in paths:
        found, wrong = read_actors(path)
        rows += found
        faults += wrong
    return rows, faults


def _event_types(root: Path) -> tuple[Set[str], list[Fault]]:
    """The event types of marsad and of a user's folder."""
    path = root / "vocab" / "codebook.yml"
    try:
        user = root if root != DATA and root.is_dir() else None
        return set(codebook_of(Resources(user)).event_types), []
    except ResourceError as error:
        return set(codebook_of(Resources()).event_types), [Fault(path, 0, str(error).removeprefix(f"{path}: "))]


def _grammars(paths: Iterable[Path], root: Path) -> tuple[int, list[Fault]]:
    """How many rules grammars hold; faults where one is no rule or lacks its example or counter."""
    count = 0
    faults = []
    for path in paths:
        beneath = DATA / "grammars" / path.name
        own = {rule.name for rule in read_grammar([beneath]).rules} if root != DATA and beneath.exists() else set()
        try:
            grammar = read_grammar([path] if root == DATA or not beneath.exists() else [beneath, path])
        except ResourceError as error:
            faults.append(Fault(path, 0, str(error).removeprefix(f"{path}: ")))
            continue
        count += len(grammar.rules) - len(own)
        for rule in grammar.rules:
            for what, sentence in (("example", rule.example), ("counter", rule.counter)):
                if not str(sentence or "").strip():
                    faults.append(Fault(path, 0, f"{rule.name}: no {what}, a sentence of your own that the test runs"))
    return count, faults
