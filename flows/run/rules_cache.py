"""The digests of the rules, kept beside Python's compiled modules until a file changes: to make them takes a second of every run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.resources.abc import Traversable
from importlib.util import cache_from_source
from pathlib import Path

from warehouse.folders import replace_text

_FILE = Path(cache_from_source(__file__)).with_suffix(".json")


def keep_digest(key: str, files: Iterable[tuple[str, Traversable]], make: Callable[[], str], kept_in: Path = _FILE) -> str:
    """What `make` gives, made anew only where the key is new or one of these files has changed.

    A file has changed where its size or its time of change has, as for Python's compiled modules. Where no file can be written, or the
    rules are in no folder, the digest is made each time.
    """
    state = _describe(files)
    kept = _read(kept_in, state)
    if key not in kept:
        kept[key] = make()
        if state:
            with suppress(OSError):
                kept_in.parent.mkdir(parents=True, exist_ok=True)
                replace_text(kept_in, json.dumps({"state": state, "digests": kept}))
    return kept[key]


def _describe(files: Iterable[tuple[str, Traversable]]) -> str:
    """A digest of the files' names, sizes and times of change; empty where one of them is in no folder."""
    digest = hashlib.blake2b(digest_size=16)
    for name, file in sorted(files, key=lambda named: named[0]):
        if not isinstance(file, Path):
            return ""
        found = file.stat()
        digest.update(f"{name}\0{found.st_size}\0{found.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _read(path: Path, state: str) -> dict[str, str]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {str(key): str(made) for key, made in kept["digests"].items()} if kept["state"] == state else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
