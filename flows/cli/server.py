"""`onrecord up` and `onrecord ui`: a Prefect server on loopback, and beside it a worker with the scheduled run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from flows.settings import Settings

_ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 120.0
WORK_POOL = "onrecord"


class ServerFailed(Exception):
    """The server, the worker or the deployment did not start; the message says which and where to look."""


def serve(settings: Settings) -> None:
    """Runs server, worker and deployment until interrupted. Raises `ServerFailed` when one of them ends by itself."""
    if not settings.sources:
        raise ServerFailed("ONRECORD_SOURCES is empty: name the files and folders to watch, separated by ':'")
    env = _environment(settings)
    with _Children(env) as children:
        _start_server(children, settings)
        _prefect(env, "work-pool", "create", WORK_POOL, "--type", "process", "--overwrite")
        _prefect(env, "deploy", "--all", "--prefect-file", str(_ROOT / "flows" / "prefect.yaml"))
        children.start("worker", "worker", "start", "--pool", WORK_POOL, "--name", "onrecord")
        print(
            f"watching {settings.sources} on the schedule {settings.schedule}; runs are at {_address(settings)}; Ctrl-C ends",
            flush=True,
        )
        children.wait()


def serve_ui(settings: Settings) -> None:
    """Runs only the server until interrupted."""
    with _Children(_environment(settings)) as children:
        _start_server(children, settings)
        print(f"the Prefect UI is at {_address(settings)}; Ctrl-C ends", flush=True)
        children.wait()


def _address(settings: Settings) -> str:
    return f"http://127.0.0.1:{settings.port}"


def _environment(settings: Settings) -> dict[str, str]:
    """What server, worker and scheduled runs see: the user's environment, then what must agree among them."""
    return (
        {
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            # A run whose processes were all killed is marked crashed only if it sends heartbeats.
            "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",
        }
        | os.environ
        | {
            "PREFECT_API_URL": f"{_address(settings)}/api",
            "PREFECT_UI_URL": _address(settings),
            "ONRECORD_HOME": str(settings.home.resolve()),
            "ONRECORD_SOURCES": ":".join(s if "://" in s else str(Path(s).resolve()) for s in settings.watched),
            "ONRECORD_ROOT": str(_ROOT),
            "ONRECORD_SCHEDULE": settings.schedule,
        }
    )


def _start_server(children: _Children, settings: Settings) -> None:
    if _answers(settings):
        raise ServerFailed(f"something answers on port {settings.port} already; set ONRECORD_PORT, or point PREFECT_API_URL at that server")
    children.start("server", "server", "start", "--host", "127.0.0.1", "--port", str(settings.port))
    waited_until = time.monotonic() + _START_SECONDS
    while not _answers(settings):
        children.check()
        if time.monotonic() > waited_until:
            raise ServerFailed(f"the Prefect server does not answer after {_START_SECONDS:.0f} seconds")
        time.sleep(0.3)


def _answers(settings: Settings) -> bool:
    try:
        with urllib.request.urlopen(f"{_address(settings)}/api/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _prefect(env: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "prefect", "--no-prompt", *arguments],
        env=env,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise ServerFailed(f"prefect {' '.join(arguments[:2])} failed:\n{(done.stdout + done.stderr)[-2000:]}")


class _Children:
    """Child processes that end together: each in its own group, so that what they start ends with them."""

    def __init__(self, env: dict[str, str]) -> None:
        self._env = env
        self._running: dict[str, subprocess.Popen[bytes]] = {}

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

    def start(self, name: str, *arguments: str) -> None:
        """Starts `prefect ARGUMENTS`; its output goes to standard error."""
        command: Sequence[str] = [sys.executable, "-m", "prefect", *arguments]
        self._running[name] = subprocess.Popen(
            command, env=self._env, cwd=_ROOT, stdout=sys.stderr, stdin=subprocess.DEVNULL, start_new_session=True
        )

    def check(self) -> None:
        """Raises `ServerFailed` if a child has ended."""
        for name, child in self._running.items():
            if child.poll() is not None:
                raise ServerFailed(f"the {name} ended by itself (exit code {child.returncode}); its last lines stand above")

    def wait(self) -> None:
        """Returns never; raises `ServerFailed` when a child ends."""
        while True:
            self.check()
            time.sleep(1)
