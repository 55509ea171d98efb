"""Which articles have to be looked at together: alike ones, within days, with heavy terms in common."""

from __future__ import annotations

from datetime import date, timedelta

from transforms.groups.features.read import read_features
from transforms.groups.stories.link import UNDATED_SHARED, link_stories, list_undated_keys
from transforms.records import ArticleFeatures, StoryArticle

FERRY = "The ferry Marisol ran aground on the Vessant reef off Almora; the coastguard of Almora took the passengers ashore."
BUDGET = "Parliament in Dorvale passed the budget with duties on timber and diesel."


def article(name: str, body: str, day: int | None) -> ArticleFeatures:
    published = date(2031, 3, 1) + timedelta(days=day) if day is not None else None
    return read_features(StoryArticle(name, published, None, body))


OLD = [article("a", FERRY, 1), article("b", BUDGET, 1), article("far", FERRY, 30)]


def test_a_new_article_is_linked_to_those_that_are_alike() -> None:
    assert [pair[:2] for pair in link_stories([article("n", FERRY + " All are safe.", 3)], OLD)] == [("a", "n")]


def test_an_article_without_a_day_is_linked_to_any_day() -> None:
    assert [pair[:2] for pair in link_stories([article("n", FERRY, None)], OLD)] == [("a", "n"), ("far", "n")]


def test_pairs_of_old_articles_are_left_out() -> None:
    assert link_stories([], [*OLD, article("n", FERRY, 3)]) == []


def test_what_an_article_without_a_day_is_linked_to_has_heavy_terms_in_common() -> None:
    own = set(list_undated_keys(article("n", FERRY, None)))
    shared = [len(own & set(list_undated_keys(other))) >= UNDATED_SHARED for other in OLD]
    assert shared == [True, False, True]
