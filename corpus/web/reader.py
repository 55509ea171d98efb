"""One reading of the web at work: each address asked, opened, and accounted for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.fetch.address import host_of, location_of
from corpus.fetch.exchange import FetchFailed
from corpus.fetch.visit import Visit, Visitor, read_payload
from corpus.web.content import LISTING_TYPES, PAGE_TYPES, identify
from corpus.web.records import Account, Entry, Kind, Listing, Result, WhyRemoved
from corpus.web.results import make_document, make_rejection, read_listing, remember
from corpus.web.state import Seen, State
from transforms.records import Document, Rejection

# Indexes of indexes occur; what lies deeper is a circle.
_MAX_DEPTH = 3
_EVIDENCE = ("title", "published_at", "outlet", "authors", "language", "site_name", "time_zone")
_NO_PAGES = {"feed": "a feed", "sitemap": "a sitemap", "addresses": "a list of addresses", None: "of no stated type"}


@dataclass(frozen=True)
class Outcome:
    """What one step gave: something for the caller, and what may be remembered once the caller has it."""

    given: Document | Rejection | None
    seen: Seen | None = None


class Reader:
    """One reading at work: asks addresses, opens what comes, and keeps the account. Threads share it."""

    def __init__(
        self, given: Iterable[Entry], visitor: Visitor, state: State, account: Callable[[Account], None], why_removed: WhyRemoved
    ) -> None:
        self._account, self._visitor, self._state, self._why_removed = account, visitor, state, why_removed
        self._limits = visitor.limits
        self._lock = threading.Lock()
        # The pages that each given address leads to, in the order of the listings.
        self._listed: dict[str, list[Entry]] = {entry.location: [] for entry in given}
        self._opened: set[str] = set()
        # Listings that were read whole, and what they list: remembered only when nothing of it is left to do.
        self._read: list[tuple[Seen, tuple[str, ...]]] = []
        self._unsettled: set[str] = set()
        # Pages that need not be asked for, and that are too many for one run, unless another listing says otherwise.
        self._fresh: dict[str, tuple[Entry, str]] = {}
        self._left: dict[str, tuple[Entry, str]] = {}
        self._listed_in: dict[str, str] = {}
        self._too_many = f"more than {self._limits.source_pages} pages of one source are new"

    # Sources

    def open_source(self, source: Entry) -> Iterator[Outcome]:
        """The page behind a given address, if it is one; the pages of a listing are put aside for `plan_pages`."""
        yield from self._open_listing(source, source.location, 0)

    def _open_listing(self, entry: Entry, listed_in: str, depth: int) -> Iterator[Outcome]:
        if self._is_opened(entry.location):
            return
        if depth and self._is_fresh(entry):
            self._report(entry, "listing", "fresh", listed_in)
            return
        visit = self._ask(entry, LISTING_TYPES, self._limits.listing_bytes)
        if visit.exchange is None:
            yield from self._end(entry, visit, listed_in)
            return
        try:
            content = read_payload(visit.exchange, self._limits.listing_bytes)
            what = identify(content, visit.exchange.header("content-type"))
            if what in ("html", "text") and entry.kind != "listing":
                yield from self._end_page(entry, visit, content, listed_in)
                return
            listing = read_listing(content, what, entry)
        except FetchFailed as failed:
            visit.failure = failed
            self._visitor.archive.write(visit.exchange, is_page=False)
            yield from self._end(entry, visit, listed_in)
            return
        # Feeds quote their pages: one that lists what was taken out would bring it back.
        if not any(self._why_removed(e.location, None) for e in (*listing.pages, *listing.listings)):
            self._visitor.archive.write(visit.exchange, is_page=False)
        self._report(entry, "listing", "fetched", listed_in, visit, lists=len(listing.pages) + len(listing.listings))
        yield from self._follow_listing(entry, listing, visit, listed_in, depth)

    def _follow_listing(self, entry: Entry, listing: Listing, visit: Visit, listed_in: str, depth: int) -> Iterator[Outcome]:
        pages, locations = self._listed[listed_in], [e.location for e in (*listing.pages, *listing.listings)]
        for page in listing.pages:
            if self._is_fresh(page):
                self._fresh[page.location] = (page, listed_in)
            elif len(pages) < self._limits.source_pages:
                pages.append(page)
            else:
                self._left[page.location] = (page, listed_in)
        for child in listing.listings:
            if depth + 1 >= _MAX_DEPTH:
                self._leave(child, "listing", "indexes lie within indexes too deeply", listed_in)
            elif len(pages) >= self._limits.source_pages:
                self._leave(child, "listing", self._too_many, listed_in)
            else:
                yield from self._open_listing(child, listed_in, depth + 1)
        if (seen := remember(entry, visit, "listing")) is not None:
            with self._lock:
                self._read.append((seen, tuple(locations)))

    # Pages

    def plan_pages(self, given: list[Entry]) -> list[Entry]:
        """The pages to ask for, each once: those given, then those listed, in the order of the sources."""
        planned = {entry.location: entry for entry in given if entry.location not in self._opened}
        for location in self._listed:
            for page in self._listed[location]:
                if page.location in planned:
                    planned[page.location] = planned[page.location].merge(page)
                elif page.location not in self._opened:
                    planned[page.location] = page
        self._listed_in = {page.location: location for location in reversed(self._listed) for page in self._listed[location]}
        self._listed.clear()
        done = self._opened | planned.keys()
        for location, (page, listed_in) in self._left.items():
            if location not in done:
                self._leave(page, "page", self._too_many, listed_in)
        for location, (page, listed_in) in self._fresh.items():
            if location not in done and location not in self._left:
                self._report(page, "page", "fresh", listed_in)
        return list(planned.values())

    def open_page(self, entry: Entry) -> Iterator[Outcome]:
        """The page at an address."""
        listed_in = self._listed_in.get(entry.location, entry.location)
        visit = self._ask(entry, PAGE_TYPES, self._limits.download_bytes)
        if visit.exchange is None:
            yield from self._end(entry, visit, listed_in)
            return
        try:
            content = read_payload(visit.exchange, self._limits.document_bytes)
            what = identify(content, visit.exchange.header("content-type"))
            if what not in ("html", "text"):
                raise FetchFailed("content_type", f"it is {_NO_PAGES[what]}, no page")
        except FetchFailed as failed:
            visit.failure = failed
            self._visitor.archive.write(visit.exchange, is_page=False)
            yield from self._end(entry, visit, listed_in)
            return
        yield from self._end_page(entry, visit, content, listed_in)

    # What became of it

    def _end_page(self, entry: Entry, visit: Visit, content: bytes, listed_in: str) -> Iterator[Outcome]:
        exchange = visit.exchange
        assert exchange is not None
        if why := self._why_removed(location_of(visit.final), content):
            visit.failure = FetchFailed("removed", why)
            yield from self._end(entry, visit, listed_in)
            return
        evidence = {name: value for name in _EVIDENCE if (value := getattr(entry.facts, name))}
        self._visitor.archive.write(exchange, is_page=True, evidence=evidence)
        if len(content) > self._limits.document_bytes:
            visit.failure = FetchFailed("too_large", "larger than a document may be")
        elif not content.strip():
            visit.failure = FetchFailed("empty", "the page is empty")
        if visit.failure:
            yield from self._end(entry, visit, listed_in, content)
            return
        self._report(entry, "page", "fetched", listed_in, visit)
        yield Outcome(make_document(entry, visit, exchange, content), remember(entry, visit, "page"))

    def _end(self, entry: Entry, visit: Visit, listed_in: str, content: bytes | None = None) -> Iterator[Outcome]:
        """An address that gives no document: unchanged, left for later, refused or rejected."""
        known = self._state.find(entry.location)
        kind: Kind = known.kind if known and entry.kind == "unknown" else entry.kind
        if visit.is_unchanged and known:
            self._report(entry, known.kind, "unchanged", listed_in, visit)
            yield Outcome(None, replace(known, asked_at=time.time(), stamp=entry.stamp or known.stamp))
            return
        if visit.deferred:
            self._leave(entry, kind, visit.deferred, listed_in, visit)
            return
        failure = visit.failure or FetchFailed("http_status", "the server says that nothing has changed since a time it never told")
        if failure.may_pass:
            self._unsettle(entry.location)
        result: Result = "refused" if failure.reason == "robots" else "rejected"
        is_kept = known is not None and known.kind == "page" and failure.reason != "removed"
        self._report(entry, kind, result, listed_in, visit, failure.reason, failure.detail, is_kept)
        if not is_kept:
            yield Outcome(make_rejection(entry, failure, content, is_page=kind != "listing" and (known is None or known.kind == "page")))

    def _leave(self, entry: Entry, kind: Kind, why: str, listed_in: str, visit: Visit | None = None) -> None:
        self._unsettle(entry.location)
        self._report(entry, kind, "deferred", listed_in, visit, detail=why)

    def _report(
        self, entry: Entry, kind: Kind, result: Result, listed_in: str, visit: Visit | None = None,
        reason: str = "", detail: str = "", is_kept: bool = False, lists: int = 0,
    ) -> None:  # fmt: skip
        self._account(
            Account(
                entry.location,
                kind,
                result,
                reason,
                detail,
                listed_in,
                entry.facts.outlet or entry.facts.site_name,
                tuple(visit.requests) if visit else (),
                len(visit.exchange.payload) if visit and visit.exchange else 0,
                visit.seconds if visit else 0.0,
                is_kept,
                lists,
            )
        )

    def settle_listings(self) -> None:
        """Remembers the listings of which nothing is left to do, so that an unchanged one need not be read again. Only after
        a whole reading: what was not given yet must be listed again."""
        for seen, locations in reversed(self._read):
            if self._unsettled.isdisjoint(locations):
                self._state.note(seen)
            else:
                self._unsettled.add(seen.location)

    # Small steps

    def _ask(self, entry: Entry, types: frozenset[str], limit: int) -> Visit:
        if entry.pause:
            self._visitor.pace.slow_down(host_of(entry.url), entry.pause)
        if why := self._why_removed(entry.location, None):
            return Visit(entry.url, entry.url, failure=FetchFailed("removed", why))
        known = self._state.find(entry.location)
        return self._visitor.visit(entry.url, types, limit, known.conditions() if known else {})

    def _is_opened(self, location: str) -> bool:
        with self._lock:
            if location in self._opened:
                return True
            self._opened.add(location)
            return False

    def _is_fresh(self, entry: Entry) -> bool:
        """Whether asking for a listed address is idle: its listing shows no change, or it was asked a short while ago."""
        known = self._state.find(entry.location)
        if known is None or self._why_removed(entry.location, None):
            return False
        if entry.stamp is not None:
            return entry.stamp == known.stamp
        return time.time() - known.asked_at < self._limits.recheck_seconds

    def _unsettle(self, location: str) -> None:
        with self._lock:
            self._unsettled.add(location)
