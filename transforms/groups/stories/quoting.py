"""What quotes tell of articles without a day: whether one repeats the other's news as background to news of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from transforms.groups.stories.compare import Report
from transforms.groups.utterances.group import group_utterances
from transforms.groups.words.stems import content_stems
from transforms.records import SpokenQuote

# Quotes in the first part of a text are its news; those far down may be background, repeated from earlier reports. Between the two a
# quote counts as news in part.
_NEWS_PART = 0.5
_BACKGROUND_PART = 0.7
# What is left of the similarity of two articles of which one tells the other's news as background to news of its own.
_OTHER_NEWS = 0.15
_STATEMENT = 4  # content stems of a quote that is a statement
_OWN_NEWS = 3  # statements that make news of its own
_MUCH = 4  # statements of a report that quotes much
_ROUND = 3  # other articles that have a quote which goes round: what two share may be the news of those two alone

Positions = list[tuple[float, float]]


def weigh_by_quotes(graph: Sequence[dict[int, float]], reports: Sequence[Report], quotes: Sequence[SpokenQuote]) -> None:
    """Lowers the similarities of articles of which one has no day, where their quotes tell that the event is another.

    That is where one tells the other's news as background to news of its own, and where both quote much, and statements of
    one go round of which the other has none, nor anything else that another article has.
    """
    spoken = [q for q in quotes if q.kind in ("direct", "mixed")]
    shared = _find_shared_quotes(spoken)
    partners: dict[str, set[str]] = defaultdict(set)
    for a, b in shared:
        partners[a].add(b)
        partners[b].add(a)
    statements, news = Counter[str](), Counter[str]()
    for q in spoken:
        if len(set(content_stems(q.text))) >= _STATEMENT:
            statements[q.article_id] += 1
            news[q.article_id] += q.position <= _NEWS_PART
    for i, near in enumerate(graph):
        for k in near:
            if i < k and (reports[i].day is None or reports[k].day is None):
                a, b = sorted((reports[i].features.article_id, reports[k].features.article_id))
                if positions := shared.get((a, b)):
                    in_common = _weigh_common_news(positions, news[a], news[b])
                else:
                    few, many = sorted((len(partners[a]), len(partners[b])))
                    goes_round = many >= _ROUND and not few
                    in_common = 0.0 if goes_round and min(statements[a], statements[b]) >= _MUCH else 1.0
                graph[i][k] = graph[k][i] = graph[i][k] * (_OTHER_NEWS + (1 - _OTHER_NEWS) * in_common)


def _weigh_common_news(positions: Positions, news: int, other_news: int) -> float:
    """How far a quote is the news of both articles, 0.0 to 1.0; 1.0 where none has news of its own beside the other's."""
    is_told_on = (news >= _OWN_NEWS and any(y <= _NEWS_PART for _, y in positions)) or (
        other_news >= _OWN_NEWS and any(x <= _NEWS_PART for x, _ in positions)
    )
    return max(min(map(_weigh_as_news, pair)) for pair in positions) if is_told_on else 1.0


def _weigh_as_news(position: float) -> float:
    return min(1.0, max(0.0, (_BACKGROUND_PART - position) / (_BACKGROUND_PART - _NEWS_PART)))


def _find_shared_quotes(quotes: Sequence[SpokenQuote]) -> dict[tuple[str, str], Positions]:
    """For pairs of articles the statements they have in common: where each first stands in both, from 0.0 to 1.0."""
    position = {q.quote_id: (q.article_id, q.position) for q in quotes}
    shared: dict[tuple[str, str], Positions] = defaultdict(list)
    for group in group_utterances(quotes, by_meaning=False):
        first: dict[str, float] = {}
        for quote in group.members:
            article, at = position[quote]
            first[article] = min(at, first.get(article, 1.0))
        for a, b in combinations(sorted(first), 2):
            shared[(a, b)].append((first[a], first[b]))
    return shared
