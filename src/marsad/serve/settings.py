"""What the workbench is started with."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one run.

    case        the file
    hosts       what the Host header may be, with port: anything else is refused (DNS rebinding)
    token       part of the address that is printed; who does not have it gets nothing
    password    asked for besides, where the workbench can be reached from other machines
    who         whose decisions are made here
    lexicons    the user's folder of tables, for what is added
    own         where tables of their own would be written, also if that folder is not there yet
    lang        the language of the address without one
    upload      bytes that one upload may have, and `files` how many"""

    case: Path
    hosts: frozenset[str]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    password: str | None = None
    who: str = "reviewer"
    lexicons: Path | None = None
    own: Path | None = None
    lang: str = "ar"
    upload: int = 200 * MEGABYTE
    files: int = 1000

    @property
    def tables(self) -> Path | None:
        """The user's tables, also if their folder was made while this runs."""
        return self.lexicons or (self.own if self.own and self.own.is_dir() else None)
