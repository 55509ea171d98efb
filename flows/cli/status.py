"""`onrecord status`: what a home holds and how new it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import IO, Any

from flows.cli.output import to_json, write_table
from flows.quantities import format_bytes, format_count, format_time
from flows.settings import Settings
from warehouse.home import Home
from warehouse.status import Status, read_status


def write_status(settings: Settings, to: IO[str], *, as_json: bool) -> None:
    """The status of the home, for people or as one JSON object."""
    home, now = Home(settings.home), datetime.now(UTC)
    status = read_status(home)
    if as_json:
        to.write(to_json(describe_status(settings, status, now)) + "\n")
        return
    age = status.age(now)
    if age is None or status.newest is None:
        to.write(f"{home.path}: nothing is published yet.\n")
    else:
        to.write(f"{home.path}: newest build {format_time(timedelta(seconds=age))} ago ({status.newest.finished_at:%Y-%m-%d %H:%M} UTC), ")
        to.write(f"rules {status.newest.rules_version}, grouping {status.newest.grouping_rules or 'unknown'}.\n")
    waiting = f"{format_count(status.waiting_documents, 'document')} in {format_count(status.waiting_batches, 'batch', 'batches')}"
    to.write(f"In the inbox: {waiting}.\n")
    if settings.cluster:
        to.write(f"Documents are done by the Dask cluster {settings.cluster}.\n")
    if status.rows:
        write_table(("table", "rows", "Parquet"), [(t, f"{n:,}", format_bytes(status.table_bytes[t])) for t, n in status.rows.items()], to)
    write_table(("files of", "size"), [(kind, format_bytes(n)) for kind, n in status.kind_bytes.items()], to)


def describe_status(settings: Settings, status: Status, now: datetime) -> dict[str, Any]:
    """The same as values with names."""
    newest = status.newest
    return {
        "home": str(settings.home),
        "newest_build": newest
        and {
            "run_id": newest.run_id,
            "finished_at": newest.finished_at,
            "age_seconds": status.age(now),
            "document_rules": newest.rules_version,
            "grouping_rules": newest.grouping_rules,
        },
        "inbox": {"batches": status.waiting_batches, "documents": status.waiting_documents},
        "rows": status.rows,
        "chunks": status.chunks,
        "cluster": settings.cluster or None,
        "table_bytes": status.table_bytes,
        "kind_bytes": status.kind_bytes,
    }
