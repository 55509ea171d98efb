"""Are marked words what somebody said? `python -m tests.quality.said [--fit] [--misses]`.

Prints how many of the marked words that a cue may govern, in the paragraphs of `gold/said.txt` and the annotated articles of
`gold/articles`, are taken for said and are, and how many for nobody's. `--fit` prints the same with each tenth rated by what is fitted on
the others, and the points of `transforms/data/quotes/said.csv` anew: a logistic regression that is drawn to the points that stand there and
keeps their signs.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np

from tests.golden.sample_run import sample_document
from tests.quality.articles import GOLD, gold_paths, read_annotations, words
from tests.quality.regression import fit_points
from transforms.annotate import annotate_extraction
from transforms.mentions.find import find_mentions
from transforms.nlp import Passage
from transforms.nlp.read import read_passages
from transforms.pages.extract import extract_article
from transforms.quotes.attribution.choose import Attribution
from transforms.quotes.attribution.said import LEAST, list_evidence, read_said
from transforms.quotes.cues import wants_parse
from transforms.quotes.find import find_quotes
from transforms.quotes.paragraphs import Paragraph

PARAGRAPHS = Path(__file__).with_name("gold") / "said.txt"
_LABELLED = re.compile(r"(?P<label>[+-])(?P<marked>[“‘\"][^+]*?[”’\"])(?P=label)")
_RIDGE = 4.0  # how strongly the points are drawn to those in the table
_PARTS = 10  # of which one is left out of a fit


class Row(NamedTuple):
    """Marked words, what holds of them, and whether somebody said them."""

    words: str
    evidence: list[str]
    is_said: bool


def read_line(line: str) -> tuple[str, dict[str, bool]]:
    """The text of a line, and of its labelled words whether they were said."""
    labels = {m["marked"][1:-1]: m["label"] == "+" for m in _LABELLED.finditer(line)}
    return _LABELLED.sub(lambda m: m["marked"], line), labels


def read_rows() -> list[Row]:
    """All labelled words that a cue may govern."""
    seen: list[tuple[str, list[str]]] = []

    def remember(paragraph: Paragraph, at: int, attribution: Attribution, article: str) -> float:
        evidence = list(list_evidence(paragraph, at, attribution, article))
        seen.append((paragraph.marked[at].span.of(paragraph.text), evidence))
        return 1.0

    rows: list[Row] = []
    with mock.patch("transforms.quotes.assemble.rate_said", remember):
        for labels in _read_all():
            rows += [Row(text, evidence, labels[text]) for text, evidence in seen if text in labels]
            seen.clear()
    return rows


def _read_all() -> Iterator[dict[str, bool]]:
    """The labels of each paragraph and article, when its quotes have just been found."""
    lines = [read_line(line) for line in PARAGRAPHS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    passages = [Passage("body" if text.endswith((".", "”")) else "title", text, 0) for text, _ in lines]
    for reading, (_, labels) in zip(read_passages(passages, wants_parse), lines, strict=True):
        find_quotes([reading], find_mentions([reading]))
        yield labels
    for path in gold_paths(GOLD):
        annotate_extraction(extract_article(sample_document(path, GOLD)))  # type: ignore[arg-type]
        gold = read_annotations(path)
        said = {q["text"]: q["kind"] == "mixed" for q in gold["quotes"] if q["kind"] in ("mixed", "scare") and not q.get("optional")}
        yield {q: False for q in gold["not_quotes"] if words(q)} | said


def rate(evidence: Sequence[str], points: dict[str, float]) -> float:
    """The chance that words with this evidence were said."""
    return float(1 / (1 + np.exp(-sum(points[e] for e in evidence))))


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Points for each piece of evidence that make what was said as likely as can be, each kept where few rows tell otherwise."""
    names = list(read_said())
    x = np.array([[float(e in row.evidence) for e in names] for row in rows])
    prior = np.array([read_said()[e].points for e in names])
    points = fit_points(x, [row.is_said for row in rows], prior, _RIDGE, lambda p: np.where(prior * p < 0, 0.0, p))
    return dict(zip(names, (float(p) for p in points), strict=True))


def leave_out(rows: Sequence[Row]) -> list[tuple[float, Row]]:
    """Each row with the chance that a fit on the other tenths gives."""
    rated: list[tuple[float, Row]] = []
    for part in range(_PARTS):
        points = fit([row for i, row in enumerate(rows) if i % _PARTS != part])
        rated += [(rate(row.evidence, points), row) for row in rows[part::_PARTS]]
    return rated


def report(rated: Sequence[tuple[float, Row]]) -> str:
    """How many of the said and the unsaid words are told right."""
    said = [chance for chance, row in rated if row.is_said]
    unsaid = [chance for chance, row in rated if not row.is_said]
    kept, dropped = sum(c >= LEAST for c in said), sum(c < LEAST for c in unsaid)
    return f"said and kept {kept} of {len(said)}, nobody's and dropped {dropped} of {len(unsaid)}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.said", description=__doc__)
    parser.add_argument("--fit", action="store_true", help="print the points of the table anew")
    parser.add_argument("--misses", action="store_true", help="print each wrong one, too")
    arguments = parser.parse_args()
    rows = read_rows()
    now = [(rate(row.evidence, {name: r.points for name, r in read_said().items()}), row) for row in rows]
    print(report(now))
    if arguments.misses:
        for chance, row in sorted(now, key=lambda r: r[0]):
            if (chance >= LEAST) != row.is_said:
                print(f"  {chance:.2f} {'said' if row.is_said else 'nobody'} {row.words!r} {row.evidence}")
    if arguments.fit:
        print(f"Each tenth by a fit on all others: {report(leave_out(rows))}")
        for evidence, points in fit(rows).items():
            print(f"{evidence},{points:.2f},{sum(evidence in row.evidence for row in rows)} rows")


if __name__ == "__main__":
    main()
