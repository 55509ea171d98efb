"""What is done already: which document, with which content, under which rules."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta

from transforms.records import Document, Rejection, SourceFacts
from warehouse.home import Home
from warehouse.lake.archive import has_bytes
from warehouse.lake.rows import StoredDocument, describe_document, hash_input, hash_input_key
from warehouse.session import open_session
from warehouse.sql import read_query

_BATCH = 50_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NEVER = -(1 << 63)  # in place of the microseconds since 1970 of what nobody fetched


class Manifest:
    """The latest outcome of every location, in 21 bytes each: a key, the run it arrived in, when it was fetched, whether it is done."""

    def __init__(self, keys: array[int], arrived: array[int], fetched: array[int], done: bytearray) -> None:
        self._keys, self._arrived, self._fetched, self._done = keys, arrived, fetched, done
        self._claimed: set[int] = set()

    @classmethod
    def load(cls, home: Home, rules_version: str) -> Manifest:
        """The manifest of a home, for the rules of this run. Call it under the lock."""
        manifest = cls(array("q"), array("i"), array("q"), bytearray())
        with open_session(home, current=False, only_documents=True) as con:
            con.execute(read_query("queries", "read_done_documents"), {"rules_version": rules_version})
            while rows := con.fetchmany(_BATCH):
                for key, arrived, fetched, done in rows:
                    manifest._keys.append(key)
                    manifest._arrived.append(arrived)
                    manifest._fetched.append(_NEVER if fetched is None else fetched)
                    manifest._done.append(done)
        return manifest

    def __len__(self) -> int:
        return len(self._keys)

    def claim(self, source: Document | Rejection | StoredDocument) -> StoredDocument | None:
        """What to hand to the `Outcome` of a document that is this run's to do; None for one that is done, or claimed
        already in this run (the same location given twice). Its `content_hash` is the name for `put_bytes`.

        Done is a location whose latest outcome is of this very content, under these rules, and no rejection for `timeout` or `error`.
        What is done anew keeps the run in which it came and the moment when it was fetched first: it is no newer for that, and of two
        addresses of one page the same one stands for it as before.
        """
        document = source if isinstance(source, StoredDocument) else describe_document(source)
        location = hash_input_key(document.location, "")
        if location in self._claimed:
            return None
        found = self._find(hash_input_key(document.location, hash_input(document)))
        if found is not None and self._done[found]:
            return None
        self._claimed.add(location)
        if found is None:
            return document
        document, fetched = document.arrived_in(self._arrived[found]), self._fetched[found]
        return document if fetched == _NEVER else document.fetched_on(_EPOCH + timedelta(microseconds=fetched))

    def _find(self, key: int) -> int | None:
        i = bisect_left(self._keys, key)
        return i if i < len(self._keys) and self._keys[i] == key else None


def read_stale_documents(home: Home, rules_version: str, retried_since: int) -> Iterator[StoredDocument]:
    """Documents whose bytes the archive holds and that are to be done again: those whose latest outcome is of other rules, and
    those that ended in `timeout` or `error`, for their source may not give them again. Of the latter only what came in the run
    of the number `retried_since` or later: what never ends well must not cost every run its time.

    `get_bytes(home, stored.content_hash)` and `stored.with_content(...)` make the document again; hand what `claim` gives for
    `stored` to the `Outcome`, so that being done again does not make it newer.
    """
    with open_session(home, current=False, only_documents=True) as con:
        con.execute(read_query("queries", "read_stale_documents"), {"rules_version": rules_version, "retried_since": retried_since})
        while rows := con.fetchmany(_BATCH):
            for row in rows:
                source_uri, location, content_hash, kind, *given, arrived = row
                if has_bytes(home, content_hash):
                    said = dict(zip((f.name for f in fields(SourceFacts)), given, strict=True))
                    facts = SourceFacts(**said | {"authors": tuple(said["authors"])})
                    yield StoredDocument(source_uri, location, content_hash, kind, facts, arrived)
