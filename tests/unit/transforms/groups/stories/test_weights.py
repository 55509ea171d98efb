"""Rare terms of title and lead weigh most, the same in every corpus."""

from __future__ import annotations

import numpy as np
import pytest

from transforms.groups.features.read import read_features
from transforms.groups.stories.weights import UNIT, number_terms, weigh_article
from transforms.groups.words.shares import hash_stem
from transforms.records import StoryArticle

FERRY = read_features(StoryArticle("a", None, "Marisol aground", "The government says people of Almora saw it. " * 3))


def test_vectors_have_one_length() -> None:
    vector = weigh_article(FERRY)
    assert float(np.sqrt((vector.weights.astype(float) ** 2).sum())) == pytest.approx(UNIT, rel=1e-3)


def test_rare_terms_are_the_heaviest() -> None:
    heaviest = weigh_article(FERRY).heaviest.tolist()
    assert heaviest.index(hash_stem("almora")) < heaviest.index(hash_stem("govern"))


def test_terms_are_numbered_alike_in_all_articles() -> None:
    one, two = number_terms([weigh_article(FERRY), weigh_article(read_features(StoryArticle("b", None, None, "Almora")))])
    assert set(two.tolist()) <= set(one.tolist())
    assert number_terms([]) == []


def test_an_empty_article_weighs_nothing() -> None:
    assert weigh_article(read_features(StoryArticle("e", None, None, ""))).heaviest.tolist() == []
