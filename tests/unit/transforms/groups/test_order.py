"""The earliest comes first: by day, those without one last, then by id and place."""

from __future__ import annotations

from datetime import date

from transforms.groups.order import article_order, quote_order
from transforms.records import SpokenQuote, StoryArticle


def test_articles() -> None:
    articles = [
        StoryArticle(i, d, None, "") for i, d in (("a", None), ("c", date(2031, 1, 2)), ("b", date(2031, 1, 2)), ("z", date(2030, 1, 1)))
    ]
    assert [a.article_id for a in sorted(articles, key=article_order)] == ["z", "b", "c", "a"]


def test_quotes_of_an_article_by_place() -> None:
    quotes = [SpokenQuote(f"q{n}", "a", n, None, None, "direct", "", None) for n in (2, 0, 1)]
    assert [q.ordinal for q in sorted(quotes, key=quote_order)] == [0, 1, 2]
