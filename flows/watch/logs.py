"""The log of a run, as the Prefect UI shows it."""

from __future__ import annotations

import logging


def quiet_tasks() -> None:
    """Keeps out of the log that a task has finished well: the line of its own says more."""
    logging.getLogger("prefect.task_runs").addFilter(_says_something)


def _says_something(record: logging.LogRecord) -> bool:
    return record.getMessage() != "Finished in state Completed()"
