"""Figures, weekdays and years that two reports state raise or lower their similarity."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from transforms.groups.signs import Signs, compare_signs, find_signs
from transforms.records import StoryArticle

WEEK = timedelta(days=7)
WEDNESDAY = date(2031, 3, 5)
NOTHING = Signs(frozenset(), frozenset(), frozenset())


def signs_of(body: str, day: date | None = None, title: str | None = None, standfirst: str | None = None) -> Signs:
    return find_signs(StoryArticle("a", day, title, body, standfirst=standfirst), WEEK)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The ferry had 212 aboard, 14 of them crew.", {"212", "14"}),
        ("A quake of 4.6 shook Almora at 2:09 in the night.", {"4.6", "2:09"}),
        ("Damage of $1,250,000.", {"1250000"}),
        ("A crew of 7 on the A320 and Route66.", set()),
        ("word " * 60 + "212 aboard", set()),
    ],
)
def test_figures_of_the_lead(text: str, figures: set[str]) -> None:
    assert signs_of(text).figures == figures


def test_title_and_standfirst_are_of_the_lead() -> None:
    assert signs_of("word " * 60, title="212 saved", standfirst="Ferry with 14 crew aground").figures == {"212", "14"}


@pytest.mark.parametrize(
    ("text", "day", "weekdays"),
    [
        ("The ferry ran aground on Tuesday.", None, {"tues"}),
        ("The ferry ran aground on Tuesday.", WEDNESDAY, {"tues"}),
        ("The ferry ran aground last night.", WEDNESDAY, {"wednes", "tues"}),
        ("The ferry ran aground last night.", None, set()),
    ],
)
def test_weekdays_of_the_lead_else_of_the_day_and_the_day_before(text: str, day: date | None, weekdays: set[str]) -> None:
    assert signs_of(text, day).weekdays == weekdays


def test_year_is_the_latest_that_the_text_of_an_article_without_a_day_names() -> None:
    assert signs_of("Built in 1998, the ferry was sold in 2029. It carries 2100 people.").years == {2029}


def test_articles_of_one_week_have_a_year_in_common_at_new_year_too() -> None:
    assert signs_of("a", date(2030, 12, 31)).years & signs_of("b", date(2031, 1, 3)).years


@pytest.mark.parametrize(
    ("text", "other", "least", "most"),
    [
        ("212 aboard on Monday.", "The 212 aboard on Monday.", 1.2, 1.3),
        ("212 aboard on Monday.", "Some 80 aboard on Friday.", 0.8, 0.9),
        ("212 aboard on Monday.", "Some 212 aboard on Friday.", 0.95, 1.05),
        ("212 aboard on Monday.", "All aboard are safe.", 1.0, 1.0),
    ],
)
def test_signs_that_agree_raise_and_those_that_contradict_lower(text: str, other: str, least: float, most: float) -> None:
    assert least <= compare_signs(signs_of(text), signs_of(other)) <= most


def test_no_signs_change_nothing() -> None:
    assert compare_signs(NOTHING, signs_of("212 aboard on Monday.", WEDNESDAY)) == 1.0
