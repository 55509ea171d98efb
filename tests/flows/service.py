"""A service of the tests' own: `onrecord up`, what it runs, and what its Prefect server knows."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.flows.conftest import Command, free_port

NEVER = "0 0 1 1 *"  # a schedule whose time does not come while a test runs
TERMINAL = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}


def ask(api: str, path: str, payload: dict[str, Any] | None = None) -> Any:
    """What a Prefect server answers: to a POST where there is a payload, else to a GET."""
    data = None if payload is None else json.dumps(payload).encode()
    request = urllib.request.Request(f"{api}/{path}", data, {"content-type": "application/json"})
    for _ in range(60):
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            # Its database is locked for a moment: Prefect's own clients ask again as well.
            if error.code != 503:
                raise
        except TimeoutError:  # it waits a minute for its database itself; what changes nothing is asked again
            if data is not None:
                raise
        time.sleep(1)
    raise AssertionError(f"{path} is not to be had")


def switch_on(api: str, schedule: str) -> None:
    """Switches the schedule of a deployment on, as one does in the UI."""
    body = json.dumps({"active": True}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{api}/{schedule}", body, {"content-type": "application/json"}, method="PATCH")).close()


def read_text(address: str) -> str:
    """A page that is served on this machine."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        return str(answer.read().decode())


def start_deployment(api: str, name: str, **parameters: object) -> str:
    """Has a worker start a run of `FLOW/DEPLOYMENT` now; gives back its id."""
    deployment = ask(api, f"deployments/name/{name}")["id"]
    payload = {"state": {"type": "SCHEDULED"}, "parameters": parameters}
    return str(ask(api, f"deployments/{deployment}/create_flow_run", payload)["id"])


def wait_for(condition: Callable[[], Any], what: str, seconds: float = 240) -> Any:
    """What the condition gives, once it is true. Long, as the machine may have no processor to spare."""
    until = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < until, f"waited {seconds:g} seconds for {what}"
        time.sleep(0.2)
    return found


def wait_for_end(api: str, run: str) -> dict[str, Any]:
    """The state in which a run ends."""
    return dict(wait_for(lambda: (s := ask(api, f"flow_runs/{run}")["state"])["type"] in TERMINAL and s, "the run's end"))


def descendants(pid: int) -> set[int]:
    """The processes below one, read from /proc."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        below = children.get(waiting.pop(), [])
        found.update(below)
        waiting += below
    return found


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Service:
    """`onrecord up`, over one folder of sources and one home."""

    def __init__(self, folder: Path, env: dict[str, str], sources: str, schedule: str = NEVER) -> None:
        self.home = folder / "home"
        self.log = folder / "up.log"
        self.port = free_port()
        self.api = f"http://127.0.0.1:{self.port}/api"
        browse_port = free_port()
        self.pages = f"http://127.0.0.1:{browse_port}"
        self.env = env | {
            "PREFECT_HOME": str(folder / "prefect"),
            "ONRECORD_PORT": str(self.port),
            "ONRECORD_SERVER_SECONDS": "0",
            "ONRECORD_BROWSE_PORT": str(browse_port),
            "ONRECORD_COLLECT_SCHEDULE": NEVER,
            "ONRECORD_COMPACT_SCHEDULE": NEVER,
            "ONRECORD_BUILD_SCHEDULE": schedule,
            "ONRECORD_SOURCES": sources,
            "ONRECORD_HOME": str(self.home),
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Starts it and waits for its worker."""
        with self.log.open("wb") as told:
            self._process = Command(self.env).start("up", stdout=told, stderr=told)
        wait_for(
            lambda: self.is_told("Worker 'onrecord' started") and self.is_told(f"pages to read are at {self.pages}"),
            f"the service; it says {self.log.read_text()}",
        )

    def is_told(self, words: str) -> bool:
        """Whether its output has these words. Fails when it has ended."""
        assert self._process is not None
        assert self._process.poll() is None, self.log.read_text()
        return words in self.log.read_text()

    def child(self, words: str) -> int:
        """The process below it whose command has these words."""
        for pid in descendants(self.pid):
            try:
                command = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
            except OSError:
                continue
            if words in command:
                return pid
        raise AssertionError(f"no process of the service runs {words}")

    def kill(self) -> None:
        """Kills `onrecord up` alone, as nothing can be caught, and waits until all that it started has ended with it."""
        below = descendants(self.pid)
        os.kill(self.pid, signal.SIGKILL)
        assert self._process is not None
        self._process.wait()
        for pid in below:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)  # what a test has stopped could not end
        wait_for(lambda: not any(map(is_alive, below)), "what the service started to end with it", 60)

    def stop(self) -> None:
        """Ends it as Ctrl-C does."""
        if self._process is None or self._process.poll() is not None:
            return
        os.killpg(self.pid, signal.SIGTERM)
        try:
            self._process.wait(90)
        except subprocess.TimeoutExpired:
            self.kill()
