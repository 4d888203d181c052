"""Bytes to text: which encoding they are in, told by marks, by validity, and by how Arabic the result looks."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from marsad.errors import BinaryDataError
from marsad.ingest.binary import binary_kind
from marsad.model.warning import ReadingWarning

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
# The high bytes of UTF-16 in Arabic text: ASCII, the Arabic block, general punctuation, presentation forms.
_UTF16_HIGH = frozenset(b"\x00\x06\x20\xfb\xfc\xfe")
_SINGLE_BYTE = ("cp1256", "iso8859_6")
# The thirteen commonest letters, about four fifths of Arabic newswire. In a wrong code page other letters prevail.
_COMMON = frozenset("اليمونرتبةعدس")
_PLAUSIBLE = 0.6
_CODE_PAGES = ("cp", "iso8859", "mac", "koi8", "gb", "big5", "euc", "shift_jis", "ptcp", "latin")
_NAMES = {"cp1256": "windows-1256", "iso8859_6": "iso-8859-6"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was in, and what a reader should know about how it was told."""

    text: str
    encoding: str
    warnings: tuple[ReadingWarning, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes. `declared` is what the document says of itself (HTML): believed where it fits.

    Raises BinaryDataError where the bytes are no text."""
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], marked, "by its byte order mark")
    wide = _utf16(data)
    if wide:
        return _decoded(data, wide, "recognised without a byte order mark")
    if kind := binary_kind(data):
        raise BinaryDataError(f"looks like {kind}, not text: check its ending")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    lines = data.splitlines(keepends=True)
    if any(_is_utf8(line) for line in lines if not line.isascii()):
        return _mixed(lines, declared)
    encoding = _single_byte(data, declared)
    if encoding is None:
        return _lossy(data)
    return _decoded(data, encoding, "guessed from its letters")


def decode_start(data: bytes) -> Decoded:
    """The text of the first bytes of a longer input, which may end inside a letter. Raises BinaryDataError."""
    for back in range(1, min(4, len(data) + 1)):
        lead = data[-back]
        if lead >= 0xC0:
            # The first byte of a letter in UTF-8 tells how many bytes it has.
            whole = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
            return decode(data[:-back] if whole > back and back < len(data) else data)
        if lead < 0x80:
            break
    return decode(data)


def _decoded(data: bytes, encoding: str, how: str) -> Decoded:
    text = data.decode(encoding, "replace")
    name = _NAMES.get(encoding, encoding)
    warnings = []
    if encoding != "utf-8":
        warnings.append(ReadingWarning("encoding", f"read as {name}, {how}"))
    lost = text.count("\ufffd")
    if lost:
        warnings.append(ReadingWarning("encoding", f"{lost} characters do not exist in {name} and became \ufffd"))
    return Decoded(text, name, tuple(warnings))


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is one of few high bytes, and text in UTF-8 has none of 0 and 6."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4 or len(data) % 2 or not (b"\x00" in sample or b"\x06" in sample):
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in _UTF16_HIGH for byte in high) > 0.97 * len(high):
            return encoding if _is_text(data[:_SAMPLE], encoding) else None
    return None


def _is_text(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "replace")
    strange = sum(not (c.isprintable() or c.isspace()) and c not in _FORMAT for c in text)
    return strange <= 0.02 * len(text)


_FORMAT = frozenset("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mixed(lines: list[bytes], declared: str | None) -> Decoded:
    """Lines in UTF-8 among others that are not: pasted together from several encodings, or damaged."""
    others = b"".join(line for line in lines if not line.isascii() and not _is_utf8(line))
    encoding = None if _mostly_utf8(others) else _single_byte(others, declared)
    if encoding is None:
        return _lossy(b"".join(lines))
    text = "".join(line.decode("utf-8" if _is_utf8(line) else encoding, "replace") for line in lines)
    name = _NAMES.get(encoding, encoding)
    message = f"mixed encodings: some lines were read as utf-8, others as {name}, guessed from their letters"
    return Decoded(text, "utf-8", (ReadingWarning("encoding", message),))


def _mostly_utf8(data: bytes) -> bool:
    """Whether damaged UTF-8 explains the bytes: few of those above ASCII are lost."""
    high = sum(byte > 127 for byte in data)
    return data.decode("utf-8", "replace").count("\ufffd") <= 0.1 * high


def _lossy(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    message = f"{lost} characters are damaged (not utf-8) and became \ufffd"
    return Decoded(text, "utf-8", (ReadingWarning("encoding", message),))


def _single_byte(data: bytes, declared: str | None) -> str | None:
    """The code page in which the bytes look most Arabic; else what they declare, or what chardet takes them for."""
    sample = data[:_SAMPLE]
    best = max(_SINGLE_BYTE, key=lambda encoding: _arabic_look(sample, encoding))
    if _arabic_look(sample, best) >= _PLAUSIBLE:
        return best
    if _mostly_utf8(sample):
        return None
    import chardet

    return _known(declared) or _known(chardet.detect(sample)["encoding"])


def _known(name: str | None) -> str | None:
    """Python's name of a code page, None for what is none (also where a page declares utf-8 and is not)."""
    try:
        codec = codecs.lookup(name).name if name else ""
    except LookupError:
        return None
    return codec if codec.startswith(_CODE_PAGES) else None


def _arabic_look(sample: bytes, encoding: str) -> float:
    """Share of the commonest Arabic letters among the characters above ASCII, 0 to 1."""
    high = [c for c in sample.decode(encoding, "replace") if c > "\x7f"]
    return sum(c in _COMMON for c in high) / len(high) if high else 0.0
