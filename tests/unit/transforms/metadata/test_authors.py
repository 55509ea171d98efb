"""Witnesses of who wrote a page are weighed; a person goes before the outlet."""

from __future__ import annotations

import pytest

from tests.pages import make_choice, make_tree
from transforms.metadata.authors import Authors, Signatures, find_authors
from transforms.pages.selection.signed import find_signatures


@pytest.mark.parametrize(
    ("body", "metas", "expected"),
    [
        ('<span class="byline">By <a href="/author/a">Anna Orlo</a> | March 3, 2025</span>', {}, ["Anna Orlo"]),
        ('<a rel="author" href="/x">Anna Orlo</a><a rel="author" href="/y">Piet Moor</a>', {}, ["Anna Orlo", "Piet Moor"]),
        ("", {"author": ["Anna Orlo and Piet Moor"]}, ["Anna Orlo", "Piet Moor"]),
        ("", {"author": ["https://post.example/a"]}, []),
        ('<div class="comment"><span class="author">troll99</span></div>', {}, []),
        # a menu of the site's writers stands above the headline
        ('<a href="/authors/ida">Ida Berg</a><h1>Wall to rise</h1><a href="/authors/anna">Anna Orlo</a>', {}, ["Anna Orlo"]),
        # a word that is no name does not hide the name
        ('<a href="/profile/">Account</a>', {"author": ["Anna Orlo"]}, ["Anna Orlo"]),
        ("", {"citation_author": ["Anna Orlo", "Piet Moor"], "author": ["Orlo Institute of Harbours"]}, ["Anna Orlo", "Piet Moor"]),
        ("", {"author": ["김하늘 기자"]}, ["김하늘"]),
    ],
)
def test_authors_of_themake_tree(body: str, metas: dict[str, list[str]], expected: list[str]) -> None:
    assert list(find_authors(make_tree("", body), None, [], metas, None).names) == expected


def test_names_that_meta_and_byline_agree_on_go_before_marked_elements() -> None:
    page = make_tree("", '<span class="byline">By Ida Berg</span>')
    choices = [make_choice("Wall to rise", "title"), make_choice("By Anna Orlo | May 3, 2025", "byline")]
    signed = find_signatures(choices)
    assert find_authors(page, None, [], {"author": ["Anna Orlo"]}, None, signed) == Authors(("Anna Orlo",), "meta")
    assert find_authors(page, None, [], {"author": ["Piet Moor"]}, None, signed) == Authors(("Ida Berg",), "element")


def test_person_is_preferred_to_the_site_as_author() -> None:
    node = {"author": {"name": "Orlo Post"}}
    page = make_tree("", '<span class="author-name">Anna Orlo</span>')
    assert find_authors(page, node, [], {}, "Orlo Post") == Authors(("Anna Orlo",), "element")


def test_a_name_without_a_space_goes_before_the_outlet() -> None:
    node = {"author": {"name": "港町日報"}}
    assert find_authors(make_tree(), node, [], {"author": ["大橋美良"]}, "港町日報").names == ("大橋美良",)


ANNA, PIET = '<span class="byline">By Anna Orlo</span>', '<span class="byline">By Piet Moor</span>'


@pytest.mark.parametrize(
    ("stated", "body", "metas", "names", "witness"),
    [
        (["Anna Orlo"], PIET, {}, ["Anna Orlo"], "json-ld"),
        ([], ANNA, {"author": ["Piet Moor"]}, ["Anna Orlo"], "element"),
        ([], "", {"author": ["Piet Moor"]}, ["Piet Moor"], "meta"),
        (["Orlo Post"], "", {"author": ["Piet Moor"]}, ["Piet Moor"], "meta"),  # the outlet is nobody
        (["Anna"], ANNA, {}, ["Anna Orlo"], "element"),  # the full name
        (["Orlo Post"], "", {}, ["Orlo Post"], "json-ld"),  # where nobody else is named
        ([], "", {}, [], None),
    ],
)
def test_the_heaviest_witness_names_the_authors(
    stated: list[str], body: str, metas: dict[str, list[str]], names: list[str], witness: str | None
) -> None:
    node = {"author": stated} if stated else None
    found = find_authors(make_tree("", body), node, [], metas, "Orlo Post")
    assert (list(found.names), found.witness) == (names, witness)


@pytest.mark.parametrize(
    "around",
    [
        '<div class="related"><div>{}</div></div>',
        "<footer>{}</footer>",
        "<aside>{}</aside>",
    ],
)
def test_a_name_beside_other_matters_is_no_author(around: str) -> None:
    assert find_authors(make_tree("", around.format(ANNA)), None, [], {}, None).names == ()


def test_a_byline_of_the_text_is_a_witness() -> None:
    assert find_authors(make_tree(), None, [], {}, None, Signatures(["Anna Orlo"], [])) == Authors(("Anna Orlo",), "byline")
    assert find_authors(make_tree(), None, [], {}, None, Signatures([], ["Piet Moor"])) == Authors(("Piet Moor",), "byline")


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('<h1>Wall to rise</h1><div>von <a href="/redaktion/anna">Anna</a></div>', ["Anna"]),
        ('<h1>Wall to rise</h1><p>By <a href="/u/7">Anna.Orlo</a> on Monday</p>', ["Anna.Orlo"]),
        ('<h1>Wall to rise</h1><p>Por: <a href="/x"><b>Ana Orlo</b></a> | 3 de marzo</p>', ["Ana Orlo"]),
        ('<p>By <a href="/u/7">Anna Orlo</a></p><h1>Wall to rise</h1>', []),  # above the headline it is another's
        ('<h1>Wall to rise</h1><p>She came by <a href="/ferry">Ferry</a></p>', []),
        ('<h1>Wall to rise</h1><footer>By <a href="/studio">Studio Moor</a></footer>', []),
        ('<h1>Wall to rise</h1><div>By <a href="/u/7">Anna</a></div><em class="author">Piet Moor</em>', ["Piet Moor"]),  # marked as such
    ],
)
def test_a_link_behind_the_word_by_names_the_author(body: str, names: list[str]) -> None:
    assert list(find_authors(make_tree("", body), None, [], {}, None).names) == names


@pytest.mark.parametrize("words", ["Alle Beiträge", "wordpressadmin", "Threads", "Stand", "Tous les articles"])
def test_labels_and_logins_of_the_site_are_nobody(words: str) -> None:
    page = make_tree("", f'<h1>Wall to rise</h1><span class="author">{words}</span>')
    assert find_authors(page, None, [], {"author": ["Anna Orlo"]}, None).names == ("Anna Orlo",)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (f"<header><div>{ANNA}</div><h1>Wall to rise again</h1></header>{PIET}", "Anna Orlo"),  # in the headline's own frame
        (f"<div>{ANNA}</div><header><h1>Wall to rise again</h1></header>{PIET}", "Piet Moor"),  # of a rail above it
        (f"<div>{ANNA}</div><h1>Wall to rise again</h1>", "Anna Orlo"),
    ],
)
def test_author_in_one_header_with_the_headline(body: str, name: str) -> None:
    assert find_authors(make_tree("", body), None, [], {}, None).names == (name,)


@pytest.mark.parametrize(
    "stated",
    [
        {"@type": "Organization", "name": "Orlo Tales"},  # a body, whatever it is called
        {"@type": "Person", "name": "Orlo Media Group"},  # the publisher
        {"@type": "Person", "name": "TheOrloPost"},  # the address
        {"@type": "Person", "name": "orlopost.example"},
        {"@type": "Person", "name": "OP"},
    ],
)
def test_the_person_who_signs_goes_before_the_body_that_publishes(stated: dict[str, str]) -> None:
    sites = ["Orlo Media Group", "The Orlo Post", "orlopost.example"]
    signed = Signatures(["Anna Orlo"], [])
    assert find_authors(make_tree(), {"author": stated}, [], {}, None, signed, sites) == Authors(("Anna Orlo",), "byline")
    assert find_authors(make_tree(), {"author": stated}, [], {}, None, site_names=sites).witness == "json-ld"  # where nobody else does


def test_a_writer_of_another_article_in_a_list_above_the_headline_is_no_author() -> None:
    teaser = f'<header><div><h3><a href="/b">Cable car to run</a></h3>{PIET}</div></header>'
    assert find_authors(make_tree("", f"{teaser}<h1>Wall to rise again</h1>"), None, [], {}, None).names == ()


def test_names_of_a_citation_have_the_family_name_first() -> None:
    metas = {"citation_author": ["Orlo, Anna", "Moor, Xq"]}
    assert find_authors(make_tree(), None, [], metas, None).names == ("Anna Orlo", "Xq Moor")


def test_of_two_that_name_a_body_the_one_that_names_another_with_it_goes_first() -> None:
    agencies = [{"@type": "Organization", "name": name} for name in ("Orlo Press Agency", "OP-Desk")]
    found = find_authors(make_tree(), {"author": agencies}, [], {"author": ["Orlo Press Agency"]}, "Moor Post")
    assert found == Authors(("Orlo Press Agency", "OP-Desk"), "json-ld")


def test_the_outlet_that_json_ld_and_meta_name_gives_way_to_the_person_marked_as_author() -> None:
    node = {"author": {"@type": "Organization", "name": "Orlo Post"}}
    assert find_authors(make_tree("", ANNA), node, [], {"author": ["Orlo Post"]}, "Orlo Post").names == ("Anna Orlo",)


def test_the_publisher_after_whose_initials_the_site_is_called_gives_way_to_the_person() -> None:
    signed = Signatures(["Anna Orlo"], [])
    metas = {"author": ["Port Broadcasting"]}
    assert find_authors(make_tree(), None, [], metas, "PB.EXAMPLE", signed, ["pb.example", "pb"]).names == ("Anna Orlo",)
    assert find_authors(make_tree(), None, [], {"author": ["Piet Boar"]}, None).names == ("Piet Boar",)


def test_a_second_byline_counts_where_the_first_names_the_outlet() -> None:
    signed = Signatures(["Orlo Post"], [], ["Anna Orlo"])
    assert find_authors(make_tree("", ""), None, [], {}, "Orlo Post", signed) == Authors(("Anna Orlo",), "byline")
    signed = Signatures(["Piet Moor"], [], ["Anna Orlo"])
    assert find_authors(make_tree("", ""), None, [], {}, "Orlo Post", signed).names == ("Piet Moor",)
