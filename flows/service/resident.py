"""A process that stays for some minutes after a run with everything loaded, and forks a child for each command that is handed to it.

A command of its own loads Prefect, DuckDB and the language model first, which takes seconds. A child of the resident has them. It gets the
command's arguments, folder, environment and standard streams over a socket in a folder that is the user's alone, and is the command from
then on; the process that handed it over (`flows.cli.handover`) passes signals on and waits for the exit status.

What is said on the socket: the length of a request, which carries the three streams; the request, as JSON; `READY` from the child; `GO`
from the command, which from here on does nothing itself; then signals, a byte each, and from the child the exit status, one byte.

`python -m flows.service.resident DIGEST SOCKET SECONDS`, with the names of what to load on standard input, is such a process.
"""

from __future__ import annotations

import atexit
import fcntl
import json
import os
import signal
import socket
import struct
import sys
import threading
import time
import traceback
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from flows.garbage import look_seldom
from flows.run.forks import inherit_workers, prepare_workers
from flows.service.loaded import describe_loaded

READY = b"R"
GO = b"G"
LENGTH = struct.Struct("!I")
STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))  # by file descriptor
PASSED_ON = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_LOOK_SECONDS = 2.0  # between two looks whether the resident is still wanted
_ANSWER_SECONDS = 10.0  # that a command has to send its request
_STATUS_OF_INTERRUPT = 128 + signal.SIGINT


def main() -> None:
    """Loads what the standard input names, then does commands until none has come for a while, or the socket's file is gone."""
    digest, file, seconds = sys.argv[1:]
    path = Path(file)
    alone = path.with_suffix(".lock").open("w")
    try:
        fcntl.lockf(alone, fcntl.LOCK_EX | fcntl.LOCK_NB)  # of this process: children do not have it
    except OSError:
        return  # another is loading, or serves already
    if describe_loaded() != digest:
        return
    _load(sys.stdin.read().split())
    if describe_loaded() != digest:  # something has changed while it was loaded
        return
    os.chdir("/")
    with _listen(path) as listener:
        connection = serve(listener, path, float(seconds))
    if connection:
        do_command(connection)


def _load(names: Iterable[str]) -> None:
    """Imports modules, and has functions (`module:function`) read what they keep; workers load the model meanwhile."""
    import gc
    import importlib

    from flows.run.rules import document_rules, grouping_rules

    look_seldom()
    prepare_workers()
    for name in names:
        module, _, function = name.partition(":")
        with suppress(Exception):  # of what a run has imported some is no module that can be imported by its name
            loaded = importlib.import_module(module)
            if function:
                getattr(loaded, function)()
    document_rules()
    grouping_rules()
    gc.collect()
    gc.freeze()  # a child that collects garbage would copy all this memory for itself


def _listen(path: Path) -> socket.socket:
    listener = socket.socket(socket.AF_UNIX)
    path.unlink(missing_ok=True)
    listener.bind(str(path))
    path.chmod(0o600)
    listener.listen()
    listener.settimeout(_LOOK_SECONDS)
    return listener


def serve(listener: socket.socket, path: Path, seconds: float) -> socket.socket | None:
    """Forks a child for each command that comes. Gives the command's connection, in the child; None in this process, when it is to end."""
    own, children, used = path.stat().st_ino, set[int](), time.monotonic()
    while True:
        try:
            connection: socket.socket | None = listener.accept()[0]
        except TimeoutError:
            connection = None
        children = {pid for pid in children if os.waitpid(pid, os.WNOHANG) == (0, 0)}
        if connection:
            with connection, suppress(OSError):  # where no process can be made the command does its work itself
                prepare_workers()  # their server may have been killed
                child = os.fork()
                if not child:
                    return connection.dup()
                children.add(child)
        if connection or children:
            used = time.monotonic()
        elif time.monotonic() - used >= seconds:
            path.unlink(missing_ok=True)
            return None
        if not path.exists() or path.stat().st_ino != own:
            return None


def do_command(connection: socket.socket) -> None:
    """Is the command that the connection brings: in a child of the resident, to its end. Tells its exit status as soon as it is known."""
    connection.settimeout(_ANSWER_SECONDS)
    if not (request := _receive(connection)):
        return
    connection.settimeout(None)
    _take_over(*request)
    ended = threading.Event()
    status = _do(threading.Thread(target=_obey, args=(connection, ended), daemon=True))
    ended.set()
    with suppress(OSError):
        connection.sendall(bytes([status & 0xFF]))
        connection.shutdown(socket.SHUT_WR)
    # What is still to be sent to Prefect is sent now. Then an end without C++'s: it would wait for threads of the resident.
    threading._shutdown()  # type: ignore[attr-defined]  # the first two things that Python does at its end
    atexit._run_exitfuncs()
    os._exit(status)


def _receive(connection: socket.socket) -> tuple[dict[str, object], list[int]] | None:
    """The request and its streams, None where the command has given it up."""
    with suppress(OSError, ValueError, struct.error):
        head, streams, *_ = socket.recv_fds(connection, LENGTH.size, len(STREAMS))
        (length,), body = LENGTH.unpack(head), b""
        while len(body) < length and (part := connection.recv(length - len(body))):
            body += part
        request = json.loads(body)
        connection.sendall(READY)
        if connection.recv(1) == GO:
            return request, streams
    return None


def _take_over(request: dict[str, object], streams: list[int]) -> None:
    """Gives this process the streams, the folder, the environment, the arguments and the ignored signals of the command."""
    for own, (given, (name, mode)) in enumerate(zip(streams, STREAMS, strict=True)):
        os.dup2(given, own)
        os.close(given)
        setattr(sys, name, _open_again(own, mode, getattr(sys, name)))
    ignored = request["ignored"]
    assert isinstance(ignored, list)
    for number in PASSED_ON:  # what left the resident may have been in a shell's background, which ignores Ctrl-C
        heeded = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
        signal.signal(number, signal.SIG_IGN if number in ignored else heeded)
    os.umask(int(str(request["umask"])))
    os.chdir(str(request["folder"]))
    environment = request["environment"]
    assert isinstance(environment, dict)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    arguments = request["arguments"]
    assert isinstance(arguments, list)
    sys.argv = arguments
    inherit_workers()


def _open_again(number: int, mode: str, before: TextIOWrapper) -> IO[str]:
    """A standard stream as Python makes it when it starts: standard error, and what goes to a terminal, line by line."""
    lines = before is sys.stderr or (mode == "w" and os.isatty(number))
    return open(number, mode, encoding=before.encoding, errors=before.errors, buffering=1 if lines else -1, closefd=False)


def _obey(connection: socket.socket, ended: threading.Event) -> None:
    """Does to this process what the command passes on; ends it where the command is gone."""
    with suppress(OSError):
        while (number := connection.recv(1)) and not ended.is_set():
            signal.pthread_kill(threading.main_thread().ident or 0, number[0])  # whom Python has handle signals: wakes it
    if not ended.is_set():
        os.kill(os.getpid(), signal.SIGKILL)


def _do(obeying: threading.Thread) -> int:
    """The exit status of the command, its output written; from its first step on it obeys signals."""
    from flows.cli.app import main as onrecord

    status: object = 0
    try:
        obeying.start()
        onrecord()
    except SystemExit as e:
        status = e.code
    except KeyboardInterrupt:
        status = _STATUS_OF_INTERRUPT
    except BaseException:
        traceback.print_exc()
        status = 1
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    if isinstance(status, int):
        return status
    return 0 if status is None else 1


if __name__ == "__main__":
    main()
