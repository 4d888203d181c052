"""`marsad schema`: the JSON Schema of a record."""

from __future__ import annotations

import json

import click

from marsad.model.serialise import json_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) that every record validates against.

    \b
    marsad schema > record.schema.json
    """
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1))
