"""How well articles are grouped into stories, against a gold: `python -m tests.bench.stories GOLD.json HOME [CUTS]`.

The gold holds `stories`, lists of file names; HOME is a home into which those files were read, and with them, best in the
hundreds, articles that have nothing to do with them. Prints B³ precision, recall and F1 of the gold's articles alone,
then their mean over cuts (12, else as given): of each story one to six reports, drawn at random but the same on every
call, among the other articles.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from tests.toy_lake import open_current, read_assignments
from transforms.groups.copies.find import find_copies
from transforms.groups.features.read import read_features
from transforms.groups.stories.group import group_stories
from warehouse.connect import connect
from warehouse.home import Home

Scores = tuple[float, float, float]

_MOST_REPORTS = 6


def score_groups(found: Mapping[str, object], gold: Mapping[str, object]) -> Scores:
    """B³ precision, recall and F1 over the keys of the gold, as Bagga and Baldwin (1998)."""
    ours, theirs = defaultdict(set), defaultdict(set)
    for key in gold:
        ours[found[key]].add(key)
        theirs[gold[key]].add(key)
    shared = {key: len(ours[found[key]] & theirs[gold[key]]) for key in gold}
    precision = statistics.fmean(shared[key] / len(ours[found[key]]) for key in gold)
    recall = statistics.fmean(shared[key] / len(theirs[gold[key]]) for key in gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


class Corpus:
    """The articles and quotes of a home, and the story of each article that a gold knows."""

    def __init__(self, gold: Path, home: Home) -> None:
        """Reads what is published; a file is known by the end of its `source_uri`."""
        story_of = {file: n for n, files in enumerate(json.loads(gold.read_text(encoding="utf-8"))["stories"]) for file in files}
        assigned = read_assignments(home)
        with open_current(home) as current:
            self.articles = [read_features(a) for a in current.read_story_articles()]
            self.quotes = list(current.read_spoken_quotes(assigned.name_entities))
        with connect(home) as connection:
            uris = connection.sql("SELECT article_id, source_uri FROM articles").fetchall()
        files = {article_id: re.split(r"[/\\#]", uri)[-1] for article_id, uri in uris}
        self.story_of = {a.article_id: story_of[f] for a in self.articles if (f := files[a.article_id]) in story_of}

    def score(self, reports: set[str], among_others: bool) -> Scores:
        """Groups these reports, alone or among the articles that the gold does not know."""
        chosen = [a for a in self.articles if a.article_id in reports or (among_others and a.article_id not in self.story_of)]
        ids = {a.article_id for a in chosen}
        groups = group_stories(chosen, find_copies(chosen), [q for q in self.quotes if q.article_id in ids])
        found = {member: n for n, group in enumerate(groups) for member in group.members}
        return score_groups(found, {report: self.story_of[report] for report in reports})

    def cut(self, seed: int) -> set[str]:
        """Of each story one to six reports."""
        chance = random.Random(seed)
        stories: dict[int, list[str]] = defaultdict(list)
        for report, story in sorted(self.story_of.items()):
            stories[story].append(report)
        drawn = (chance.sample(reports, min(len(reports), chance.randint(1, _MOST_REPORTS))) for _, reports in sorted(stories.items()))
        return {report for reports in drawn for report in reports}


def _format(scores: Scores) -> str:
    return "B³ precision {:.3f}, recall {:.3f}, F1 {:.4f}".format(*scores)


def main() -> None:
    """Prints a line for all reports and one for the cuts."""
    corpus = Corpus(Path(sys.argv[1]), Home(Path(sys.argv[2])))
    seeds = range(int(sys.argv[3]) if len(sys.argv) > 3 else 12)
    print(f"all {len(corpus.story_of)} reports alone   {_format(corpus.score(set(corpus.story_of), among_others=False))}", flush=True)
    cuts = [corpus.score(corpus.cut(seed), among_others=True) for seed in seeds]
    precision, recall, f1 = map(statistics.fmean, zip(*cuts, strict=True))
    others = len(corpus.articles) - len(corpus.story_of)
    shown = f"{_format((precision, recall, f1))}, spread {statistics.pstdev(f1 for _, _, f1 in cuts):.3f}"
    print(f"1 to {_MOST_REPORTS} reports of each among {others} others, {len(cuts)} cuts   {shown}")


if __name__ == "__main__":
    main()
