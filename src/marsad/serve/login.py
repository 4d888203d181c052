"""The page that asks for the password, where the workbench can be reached from other machines."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from marsad.serve.rendering import Templates
from marsad.serve.sessions import Sessions
from marsad.serve.settings import Settings

_PAUSE = 1.0
"""Seconds that a wrong password costs; guesses wait for each other, whoever makes them."""


class Login:
    """Asks for the password and opens the session."""

    def __init__(self, sessions: Sessions, templates: Templates, settings: Settings) -> None:
        self._sessions, self._templates, self._lang = sessions, templates, settings.lang
        self._one_at_a_time = asyncio.Lock()

    def routes(self, path: str) -> list[Route]:
        """The page and its form."""
        return [Route(path, self._asked), Route(path, self._given, methods=["POST"])]

    def _asked(self, request: Request, wrong: bool = False) -> Response:
        del request
        labels = self._templates.labels[self._lang]
        page = self._templates.render("login.html", t=labels, lang=self._lang, wrong=wrong,
                                      direction="rtl" if self._lang == "ar" else "ltr")  # fmt: skip
        return HTMLResponse(page, 403 if wrong else 200)

    async def _given(self, request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=3)
        async with self._one_at_a_time:
            if self._sessions.enter(request.scope["session"], str(form.get("password", ""))):
                return RedirectResponse("/", 303)
            await asyncio.sleep(_PAUSE)
        return self._asked(request, wrong=True)
