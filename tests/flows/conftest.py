"""One harness for the flow tests: the installed command against a Prefect server of the tests' own, on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

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


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="session")
def prefect_env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which Prefect knows nothing of the machine's own settings."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "ONRECORD_"))}
    return env | {"PREFECT_HOME": str(tmp_path_factory.mktemp("prefect")), "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "COLUMNS": "160"}


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
def onrecord(prefect_env: dict[str, str], server: str) -> Command:
    """The command line, its runs reported to the tests' server."""
    return Command(prefect_env | {"PREFECT_API_URL": server})


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
