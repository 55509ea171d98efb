"""What there is to tell of a run once its tables are published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.web.records import Account
from flows.run.chunks import Cost, Job
from flows.run.sites import site_of
from flows.run.summary import Summary
from flows.settings import Settings
from flows.watch.history import History, read_history
from flows.watch.limits import Verdict, judge_run
from flows.watch.tables import count_results


@dataclass(frozen=True, slots=True)
class Report:
    """A finished run: its counts, where it stands among the runs before it, the limits that it crosses, and what it read."""

    summary: Summary
    history: History
    verdict: Verdict
    accounts: Sequence[Account]
    slowest: Sequence[Cost]
    largest: Sequence[Cost]


def make_report(
    job: Job,
    settings: Settings,
    accounts: Sequence[Account],
    ignored: Counter[str],
    published: dict[str, int],
    timings: dict[str, float],
    seconds: float,
) -> Report:
    """The report of a run whose tables are in service. What the tables say counts: they know which documents are one."""
    history = read_history(job.home, job.run.run_id, job.run.started_at)
    sites = job.sites | {site_of(account.location) for account in accounts}
    outlets = {account.outlet for account in accounts if account.outlet}
    verdict = judge_run(history, accounts, sites, outlets, settings.silence_seconds, settings.limit_rise)
    summary = Summary(
        run_id=job.run.run_id,
        home=str(settings.home),
        seconds=seconds,
        seen=history.run.documents_seen,
        stored=history.run.articles_stored,
        rejected=history.run.documents_rejected,
        skipped=history.run.documents_skipped,
        reasons=Counter(history.reasons),
        ignored=ignored,
        published=published,
        timings=timings,
        addresses=count_results(accounts),
        warnings=tuple(crossing.message for crossing in verdict.crossings),
    )
    return Report(summary, history, verdict, accounts, job.slowest, job.largest)
