"""The web application on a port of this machine."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import uvicorn

from flows.browse.app import LOCAL, create_app
from warehouse.home import Home

_AT_ONCE = 32  # requests; more are told to come again


class CannotListen(RuntimeError):
    """The port is taken, or the address is none of this machine."""


def serve_pages(home: Path, host: str, port: int) -> None:
    """Serves the pages of a home until it is ended.

    Raises:
        CannotListen: the message says why.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError as problem:
        raise CannotListen(f"cannot listen on {host}:{port}: {problem.strerror or problem}") from problem
    shown = f"[{host}]" if ":" in host else host
    # Who opens it to others on purpose is asked under names that nobody here can know.
    hosts = LOCAL if host in ("127.0.0.1", "::1", "localhost") else ("*",)
    print(f"onrecord: reading {home} on http://{shown}:{listener.getsockname()[1]} (Ctrl-C ends it)", file=sys.stderr)
    config = uvicorn.Config(
        create_app(Home(home), hosts=hosts), log_level="warning", access_log=False, server_header=False, limit_concurrency=_AT_ONCE
    )
    uvicorn.Server(config).run(sockets=[listener])
