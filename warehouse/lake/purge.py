"""What a removal takes out of the lake: every row of the document, and its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import duckdb

from transforms.identity import article_id, clean_url
from warehouse.home import Home
from warehouse.lake.archive import list_entries
from warehouse.lake.compact import group_versions, merge_chunks
from warehouse.lake.inbox import list_waiting, read_waiting
from warehouse.lake.removals import Removal
from warehouse.session import open_session
from warehouse.sql import read_query

_SHOWN = 5


class UnknownKey(LookupError):
    """A key that names no document of the home, or several. The message is for people."""


def find_removal(home: Home, key: str, reason: str, now: datetime) -> Removal:
    """The removal of the document that a key names: an address, an article_id, or a source_uri (or the path of the file).

    The same article read from several locations is one document. Nothing is changed. `now` has a zone.

    Raises:
        UnknownKey: the home has no such document, or the key is the source_uri of several.
    """
    with open_session(home, current=False) as con:
        found = _find_rows(con, key)
        if not found and (removal := _find_waiting(home, con, key, reason, now)):
            return removal
        if not found:
            raise UnknownKey(f"{key}: no document of {home.path} has this address, article_id or source_uri")
        if len({article or location for location, _, _, article in found}) > 1 and not _address(key):
            shown = "\n".join(f"  {article or '(rejected)'}  {url or location}" for location, _, url, article in found[:_SHOWN])
            raise UnknownKey(f"{key}: {len(found)} documents bear this name; give the article_id or the address of one:\n{shown}")
        ids = sorted({article for *_, article in found if article})
        found = sorted({*found, *_query(con, "find_documents", article_ids=ids, locations=[], source_uri=None, host="")})
        locations = [location for location, *_ in found]
        own = [url for (url,) in con.execute("SELECT DISTINCT url FROM lake_articles WHERE list_contains(?, article_id)", [ids]).fetchall()]
        addresses = sorted({clean for one in [*(u for *_, u, _ in found), *own, *locations] if (clean := _address(one))})
        hashes = {
            digest
            for _, _, digest, article, is_shared in _query(con, "read_removed_versions", article_ids=ids, locations=locations)
            if digest and article and not is_shared
        }
    return Removal(key, now, reason, tuple(ids), tuple(addresses), tuple(locations), tuple(sorted(hashes)))


def _find_waiting(home: Home, con: duckdb.DuckDBPyConnection, key: str, reason: str, now: datetime) -> Removal | None:
    """The removal of a page that was collected and stands in no table yet. Its article will bear the id of its address; its bytes name it
    too, for it may call itself by another, but not where another document has the same."""
    address = _address(key)
    found = [row for row in read_waiting(home) if address in {_address(n) for n in (row.location, row.facts.url) if n} - {None}]
    if address is None or not found:
        found = [row for row in read_waiting(home) if key in (row.location, row.source_uri)]
    if not found:
        return None
    locations = sorted({row.location for row in found})
    addresses = sorted({clean for row in found for name in (row.location, row.facts.url) if (clean := _address(name))})
    shared = {digest for (digest,) in _query(con, "read_stored_contents")}
    hashes = sorted({row.content_hash for row in found if row.content_hash} - shared)
    return Removal(key, now, reason, tuple(article_id(a, "") for a in addresses), tuple(addresses), tuple(locations), tuple(hashes))


def purge_lake(home: Home, removals: Iterable[Removal]) -> None:
    """Clears the rows of what was removed, then all bytes that no row needs. Under the lock.

    May be ended at any point and done again.
    """
    removals = list(removals)
    names = {
        "article_ids": [name for r in removals for name in r.article_ids],
        "locations": [name for r in removals for name in (*r.locations, *r.urls)],
    }
    with open_session(home, current=False) as con:
        rows = _query(con, "read_removed_versions", **names)
    dropped = group_versions(home, ((file, version) for file, version, *_ in rows))
    for chunk in dropped:
        merge_chunks(home, [chunk], dropped)
    drop_unused_bytes(home)


def drop_unused_bytes(home: Home) -> int:
    """Deletes the bytes that no row of the lake or the inbox refers to: of documents that have changed since, and of runs that were ended
    before they stored a row. Under the lock. How many entries it deleted."""
    with open_session(home, current=False) as con:
        used = {digest for (digest,) in _query(con, "read_stored_contents")} | list_waiting(home)
    unused = [entry for entry in list_entries(home) if entry.stem not in used]
    for entry in unused:
        entry.unlink()
    return len(unused)


def _find_rows(con: duckdb.DuckDBPyConnection, key: str) -> list[tuple[str, str, str | None, str | None]]:
    address = _address(key)
    if address is None:
        path = str(Path(key).resolve()) if "\0" not in key else key
        return _query(con, "find_documents", article_ids=[key], locations=[key, path], source_uri=key, host="")
    ids = [article_id(address, "")]
    rows = _query(con, "find_documents", article_ids=ids, locations=[address], source_uri=key, host=urlsplit(address).hostname or "")
    return [row for row in rows if row[3] in ids or row[0] == address or row[1] == key or _address(row[2]) == address]


def _address(text: str | None) -> str | None:
    """A web address in the form in which two of one page are equal; None for what is none."""
    if not text or not text.strip().lower().startswith(("http://", "https://")):
        return None
    try:
        return clean_url(text)
    except ValueError:
        return None


def _query(con: duckdb.DuckDBPyConnection, query: str, **values: object) -> list[tuple[Any, ...]]:
    return con.execute(read_query("queries", query), values).fetchall()
