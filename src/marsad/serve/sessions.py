"""Who may use the workbench: sessions in memory, opened by the token of the printed address and, if set, a password."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest

from marsad.serve.settings import Settings

_MOST = 200


@dataclass(slots=True)
class Session:
    """A browser that has the token. `open` where nothing more is asked of it; `csrf` proves that a request that
    changes something was made by a page of this workbench."""

    open: bool
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32))


class Sessions:
    """The sessions of one run; the oldest go when there are too many."""

    def __init__(self, settings: Settings) -> None:
        self._token = settings.token
        self._password = settings.password
        self._held: dict[str, Session] = {}

    def begin(self, token: str) -> str | None:
        """The name of a new session for who has the token, None for who has not."""
        if not _same(token, self._token):
            return None
        while len(self._held) >= _MOST:
            del self._held[next(iter(self._held))]
        name = secrets.token_urlsafe(32)
        self._held[name] = Session(open=self._password is None)
        return name

    def get(self, name: str | None) -> Session | None:
        """A session by the cookie's value."""
        return self._held.get(name) if name else None

    def enter(self, session: Session, password: str) -> bool:
        """Open a session with the password; whether it was the right one."""
        session.open = session.open or (self._password is not None and _same(password, self._password))
        return session.open


def _same(given: str, wanted: str) -> bool:
    return compare_digest(given.encode("utf-8", "replace"), wanted.encode("utf-8"))
