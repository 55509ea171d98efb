"""The runs: a small file each, written when a run starts and again when its tables are published."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from warehouse.folders import TEMPORARY, replace_text
from warehouse.home import Home
from warehouse.session import open_session
from warehouse.sql import read_query


@dataclass(frozen=True, slots=True)
class Run:
    """One run. `number` counts the runs that finished: one that is ended before shares its number with the next, so that
    what the two of them do counts as done at once. `rules_version` is that of the rules for documents."""

    run_id: str
    number: int
    started_at: datetime
    rules_version: str
    versions: Mapping[str, str]
    finished_at: datetime | None = None
    documents_seen: int = 0
    articles_stored: int = 0
    documents_rejected: int = 0
    documents_skipped: int = 0
    grouping_rules: str = ""


def start_run(
    home: Home, run_id: str, started_at: datetime, rules_version: str, versions: Mapping[str, str], grouping_rules: str = ""
) -> Run:
    """A new run, recorded as unfinished. Call it under the lock, before the first chunk.

    `run_id` is unique, `started_at` has a zone, `versions` are those of the packages that shape the result.
    """
    number = 1 + max((r.number for r in read_runs(home) if r.finished_at is not None), default=0)
    run = Run(run_id, number, started_at.astimezone(UTC), rules_version, dict(sorted(versions.items())), grouping_rules=grouping_rules)
    record_run(home, run)
    return run


def name_chunk(run: Run, sequence: int) -> str:
    """Name of the chunk of one task of a run. The same task tried again writes the same chunk again."""
    return f"{_prefix(run)}-{sequence:06d}"


def name_snapshot(run: Run) -> str:
    """Name of the snapshot and of the assignments that a run makes."""
    return _prefix(run)


def close_run(home: Home, run: Run, seen: int, skipped: int, finished_at: datetime) -> Run:
    """The run with its counts: `seen` and `skipped` as the caller counted them, stored and rejected as the lake has them.

    Documents that turn out to be another's duplicate count as rejected. The run is recorded as finished by `publish`,
    together with the tables that hold its rows.
    """
    with open_session(home, only_documents=True) as con:
        [(stored, rejected)] = con.execute(read_query("queries", "count_run_outcomes"), {"run_id": run.run_id}).fetchall()
    return replace(
        run,
        finished_at=finished_at.astimezone(UTC),
        documents_seen=seen,
        articles_stored=stored,
        documents_rejected=rejected,
        documents_skipped=skipped,
    )


def read_runs(home: Home) -> list[Run]:
    """All recorded runs, finished or not, by number and start."""
    files = [f for f in home.runs.glob("*.json") if not f.name.startswith(TEMPORARY)]
    runs = []
    for file in files:
        fields = json.loads(file.read_text(encoding="utf-8"))
        for column in ("started_at", "finished_at"):
            fields[column] = fields[column] and datetime.fromisoformat(fields[column])
        runs.append(Run(**fields))
    return sorted(runs, key=lambda r: (r.number, r.started_at, r.run_id))


def record_run(home: Home, run: Run) -> None:
    """Writes a run's file, over the one of its start."""
    fields = asdict(run)
    for column in ("started_at", "finished_at"):
        fields[column] = fields[column] and fields[column].isoformat()
    replace_text(home.runs / f"{_prefix(run)}.json", json.dumps(fields, indent=1) + "\n")


def _prefix(run: Run) -> str:
    # Not the run id itself: it may be long, or differ from another's only at its end.
    return f"{run.number:06d}-{hashlib.sha256(run.run_id.encode()).hexdigest()[:12]}"
