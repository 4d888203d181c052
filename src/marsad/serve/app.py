"""The application: guard, static files, the ways of all pages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from marsad.codebook import codebook_of
from marsad.report.labels import LANGUAGES
from marsad.resources import Resources
from marsad.serve.adding import Jobs
from marsad.serve.login import Login
from marsad.serve.pages import PAGES
from marsad.serve.rendering import Templates
from marsad.serve.routing import route
from marsad.serve.security import LOGIN, Guard, TooLargeError
from marsad.serve.sessions import Sessions
from marsad.serve.settings import Settings
from marsad.serve.static import Static


class _Language(Convertor[str]):
    regex = "|".join(LANGUAGES)

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("lang", _Language())


def workbench(settings: Settings) -> Starlette:
    """The application on a case."""
    sessions, static = Sessions(settings), Static()
    templates = Templates(
        Resources(settings.lexicons).of(codebook_of),
        static.address,
        settings.lexicons,
        navigation=PAGES,
        case=settings.case,
    )

    jobs = Jobs(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        jobs.stop()

    def home(request: Request) -> Response:
        return RedirectResponse(f"/{request.path_params.get('lang', settings.lang)}/", 303)

    def too_large(_: Request, __: Exception) -> Response:
        return PlainTextResponse("More bytes than allowed", 413, headers={"connection": "close"})

    app = Starlette(
        routes=[
            Route("/", home),
            Route("/{lang:lang}", home),
            Route("/static/{version}/{name:path}", static.answer),
            *Login(sessions, templates, settings).routes(LOGIN),
            *(route(way) for page in PAGES for way in page.routes),
        ],
        middleware=[Middleware(Guard, settings=settings, sessions=sessions)],
        lifespan=lifespan,
        exception_handlers={TooLargeError: too_large},
    )
    app.router.redirect_slashes = False
    app.state.settings, app.state.templates, app.state.jobs = settings, templates, jobs
    return app
