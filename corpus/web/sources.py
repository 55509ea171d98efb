"""Documents from the web: feeds, sitemaps, lists and single pages, fetched politely and accounted for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.fetch.address import host_of
from corpus.fetch.archive import Archive
from corpus.fetch.limits import FetchLimits
from corpus.fetch.network import Resolve, resolve_host
from corpus.fetch.visit import Visit, Visitor
from corpus.web.lanes import run_lanes
from corpus.web.reader import Outcome, Reader
from corpus.web.records import Account, Entry, Result, WhyRemoved
from corpus.web.state import State
from transforms.records import Document, Rejection


@dataclass(frozen=True)
class WebReading:
    """How the web is read. `state_file` remembers what is known of each address between readings, `archive_folder` takes
    what is fetched as web archives; None for neither. `resolve` finds the addresses of a host. `why_removed` tells which pages
    are not to be had any more."""

    limits: FetchLimits = field(default_factory=FetchLimits)
    state_file: Path | None = None
    archive_folder: Path | None = None
    resolve: Resolve = resolve_host
    why_removed: WhyRemoved = lambda address, content: None


class WebSources:
    """The documents behind web addresses. Iterating fetches.

    First the addresses given are asked, and what is a feed or sitemap is read; then the pages that they list, each once, with
    what the listings say of them (of several, the first given counts). Hosts are asked side by side; the documents of one host
    come in the order of their listing. Few documents are held at a time.

    What cannot be had comes as a rejection, unless an earlier reading gave a document for that address: that one stays.
    `accounts` has a row for each address, complete when the iteration ends. `commit` remembers what was read; call it when all
    of it is stored, for what is remembered is not given again.
    """

    def __init__(self, entries: Iterable[Entry], reading: WebReading | None = None) -> None:
        self.reading = reading or WebReading()
        self.accounts: list[Account] = []
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            known = self._entries.get(entry.location)
            self._entries[entry.location] = known.merge(entry) if known else entry
        self._state = State(self.reading.state_file)
        self._lock = threading.Lock()
        self._planned = self._settled = 0  # pages to ask for, and addresses done with since they are known

    @property
    def share_read(self) -> float:
        """How much of the pages has been asked for, from 0 to 1; 0 while the listings are read that name them."""
        return min(self._settled / self._planned, 1.0) if self._planned else 0.0

    def commit(self) -> None:
        """Remembers what was read, all of it or nothing. Within an iteration, what was handed over and asked for more after."""
        self._state.commit()

    def __iter__(self) -> Iterator[Document | Rejection]:
        self.accounts.clear()
        self._planned = self._settled = 0
        stop = threading.Event()
        archive = Archive(self.reading.archive_folder)
        visitor = Visitor(self.reading.limits, archive, stop, self._account_robots, self.reading.resolve)
        for host, seconds in self._state.resting().items():
            visitor.pace.rest(host, seconds)
        try:
            reader = Reader(self._entries.values(), visitor, self._state, self._note_account, self.reading.why_removed)
            yield from self._read(reader, stop)
            reader.settle_listings()
        finally:
            stop.set()
            self._state.rest(visitor.pace.resting())
            self._state.close()
            visitor.close()
            archive.close()

    def _read(self, reader: Reader, stop: threading.Event) -> Iterator[Document | Rejection]:
        given = list(self._entries.values())
        for outcome in self._run([e for e in given if e.kind != "page"], reader.open_source, stop):
            yield from self._hand_over(outcome)
        pages = reader.plan_pages([e for e in given if e.kind == "page"])
        self._planned, self._settled = len(pages), 0
        for outcome in self._run(pages, reader.open_page, stop):
            yield from self._hand_over(outcome)

    def _run(self, entries: list[Entry], step: Callable[[Entry], Iterator[Outcome]], stop: threading.Event) -> Iterator[Outcome]:
        limits = self.reading.limits
        return run_lanes(entries, lambda entry: host_of(entry.url), step, limits.connections, limits.host_connections, stop)

    def _hand_over(self, outcome: Outcome) -> Iterator[Document | Rejection]:
        if outcome.given is not None:
            yield outcome.given
        # Only now the caller has come back for more, and so has the document.
        if outcome.seen is not None:
            self._state.note(outcome.seen)

    def _note_account(self, row: Account) -> None:
        with self._lock:
            self.accounts.append(row)
            self._settled += row.kind != "robots"

    def _account_robots(self, visit: Visit) -> None:
        result: Result = "fetched" if visit.exchange else "deferred"
        failure, detail = visit.failure, ""
        status = failure.exchange.status if failure and failure.exchange else 0
        if failure and 400 <= status < 500 and not failure.may_pass:
            result, failure, detail = "fetched", None, f"there is none ({status}): everything is allowed"
        self._note_account(
            Account(
                str(visit.url),
                "robots",
                "rejected" if failure else result,
                failure.reason if failure else "",
                failure.detail if failure else detail,
                requests=tuple(visit.requests),
                size=len(visit.exchange.payload) if visit.exchange else 0,
                seconds=visit.seconds,
            )
        )
