"""Two people of one name."""

from __future__ import annotations

import pytest

from tests.name_nodes import make_name, make_nodes
from transforms.entities.namesakes import part_namesakes, walk_of
from transforms.records import DocumentName


def _ada(article: str, role: str | None, *beside: str) -> DocumentName:
    return make_name("Ada Moss", article, beside, role=role)


@pytest.mark.parametrize(
    ("fact", "parts", "members"),
    [
        ("one walk", [{"a", "b"}], (_ada("a", "striker", "Lena Orlo"), _ada("b", "goalkeeper", "Piet Maas"))),
        ("two walks without company", [{"a"}, {"b"}], (_ada("a", "striker", "Lena Orlo"), _ada("b", "senator", "Piet Maas"))),
        ("two walks with company", [{"a", "b"}], (_ada("a", "striker", "Lena Orlo"), _ada("b", "senator", "Lena Orlo"))),
        ("two walks, one without any company", [{"a", "b"}], (_ada("a", "striker"), _ada("b", "senator", "Lena Orlo"))),
        ("a former walk", [{"a", "b"}], (_ada("a", "former striker", "Lena Orlo"), _ada("b", "senator", "Piet Maas"))),
        ("no role, by company", [{"a"}, {"b", "c"}], (
            _ada("a", "striker", "Lena Orlo"), _ada("b", "senator", "Piet Maas"), _ada("c", None, "Piet Maas")
        )),
        ("no role, no company: to whom has most documents", [{"a", "c", "d"}, {"b"}], (
            _ada("a", "striker", "Lena Orlo"), _ada("b", "senator", "Piet Maas"), _ada("c", "striker", "Lena Orlo"), _ada("d", None)
        )),
    ],
)  # fmt: skip
def test_namesakes(fact: str, parts: list[set[str]], members: tuple[DocumentName, ...]) -> None:
    (node,) = make_nodes(*members)
    found = part_namesakes(node)
    assert [{m.article_id for m in part.documents.read_members(part)} for part in found] == parts, fact
    assert [part.part for part in found] == list(range(len(parts)))


def test_a_role_of_two_walks_tells_none() -> None:
    assert walk_of("striker and senator") is None
