"""Time, memory and rightness of the grouping across documents: `python -m tests.bench.grouping [1000 10000 100000]`.

Prints one line a size and step. Memory is the highest of the process so far, so give sizes in growing order.
"""

from __future__ import annotations

import dataclasses
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from tests.bench.corpora import write_corpus
from transforms.groups.copies.find import find_copies
from transforms.groups.features.read import read_features
from transforms.groups.ids import Members, carry_ids
from transforms.groups.stories.group import group_stories
from transforms.groups.utterances.group import group_utterances


def score_pairs(groups: Sequence[Members], truth: Mapping[str, int]) -> tuple[float, float]:
    """Precision and recall of the pairs that groups put together."""
    found = right = wanted = 0
    sizes: dict[int, int] = defaultdict(int)
    for number in truth.values():
        sizes[number] += 1
    for group in groups:
        inside: dict[int, int] = defaultdict(int)
        for member in group.members:
            inside[truth[member]] += 1
        found += len(group.members) * (len(group.members) - 1) // 2
        right += sum(n * (n - 1) // 2 for n in inside.values())
    wanted = sum(n * (n - 1) // 2 for n in sizes.values())
    return right / max(1, found), right / max(1, wanted)


def measure(size: int) -> None:
    """Prints what each step took on a corpus of `size` articles."""

    def step(name, work, count, rate):  # type: ignore[no-untyped-def]
        started = time.process_time()
        result = work()
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>7} {name:<12} {count:>7} in {seconds:7.1f} s  {1e6 * seconds / count:7.0f} µs each  {peak:6.0f} MB  {rate(result)}",
            flush=True,
        )
        return result

    corpus = write_corpus(size)
    articles = step("features", lambda: [read_features(a) for a in corpus.articles], size, lambda _: "")
    copies = step("copies", lambda: find_copies(articles), size, lambda c: f"{len(c)} copies")

    def show(truth: Mapping[str, int]) -> Callable[[Sequence[Members]], str]:
        return lambda groups: "pairs: precision {:.3f}, recall {:.3f}".format(*score_pairs(groups, truth))

    stories = step("stories", lambda: group_stories(articles, copies), size, show(corpus.stories))
    story = {m: g.members[0] for g in stories for m in g.members}
    quotes = [dataclasses.replace(q, story_id=story[q.article_id]) for q in corpus.quotes]
    utterances = step("utterances", lambda: group_utterances(quotes), len(quotes), show(corpus.utterances))
    order = [m for g in utterances for m in g.members]
    step("ids", lambda: carry_ids("utterance", utterances, {}, order), len(quotes), lambda _: "")


if __name__ == "__main__":
    for wanted in map(int, sys.argv[1:] or ("1000", "10000", "100000")):
        measure(wanted)
