"""Are entities that are sure to nine in ten right in nine of ten? `python -m tests.quality.entities [FOLDER ...] [--fit] [--misses]`.

Prints, for annotated pages (by default `gold/articles` and `gold/listings`, read as one corpus), how many entities there are in each bucket
of confidence, what the column says of them and how many are right: somebody or something that the annotations know, of its type and
called by its name. `--fit` prints the points of `transforms/data/entities/evidence.csv` anew: a logistic regression of whether an
entity is one and of its type, drawn to the points that stand there and held to their signs.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np

from tests.golden.sample_run import Page, SampleRun, document_names, run_pages
from tests.quality.article_names import bare, same_spelling
from tests.quality.articles import GOLD, gold_paths, read_annotations
from tests.quality.reliability import reliability
from transforms.entities.evidence import list_evidence, read_evidence
from transforms.records import DocumentName, EntityGroup

LISTINGS = GOLD.with_name("listings")
# How strongly points are drawn to those in the table; and how many steps of what length the fit takes.
_RIDGE = 2.0
_STEPS = 4000
_RATE = 0.02
_PARTS = 10  # parts of the rows, each judged by a fit on the others


class Row(NamedTuple):
    """An entity of the annotated pages: what speaks for and against it, and what people say of it."""

    group: EntityGroup
    evidence: tuple[str, ...]
    is_entity: bool
    is_right: bool


def read_rows(folder: Path) -> list[Row]:
    """Every entity of a folder's pages that the annotations decide about."""
    paths = gold_paths(folder)
    with mock.patch("transforms.entities.resolve._NO_NAME", 0.0):  # those that stand in no row are judged, too
        run = run_pages(paths, folder)
    names = {n.key: n for page in run.pages.values() for n in document_names(page)}
    rows = []
    for group in run.entities:
        members = [names[key] for key in group.members if key in names and ":stands_for:" not in key]
        judged = [found for m in members if (found := _judge(m, group, run, folder)) is not None]
        if members and len(judged) == len(members):
            evidence = tuple(list_evidence(group.type, members, [1] * len(members)))
            rows.append(Row(group, evidence, all(e for e, _ in judged), all(r for _, r in judged)))
    return rows


def _judge(name: DocumentName, group: EntityGroup, run: SampleRun, folder: Path) -> tuple[bool, bool] | None:
    """Whether an article's name is an entity of this type, and called so; None where the annotations leave it open."""
    uri, page = next((uri, p) for uri, p in run.pages.items() if p.article_id == name.article_id)
    if not _stands_in_text(name, page) or group.type == "group":
        return None
    gold = read_annotations(folder / uri)
    forms = {bare(text) for text, _ in name.forms}
    wanted = [e for e in gold["entities"] if forms & {bare(a) for a in e["aliases"]}]
    if any(e.get("optional") for e in wanted):
        return None
    fitting = [e for e in wanted if group.type in (e["type"], *e.get("type_may_be", []))]
    return bool(fitting), any(same_spelling(group.name, n) for e in fitting for n in (e["name"], *e["aliases"]))


def _stands_in_text(name: DocumentName, page: Page) -> bool:
    """Whether a name stands in what people annotated: captions and credits are not asked for."""
    cluster = name.key.rpartition(":")[2]
    return any(m.part != "block" for m in page.annotation.mentions if str(m.cluster) == cluster)


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Points for each piece of evidence that make what is an entity as likely as can be, each kept where few rows tell otherwise."""
    names = list(read_evidence())
    x = np.array([[float(e in row.evidence) for e in names] for row in rows])
    y = np.array([float(row.is_entity) for row in rows])
    prior = np.array([read_evidence()[e].points for e in names])
    points = prior.copy()
    for _ in range(_STEPS):
        gradient = x.T @ (1 / (1 + np.exp(-x @ points)) - y) + _RIDGE * (points - prior)
        points -= _RATE * gradient / np.sqrt(len(y))
        points = np.where(prior * points < 0, 0.0, points)
    return dict(zip(names, (float(p) for p in points), strict=True))


def leave_out(rows: Sequence[Row]) -> list[tuple[float, None, bool]]:
    """What a fit on all others says of each tenth of the rows, and whether they are entities."""
    told: list[tuple[float, None, bool]] = []
    for part in range(_PARTS):
        points = fit([row for i, row in enumerate(rows) if i % _PARTS != part])
        told += [(float(1 / (1 + np.exp(-sum(points[e] for e in row.evidence)))), None, row.is_entity) for row in rows[part::_PARTS]]
    return told


def _print_table(rows: Iterable[tuple[float, None, bool]]) -> None:
    print("| confidence | entities | says | right |\n|---|---|---|---|")
    for bucket, count, says, right in reliability(rows):
        print(f"| {bucket} | {count} | {says:.2f} | {right:.2f} |")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.entities", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[GOLD, LISTINGS], help="folders of annotated pages, each one corpus")
    parser.add_argument("--fit", action="store_true", help="print the points of the table anew")
    parser.add_argument("--misses", action="store_true", help="print each wrong entity, too")
    arguments = parser.parse_args()
    rows = [row for folder in arguments.folders for row in read_rows(folder)]
    if arguments.misses:
        for row in rows:
            if not row.is_right:
                print(
                    f"  {row.group.confidence:.2f} {row.group.type} {row.group.name!r} {'' if row.is_entity else 'is none'}: {row.evidence}"
                )
    _print_table((row.group.confidence, None, row.is_right) for row in rows)
    if arguments.fit:
        print("\nExistence alone, each tenth by a fit on all others:")
        _print_table(leave_out(rows))
        for evidence, points in fit(rows).items():
            print(f"{evidence},{points:.2f},{sum(evidence in row.evidence for row in rows)} rows")


if __name__ == "__main__":
    main()
