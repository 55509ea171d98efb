"""A snapshot made of the one in service: a private copy in which the rows of touched articles and groups are replaced."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import shutil
from pathlib import Path

import duckdb

from warehouse.folders import sync
from warehouse.home import Home
from warehouse.lake.assignments import add_assignments, add_differences
from warehouse.lake_schemas import ASSIGNMENTS
from warehouse.schemas import PUBLISHED, SEARCH
from warehouse.sql import list_queries, read_query

MADE_OF = "made_of.parquet"  # file of a snapshot: which rows of the lake its articles are
LAYOUT = "layout.digest"  # file of a snapshot: what shaped its tables
_FICLONE = 0x40049409  # of Linux: the new file shares the blocks of the old one until either changes

OF_ARTICLES = ("articles", "blocks", "mentions", "quotes")
OF_GROUPS = {"entities": "entity_id", "aliases": "entity_id", "utterances": "utterance_id", "stories": "story_id"}
WHOLE = ("redirects", "rejections", "runs")  # few rows, or of every run others: made anew each time


def digest_layout() -> str:
    """What shapes the published tables: columns with their descriptions, and the SQL that fills them. Snapshots of another digest
    cannot be patched."""
    digest = hashlib.blake2b(digest_size=8)
    for table, schema in (*PUBLISHED.items(), *SEARCH.items()):
        digest.update(f"{table} {schema.to_string(show_schema_metadata=True, show_field_metadata=True)}".encode())
    for folder in ("views", "macros", "queries", "search"):
        for name in list_queries(folder):
            if folder != "queries" or name.startswith("fill_"):
                digest.update(f"{folder}/{name} {read_query(folder, name)}".encode())
    return digest.hexdigest()


def find_base(home: Home) -> Path | None:
    """The snapshot in service, where a patch can be made of it; else None."""
    if not home.current.exists():
        return None
    base = home.current.resolve()
    layout = base / LAYOUT
    is_whole = (base / MADE_OF).exists() and (home.assignments / base.name.partition(".")[0]).is_dir()
    return base if is_whole and layout.exists() and layout.read_text(encoding="utf-8") == digest_layout() else None


def copy_file(file: Path, target: Path) -> None:
    """Copies a file, without copying its content where the file system can share it."""
    with file.open("rb") as source, target.open("xb") as copy:
        try:
            fcntl.ioctl(copy.fileno(), _FICLONE, source.fileno())
            return
        except OSError as problem:
            if problem.errno not in (errno.EOPNOTSUPP, errno.ENOTTY, errno.EINVAL, errno.EXDEV, errno.ENOSYS, errno.EPERM):
                raise
    shutil.copyfile(file, target)
    sync(target)


def add_before(con: duckdb.DuckDBPyConnection, home: Home, base: Path, now: Path) -> None:
    """Makes the assignments of a snapshot readable as `before_names`, `before_articles` …, what it is made of as `before_made_of`, and
    where those of the folder `now`, readable as `assigned_…`, differ as `arrived_…` and `left_…`."""
    con.execute("USE scratch")
    folder = home.assignments / base.name.partition(".")[0]
    for table, schema in ASSIGNMENTS.items():
        add_assignments(con, f"before_{table}", folder, table, schema)
        add_differences(con, folder, now, table)
    con.read_parquet(str(base / MADE_OF)).create_view("before_made_of")


def delete_touched_articles(con: duckdb.DuckDBPyConnection) -> None:
    """Deletes the touched rows of articles."""
    for table in OF_ARTICLES:
        touched = f"SELECT article_id FROM touched_rows WHERE table_name = '{table}'"
        con.execute(f'DELETE FROM warehouse.main."{table}" WHERE article_id IN ({touched})')


def delete_touched_groups(con: duckdb.DuckDBPyConnection) -> None:
    """Deletes the rows of the touched groups, and of the tables that are made anew each time."""
    for table, column in OF_GROUPS.items():
        con.execute(f'DELETE FROM warehouse.main."{table}" WHERE "{column}" IN (SELECT id FROM touched_groups)')
    for table in WHOLE:
        con.execute(f'DELETE FROM warehouse.main."{table}"')
