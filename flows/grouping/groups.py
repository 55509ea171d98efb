"""All that is grouped, in the order in which one thing reads another."""

from __future__ import annotations

from flows.grouping.articles import group_articles
from flows.grouping.entities import group_entities
from flows.grouping.spread import Spread, in_turn
from flows.grouping.statements import group_statements
from warehouse.lake.grouping import Grouping

_SPREAD_FROM = 5_000  # new and changed articles from which handing parts out costs less than it saves


def group_all(grouping: Grouping, corrections: str, spread: Spread = in_turn) -> None:
    """Entities first, then copies and stories, which read them, then utterances, which read all three.

    `spread` does what can be handed out, where it is worth it. Raises `CorrectionError` where the corrections contradict one another.
    """
    chosen = spread if grouping.count_fresh() >= _SPREAD_FROM else in_turn
    group_entities(grouping, corrections)
    group_articles(grouping, chosen)
    group_statements(grouping, chosen)
