"""Own texts varied as desks vary a wire story, by which near duplicates are tested and measured."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SENTENCE = re.compile(r"(?<=[.!؟])\s+")


def texts() -> list[str]:
    """Invented articles: the samples of the project."""
    paths = sorted((ROOT / "src/marsad/samples").glob("*.json"))
    held = [str(json.loads(path.read_text(encoding="utf-8"))["text"]) for path in paths]
    return [text for text in held if len(text.split()) >= 40]


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(text) if sentence]


def tagged(text: str, chance: random.Random) -> str:
    return f"{chance.choice(['دمشق', 'بغداد', 'عدن'])} - {chance.choice(['أ ف ب', 'رويترز', 'د ب أ'])}: {text} (انتهى)"


def retitled(text: str, chance: random.Random) -> str:
    return f"عاجل | {' '.join(chance.sample(text.split(), 6))}\n\n{text}\n\nاشترك في قناتنا https://example.org/join"


def shortened(text: str, chance: random.Random) -> str:
    sentences = _sentences(text)
    return " ".join(sentences[: max(3, int(len(sentences) * chance.uniform(0.6, 0.8)))])


def continued(text: str, chance: random.Random) -> str:
    return f"{text}\n\n{' '.join(_sentences(chance.choice(texts()))[:3])}"


def respelled(text: str, chance: random.Random) -> str:
    del chance
    return text.replace("إ", "ا").replace("أ", "ا").replace("ة", "ه").replace("قال", "قالَ").replace("،", " ،")


def corrected(text: str, chance: random.Random) -> str:
    """One word in fifteen is another, and figures are."""
    words = [chance.choice(["أيضا", "هناك", "أخرى"]) if chance.random() < 1 / 15 else w for w in text.split()]
    return re.sub(r"\d+", lambda m: str(int(m[0]) + 1), " ".join(words))


def reordered(text: str, chance: random.Random) -> str:
    sentences = _sentences(text)
    chance.shuffle(sentences)
    return " ".join(sentences)


VARIATIONS: list[Callable[[str, random.Random], str]] = [
    tagged, retitled, shortened, continued, respelled, corrected, reordered,
]  # fmt: skip
