"""Which of several articles or quotes is the earliest: by (published_on nulls last, article_id), then by position."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from transforms.records import SpokenQuote


class Dated(Protocol):
    """An article with its day."""

    @property
    def article_id(self) -> str: ...
    @property
    def published_on(self) -> date | None: ...


def article_order(article: Dated) -> tuple[bool, date, str]:
    """The key that sorts the earliest article first."""
    return article.published_on is None, article.published_on or date.max, article.article_id


def quote_order(quote: SpokenQuote) -> tuple[bool, date, str, int, str]:
    """The key that sorts the earliest quote first: by article, then by its position there."""
    return *article_order(quote), quote.ordinal, quote.quote_id
