"""Where some words are left in a home: in the bytes of its files, and in what these hold decompressed."""

from __future__ import annotations

import gzip
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq


def find_traces(home: Path, words: str) -> list[str]:
    """The files below a folder that hold the words, as UTF-8 or in tables."""
    return [str(path.relative_to(home)) for path in sorted(home.rglob("*")) if path.is_file() and _holds(path, words)]


def _holds(path: Path, words: str) -> bool:
    content = path.read_bytes()
    if words.encode() in content:
        return True
    if path.suffix == ".gz":
        return words.encode() in gzip.decompress(content)
    if path.suffix == ".zst":
        return words.encode() in pa.decompress(content[8:], int.from_bytes(content[:8], "big"), "zstd", asbytes=True)
    if path.suffix == ".parquet":
        return words in str(pq.ParquetFile(path).read().to_pylist())
    if path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as con:
            tables = [name for (name,) in con.execute("select table_name from duckdb_tables()").fetchall()]
            return any(words in str(con.execute(f'from "{name}"').fetchall()) for name in tables)
    return False
