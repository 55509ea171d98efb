"""Names of runs: what a run reads while it works, and what it did when it has ended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import urlsplit

from prefect import runtime

from flows.quantities import format_count
from flows.run.summary import Summary
from flows.settings import Settings

_SOURCES = 3  # named; of more the number is told


def name_run() -> str:
    """Name of a run that begins."""
    parameters = runtime.flow_run.parameters
    return "rebuilding" if parameters.get("redo") else f"reading {name_sources(_sources(parameters))}"


def name_finished_run(summary: Summary) -> str:
    """Name of a run that has ended."""
    did = "nothing new" if not summary.stored + summary.rejected else f"{summary.stored:,} stored, {summary.rejected:,} rejected"
    parameters = runtime.flow_run.parameters
    told = f"rebuilt: {did}" if parameters.get("redo") else f"{did} · {name_sources(_sources(parameters))}"
    return f"{told} · {format_count(len(summary.warnings), 'warning')}" if summary.warnings else told


def name_sources(sources: Sequence[str]) -> str:
    """A few words for what is read.

    >>> name_sources(["https://www.gazette.example/world.xml", "/srv/pages", "a.jsonl", "b.jsonl"])
    'www.gazette.example, pages, a.jsonl and 1 more'
    """
    names = list(dict.fromkeys(urlsplit(s).hostname or s if "://" in s else PurePath(s).name or s for s in sources))
    more = f" and {len(names) - _SOURCES} more" if len(names) > _SOURCES else ""
    return ", ".join(names[:_SOURCES]) + more


def _sources(parameters: dict[str, object]) -> list[str]:
    given = parameters.get("sources")
    return [str(s) for s in given] if isinstance(given, list) else Settings.given().watched
