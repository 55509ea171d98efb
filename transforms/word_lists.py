"""The word lists of `transforms/data/`: words, names a line each, or tables with a header. `#` begins a comment line."""

from __future__ import annotations

import csv
import functools
import re
from importlib.resources import files


def read_lines(name: str) -> list[str]:
    """All lines of a list file."""
    text = (files("transforms") / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@functools.cache
def read_words(name: str) -> frozenset[str]:
    """All words of a list file."""
    return frozenset(w for line in read_lines(name) for w in line.split())


def read_rows(name: str) -> list[dict[str, str]]:
    """All rows of a table file, by its header."""
    return list(csv.DictReader(read_lines(name)))


@functools.cache
def read_names(name: str) -> frozenset[str]:
    """The lines of a list file of names, in small letters."""
    return frozenset(line.strip().casefold() for line in read_lines(name))


@functools.cache
def read_sequence(name: str, row: str) -> tuple[str, ...]:
    """The words of one row of a table of word sets, whose columns are `set`, `what` and `words`, in their order."""
    return tuple(next(r["words"] for r in read_rows(name) if r["set"] == row).split())


@functools.cache
def read_set(name: str, row: str) -> frozenset[str]:
    """The words of `read_sequence` as a set."""
    return frozenset(read_sequence(name, row))


def any_of_set(name: str, row: str) -> str:
    """The words of one row of such a table between bars, for a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(read_set(name, row), key=lambda word: (-len(word), word)))
