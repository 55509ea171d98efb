"""A snapshot of a run that changed nothing: the one in service once more, with the row of that run.

Whether anything can have changed is told without reading a row: by the files of the lake, and by those of the assignments, which are the
very same files where nothing was grouped anew.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from warehouse.folders import link_file
from warehouse.home import Home
from warehouse.lake.assignments import find_published_folder
from warehouse.lake.chunks import list_chunks

LAKE_DIGEST = "lake.digest"  # file of a snapshot: which files of the lake it was made of


def digest_lake(home: Home) -> str:
    """What tells one state of the lake from another: its chunks, with size and time of change (ns) of their documents."""
    digest = hashlib.blake2b(digest_size=8)
    for chunk in list_chunks(home):
        found = (chunk / "documents.parquet").stat()
        digest.update(f"{chunk.name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_repeat(home: Home, base: Path, lake: str, assignments: Path) -> bool:
    """Whether a snapshot of the lake of the digest `lake` and of a folder of assignments has the tables of `base`, which is in service.

    Assignments are the same where each file is, by its inode.
    """
    told, before = base / LAKE_DIGEST, find_published_folder(home)
    if before is None or not told.exists() or told.read_text(encoding="utf-8") != lake:
        return False
    files = {file.name: file for file in assignments.iterdir()}
    return files.keys() == {file.name for file in before.iterdir()} and all(file.samefile(before / name) for name, file in files.items())


def link_tables(base: Path, tables: Path, made: str) -> None:
    """Gives the parts of the tables of a snapshot a second name in another, without those of the table `made`, which is made anew."""
    for table in sorted(base.iterdir()):
        if table.name != made:
            (tables / table.name).mkdir(parents=True)
            for file in sorted(table.iterdir()):
                link_file(file, tables / table.name / file.name)
