"""Quotes tell of articles without a day whether one has the other's news as background only."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.groups.features.read import read_features
from transforms.groups.stories.compare import Report, read_report
from transforms.groups.stories.quoting import weigh_by_quotes
from transforms.records import SpokenQuote, StoryArticle

SHARED = "The lanterns along the quay will burn until the last trawler is home"
OWN = (
    "Nobody packed a single tin since the fire at the cannery",
    "Divers found the anchor beneath eleven metres of mud",
    "Every ferry ticket sold this winter carries a levy",
    "My grandmother planted these orchards before the railway",
)
OTHERS = (
    "Auditors counted the barrels behind the customs shed",
    "Our choir rehearses on Thursdays in the old granary",
    "Rain spoiled four hectares of barley in Dorvale",
    "A single beehive pollinates the whole terrace of plums",
)
# Article, words, place in the text from 0.0 to 1.0.
Said = tuple[str, str, float]


def report(name: str, day: date | None = None) -> Report:
    return read_report(read_features(StoryArticle(name, day, None, "A ferry ran aground.")))


def weigh(said: list[Said], names: str = "ab", day: date | None = None) -> list[dict[int, float]]:
    quotes = [SpokenQuote(f"{a}{n}", a, n, None, "here", "direct", text, "orlo", at) for n, (a, text, at) in enumerate(said)]
    graph = [{k: 1.0 for k in range(len(names)) if k != i} for i in range(len(names))]
    weigh_by_quotes(graph, [report(a, day) for a in names], quotes)
    return graph


def tell(article: str, texts: tuple[str, ...], at: float = 0.1) -> list[Said]:
    return [(article, text, at) for text in texts]


@pytest.mark.parametrize(
    ("said", "lowered"),
    [
        ([], False),
        ([("a", SHARED, 0.1), ("b", SHARED, 0.2)], False),  # news of both
        ([("a", SHARED, 0.1), ("b", SHARED, 0.9), *tell("b", OWN)], True),  # background to news of its own
        ([("b", SHARED, 0.1), ("a", SHARED, 0.9), *tell("a", OWN)], True),  # the other way round
        ([("a", SHARED, 0.1), ("b", SHARED, 0.9)], False),  # no news of its own
        ([("a", SHARED, 0.1), ("b", SHARED, 0.5), *tell("b", OWN)], False),  # not far enough down
        ([("a", SHARED, 0.1), ("b", SHARED, 0.9), *tell("b", OWN, 0.7)], False),  # its own stands far down as well
        ([*tell("a", OWN), *tell("b", OTHERS)], False),  # nothing of either goes round
    ],
)
def test_two_articles_without_a_day(said: list[Said], lowered: bool) -> None:
    graph = weigh(said)
    assert (graph[0][1] < 1.0, graph[1][0]) == (lowered, graph[0][1])


def test_the_farther_down_the_news_of_one_stands_in_the_other_the_less_alike_they_are() -> None:
    found = [weigh([("a", SHARED, 0.1), ("b", SHARED, at), *tell("b", OWN)])[0][1] for at in (0.5, 0.55, 0.6, 0.65, 0.7, 0.9)]
    assert found == sorted(found, reverse=True) and len(set(found)) == 5


def test_days_tell_more_than_quotes() -> None:
    assert weigh([("a", SHARED, 0.1), ("b", SHARED, 0.9), *tell("b", OWN)], day=date(2031, 3, 1))[0][1] == 1.0


ROUND = [*tell("a", OWN), *tell("b", OTHERS), *((other, OWN[n], 0.1) for n, other in enumerate("cde"))]


def test_articles_that_quote_much_and_share_nothing_that_goes_round_are_of_two_events() -> None:
    graph = weigh(ROUND, "abcde")
    assert graph[0][1] < 1.0
    assert graph[0][2] == graph[0][3] == graph[1][2] == 1.0


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (ROUND[:-1], "abcde"),  # what two others have may be the news of those alone
        ([*ROUND, ("f", OTHERS[0], 0.1)], "abcdef"),  # what the second quotes goes round as well
    ],
)
def test_two_that_quote_much_may_tell_one_event_from_two_sides(said: list[Said], names: str) -> None:
    assert weigh(said, names)[0][1] == 1.0
