"""Hostile short texts by a seeded chance: random Unicode, words in any order, damaged sentences, endless repetition.

The words and sentences are the project's own: the samples, and every rule's example and counter-example."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import yaml

DATA = Path(__file__).parents[2] / "src/marsad"
SIGNS = "،؛:.؟!…«»“”\"'()[]{}-–—/\\%#@*_|<>&0123456789٠١٢٣٤٥٦٧٨٩۰۹٪٫٬\n\t\r "
INVISIBLE = (
    "\u200e\u200f\u200b\u200c\u200d\u202a\u202e\u2066\u2069\ufeff\u00ad\u061c\u0640\u064b\u0651\u0670\x00\x85\u2028"
)
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىپچڤگکیہﷲﻻﺍﷺ"


@cache
def sentences() -> tuple[str, ...]:
    """Sentences that rules speak of, and those of the samples."""
    found: list[str] = []
    for path in sorted((DATA / "data/grammars").glob("*.yml")):
        for rule in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["rules"]:
            found += [rule["example"], rule["counter"]]
    for path in sorted((DATA / "samples").glob("*.json")):
        found += json.loads(path.read_text(encoding="utf-8"))["text"].split(". ")
    return tuple(s for s in found if s.strip())


@cache
def words() -> tuple[str, ...]:
    """All their words, the frequent ones as often as they stand there."""
    return tuple(word for sentence in sentences() for word in sentence.split())


def unicode(chance: Random) -> str:
    """Any characters: Arabic and its look-alikes, signs, marks without a letter, half pairs, the far planes."""

    def character() -> str:
        match chance.randrange(8):
            case 0:
                return chr(chance.randrange(0x110000))
            case 1:
                return chr(chance.randrange(0x0600, 0x0700))
            case 2:
                return chance.choice(INVISIBLE)
            case 3 | 4:
                return chance.choice(SIGNS)
        return chance.choice(LETTERS)

    return "".join(character() for _ in range(chance.randrange(1, 80)))


def jumbled(chance: Random) -> str:
    """Words of the vocabulary in any order, with signs between them."""
    held = []
    for _ in range(chance.randrange(1, 30)):
        held.append(chance.choice(words()))
        if chance.random() < 0.2:
            held.append(chance.choice(SIGNS))
    return " ".join(held)


def joined(chance: Random) -> str:
    """The first half of one sentence and the second of another."""
    a, b = chance.choice(sentences()).split(), chance.choice(sentences()).split()
    return " ".join([*a[: chance.randrange(len(a) + 1)][:20], *b[chance.randrange(len(b)) :][:20]])


def damaged(chance: Random) -> str:
    """A sentence with letters or words lost, doubled, swapped or put in."""
    return damaged_again(chance, joined(chance) if chance.random() < 0.3 else chance.choice(sentences())[:240])


def damaged_again(chance: Random, text: str) -> str:
    """A text with letters or words lost, doubled, swapped or put in."""
    held = list(text)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(held) + 1)
        match chance.randrange(5):
            case 0:
                del held[at : at + chance.randrange(1, 6)]
            case 1:
                held[at:at] = held[at : at + chance.randrange(1, 12)] * chance.randrange(1, 4)
            case 2:
                held.insert(at, chance.choice(SIGNS + INVISIBLE + LETTERS))
            case 3:
                held[at:at] = f" {chance.choice(words())} "
            case _:
                held[at : at + 1] = chance.choice(LETTERS)
    return "".join(held)


def repeated(chance: Random) -> str:
    """A piece of a sentence again and again."""
    held = chance.choice(sentences()).split()
    at = chance.randrange(len(held))
    piece = held[at : at + chance.randrange(1, 5)]
    glue = chance.choice((" ", " ", " و", "، ", "\n", ""))
    return glue.join(piece * (30 // len(piece)))


KINDS: tuple[Callable[[Random], str], ...] = (unicode, jumbled, joined, damaged, damaged, repeated)


def text(chance: Random) -> str:
    """A text of some 5 to 40 words of any kind."""
    return chance.choice(KINDS)(chance)


def short(chance: Random) -> str:
    """A stretch of up to 60 characters of such a text, cut where it may be."""
    held = text(chance)
    at = chance.randrange(len(held)) if held else 0
    return held[at : at + chance.randrange(1, 61)]
