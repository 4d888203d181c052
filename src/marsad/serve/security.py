"""What stands before every page: Host header, session, CSRF, size of uploads, and the headers of every answer.

A text that was added to a case may be hostile, other web sites may be open in the same browser, and other users may
share the machine. So: nothing without the token; no request from another site; no script or style but the workbench's
own files; nothing from elsewhere."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from marsad.serve.sessions import Session, Sessions
from marsad.serve.settings import Settings

CSRF_HEADER = "x-csrf-token"
FORM = 100_000
"""Bytes that a request may have which is no upload."""

_SAFE_METHODS = frozenset({"GET", "HEAD"})
_OPEN = "/static/"
LOGIN = "/login"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Lets through what comes from a browser that has the token; `scope["session"]` is its Session."""

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions) -> None:
        self._app, self._settings, self._sessions = app, settings, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            raise RuntimeError(f"the workbench answers no {scope['type']}")
        answer = self._refused(scope)
        if answer is not None:
            await answer(scope, receive, _hardened(scope, send))
            return
        limit = self._settings.upload if scope["path"].endswith("/add") else FORM
        await self._app(scope, _limited(receive, limit), _hardened(scope, send))

    def _refused(self, scope: Scope) -> Response | None:
        """The answer to a request that goes no further, None for one that does."""
        headers, path = Headers(scope=scope), scope["path"]
        host = headers.get("host", "")
        if host not in self._settings.hosts:
            return PlainTextResponse("This address is not one of the workbench.", 421)
        if scope["method"] not in (*_SAFE_METHODS, "POST"):
            return PlainTextResponse("Method not allowed", 405)
        if path.startswith(_OPEN):
            return None
        query = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if "token" in query and scope["method"] == "GET":
            return self._begun(path, query, host)
        session = self._sessions.get(_cookie(headers, cookie_name(host)))
        if session is None:
            return PlainTextResponse("Open the address that marsad serve has printed; it holds a token.", 403)
        if scope["method"] not in _SAFE_METHODS and not _own(headers, host, session, path):
            return PlainTextResponse("This request was not made by a page of this workbench.", 403)
        if not session.open and path != LOGIN:
            return RedirectResponse(LOGIN, 303)
        scope["session"] = session
        limit = self._settings.upload if path.endswith("/add") else FORM
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > limit:
            return PlainTextResponse(f"More than {limit:,} bytes", 413)
        return None

    def _begun(self, path: str, query: dict[str, list[str]], host: str) -> Response:
        """A session for who has the token; the address goes on without it, so that it stays in no history."""
        name = self._sessions.begin(query.pop("token")[0])
        if name is None:
            return PlainTextResponse("This token is not that of this run: open the address printed last.", 403)
        rest = urlencode(query, doseq=True)
        # Two slashes at the front would lead to another machine.
        answer = RedirectResponse("/" + path.lstrip("/\\") + ("?" + rest if rest else ""), 303)
        answer.set_cookie(cookie_name(host), name, httponly=True, samesite="strict", path="/")
        return answer


def cookie_name(host: str) -> str:
    """The cookie's name: cookies know no ports, and several workbenches may run."""
    return f"marsad-{host.rpartition(':')[2] if host.rpartition(':')[2].isdecimal() else 'session'}"


def _cookie(headers: Headers, name: str) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return None
    return found.value if found else None


def _own(headers: Headers, host: str, session: Session, path: str) -> bool:
    """Whether a page of this workbench made the request: it alone knows the CSRF token, and it names its origin."""
    origin = headers.get("origin")
    if origin is not None and origin not in (f"http://{host}", f"https://{host}"):
        return False
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    from hmac import compare_digest

    given = headers.get(CSRF_HEADER, "").encode("utf-8", "replace")
    return path == LOGIN or compare_digest(given, session.csrf.encode())


def _limited(receive: Receive, limit: int) -> Receive:
    """Receives no more than so many bytes, whatever the request said of its length."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise TooLargeError
        return message

    return counted


class TooLargeError(Exception):
    """A request had more bytes than it may."""


def _hardened(scope: Scope, send: Send) -> Send:
    """Sends answers with the security headers; pages are kept in no cache."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if "cache-control" not in headers:
                headers["cache-control"] = "no-store"
        await send(message)

    return sent
