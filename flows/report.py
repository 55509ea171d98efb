"""The report of a week as a file in the home: what the weekly deployment does, once it is switched on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from prefect import flow

from flows.browse.report import Wanted, write_report
from flows.service.heartbeats import send_heartbeats
from flows.service.tie import tie_to_worker
from flows.settings import Settings
from flows.watch.show import show_written_report
from warehouse.home import Home


@flow(name="onrecord-report", flow_run_name="writing the report", persist_result=False)
def report(home: str | None = None, days: int = 7) -> str:
    """Writes the report of the `days` before today (UTC) into `reports/` of the home; gives back the file.

    Raises `NotPublished` where the home has no tables yet.
    """
    tie_to_worker()
    settings = Settings.given(home=home)
    published = Home(settings.home)
    until = datetime.now(UTC).date() - timedelta(days=1)
    since = until - timedelta(days=days - 1)
    file = published.reports / f"{since}_{until}.html"
    write_report(published, Wanted(since, until), file)
    show_written_report(file, since, until, settings.browse_port)
    send_heartbeats()
    return str(file)
