"""Reading what is published."""

from __future__ import annotations

import functools
import tempfile
import uuid
from pathlib import Path

import duckdb

from warehouse.home import Home

_TRIES = 5


class NotPublished(FileNotFoundError):
    """The home has no published warehouse."""


# What DuckDB raises where a query asks for a table, column or macro that is not there, and what it means of the project's own queries.
OUTDATED = (duckdb.CatalogException, duckdb.BinderException)
HOW_TO_UPDATE = "an earlier version built these tables: `onrecord rebuild` builds them anew"


@functools.cache
def _name_spill_folder() -> str:
    """One a process: DuckDB opens a file again only with the configuration that it has open."""
    return str(Path(tempfile.gettempdir()) / f"onrecord-{uuid.uuid4().hex[:12]}")


def connect(home: Home) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the snapshot in service. It sees that snapshot for as long as it is open, and blocks nobody.

    SQL on it reads the published tables and nothing else: it writes no file, reads no other, and fetches nothing from the
    network.

    Raises:
        NotPublished: nothing is published in this home.
    """
    config: dict[str, str | bool | int | float | list[str]] = {
        "enable_external_access": "false",
        "autoinstall_known_extensions": "false",
        # Beside the file, DuckDB's own choice, is no place for a reader: it may not write there.
        "temp_directory": _name_spill_folder(),
    }
    for attempt in range(_TRIES):
        if not home.current.is_symlink():
            raise NotPublished(f"nothing is published in {home.path} yet: start with `onrecord run SOURCE --home {home.path}`")
        # The snapshot's own path, not the link: DuckDB keeps one instance a path in a process, and the link changes its mind.
        file = home.current.resolve() / home.warehouse.name
        try:
            con = duckdb.connect(str(file), read_only=True, config=config)
            break
        except duckdb.IOException:
            # Two publishes between the look at the link and the opening have removed the snapshot.
            if file.exists() or attempt == _TRIES - 1:
                raise
    con.execute("SET TimeZone = 'UTC'")
    return con
