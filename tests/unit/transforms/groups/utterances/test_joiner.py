"""Clusters of wordings: the surest edges first, as far as speakers, articles and cohesion allow."""

from __future__ import annotations

import pytest

from tests.wordings import make_wording
from transforms.groups.utterances.edges import Edge, Phase
from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.joiner import join_wordings

LONG = "The lanterns along the quay will burn until the last trawler is home"
OTHER = "Nobody has been paid since the fire at the cannery"


def edge(first: int, second: int, phase: Phase = Phase.STATEMENTS, score: float = 1.0) -> Edge:
    return Edge(phase, score, first, second, "a rule")


@pytest.mark.parametrize(
    ("wordings", "edges", "clusters"),
    [
        # no edge, no join
        ([make_wording(LONG, "a"), make_wording(LONG, "b")], [], [[0], [1]]),
        ([make_wording(LONG, "a"), make_wording(LONG, "b")], [edge(0, 1)], [[0, 1]]),
        # two known speakers are never one, nor by way of one who is not known
        ([make_wording(LONG, "a"), make_wording(LONG, "b", "moss")], [edge(0, 1)], [[0], [1]]),
        (
            [make_wording(LONG, "a"), make_wording(LONG, "b", None), make_wording(LONG, "c", "moss")],
            [edge(0, 1), edge(1, 2, score=0.9)],
            [[0, 1], [2]],
        ),
        # of two edges the surer one is joined first
        (
            [make_wording(LONG, "a"), make_wording(LONG, "b", None), make_wording(LONG, "c", "moss")],
            [edge(0, 1, score=0.9), edge(1, 2)],
            [[0], [1, 2]],
        ),
        # an article says a thing once, but for a part of it
        ([make_wording(LONG, "a"), make_wording(OTHER, "a")], [edge(0, 1)], [[0], [1]]),
        ([make_wording(LONG, "a"), make_wording("until the last trawler is home", "a")], [edge(0, 1)], [[0, 1]]),
        # a quote of two sentences ties no two statements
        (
            [make_wording(f"{LONG}. {OTHER}.", "a"), make_wording(LONG, "b"), make_wording(OTHER, "c")],
            [edge(0, 1), edge(0, 2, score=0.9)],
            [[0, 1], [2]],
        ),
        # pieces of one sentence are of it
        (
            [make_wording(LONG, "a"), make_wording("lanterns along the quay", "b"), make_wording("the last trawler is home", "c")],
            [edge(0, 1, Phase.FRAGMENTS), edge(0, 2, Phase.FRAGMENTS)],
            [[0, 1, 2]],
        ),
        # a report joins one statement and ties no two
        (
            [
                make_wording(LONG, "a"),
                make_wording(LONG, "b"),
                make_wording(OTHER, "c"),
                make_wording(OTHER, "d"),
                make_wording(LONG, "e", is_indirect=True),
            ],
            [edge(0, 1), edge(2, 3), edge(0, 4, Phase.REPORTS), edge(2, 4, Phase.REPORTS, 0.9)],
            [[0, 1, 4], [2, 3]],
        ),
    ],
)
def test_clusters(wordings: list[Wording], edges: list[Edge], clusters: list[list[int]]) -> None:
    assert sorted(join_wordings(wordings, edges)) == clusters


@pytest.mark.parametrize(
    ("edges", "clusters"),
    [
        ([edge(0, 1, Phase.SCRAPS)], [[0, 1], [2]]),
        ([edge(0, 1, Phase.SCRAPS), edge(0, 2, Phase.SCRAPS)], [[0], [1], [2]]),  # a word of two statements is of neither
        ([edge(1, 2), edge(0, 1, Phase.SCRAPS), edge(0, 2, Phase.SCRAPS)], [[0, 1, 2]]),  # of one, worded twice
    ],
)
def test_a_word_joins_the_one_statement_that_has_it(edges: list[Edge], clusters: list[list[int]]) -> None:
    bill = "an outrageous bill for every fisherman on this coast"
    wordings = [make_wording("outrageous", "a", is_mixed=True), make_wording(bill, "b"), make_wording(bill, "c")]
    assert sorted(join_wordings(wordings, edges)) == clusters


def test_a_word_that_is_denied_there_does_not_join() -> None:
    wordings = [make_wording("outrageous", "a", is_mixed=True), make_wording("It is not outrageous to ask for a receipt", "b")]
    assert sorted(join_wordings(wordings, [edge(0, 1, Phase.SCRAPS)])) == [[0], [1]]


def test_a_report_that_is_like_another_quote_joins_no_words_of_its_own_article() -> None:
    report = make_wording("the lanterns along the quay would burn", "a", is_indirect=True)
    wordings = [report, make_wording(LONG, "b"), make_wording("burn", "a")]
    assert sorted(join_wordings(wordings, [edge(0, 1, Phase.REPORTS), edge(0, 2, Phase.FRAMES)])) == [[0, 1], [2]]


def test_what_is_repeated_joins_its_very_words_before_a_longer_statement() -> None:
    words = "We will never sell the quay"
    wordings = [make_wording(words, "a"), make_wording(f"{words} to anybody who asks", "b"), make_wording(words, "c")]
    assert sorted(join_wordings(wordings, [edge(2, 0, Phase.RECALLS), edge(2, 1, Phase.RECALLS)])) == [[0, 2], [1]]


def test_a_stock_phrase_of_one_article_is_no_recall() -> None:
    words = "We will never sell the quay"
    wordings = [make_wording(words, "a"), make_wording(words, "a")]
    assert sorted(join_wordings(wordings, [edge(1, 0, Phase.RECALLS)])) == [[0], [1]]
