"""Which documents of all chunks are copies of an earlier one, and which bear an earlier one's id.

Documents are compared where they share a band of their fingerprints (marsad.ingest.fingerprint); Daft groups bands and
joins fingerprints, so that neither all texts nor all pairs are held. A copy is one of a document that was kept: what
resembles a copy alone is kept itself. A text that goes on where an earlier one ends is kept too: it tells more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad.ingest.fingerprint import Fingerprint, is_copy
from marsad.scale.engines import daft
from marsad.scale.layout import Layout
from marsad.scale.schema import arrow, read, write

MOST = 200
"""A band that more documents share is boilerplate: each is compared with the first of them only."""
LONGER = 1.2
"""A text with so many times the runs of the earlier one tells more than it, and is no copy to be left unread."""
_ROWS = 1 << 20


@dataclass(frozen=True, slots=True)
class Decisions:
    """What stage one could not know of a chunk's rows: of whom they are copies, and under which id they go."""

    copies: dict[int, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)


def decide(layout: Layout, chunks: Sequence[str]) -> dict[str, Decisions]:
    """The decisions on each chunk; an earlier chunk's documents come before a later one's."""
    decisions = {chunk: Decisions() for chunk in chunks}
    if not chunks:
        return decisions
    engine = daft()
    col = engine.col
    paths = [str(layout.documents(chunk)) for chunk in chunks]
    order = engine.from_pydict({"file": paths, "chunk": list(range(len(chunks)))})
    rows = engine.read_parquet(paths, file_path_column="file").with_column("file", _local(col("file")))
    rows = rows.join(order, on="file").with_column("doc", col("chunk") * _ROWS + col("row"))

    def place(doc: int) -> tuple[Decisions, int]:
        return decisions[chunks[doc // _ROWS]], doc % _ROWS

    named = _names(rows.select("doc", "id"))
    for doc, id in named.items():
        held, row = place(doc)
        held.names[row] = id
    copies = _copies(_alike(rows.select("doc", "bands", "fingerprint")))
    ids = _ids(rows.select("doc", "id"), set(copies.values())) if copies else {}
    for doc, first in copies.items():
        held, row = place(doc)
        held.copies[row] = named.get(first, ids[first])
    return decisions


def _local(path: Any) -> Any:
    """Daft tells a file of this machine as file://…, whatever it was asked for."""
    return path.replace("file://", "")


def _names(documents: Any) -> dict[int, str]:
    """New ids of documents whose id an earlier one has: the second a becomes a#2, as in marsad read."""
    col = daft().col
    groups = documents.groupby("id").agg(col("doc").list_agg().alias("docs"))
    names = {}
    for row in groups.where(col("docs").length() > 1).to_pylist():
        for number, doc in enumerate(sorted(row["docs"])[1:], 2):
            names[doc] = f"{row['id']}#{number}"
    return names


def _alike(prints: Any) -> list[tuple[int, int]]:
    """Pairs (earlier, later) of documents of which the later is a copy, by the later, then the earlier."""
    engine = daft()
    col, kind = engine.col, engine.DataType
    pair = kind.struct({"one": kind.int64(), "other": kind.int64()})

    @engine.func(return_dtype=kind.list(pair))  # type: ignore[untyped-decorator]
    def pairs(docs: list[int]) -> list[dict[str, int]]:
        rising = sorted(docs)
        return [{"one": one, "other": other} for n, other in enumerate(rising) for one in rising[: min(n, MOST)]]

    @engine.func(return_dtype=kind.bool())  # type: ignore[untyped-decorator]
    def tells_the_same(one: bytes, other: bytes) -> bool:
        first, later = Fingerprint.from_bytes(one), Fingerprint.from_bytes(other)
        return later.size <= first.size * LONGER and is_copy(first, later)

    bands = prints.select("doc", "bands").explode("bands").where(col("bands").not_null())
    shared = bands.groupby("bands").agg(col("doc").list_agg().alias("docs")).where(col("docs").length() > 1)
    candidates = shared.select(pairs(col("docs")).alias("pair")).explode("pair")
    candidates = candidates.select(col("pair").get("one").alias("one"), col("pair").get("other").alias("other"))
    found = candidates.distinct()
    for side in ("one", "other"):
        own = prints.select(col("doc").alias(side), col("fingerprint").alias(f"print_{side}"))
        found = found.join(own, on=side)
    same = found.where(tells_the_same(col("print_one"), col("print_other"))).select("one", "other").to_pydict()
    return sorted(zip(same["one"], same["other"], strict=True), key=lambda pair: (pair[1], pair[0]))


def _copies(alike: list[tuple[int, int]]) -> dict[int, int]:
    """The first kept document that each copy is one of."""
    earlier: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in alike:
        earlier[other].append(one)
    copies: dict[int, int] = {}
    for doc in sorted(earlier):
        kept = [one for one in earlier[doc] if one not in copies]
        if kept:
            copies[doc] = min(kept)
    return copies


def _ids(documents: Any, wanted: set[int]) -> dict[int, str]:
    engine = daft()
    firsts = engine.from_pydict({"doc": sorted(wanted)})
    held = documents.join(firsts, on="doc").to_pydict()
    return dict(zip(held["doc"], held["id"], strict=True))


def write_table(layout: Layout, decisions: Mapping[str, Decisions], path: Path) -> None:
    """Each copy with its id, that of the first, where it stands, and who published it when."""
    pa = arrow()
    names = ("document", "copy_of", "chunk", "outlet", "published", "url", "title")
    schema = pa.schema([*(pa.field(name, pa.string()) for name in names), pa.field("row", pa.int32())])
    rows = []
    for chunk, held in decisions.items():
        if not held.copies:
            continue
        for row in read(layout.documents(chunk), ["row", "id", "outlet", "published", "url", "title"]):
            id, first = row.pop("id"), held.copies.get(row["row"])
            if first is not None:
                rows.append({**row, "document": held.names.get(row["row"], id), "copy_of": first, "chunk": chunk})
    write(path, rows, schema)
