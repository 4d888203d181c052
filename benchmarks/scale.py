"""Unit costs of `marsad scale`: python -m benchmarks.scale [COUNT] (documents, 2,000).

Core seconds of each stage (time of the processor, not of the clock, so that other work on the machine does not count)
for articles made of sentences of the samples, and for pages of a web archive of which one in twenty is Arabic. With
these docs/scale.md plans a day and a month of the world's news."""

from __future__ import annotations

import gzip
import io
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import marsad
from marsad.ingest import Given
from marsad.ingest.input import Input
from marsad.ingest.skim import Skim
from marsad.ingest.warc import read_warc
from marsad.reader import lasting_reader
from marsad.scale.copies import decide
from marsad.scale.inputs import InputFile, files
from marsad.scale.layout import Layout, load
from marsad.scale.plan import Part
from marsad.scale.reading import Read, read_chunk
from marsad.scale.staging import Stage, stage

_SENTENCE = re.compile(r"(?<=[.!؟])\s+")
_MENU = "".join(f'<li><a href="/{n}">section {n}</a></li>' for n in range(60))
_PAGE = "<html><head><title>{title}</title></head><body><ul>{menu}</ul><article>{body}</article></body></html>"


def main(count: int = 2_000) -> None:
    """Print the unit costs."""
    lasting_reader(None)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        told = texts(count)
        path = root / "news.jsonl"
        rows = (json.dumps({"id": f"a{n}", "text": text, "published": "2020-01-15"}) for n, text in enumerate(told))
        path.write_text("\n".join(rows), encoding="utf-8")
        words = sum(len(text.split()) for text in told)
        layout = Layout(root / "out")
        (file,) = (item for item in files([str(path)]) if isinstance(item, InputFile))
        part = Part("p0", (file,), "")
        staged = seconds(lambda: stage(Stage(layout.root, part, Given(), 1_000)))
        held = load(layout.part("p0"))
        assert held is not None
        chunks = [name for name, _ in held["chunks"]]
        decided = seconds(lambda: decide(layout, chunks))
        read = seconds(lambda: [read_chunk(Read(layout.root, chunk, "key")) for chunk in chunks])
        written = sum(p.stat().st_size for p in layout.records.rglob("*.parquet"))
        kept = sum(p.stat().st_size for p in layout.root.glob("documents/*"))
    each = words / count
    print(f"documents {count:,}, of {each:.0f} words")
    print(f"staging JSON Lines        {1000 * staged / count:8.2f} ms a document")
    print(f"copies                    {1000 * decided / count:8.2f} ms a document")
    print(
        f"reading                   {1000 * read / count:8.2f} ms a document, {words / read:,.0f} words a core second"
    )
    print(f"records, documents        {written / words:8.1f} and {kept / words:.1f} bytes a word, in Parquet")
    arabic, other = archive(told[:100], count=100), archive(foreign(1_000), count=1_000)
    parsed = seconds(lambda: list(read_warc(Input(io.BytesIO(arabic), skim=Skim()))))
    passed = seconds(lambda: list(read_warc(Input(io.BytesIO(other), skim=Skim()))))
    print(f"a page that is Arabic     {1000 * parsed / 100:8.2f} ms")
    print(f"a page passed over        {1000 * passed / 1_000:8.2f} ms, of 60 kB, packed to {len(other) / 1e6:.0f}")


def seconds(do: Callable[[], object]) -> float:
    """Time of all threads of this process."""
    start = time.process_time()
    do()
    return time.process_time() - start


def texts(count: int) -> list[str]:
    """Articles of about 250 words that differ."""
    samples = sorted((Path(marsad.__file__).parent / "samples").glob("*.json"))
    held = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in samples]
    told = [sentence for text in held for sentence in _SENTENCE.split(text) if len(sentence.split()) > 5]
    chance = random.Random(3)
    return [" ".join(chance.sample(told, 14)) for _ in range(count)]


def foreign(count: int) -> list[str]:
    """Texts of pages that are not Arabic, as long as pages are."""
    chance = random.Random(4)
    words = "the council met about water roads schools and a bridge in the valley on Monday".split()
    return [" ".join(chance.choices(words, k=600)) for _ in range(count)]


def archive(bodies: list[str], count: int) -> bytes:
    """A web archive of so many pages of 60 kB, which is what a page of news has, each packed as archives have it."""
    words = [f"v{n}" for n in range(500)]
    noise = " ".join(random.Random(5).choices(words, k=30_000))
    records = []
    for n, body in zip(range(count), bodies, strict=True):
        text = "".join(f"<p>{sentence}</p>" for sentence in _SENTENCE.split(body))
        page = _PAGE.format(title=f"p{n}", menu=_MENU, body=text)
        filling = noise[n % 50_000 : n % 50_000 + max(0, 60_000 - len(page.encode()))]
        script = f"<script>{filling}</script></body>"
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.replace("</body>", script).encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.example/{n}\r\n"
        record = f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
        records.append(gzip.compress(record))
    return b"".join(records)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
