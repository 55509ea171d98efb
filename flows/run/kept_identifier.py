"""What tells languages apart, kept unpacked beside Python's compiled modules: to unpack it takes each start of workers half a second."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transforms.metadata.language import PARTS, packed_identifier, unpack_identifier, use_identifier
from warehouse.folders import is_older, remove_leftovers, replace_bytes

_FOLDER = Path(cache_from_source(__file__)).parent
_STEM = "languages-"
_LONG = 30 * 86_400.0  # seconds after which what nobody's package asks for is deleted
_SUM = 4  # bytes of the check sum behind the parts
_PIECE = 2**20  # bytes summed at once


def use_kept_identifier(kept_in: Path = _FOLDER) -> None:
    """Has this process tell languages apart by what is kept in a folder; it is unpacked and kept where the package has changed.

    Where no file can be written it is unpacked each time.
    """
    stamp = hashlib.blake2b(packed_identifier().read_bytes(), digest_size=8).hexdigest()
    file = kept_in / f"{_STEM}{stamp}.npy"
    parts = _read(file)
    if parts is None:
        parts = unpack_identifier()
        with suppress(OSError):
            kept_in.mkdir(parents=True, exist_ok=True)
            remove_leftovers(kept_in, _LONG)
            for old in kept_in.glob(f"{_STEM}*.npy"):
                if is_older(old, _LONG):  # another environment may have another package
                    old.unlink(missing_ok=True)
            replace_bytes(file, _pack(parts))
    use_identifier(parts)


def _read(file: Path) -> list[NDArray[Any]] | None:
    """The parts, one array after the other; None where the file is not there or not whole."""
    try:
        with file.open("rb") as f:
            found, left = 0, file.stat().st_size - _SUM
            while left > 0 and (piece := f.read(min(left, _PIECE))):
                found, left = zlib.crc32(piece, found), left - len(piece)
            if left or found.to_bytes(_SUM, "big") != f.read():
                return None
            f.seek(0)
            return [np.load(f, allow_pickle=False) for _ in range(PARTS)]
    except OSError:
        return None


def _pack(parts: Sequence[NDArray[Any]]) -> memoryview:
    packed = io.BytesIO()
    for part in parts:
        np.save(packed, part, allow_pickle=False)
    packed.write(zlib.crc32(packed.getbuffer()).to_bytes(_SUM, "big"))
    return packed.getbuffer()
