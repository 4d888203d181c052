"""Files of every format, written by the tests themselves, each with the articles 0, 1 … in it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from html import escape
from typing import Any

from tests.conftest import ARTICLE

OUTLET = "زيتون برس"


def article(number: int) -> str:
    return f"{ARTICLE} وأضاف المصدر رقم {number} أن البلدة هادئة."


def page(number: int = 0) -> str:
    body = "".join(f"<p>{article(number)}</p>" for _ in range(4))
    head = '<head><meta charset="utf-8"></head>'
    return f'<!doctype html><html lang="ar">{head}<body><article>{body}</article></body></html>'


def table(count: int = 2, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["رقم الخبر", "العنوان", "النص", "تاريخ النشر", "المصدر"])
    writer.writerows([f"n{n}", f"قصف {n}", article(n), "2020-01-15", OUTLET] for n in range(count))
    return out.getvalue().encode(encoding)


def feed(count: int = 2) -> bytes:
    items = "".join(
        f"<item><guid>n{n}</guid><title>قصف {n}</title><link>https://example.org/{n}</link><pubDate>Wed, 15 Jan 2020 "
        f"23:30:00 +0300</pubDate><description>{ARTICLE[:20]}</description><content:encoded>"
        f"{escape(f'<p>{article(n)}</p><script>x()</script>')}</content:encoded></item>"
        for n in range(count)
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    channel = f"<channel><title>{OUTLET}</title>{items}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0" {space}>{channel}</rss>'.encode()


def atom(count: int = 2) -> bytes:
    entries = "".join(
        f'<entry><id>n{n}</id><title type="html">قصف &amp;amp; {n}</title><link rel="self" href="https://example.org/x"/>'
        f'<link href="https://example.org/{n}"/><published>2020-01-15T23:30:00+03:00</published>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{article(n)}</p></div></content></entry>'
        for n in range(count)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title>{entries}</feed>'.encode()


def telegram(count: int = 2, **more: Any) -> dict[str, Any]:
    head = {"id": 1, "type": "service", "date": "2020-01-14T00:00:00", "action": "create_channel", "text": ""}
    texts: list[Any] = [
        [article(n)[:30], {"type": "bold", "text": article(n)[30:50]}, article(n)[50:]] if n % 2 else article(n)
        for n in range(count)
    ]
    messages = [
        {"id": n + 2, "type": "message", "date": "2020-01-15T23:30:00", "from": OUTLET, "text": text, **more}
        for n, text in enumerate(texts)
    ]
    empty = {"id": 999, "type": "message", "date": "2020-01-16T00:00:00", "photo": "photos/1.jpg", "text": ""}
    return {"name": OUTLET, "type": "public_channel", "id": 77, "messages": [head, *messages, empty]}


def telegram_page(count: int = 2, forwarded: str = "") -> bytes:
    def body(n: int) -> str:
        text = f'<div class="text">{article(n)[:40]}<strong>{article(n)[40:]}</strong></div>'
        name = f'<div class="from_name">{forwarded} <span class="date details"> 14.01.2020 09:00:00</span></div>'
        return f'<div class="forwarded body">{name}{text}</div>' if forwarded else text

    messages = "".join(
        f'<div class="message default clearfix" id="message{n + 2}"><div class="body">'
        f'<div class="pull_right date details" title="15.01.2020 23:30:00 UTC+03:00">23:30</div>'
        f'<div class="from_name">{OUTLET}</div>{body(n)}</div></div>'
        for n in range(count)
    )
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><div class="page_wrap">'
        '<div class="page_header">'
        f'<div class="content"><div class="text bold">{OUTLET}</div></div></div><div class="page_body chat_page">'
        '<div class="history"><div class="message service" id="message-1"><div class="body details">15 January 2020'
        f"</div></div>{messages}</div></div></div></body></html>"
    ).encode()


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(*texts: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:t>{text}</w:t></w:r>' for text in texts)}</w:p>"


def word(body: str, **parts: str | bytes) -> bytes:
    """A .docx of a body and of other parts, by name without folder: footnotes="<w:footnote>…"."""
    files = {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>".encode(),
    }
    for name, held in parts.items():
        made = f"<w:{name} {WORD}>{held}</w:{name}>".encode() if isinstance(held, str) else held
        files[f"word/{name}.{'xml' if isinstance(held, str) else 'bin'}"] = made
    return zipped(files)


def warc(
    pages: dict[str, bytes] | None = None, packed: bool = False, status: str = "200 OK", kind: str = "text/html"
) -> bytes:
    pages = pages if pages is not None else {f"https://example.org/{n}": page(n).encode() for n in range(2)}
    out = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    records = [gzip.compress(out)] if packed else [out]
    for address, body in pages.items():
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            "WARC-Date: 2020-01-16T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


def parquet(rows: dict[str, list[Any]] | None = None) -> bytes:
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    rows = rows or {"id": ["n0", "n1"], "النص": [article(0), article(1)], "date": ["2020-01-15"] * 2}
    pyarrow.parquet.write_table(pyarrow.table(rows), out)
    return out.getvalue()


PDF_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /Type "
    "/Font /Subtype /CIDFontType2 /BaseFont /Own /DW 600 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    "/Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 600 1000] "
    "/Ascent 800 /Descent -200 >> >>] >>"
)
PDF_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
)


def pdf(lines: list[str], visual: bool = True, encrypted: bool = False) -> bytes:
    """A PDF of lines, each letter drawn by itself: from right to left, or where not `visual` from left to right."""
    codes = {letter: n for n, letter in enumerate(sorted({letter for line in lines for letter in line}), 1)}
    drawn = [
        f"1 0 0 1 {500 - 6 * place if visual else 60 + 6 * place} {800 - 14 * number} Tm <{codes[letter]:04x}> Tj"
        for number, line in enumerate(lines)
        for place, letter in enumerate(line)
    ]
    mapped = "\n".join(f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> "
        f"<ffff> endcodespacerange {len(codes)} beginbfchar\n{mapped}\nendbfchar endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PDF_PAGE,
        _stream("BT /F 10 Tf " + "\n".join(drawn) + " ET"),
        PDF_FONT,
        _stream(cmap),
        f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>",
    ]
    out, table = "%PDF-1.4\n", "0000000000 65535 f \n"
    for number, held in enumerate(objects, 1):
        table += f"{len(out):010} 00000 n \n"
        out += f"{number} 0 obj {held} endobj\n"
    locked = " /Encrypt 7 0 R /ID [<00> <00>]" if encrypted else ""
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R{locked} >>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {size}\n{table}{trailer}".encode()


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >> stream\n{content}\nendstream"


def dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


# Name, and bytes that hold articles: 0 and 1 where the format holds several.
EVERY: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: article(0).encode(),
    "a.html": lambda: page().encode(),
    "a.json": lambda: dumped({"text": article(0)}),
    "list.json": lambda: dumped([{"text": article(n)} for n in range(2)]),
    "a.jsonl": lambda: b"\n".join(dumped({"text": article(n)}) for n in range(2)),
    "a.csv": table,
    "a.tsv": lambda: table(delimiter="\t"),
    "a.rss": feed,
    "a.atom": atom,
    "a.xml": feed,
    "result.json": lambda: dumped(telegram()),
    "messages.html": telegram_page,
    "a.docx": lambda: word(paragraph(article(0)[:20], article(0)[20:])),
    "a.pdf": lambda: pdf(article(0).replace(". ", ".\n").splitlines()),
    "a.parquet": parquet,
    "a.warc": warc,
    "a.warc.gz": lambda: warc(packed=True),
    "a.jsonl.gz": lambda: gzip.compress(b"\n".join(dumped({"text": article(n)}) for n in range(2))),
    "a.zip": lambda: zipped({"b/a.txt": article(0).encode(), "c.zip": zipped({"d.csv": table()})}),
}
