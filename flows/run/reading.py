"""What every flow reads: the sources, and what comes from the web, kept before it is handed on."""

from __future__ import annotations

import time
from collections.abc import Collection, Generator, Sequence
from contextlib import closing
from dataclasses import asdict

from corpus.documents import ReadLimits, Sources
from corpus.fetch.limits import FetchLimits
from corpus.web.records import Account
from corpus.web.sources import WebReading
from flows.run.hold import hold
from flows.settings import Settings
from transforms.records import Document, Rejection
from warehouse.folders import sync
from warehouse.home import Home, lock_web
from warehouse.lake.archive import archive_path, put_bytes
from warehouse.lake.inbox import Collected, Inbox
from warehouse.lake.removals import Removals
from warehouse.lake.rows import describe_document

# What is fetched is remembered after a batch of documents, or some seconds: as much is asked for again after a kill.
_BATCH = 50
_BATCH_SECONDS = 20.0


def fetch_limits(settings: Settings) -> FetchLimits:
    """What fetching may take, and how politely it asks."""
    return FetchLimits(
        user_agent=settings.user_agent,
        document_bytes=settings.document_bytes,
        host_seconds=settings.host_seconds,
        source_pages=settings.source_pages,
        reading_seconds=settings.reading_seconds,
        recheck_seconds=settings.recheck_seconds,
        private_networks=tuple(settings.networks),
    )


def open_sources(sources: Sequence[str], settings: Settings, removals: Removals, only: Collection[str] | None = None) -> Sources:
    """The sources; what is known of web addresses, and what is fetched from them, is kept in the home."""
    home = Home(settings.home)
    web = WebReading(fetch_limits(settings), home.web / "state.sqlite", home.web_archive, why_removed=removals.why)
    return Sources(list(sources), ReadLimits(settings.document_bytes), web, only)


def collect_documents(
    reading: Sources, inbox: Inbox, settings: Settings, removals: Removals
) -> Generator[Document | Rejection, None, None]:
    """The documents of web addresses, each as it comes.

    Before an address is remembered, what it gave is on disk and in the inbox: whenever the process ends, nothing is lost, and
    little is asked for again. Raises `HomeBusy` while another run reads the web for this home.
    """
    if not reading.has_web:
        return
    batch: list[Collected] = []
    written = time.monotonic()

    def remember(accounts: Sequence[Account] = ()) -> None:
        inbox.put(batch, [asdict(account) for account in accounts])
        batch.clear()
        reading.commit()

    with hold(settings, lock_web) as home:
        removals.refresh()  # a removal may have been what held the lock
        try:
            with closing(reading.read_web()) as documents:
                for source in documents:
                    batch.append(_keep(home, source))
                    yield source
                    if len(batch) >= _BATCH or time.monotonic() - written > _BATCH_SECONDS:
                        remember()
                        written = time.monotonic()
        finally:
            # Those that need not be asked are many, and the same each time.
            remember([account for account in reading.accounts if account.result != "fresh"])


def restore_accounts(inbox: Inbox) -> list[Account]:
    """What became of each address that collecting has asked, as far as the inbox was read."""
    return [Account(**note | {"requests": tuple((location, status) for location, status in note["requests"])}) for note in inbox.notes]


def _keep(home: Home, source: Document | Rejection) -> Collected:
    if isinstance(source, Rejection):
        return source
    stored = describe_document(source)
    put_bytes(home, stored.content_hash or "", source.content)
    sync(archive_path(home, stored.content_hash or ""))
    return stored
