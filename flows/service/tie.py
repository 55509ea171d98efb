"""Processes that end when the one that started them ends, however that came: nothing is left behind by `kill -9`.

`python -m flows.service.tie PARENT MODULE [ARGUMENTS]` runs a module tied to the process PARENT.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

WORKER_VARIABLE = "ONRECORD_WORKER_PID"  # set where runs are to end with the worker that started them
_PR_SET_PDEATHSIG = 1


def tie_to(parent: int) -> None:
    """Has the kernel kill this process when `parent` ends; it is killed at once if `parent` has ended already.

    The tie outlives an exec, and is not handed on to children.
    """
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def tie_to_worker() -> None:
    """Ties a run to the worker of `onrecord up` that started it; runs of other workers, and of the command line, go on alone."""
    if worker := os.environ.get(WORKER_VARIABLE):
        tie_to(int(worker))


def main() -> None:
    """Ties itself, then becomes the program of its arguments."""
    parent, *module = sys.argv[1:]
    tie_to(int(parent))
    os.environ[WORKER_VARIABLE] = str(os.getpid())
    os.execv(sys.executable, [sys.executable, "-m", *module])


if __name__ == "__main__":
    main()
