"""The grouping across documents is the same in any order, however ids are spelled."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.corpora import write_corpus
from transforms.groups.copies.find import find_copies
from transforms.groups.features.read import read_features
from transforms.groups.stories.group import group_stories
from transforms.groups.utterances.group import group_utterances

CORPUS = write_corpus(24, seed=3, quotes_each=3)


def group_everything(corpus=CORPUS, order: random.Random | None = None, spelling: str = "") -> tuple[object, ...]:
    """Copies, stories and utterances of the corpus; `spelling` is put before every story's id."""
    articles, quotes = list(corpus.articles), list(corpus.quotes)
    if order:
        order.shuffle(articles)
        order.shuffle(quotes)
    features = [read_features(a) for a in articles]
    copies = find_copies(features)
    stories = group_stories(features, copies, quotes)
    number = {m: f"{spelling}{g.members[0]}" for g in stories for m in g.members}
    utterances = group_utterances([replace(q, story_id=number[q.article_id]) for q in quotes])
    return copies, stories, utterances


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_documents_does_not_matter(order: random.Random) -> None:
    assert group_everything(order=order) == group_everything()


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False), st.text("abz09", max_size=3))
def test_spelling_of_story_ids_does_not_matter(chance: random.Random, spelling: str) -> None:
    assert group_everything(spelling=spelling)[2] == group_everything()[2]


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_undated_documents_are_grouped_alike_in_any_order(order: random.Random) -> None:
    bare = replace(CORPUS, articles=[replace(a, published_on=None) for a in CORPUS.articles])
    bare = replace(bare, quotes=[replace(q, published_on=None) for q in CORPUS.quotes])
    assert group_everything(bare, order) == group_everything(bare)


def test_the_hash_seed_does_not_matter() -> None:
    code = (
        "import hashlib; from tests.property.test_grouping_order import group_everything;"
        "print(hashlib.md5(repr(group_everything()).encode()).hexdigest())"
    )
    digests = {
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_groups_are_those_that_are_true() -> None:
    _, stories, utterances = group_everything()
    truth = {frozenset(a for a, n in CORPUS.stories.items() if n == number) for number in CORPUS.stories.values()}
    assert {frozenset(g.members) for g in stories} == truth  # type: ignore[attr-defined]
    assert all(len({CORPUS.utterances[m] for m in g.members}) == 1 for g in utterances)  # type: ignore[attr-defined]
