"""The bytes of every document, by hash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.identity import content_hash
from warehouse.home import Home
from warehouse.lake.archive import CorruptEntry, archive_path, get_bytes, has_bytes, put_bytes


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).create()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=2000))
def test_bytes_come_back_as_they_were(home: Home, content: bytes) -> None:
    digest = content_hash(content)
    put_bytes(home, digest, content)
    put_bytes(home, digest, content)
    assert get_bytes(home, digest) == content


def test_entries_are_compressed_and_spread_over_folders(home: Home) -> None:
    content = b"<p>the same again</p>" * 10_000
    put_bytes(home, content_hash(content), content)
    path = archive_path(home, content_hash(content))
    assert path.stat().st_size < 1_000
    assert path.relative_to(home.documents).parts[:2] == (content_hash(content)[:2], content_hash(content)[2:4])
    assert [p.name for p in home.documents.rglob("*") if p.is_file()] == [path.name]


def test_missing_entry(home: Home) -> None:
    assert not has_bytes(home, "0" * 64)
    with pytest.raises(FileNotFoundError):
        get_bytes(home, "0" * 64)


@pytest.mark.parametrize(
    "damage",
    [
        lambda stored: b"",  # a power cut before the disk had it
        lambda stored: stored[:-3],
        lambda stored: stored[:20] + bytes([stored[20] ^ 255]) + stored[21:],
        lambda stored: b"\xff" * 8 + stored[8:],  # a length that would not fit into memory
        lambda stored: bytes(8),  # says that it is empty
        lambda stored: b"something else altogether",
    ],
)
def test_damaged_entry_is_told_and_removed_so_that_the_source_can_give_it_again(home: Home, damage) -> None:  # type: ignore[no-untyped-def]
    content = b"a page of some length, so that there is something to damage" * 3
    digest = content_hash(content)
    put_bytes(home, digest, content)
    path = archive_path(home, digest)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(CorruptEntry):
        get_bytes(home, digest)
    put_bytes(home, digest, content)
    assert get_bytes(home, digest) == content
