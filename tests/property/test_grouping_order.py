"""The grouping across documents is the same in any order, however ids are spelled."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.corpora import write_corpus
from transforms.groups.copies.find import find_copies
from transforms.groups.features.read import read_features
from transforms.groups.stories.group import group_stories
from transforms.groups.stories.link import link_stories
from transforms.groups.utterances.group import group_utterances, link_utterances
from transforms.groups.utterances.keys import find_repeats

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


def split_by_component(groups) -> dict[str, list]:
    parts: dict[str, list] = {}
    for group in groups:
        parts.setdefault(group.component, []).append(group)
    return parts


@pytest.mark.parametrize("is_dated", [True, False])
def test_groups_of_several_components_are_those_of_each(is_dated: bool) -> None:
    articles = [a if is_dated else replace(a, published_on=None) for a in CORPUS.articles]
    quotes = [q if is_dated else replace(q, published_on=None) for q in CORPUS.quotes]
    features = {a.article_id: read_features(a) for a in articles}
    copies = find_copies(features.values())
    stories = group_stories(features.values(), copies, quotes)
    parts = split_by_component(stories)
    assert len(parts) > 5
    for part in parts.values():
        alone = [features[m] for g in part for m in g.members]
        assert group_stories(alone, find_copies(alone), [q for q in quotes if q.article_id in {f.article_id for f in alone}]) == part
    number = {m: g.members[0] for g in stories for m in g.members}
    told = {q.quote_id: replace(q, story_id=number[q.article_id]) for q in quotes}
    repeats = find_repeats(told.values(), {})
    statements = split_by_component(group_utterances(list(told.values()), {}))
    assert len(statements) > 5
    for part in statements.values():
        assert group_utterances([told[m] for g in part for m in g.members], {}, repeats) == part


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_what_is_linked_to_a_new_member_is_all_that_has_to_be_looked_at_again(chance: random.Random) -> None:
    features = [read_features(a) for a in CORPUS.articles]
    copies = find_copies(features)
    kept = [f for f in features if f.article_id not in copies]
    fresh = chance.sample(kept, 3)
    old = [f for f in kept if f not in fresh]
    before = {m: g.component for g in group_stories(old, {}) for m in g.members}
    linked = {x for a, b, _ in link_stories(fresh, old) for x in (a, b)}
    touched = {before[x] for x in linked if x in before}
    again = [f for f in kept if f in fresh or before.get(f.article_id) in touched]
    rest = [f for f in old if before[f.article_id] not in touched]
    merged = sorted([*group_stories(again, {}), *group_stories(rest, {})], key=lambda g: g.members)
    assert merged == sorted(group_stories(kept, {}), key=lambda g: g.members)


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_quotes_linked_to_those_of_new_articles_are_all_that_have_to_be_looked_at_again(chance: random.Random) -> None:
    quotes = [replace(q, story_id=str(CORPUS.stories[q.article_id])) for q in CORPUS.quotes]
    repeats = find_repeats(quotes, {})
    new = {q.article_id for q in chance.sample(quotes, 3)}
    fresh = [q for q in quotes if q.article_id in new]
    old = [q for q in quotes if q.article_id not in new]
    before = {m: g.component for g in group_utterances(old, {}) for m in g.members}
    touched = {before[x] for pair in link_utterances(fresh, old, {}, repeats) for x in pair if x in before}
    again = [q for q in quotes if q in fresh or before.get(q.quote_id) in touched]
    rest = [q for q in old if before[q.quote_id] not in touched]
    merged = sorted([*group_utterances(again, {}, repeats), *group_utterances(rest, {}, repeats)], key=lambda g: g.members)
    assert merged == sorted(group_utterances(quotes, {}), key=lambda g: g.members)


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
