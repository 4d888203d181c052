"""Evidence bundles: a selection of a case as one zip that tells whether anything in it was changed.

index.html      a page of all documents beside what was read in them
records.jsonl   the records (docs/record.md)
originals/N     the bytes that document N was read from, only where asked for
manifest.json   versions, time, filters, profile, the documents with the SHA-256 of their originals, and size and
                SHA-256 of every other file
manifest.sig    Ed25519 signature of manifest.json in base64, and public.pem, where a key was given"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from marsad.errors import InputError, OutputError
from marsad.export.signing import Key, check, fingerprint
from marsad.model import Record
from marsad.model.serialise import to_json
from marsad.report.html import Pages

SCHEMA = "marsad-bundle/1"
MANIFEST, SIGNATURE, PUBLIC = "manifest.json", "manifest.sig", "public.pem"
_UNLISTED = frozenset({MANIFEST, SIGNATURE, PUBLIC})
_OLD = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip, so that the same bundle has the same bytes."""

_CHUNK = 1 << 20
_LARGEST_MANIFEST = 100_000_000


def write(
    path: Path,
    records: Sequence[Record],
    about: Mapping[str, Any],
    originals: Sequence[bytes] = (),
    key: Key | None = None,
    lang: str = "en",
) -> None:
    """Write a bundle, whole or not at all. `about` goes into the manifest; `originals` are those of the records, in
    their order, or none. Raises OutputError."""
    part = path.with_name(path.name + ".part")
    listed = []
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as held:
            for name, data in _contents(records, originals, lang):
                _put(held, name, data)
                listed.append({"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})
            manifest = {"schema": SCHEMA, **about, "documents": [_document(r) for r in records], "files": listed}
            told = json.dumps(manifest, ensure_ascii=False, indent=1).encode("utf-8")
            _put(held, MANIFEST, told)
            if key is not None:
                _put(held, SIGNATURE, key.sign(told))
                _put(held, PUBLIC, key.public)
        part.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {error.strerror}: choose another file") from None


def verify(path: Path, public: bytes | None = None) -> tuple[str | None, list[str]]:
    """The fingerprint of the key that signed a bundle, None where nobody did, and what is wrong with it.

    `public` (PEM) is the key that it must be signed with. Without it the key in the bundle is taken, which shows only
    that all is as the owner of that key signed it. Raises InputError where the file is no bundle."""
    try:
        with zipfile.ZipFile(path) as held:
            names = held.namelist()
            if MANIFEST not in names or held.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
                raise InputError(f"{path}: is no bundle of marsad: it has no {MANIFEST}")
            manifest = held.read(MANIFEST)
            faults = list(_changed(held, names, json.loads(manifest)))
            if SIGNATURE not in names:
                return None, faults + (["it is not signed"] if public else [])
            given = public or held.read(PUBLIC)
            if not check(manifest, held.read(SIGNATURE), given):
                faults.append(f"{MANIFEST}: the signature is not of this key and these contents")
            return fingerprint(given), faults
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, OSError) as error:
        raise InputError(f"{path}: is no bundle that can be read ({error})") from None


def _contents(records: Sequence[Record], originals: Sequence[bytes], lang: str) -> Iterator[tuple[str, bytes]]:
    pages = Pages(lang)
    parts = [pages.part(record, n) for n, record in enumerate(records, 1)]
    yield "index.html", pages.page(parts, [pages.title(record) for record in records]).encode("utf-8")
    yield "records.jsonl", "".join(to_json(record) + "\n" for record in records).encode("utf-8")
    for n, data in enumerate(originals, 1):
        yield f"originals/{n}", data


def _document(record: Record) -> dict[str, Any]:
    source = record.source
    return {"id": record.id, "outlet": source.outlet, "published": source.published, "sha256": source.sha256}


def _put(held: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _OLD)
    info.compress_type = zipfile.ZIP_DEFLATED
    held.writestr(info, data)


def _changed(held: zipfile.ZipFile, names: Sequence[str], manifest: Mapping[str, Any]) -> Iterator[str]:
    listed = {file["name"]: file for file in manifest["files"]}
    for name in sorted(listed.keys() - set(names)):
        yield f"{name}: is missing"
    for name in sorted(set(names) - listed.keys() - _UNLISTED):
        yield f"{name}: is not in the manifest"
    if len(names) != len(set(names)):
        yield "a name stands twice in the zip"
    for name in sorted(listed.keys() & set(names)):
        # Sizes first: what was blown up needs no unpacking.
        same = held.getinfo(name).file_size == listed[name]["bytes"]
        if not same or _sha256(held, name) != listed[name]["sha256"]:
            yield f"{name}: was changed"


def _sha256(held: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with held.open(name) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
