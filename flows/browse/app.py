"""The web application: which address shows which page, what every response carries, and what happens where something fails."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from importlib.resources import files

import duckdb
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from flows.browse import files as downloads
from flows.browse import lists, pages
from flows.browse.ask import Refused
from flows.browse.render import TooLarge, render
from flows.browse.report import NothingToReport
from flows.browse.search import BadSearch
from flows.browse.store import Broken, Outdated, Reading, Store, TooSlow
from warehouse.connect import NotPublished
from warehouse.home import Home

LOCAL = ("localhost", "127.0.0.1", "[::1]")  # names that a browser on this machine asks for
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


_EXPECTED = {
    pages.NotThere: 404,
    NothingToReport: 404,
    lists.BadRequest: 400,
    BadSearch: 400,
    Refused: 400,
    TooSlow: 503,
    TooLarge: 413,
    NotPublished: 503,
    Broken: 503,
    Outdated: 503,
}


def create_app(home: Home, *, hosts: tuple[str, ...] = LOCAL, store: Store | None = None) -> Starlette:
    """The application over a home. `hosts` are the names under which it may be asked; another is refused, so that no page elsewhere
    can read it under a name that leads here."""
    tables = store or Store(home)

    def shows(page: Callable[[Request, Reading], Response]) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            try:
                try:
                    with tables.read() as reading:
                        return page(request, reading)
                except Broken:
                    with tables.read() as reading:  # of a file that is opened anew
                        return page(request, reading)
            except duckdb.OutOfMemoryException as problem:
                raise TooSlow("this needs more memory than a page may take") from problem

        return answer

    def source(request: Request, reading: Reading) -> Response:
        return pages.source(request, reading, tables)

    routes = [
        Route("/", shows(pages.front)),
        Route("/story/{id}", shows(pages.story)),
        Route("/article/{id}", shows(pages.article)),
        Route("/article/{id}/source", shows(source)),
        Route("/entity/{id}", shows(pages.entity)),
        Route("/entities", shows(pages.entities)),
        Route("/statement/{id}", shows(pages.statement)),
        Route("/outlet/{name:path}", shows(pages.outlet)),
        Route("/outlets", shows(pages.outlets)),
        Route("/search", shows(pages.search)),
        Route("/report", shows(pages.report)),
        Route("/ask", shows(pages.ask)),
        Route("/ask.{form}", shows(downloads.answer_file)),
        Route("/lists/{name}.{form}", shows(downloads.list_file)),
        Route("/lists/{name}", shows(pages.list_page)),
        Mount("/static", StaticFiles(directory=str(files("flows.browse").joinpath("static")))),
    ]

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(tables.close)

    handlers = dict.fromkeys((*_EXPECTED, HTTPException, Exception), _tell)
    middleware = [Middleware(Guard), Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))]
    return Starlette(routes=routes, middleware=middleware, exception_handlers=handlers, lifespan=life)


class Guard:
    """Gives every response the headers that keep a page to itself, and refuses whatever is no GET."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                names = {name for name, _ in message["headers"]}
                extra = [(k.lower().encode(), v.encode()) for k, v in HEADERS.items() if k.lower().encode() not in names]
                message["headers"] = [*message["headers"], *extra]
            await send(message)

        if scope["method"] not in ("GET", "HEAD"):
            await Response("only GET\n", 405, {"Allow": "GET, HEAD"}, "text/plain")(scope, receive, send_guarded)
            return
        await self.app(scope, receive, send_guarded)


def _tell(request: Request, problem: Exception) -> Response:
    """A page that says what is wrong, without what only a developer understands."""
    if isinstance(problem, HTTPException):
        status, detail = problem.status_code, "there is no such page" if problem.status_code == 404 else problem.detail
    else:
        status = next((s for kind, s in _EXPECTED.items() if isinstance(problem, kind)), 500)
        detail = str(problem) if status != 500 else "this page failed: the log of `onrecord browse` says how"
    return render(request, "error.html", status=status, detail=detail)
