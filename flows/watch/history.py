"""A run among the runs before it, read from the published tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flows.run.sites import SITE
from warehouse.connect import connect
from warehouse.home import Home
from warehouse.sql import ask_rows, read_query

TREND_DAYS = 7  # days before a run that it is compared with
SILENCE_DAYS = 30  # days before a run that say how often an outlet gives articles
REJECTIONS = 100  # rejections shown of a run


@dataclass(frozen=True, slots=True)
class RunRow:
    """Counts of one run. `entities_new` of its `entities_named` are named by no article of an earlier run."""

    run_id: str
    started_at: datetime
    documents_seen: int
    articles_stored: int
    documents_rejected: int
    documents_skipped: int
    entities_named: int
    entities_new: int


@dataclass(frozen=True, slots=True)
class OutletRow:
    """Counts of one outlet in one run: of its articles those without title, day, authors; of its quotes those without speaker."""

    run_id: str
    outlet: str
    articles: int
    rejected: int
    main_reason: str | None
    untitled: int
    undated: int
    unsigned: int
    quotes: int
    unspoken: int


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """When an outlet gave articles lately: at how many moments, when last, how many seconds apart at most, and from which sites."""

    outlet: str
    sites: tuple[str, ...]
    articles: int
    moments: int
    last_at: datetime
    longest_gap: float


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story that articles of the run report."""

    story_id: str
    title: str | None
    article_count: int
    articles_added: int
    outlets: tuple[str, ...]
    url: str | None

    @property
    def is_new(self) -> bool:
        """Whether no article of an earlier run reports it."""
        return self.articles_added == self.article_count


@dataclass(frozen=True, slots=True)
class History:
    """One run, `runs[-1]`, and the finished runs of the week before it; `outlets` are theirs, in the same order."""

    runs: tuple[RunRow, ...]
    outlets: tuple[OutletRow, ...]
    arrivals: tuple[ArrivalRow, ...]
    reasons: Mapping[str, int]
    rejections: tuple[tuple[str, str, str], ...]
    stories: tuple[StoryRow, ...]
    newest_day: date | None = None  # of all articles

    @property
    def run(self) -> RunRow:
        """The run that is looked at."""
        return self.runs[-1]


def read_history(home: Home, run_id: str, started_at: datetime) -> History:
    """What the tables in service say of a run that is in them, and of the runs before it."""
    with connect(home) as con:
        month = {"since": started_at - timedelta(days=SILENCE_DAYS)}
        con.execute(read_query("queries", "load_recent_documents"), month | {"site": SITE})
        week = {"since": started_at - timedelta(days=TREND_DAYS)}
        runs = [RunRow(**row) for row in ask_rows(con, "read_recent_runs", week)]
        # By their clock: if it was set back, runs of before come after this one.
        upto = next(i for i, run in enumerate(runs) if run.run_id == run_id) + 1
        known = {run.run_id for run in runs[:upto]}
        return History(
            runs=tuple(runs[:upto]),
            outlets=tuple(OutletRow(**row) for row in ask_rows(con, "read_outlet_runs", week) if row["run_id"] in known),
            arrivals=tuple(ArrivalRow(**row | {"sites": tuple(row["sites"])}) for row in ask_rows(con, "read_arrivals", month)),
            reasons={row["reason"]: row["documents"] for row in ask_rows(con, "read_run_reasons", {"run_id": run_id})},
            rejections=tuple(tuple(r.values()) for r in ask_rows(con, "read_run_rejections", {"run_id": run_id, "most": REJECTIONS})),
            stories=tuple(
                StoryRow(**row | {"outlets": tuple(row["outlets"])}) for row in ask_rows(con, "read_run_stories", {"run_id": run_id})
            ),
            newest_day=next(iter(ask_rows(con, "read_newest_day", {})))["newest_day"],
        )
