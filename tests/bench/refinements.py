"""What each refinement of stories is worth: `python -m tests.bench.refinements [GOLD.json HOME …]`.

Each is switched off in turn, and all reports of a gold are grouped anew: first those of the project (its events, its sample pages and
articles that are a story each), then those of each gold given, with the home into which they were read (`tests/bench/stories.py` says
what the two hold): whole, as the mean over cuts of one to six reports a story, as many as outlets tell it, and these cuts without any
day. Prints the B³ F1 and what the refinement gains: one that gains on none of them is none.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from unittest import mock

from tests.bench.stories import Corpus, score_groups
from tests.golden.sample_run import SampleRun, run_pages, run_samples, spoken_quotes, story_article
from tests.golden.sample_scores import read_expected as read_sample_stories
from tests.quality.articles import GOLD as ARTICLES
from tests.quality.articles import gold_paths
from tests.quality.events import GOLD as EVENTS
from tests.quality.events import event_folders, read_expected
from transforms.groups.copies.find import find_copies
from transforms.groups.features.read import read_features
from transforms.groups.stories import clustering, compare, group, link, weights
from transforms.records import ArticleFeatures, SpokenQuote
from warehouse.home import Home

Patch = tuple[object, str, object]
# A fixed cut in place of one that adapts to how tight the clusters are: the best of these.
_CUTS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
_DRAWN = 6  # times that reports are drawn of a gold


def _without(field: str) -> Callable[[ArticleFeatures], compare.Report]:
    """What reads a report without one kind of what it states."""
    read = compare.read_report

    def read_without(features: ArticleFeatures) -> compare.Report:
        report = read(features)
        return compare.Report(**{name: getattr(report, name) for name in report.__slots__} | {field: frozenset()})

    return read_without


def _ways_off() -> dict[str, list[list[Patch]]]:
    """For each refinement what is patched where it is off; of several ways the best counts."""
    off: dict[str, list[list[Patch]]] = {
        "title and lead counted twice": [[(weights, "_LEAD_COUNTS", 1)]],
        "weekdays": [[(module, "read_report", _without("weekdays")) for module in (group, link)]],
        "years": [[(module, "read_report", _without("years")) for module in (group, link)]],
        "the length of a text": [[(weights, "_B", 0.0)]],
        "neighbours": [[(group, "sharpen_graph", lambda graph, days: list(graph)), (clustering, "_LEAST", cut)] for cut in _CUTS],
        "a threshold that adapts": [[(clustering, "_OF_WITHIN", 0.0), (clustering, "_LEAST", cut)] for cut in _CUTS],
        "days far apart on both sides": [[(clustering, "_FAR", 2.0)]],
        "quotes of reports without a day": [[(group, "weigh_by_quotes", lambda graph, reports, quotes: None)]],
    }
    return off


class Gold:
    """Reports with the story of each that is known."""

    def __init__(
        self, name: str, articles: Sequence[ArticleFeatures], quotes: Sequence[SpokenQuote], story_of: Mapping[str, object]
    ) -> None:
        self.name, self._articles, self._quotes, self._story_of = name, articles, quotes, story_of

    def keep(self, reports: set[str]) -> Gold:
        """Some of the reports."""
        articles = [a for a in self._articles if a.article_id in reports]
        quotes = [q for q in self._quotes if q.article_id in reports]
        return Gold(self.name, articles, quotes, {a: s for a, s in self._story_of.items() if a in reports})

    def take_days(self) -> Gold:
        """The same reports, none with a day."""
        return Gold(self.name, [replace(a, published_on=None) for a in self._articles], self._quotes, self._story_of)

    def score(self, patches: Sequence[Patch] = ()) -> float:
        """B³ F1 of all reports grouped together."""
        with ExitStack() as stack:
            for target, attribute, value in patches:
                stack.enter_context(mock.patch.object(target, attribute, value))
            groups = group.group_stories(self._articles, find_copies(self._articles), self._quotes)
        found = {member: n for n, g in enumerate(groups) for member in g.members}
        return score_groups(found, self._story_of)[2]


def read_own() -> Gold:
    """The events, the sample pages and the annotated articles of the project."""
    runs: list[tuple[SampleRun, Mapping[str, object]]] = []
    for event in event_folders(EVENTS):
        stories = read_expected(event)["stories"]
        told = {file: (event.name, n) for n, files in enumerate(stories) for file in files}
        runs.append((run_pages(sorted(event.glob("*.txt")), event), told))
    runs.append((run_samples(), {page: expected["story"] for page, expected in read_sample_stories().items()}))
    alone = gold_paths(ARTICLES)
    runs.append((run_pages(alone, ARTICLES), {p.name: p.name for p in alone}))
    articles = [read_features(story_article(page)) for run, _ in runs for page in run.pages.values()]
    quotes = [quote for run, _ in runs for quote in spoken_quotes(run.pages, run.entity_of, {})]
    story_of = {run.pages[file].article_id: story for run, told in runs for file, story in told.items()}
    return Gold("own", articles, quotes, story_of)


def main() -> None:
    """Prints a line a refinement."""
    columns: dict[str, list[Gold]] = {"own": [read_own()]}
    for gold, home in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        corpus = Corpus(Path(gold), Home(Path(home)))
        name = Path(gold).parent.name
        every = Gold(name, corpus.articles, corpus.quotes, corpus.story_of)
        cuts = [every.keep(corpus.cut(seed)) for seed in range(_DRAWN)]
        columns |= {name: [every], f"{name} cut": cuts, f"{name} undated": [cut.take_days() for cut in cuts]}
    whole = [statistics.fmean(gold.score() for gold in golds) for golds in columns.values()]
    print(f"{'without':<34}" + "".join(f"{name:>26}" for name in columns))
    print(f"{'nothing':<34}" + "".join(f"{score:>26.4f}" for score in whole), flush=True)
    for name, ways in _ways_off().items():
        scores = [statistics.fmean(max(gold.score(way) for way in ways) for gold in golds) for golds in columns.values()]
        cells = "".join(f"{score:>16.4f}  {all_on - score:+.4f} " for score, all_on in zip(scores, whole, strict=True))
        print(f"{name:<34}{cells}", flush=True)


if __name__ == "__main__":
    main()
