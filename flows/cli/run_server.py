"""The Prefect server that a run of the command line reports to, begun before anything heavy is imported.

A server that is named (PREFECT_API_URL, a profile) is taken; else one that runs on loopback already (`onrecord up`, `onrecord ui`);
else one that an earlier run has left for a while; else one is started, as Prefect would itself, but beside the imports, not after them.
"""

from __future__ import annotations

import atexit
import functools
import hashlib
import http.client
import importlib.metadata
import json
import os
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import IO

from flows.service.database import DATABASE_WAITS
from flows.service.loaded import CONFIGURATIONS, prefect_home, prefect_profiles
from flows.service.shared_server import Notice, SharedFile
from flows.service.tie import tie_to

_VARIABLE = "PREFECT_API_URL"
_ANSWER_SECONDS = 2.0
# A new server makes its database first, which takes long on a busy machine.
_START_SECONDS = 180.0
_POLL_SECONDS = 0.02
_STOP_SECONDS = 5.0
_LAST_CHARACTERS = 1000  # of what a server that does not start has said
# As Prefect starts its own: without the UI, and without writing its kinds of blocks into the database once more.
_ENVIRONMENT = {
    "PREFECT_UI_ENABLED": "0",
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT__SERVER_FINAL": "1",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
}


class ServerUnreachable(Exception):
    """The server that PREFECT_API_URL names does not answer, or the run's own does not start."""


class RunServer:
    """The server of one run. `wait` before Prefect is asked for anything."""

    def __init__(self, own: _OwnServer | None = None, shared: SharedFile | None = None, port: int = 0) -> None:
        self._own = own
        self.port = own.port if own else port  # 0: the user has named it
        self._shared = shared  # its lock tells the server that it is used, until this process ends

    @property
    def is_new(self) -> bool:
        """Whether the server is only starting."""
        return self._own is not None

    @property
    def is_of_runs(self) -> bool:
        """Whether a run has started the server: it has no automations then."""
        return bool(self._own or self._shared)

    def wait(self) -> None:
        """Waits until the server answers. Raises `ServerUnreachable` where it does not."""
        if self._own:
            self._own.wait()
        else:
            check_server()


def begin_server(port: int, idle_seconds: float = 0.0) -> RunServer:
    """The server for a run, maybe still starting. `port` is where one may run on loopback already.

    Sets PREFECT_API_URL for this process, where it is not the user's own. A server that is started ends with this process, or where
    `idle_seconds` are given, when no run has used it for so long.
    """
    if "prefect" in sys.modules or is_server_named():
        return RunServer()
    if is_prefect(port):
        os.environ[_VARIABLE] = f"http://127.0.0.1:{port}/api"
        return RunServer(port=port)
    server = (_begin_shared(idle_seconds) if idle_seconds else None) or RunServer(_OwnServer())
    os.environ[_VARIABLE] = f"http://127.0.0.1:{server.port}/api"
    return server


def _begin_shared(idle_seconds: float) -> RunServer | None:
    """The server that runs share, begun where there is none; None where it was started with other settings, or is beginning or ending."""
    path = prefect_home() / "onrecord-server.json"
    try:
        shared = SharedFile(path)
    except OSError:
        return None  # a home that cannot be written; Prefect says so itself
    if not shared.share():
        return None
    started_with, found = _describe_environment(), shared.read()
    if found and is_prefect(found.port):
        return RunServer(None, shared, found.port) if found.started_with == started_with else None
    if not shared.claim():
        return None
    own = _OwnServer(path, idle_seconds)
    shared.write(Notice(own.port, started_with))
    return RunServer(own, shared) if shared.share() else RunServer(own)


def _describe_environment() -> str:
    """A digest of what a server takes from the environment, and of the program that it is."""
    settings = sorted((k, v) for k, v in os.environ.items() if k.startswith("PREFECT_") and k != _VARIABLE)
    folder = str(Path.cwd()) if any(map(os.path.exists, CONFIGURATIONS)) else ""  # files there may hold settings too
    return hashlib.sha256(repr((sys.prefix, folder, settings)).encode()).hexdigest()


def check_server() -> bool:
    """Whether a Prefect server is named, which answers then. Raises `ServerUnreachable` where it does not."""
    import httpx
    from prefect.settings import get_current_settings

    url = get_current_settings().api.url
    if not url:
        return False  # Prefect starts a server of its own for the run
    try:
        # Without certificates where none is asked for: to read them takes longer than the answer.
        httpx.get(f"{url.rstrip('/')}/health", timeout=10, verify=not url.startswith("http:")).raise_for_status()
    except httpx.HTTPError as e:
        raise ServerUnreachable(f"the Prefect server at {url} ({_VARIABLE}) does not answer: {e}") from None
    return True


def is_server_named() -> bool:
    """Whether anything from which Prefect reads its settings may name a server. Rather too often than not: then Prefect decides."""
    if os.environ.get(_VARIABLE):
        return True
    return any(_speaks_of_server(path) for path in (prefect_profiles(), *map(Path, CONFIGURATIONS)))


def _speaks_of_server(file: Path) -> bool:
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return _VARIABLE in text or (file.name == "prefect.toml") or "[tool.prefect" in text


def is_prefect(port: int) -> bool:
    """Whether a Prefect server of the installed version answers on that port of loopback."""
    return _ask(port, "/api/admin/version") == importlib.metadata.version("prefect")


def _ask(port: int, path: str) -> object:
    """The JSON that a server on loopback answers with, None where it answers nothing of the kind."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_ANSWER_SECONDS)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        found = json.loads(answer.read())
        return found if answer.status == http.HTTPStatus.OK else None
    except (OSError, ValueError, http.client.HTTPException):
        return None
    finally:
        connection.close()


class _OwnServer:
    """A server that this process starts: for itself alone, and it ends with it, however that ends; or shared, which ends by itself."""

    def __init__(self, shared: Path | None = None, idle_seconds: float = 0.0) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the server
        self.port = _find_port()
        self._process = _start_shared(self.port, self._said, shared, idle_seconds) if shared else _start(self.port, self._said)
        if shared is None:
            # Registered before Prefect is imported, so it comes last: Prefect sends at exit what it has not sent yet.
            atexit.register(self._stop)

    def wait(self) -> None:
        until = time.monotonic() + _START_SECONDS
        while _ask(self.port, "/api/health") is not True:
            if self._process.poll() is not None:
                raise ServerUnreachable(f"the run's own Prefect server did not start:\n{self._last_words()}")
            if time.monotonic() > until:
                raise ServerUnreachable(f"the run's own Prefect server does not answer after {_START_SECONDS:.0f} seconds")
            time.sleep(_POLL_SECONDS)

    def _last_words(self) -> str:
        self._said.seek(0)
        return self._said.read().decode("utf-8", "replace")[-_LAST_CHARACTERS:]

    def _stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._said.close()


def _start(port: int, said: IO[bytes]) -> subprocess.Popen[bytes]:
    seldom = "from flows.garbage import look_seldom; look_seldom(); import uvicorn; uvicorn.main()"
    return subprocess.Popen(
        [sys.executable, "-c", seldom, *_arguments(), "--port", str(port)],
        env=DATABASE_WAITS | os.environ | _ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        preexec_fn=functools.partial(tie_to, os.getpid()),
    )  # fmt: skip


def _start_shared(port: int, said: IO[bytes], file: Path, idle_seconds: float) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "flows.service.shared_server", str(file.resolve()), str(port), str(idle_seconds), *_arguments()],
        env=DATABASE_WAITS | os.environ | _ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        start_new_session=True,  # Ctrl-C ends the run, not the server that others may use
    )  # fmt: skip


def _arguments() -> tuple[str, ...]:
    app = ("--app-dir", sysconfig.get_path("purelib"), "--factory", "prefect.server.api.server:create_app")
    return (*app, "--host", "127.0.0.1", "--log-level", "error", "--lifespan", "on")


def _find_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])
