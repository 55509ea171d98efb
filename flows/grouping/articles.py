"""Copies and stories of what a run touches; what it does not touch stays as it is.

Both are functions of components of articles that are alike: an article that is new, changed or gone touches the components that it
is or was linked to, and only these are grouped again, whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from flows.grouping.components import Components, cut_touched, join_linked
from flows.grouping.spread import Spread
from transforms.groups.copies.find import COPY_DAYS, find_copies, find_copy_components, link_copies
from transforms.groups.copies.keys import find_sharing_bands, list_band_keys
from transforms.groups.ids import carry_ids
from transforms.groups.stories.compare import STORY_DAYS
from transforms.groups.stories.group import group_stories
from transforms.groups.stories.link import UNDATED_SHARED, link_stories, list_undated_keys
from transforms.records import ArticleFeatures, SpokenQuote, StoryGroup
from warehouse.lake.grouping import DECIDED_COPIES, DECIDED_STORIES, STORIES_OF_ARTICLES, Grouping

# Articles linked at once, and the days they span at most, so that those around them fit in memory.
_TOGETHER = 10_000
_SPAN_DAYS = 30
_OTHERS = 20_000  # articles that these are compared with at once
_BATCH = 4_000  # articles grouped at once, unless one component has more

Link = Callable[[Sequence[ArticleFeatures], Sequence[ArticleFeatures]], Iterable[tuple[str, str]]]
# Ids of articles that may be linked to some, where one of both has no day; with True only of known ones without a day.
FindSharers = Callable[[Grouping, Sequence[ArticleFeatures], bool], Iterable[str]]
Dated = tuple[str, date | None]
_ARTICLE_ID = pa.schema([("article_id", pa.string())])
_KEYS = pa.schema([("article_id", pa.string()), ("heaviest", pa.list_(pa.int64()))])


class _Linked(NamedTuple):
    """Articles that are compared at once with others, and among themselves."""

    link: Link
    articles: Sequence[ArticleFeatures]
    others: Sequence[ArticleFeatures]


class _Stories(NamedTuple):
    """Articles whose stories are decided at once, with what they copy, their quotes, and their stories in the snapshot in service."""

    articles: Sequence[ArticleFeatures]
    copies: Mapping[str, str]
    quotes: Sequence[SpokenQuote]
    before: Mapping[str, str]


class _Grouped(NamedTuple):
    """Articles of a batch in their order, with their stories before and now."""

    article_ids: Sequence[str]
    before: Mapping[str, str]
    groups: Sequence[StoryGroup]


def group_articles(grouping: Grouping, spread: Spread) -> None:
    """Decides copies, then stories, of all that the run touches."""
    grouping.load("fresh_article_keys", _KEYS, ())
    grouping.run("place_article_keys")
    _decide_copies(grouping, spread)
    _decide_stories(grouping, spread)


def _decide_copies(grouping: Grouping, spread: Spread) -> None:
    grouping.run("link_for_copies")
    roots = Components[str]()
    touched = {key for (key,) in grouping.ask("find_gone_copy_components")}
    links = spread(_link, _read_linked(grouping, COPY_DAYS, link_copies, _find_band_sharers))
    touched |= join_linked(roots, links, grouping.find_keys)
    for batch in cut_touched(grouping, roots, touched, "find_copy_members", _BATCH):
        features = list(_read_chosen(grouping, batch))
        copies, components = find_copies(features), find_copy_components(features)
        grouping.add_rows("decided_copies", DECIDED_COPIES, [(i, copies.get(i), components.get(i)) for i in batch])
    grouping.run("site_articles")


def _decide_stories(grouping: Grouping, spread: Spread) -> None:
    grouping.run("link_for_stories")
    roots = Components[str]()
    touched = {key for (key,) in grouping.ask("find_gone_story_components")}
    for key, other in grouping.ask("find_story_ties"):
        roots.join(key, other)
        touched.add(other)
    if not grouping.fits_in_one("sited_articles", _BATCH):  # else all are looked at together anyhow
        _complete_keys(grouping)
        links = spread(_link, _read_linked(grouping, STORY_DAYS, _link_stories, _find_term_sharers))
        touched |= join_linked(roots, links, grouping.find_keys)
    batches = cut_touched(grouping, roots, touched, "find_story_members", _BATCH)
    for grouped in spread(_group, (_read_batch(grouping, batch) for batch in batches)):
        _keep_stories(grouping, grouped)
    for query in ("assign_articles", "assign_stories_of_articles", "assign_article_labels", "list_gone_stories", "assign_stories"):
        grouping.run(query)


def _link_stories(fresh: Sequence[ArticleFeatures], others: Sequence[ArticleFeatures]) -> Iterator[tuple[str, str]]:
    return ((a, b) for a, b, _ in link_stories(fresh, others))


def _read_batch(grouping: Grouping, batch: Sequence[str]) -> _Stories:
    features = list(_read_chosen(grouping, batch))
    assigned = {i: (copy_of, before) for i, copy_of, before in grouping.ask("read_chosen_groups")}
    quotes = grouping.read_quotes_of_chosen() if any(f.published_on is None for f in features) else []
    copies = {i: copy_of for i, (copy_of, _) in assigned.items() if copy_of}
    return _Stories(features, copies, quotes, {i: before for i, (_, before) in assigned.items() if before})


def _group(batch: _Stories) -> _Grouped:
    ordered = sorted(batch.articles, key=lambda f: (f.published_on is None, f.published_on or date.max, f.article_id))
    return _Grouped([f.article_id for f in ordered], batch.before, group_stories(batch.articles, batch.copies, batch.quotes))


def _keep_stories(grouping: Grouping, grouped: _Grouped) -> None:
    """Gives the stories of a batch their ids. All that was one story before stands in one batch."""
    ordered, before, groups = grouped
    ids, moved = carry_ids("story", groups, before, ordered, *grouping.find_taken("story", groups, before))
    grouping.add_redirects(moved)
    grouping.add_rows("stories_of_articles", STORIES_OF_ARTICLES, [(m, ids[m], g.component) for g in groups for m in g.members])
    grouping.add_rows("decided_stories", DECIDED_STORIES, [(ids[g.members[0]], g.title) for g in groups])


def _link(part: _Linked) -> list[tuple[str, str]]:
    return list(part.link(part.articles, part.others))


def _read_linked(grouping: Grouping, days: int, link: Link, find_sharers: FindSharers) -> Iterator[_Linked]:
    """The fresh articles with all others that they may be linked to, and among themselves, a part at a time.

    Where one of two has no day, only those are compared that `find_sharers` gives: all others have too little in common.
    """
    fresh: list[Dated] = grouping.ask("list_fresh_articles")
    window = timedelta(days=days)
    for part in _cut_days([one for one in fresh if one[1] is not None]):
        own = list(_read_chosen(grouping, [i for i, _ in part]))
        first, last = part[0][1], part[-1][1]
        assert first and last
        grouping.load("sharing_articles", _ARTICLE_ID, ((i,) for i in find_sharers(grouping, own, True)))
        undated = grouping.read_features("read_sharing_features", only_undated=True)
        near = grouping.read_features("read_features_near", first=first - window, last=last + window, own_last=last)
        yield from _cut_others(link, own, chain(near, undated))
    without = [i for i, day in fresh if day is None]
    for start in range(0, len(without), _TOGETHER):
        own = list(_read_chosen(grouping, without[start : start + _TOGETHER]))
        grouping.load("sharing_articles", _ARTICLE_ID, ((i,) for i in find_sharers(grouping, own, False)))
        yield from _cut_others(link, own, grouping.read_features("read_sharing_features", only_undated=False))


def _find_band_sharers(grouping: Grouping, own: Sequence[ArticleFeatures], only_undated: bool) -> Iterator[str]:
    """Articles with a band of one of these."""
    asked = np.array(sorted({key for f in own for key in list_band_keys(f)}), dtype=np.uint64)
    rows = grouping.read_rows("list_sketches", only_undated=only_undated)
    while some := list(islice(rows, _OTHERS)):
        found = find_sharing_bands([sketch for _, sketch in some], asked)
        yield from (i for (i, _), is_found in zip(some, found.tolist(), strict=True) if is_found)


def _find_term_sharers(grouping: Grouping, own: Sequence[ArticleFeatures], only_undated: bool) -> Iterator[str]:
    """Articles with enough of the heaviest terms of one of these, which are chosen."""
    return (i for (i,) in grouping.read_rows("find_term_sharers", only_undated=only_undated, shared=UNDATED_SHARED))


def _complete_keys(grouping: Grouping) -> None:
    """Finds the heaviest terms of all articles that lack them, once there is one without a day."""
    lacking = (i for (i,) in grouping.ask("list_articles_without_keys"))
    while some := list(islice(lacking, _OTHERS)):
        rows = [(f.article_id, list_undated_keys(f)) for f in _read_chosen(grouping, some)]
        grouping.add_rows("fresh_article_keys", _KEYS, rows)


def _cut_others(link: Link, own: Sequence[ArticleFeatures], others: Iterator[ArticleFeatures]) -> Iterator[_Linked]:
    yield _Linked(link, own, list(islice(others, _OTHERS)))
    while batch := list(islice(others, _OTHERS)):  # rarely: these are compared among themselves again
        yield _Linked(link, own, batch)


def _cut_days(fresh: Sequence[Dated]) -> Iterator[list[Dated]]:
    """Articles in the order of their days, in parts that span a month at most."""
    part: list[Dated] = []
    for article in fresh:
        if part and (len(part) >= _TOGETHER or (article[1] - part[0][1]).days > _SPAN_DAYS):  # type: ignore[operator]  # they have days
            yield part
            part = []
        part.append(article)
    if part:
        yield part


def _read_chosen(grouping: Grouping, article_ids: Sequence[str]) -> Iterator[ArticleFeatures]:
    grouping.choose(article_ids)
    return grouping.read_features("read_chosen_features")
