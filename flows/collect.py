"""What is new in the watched web sources, into the home: fetched, kept, and put where the next build finds it."""

from __future__ import annotations

from collections import Counter
from contextlib import closing

from prefect import flow

from corpus.documents import is_web_source
from flows.run.reading import collect_documents, open_sources
from flows.service.heartbeats import send_heartbeats
from flows.service.tie import tie_to_worker
from flows.settings import Settings
from flows.watch.show import Progress, show_collected
from transforms.records import Document, Rejection
from warehouse.home import Home
from warehouse.lake.inbox import Inbox
from warehouse.lake.removals import Removals


@flow(name="onrecord-collect", flow_run_name="asking the web sources", persist_result=False)
def collect(sources: list[str] | None = None, home: str | None = None) -> int:
    """Fetches what is new at the web addresses among `sources` (default: ONRECORD_SOURCES); files and folders are the build's.

    Gives back how many documents came. Whatever ends it, what it has fetched is kept, and the next one goes on.
    """
    tie_to_worker()
    settings = Settings.given(home=home)
    given = settings.watched if sources is None else sources
    opened = Home(settings.home).create()
    removals = Removals(opened)
    reading = open_sources([s for s in given if is_web_source(s)], settings, removals)
    kinds: Counter[type] = Counter()
    progress = Progress()
    with closing(collect_documents(reading, Inbox(opened), settings, removals)) as documents:
        for collected in documents:
            kinds[type(collected)] += 1
            progress.show_collecting(min(reading.share_read, 0.99), kinds[Document], kinds[Rejection])
    progress.show_collecting(1.0, kinds[Document], kinds[Rejection])
    show_collected(kinds[Document], kinds[Rejection], reading.accounts)
    send_heartbeats()
    return kinds[Document]
