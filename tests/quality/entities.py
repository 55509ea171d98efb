"""Are entities that are sure to nine in ten right in nine of ten? `python -m tests.quality.entities [FOLDER ...] [--fit] [--misses]`.

Prints, for annotated pages (by default `gold/articles` and `gold/listings`, read as one corpus), how many entities there are in each bucket
of confidence, what the column says of them and how many are right: somebody or something that the annotations know, of its type and
called by its name. `--fit` writes the points of `transforms/data/entities/evidence.csv` anew: a logistic regression of whether an
entity is one and of its type, drawn to what was set by hand before (`evidence_by_hand.csv`) and held to its signs. So the same pages
and rules give the same points, whatever stands in the table.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections import defaultdict
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from tests.golden.sample_run import Page, document_names, run_pages
from tests.quality.article_names import bare, same_spelling
from tests.quality.articles import GOLD, gold_paths, read_annotations
from tests.quality.regression import fit_table, leave_tenths_out, print_reliability
from transforms.entities.evidence import TABLE, list_evidence
from transforms.evidence_table import EvidenceRow, read_evidence
from transforms.records import DocumentName, EntityGroup

LISTINGS = GOLD.with_name("listings")
_RIDGE = 4.0  # how strongly the points are drawn to those set by hand
_BY_HAND = Path(__file__).with_name("evidence_by_hand.csv")


class Row(NamedTuple):
    """An entity of the annotated pages: what speaks for and against it, and what people say of it."""

    group: EntityGroup
    evidence: tuple[str, ...]
    is_entity: bool
    is_right: bool


def read_rows(folder: Path) -> list[Row]:
    """Every entity of a folder's pages that the annotations decide about."""
    paths = gold_paths(folder)
    with mock.patch("transforms.entities.resolve._LEAST_SURE", defaultdict(float)):  # those that stand in no row are judged, too
        run = run_pages(paths, folder)
    names = {n.key: n for page in run.pages.values() for n in document_names(page)}
    page_of = {page.article_id: (page, folder / uri) for uri, page in run.pages.items()}
    rows = []
    for group in run.entities:
        members = [names[key] for key in group.members if key in names and ":stands_for:" not in key]
        judged = [found for m in members if (found := _judge(m, group, *page_of[m.article_id])) is not None]
        if members and len(judged) == len(members):
            evidence = tuple(list_evidence(group.type, members, [1] * len(members)))
            rows.append(Row(group, evidence, all(e for e, _ in judged), all(r for _, r in judged)))
    return rows


def _judge(name: DocumentName, group: EntityGroup, page: Page, path: Path) -> tuple[bool, bool] | None:
    """Whether an article's name is an entity of this type, and called so; None where the annotations leave it open."""
    if not _stands_in_text(name, page) or group.type == "group":
        return None
    gold = read_annotations(path)
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


def read_by_hand() -> dict[str, float]:
    """The points that were set by hand, by their evidence."""
    lines = (line for line in _BY_HAND.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {row["evidence"]: float(row["points"]) for row in csv.DictReader(lines)}


def write_points(points: Mapping[str, float]) -> None:
    """Puts the points into the table, its comment and its other columns as they are."""
    path = Path(str(files("transforms") / "data" / TABLE))
    comment = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    rows = [(e, f"{round(points[e], 1) + 0.0:.1f}", row.why) for e, row in read_evidence(TABLE).items()]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([EvidenceRow._fields, *rows])
    path.write_text("\n".join([*comment, out.getvalue()]), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.entities", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[GOLD, LISTINGS], help="folders of annotated pages, each one corpus")
    parser.add_argument("--fit", action="store_true", help="write the points of the table anew")
    parser.add_argument("--misses", action="store_true", help="print each wrong entity, too")
    arguments = parser.parse_args()
    rows = [row for folder in arguments.folders for row in read_rows(folder)]
    if arguments.misses:
        for row in rows:
            if not row.is_right:
                print(
                    f"  {row.group.confidence:.2f} {row.group.type} {row.group.name!r} {'' if row.is_entity else 'is none'}: {row.evidence}"
                )
    print_reliability(((row.group.confidence, row.is_right) for row in rows), "entities")
    if arguments.fit:
        print("\nExistence alone, each tenth by a fit on all others:")
        told = [(row.evidence, row.is_entity) for row in rows]
        by_hand = read_by_hand()
        print_reliability(
            zip(leave_tenths_out(told, TABLE, _RIDGE, by_hand), (is_entity for _, is_entity in told), strict=True), "entities"
        )
        write_points(fit_table(told, TABLE, _RIDGE, by_hand))


if __name__ == "__main__":
    main()
