"""A Prefect server that runs share: it outlives the run that began it, and ends by itself when none has used it for a while.

A file in Prefect's home tells its port. Who uses the server holds a shared lock on that file, which ends with its process however that
ends; who begins one, or ends it, holds the lock alone.

`python -m flows.service.shared_server FILE PORT SECONDS UVICORN-ARGUMENTS` is such a server.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from flows.garbage import look_seldom

_LOOK_SECONDS = 2.0  # between two looks whether anybody uses the server
_TRIES = 5  # of a lock that the server's look may hold for an instant
_TRY_SECONDS = 0.02  # between two of them


@dataclass(frozen=True, slots=True)
class Notice:
    """What a server's file tells: its port, and what it was started with. A run of other settings needs a server of its own."""

    port: int
    started_with: str


class SharedFile:
    """The file of a shared server, with the lock that this process has on it."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[str] = path.open("a+", encoding="utf-8")

    def share(self) -> bool:
        """Whether this process may use the server that the file names, or begin one; it then holds the lock with others."""
        return any(self._lock(fcntl.LOCK_SH, wait=n > 0) for n in range(_TRIES))

    def claim(self) -> bool:
        """Whether nobody else uses the server or begins one; this process then holds the lock alone."""
        return self._lock(fcntl.LOCK_EX)

    def leave(self) -> None:
        """Gives the lock up."""
        fcntl.flock(self._file, fcntl.LOCK_UN)

    def read(self) -> Notice | None:
        """What the file tells, None where it tells of no server."""
        self._file.seek(0)
        try:
            told = json.loads(self._file.read())
            return Notice(int(told["port"]), str(told["started_with"]))
        except (ValueError, TypeError, KeyError):
            return None

    def write(self, notice: Notice | None) -> None:
        """Has the file tell of this server, or of none. Under the lock alone."""
        self._file.truncate(0)
        if notice:
            self._file.write(json.dumps({"port": notice.port, "started_with": notice.started_with}))
        self._file.flush()

    def _lock(self, kind: int, *, wait: bool = False) -> bool:
        if wait:
            time.sleep(_TRY_SECONDS)
        try:
            fcntl.flock(self._file, kind | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def end_when_idle(path: Path, seconds: float) -> None:
    """Ends this process when nobody has held the lock of its file for `seconds`; a file that is gone ends it too."""
    shared, used = SharedFile(path), time.monotonic()
    while True:
        time.sleep(_LOOK_SECONDS)
        if not shared.claim():
            used = time.monotonic()
        elif time.monotonic() - used < seconds and path.exists():
            shared.leave()
        else:
            shared.write(None)
            os.kill(os.getpid(), signal.SIGTERM)
            return


def main() -> None:
    """Serves until nobody has used the server for a while."""
    look_seldom()  # before the imports of a second and more
    file, port, seconds, *arguments = sys.argv[1:]
    threading.Thread(target=end_when_idle, args=(Path(file), float(seconds)), daemon=True).start()
    sys.argv = ["uvicorn", *arguments, "--port", port]
    import uvicorn

    uvicorn.main()


if __name__ == "__main__":
    main()
