"""What a report states that another report of the event states too: figures, weekday, year."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.groups.weights import cut_lead, join_text
from transforms.records import StoryArticle

_FIGURE = re.compile(r"(?<!\w)\d+(?:[.,:]\d+)*")
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_YEAR = re.compile(r"\b(?:19[5-9]|20[0-4])\d\b")
# By so much a sign raises similarity where two articles state the same, and lowers it where both state other things.
_STEP = 0.1


@dataclass(frozen=True, slots=True)
class Signs:
    """What one article states; an empty set where it states nothing of the kind."""

    figures: frozenset[str]
    weekdays: frozenset[str]
    years: frozenset[int]


def find_signs(article: StoryArticle, window: timedelta) -> Signs:
    """Figures and weekdays of title and lead; the year of the article's day, else the latest that the text names.

    Single digits stand in any report and are no sign. An article with a day that names no weekday tells of that day or
    the day before. Articles with days less than `window` apart have a year in common.
    """
    lead, day = f"{article.title or ''}\n{cut_lead(article)}", article.published_on
    figures = (m.group().replace(",", "") for m in _FIGURE.finditer(lead))
    weekdays = frozenset(m.group(1).lower() for m in _WEEKDAY.finditer(lead))
    if day is None:
        named = _YEAR.findall(f"{article.title or ''}\n{join_text(article)}")
        years = frozenset(int(y) for y in sorted(named)[-1:])
    else:
        weekdays = weekdays or frozenset({_name_weekday(day), _name_weekday(day - timedelta(days=1))})
        years = frozenset({(day - window).year, (day + window).year})
    return Signs(frozenset(f for f in figures if len(f) > 1), weekdays, years)


def compare_signs(signs: Signs, other: Signs) -> float:
    """Factor for the similarity of two articles: above 1.0 where their signs agree, below where they contradict."""
    kinds = ((signs.figures, other.figures), (signs.weekdays, other.weekdays), (signs.years, other.years))
    return math.prod(1.0 + (-_STEP if own.isdisjoint(others) else _STEP) for own, others in kinds if own and others)


def _name_weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]
