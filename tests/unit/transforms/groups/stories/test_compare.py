"""Two reports are as alike as their words, raised and lowered by what they state."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from transforms.groups.features.read import read_features
from transforms.groups.stories.compare import compare_all, compare_reports, compare_signs, is_within_days, read_report
from transforms.records import StoryArticle

DAY = date(2031, 3, 5)


def report(body: str, day: date | None = None, title: str | None = None):
    return read_report(read_features(StoryArticle("a", day, title, body)))


@pytest.mark.parametrize(
    ("text", "other", "least", "most"),
    [
        ("Aground on Monday, in 2029.", "On Monday, in 2029, it ran aground.", 1.2, 1.3),
        ("Aground on Monday, in 2029.", "Aground on Friday, in 2027.", 0.8, 0.9),
        ("Aground on Monday, in 2029.", "Aground on Friday, in 2029.", 0.95, 1.05),
        ("Aground on Monday, in 2029.", "All aboard are safe.", 1.0, 1.0),
        ("All 212 aboard are safe.", "Of the 80 aboard none is missing.", 1.0, 1.0),  # figures are no sign
    ],
)
def test_signs_that_agree_raise_and_those_that_contradict_lower(text: str, other: str, least: float, most: float) -> None:
    assert least <= compare_signs(report(text), report(other)) <= most


def test_a_report_with_a_day_tells_of_it_or_the_day_before() -> None:
    assert report("Aground last night", DAY).weekdays == {"wednes", "tues"}
    assert report("Aground on Friday", DAY).weekdays == {"fri"}


def test_articles_of_one_week_have_a_year_in_common_at_new_year_too() -> None:
    assert report("a", date(2030, 12, 31)).years & report("b", date(2031, 1, 3)).years


def test_days_part_reports_and_no_day_is_any_day() -> None:
    assert is_within_days(report("a", DAY), report("b", DAY + timedelta(days=7)))
    assert not is_within_days(report("a", DAY), report("b", DAY + timedelta(days=8)))
    assert is_within_days(report("a", DAY), report("b"))


def test_all_pairs_are_as_alike_as_two() -> None:
    reports = [report("The ferry ran aground on the reef"), report("A ferry on the reef"), report("The budget passed")]
    graph = compare_all(reports, 0.05)
    assert graph[0][1] == graph[1][0] == compare_reports(reports[0], reports[1])
    assert graph[2] == {}
