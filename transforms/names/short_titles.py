"""Titles as they are shortened before a name: "Sen." for "Senator"."""

from __future__ import annotations

import functools
from typing import NamedTuple

from transforms.word_lists import read_table


class ShortTitle(NamedTuple):
    """A title as it is shortened before a name, and the office that it is short for."""

    short: str
    full: str


@functools.cache
def short_titles() -> dict[str, str]:
    """The full title of each short one of the list, short ones in small letters.

    >>> short_titles()["sen"]
    'Senator'
    """
    return {row.short: row.full for row in read_table("names/short_titles.csv", ShortTitle)}
