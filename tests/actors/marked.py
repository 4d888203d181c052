"""Case tables whose sentences mark the actors in them: [words|key] or [words|key|type]."""

from __future__ import annotations

from pathlib import Path

import regex

CASES = Path(__file__).parents[1] / "cases"
_MARK = regex.compile(r"\[([^\]|]*)\|([^\]|]*)(?:\|([^\]]*))?\]")


def marked(name: str) -> list[str]:
    """The marked sentences of a table."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")][1:]


def plain(sentence: str) -> str:
    """The sentence without its marks."""
    return _MARK.sub(r"\1", sentence)


def expected(sentence: str) -> list[tuple[str, ...]]:
    """The mentions that a sentence marks: words and key, and the type where it is given."""
    return [tuple(part for part in m.groups() if part is not None) for m in _MARK.finditer(sentence)]
