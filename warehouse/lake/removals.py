"""Documents that were taken out for good: what names them, so that they are known when they come again."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from transforms.identity import clean_url, content_hash
from transforms.records import Document, Rejection
from warehouse.folders import replace_text
from warehouse.home import Home
from warehouse.lake.rows import describe_document


class DamagedRemovals(ValueError):
    """The list of removals cannot be read. Nothing may run before it is mended: what was taken out could come back."""


@dataclass(frozen=True, slots=True)
class Removal:
    """One document taken out, and every name it has gone by. It holds no word of the text.

    `locations` name it where it has no address, and are what is cleared in any case. `is_complete`: every trace is gone.
    """

    key: str
    removed_at: datetime
    reason: str
    article_ids: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    content_hashes: tuple[str, ...] = ()
    is_complete: bool = False

    @property
    def detail(self) -> str:
        """What a rejection says."""
        return f"taken out on {self.removed_at:%Y-%m-%d}" + (f": {self.reason}" if self.reason else "")


class Removals:
    """All removals of a home, in the order in which they were asked for. Threads may share it; every change is on disk at once.

    Whoever deletes a line of the file lets that document in again.

    Raises:
        DamagedRemovals: a line of the file is not what was written there.
    """

    def __init__(self, home: Home) -> None:
        self._home = home
        self._lock = threading.Lock()
        self._removals = self._read()
        self._index()

    def refresh(self) -> None:
        """Read the file anew: more may have been asked for since. Call it under the lock that keeps removals out.

        Raises:
            DamagedRemovals: a line is not what was written there.
        """
        with self._lock:
            self._removals = self._read()
            self._index()

    def _read(self) -> list[Removal]:
        file = self._home.removals
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.exists() else []
        removals = []
        for number, line in enumerate(lines, 1):
            try:
                removals += [_read(json.loads(line))] if line.strip() else []
            except (ValueError, TypeError, KeyError, AttributeError):
                raise DamagedRemovals(f"{file}, line {number}, is damaged: mend or delete it, then run again") from None
        return removals

    def __iter__(self) -> Iterator[Removal]:
        return iter(tuple(self._removals))

    def incomplete(self) -> list[Removal]:
        """Those of which traces may be left."""
        return [r for r in self._removals if not r.is_complete]

    def add(self, removals: Iterable[Removal]) -> None:
        with self._lock:
            self._write([*self._removals, *removals])

    def complete(self) -> None:
        """Notes that every trace of every removal is gone."""
        with self._lock:
            if any(not r.is_complete for r in self._removals):
                self._write([replace(r, is_complete=True) for r in self._removals])

    def find(self, key: str) -> Removal | None:
        """The removal that a user names: by the same key, or by any name of the document."""
        named = (r for r in self._removals if key in (r.key, *r.article_ids, *r.locations, *r.content_hashes))
        return self.find_address(key) or next(named, None)

    def why(self, address: str | None, content: bytes | None) -> str | None:
        """Why a page is not taken, by its web address or by its bytes; None where nobody asked for that."""
        if not self._removals:
            return None
        removal = self.find_address(address) or (self._hashes.get(content_hash(content)) if content is not None else None)
        return removal.detail if removal else None

    def screen(self, source: Document | Rejection) -> Document | Rejection:
        """The same, or in place of what was taken out a rejection that says so and nothing else."""
        if not self._removals:
            return source
        known = describe_document(source)
        removal = (
            self._locations.get(known.location)
            or self.find_address(known.location)
            or self.find_address(known.facts.url)
            or self._hashes.get(known.content_hash or "")
        )
        return source if removal is None else Rejection(source.source_uri, source.location, None, "read", "removed", removal.detail)

    def find_address(self, url: str | None) -> Removal | None:
        """The removal of the page at a web address, however it is spelled."""
        try:
            return self._urls.get(clean_url(url)) if url else None
        except ValueError:
            return None

    def find_article(self, article_id: str) -> Removal | None:
        return self._articles.get(article_id)

    def learn(self, removal: Removal, document: Document) -> None:
        """Adds the names under which a removed article came again: what its source has kept of it is still to be cleared."""
        with self._lock:
            [now] = [r for r in self._removals if r.key == removal.key and r.removed_at == removal.removed_at]
            known = describe_document(document)
            urls = [clean_url(a) for a in (known.facts.url, known.location) if a and a.startswith(("http://", "https://"))]
            grown = replace(
                now,
                urls=_join(now.urls, urls),
                locations=_join(now.locations, [known.location]),
                content_hashes=_join(now.content_hashes, [known.content_hash or ""]),
                is_complete=False,
            )
            self._write([grown if r is now else r for r in self._removals])

    def _write(self, removals: list[Removal]) -> None:
        lines = [json.dumps(asdict(r) | {"removed_at": r.removed_at.isoformat()}) for r in removals]
        replace_text(self._home.removals, "".join(f"{line}\n" for line in lines))
        self._removals = removals
        self._index()

    def _index(self) -> None:
        self._articles = {name: r for r in reversed(self._removals) for name in r.article_ids}
        self._urls = {name: r for r in reversed(self._removals) for name in r.urls}
        self._hashes = {name: r for r in reversed(self._removals) for name in r.content_hashes}
        # A file may hold another article tomorrow: its name counts only where the article has no better one.
        self._locations = {name: r for r in reversed(self._removals) if not r.urls for name in r.locations}


def _read(fields: dict[str, Any]) -> Removal:
    if "places" in fields:  # as earlier versions call the locations
        fields["locations"] = fields.pop("places")
    names = {name: tuple(map(str, fields[name])) for name in ("article_ids", "urls", "locations", "content_hashes")}
    moment = datetime.fromisoformat(fields["removed_at"])
    return Removal(str(fields["key"]), moment, str(fields["reason"]), **names, is_complete=bool(fields["is_complete"]))


def _join(known: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*known, *more]))
