"""What a page says of itself in JSON-LD, whatever shape its values have."""

from __future__ import annotations

import pytest

from transforms.metadata.jsonld import find_article_node, is_stated_paid, names_of, read_nodes, resolve, text_of, types_of


def test_authors_of_json_ld_are_resolved_by_id() -> None:
    nodes = read_nodes(
        ['{"@graph":[{"@type":"NewsArticle","headline":"x","author":{"@id":"#a"}},{"@id":"#a","@type":"Person","name":"Anna Orlo"}]}']
    )
    node = find_article_node(nodes)
    assert node is not None and names_of(node["author"], nodes) == ["Anna Orlo"]


def test_names_given_in_parts_or_nested_are_joined() -> None:
    parts = [{"givenName": "Anna", "familyName": "Orlo"}, {"name": {"name": "Piet Moor"}}]
    assert names_of(parts, []) == ["Anna Orlo", "Piet Moor"]


@pytest.mark.parametrize(
    ("node", "paid"),
    [
        ({"isAccessibleForFree": "False"}, True),
        ({"isAccessibleForFree": "http://schema.org/False"}, True),
        ({"isAccessibleForFree": "True", "hasPart": {"isAccessibleForFree": False}}, True),
        ({"isAccessibleForFree": True}, False),
        ({"hasPart": [{"cssSelector": ".a"}]}, False),
    ],
)
def test_what_the_article_s_node_says_of_its_price(node: dict[str, object], paid: bool) -> None:
    assert is_stated_paid(node) is paid


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"NewsArticle","headline":"Wall to rise"}',
        '<!-- {"@type":"NewsArticle","headline":"Wall to rise"} -->',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"Wall to rise"}\n//]]>',
        '{"@type":"NewsArticle","headline":"Wall to rise",}',  # a comma too many
        '{"@type":"NewsArticle","headline":"Wall\n to rise"}',  # a line end within a text
        '{"@type":"NewsArticle","headline":"Wall to rise"};',
        '[{"@graph":[{"@type":["Thing","NewsArticle"],"headline":"Wall to rise"}]}]',
    ],
)
def test_scripts_are_read_as_sites_write_them(script: str) -> None:
    node = find_article_node(read_nodes([script]))
    assert node is not None and " ".join(str(text_of(node["headline"])).split()) == "Wall to rise"


@pytest.mark.parametrize("script", ["", "{", "null", "[1, 2]", "var x = {}", "[" * 100_000])
def test_scripts_that_are_no_json_have_no_article(script: str) -> None:
    assert find_article_node(read_nodes([script])) is None


def test_the_article_is_the_node_with_most_to_say() -> None:
    teaser, whole = {"@type": "Article", "headline": "a"}, {"@type": "ReportageNewsArticle", "headline": "b", "datePublished": "2025-01-29"}
    assert find_article_node([teaser, whole, {"@type": "WebPage", "headline": "c", "author": "d", "publisher": "e"}]) is whole
    assert find_article_node([{"@type": "Person", "name": "Anna Orlo"}]) is None


def test_an_id_leads_to_the_node_that_has_a_name() -> None:
    named = {"@id": "#a", "name": "Anna Orlo"}
    assert resolve({"@id": "#a"}, [{"@id": "#a"}, named]) is named
    assert resolve({"@id": "#b"}, [named]) == {"@id": "#b"}
    assert resolve("Anna Orlo", [named]) == "Anna Orlo"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" Wall &amp;amp; gate ", "Wall & gate"),  # escaped twice
        (["", "Wall"], "Wall"),
        ({"@value": "Wall"}, "Wall"),
        ({"name": {"name": "Wall"}}, None),
        (7, None),
        ([], None),
        (None, None),
    ],
)
def test_text_of_a_value(value: object, text: str | None) -> None:
    assert text_of(value) == text


def test_types_of_a_node() -> None:
    assert types_of({"@type": "Article"}) == ("Article",)
    assert types_of({"@type": ["Article", 3, "Report"]}) == ("Article", "Report")
    assert types_of({}) == ()
