"""Reading what is published."""

from __future__ import annotations

import duckdb

from warehouse.home import Home


class NotPublished(FileNotFoundError):
    """The home has no published warehouse."""


def connect(home: Home) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the snapshot in service. It sees that snapshot for as long as it is open, and blocks nobody."""
    raise NotImplementedError
