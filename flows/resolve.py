"""Who is one, what is one statement, one event, one text: groups across all documents, with ids that stay."""

from __future__ import annotations

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.grouping.groups import group_all
from flows.grouping.spread import Spread, in_turn
from flows.run.chunks import Job
from transforms.groups.features.read import read_features
from transforms.mentions.kinds.votes import surface_key
from warehouse.home import Home
from warehouse.lake.features import complete_features, complete_names
from warehouse.lake.grouping import Grouping, open_grouping
from warehouse.runs import Run


@task(task_run_name="resolve", cache_policy=NO_CACHE, persist_result=False)
def resolve(job: Job) -> None:
    """Writes the assignments of the snapshot to come, as `write_groups` does."""
    get_run_logger().info("%s", write_groups(job.home, job.run, job.pool.spread))


def write_groups(home: Home, run: Run, spread: Spread = in_turn) -> str:
    """Writes the assignments of the snapshot that a run makes; those in service stay as they are where nothing has changed.
    What there is now, in a line. The lake is complete, as `complete_lake` makes it. `spread` does the work that can be handed out.

    The user's corrections are read from `corrections.tsv` in the home. Raises `CorrectionError` where they contradict
    one another.
    """
    corrections = home.corrections.read_text(encoding="utf-8-sig", errors="replace") if home.corrections.exists() else ""
    with open_grouping(home, run.grouping_rules) as grouping:
        if grouping.goes_on and grouping.is_published() and corrections == grouping.read_corrections():
            grouping.keep(run)
            return f"{_count(grouping, 'before')}: nothing to group anew"
        group_all(grouping, corrections, spread)
        grouping.write(run, corrections)
        return _count(grouping, "assigned")


def complete_lake(home: Home) -> None:
    """Gives every chunk of the lake what the groupings read of it. Under the lock."""
    complete_features(home, read_features)
    complete_names(home, surface_key)


def _count(grouping: Grouping, when: str) -> str:
    counts = {kind: grouping.count(f"{when}_{kind}") for kind in ("entities", "stories", "utterances")}
    return ", ".join(f"{n:,} {kind}" for kind, n in counts.items())
