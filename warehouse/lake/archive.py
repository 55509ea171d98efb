"""The bytes of every document, compressed and named by their hash, so that new rules need no source again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from transforms.identity import content_hash
from warehouse.folders import TEMPORARY
from warehouse.home import Home

_CODEC = "zstd"
# Decompression needs the length of the bytes: eight bytes in front of the compressed ones.
_LENGTH_BYTES = 8


class CorruptEntry(OSError):
    """An entry of the archive does not hold the bytes that its name says."""


def archive_path(home: Home, digest: str) -> Path:
    """Where the bytes with this SHA-256 (64 hex digits) are kept; two levels of folders of up to 256 entries each."""
    return home.documents / digest[:2] / digest[2:4] / f"{digest}.zst"


def has_bytes(home: Home, digest: str) -> bool:
    """Whether the archive has an entry of this hash; `get_bytes` tells whether it is sound."""
    return archive_path(home, digest).exists()


def list_entries(home: Home) -> Iterator[Path]:
    """Every entry of the archive, in no order: a file whose stem is the hash of its bytes."""
    return home.documents.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*.zst")


def put_bytes(home: Home, digest: str, content: bytes) -> None:
    """Keeps `content` under its hash. What is there already is left as it is.

    The entry appears whole or not at all: it is written to a temporary name and renamed.
    """
    path = archive_path(home, digest)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    packed = pa.compress(content, codec=_CODEC, asbytes=True) if content else b""
    descriptor, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=home.documents)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(len(content).to_bytes(_LENGTH_BYTES, "big"))
            file.write(packed)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def get_bytes(home: Home, digest: str) -> bytes:
    """The bytes of this hash.

    Raises:
        FileNotFoundError: the archive has none.
        CorruptEntry: what it has does not hash to its name; the entry is removed, so that the source can give it again.
    """
    path = archive_path(home, digest)
    stored = path.read_bytes()
    try:
        length, packed = int.from_bytes(stored[:_LENGTH_BYTES], "big"), stored[_LENGTH_BYTES:]
        # A damaged length must not ask for more memory than zstd could ever have packed into these bytes.
        if length > (len(packed) + 1) << 17:
            raise ValueError("impossible length")
        content = pa.decompress(packed, decompressed_size=length, codec=_CODEC, asbytes=True) if length else b""
        sound = content_hash(content) == digest
    except (OSError, ValueError, pa.ArrowException):
        sound = False
    if not sound:
        path.unlink(missing_ok=True)
        raise CorruptEntry(f"{path} is damaged: its content does not have the hash of its name")
    return content
