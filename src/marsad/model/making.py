"""Making a document of a text at hand: its title, its name, its size limit. Every way in ends here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from marsad.model.document import Document
from marsad.model.warning import ReadingWarning

MAX_CHARACTERS = 2_000_000
"""A longer text is cut here, with the warning `cut`. It is about 350,000 words, far above any article; a view of
so many takes about half a gigabyte, which is what a laptop can spare."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_CUT_REACH = 10_000
_HEAD_LINES, _HEAD_REACH = 4, 400


def make_document(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    published_basis: str | None = None,
    path: str | None = None,
    url: str | None = None,
    retrieved: str | None = None,
    sha256: str | None = None,
    encoding: str | None = None,
    warnings: Iterable[ReadingWarning] = (),
    limit: int = MAX_CHARACTERS,
) -> Document:
    """A document of a text and what is known of it. `published` is EDTF, `given` unless its basis is told.

    A title that does not stand at the text's head is put before it, with an empty line between. Without an `id` the
    document is named by its content, so that the same text keeps its name. `sha256` is that of the bytes read;
    where there are none, that of the text in UTF-8. A text longer than `limit` characters is cut."""
    told = list(warnings)
    text, broken = _repaired(text)
    # Names are broken as texts are, and no file or database takes half a character.
    title, id, outlet, url, retrieved = (_repaired(v)[0] if v else v for v in (title, id, outlet, url, retrieved))
    title = title.strip() or None if title else None
    if broken:
        told.append(
            ReadingWarning("encoding", f"{broken} halves of characters (lone surrogates) were replaced by \ufffd")
        )
    if title and not _headed_by(text, title):
        text = f"{title}\n\n{text}"
    if len(text) > limit:
        end = _word_end(text, limit)
        told.append(ReadingWarning("cut", f"{len(text):,} characters are more than {limit:,}: the rest was left out"))
        text = text[:end]
    content = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Document(
        id=id or f"sha256-{content[:16]}",
        text=text,
        title=title,
        outlet=outlet,
        published=published,
        published_basis=(published_basis or "given") if published else None,
        path=path,
        url=url,
        retrieved=retrieved,
        sha256=sha256 or content,
        encoding=encoding or "utf-8",
        warnings=tuple(told),
    )


def _headed_by(text: str, title: str) -> bool:
    """The text begins with the title, or has it as one of its first lines, under a kicker or a date line."""
    head = text[: _HEAD_REACH + len(title)].lstrip()
    return head.startswith(title) or title in (line.strip() for line in head.split("\n")[:_HEAD_LINES])


def _repaired(text: str) -> tuple[str, int]:
    """The text without lone surrogates, which JSON can hold and UTF-8 cannot, and how many there were."""
    if not _SURROGATE.search(text):
        return text, 0
    return _SURROGATE.subn("\ufffd", text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass"))


def _word_end(text: str, limit: int) -> int:
    """The last blank or line's end before the limit, or the limit where there is none near."""
    near = max(text.rfind(blank, limit - _CUT_REACH, limit) for blank in " \n")
    return near if near > 0 else limit
