"""An archive in parts: by the days that its files name, none too large."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.file_parts import cut_parts, day_of
from corpus.origins import Origin

FILES = [
    Origin(Path("/a/note.txt"), "note.txt", "/a/note.txt", 10),
    Origin(Path("/a/2026-01-04/x.html"), "2026-01-04/x.html", "/a/2026-01-04/x.html", 10),
    Origin(Path("/a/2026-01-03/y.html"), "2026-01-03/y.html", "/a/2026-01-03/y.html", 10),
    Origin(Path("/a/2026-01-03/z.html"), "2026-01-03/z.html", "/a/2026-01-03/z.html", 10),
]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("CC-NEWS-20260131235959-00123.warc.gz", date(2026, 1, 31)),
        ("pages-20260101T000000Z-0a1b2c3d.warc.gz", date(2026, 1, 1)),
        ("/srv/2026/02/03/page.html", date(2026, 2, 3)),
        # The file's own day counts, not that of the backup that it lies in.
        ("/backup-20250101/news/2026-02-03.jsonl.gz", date(2026, 2, 3)),
        # No days: the parts are spelled in two ways, there is no such day, or the digits belong to a longer number.
        ("2026-02/03.html", None),
        ("2026-02-30.html", None),
        ("120260131.html", None),
        ("page.html", None),
    ],
)
def test_day_that_a_path_names(path: str, expected: date | None) -> None:
    assert day_of(path) == expected


def test_parts_are_days_in_their_order_and_the_files_without_one_come_last() -> None:
    parts = cut_parts(FILES)
    assert [(part.name, [file.source_uri for file in part.files]) for part in parts] == [
        ("2026-01-03", ["2026-01-03/y.html", "2026-01-03/z.html"]),
        ("2026-01-04", ["2026-01-04/x.html"]),
        ("files without a day", ["note.txt"]),
    ]


def test_a_large_day_is_cut() -> None:
    names = [part.name for part in cut_parts(FILES, size=15)]
    assert names == ["2026-01-03, 1 of 2", "2026-01-03, 2 of 2", "2026-01-04", "files without a day"]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2026, 1, 4), None, ["2026-01-04"]),
        (None, date(2026, 1, 3), ["2026-01-03"]),
        (date(2026, 1, 3), date(2026, 1, 4), ["2026-01-03", "2026-01-04"]),
        (date(2026, 1, 5), None, []),
    ],
)
def test_days_from_and_to_are_included(since: date | None, until: date | None, expected: list[str]) -> None:
    assert [part.name for part in cut_parts(FILES, since, until)] == expected
