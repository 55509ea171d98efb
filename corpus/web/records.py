"""What reading the web hands from step to step: what is to be asked, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import httpx

# Why a page is not taken, by its address or, once it is there, by its content; None where it may be.
WhyRemoved = Callable[[str, bytes | None], str | None]
Kind = Literal["unknown", "listing", "page", "robots"]
Result = Literal["fetched", "unchanged", "fresh", "refused", "rejected", "deferred"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An address to be read, and what is known about the page behind it from where it was listed.

    `place` names it. `kind` is "unknown" for an address that a user gave. `stamp` is what the listing says of the last
    change, as it says it. `outlet` is the name that a user gave, `site_name` what the listing is called. `time_zone` (an IANA
    name) and `pause` (seconds between two requests to its host) are the outlet's.
    """

    url: httpx.URL
    place: str
    kind: Kind = "unknown"
    outlet: str | None = None
    language: str | None = None
    time_zone: str | None = None
    pause: float = 0.0
    title: str | None = None
    published_at: str | None = None
    authors: tuple[str, ...] = ()
    stamp: str | None = None
    site_name: str | None = None

    def merge(self, other: Entry) -> Entry:
        """This entry with what it lacks taken from another one of the same place."""
        missing = {
            name: getattr(other, name)
            for name in ("outlet", "site_name", "language", "time_zone", "title", "published_at", "authors", "stamp")
            if not getattr(self, name) and getattr(other, name)
        }
        return replace(self, **missing) if missing else self


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap lists: pages, and further listings, each in its order."""

    pages: tuple[Entry, ...] = ()
    listings: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one address in one reading.

    `result`: `fetched`; `unchanged` (the server says so); `fresh` (not asked, as its listing shows no change, or it was
    asked lately); `refused` (robots.txt); `rejected` (with a `reason`, as in `rejections`); `deferred` (left to a later
    run). `requests` are those sent for it, redirects and retries included, with the status of each answer, None without
    one. `listed_in` is the address under which the user gave the source. `is_kept`: it failed now, and what an earlier
    reading gave stays. `lists`: entries of a feed or sitemap that was fetched.
    """

    place: str
    kind: Kind
    result: Result
    reason: str = ""
    detail: str = ""
    listed_in: str = ""
    outlet: str | None = None
    requests: tuple[tuple[str, int | None], ...] = ()
    size: int = 0
    seconds: float = 0.0
    is_kept: bool = False
    lists: int = 0
