"""How alike two articles are: by their words, and by the weekdays and years that they state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from transforms.groups.features.signs import WEEKDAYS
from transforms.groups.stories.weights import UNIT, ArticleVector, number_terms, weigh_article
from transforms.records import ArticleFeatures

# Days within which reports of one event stand.
STORY_DAYS = 7
# What a sign adds: it raises similarity where two articles state the same, and lowers it where both state other things.
_SIGN_STEP = 0.1
# What the factor of the signs is at most: two kinds that agree.
MOST_AGREEMENT = (1 + _SIGN_STEP) ** 2


@dataclass(frozen=True, slots=True)
class Report:
    """An article ready to be compared: its day as a number, its vector, and what it states."""

    features: ArticleFeatures
    day: int | None
    vector: ArticleVector
    weekdays: frozenset[str]
    years: frozenset[int]


def read_report(features: ArticleFeatures) -> Report:
    """An article ready to be compared.

    An article with a day that names no weekday tells of that day or the day before, and articles of one week have a year in
    common; one without a day has the latest year that it names.
    """
    day = features.published_on
    weekdays, years = frozenset(features.weekdays), frozenset(features.years)
    if day is not None:
        week = timedelta(days=STORY_DAYS)
        weekdays = weekdays or frozenset({_name_weekday(day), _name_weekday(day - timedelta(days=1))})
        years = frozenset({(day - week).year, (day + week).year})
    number = day.toordinal() if day else None
    return Report(features, number, weigh_article(features), weekdays, years)


def compare_signs(a: Report, b: Report) -> float:
    """Factor for the similarity of two articles: above 1.0 where what they state agrees, below where it contradicts."""
    factor = 1.0
    for own, others in ((a.weekdays, b.weekdays), (a.years, b.years)):
        if own and others:
            factor *= 1.0 + (-_SIGN_STEP if own.isdisjoint(others) else _SIGN_STEP)
    return factor


def is_within_days(a: Report, b: Report) -> bool:
    """Whether two articles may report one event as far as their days tell; one without a day may be of any."""
    return a.day is None or b.day is None or abs(a.day - b.day) <= STORY_DAYS


def compare_reports(a: Report, b: Report) -> float:
    """The similarity of two articles, signs included."""
    _, mine, yours = np.intersect1d(a.vector.terms, b.vector.terms, assume_unique=True, return_indices=True)
    product = float(a.vector.weights[mine].astype(np.float64) @ b.vector.weights[yours])
    return product / UNIT**2 * compare_signs(a, b)


def compare_all(reports: Sequence[Report], floor: float) -> list[dict[int, float]]:
    """The graph of the similarities from `floor` on, among all reports that may be of one event, the same both ways."""
    numbers = number_terms([r.vector for r in reports])
    width = max((int(n[-1]) + 1 for n in numbers if n.size), default=0)
    products = _multiply(numbers, [r.vector.weights for r in reports], width)
    graph: list[dict[int, float]] = [{} for _ in reports]
    for i, k in zip(*(axis.tolist() for axis in np.nonzero(np.triu(products, 1))), strict=True):
        if not is_within_days(reports[i], reports[k]):
            continue
        similarity = float(products[i, k]) / UNIT**2 * compare_signs(reports[i], reports[k])
        if similarity >= floor:
            graph[i][k] = graph[k][i] = similarity
    return graph


def _multiply(numbers: Sequence[npt.NDArray[np.int32]], weights: Sequence[npt.NDArray[np.float32]], width: int) -> npt.NDArray[np.float64]:
    rows = np.zeros((len(numbers), width))
    for row, own, values in zip(rows, numbers, weights, strict=True):
        row[own] = values
    return rows @ rows.T  # whole numbers below 2**53: exact in any order


def _name_weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]
