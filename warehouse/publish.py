"""A snapshot put in service: file and tables together, by the swap of one link."""

from __future__ import annotations

import shutil

from warehouse.build import Snapshot
from warehouse.folders import remove_leftovers, replace_link, sync, sync_tree
from warehouse.home import Home
from warehouse.runs import record_run


def publish(home: Home, snapshot: Snapshot, *, keep_previous: bool = True) -> None:
    """Puts the snapshot in service and records its run as finished. Under the lock.

    The snapshot before is kept for whoever is about to open it, unless it holds what nobody may read any more.

    Readers follow the link `current`: until the swap they open the old snapshot, after it the new one, and what they have
    open stays readable for as long as they hold it. A process killed at any point leaves the one or the other in service.
    """
    before = home.current.resolve().name if home.current.exists() else None
    target, attempt = home.snapshots / snapshot.snapshot_id, 1
    while target.exists():  # the same run publishes again
        attempt += 1
        target = home.snapshots / f"{snapshot.snapshot_id}.{attempt}"
    sync_tree(snapshot.folder)
    snapshot.folder.rename(target)
    sync(home.snapshots)
    record_run(home, snapshot.run)
    replace_link(home.current, f"{home.snapshots.name}/{target.name}")
    for link in (home.warehouse, home.tables):
        if not link.is_symlink():
            replace_link(link, f"{home.current.name}/{link.name}")
    sync(home.path)
    _remove_old(home, {target.name, before or target.name} if keep_previous else {target.name})


def _remove_old(home: Home, kept: set[str]) -> None:
    """Removes all snapshots but those kept, and the assignments of those removed."""
    for folder in home.snapshots.iterdir():
        if folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)
    runs = {name.partition(".")[0] for name in kept}
    for folder in home.assignments.iterdir():
        if folder.name not in runs:
            shutil.rmtree(folder, ignore_errors=True)
    remove_leftovers(home.path)
