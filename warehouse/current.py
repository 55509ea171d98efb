"""The rows that count now, as resolve reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from transforms.records import DocumentName, SpokenQuote, StoryArticle
from warehouse.home import Home


class Current:
    """The current rows of a lake. Each `read_` gives its rows in the order of (published_on nulls last, article_id, place)."""

    def count_articles(self) -> int:
        raise NotImplementedError

    def read_document_names(self) -> Iterator[DocumentName]:
        """One a cluster of each article, and one a body that a place stands for.

        Keys: "article_id:cluster"; "article_id:stands_for:NAME", an organization whose form counts 0 times.
        """
        raise NotImplementedError

    def read_story_articles(
        self, name_entities: Mapping[str, str] | None = None, copies: Mapping[str, str] | None = None
    ) -> Iterator[StoryArticle]:
        """One an article. `names` and `copy_of` are filled from what is given, else empty."""
        raise NotImplementedError

    def read_spoken_quotes(self, name_entities: Mapping[str, str], article_stories: Mapping[str, str]) -> Iterator[SpokenQuote]:
        """One a quote, scare quotes left out: nobody said them."""
        raise NotImplementedError


@contextmanager
def open_current(home: Home) -> Iterator[Current]:
    """The current rows, for the length of a `with`. Call it under the lock, after the last chunk of the run."""
    raise NotImplementedError
    yield
