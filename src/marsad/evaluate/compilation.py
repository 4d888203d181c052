"""Compile a folder of annotations into a folder of gold: `python -m marsad.evaluate.compilation DIR`.

DIR holds docs/ and annotations/; gold/ is written beside them. `--show DOCUMENT` numbers the sentences of a
document for an annotator, `--check` writes nothing and fails where the gold on disk is not what the
annotations say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from marsad.evaluate.annotation import annotation_sentences, compile_annotation


def compile_folder(folder: Path) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Gold by file stem for every annotation of the folder, and the faults found, each with its file."""
    compiled: dict[str, dict[str, Any]] = {}
    faults: list[str] = []
    for path in sorted((folder / "annotations").glob("*.json")):
        document = folder / "docs" / path.name
        if not document.exists():
            faults.append(f"{path.name}: no such document in {document.parent}")
            continue
        gold, found = compile_annotation(_read(document), _read(path))
        compiled[path.stem] = gold
        faults += (f"{path.name}: {fault}" for fault in found)
    return compiled, faults


def gold_json(gold: dict[str, Any]) -> str:
    """A gold document as it is written to disk."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def stale(folder: Path, compiled: dict[str, dict[str, Any]]) -> list[str]:
    """Names of gold files that are missing, out of date, or left over from a removed annotation."""
    target = folder / "gold"
    wanted = {f"{stem}.gold.json": gold_json(gold) for stem, gold in compiled.items()}
    present = {path.name: path.read_text(encoding="utf-8") for path in target.glob("*.gold.json")}
    return sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; fail where gold/ is not up to date.")
@click.option("--show", "document", help="Number the sentences of this document and stop.")
def main(folder: Path, check: bool, document: str | None) -> None:
    if document:
        text = _read(folder / "docs" / f"{document}.json")["text"]
        for number, (start, end) in enumerate(annotation_sentences(text)):
            click.echo(f"[{number}] {text[start:end]}")
        return
    compiled, faults = compile_folder(folder)
    for fault in faults:
        click.echo(fault, err=True)
    if check:
        faults += stale(folder, compiled)
    else:
        (folder / "gold").mkdir(exist_ok=True)
        for stem, gold in compiled.items():
            (folder / "gold" / f"{stem}.gold.json").write_text(gold_json(gold), encoding="utf-8")
    click.echo(f"{len(compiled)} documents, {len(faults)} faults")
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()
