"""What documents show of a name, counted."""

from __future__ import annotations

from datetime import date

from tests.name_nodes import make_name, make_nodes
from transforms.entities.nodes import Presence, company_of, measure_presence, pool_members
from transforms.records import DocumentName


def _on(article: str, day: date | None, *beside: str) -> DocumentName:
    return DocumentName(f"{article}:0", article, day, "person", "Ada Moss", (("Ada Moss", 1),), None, beside)


def test_documents_that_use_a_name_alike_are_counted_as_one_way() -> None:
    members, times = pool_members(
        [make_name("Ada Moss", "a"), make_name("Ada Moss", "b", ["Lena Orlo"]), make_name("Ada Moss", "c", role="mayor")]
    )
    assert [(m.article_id, n) for m, n in zip(members, times, strict=True)] == [("a", 2), ("c", 1)]


def test_a_name_counts_its_documents() -> None:
    (node,) = make_nodes(make_name("Ada Moss", "a"), make_name("ADA MOSS", "b"), make_name("Ada Moss", "c"))
    assert (node.count, len(node.members), node.words) == (3, 2, ("ada", "moss"))


def test_countries_are_no_company() -> None:
    assert company_of([make_name("Ada Moss", "a", ["Norway", "Lena Orlo"])]) == {"Lena Orlo"}


def test_presence_counts_articles_days_without_a_word_and_who_is_alone() -> None:
    first, later = date(2020, 1, 1), date(2020, 1, 11)
    members = [_on("a", first, "Lena Orlo"), _on("b", later, "Lena Orlo"), _on("c", later, "Piet Maas"), _on("d", None, "Norway")]
    assert measure_presence(members) == Presence(articles=4, alone=2, longest_gap=10)
