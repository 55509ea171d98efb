"""What fetching may take: sizes, times, counts, and how often a host may be asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Sizes are bytes, times seconds.

    `user_agent`: what servers are told; the part before "/" is the name that robots.txt rules are looked up by.
    `download_bytes`, `document_bytes`: the largest answer as sent, and after decompression. `listing_bytes`: the same for
    feeds and sitemaps, which may have 50 MB by their standard.
    `connect_seconds`, `read_seconds`, `total_seconds`: for a connection, for each wait for bytes, for one whole request.
    `redirects`: how many in a row are followed. `attempts`: how often one request is sent, where the failure may pass;
    `backoff_seconds`: the pause before the second, doubled before each further one. `wait_seconds`: the longest
    Retry-After that is waited for, a longer one leaves the host to a later run.
    `reading_seconds`: after this time no request is begun any more, what is left is for the next run.
    `host_seconds`: between the starts of two requests to one host, where it asks for no longer pause.
    `host_connections`: requests to one host at a time. `connections`: hosts asked at a time.
    `host_failures`: the failures in a row after which a host is left to a later run.
    `source_pages`: pages of one feed or sitemap fetched in a run, the others are left to the next ones.
    `recheck_seconds`: a page whose listing says nothing of changes is asked for again after this time.
    `private_networks`: networks that may be asked though they are not public ("127.0.0.0/8").
    """

    user_agent: str = "onrecord/0.1 (collects news; obeys robots.txt)"
    download_bytes: int = 20 * 2**20
    document_bytes: int = 20 * 2**20
    listing_bytes: int = 52 * 2**20
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 60.0
    redirects: int = 5
    attempts: int = 3
    backoff_seconds: float = 1.0
    wait_seconds: float = 60.0
    reading_seconds: float = 900.0
    host_seconds: float = 1.0
    host_connections: int = 1
    connections: int = 8
    host_failures: int = 5
    source_pages: int = 1000
    recheck_seconds: float = 6 * 3600.0
    private_networks: tuple[str, ...] = ()

    @property
    def product(self) -> str:
        """The name of the user agent that robots.txt rules are looked up by.

        >>> FetchLimits(user_agent="Gazette-Reader/2.0 (+https://gazette.example)").product
        'Gazette-Reader'
        """
        return self.user_agent.split("/")[0].split()[0] if self.user_agent.split("/")[0].strip() else "onrecord"
