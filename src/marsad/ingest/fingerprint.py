"""Near duplicates: a small fingerprint of a text, by which copies of one report are found among many documents.

A text is folded (spelling, harakat, digits) and cut into runs of three words. Of the hashes of these runs a fingerprint
keeps the 128 smallest, from which the share of common runs (Jaccard) of two texts is estimated, exactly where both are
short. Agency tags, datelines, a new title, a correction and links change few runs. To find candidates without
comparing all with all, documents are looked up by `bands`: two texts that share 0.4 of their runs agree in at
least one of the sixteen bands in 94 of 100 cases, 0.5 in 99, and two that share a twentieth in 4 of 100.

Figures of how well this tells copies apart: docs/formats.md."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest

from marsad.text.fold import fold

RUN = 3
KEPT = 128
BANDS, ROWS = 16, 2
COPY = 0.4
"""Share of common runs from which on two texts are copies of one report."""
CONTAINED, CONTAINED_RUNS = 0.8, 30
"""Or one text, of at least this many runs, is contained in the other by this share: shortened, or with more behind."""

_LINK = re.compile(r"https?://\S+|www\.\S+|\b[\w.]+@[\w.]+|@\w+")
_WORD = re.compile(r"[^\W_]+")
_BINS = BANDS * ROWS
_SHIFT = 64 - _BINS.bit_length() + 1


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`size`: how many different runs the text has; `smallest`: their smallest hashes, rising, at most 128; `bands`:
    sixteen numbers of 64 bits (signed, as SQLite keeps them), none where the text has no words."""

    size: int
    smallest: tuple[int, ...]
    bands: tuple[int, ...]

    def to_bytes(self) -> bytes:
        """At most 1,156 bytes that `from_bytes` reads again."""
        head = struct.pack(f"<IB{len(self.bands)}q", self.size, len(self.bands), *self.bands)
        return head + struct.pack(f"<{len(self.smallest)}Q", *self.smallest)

    @classmethod
    def from_bytes(cls, data: bytes) -> Fingerprint:
        """The fingerprint that `to_bytes` wrote. Raises struct.error for other bytes."""
        size, bands = struct.unpack_from("<IB", data)
        numbers = struct.unpack_from(f"<{bands}q{(len(data) - 5) // 8 - bands}Q", data, 5)
        return cls(size, numbers[bands:], numbers[:bands])


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; time and memory grow with its length. A text shorter than a run is one run."""
    words = _WORD.findall(_LINK.sub(" ", fold(text).text).casefold())
    runs = {" ".join(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))} if words else set()
    hashes = [int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), "little") for run in runs]
    return Fingerprint(len(runs), tuple(nsmallest(KEPT, hashes)), _bands(hashes))


def similarity(one: Fingerprint, other: Fingerprint) -> float:
    """The estimated share of runs that two texts have in common (Jaccard), 0 to 1; ± 0.04 for long texts."""
    if not one.smallest or not other.smallest:
        return 0.0
    both = set(one.smallest).intersection(other.smallest)
    if not both:
        return 0.0
    union = sorted({*one.smallest, *other.smallest})[:KEPT]
    return len(both.intersection(union)) / len(union)


def containment(one: Fingerprint, other: Fingerprint) -> float:
    """The estimated share of the shorter text's runs that the longer one has too, 0 to 1."""
    return _contained(similarity(one, other), one, other)


def is_copy(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two texts are copies of one report: the same wire story, edited, tagged, shortened or continued."""
    share = similarity(one, other)
    if share >= COPY:
        return True
    return min(one.size, other.size) >= CONTAINED_RUNS and _contained(share, one, other) >= CONTAINED


def _contained(share: float, one: Fingerprint, other: Fingerprint) -> float:
    smaller = min(one.size, other.size)
    return min(1.0, share / (1 + share) * (one.size + other.size) / smaller) if smaller else 0.0


def _bands(hashes: list[int]) -> tuple[int, ...]:
    """Each hash falls into one of 32 bins; two bins' smallest make a band. An empty bin takes that of the next."""
    if not hashes:
        return ()
    bins: list[int | None] = [None] * _BINS
    for number in hashes:
        place = number >> _SHIFT
        held = bins[place]
        if held is None or number < held:
            bins[place] = number
    full = [next(held for held in bins[n:] + bins if held is not None) for n in range(_BINS)]
    packed = (struct.pack(f"<B{ROWS}Q", n, *full[n * ROWS : (n + 1) * ROWS]) for n in range(BANDS))
    return tuple(int.from_bytes(blake2b(band, digest_size=8).digest(), "little", signed=True) for band in packed)
