"""What is done already: which document, with which content, under which rules."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.records import Document, Rejection
from warehouse.home import Home
from warehouse.rows import StoredDocument


class Manifest:
    """What the lake holds the outcome of, eight bytes a document."""

    @classmethod
    def load(cls, home: Home, rules_version: str) -> Manifest:
        """The manifest of a home, for the rules of this run."""
        raise NotImplementedError

    def is_done(self, source: Document | Rejection) -> bool:
        """Whether the latest outcome of this place is of this very content, under these rules, and final.

        Rejections for `timeout` and `error` are not final.
        """
        raise NotImplementedError

    def claim(self, source: Document | Rejection) -> StoredDocument | None:
        """What to hand to the `Outcome` of a document that is this run's to do; None for one that is done, or claimed
        already in this run (the same place given twice). Its `content_hash` is the name for `put_bytes`."""
        raise NotImplementedError


def read_stale_documents(home: Home, rules_version: str) -> Iterator[StoredDocument]:
    """Documents whose latest outcome is of other rules and whose bytes the archive holds, to be done again.

    `get_bytes(home, stored.content_hash)` and `stored.with_content(...)` make the document again; hand the same `stored` to
    the `Outcome`, so that being done again does not make it newer.
    """
    raise NotImplementedError
