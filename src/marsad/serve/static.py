"""The files of the workbench that never change while it runs: styles, scripts, fonts."""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

FOLDER = Path(__file__).parent / "static"
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}
_YEAR = "public, max-age=31536000, immutable"


class Static:
    """The files of a folder by name. Only names that were found there when it started are known: no path leads out.

    The version in their addresses is of all files together, since scripts import each other without one."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._files = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}
        digest = hashlib.sha256()
        for path in self._files.values():
            digest.update(path.read_bytes())
        self.version = digest.hexdigest()[:12]

    def address(self, name: str) -> str:
        """The address of a file. Raises KeyError where there is none."""
        self._files[name]
        return f"/static/{self.version}/{name}"

    def answer(self, request: Request) -> Response:
        """A file, to be kept by the browser: another version has another address."""
        path = self._files.get(request.path_params["name"])
        if path is None or request.path_params["version"] != self.version:
            return PlainTextResponse("Not found", 404)
        kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return Response(path.read_bytes(), media_type=kind, headers={"cache-control": _YEAR})
