"""The server that worker processes are forked from, which has the language model loaded."""

from __future__ import annotations

import multiprocessing
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext

_PRELOADED = ["flows.run.warm"]


def fork_context() -> ForkServerContext:
    """Makes processes that are forked from the warm server."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def prepare_workers() -> None:
    """Starts the server, which loads the model while this process does something else."""
    fork_context()
    forkserver.ensure_running()


def inherit_workers() -> None:
    """Has this process, a forked child, take its workers from the server that its parent has started."""
    # The standard library would ask whether the server lives, which of a process that is no child of its own cannot be asked.
    for asked in (forkserver, forkserver._forkserver):
        vars(asked)["ensure_running"] = lambda: None
