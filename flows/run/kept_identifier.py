"""What tells languages apart, kept unpacked beside Python's compiled modules: to unpack it takes each start of workers half a second."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transforms.metadata.language import PARTS, packed_identifier, unpack_identifier, use_identifier
from warehouse.folders import replace_bytes

_FOLDER = Path(cache_from_source(__file__)).parent
_STEM = "languages-"


def use_kept_identifier(kept_in: Path = _FOLDER) -> None:
    """Has this process tell languages apart by what is kept in a folder; it is unpacked and kept where the package has changed.

    Where no file can be written it is unpacked each time.
    """
    found = packed_identifier().stat()
    stamp = hashlib.blake2b(f"{packed_identifier()}\0{found.st_size}\0{found.st_mtime_ns}".encode(), digest_size=8).hexdigest()
    file = kept_in / f"{_STEM}{stamp}.npy"
    parts = _read(file)
    if parts is None:
        parts = unpack_identifier()
        with suppress(OSError):
            kept_in.mkdir(parents=True, exist_ok=True)
            for old in kept_in.glob(f"{_STEM}*.npy"):
                old.unlink(missing_ok=True)
            replace_bytes(file, _pack(parts))
    use_identifier(parts)


def _read(file: Path) -> list[NDArray[Any]] | None:
    """The parts, one array after the other; None where the file is not there or not whole."""
    try:
        with file.open("rb") as f:
            parts = [np.load(f, allow_pickle=False) for _ in range(PARTS)]
            return parts if not f.read(1) else None
    except (OSError, ValueError, EOFError):
        return None


def _pack(parts: Sequence[NDArray[Any]]) -> memoryview:
    packed = io.BytesIO()
    for part in parts:
        np.save(packed, part, allow_pickle=False)
    return packed.getbuffer()
