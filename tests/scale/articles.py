"""Many articles that differ: sentences of the project's own samples, drawn anew for each."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import marsad

SAMPLES = Path(marsad.__file__).parent / "samples"
_SENTENCE = re.compile(r"(?<=[.!؟])\s+")


def articles(count: int, sentences: int = 8) -> list[dict[str, str]]:
    """So many documents of so many sentences, in four months; every seventh has no date."""
    held = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(SAMPLES.glob("*.json"))]
    told = [sentence for text in held for sentence in _SENTENCE.split(text) if len(sentence.split()) > 5]
    chance = random.Random(13)
    return [
        {
            "id": f"a{n}",
            "outlet": "صدى الجبل",
            "text": " ".join(chance.sample(told, sentences)),
            **({"published": f"2020-0{n % 4 + 1}-1{n % 9}"} if n % 7 else {}),
        }
        for n in range(count)
    ]


def write_lines(path: Path, documents: list[dict[str, str]]) -> Path:
    """The documents as JSON Lines."""
    lines = (json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
    path.write_text("".join(lines), encoding="utf-8")
    return path
