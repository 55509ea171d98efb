"""Folders that appear whole or not at all, and links that change in one step."""

from __future__ import annotations

import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TEMPORARY = ".tmp-"  # what a killed run leaves under such a name is nobody's


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A folder beside `target` to write into. It takes that name when the `with` ends well, and vanishes when it does not.

    What stood there before is replaced; a process killed in between leaves the old, the new, or (for that instant) none.
    """
    folder = target.with_name(f"{TEMPORARY}{target.name}-{uuid.uuid4().hex[:8]}")
    old = folder.with_name(f"{folder.name}-old")
    folder.mkdir(parents=True)
    try:
        yield folder
        sync_tree(folder)
        if target.exists():  # moved away first: a folder can take the place of an empty one only
            target.rename(old)
        folder.rename(target)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    sync(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def link_file(file: Path, link: Path) -> None:
    """Gives a file that never changes a second name; a copy where the file system cannot."""
    try:
        os.link(file, link)
    except OSError:
        shutil.copyfile(file, link)


def replace_link(link: Path, target: str) -> None:
    """Makes `link` point to `target` (relative to its own folder), in one step for whoever looks."""
    temporary = link.with_name(f"{TEMPORARY}{link.name}-{uuid.uuid4().hex[:8]}")
    temporary.symlink_to(target)
    temporary.replace(link)


def replace_text(path: Path, text: str) -> None:
    """Writes a small file, old or new for whoever looks."""
    replace_bytes(path, text.encode("utf-8"))


def replace_bytes(path: Path, content: bytes | memoryview) -> None:
    """Writes a file, old or new for whoever looks."""
    temporary = path.with_name(f"{TEMPORARY}{path.name}-{uuid.uuid4().hex[:8]}")
    try:
        temporary.write_bytes(content)
        sync(temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync(path.parent)


def remove_leftovers(folder: Path, older_than: float = 0.0) -> None:
    """Remove what killed runs left half-written in a folder; with `older_than`, in seconds, only what was begun longer ago."""
    for path in folder.glob(f"{TEMPORARY}*"):
        if older_than and not is_older(path, older_than):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def is_older(path: Path, seconds: float) -> bool:
    """Whether a file was last written more than `seconds` ago; not, where it is gone."""
    try:
        return time.time() - path.lstat().st_mtime > seconds
    except FileNotFoundError:
        return False


def sync_tree(folder: Path) -> None:
    """Has the disk keep every file of a folder: a name must not outlive a power cut without its content.

    A file that has a second name is a link to what was kept when it was made.
    """
    for path in folder.rglob("*"):
        if path.is_dir() or path.stat().st_nlink == 1:
            sync(path)
    sync(folder)


def sync(path: Path) -> None:
    """Has the disk keep a file's content, or a folder's names."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
