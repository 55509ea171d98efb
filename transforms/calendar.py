"""The months and the days of the week, by their names."""

from __future__ import annotations

import functools
from typing import NamedTuple

from transforms.word_lists import WordCell, read_lines, read_table

_ENGLISH = "en"
_SHORT_LETTERS = 3  # letters of a month's name in short, in most houses


class _Month(NamedTuple):
    number: int
    language: str
    words: WordCell


@functools.cache
def _months() -> tuple[_Month, ...]:
    return read_table("text/months.csv", _Month)


@functools.cache
def months() -> dict[str, int]:
    """The number of each month by its names and short names in small letters, of all languages."""
    return {word: month.number for month in _months() for word in month.words}


@functools.cache
def month_languages() -> tuple[str, ...]:
    """The languages whose months are known, by their codes of two letters (ISO 639-1)."""
    return tuple(dict.fromkeys(month.language for month in _months()))


@functools.cache
def month_names() -> tuple[str, ...]:
    """The English names of the months in small letters, January first."""
    return tuple(month.words[0] for month in _months() if month.language == _ENGLISH)


@functools.cache
def short_month_names() -> tuple[str, ...]:
    """The English short names of the months as they are printed, in small letters; May has none.

    >>> short_month_names()[:3], short_month_names()[-4:]
    (('jan', 'feb', 'mar'), ('sep', 'oct', 'nov', 'dec'))
    """
    return tuple(word for month in _months() if month.language == _ENGLISH for word in month.words[1:])


@functools.cache
def month_beginnings() -> tuple[str, ...]:
    """How the English names of the months begin, in small letters: "jan", "may", "sep"."""
    return tuple(name[:_SHORT_LETTERS] for name in month_names())


@functools.cache
def weekdays() -> tuple[str, ...]:
    """The English names of the days of the week in small letters, Monday first."""
    return tuple(read_lines("text/weekdays.txt"))
