"""The folder that holds everything: its paths, and the lock that lets one run at a time write to it."""

from __future__ import annotations

import errno
import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DEFAULT_HOME = Path(".data")


class HomeBusy(RuntimeError):
    """Another run is writing to the home."""


@dataclass(frozen=True, slots=True)
class Home:
    """Paths of one home. What users read: `warehouse` and `tables`; the rest is the pipeline's own."""

    path: Path

    @property
    def warehouse(self) -> Path:
        """The published DuckDB file, a link into `current`."""
        return self.path / "warehouse.duckdb"

    @property
    def tables(self) -> Path:
        """The published tables as Parquet, a link into `current`."""
        return self.path / "tables"

    @property
    def current(self) -> Path:
        """Link to the published snapshot."""
        return self.path / "current"

    @property
    def snapshots(self) -> Path:
        return self.path / "snapshots"

    @property
    def documents(self) -> Path:
        """The bytes of every document, by hash."""
        return self.path / "documents"

    @property
    def chunks(self) -> Path:
        return self.path / "lake" / "chunks"

    @property
    def staging(self) -> Path:
        """Chunks that the workers of a cluster have written and no run has taken over."""
        return self.path / "lake" / "staging"

    @property
    def assignments(self) -> Path:
        return self.path / "lake" / "assignments"

    @property
    def runs(self) -> Path:
        return self.path / "lake" / "runs"

    @property
    def parts(self) -> Path:
        """Which parts of archives a backfill has done."""
        return self.path / "lake" / "parts"

    @property
    def inbox(self) -> Path:
        """What was collected from the web and is in no table yet."""
        return self.path / "inbox"

    @property
    def web(self) -> Path:
        """What is known of web addresses, and what was fetched, as web archives."""
        return self.path / "web"

    @property
    def corrections(self) -> Path:
        """What the user knows better about names; written by the user, read by every run."""
        return self.path / "corrections.tsv"

    @property
    def removals(self) -> Path:
        """What was taken out and is kept out, a line each."""
        return self.path / "removals.jsonl"

    @property
    def failure_log(self) -> Path:
        """Where a run failed that failed by a defect; what stands in it may quote the document."""
        return self.path / "failure.log"

    @property
    def reports(self) -> Path:
        """Reports that the weekly deployment has written; what stands in them quotes the documents."""
        return self.path / "reports"

    @property
    def web_archive(self) -> Path:
        """What was fetched, as web archives."""
        return self.web / "archive"

    @property
    def lock_file(self) -> Path:
        return self.path / "lock"

    def create(self) -> Home:
        """The same home, its folders made where missing."""
        for folder in (self.documents, self.chunks, self.assignments, self.runs, self.snapshots, self.parts, self.inbox, self.web):
            folder.mkdir(parents=True, exist_ok=True)
        return self


_held: set[Path] = set()
_guard = threading.Lock()


@contextmanager
def lock(home: Home) -> Iterator[Home]:
    """Holds the tables of a home for one run; its folders are made where missing. Readers never take it.

    Raises:
        HomeBusy: another run holds it; the message names its process.
    """
    home.create()
    with _lock_file(home.lock_file, f"{home.path} is in use by another run"):
        yield home


@contextmanager
def lock_web(home: Home) -> Iterator[Home]:
    """Holds what is known of web addresses, so that nothing is asked for twice at a time. Whoever needs both locks takes `lock` first.

    Raises:
        HomeBusy: another run holds it; the message names its process.
    """
    home.web.mkdir(parents=True, exist_ok=True)
    with _lock_file(home.web / "lock", f"the web is being read for {home.path} by another run"):
        yield home


@contextmanager
def _lock_file(path: Path, busy: str) -> Iterator[None]:
    """The kernel's lock (`fcntl.lockf`): a run that is killed leaves none behind, and the processes that a run forks do not hold
    it, so that a worker which outlives its run blocks nobody."""
    key = path.resolve()
    with _guard:  # the kernel's lock is one a process: a second run in this process is refused here
        if key in _held:
            raise HomeBusy(_spell_busy(busy, str(os.getpid())))
        _held.add(key)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            try:
                fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as problem:
                if problem.errno not in (errno.EACCES, errno.EAGAIN):
                    raise
                holder = os.pread(descriptor, 32, 0).decode(errors="replace").strip()
                raise HomeBusy(_spell_busy(busy, holder or "unknown")) from None
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
            yield
        finally:
            os.close(descriptor)
    finally:
        with _guard:
            _held.discard(key)


def _spell_busy(busy: str, process: str) -> str:
    return f"{busy} (process {process}); wait for it to end, or choose another --home"
