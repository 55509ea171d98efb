"""The word lists of `transforms/data/`: words, names a line each, or tables with a header. `#` begins a comment line.

Every list is read here. A table is read into rows of a type: a cell that is none of its column's type is an error, named with its file.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from typing import Annotated, Literal, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

# Cells that hold several: words apart by spaces, or names apart by bars.
WordCell = Annotated[tuple[str, ...], " "]
NameCell = Annotated[tuple[str, ...], "|"]
Cell = str | float | bool | tuple[str, ...]
Row = TypeVar("Row", bound=NamedTuple)


def read_lines(name: str) -> list[str]:
    """All lines of a list file."""
    text = (files("transforms") / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@functools.cache
def read_words(name: str) -> frozenset[str]:
    """All words of a list file."""
    return frozenset(w for line in read_lines(name) for w in line.split())


def read_table(name: str, row: type[Row]) -> tuple[Row, ...]:
    """All rows of a table file as `row`, a NamedTuple whose fields are the columns, in their order.

    A field is a `str`, a number, a `bool` ("yes", "no"), one of a `Literal`, or several of one kind as in a `WordCell`. Raises
    ValueError where the header or a cell is none of it.
    """
    types = get_type_hints(row, include_extras=True)
    header, *rows = csv.reader(read_lines(name))
    if header != list(types):
        raise ValueError(f"{name}: its columns are {header}, not {list(types)}")
    columns = [_reader(name, type_) for type_ in types.values()]
    for cells in rows:
        if len(cells) != len(types):
            raise ValueError(f"{name}: {cells} has not {len(types)} cells")
    return tuple(row._make([read(cell) for read, cell in zip(columns, cells, strict=True)]) for cells in rows)


def _reader(name: str, type_: object) -> Callable[[str], Cell]:
    """What reads the cells of a column of that type."""
    if get_origin(type_) is Annotated:
        several, between = get_args(type_)
        one = _reader(name, get_args(several)[0])
        return lambda cell: tuple([str(one(v)) for v in cell.split(between) if v])
    if type_ is bool or get_origin(type_) is Literal:
        choices = {"yes": True, "no": False} if type_ is bool else {str(v): v for v in get_args(type_)}
        return lambda cell: _choose(name, choices, cell)
    if type_ is int:
        return lambda cell: _count(name, int, cell)
    if type_ is float:
        return lambda cell: _count(name, float, cell)
    return str


def _choose(name: str, choices: Mapping[str, Cell], cell: str) -> Cell:
    if cell not in choices:
        raise ValueError(f"{name}: {cell!r} is none of {', '.join(choices)}")
    return choices[cell]


def _count(name: str, number: Callable[[str], int | float], cell: str) -> int | float:
    try:
        return number(cell)
    except ValueError:
        raise ValueError(f"{name}: {cell!r} is no number") from None


@functools.cache
def read_names(name: str) -> frozenset[str]:
    """The lines of a list file of names, in small letters."""
    return frozenset(line.strip().casefold() for line in read_lines(name))


class _WordSet(NamedTuple):
    set: str
    what: str
    words: WordCell


@functools.cache
def _sets(name: str) -> dict[str, tuple[str, ...]]:
    return {row.set: row.words for row in read_table(name, _WordSet)}


def read_sequence(name: str, row: str) -> tuple[str, ...]:
    """The words of one row of a table of word sets, whose columns are `set`, `what` and `words`, in their order."""
    return _sets(name)[row]


@functools.cache
def read_set(name: str, row: str) -> frozenset[str]:
    """The words of `read_sequence` as a set."""
    return frozenset(read_sequence(name, row))


def any_of_set(name: str, row: str) -> str:
    """The words of one row of such a table between bars, for a regular expression, the longest first."""
    return any_of(read_set(name, row))


def any_of(words: Iterable[str]) -> str:
    """Different words between bars, for a regular expression, the longest first.

    >>> any_of({"by", "by-line", "e.g."})
    'by\\\\-line|e\\\\.g\\\\.|by'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
