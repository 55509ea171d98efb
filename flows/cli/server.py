"""`onrecord up` and `onrecord ui`: a Prefect server on loopback, and beside it a worker with the scheduled runs, and pages to read."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from typing import NoReturn

from flows.service.database import DATABASE_WAITS
from flows.service.deploy import ROOT, WORK_POOL, environment
from flows.settings import Settings

_START_SECONDS = 120.0
_PAUSE_SECONDS = 1.0
# A child that ends by itself is started again, unless it has ended this number of times within this number of seconds.
_RESTARTS = 5
_RESTART_SECONDS = 600.0


class ServerFailed(Exception):
    """The server, the worker or the deployment did not start; the message says which and where to look."""


def serve(settings: Settings) -> None:
    """Runs server, worker, deployments and pages until interrupted; what ends by itself is started again.

    Raises:
        ServerFailed: something does not start, or ends again and again.
    """
    if not settings.sources:
        raise ServerFailed("ONRECORD_SOURCES is empty: name the files and folders to watch, separated by ':'")
    env = _environment(settings)
    told = f"watching {settings.sources}; runs are at {_address(settings.port)}"
    with _Children(env) as children:
        starts = {"server": lambda: _start_server(children, settings), "worker": lambda: _start_worker(children, env)}
        if settings.browse_port:
            starts["pages"] = lambda: _start_pages(children, settings)
            starts["pages"]()  # first: they can be read meanwhile, and a port that is taken is told at once
            told += f"; pages to read are at {_address(settings.browse_port)}"
        _start_server(children, settings)
        _step(env, "onrecord deploy", "flows.cli", "deploy")
        _start_worker(children, env)
        print(f"{told}; Ctrl-C ends", flush=True)
        _keep_up(children, starts)


def serve_ui(settings: Settings) -> None:
    """Runs only the server until interrupted."""
    with _Children(_environment(settings)) as children:
        _start_server(children, settings)
        print(f"the Prefect UI is at {_address(settings.port)}; Ctrl-C ends", flush=True)
        _keep_up(children, {"server": lambda: _start_server(children, settings)})


def _keep_up(children: _Children, starts: Mapping[str, Callable[[], None]]) -> NoReturn:
    """Starts again each child that ends by itself, by its name, until interrupted."""
    while True:
        time.sleep(_PAUSE_SECONDS)
        for name, start in starts.items():
            if children.has_ended(name):
                start()


def _address(port: int) -> str:
    return f"http://127.0.0.1:{port}"


def _environment(settings: Settings) -> dict[str, str]:
    """What server, worker and scheduled runs see: the user's environment, then what must agree among them."""
    return (
        {
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            # Runs of more than 90 days ago go, as events do: else the server's database grows for ever.
            "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
            # On disk: a server that is started again must know which run holds which slot.
            "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect.server.concurrency.lease_storage.filesystem",
            **DATABASE_WAITS,
            "PREFECT_SERVER_EVENTS_CAUSAL_ORDERING": "flows.service.ordering",
        }
        | os.environ
        | {"PREFECT_API_URL": f"{_address(settings.port)}/api", "PREFECT_UI_URL": _address(settings.port)}
        | environment(settings)
    )


def _start_server(children: _Children, settings: Settings) -> None:
    if _answers(settings):
        raise ServerFailed(f"something answers on port {settings.port} already; set ONRECORD_PORT, or point PREFECT_API_URL at that server")
    children.start("server", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(settings.port))
    waited_until = time.monotonic() + _START_SECONDS
    while not _answers(settings):
        if children.has_ended("server"):
            raise ServerFailed("the server does not start; its last lines stand above")
        if time.monotonic() > waited_until:
            raise ServerFailed(f"the Prefect server does not answer after {_START_SECONDS:.0f} seconds")
        time.sleep(0.3)


def _answers(settings: Settings) -> bool:
    try:
        with urllib.request.urlopen(f"{_address(settings.port)}/api/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _start_worker(children: _Children, env: dict[str, str]) -> None:
    # Runs end with their worker, so whatever says that it is at work now has lost its process.
    _step(env, "the search for runs that have lost their process", "flows.service.leftovers")
    children.start("worker", "prefect", "worker", "start", "--pool", WORK_POOL, "--name", "onrecord")


def _start_pages(children: _Children, settings: Settings) -> None:
    if not _is_free(settings.browse_port):
        raise ServerFailed(f"port {settings.browse_port} is taken; set ONRECORD_BROWSE_PORT to another for the pages, or to 0 for none")
    children.start("pages", "flows.cli", "browse", "--home", str(settings.home.resolve()), "--port", str(settings.browse_port))


def _is_free(port: int) -> bool:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _step(env: dict[str, str], name: str, *module: str) -> None:
    done = subprocess.run([sys.executable, "-m", *module], env=env, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise ServerFailed(f"{name} failed:\n{(done.stdout + done.stderr)[-2000:]}")


class _Children:
    """Child processes that end together, also where this one is killed: each in its own group, tied to this one."""

    def __init__(self, env: dict[str, str]) -> None:
        self._env = env
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._endings: list[float] = []

    def __enter__(self) -> _Children:
        # Set for both: a shell that starts a command in the background has it ignore Ctrl-C's signal.
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, signal.default_int_handler)
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> bool:
        for child in reversed(self._running.values()):
            child.terminate()
            try:
                child.wait(30)
            except subprocess.TimeoutExpired:
                child.kill()
        return kind is KeyboardInterrupt

    def start(self, name: str, *module: str) -> None:
        """Starts a module with its arguments; its output goes to standard error."""
        self._running[name] = subprocess.Popen(
            [sys.executable, "-m", "flows.service.tie", str(os.getpid()), *module],
            env=self._env, cwd=ROOT, stdout=sys.stderr, stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def has_ended(self, name: str) -> bool:
        """Whether a child has ended since it was started, which is told.

        Raises:
            ServerFailed: that happens too often.
        """
        status = self._running[name].poll()
        if status is None:
            return False
        print(f"onrecord: the {name} ended by itself (exit code {status})", file=sys.stderr, flush=True)
        now = time.monotonic()
        self._endings = [moment for moment in self._endings if now - moment < _RESTART_SECONDS] + [now]
        if len(self._endings) > _RESTARTS:
            raise ServerFailed(f"the {name} ends again and again (exit code {status}); its last lines stand above")
        return True
