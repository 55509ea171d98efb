"""Does a confidence of 0.9 mean nine in ten? `python -m tests.quality.reliability [FOLDER ...] [--fit]`.

Prints, for the annotated articles of folders (by default `gold/articles`, `gold/quoted` and `gold/blind`), how many rows of quotes there
are in each bucket of confidence, what the column says of them and how many are right: words that somebody said, by that speaker. `--fit`
prints the same with each article rated by what is fitted on the others, and the points of `transforms/data/quotes/confidence.csv` anew: a
logistic regression that is drawn to the points that stand there, held to the signs of `_SIGNS`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from tests.golden.sample_run import sample_document
from tests.quality.articles import GOLD, gold_paths, has_speaker, is_same_text, read_annotations, words
from tests.quality.regression import Points, fit_points, print_reliability
from transforms.annotate import annotate_extraction
from transforms.pages.extract import extract_article
from transforms.quotes.confidence import Evidence, measure, rate, read_points
from transforms.records import Quote

# What evidence may say: for a surer cue and a further rival only that a row is surer, for a pronoun behind others that it is less sure.
_SIGNS = {("cue", "weight"): 1, ("rival", "none"): 1, ("said", "chance"): 1, ("lost", "others"): -1}
# Which evidence never gets fewer points than which other.
_AT_LEAST = {("rule", "tag"): ("rule", "before")}
_RIDGE = 2.0  # how strongly the points are drawn to those in the table
QUOTED, BLIND = GOLD.with_name("quoted"), GOLD.with_name("blind")
Row = tuple[float, Evidence | None, bool]


def judge(gold: Mapping[str, Any], quotes: Sequence[Quote]) -> list[tuple[Quote, bool]]:
    """Each quote with a speaker that the annotations decide about, and whether words and speaker are right."""
    judged = []
    for quote in quotes:
        if quote.kind == "scare" or (quote.speaker is None and quote.speaker_name is None):
            continue
        hits = [want for want in gold["quotes"] if is_same_text(want, quote)]
        if any(w.get("optional") for w in hits) or (not hits and _is_around(quote, gold)):
            continue
        judged.append((quote, any(w["kind"] != "scare" and has_speaker(w, quote) for w in hits)))
    return judged


def _is_around(quote: Quote, gold: Mapping[str, Any]) -> bool:
    """Whether a row holds annotated words, or stands in them: neither right nor wrong."""
    mine = " ".join(words(quote.text))
    others = [" ".join(words(w["text"])) for w in gold["quotes"]]
    return any(mine in o or (quote.kind == "indirect" and o in mine) for o in others)


def read_rows(folder: Path) -> list[list[Row]]:
    """Confidence, evidence and rightness of each row of each of a folder's articles."""
    seen: list[Evidence] = []

    def remember(evidence: Evidence) -> float:
        seen.append(evidence)
        return len(seen) - 1 + 2.0  # an index in place of a confidence, told from real ones by its size

    paths = gold_paths(folder)
    with mock.patch("transforms.quotes.assemble.rate", remember), mock.patch("transforms.quotes.attribution.posts.rate", remember):
        annotations = [annotate_extraction(extract_article(sample_document(p, folder))) for p in paths]  # type: ignore[arg-type]
    articles: list[list[Row]] = []
    for path, annotation in zip(paths, annotations, strict=True):
        rows: list[Row] = []
        for quote, is_right in judge(read_annotations(path), annotation.quotes):
            evidence = seen[int(quote.confidence - 2)] if quote.confidence >= 2 else None
            rows.append((quote.confidence if evidence is None else rate(evidence), evidence, is_right))
        articles.append(rows)
    return articles


def leave_one_out(articles: Sequence[Sequence[Row]]) -> list[Row]:
    """The rows of each article with the confidence that points fitted on all other articles give."""
    rated: list[Row] = []
    for i, rows in enumerate(articles):
        points = fit([row for k, others in enumerate(articles) if k != i for row in others])
        rated.extend((old if e is None else rate(e, points), e, is_right) for old, e, is_right in rows)
    return rated


def fit(rows: Sequence[Row]) -> dict[tuple[str, str], float]:
    """Points for each feature that make what is right as likely as can be, each kept where few rows tell otherwise."""
    known = [(measure(e), r) for _, e, r in rows if e is not None and e.is_resolved]
    features = sorted({f for m, _ in known for f in m})
    x = np.array([[m.get(f, 0.0) for f in features] for m, _ in known])
    prior = np.array([read_points().get(f, 0.0) for f in features])
    signs = np.array([_SIGNS.get(f, 0) for f in features])
    pairs = [(features.index(a), features.index(b)) for a, b in _AT_LEAST.items() if a in features and b in features]

    def hold(p: Points) -> Points:
        held = np.where(signs * p < 0, 0.0, p)
        for more, less in pairs:
            if held[more] < held[less]:
                held[more] = held[less] = (held[more] + held[less]) / 2
        return held

    points = fit_points(x, [r for _, r in known], prior, _RIDGE, hold)
    return dict(zip(features, (float(p) for p in points), strict=True))


def _print_table(rows: Sequence[Row]) -> None:
    print_reliability(((confidence, is_right) for confidence, _, is_right in rows), "rows")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[GOLD, QUOTED, BLIND])
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    articles = [rows for folder in arguments.folders for rows in read_rows(folder)]
    rows = [row for of_article in articles for row in of_article]
    _print_table(rows)
    if arguments.fit:
        print("\nEach article rated by what is fitted on the others:\n")
        _print_table(leave_one_out(articles))
        for (feature, value), points in fit(rows).items():
            print(f"{feature},{value},{points:.2f}")


if __name__ == "__main__":
    main()
