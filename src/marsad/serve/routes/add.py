"""Adding documents: files and pasted text go to a folder of their own, from which they are read like any others."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from starlette.responses import Response

from marsad.ingest import Given
from marsad.ingest.dates import edtf_date
from marsad.serve.adding import upload_folder
from marsad.serve.routing import BadRequestError, get, post
from marsad.serve.view import View

_KINDS = ("added", "copies", "known", "aside", "failed", "skipped")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:]+")
_LONGEST_NAME = 150


def _show(view: View) -> Response:
    job = view.jobs.last
    return view.page("add.html", limit=view.settings.upload, running=job is not None and not job.done)


def _take(view: View) -> Response:
    """Take an upload and begin to read it."""
    published = str(view.given.get("published") or "").strip() or None
    if published and edtf_date(published) is None:
        raise BadRequestError(f"{published!r} is no date that exists: write it like 2016-12-12 (or 2016-12, 2016)")
    outlet = str(view.given.get("outlet") or "").strip() or None
    text = str(view.given.get("text") or "")
    if not view.uploads and not text.strip():
        raise BadRequestError("there is no file and no text")
    folder = upload_folder()
    try:
        for upload in view.uploads:
            with free_name(folder, upload.filename or "").open("wb") as file:
                shutil.copyfileobj(upload.file, file)
        if text.strip():
            pasted = {"text": text, "title": str(view.given.get("title") or "").strip() or None}
            free_name(folder, "pasted.json").write_text(json.dumps(pasted), encoding="utf-8")
        begun = view.jobs.start(folder, Given(published, outlet))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if not begun:
        shutil.rmtree(folder, ignore_errors=True)
        raise BadRequestError("documents are being added: wait until that is done")
    return view.json({"begun": True}, 202)


def _status(view: View) -> Response:
    """What became of the upload so far."""
    job = view.jobs.last
    if job is None:
        return view.json({"done": True, "counts": [], "faults": [], "documents": []})
    counts = [[kind, view.labels(f"added_{kind}", n=f"{job.counts[kind]:,}")] for kind in _KINDS if job.counts[kind]]
    documents = [view.path(f"/documents/{number}") for number in job.added[:20]]
    return view.json({"done": job.done, "counts": counts, "faults": job.faults[:50], "documents": documents})


def free_name(folder: Path, given: str) -> Path:
    """A path in the folder for a file that came under a name, which may say anything: it keeps its ending, leads
    nowhere else and hides nothing."""
    name = _UNSAFE.sub("_", given).strip(" .")[-_LONGEST_NAME:].lstrip(".-") or "unnamed.txt"
    path, n = folder / name, 1
    while path.exists():
        n += 1
        path = folder / f"{n}-{name}"
    return path


ROUTES = (get("/add", _show), post("/add", _take), get("/add/status", _status))
