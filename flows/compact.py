"""The nightly cleaning: joins small files of the lake, and deletes what nothing points to."""

from __future__ import annotations

from prefect import flow

from flows.grouping.verify import verify_groups
from flows.resolve import complete_lake
from flows.run.hold import hold
from flows.run.pool import open_pool
from flows.run.rules import grouping_rules
from flows.service.heartbeats import send_heartbeats
from flows.service.tie import tie_to_worker
from flows.settings import Settings
from flows.watch.show import show_tidied
from warehouse.home import lock_web
from warehouse.lake.chunks import sweep
from warehouse.lake.compact import compact
from warehouse.prune import Pruned, prune

# By night chunks are merged as soon as this number of one size has gathered: by day a run must be quick.
_GATHER = 4


@flow(name="onrecord-compact", flow_run_name="compacting and pruning", persist_result=False)
def compact_and_prune(home: str | None = None) -> Pruned:
    """Compacts the lake of a home, prunes what is superseded, and groups from nothing to compare. Nothing that users see changes.

    Raises `GroupsDiffer` where the groups in service, made in increments, are others."""
    tie_to_worker()
    settings = Settings.given(home=home)
    with hold(settings) as opened, hold(settings, lock_web):
        sweep(opened)
        complete_lake(opened)
        merged = compact(opened, gather=_GATHER)
        pruned = prune(opened, settings.listing_days)
        with open_pool(settings) as pool:
            verify_groups(opened, grouping_rules(), pool.spread)
    show_tidied(merged, pruned)
    send_heartbeats()
    return pruned
