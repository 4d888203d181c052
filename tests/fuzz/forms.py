"""Small files with a hostile text in them: written as it is into the place of the article, then damaged.

They cost a tenth of what a text costs that the whole pipeline reads, so most inputs of the long fuzzing are these."""

from __future__ import annotations

from random import Random

from tests.conftest import ARTICLE
from tests.fuzz.texts import short, text
from tests.ingest import files

# How often of each format: those that a heavy parser or a program of its own reads are rare.
_FORMATS = {
    "a.txt": 20,
    "a.json": 30,
    "list.json": 16,
    "a.jsonl": 24,
    "a.csv": 12,
    "a.tsv": 8,
    "a.rss": 4,
    "a.atom": 3,
    "a.xml": 2,
    "result.json": 14,
    "messages.html": 3,
    "a.docx": 12,
    "a.jsonl.gz": 14,
    "a.zip": 10,
    "a.html": 1,
    "a.warc": 1,
    "a.warc.gz": 2,
}
_NAMES = tuple(name for name, often in _FORMATS.items() for _ in range(often))
# What means something to one of the formats.
_PIECES = (
    *rb"""{ } [ ] " \ , : < > & ; = % - \u0000 \ud800 1e999 -0 null NaN 0x "" "," ;;; PK ]]> &a; &#0;""".split(),
    *rb"""</p> <p> <item> </item> <!-- --> <script> <![CDATA[ 2020-13-45 9999999999999999999 {"text":""".split(),
    *rb"""&#x110000; "text":[ "text":{} "text":1 "id":null, "published": WARC/1.0""".split(),
    *(b"\t", b"\n", b"\r", b"\0", b"\xff", b"\x1a", b"\r\n\r\n", b"\t\t\t", b"\xd8", b"\xc7\xe1"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"),
    *(b"[" * 60, b"{" * 60, b'{"a":' * 60, b"<div>" * 40),
    *(b"Content-Length: -1\r\n", b"Content-Length: 99999999999\r\n", b"<!DOCTYPE x [<!ENTITY a 'b'>]>"),
    *(b"<?xml version='1.0' encoding='utf-16'?>", b'<meta charset="x">'),
)
_made: dict[str, bytes] = {}


def form(chance: Random) -> tuple[str, bytes]:
    """A name and bytes: a file of some format, a text in it, damaged in up to five places or cut, or misnamed."""
    name = chance.choice(_NAMES)
    data = _made.get(name) or _made.setdefault(name, files.EVERY[name]())
    held = text(chance) if chance.random() < 0.2 else short(chance)
    data = data.replace(ARTICLE.encode(), held.encode("utf-8", "surrogatepass"))
    for _ in range(chance.choice((0, 1, 1, 2, 5))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0 | 1:
                data = data[:at] + chance.choice(_PIECES) + data[at:]
            case 2:
                data = data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]
            case 3:
                data = data[:at] + data[at + chance.randrange(1, 60) :]
            case 4:
                data = data[:at] + data[at : at + chance.randrange(1, 60)] * chance.randrange(1, 9) + data[at:]
            case _:
                data = data[:at] if chance.random() < 0.3 else data
    return (chance.choice(_NAMES) if chance.random() < 0.05 else name), data
