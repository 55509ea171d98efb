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

from tests.golden.sample_run import sample_document
from tests.quality.articles import GOLD, gold_paths, read_annotations, words
from tests.quality.regression import fit_table, leave_tenths_out
from transforms.annotate import annotate_extraction
from transforms.evidence_table import rate_evidence
from transforms.mentions.find import find_mentions
from transforms.nlp import Passage
from transforms.nlp.read import read_passages
from transforms.pages.extract import extract_article
from transforms.quotes.attribution.choose import Attribution
from transforms.quotes.attribution.said import LEAST, TABLE, list_evidence
from transforms.quotes.cues import wants_parse
from transforms.quotes.find import find_quotes
from transforms.quotes.paragraphs import Paragraph

PARAGRAPHS = Path(__file__).with_name("gold") / "said.txt"
_LABELLED = re.compile(r"(?P<label>[+-])(?P<marked>[“‘\"][^+]*?[”’\"])(?P=label)")
_RIDGE = 4.0  # how strongly the points are drawn to those in the table


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
    now = [(rate_evidence(TABLE, row.evidence), row) for row in rows]
    print(report(now))
    if arguments.misses:
        for chance, row in sorted(now, key=lambda r: r[0]):
            if (chance >= LEAST) != row.is_said:
                print(f"  {chance:.2f} {'said' if row.is_said else 'nobody'} {row.words!r} {row.evidence}")
    if arguments.fit:
        told = [(row.evidence, row.is_said) for row in rows]
        rated = list(zip(leave_tenths_out(told, TABLE, _RIDGE), rows, strict=True))
        print(f"Each tenth by a fit on all others: {report(rated)}")
        for evidence, points in fit_table(told, TABLE, _RIDGE).items():
            print(f"{evidence},{points:.2f},{sum(evidence in row.evidence for row in rows)} rows")


if __name__ == "__main__":
    main()
