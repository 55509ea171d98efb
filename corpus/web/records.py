"""What reading the web hands from step to step: what is to be asked, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import httpx

from transforms.records import NO_FACTS, SourceFacts

# Why a page is not taken, by its address or, once it is there, by its content; None where it may be.
WhyRemoved = Callable[[str, bytes | None], str | None]
Kind = Literal["unknown", "listing", "page", "robots"]
Result = Literal["fetched", "unchanged", "fresh", "refused", "rejected", "deferred"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An address to be read, and what is known about the page behind it from where it was listed.

    `location` names it. `kind` is "unknown" for an address that a user gave. `stamp` is what the listing says of the last
    change, as it says it. `pause`: seconds between two requests to its host, as the outlet has it.
    """

    url: httpx.URL
    location: str
    kind: Kind = "unknown"
    facts: SourceFacts = NO_FACTS
    pause: float = 0.0
    stamp: str | None = None

    def merge(self, other: Entry) -> Entry:
        """This entry with what it lacks taken from another one of the same location."""
        return replace(self, facts=self.facts.filled_from(other.facts), stamp=self.stamp or other.stamp)


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

    location: str
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
