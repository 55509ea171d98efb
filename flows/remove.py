"""Takedowns: a document out of every table, archive and snapshot, and kept out."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

from corpus.web.purge import remove_records
from flows.publish import search_stem
from flows.resolve import complete_lake, write_groups
from flows.run.hold import hold
from flows.run.rules import document_rules, grouping_rules, package_versions
from flows.settings import Settings
from warehouse.build import build_snapshot
from warehouse.home import Home, HomeBusy, lock_web
from warehouse.lake.chunks import sweep
from warehouse.lake.inbox import drop_rows
from warehouse.lake.purge import UnknownKey, find_removal, purge_lake
from warehouse.lake.removals import Removal, Removals
from warehouse.publish import publish
from warehouse.runs import close_run, start_run


def remove_documents(settings: Settings, keys: Sequence[str], reason: str) -> list[Removal]:
    """Takes the documents that the keys name out of the home and publishes tables without them. What it took out.

    A document that was taken out before is left as it is. From the moment the removal is noted, every run finishes what is
    left of it, wherever this one ends.

    Raises:
        UnknownKey: a key names no document, or several; nothing has changed.
        HomeBusy: another run holds the home.
        ChecksFailed: the tables without it break a rule; the published ones are as they were, the next run tries again.
    """
    if not settings.home.is_dir():
        raise UnknownKey(f"{settings.home} holds no documents")
    with hold(settings) as home, hold(settings, lock_web):
        sweep(home)
        removals = Removals(home)
        now = datetime.now(UTC)
        found = {key: removals.find(key) or find_removal(home, key, reason, now) for key in keys}
        known = set(removals)
        removals.add(dict.fromkeys(removal for removal in found.values() if removal not in known))
        if removals.incomplete():
            _clear(home, removals)
            _publish(home, settings)
            removals.complete()
    return [removal for removal in dict.fromkeys(found.values()) if removal not in known]


def clear_traces(home: Home, removals: Removals, settings: Settings) -> None:
    """Clears what is left of removals wherever the home keeps documents; the tables follow with the next publish.

    Call it under the lock, when this run reads nothing from the web. Raises `HomeBusy` while another does.
    """
    if removals.incomplete():
        with hold(settings, lock_web):
            _clear(home, removals)


def finish_removals(home: Home, removals: Removals) -> None:
    """Clears what has come again of removals since the run began, once its tables are in service. Where another run reads the web,
    this is left to the next one."""
    if removals.incomplete():
        with suppress(HomeBusy), lock_web(home):
            _clear(home, removals)
            removals.complete()


def _clear(home: Home, removals: Removals) -> None:
    waiting = removals.incomplete()
    drop_rows(home, lambda names: any(removals.find(name) for name in names))
    purge_lake(home, waiting)
    remove_records(home.web_archive, {url for r in waiting for url in r.urls}, {name for r in waiting for name in r.content_hashes})
    home.failure_log.unlink(missing_ok=True)
    for report in home.reports.glob("*.html"):
        report.unlink(missing_ok=True)


def _publish(home: Home, settings: Settings) -> None:
    run = start_run(home, uuid.uuid4().hex, datetime.now(UTC), document_rules(), package_versions(), grouping_rules())
    complete_lake(home)
    write_groups(home, run)
    closed = close_run(home, run, seen=0, skipped=0, finished_at=datetime.now(UTC))
    publish(home, build_snapshot(home, closed, from_nothing=True, stem=search_stem(settings)), keep_previous=False)
