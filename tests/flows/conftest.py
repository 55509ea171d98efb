"""One harness for the flow tests: the installed command against a Prefect server of the tests' own, on loopback."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flows.cli.app import main

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
ONRECORD = [sys.executable, "-m", "flows.cli"]


@dataclass
class Command:
    """The command line in an environment of its own."""

    env: dict[str, str]

    def __call__(self, *arguments: object, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*ONRECORD, *map(str, arguments)],
            env=self.env | env,
            input=stdin or "",
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def start(self, *arguments: object, **options: Any) -> subprocess.Popen[bytes]:
        """Starts the command in a process group of its own and does not wait."""
        env = self.env | options.pop("env", {})
        return subprocess.Popen([*ONRECORD, *map(str, arguments)], env=env, stdin=subprocess.DEVNULL, start_new_session=True, **options)


@dataclass
class CommandHere(Command):
    """The command line in the process of the tests, which pays once for imports, language model and workers that a command of its own
    needs ten processor seconds for. What is started and not waited for is a process of its own."""

    def __call__(self, *arguments: object, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        told, warned = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
        command = ["onrecord", *map(str, arguments)]
        status: object = 0
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(told), redirect_stderr(warned):
            for name in set(os.environ) - set(self.env):
                patch.delenv(name)
            for name, value in (self.env | env).items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", command)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((stdin or "").encode("utf-8", "surrogateescape")), "utf-8"))
            try:
                main()
            except SystemExit as e:
                status = e.code or 0
            _send_logs()
        assert isinstance(status, int)
        return subprocess.CompletedProcess(command, status, _read(told), _read(warned))


def _send_logs() -> None:
    """Sends what Prefect has not sent yet, as it does at the end of a process."""
    from prefect.logging.handlers import APILogWorker

    APILogWorker.drain_all()


def _read(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="session")
def prefect_env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which Prefect knows nothing of the machine's own settings."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "ONRECORD_"))}
    return env | {
        "PREFECT_HOME": str(tmp_path_factory.mktemp("prefect")),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "COLUMNS": "160",
        "ONRECORD_SERVER_SECONDS": "0",  # no server is left behind
    }


@pytest.fixture(scope="session")
def server(prefect_env: dict[str, str]) -> Iterator[str]:
    """The API address of a Prefect server that the tests started."""
    port = free_port()
    told = Path(prefect_env["PREFECT_HOME"], "server.log")
    with told.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)],
            env=prefect_env, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    url = f"http://127.0.0.1:{port}/api"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{url}/health", timeout=2).close()
                break
            except OSError:
                assert process.poll() is None, told.read_text()
                time.sleep(0.5)
        yield url
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture(scope="session")
def installed(prefect_env: dict[str, str], server: str) -> Command:
    """The command line as it is installed, a process a command, its runs reported to the tests' server."""
    return Command(prefect_env | {"PREFECT_API_URL": server})


@pytest.fixture(scope="session")
def onrecord(installed: Command) -> Iterator[Command]:
    """The command line in the process of the tests, its runs reported to the tests' server."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in installed.env.items():
            patch.setenv(name, value)
        from prefect.context import refresh_global_settings_context

        refresh_global_settings_context()  # another test may have imported Prefect, which reads the environment then
        yield CommandHere(installed.env)


@pytest.fixture(scope="session")
def sample_run(onrecord: Command, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A home with the sample pages in it, for tests that only read, and what the run printed."""
    home = tmp_path_factory.mktemp("samples") / "home"
    done = onrecord("run", SAMPLES, "--home", home)
    assert done.returncode == 0, done.stderr
    return home, done


@pytest.fixture
def sample_home(sample_run: tuple[Path, object], tmp_path: Path) -> Path:
    """A copy of that home, to write to."""
    shutil.copytree(sample_run[0], tmp_path / "home", symlinks=True)
    return tmp_path / "home"
