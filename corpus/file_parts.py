"""A large archive in parts that can be done one after the other: the files of a day, or as many as make a good size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.origins import Origin

PART_BYTES = 2**30
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Part:
    """Some files of an archive, in their order. `day` is the one that their paths name, None where they name none."""

    name: str
    day: date | None
    files: tuple[Origin, ...]


def day_of(path: str) -> date | None:
    """The day that a path names, as archives spell it: the last one, as the file's own name says it best.

    >>> day_of("2026/01/CC-NEWS-20260131235959-00123.warc.gz"), day_of("news/2026/02/03/a.html"), day_of("2026-02-30.jsonl")
    (datetime.date(2026, 1, 31), datetime.date(2026, 2, 3), None)
    """
    found = None
    for year, _, month, day in _DAY.findall(path):
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            continue
    return found


def cut_parts(files: Iterable[Origin], since: date | None = None, until: date | None = None, size: int = PART_BYTES) -> list[Part]:
    """The files in parts, by day and then in their order, those without a day last; a part has `size` bytes at most, or one file.

    With `since` or `until` only the days from the one to the other count, both included, and files without a day are left out.
    """
    by_day: dict[date | None, list[Origin]] = {}
    for file in files:
        day = day_of(file.location)
        if (since or until) and (day is None or day < (since or day) or day > (until or day)):
            continue
        by_day.setdefault(day, []).append(file)
    parts = []
    for day in sorted(by_day, key=lambda d: (d is None, d or date.min)):
        pieces = list(_cut(by_day[day], size))
        for number, piece in enumerate(pieces, 1):
            name = str(day or "files without a day") + (f", {number} of {len(pieces)}" if len(pieces) > 1 else "")
            parts.append(Part(name, day, tuple(piece)))
    return parts


def _cut(files: list[Origin], size: int) -> Iterator[list[Origin]]:
    filling: list[Origin] = []
    held = 0
    for file in files:
        if filling and held + file.size > size:
            yield filling
            filling, held = [], 0
        filling.append(file)
        held += file.size
    if filling:
        yield filling
