"""Hands a command to the process that an earlier run has left with everything loaded, and leaves one (`flows.service.resident`)."""

from __future__ import annotations

import functools
import inspect
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from flows.service.loaded import describe_loaded
from flows.service.resident import GO, LENGTH, PASSED_ON, READY

_ANSWER_SECONDS = 5.0  # that a resident has; what it can do in more the command does itself
_LOOK_SECONDS = 0.5  # at most, until a signal is passed on that came just before a read
_STATUS_OF_KILL = 128 + signal.SIGKILL
_LONGEST_PATH = 107  # bytes, of a socket's file
_ONLY_OWNER = 0o077  # what others may do with the folder of the sockets: nothing


class Resident:
    """The process that may do this command, and later ones like it. Made before Prefect is imported: it notes the environment as it is."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self._digest = describe_loaded()
        self.path = folder / f"{self._digest}.sock"
        self._seconds = seconds
        self._environment = dict(os.environ)

    def do_command(self) -> int | None:
        """The exit status of this process's command, done by the resident; None where there is none, or it does not answer."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(_ANSWER_SECONDS)
            try:
                connection.connect(str(self.path))
                request = json.dumps(self._describe_command()).encode()
                socket.send_fds(connection, [LENGTH.pack(len(request))], [0, 1, 2])
                connection.sendall(request)
                if connection.recv(1) != READY:
                    return None
            except OSError:
                return None
            connection.settimeout(_LOOK_SECONDS)
            status = b""
            with _passing_on(connection), suppress(ConnectionError):
                connection.sendall(GO)
                status = _wait_for_status(connection)
        if not status:
            print("onrecord: the process that did the command was killed", file=sys.stderr)
        return status[0] if status else _STATUS_OF_KILL

    def leave(self) -> None:
        """Starts a resident with what this process has loaded; one that has loaded something else ends."""
        for other in self.path.parent.glob("*.sock"):
            if other != self.path:
                other.unlink(missing_ok=True)
        with tempfile.TemporaryFile("w+") as modules, suppress(OSError):
            modules.write("\n".join((*(name for name in list(sys.modules) if not name.startswith("__")), *_name_lists_read())))
            modules.seek(0)
            with self.path.with_name("resident.log").open("wb") as log:
                subprocess.Popen(
                    [sys.executable, "-m", "flows.service.resident", self._digest, str(self.path), str(self._seconds)],
                    env=self._environment, stdin=modules, stdout=log, stderr=log, start_new_session=True,
                )  # fmt: skip

    def _describe_command(self) -> dict[str, object]:
        umask = os.umask(0)
        os.umask(umask)
        ignored = [int(number) for number in PASSED_ON if signal.getsignal(number) is signal.SIG_IGN]
        return {"arguments": sys.argv, "folder": str(Path.cwd()), "environment": self._environment, "umask": umask, "ignored": ignored}


def find_resident(seconds: float) -> Resident | None:
    """The resident of this process's kind, which may have to be started; None where no folder of this user alone can hold its socket."""
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir(), f"onrecord-{os.getuid()}")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    resident = Resident(folder, seconds)
    is_own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & _ONLY_OWNER
    return resident if is_own and len(os.fsencode(resident.path)) <= _LONGEST_PATH else None


def _name_lists_read() -> Iterator[str]:
    """The functions of `transforms` without arguments that keep what they have read, and have read it: `module:function`."""
    for name, module in list(sys.modules.items()):
        if name.startswith("transforms."):
            for function in vars(module).values():
                if (
                    isinstance(function, functools._lru_cache_wrapper)
                    and function.__module__ == name
                    and function.cache_info().currsize
                    and not inspect.signature(function).parameters
                ):
                    yield f"{name}:{function.__name__}"


def _wait_for_status(connection: socket.socket) -> bytes:
    """The exit status, one byte; empty where the child has gone without one. A read without end would keep a signal that comes just
    before it from being passed on."""
    while True:
        with suppress(TimeoutError):
            return connection.recv(1)


@contextmanager
def _passing_on(connection: socket.socket) -> Iterator[None]:
    """Signals that this process gets go to the one that does its command."""

    def pass_on(number: int, _: FrameType | None) -> None:
        with suppress(OSError):
            connection.sendall(bytes([number]))

    before = {number: signal.signal(number, pass_on) for number in PASSED_ON if signal.getsignal(number) is not signal.SIG_IGN}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
