"""What a report states that another report of the event states too: weekdays, the year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.calendar import weekdays

# Monday first, each without "day".
WEEKDAYS = tuple(day.removesuffix("day") for day in weekdays())
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})day", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19[5-9]|20[0-4])\d\b")


@dataclass(frozen=True, slots=True)
class Signs:
    """What an article states: weekdays ("mon", "tues" …) of title and lead, and the latest year it names anywhere."""

    weekdays: tuple[str, ...]
    years: tuple[int, ...]


def find_signs(lead: str, whole: str) -> Signs:
    """The signs of an article, from its title and lead, and from title and text.

    >>> find_signs("Ferry aground on Tuesday", "Ferry aground. It was built in 1998 and sold in 2029.")
    Signs(weekdays=('tues',), years=(2029,))
    """
    weekdays = {m.group(1).lower() for m in _WEEKDAY.finditer(lead)}
    years = sorted(_YEAR.findall(whole))[-1:]
    return Signs(tuple(sorted(weekdays)), tuple(int(y) for y in years))
