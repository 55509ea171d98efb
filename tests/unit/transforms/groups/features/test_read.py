"""Features come from one article alone, and its standfirst counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from transforms.groups.features.read import read_features
from transforms.records import StoryArticle

ARTICLE = StoryArticle("a", date(2031, 3, 5), "Ferry aground on Tuesday", "A ferry with 212 ran aground in 2031. " * 9, "All are safe")


def test_fields() -> None:
    features = read_features(ARTICLE)
    assert (features.article_id, features.published_on, features.title) == ("a", date(2031, 3, 5), "Ferry aground on Tuesday")
    assert (features.weekdays, features.years) == (("tues",), (2031,))
    assert len(features.terms) == 4 * len(features.counts) == 4 * len(features.lead_counts)
    assert len(features.sketch) == 4 * 128


def test_a_standfirst_adds_terms_and_no_shingles() -> None:
    without = read_features(replace(ARTICLE, standfirst=None))
    assert len(without.terms) < len(read_features(ARTICLE).terms)
    assert without.sketch == read_features(ARTICLE).sketch


def test_an_empty_article_has_empty_features() -> None:
    features = read_features(StoryArticle("e", None, None, ""))
    assert (features.terms, features.sketch, features.weekdays, features.years) == (b"", b"", (), ())
